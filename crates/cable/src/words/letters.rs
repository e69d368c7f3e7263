//! Letters of a text: their case, and what stands at its ends.

/// Returns a letter as a capital. It knows the Latin alphabets up to U+017F, which is where the names in telegrams end.
///
/// The tables of the standard library know every alphabet, and weigh more than the glossary.
fn upper_case(letter: char) -> char {
    let code = u32::from(letter);
    let capital = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => code.saturating_sub(0x20),
        'ÿ' => 0x178,
        'ı' => u32::from('I'),
        'ĸ' | 'ŉ' => code,
        // Capital and small letter alternate.
        'Ĺ'..='ň' | 'Ź'..='ž' => code.saturating_sub(1) | 1,
        'ā'..='ŷ' => code & !1,
        _ => code,
    };
    char::from_u32(capital).unwrap_or(letter)
}

/// Returns a text in capitals, letter by letter as [`upper_case`].
pub(crate) fn in_capitals(text: &str) -> String {
    text.chars().map(upper_case).collect()
}

/// Whether a text has small letters. Most telegrams have none, and no addressee has any.
pub(crate) fn has_small(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether a text begins with an ASCII byte of this kind, such as `u8::is_ascii_digit`.
pub(crate) fn first_is(text: &str, kind: fn(&u8) -> bool) -> bool {
    text.as_bytes().first().is_some_and(kind)
}

/// Whether a text ends with an ASCII byte of this kind.
pub(crate) fn last_is(text: &str, kind: fn(&u8) -> bool) -> bool {
    text.as_bytes().last().is_some_and(kind)
}

/// Whether `line` begins with `prefix`, in any case. Most often the first letter decides.
pub(crate) fn starts_with_any_case(line: &str, prefix: &str) -> bool {
    line.len() >= prefix.len() && line.bytes().zip(prefix.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

#[cfg(test)]
mod tests {
    use super::upper_case;

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        for letter in ('\0'..'ſ').filter(|&letter| letter != 'µ') {
            let mut capitals = letter.to_uppercase();
            let capital = capitals.next().filter(|_| capitals.next().is_none()).unwrap_or(letter);
            assert_eq!(upper_case(letter), capital, "{letter}");
        }
    }
}
