//! Bytes as text inside a page. Thirteen bits become two of 91 characters, which weighs a thirteenth less than base64.
//! The characters are ASCII from `#` to `~` without `<`, so that none of them ends a block or needs an escape.
//! `src/loader/packed.js` reads it.

/// The character for 0.
const FIRST: u8 = b'#';

/// The character that is left out.
const OPENS: u8 = b'<';

/// The number of characters.
const BASE: u32 = 91;

/// The bits that two characters hold, and those that one holds.
const PAIR: u32 = 13;
const SINGLE: u32 = 6;

/// The text of `bytes`. Zeros fill up the last bits, which become a single character if they fit into one. So the
/// length of the text gives that of the bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let pair = |value: u32| [character(value / BASE), character(value % BASE)];
    let (mut held, mut bits) = (0, 0);
    for &byte in bytes {
        (held, bits) = (held << 8 | u32::from(byte), bits + 8);
        if bits >= PAIR {
            bits -= PAIR;
            text.extend(pair(held >> bits));
            held &= (1 << bits) - 1;
        }
    }
    if bits > SINGLE {
        text.extend(pair(held << (PAIR - bits)));
    } else if bits > 0 {
        text.push(character(held << (SINGLE - bits)));
    }
    text
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
        let digit = |code: u8| u32::from(code) - if code > b'<' { 36 } else { 35 };
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
        for group in text.as_bytes().chunks(2) {
            let (value, width) = match *group {
                [first, second] => (digit(first) * 91 + digit(second), 13),
                [last] => (digit(last), 6),
                _ => unreachable!("a chunk holds one or two"),
            };
            (held, bits) = (held << width | value, bits + width);
            while bits >= 8 {
                bits -= 8;
                bytes.push((held >> bits) as u8);
            }
            held &= 255;
        }
        bytes
    }

    #[test]
    fn known_texts() {
        for (bytes, text) in [
            (&b""[..], ""),
            (&[0, 0, 0, 0], "#####"),
            (&[0xFF, 0xFF, 0xFF, 0xFF], "~$~$c"),
            (&[0], "##"),
            (&[0, 0, 0, 63], "####c"),
        ] {
            assert_eq!(encode(bytes), text, "{bytes:?}");
        }
    }

    #[test]
    fn every_length_and_byte_comes_back() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).collect();
        for len in 0..bytes.len() {
            let text = encode(&bytes[..len]);
            assert_eq!(decode(&text), bytes[..len]);
            assert!(text.bytes().all(|code| (b'#'..=b'~').contains(&code) && code != b'<'), "{text}");
        }
    }
}
