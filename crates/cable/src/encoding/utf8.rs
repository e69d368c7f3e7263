//! UTF-8 with faults.

use super::{Decoded, Encoding};

/// Whether bytes are UTF-8 rather than an 8-bit encoding, even with a fault (a file cut inside a character): they hold
/// at least as many whole characters beyond ASCII as faults.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let whole = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars()).filter(|c| !c.is_ascii()).count();
    whole >= faults(bytes)
}

fn faults(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count()
}

/// Decodes UTF-8, with U+FFFD for each fault.
pub(super) fn repair(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    Decoded { text, encoding: Encoding::Utf8, replaced: u32::try_from(faults(bytes)).unwrap_or(u32::MAX) }
}
