//! How the text around a hyphen writes the word.

use crate::Span;
use memchr::memmem;

/// How far around a hyphen, in bytes, the text shows how it writes the word.
const NEAR: u32 = 2048;

/// Whether a whole word stands near a gap of a text, written as it is here.
pub(super) fn stands_near(source: &str, gap: Span, word: &str) -> bool {
    let from = gap.start.saturating_sub(NEAR) as usize;
    let text = source.as_bytes();
    let near = text.get(from..(gap.end.saturating_add(NEAR) as usize).min(text.len())).unwrap_or_default();
    let is_edge = |at: Option<usize>| !at.and_then(|at| near.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let mut places = memmem::find_iter(near, word);
    places.any(|at| is_edge(at.checked_sub(1)) && is_edge(at.checked_add(word.len())))
}
