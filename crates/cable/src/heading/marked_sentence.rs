//! Recognizes a portion mark and a sentence, with which a text begins whose first paragraph has no label.

use super::{label, reference_number};
use crate::mark::mark_in_row;
use memchr::memchr_iter;

/// The shortest sentence in bytes; fewer words behind a mark can be a remark on the reference in front of it.
const SHORTEST_SENTENCE: usize = 40;

/// Whether a row begins with a mark and a sentence.
pub(crate) fn is_marked_sentence(marked: &str) -> bool {
    let is_in_small = |sentence: &str| {
        let small = sentence.bytes().filter(u8::is_ascii_lowercase).count();
        small.saturating_mul(2) > sentence.len()
    };
    sentence_behind_mark(marked).is_some_and(|sentence| is_in_small(sentence) && reference_number(sentence).is_none())
}

/// The words behind a mark up to a full stop, if they are long enough for a sentence and not a label.
pub(crate) fn sentence_behind_mark(marked: &str) -> Option<&str> {
    let behind = marked.get(mark_in_row(marked)?.0..)?.trim_start();
    let end = memchr_iter(b'.', behind.as_bytes()).find(|stop| *stop >= SHORTEST_SENTENCE)?;
    let begins = behind.starts_with(|c: char| c.is_uppercase()) && label(behind).is_none();
    behind.get(..end).filter(|_| begins)
}
