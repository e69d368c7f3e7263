//! What summaries, comments and notes are called.

use super::begin::BEGIN;
use crate::Role;
use crate::body::title::behind_mark;
use crate::known::{begins_with_one_of, is_word_of};
use crate::words::{head, slice, start_of, starts_with_any_case};

/// Names of sections, longer ones before those that they begin with.
const NAMES: [(&str, Role); 21] = [
    ("executive summary", Role::Summary),
    ("summary and comment", Role::SummaryAndComment),
    ("summary & comment", Role::SummaryAndComment),
    ("summary/comment", Role::SummaryAndComment),
    ("summary, comment", Role::SummaryAndComment),
    ("comment and summary", Role::SummaryAndComment),
    ("summary", Role::Summary),
    ("comments", Role::Comment),
    ("comment", Role::Comment),
    ("biographical note", Role::BioNote),
    ("biographic note", Role::BioNote),
    ("bio notes", Role::BioNote),
    ("bio note", Role::BioNote),
    ("bionote", Role::BioNote),
    ("bio-note", Role::BioNote),
    ("note and comment", Role::Comment),
    ("notes", Role::Note),
    ("note", Role::Note),
    ("action requested", Role::ActionRequest),
    ("action requests", Role::ActionRequest),
    ("action request", Role::ActionRequest),
];

/// What else `BEGIN` and `END` can set apart; `BEGIN SUMMARY` is a summary.
const QUOTED: [&str; 14] = [
    "translation",
    "talking points",
    "points",
    "excerpts",
    "excerpt",
    "text",
    "quote",
    "message",
    "letter",
    "statement",
    "demarche",
    "non-paper",
    "nonpaper",
    "transcript",
];

/// Words about a quoted text in front of its name: `BEGIN INFORMAL EMBASSY TRANSLATION`.
const QUALITIES: [&str; 11] = [
    "complete",
    "courtesy",
    "embassy",
    "english",
    "full",
    "informal",
    "official",
    "partial",
    "rough",
    "unofficial",
    "verbatim",
];

/// The name at the start of `text` and its length; a name ends where a word does.
pub(super) fn name(text: &str) -> Option<(Role, usize)> {
    // Few words begin with the first letter of a name, and the names are many.
    let first = text.as_bytes().first()?.to_ascii_lowercase();
    if !matches!(first, b'a' | b'b' | b'c' | b'e' | b'n' | b's') {
        return None;
    }
    let mut names = NAMES.iter().filter(|(name, _)| name.as_bytes().first() == Some(&first));
    names.find(|(name, _)| is_here(text, name)).map(|(name, role)| (*role, name.len()))
}

/// Length of the name of a section, with its mark, at the start of `text`: `Summary:`.
pub(in crate::body) fn opening_alone(text: &str) -> Option<usize> {
    let (_, len) = name(text)?;
    text.get(len..)?.starts_with([':', '.']).then(|| len.saturating_add(1))
}

/// Whether a name or `BEGIN` can begin here, as far as its first word goes, which a line end may divide.
pub(super) fn begins_with_word(text: &str) -> bool {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let Some((word, behind)) = text.split_at_checked(len) else { return false };
    let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
    let is_first = |name: &str| {
        name.as_bytes().first().copied() == first
            && starts_with_any_case(name, word)
            && !name.as_bytes().get(len).is_some_and(u8::is_ascii_alphabetic)
    };
    behind.starts_with(['-', '[']) || word.eq_ignore_ascii_case("begin") || NAMES.iter().any(|(name, _)| is_first(name))
}

/// The name behind `BEGIN` or `END`.
pub(super) fn bounded_name(text: &str) -> Option<(Role, usize)> {
    name(text).or_else(|| quoted(text).map(|len| (Role::Text, len)))
}

