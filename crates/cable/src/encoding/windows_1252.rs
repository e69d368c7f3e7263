//! Windows-1252, as the WHATWG Encoding Standard has it: every byte is a character.

use super::{Decoded, Encoding};

/// The characters of 0x80 to 0x9F. The five bytes without a character stay the control codes of the same number.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', // 0x80
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ', // 0x90
];

/// Decodes bytes, none of which can be wrong.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let text = bytes.iter().map(|&byte| character(byte)).collect();
    Decoded { text, encoding: Encoding::Windows1252, replaced: 0 }
}

/// The character of a byte.
pub(crate) fn character(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80).and_then(|place| HIGH_CONTROLS.get(place));
    // All others are Latin-1, whose numbers are Unicode's.
    high.copied().unwrap_or(char::from(byte))
}
