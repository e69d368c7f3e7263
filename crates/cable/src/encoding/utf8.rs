//! UTF-8 that is not whole.

use super::{Decoded, Encoding};

/// Whether bytes that are not valid UTF-8 are UTF-8 with a fault (a file cut inside a character) rather than an
/// 8-bit encoding: they hold at least as many whole characters beyond ASCII as faults.
pub(super) fn is_damaged(bytes: &[u8]) -> bool {
    let (mut whole, mut faults) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    whole >= faults
}

/// Decodes UTF-8, with U+FFFD for each fault.
pub(super) fn repair(bytes: &[u8]) -> Decoded {
    let mut replaced = 0;
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    Decoded { text, encoding: Encoding::Utf8, replaced }
}
