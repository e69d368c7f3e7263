//! Words of one line, with their places.

use std::{ops::Range, slice::SliceIndex};

/// The part of `text` in `range`; nothing where it does not fit.
pub(crate) fn slice(text: &str, range: impl SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}

/// Where `rest` begins in `text`, which ends with it.
pub(crate) fn start_of(rest: &str, text: &str) -> usize {
    text.len().saturating_sub(rest.len())
}

/// The range that lies `by` further on.
pub(crate) fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start.saturating_add(by)..range.end.saturating_add(by)
}

/// The words of `line` between blanks, as ranges of it.
pub(crate) fn words(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..)?;
        let start = at.saturating_add(find(rest, false)?);
        let word = line.get(start..)?;
        let end = start.saturating_add(find(word, true).unwrap_or(word.len()));
        at = end;
        Some(start..end)
    })
}

/// Where the first character stands that is white space, or none. Most text is ASCII, and decoding it takes longer than
/// looking at it.
fn find(text: &str, white: bool) -> Option<usize> {
    let is_found = |byte: u8| !byte.is_ascii() || matches!(byte, b'\t'..=b'\r' | b' ') == white;
    let at = text.bytes().position(is_found)?;
    let rest = text.get(at..)?;
    match rest.as_bytes().first()?.is_ascii() {
        true => Some(at),
        false => rest.find(|c: char| c.is_whitespace() == white).map(|behind| at.saturating_add(behind)),
    }
}

/// Whether `line` begins with `prefix`, in any case. Most often the first letter decides.
pub(crate) fn starts_with_any_case(line: &str, prefix: &str) -> bool {
    line.len() >= prefix.len() && line.bytes().zip(prefix.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

/// What stands in front of the first of some ASCII marks, or all of a text without any.
pub(crate) fn up_to<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let end = text.bytes().position(|byte| marks.contains(&byte));
    slice(text, ..end.unwrap_or(text.len()))
}

/// What stands behind the last of some ASCII marks, or all of a text without any.
pub(crate) fn behind_last<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let end = text.bytes().rposition(|byte| marks.contains(&byte));
    slice(text, end.map_or(0, |end| end.saturating_add(1))..)
}

/// Whether a text begins with an ASCII letter or digit of a kind, such as `u8::is_ascii_digit`.
pub(crate) fn first_is(text: &str, kind: fn(&u8) -> bool) -> bool {
    text.as_bytes().first().is_some_and(kind)
}

/// Whether a word ends with its only full stop, as a sentence does and `U.S.` does not.
pub(crate) fn is_stopped(word: &str) -> bool {
    word.find('.').is_some_and(|stop| stop.saturating_add(1) == word.len())
}

/// Whether a text ends with an ASCII letter or digit of a kind.
pub(crate) fn last_is(text: &str, kind: fn(&u8) -> bool) -> bool {
    text.as_bytes().last().is_some_and(kind)
}

/// A text on one line, its words one blank apart.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words(text).filter_map(|word| text.get(word)) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a word is all ASCII digits, and not empty.
pub(crate) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first `most` bytes of a text, or a few less where that would cut a character.
pub(crate) fn head(text: &str, most: usize) -> &str {
    let mut ends = (0..4).filter_map(|less| most.checked_sub(less));
    if text.len() <= most { text } else { ends.find_map(|end| text.get(..end)).unwrap_or_default() }
}

/// A letter as a capital: those of the Latin alphabets up to U+017F, which is where the names in telegrams end.
///
/// The tables of the standard library know every alphabet, and weigh more than the glossary.
pub(crate) fn upper_case(letter: char) -> char {
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

/// Whether a text has small letters, which most telegrams, and all of their addressees, have not.
pub(crate) fn has_small(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// A text in capitals, letter by letter as [`upper_case`].
pub(crate) fn in_capitals(text: &str) -> String {
    text.chars().map(upper_case).collect()
}

/// The number that a word names, up to twelve: `TWO`.
pub(crate) fn in_words(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] =
        ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"];
    let place = WORDS.iter().position(|number| *number == word)?.saturating_add(1);
    u16::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::{behind_last, up_to, upper_case};

    #[test]
    fn parts_at_marks() {
        for (text, front, behind) in
            [("A, B", "A", " B"), ("A;B,", "A", ""), (",A", "", "A"), ("\u{c4}B", "\u{c4}B", "\u{c4}B"), ("", "", "")]
        {
            assert_eq!((up_to(text, b",;"), behind_last(text, b",;")), (front, behind), "{text:?}");
        }
    }

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        for letter in ('\0'..'ſ').filter(|&letter| letter != 'µ') {
            let mut capitals = letter.to_uppercase();
            let capital = capitals.next().filter(|_| capitals.next().is_none()).unwrap_or(letter);
            assert_eq!(upper_case(letter), capital, "{letter}");
        }
    }
}
