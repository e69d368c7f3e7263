//! A portion mark and a sentence behind it, with which the text begins where its first paragraph has no label.

use super::{label, reference_number};
use crate::mark::mark_in_row;
use memchr::memchr_iter;

/// Fewer bytes than this behind a mark can be words about the reference in front of it.
const SHORTEST_SENTENCE: usize = 40;

/// Whether a row is a mark and a sentence behind it, and perhaps more.
pub(crate) fn is_marked_sentence(marked: &str) -> bool {
    let is_in_small = |sentence: &str| {
        let small = sentence.bytes().filter(u8::is_ascii_lowercase).count();
        small.saturating_mul(2) > sentence.len()
    };
    sentence_behind_mark(marked).is_some_and(|sentence| is_in_small(sentence) && reference_number(sentence).is_none())
}

/// What stands behind a mark up to a full stop, and is no label and long enough for a sentence.
pub(crate) fn sentence_behind_mark(marked: &str) -> Option<&str> {
    let behind = marked.get(mark_in_row(marked)?.0..)?.trim_start();
    let end = memchr_iter(b'.', behind.as_bytes()).find(|stop| *stop >= SHORTEST_SENTENCE)?;
    let begins = behind.starts_with(|c: char| c.is_uppercase()) && label(behind).is_none();
    behind.get(..end).filter(|_| begins)
}
