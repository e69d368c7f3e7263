//! Bytes as text inside a page. Thirteen or fourteen bits become two of 94 characters, which weighs a twelfth less than
//! base64. The characters are ASCII from the blank to `~` without `<`, so that none of them ends a block or needs an
//! escape. `src/loader/packed.js` reads it.
//!
//! The first bits are the lowest. Two characters have 644 values more than thirteen bits, so that these values have a
//! fourteenth bit, as in Joachim Henke's basE91.

/// The character for 0.
const FIRST: u8 = b' ';

/// The character that is left out.
const OPENS: u8 = b'<';

/// The number of characters.
const BASE: u32 = 94;

/// The values of thirteen bits.
const VALUES: u32 = 1 << 13;

/// The text of `bytes`. Zeros fill up the last bits, which become a single character if they fit into one.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for &byte in bytes {
        (held, bits) = (held | u32::from(byte) << bits, bits + 8);
        if bits > 13 {
            let width = if held % VALUES < BASE * BASE - VALUES { 14 } else { 13 };
            text.extend(pair(held % (1 << width)));
            (held, bits) = (held >> width, bits - width);
        }
    }
    match (bits, held) {
        (0, _) => {}
        (..8, ..BASE) => text.push(character(held)),
        _ => text.extend(pair(held)),
    }
    text
}

fn pair(value: u32) -> [char; 2] {
    [character(value % BASE), character(value / BASE)]
}

fn character(digit: u32) -> char {
    let code = FIRST + digit as u8;
    char::from(if code < OPENS { code } else { code + 1 })
}

#[cfg(test)]
mod tests {
    use super::encode;

    /// Decodes as `src/loader/packed.js` does.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |code: u8| u32::from(code) - if code > b'<' { 33 } else { 32 };
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
        for group in text.as_bytes().chunks(2) {
            let (value, width) = match *group {
                [first, second] => {
                    let value = digit(first) + digit(second) * 94;
                    (value, if value % 8192 < 644 { 14 } else { 13 })
                }
                [last] => (digit(last), 7),
                _ => unreachable!("a chunk holds one or two"),
            };
            (held, bits) = (held | value << bits, bits + width);
            while bits >= 8 {
                bytes.push(held as u8);
                (held, bits) = (held >> 8, bits - 8);
            }
        }
        bytes
    }

    #[test]
    fn known_texts() {
        for (bytes, text) in [
            (&b""[..], ""),
            (&[0, 0, 0, 0], "     "),
            (&[0xFF, 0xFF, 0xFF, 0xFF], "-x-x`"),
            (&[0], "  "),
            (&[93], "~ "),
            (&[94], " !"),
        ] {
            assert_eq!(encode(bytes), text, "{bytes:?}");
        }
    }

    #[test]
    fn every_length_and_byte_comes_back() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).chain([0; 40]).chain([u8::MAX; 40]).collect();
        for from in [0, 1, 2, 3, 100, 512, 560] {
            for to in from..bytes.len() {
                let text = encode(&bytes[from..to]);
                assert_eq!(decode(&text), bytes[from..to]);
                assert!(text.bytes().all(|code| (b' '..=b'~').contains(&code) && code != b'<'), "{text}");
            }
        }
    }
}
