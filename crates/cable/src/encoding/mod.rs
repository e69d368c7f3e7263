//! Bytes to text: which encoding a file has, what in it was not valid, and which files are no text at all.
//!
//! Pure and the same on every platform: the page and the command line read the same bytes as the same text.
//! Windows-1252 is a table of 32 characters, so no browser decoder is needed for it.

mod file_kind;
mod line_ends;
mod not_text;
mod utf16;
mod utf8;
pub(crate) mod windows_1252;

pub use line_ends::LineEnds;
pub use not_text::{Kind, NotText};

use std::fmt;

/// Text that was bytes, and how it became text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark; everything else is kept, NULs and line ends included.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// How many places were not a character of the encoding and became U+FFFD.
    pub replaced: u32,
}

/// How bytes are read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, of which ASCII is a part.
    Utf8,
    /// UTF-8 after a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first, with or without a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, with or without a byte order mark.
    Utf16Be,
    /// Windows-1252, the common 8-bit set of Western copies; it has a character for every byte.
    Windows1252,
    /// Text that never was bytes: pasted or typed.
    Unicode,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 with BOM",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Unicode => "Unicode",
        })
    }
}

/// The kind of file that begins with `bytes`, if it is no text.
pub fn kind(bytes: &[u8]) -> Option<Kind> {
    file_kind::of(bytes)
}

/// Reads bytes as text. Bytes with the signature of another kind of file, or with no character to read, are no text;
/// everything else is.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    if bytes.is_empty() {
        return Err(NotText::Empty);
    }
    let decoded = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Decoded { encoding: Encoding::Utf8Bom, ..utf8::repair(rest) },
        [0xFF, 0xFE, rest @ ..] => utf16::decode(rest, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => utf16::decode(rest, Encoding::Utf16Be),
        _ => without_mark(bytes)?,
    };
    has_something(decoded)
}

/// Returns whether bytes are UTF-8, whole or with a fault, or Windows-1252. This is for a part of an input, which
/// [`decode_as`] decodes.
pub fn of_bytes(bytes: &[u8]) -> Encoding {
    if utf8::is_likely(bytes) { Encoding::Utf8 } else { Encoding::Windows1252 }
}

/// Reads bytes behind a byte order mark, or a part of an input, in a known encoding.
pub fn decode_as(bytes: Vec<u8>, encoding: Encoding) -> Decoded {
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => utf16::decode(&bytes, encoding),
        Encoding::Windows1252 => windows_1252::decode(&bytes),
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Unicode => match String::from_utf8(bytes) {
            Ok(text) => Decoded { text, encoding, replaced: 0 },
            Err(error) => Decoded { encoding, ..utf8::repair(error.as_bytes()) },
        },
    }
}

/// Takes text that never was bytes of a file: what the clipboard or a text field gave.
pub fn take(text: String) -> Result<Decoded, NotText> {
    if text.is_empty() {
        return Err(NotText::Empty);
    }
    has_something(Decoded { text, encoding: Encoding::Unicode, replaced: 0 })
}

/// Finds the encoding of bytes without a byte order mark.
fn without_mark(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    if let Some(kind) = file_kind::of(&bytes) {
        return Err(NotText::Other(kind));
    }
    if let Some(encoding) = utf16::without_mark(&bytes) {
        return Ok(utf16::decode(&bytes, encoding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, encoding: Encoding::Utf8, replaced: 0 }),
        Err(error) => {
            let bytes = error.into_bytes();
            if file_kind::has_control_codes_of_binary(&bytes) {
                Err(NotText::Other(Kind::Unknown))
            } else {
                let encoding = of_bytes(&bytes);
                Ok(decode_as(bytes, encoding))
            }
        }
    }
}

/// Refuses a text of only white space and NULs.
fn has_something(decoded: Decoded) -> Result<Decoded, NotText> {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\0' | '\u{FEFF}' | '\u{200B}');
    if decoded.text.chars().all(is_blank) { Err(NotText::Blank) } else { Ok(decoded) }
}

#[cfg(test)]
mod tests;
