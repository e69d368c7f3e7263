//! Bytes as text inside of a page: four bytes are five characters of 85, which weighs a fifteenth less than base64. The
//! characters are those of ASCII from `#` to `x` without `<`, so that none of them ends a block or needs an escape.
//! `src/loader/packed.js` reads it.

/// What stands in for 0.
const FIRST: u8 = b'#';

/// What is left out.
const OPENS: u8 = b'<';

/// How many characters there are.
const BASE: u32 = 85;

/// The text of `bytes`. Of a last group of fewer than four bytes as many characters are written and one more.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let value = (0..4).fold(0, |value, at| value << 8 | u32::from(group.get(at).copied().unwrap_or(0)));
        let digits = (0..5).rev().map(|place| value / BASE.pow(place) % BASE);
        text.extend(digits.take(group.len() + 1).map(character));
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

    /// As `src/loader/packed.js` does it.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |code: &u8| u32::from(*code) - if *code > b'<' { 36 } else { 35 };
        let groups = text.as_bytes().chunks(5);
        let bytes = groups.flat_map(|group| {
            let value = (0..5).fold(0, |value: u32, at| value * 85 + group.get(at).map_or(84, digit));
            value.to_be_bytes().into_iter().take(group.len() - 1)
        });
        bytes.collect()
    }

    #[test]
    fn known_texts() {
        for (bytes, text) in [
            (&b""[..], ""),
            (&[0, 0, 0, 0], "#####"),
            (&[0xFF, 0xFF, 0xFF, 0xFF], "v:Z/#"),
            (&[0], "##"),
            (&[0, 0, 0, 84], "####x"),
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
            assert!(text.bytes().all(|code| (b'#'..=b'x').contains(&code) && code != b'<'), "{text}");
        }
    }
}
