//! Closing rows, which posts print before or behind the signature and which name nobody.

use super::before::may_end_text;
use crate::body::{count::label, is_paragraph, title, words_above};
use crate::known::{begins_with_one_of, holds_one_of, is_one_of};
use crate::prose::{ends_closed, ends_sentence};
use crate::row::{Gap, Row};
use crate::words::{has_small, starts_with_any_case};
use memchr::memchr2_iter;

/// At most this many closing rows stand between text and signature, or behind both.
pub(in crate::body) const MOST_CLOSING_ROWS: usize = 8;

/// Where the closing rows that end at `end` begin: an invitation and its address, over several lines, and above them
/// whatever else closes a text.
pub(super) fn before_closing(text: &str, rows: &[Row], end: usize) -> usize {
    let nearest = end.saturating_sub(MOST_CLOSING_ROWS);
    let has = |row: usize, closes: fn(&str) -> bool| rows.get(row).is_some_and(|row| closes(row.span.of(text)));
    // The site can have any name, with only its address below: `Visit the Harbour Forum at`.
    let invites = |at: usize| {
        let is_apart = || rows.get(at).is_some_and(|row| row.gap == Gap::Blank);
        let names_place = |line: &str| line.starts_with("Visit ") && line.ends_with(" at");
        let is_address = |line: &str| starts_with_any_case(line, "http") && !line.contains(". ");
        has(at, is_invitation) || is_apart() && has(at, names_place) && has(at.saturating_add(1), is_address)
    };
    // A sentence can go on with `visit`, and what stands below an invitation can be text.
    let begins = |at: usize| {
        let goes_on = |row: &Row| row.gap == Gap::Line && row.span.of(text).starts_with(char::is_lowercase);
        rows.get(at).is_some_and(|row| !goes_on(row) || may_end_text(words_above(text, rows, at)))
    };
    let is_last = |at: usize| {
        let below = rows.get(at.saturating_add(1)..end).unwrap_or_default();
        !below.iter().any(|row| is_text(row.span.of(text), row.gap))
    };
    let mut start = (nearest..end).find(|row| invites(*row) && begins(*row) && is_last(*row)).unwrap_or(end);
    let closes = |above: &usize| *above >= nearest && has(*above, is_closing) && begins(*above);
    while let Some(above) = start.checked_sub(1).filter(closes) {
        start = above;
    }
    start
}

/// Whether a row below an invitation is text: a paragraph, or a sentence that a blank row sets apart.
fn is_text(line: &str, gap: Gap) -> bool {
    let is_sentence = || gap == Gap::Blank && line.contains(' ') && has_small(line) && ends_sentence(line);
    is_paragraph(line) || is_sentence() && !is_closing(line) && !goes_on(line)
}

/// Whether a line invites to a post's web site: some posts print this before the signature, some behind it.
fn is_invitation(line: &str) -> bool {
    let line = line.trim_start_matches(['"', '“', '*', ' ']);
    // A line of prose can begin with `visit` too.
    let names_site = || holds_one_of(line, &["site", "Site", "SITE", "://", "www"]);
    begins_with_one_of(line, &["visit ", "please visit"]) && names_site()
        || begins_with_one_of(line, &["classified web", "for more reporting from"])
}

/// Where an invitation that a copy joined to the last words of the text begins, with the stars in front of it.
pub(in crate::body) fn invitation_inside(line: &str) -> Option<usize> {
    const OPENINGS: [&str; 3] = ["Visit ", "VISIT ", "Please visit "];
    let begins =
        |at: &usize| OPENINGS.iter().any(|opening| line.get(*at..).is_some_and(|rest| rest.starts_with(opening)));
    let visit = memchr2_iter(b'V', b'P', line.as_bytes()).rev().find(begins)?;
    let (before, invitation) = line.split_at_checked(visit)?;
    let words = before.trim_end_matches(['*', ' ']);
    // It can be a paragraph of its own.
    let label = label::read(words).map_or(0, |label| label.len);
    let mark = words.get(label..)?.trim_start();
    if !mark.is_empty() && title::without_mark(mark).is_empty() {
        return None;
    }
    let is_behind = ends_closed(words) && words.len() < before.len();
    (is_behind && invites_to_web(invitation)).then_some(words.len())
}