/// Length of the name of a quoted text, with up to two words about it in front. With such words no sentence may go on
/// behind it, as in `begin full text search`.
fn quoted(text: &str) -> Option<usize> {
    const MOST: usize = 2;
    let mut named = text;
    for _ in 0..=MOST {
        let first = named.as_bytes().first()?.to_ascii_lowercase();
        let mut names = QUOTED.iter().filter(|name| name.as_bytes().first() == Some(&first));
        if let Some(name) = names.find(|name| is_here(named, name)) {
            let len = start_of(named, text).saturating_add(name.len());
            let behind = text.get(len..)?;
            let word = behind.strip_prefix(' ').filter(|word| word.starts_with(char::is_lowercase));
            let goes_on = word.is_some_and(|word| !begins_with_one_of(word, &["of ", "from ", "by ", "to ", "dated "]));
            return (len == name.len() || !goes_on).then_some(len);
        }
        let quality = QUALITIES.iter().find(|quality| is_here(named, quality))?;
        named = named.get(quality.len()..)?.strip_prefix(' ')?;
    }
    None
}

/// Whether `text` begins with `END` and a name without the blank between them: `ENDTEXT.`
pub(super) fn is_end_joined(text: &str) -> bool {
    ["endtext", "endsummary", "endcomment"].iter().any(|closing| is_here(text, closing))
}

fn is_here(text: &str, name: &str) -> bool {
    starts_with_any_case(text, name) && !text.as_bytes().get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
}

/// Who writes the comment of a telegram: the post, an office or officer of it, or the Department.
const OWN: &str = "\
    dao datt fas fcs legat legatt odc pao rso usaid embassy post consulate mission congen amembassy amconsul \
    usmission usun usnato useu usint prt rpo ambassador charge chargé dcm emboff poloff econoff department ctad";

/// Words in front of its name that name no author: `Final comment and farewell` can be anybody's.
const MORE: &str = "our more further final concluding overall";

/// Whether a comment is the telegram's own, by the words in front of its name: `Embassy`, `Post Tarsis`,
/// `Ambassador's`, `Conclusion and`. The telegram only reports a comment of somebody else.
pub(super) fn is_own(before: &str) -> bool {
    let whose = |word: &str| {
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("'S")).or_else(|| word.strip_suffix("’s"));
        let bare = bare.unwrap_or(word);
        (is_word_of(bare, OWN) || is_word_of(bare, MORE), bare.len() < word.len())
    };
    let mut words = before.split_ascii_whitespace();
    let (Some(first), last) = (words.clone().next(), words.next_back()) else { return true };
    let joins = last.is_some_and(|last| last == "&" || last.eq_ignore_ascii_case("and"));
    joins || last.is_some_and(|last| whose(last).0) || whose(first).0 && !before.split(' ').any(|word| whose(word).1)
}

/// Whether a note is a document, by the words in front of its name: `Diplomatic Note:` opens no note of the telegram
/// itself.
pub(super) fn is_document(before: &str) -> bool {
    const KINDS: &str = "circular diplomatic reply verbal verbale";
    let last = before.split_ascii_whitespace().next_back().unwrap_or_default();
    is_word_of(last, KINDS)
}

/// No word that says so has as many bytes.
const LONGEST_WORD: usize = 12;

/// Whether the first word says that a section goes on.
pub(super) fn is_continued(text: &str) -> bool {
    const WORDS: &str = "cont cont'd contd continued continues";
    // What has no blanks is as long as the text.
    let word = head(text, LONGEST_WORD).split([' ', ':', '.', ')', '-']).next().unwrap_or_default();
    is_word_of(word, WORDS)
}

/// Length of `, continued`, ` (continued)`, ` cont'd` behind a name.
pub(super) fn continued(rest: &str) -> usize {
    let word = rest.trim_start_matches([',', ' ', '(']);
    if !is_continued(word) {
        return 0;
    }
    let behind = word.find([':', '.', ' ']).and_then(|end| word.get(end..)).unwrap_or_default();
    start_of(behind, rest)
}

