//! Words of a text against those that a rule knows.

use crate::words::{slice, starts_with_any_case};

/// Whether a word is one of those that are known, in any case.
pub(crate) fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a text begins with one of them, in any case.
pub(crate) fn begins_with_one_of(text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| starts_with_any_case(text, known))
}

/// Whether a text holds one of them, as it is written.
pub(crate) fn holds_one_of(text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| text.contains(known))
}

/// The last word of a line; nothing where a blank ends it.
pub(crate) fn last_word(line: &str) -> &str {
    let blank = line.bytes().rposition(|byte| matches!(byte, b' ' | b'\t'));
    blank.map_or(line, |blank| slice(line, blank.saturating_add(1)..))
}