/// Where the stars that a page break parted from the invitation `below` them begin.
pub(in crate::body) fn stars_above(line: &str, below: &str) -> Option<usize> {
    const FEWEST: usize = 8;
    let (words, stars) = line.split_at(line.trim_end_matches(['*', ' ']).len());
    let are_many = || stars.bytes().filter(|byte| *byte == b'*').count() >= FEWEST;
    (!words.is_empty() && !stars.is_empty() && are_many() && is_invitation(below)).then_some(words.len())
}

/// Whether words invite to a site on the web: a text can also end with who should visit a building site.
fn invites_to_web(words: &str) -> bool {
    holds_one_of(words, &["web", "Web", "WEB", "://", "www"]) && is_invitation(words)
}

/// Whether words are such an invitation and nothing else: they ask to visit a site and end with the site or its
/// address.
pub(in crate::body) fn is_invitation_alone(words: &str) -> bool {
    let mut spoken = words.split_ascii_whitespace();
    let is_visit = |word: &str| word.eq_ignore_ascii_case("visit");
    let asked = spoken.find(|word| is_visit(word)).and(spoken.next()).unwrap_or_default();
    // `Visit by Roe` asks nobody to visit.
    let is_noun = is_one_of(asked, &["by", "from", "of", "to", "with"]);
    let names_site = |word: &str| holds_one_of(word, &["site", "://", "www", ".gov"]);
    let ends =
        |row: &str| row.split_ascii_whitespace().next_back().is_some_and(|last| names_site(&last.to_ascii_lowercase()));
    let mut rows = words.lines();
    let ends = rows.any(ends) && rows.next().is_none_or(|below| !below.starts_with(char::is_lowercase));
    invites_to_web(words) && !is_noun && ends
}

/// Whether a row closes a text, before or behind the signature.
pub(in crate::body) fn is_closing(line: &str) -> bool {
    is_invitation(line)
        || begins_with_one_of(line, &["minimize considered", "GP-"])
        || line.bytes().all(|byte| byte == b'*' || byte == b' ')
}

/// Whether a row goes on with an invitation; prose can hold an address too.
pub(super) fn goes_on(line: &str) -> bool {
    // A wrap can tear the address.
    starts_with_any_case(line, "http") || line.contains("gov.gov")
}

#[cfg(test)]
mod tests {
    use super::is_invitation_alone;

    #[test]
    fn stars() {
        let check = |rows: &str, expected: &str| {
            let text = format!("1. They hold. {rows}\n\nROE\n");
            let cable = crate::parse(&text);
            assert_eq!(crate::Logical::prose(&text, &cable.paragraphs[0].pieces).text(), expected, "{text}");
        };
        let marker = "TARSIS 00000417  002 OF 002";
        let site = "Visit Tarsis' Classified Website: http://tarsis.example";
        check(&format!("********* ***\n\n{marker}\n\n{site}"), "They hold.");
        check(&format!("********* ***\n{site}"), "They hold.");
        check(&format!("**\n{site}"), "They hold. **");
        check("********* ***", "They hold. ********* ***");
    }

    #[test]
    fn invitations_alone() {
        for words in [
            "Visit the Tarsis web site at http://tarsis.example/",
            "Please visit our classified website.",
            "VISIT TARSIS' CLASSIFIED WEBSITE: www.tarsis.example",
        ] {
            assert!(is_invitation_alone(words), "{words}");
        }
        for words in [
            "Visit by Roe to the web firm Alder brought http://alder.example",
            "Visit to Alder brought http://alder.example; it is a big plan.",
            "Visit the web firm at http://alder.example and see its plan.",
            "Visit the web firm at http://alder.example\nand see its plan.",
            "Rain at http://alder.example",
            "",
        ] {
            assert!(!is_invitation_alone(words), "{words}");
        }
    }
}
