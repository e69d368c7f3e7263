//! Opening words that are one letter off at the start of a paragraph or as its title: `Summay:`, `COMMMENT`.

use super::behind_name::LONGEST_TITLE;
use super::event::{Does, Event, events};
use super::name::{bounded_name, kind_of_title};
use crate::Role;
use crate::misspelt::distance;
use crate::words::{head, slice};

/// Words so well known that one letter too many, too few or changed makes no other word of them.
const WORDS: [&str; 3] = ["summary", "comment", "begin"];

/// Whether a paragraph can begin with one: its first word has about as many letters, and a colon or a rule behind it,
/// or the name of what is quoted: `Beging text:`
pub(super) fn may_begin(raw: &str) -> bool {
    match raw.as_bytes().first() {
        Some(b'S' | b'C' | b's' | b'c') => {
            let (word, behind) = first_word(raw);
            (6..=8).contains(&word.len()) && is_set_apart(behind)
        }
        Some(b'B' | b'b') => {
            let (word, behind) = first_word(raw);
            (4..=6).contains(&word.len()) && behind.strip_prefix(' ').is_some_and(|name| bounded_name(name).is_some())
        }
        _ => false,
    }
}

/// The opening with which a paragraph begins, read as the word that is meant: under the same conditions as that.
pub(super) fn opening(text: &str) -> Option<Event> {
    if !may_begin(text) {
        return None;
    }
    let (word, behind) = first_word(text);
    let meant = meant(word)?;
    let read = format!("{meant}{}", head(behind, LONGEST_TITLE));
    let event = events(&read).into_iter().next()?;
    let is_opening = event.at.start == 0 && event.does == Does::Open { sure: true };
    let end = event.at.end.saturating_sub(meant.len()).saturating_add(word.len());
    is_opening.then_some(Event { at: 0..end, ..event })
}

/// The section that a title opens if it is such a word and no more.
pub(super) fn kind_of_misspelt(title: &str) -> Option<Role> {
    let (word, behind) = first_word(title);
    let ends = (6..=8).contains(&word.len()) && matches!(behind, "" | ":" | ".");
    kind_of_title(&meant(word).filter(|_| ends)?)
}

fn first_word(text: &str) -> (&str, &str) {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.split_at_checked(len).unwrap_or_default()
}

fn is_set_apart(behind: &str) -> bool {
    let mark = behind.trim_start_matches(' ');
    mark.starts_with(':') || mark.starts_with("--")
}

/// The word that is meant, in the case of the one that was written.
fn meant(word: &str) -> Option<String> {
    let small = word.to_ascii_lowercase();
    let is_meant =
        |known: &&&str| slice(known, ..1) == slice(&small, ..1) && distance(known.as_bytes(), small.as_bytes()) == 1;
    let known = WORDS.iter().find(is_meant).filter(|_| small != "comments")?;
    let is_upper = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    let capitals = known.bytes().enumerate().map(|(at, byte)| {
        let upper = if at == 0 { is_upper(0) } else { is_upper(1) };
        char::from(if upper { byte.to_ascii_uppercase() } else { byte })
    });
    Some(capitals.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings() {
        for (text, expected) in [
            ("Summay: One.", Some("Summay:")),
            ("COMMMENT: ONE.", Some("COMMMENT:")),
            ("Sumary -- One.", Some("Sumary --")),
            ("Beging text of letter: One.", Some("Beging text of letter:")),
            ("BEGN POINTS: ONE.", Some("BEGN POINTS:")),
            ("Begin text: One.", None),
            ("Being text: One.", None),
            ("Summary: One.", None),
            ("Comments: One.", None),
            ("Summer: One.", None),
            ("Contents: One.", None),
            ("Summay is a town: one.", None),
            ("Summay. One.", None),
            ("One. Summay: Two.", None),
            ("", None),
        ] {
            assert_eq!(opening(text).map(|event| &text[event.at]), expected, "{text}");
        }
    }

    #[test]
    fn closings_without_end() {
        for (text, is_closed) in [
            ("1. (C) COMMENT: The boats are shut. COMMENT.", true),
            ("1. (C) One. Comment: The boats are shut. Comment.", true),
            ("1. (C) COMMENT: The boats are shut. COMMENT:\n\nA. Two.", false),
            ("1. (C) COMMENT: The boats are shut. COMMENT. Two.", false),
            ("1. (C) COMMENT: The boats are shut.\n\n2. (C) COMMENT.", false),
        ] {
            let sections = crate::parse(text).sections;
            assert_eq!(sections.iter().any(|section| section.closer.is_some()), is_closed, "{text}");
        }
    }

    #[test]
    fn titles() {
        assert_eq!(kind_of_misspelt("SUMMAY"), Some(Role::Summary));
        assert_eq!(kind_of_misspelt("Commment:"), Some(Role::Comment));
        for title in ["SUMMARY", "COMMENTS", "SUMMER", "SUMMAY OF ROE", "COMMAND"] {
            assert_eq!(kind_of_misspelt(title), None, "{title}");
        }
    }
}
