//! UTF-16, with and without a byte order mark.

use super::{Decoded, Encoding};
use memchr::memchr;

/// The byte order of UTF-16 without a mark, by the places of the NULs: a telegram's characters are nearly all ASCII, so
/// one byte of each pair is NUL and the other is not.
pub(super) fn without_mark(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    // Most files have no NUL, so there is nothing to count.
    memchr(0, head)?;
    let (pairs, _) = head.as_chunks::<2>();
    let low_first = pairs.iter().filter(|[low, high]| *low != 0 && *high == 0).count();
    let high_first = pairs.iter().filter(|[high, low]| *high == 0 && *low != 0).count();
    let most = |n: usize| n > 0 && pairs.len().saturating_sub(n) <= pairs.len() / 10;
    if most(low_first) {
        Some(Encoding::Utf16Le)
    } else if most(high_first) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Decodes UTF-16 of a known byte order; half a pair at the end counts as replaced.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = match encoding {
        Encoding::Utf16Be => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let mut replaced = 0u32;
    let mut text = String::with_capacity(pairs.len());
    text.extend(char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|c| {
        c.unwrap_or_else(|_| {
            replaced = replaced.saturating_add(1);
            char::REPLACEMENT_CHARACTER
        })
    }));
    if !rest.is_empty() {
        replaced = replaced.saturating_add(1);
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded { text, encoding, replaced }
}