/// Whether the name of a section in a title is complete in front of `behind`: `COMMENT: THE HARBOUR`, `COMMENT AND
/// OUTLOOK`.
fn is_apart(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.is_empty()
        || behind.starts_with(['.', ':', '-', '–', '—', '(', '/', '&', ',', ';'])
        || starts_with_any_case(behind, "and ")
        || is_continued(behind)
}

/// The section that a heading opens: the name stands first (`COMMENT: THE HARBOUR`), or last behind whose it is
/// (`EMBASSY COMMENT`).
pub(in crate::body) fn kind_of_title(title: &str) -> Option<Role> {
    let bare = behind_mark(title.trim());
    let bare = if starts_with_any_case(bare, BEGIN) { slice(bare, BEGIN.len()..) } else { bare };
    match name(bare) {
        // A title may well begin with "Note" and not be one.
        Some((Role::Note, len)) => (bare.len().saturating_sub(len) <= 1).then_some(Role::Note),
        // `COMMENTS BY THE MINISTER` are not the post's.
        Some((Role::Comment, len)) => bare.get(len..).is_some_and(is_apart).then_some(Role::Comment),
        Some((role, _)) => Some(role),
        None => {
            // `OBJECTIVES/ACTION REQUEST` is both.
            if let Some((_, last)) = bare.rsplit_once('/')
                && let Some((role, _)) = name(last).filter(|(_, len)| *len == last.len())
            {
                return Some(role);
            }
            // `POST COMMENT AND OUTLOOK`
            let mut words = bare.split(' ');
            if let [Some(whose), Some(comment), Some(and), Some(_), None] = [(); 5].map(|()| words.next())
                && comment.eq_ignore_ascii_case("comment")
                && and.eq_ignore_ascii_case("and")
                && is_own(whose)
                && !is_word_of(whose, MORE)
            {
                return Some(Role::Comment);
            }
            let (before, last) = bare.rsplit_once(' ')?;
            let (role, _) = name(last).filter(|(_, len)| last.len().saturating_sub(*len) <= 1)?;
            let is_short = before.split(' ').count() <= 2;
            (is_short && (role != Role::Comment || is_own(before))).then_some(role)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (title, expected) in [
            ("COMMENT", Some(Role::Comment)),
            ("(C) Comment: The Harbour", Some(Role::Comment)),
            ("COMMENT -- THE HARBOUR", Some(Role::Comment)),
            ("COMMENT AND RECOMMENDATION", Some(Role::Comment)),
            ("COMMENT CONTINUED - THE HARBOUR", Some(Role::Comment)),
            ("Begin Comment", Some(Role::Comment)),
            ("BEGIN COMMENT PERIOD", None),
            ("EMBASSY COMMENT", Some(Role::Comment)),
            ("Post Comment and Outlook", Some(Role::Comment)),
            ("Press Comment and Outlook", None),
            ("Mission Comment and Desk Opens", None),
            ("Embassy Comments and Response", None),
            ("Final Comment and Farewell", None),
            ("Minister's Comment and Reply", None),
            ("Post Commentary and Outlook", None),
            ("COMMENTS BY MINISTER ROE", None),
            ("COMMENT CONTEST ENDS", None),
            ("COMMENT PERIOD ENDS", None),
            ("MINISTER ROE'S COMMENTS", None),
            ("PRESS COMMENTS", None),
            ("OUTLOOK/COMMENT", Some(Role::Comment)),
            ("(C) OBJECTIVES/ACTION REQUEST", Some(Role::ActionRequest)),
            ("BOATS/ACTION REQUESTS OF ROE", None),
            ("SUMMARY OF THE TALKS", Some(Role::Summary)),
        ] {
            assert_eq!(kind_of_title(title), expected, "{title}");
        }
    }

    #[test]
    fn own_comments() {
        for before in ["", "Embassy ", "Post Tarsis ", "Ambassador's ", "U.S. Mission ", "Conclusion and "] {
            assert!(is_own(before), "{before}");
        }
        for before in ["Minister Roe's ", "Minister's ", "Press ", "Mission Chief Roe's "] {
            assert!(!is_own(before), "{before}");
        }
    }
}
