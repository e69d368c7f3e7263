use crate::hold::hold;
use cable::encoding::{Encoding, decode, take};

/// Any file: readable bytes stay readable as text, and UTF-8 is taken as it is.
pub fn bytes(data: &[u8]) {
    let first = decode(data.to_vec());
    assert!(first == decode(data.to_vec()), "the same bytes are read in two ways");
    let Ok(decoded) = first else { return };
    match std::str::from_utf8(data) {
        Ok(text) if decoded.encoding == Encoding::Utf8 => {
            assert!(decoded.text == text && decoded.replaced == 0, "UTF-8 was changed");
        }
        _ => {
            let marks = decoded.text.matches('\u{FFFD}').count();
            assert!(decoded.replaced as usize <= marks, "more was replaced than shows");
        }
    }
    assert!(take(decoded.text.clone()).is_ok_and(|taken| taken.text == decoded.text), "read text is refused as text");
    let reading = cable::read(&decoded.text);
    hold(&reading.text);
}
