//! A text on one line, whose line ends a program wrote out as in a string of its own: `TARSIS\r\nTO LYDDA`.

use super::Decoded;
use crate::{Code, whole};
use memchr::{memchr_iter, memmem};

/// A text with so many line ends has them.
const FEW: usize = 5;

/// The text as it was meant, or `None` for a text with line ends of its own.
pub(super) fn decode(input: &str) -> Option<Decoded> {
    let has_few = |ends: usize| ends < FEW;
    let ends = memchr_iter(b'\n', input.as_bytes()).take(FEW).count();
    let written = || memmem::find_iter(input.as_bytes(), br"\n").take(FEW).count();
    if !has_few(ends) || has_few(written()) {
        return None;
    }
    let mut decoded = Decoded::default();
    let mut rest = whole(input);
    while let Some(at) = memchr::memchr(b'\\', rest.bytes(input)) {
        let (before, escape) = rest.split_at(at);
        decoded.copy(input, before);
        let (len, character) = read(escape.of(input));
        match character {
            Some(character) => {
                decoded.mends.put(decoded.text.len(), Code::EscapeRead);
                decoded.put(character, escape.part(0..len));
            }
            None => decoded.copy(input, escape.part(0..len)),
        }
        rest = escape.split_at(len).1;
    }
    decoded.copy(input, rest);
    Some(decoded)
}

/// The length of what stands behind a backslash, and the character that it stands for. The two of a line end are one.
fn read(escape: &str) -> (usize, Option<char>) {
    const PAIR: &str = r"\r\n";
    if escape.starts_with(PAIR) {
        return (PAIR.len(), Some('\n'));
    }
    let character = match escape.as_bytes().get(1) {
        Some(b'n' | b'r') => '\n',
        Some(b't') => '\t',
        Some(b'"') => '"',
        Some(b'\'') => '\'',
        Some(b'/') => '/',
        Some(b'\\') => '\\',
        _ => return (1, None),
    };
    (2, Some(character))
}
