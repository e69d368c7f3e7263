//! Line ends and marks that a program wrote out in a string of its own: `TARSIS\r\nTO LYDDA`.

use memchr::{memchr2_iter, memmem};

/// A text with this many line ends has its own.
const FEW: usize = 5;

/// Whether a text has its line ends written out, and is one line or a few.
pub(super) fn is_written_out(input: &str) -> bool {
    memchr2_iter(b'\n', b'\r', input.as_bytes()).take(FEW).count() < FEW
        && memmem::find_iter(input.as_bytes(), br"\n").take(FEW).count() == FEW
}

/// The character for the escape at the start of `text`, and the escape's length. The two escapes of one line end count
/// as one.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    const PAIR: &str = r"\r\n";
    if text.starts_with(PAIR) {
        return Some(('\n', PAIR.len()));
    }
    let character = match text.as_bytes().get(1)? {
        b'n' | b'r' => '\n',
        b't' => '\t',
        b'u' => {
            let digits = text.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            return Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, r"\u0000".len()));
        }
        mark @ (b'"' | b'\'' | b'/' | b'\\') => char::from(*mark),
        _ => return None,
    };
    Some((character, 2))
}
