//! Files that are no text, recognised by their first bytes.

use super::Kind;
use memchr::memmem;

/// The kind of file that begins with `bytes`, if it is no text.
///
/// Only signatures that no telegram can begin with: `BM` and `MZ` by themselves are not enough.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    Some(match bytes {
        [0x89, b'P', b'N', b'G', ..] => Kind::Png,
        [0xFF, 0xD8, 0xFF, ..] => Kind::Jpeg,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Kind::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::Webp,
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Kind::Tiff,
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Kind::Bmp,
        [b'%', b'P', b'D', b'F', b'-', ..] => Kind::Pdf,
        [b'{', b'\\', b'r', b't', b'f', ..] => Kind::Rtf,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Kind::Ole,
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => in_zip(bytes),
        [0x1F, 0x8B, 8, ..] => Kind::Gzip,
        [b'7', b'z', 0xBC, 0xAF, 0x27, 0x1C, ..]
        | [b'R', b'a', b'r', b'!', 0x1A, 7, ..]
        | [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..]
        | [0xFD, b'7', b'z', b'X', b'Z', 0, ..]
        | [0x28, 0xB5, 0x2F, 0xFD, ..] => Kind::Packed,
        [0, 0, 0, _, b'f', b't', b'y', b'p', ..] => Kind::Media,
        // A tar archive has its mark behind the name and owner of its first file.
        _ if bytes.get(257..262) == Some(b"ustar") => Kind::Packed,
        _ => return None,
    })
}

/// What a ZIP archive holds, if its first names show it.
fn in_zip(bytes: &[u8]) -> Kind {
    let head = bytes.get(..4096).unwrap_or(bytes);
    if memmem::find(head, b"mimetypeapplication/vnd.oasis.opendocument").is_some() {
        Kind::OpenDocument
    } else if memmem::find(head, b"mimetypeapplication/epub+zip").is_some() {
        Kind::Epub
    } else if memmem::find(head, b"word/").is_some() {
        Kind::Word
    } else {
        Kind::Zip
    }
}

/// Whether the first 64 KB hold more control codes than text does: over one byte in twenty.
///
/// Machine code and packed data have about one in ten. NULs, which pad the records of old tapes, and the codes that lay
/// out text do not count.
pub(super) fn has_control_codes_of_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..64 * 1024).unwrap_or(bytes);
    let codes = head.iter().filter(|b| matches!(b, 1..=8 | 0x0E..=0x1F | 0x7F)).count();
    codes > head.len() / 20
}
