//! Quoted texts under a name of their own, which only the same word behind `BEGIN` and `END` shows:
//! `BEGIN DEMARCHE TO LYDDA: … END DEMARCHE.`

use super::event::LONGEST_TITLE;
use super::name::bounded_name;
use crate::body::joined::ends_sentence;
use crate::words::{head, slice, words};
use memchr::memmem;
use std::ops::Range;

const BEGIN: &str = "BEGIN ";
const END: &str = "END ";

/// The words that open or close such a text, as a range of the paragraph's logical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bound<'a> {
    /// With their colon or full stop.
    pub at: Range<usize>,
    /// Whether they open it.
    pub opens: bool,
    /// The first word of its name.
    pub name: &'a str,
}

/// Every one of a paragraph, in order.
pub(super) fn bounds(text: &str) -> impl Iterator<Item = Bound<'_>> {
    // Both words end alike but for one letter.
    memmem::find_iter(text.as_bytes(), b"N").filter_map(move |at| {
        let rest = text.get(at..)?;
        match rest {
            _ if rest.starts_with("N ") => bound(text, at.checked_sub("BEGI".len())?, BEGIN),
            _ if rest.starts_with("ND ") => bound(text, at.checked_sub("E".len())?, END),
            _ => None,
        }
    })
}

/// Whether the `END` at `at` can close one: the end of a sentence or row stands in front of it.
pub(super) fn may_close(text: &str, at: usize) -> bool {
    let is_end = || text.get(at..).is_some_and(|rest| rest.starts_with(END));
    is_end() && text.get(..at).is_some_and(begins)
}

fn bound<'a>(text: &'a str, at: usize, word: &str) -> Option<Bound<'a>> {
    let (before, rest) = text.split_at_checked(at)?;
    let named = rest.strip_prefix(word).filter(|_| begins(before))?;
    let opens = word == BEGIN;
    let title = head(named, LONGEST_TITLE);
    let mut len = None;
    for word in words(title) {
        let to = slice(title, ..word.end);
        // What has a name that is known is another section.
        if slice(title, word.start..).split_whitespace().next().is_some_and(|word| bounded_name(word).is_some()) {
            return None;
        }
        let stops = to.ends_with(':') || to.ends_with('.') && ends_sentence(to);
        if stops {
            len = Some(to.len()).filter(|_| to.ends_with(':') == opens);
            break;
        }
    }
    // Closing words can end with their paragraph.
    let len =
        len.or_else(|| (!opens && title.len() == named.len() && !title.contains([':', '\n'])).then_some(title.len()))?;
    let name = named.split([' ', ':', '\n']).next()?.trim_end_matches('.');
    let end = at.saturating_add(word.len()).saturating_add(len);
    (name.len() > 1 && !name.starts_with(char::is_lowercase)).then_some(Bound { at: at..end, opens, name })
}

/// Whether a sentence or row can begin behind these words.
fn begins(before: &str) -> bool {
    before.trim_end_matches(' ').is_empty()
        || before.trim_end_matches(' ').ends_with(['\n', '.', '!', '?', ':', ')', '"', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::section::tests::prose;

    #[test]
    fn names() {
        for (text, expected) in [
            ("BEGIN DEMARCHE TO LYDDA: One.", Some(("BEGIN DEMARCHE TO LYDDA:", "DEMARCHE"))),
            ("BEGIN U.S. DEMARCHE: One.", Some(("BEGIN U.S. DEMARCHE:", "U.S"))),
            ("One. END U.S. DEMARCHE TO LYDDA.", Some(("END U.S. DEMARCHE TO LYDDA.", "U.S"))),
            ("One.\nEND DEMARCHE", Some(("END DEMARCHE", "DEMARCHE"))),
            ("BEGIN WORK AT THE QUAY. ONE: TWO.", None),
            ("THEY BEGIN WORK: ONE.", None),
            ("AT THE END OF IT.", None),
            ("BEGIN OLD POINTS ON BOATS: One.", None),
            ("One. END COMMENT.", None),
            ("BEGIN", None),
            ("ND X. N", None),
        ] {
            let found = bounds(text).next();
            assert_eq!(found.map(|found| (&text[found.at.clone()], found.name)), expected, "{text}");
        }
    }

    #[test]
    fn sections() {
        for (text, expected) in [
            ("¶1. (C) BEGIN DEMARCHE TO LYDDA: Boats. END DEMARCHE. Goats.", &["Boats."][..]),
            ("¶1. (C) BEGIN DEMARCHE:\n\n¶2. (C) Boats.\n\nEND DEMARCHE TO LYDDA.", &["Boats."]),
            ("¶1. (C) BEGIN DEMARCHE: Boats. END ANSWER.", &[]),
            ("¶1. (C) BEGIN DEMARCHE: Boats.", &[]),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }
}
