//! Words of one line, with their places. `parts` cuts a text, `letters` tells capitals from small letters; `known`
//! compares words with those that a rule knows.

mod letters;
mod parts;

pub(crate) use letters::{first_is, has_small, in_capitals, last_is, starts_with_any_case};
pub(crate) use parts::{behind_last, head, place_of, shifted, slice, start_of, up_to};

use std::ops::Range;

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

/// The place of the first character that is white space, or of the first that is none. Most text is ASCII, and decoding
/// it takes longer than looking at its bytes.
fn find(text: &str, white: bool) -> Option<usize> {
    let is_found = |byte: u8| !byte.is_ascii() || matches!(byte, b'\t'..=b'\r' | b' ') == white;
    let at = text.bytes().position(is_found)?;
    let rest = text.get(at..)?;
    match rest.as_bytes().first()?.is_ascii() {
        true => Some(at),
        false => rest.find(|c: char| c.is_whitespace() == white).map(|behind| at.saturating_add(behind)),
    }
}

/// Whether a word ends with its only full stop, as a sentence does and `U.S.` does not.
pub(crate) fn is_stopped(word: &str) -> bool {
    word.find('.').is_some_and(|stop| stop.saturating_add(1) == word.len())
}

/// A text on one line, its words one blank apart.
pub(crate) fn one_line(text: &str) -> String {
    // Most texts are that already.
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let is_apart = |pair: &[u8]| matches!(pair, [b'!'..=b'~', b'!'..=b'~' | b' '] | [b' ', b'!'..=b'~']);
    let bytes = text.as_bytes();
    if is_word(bytes.first()) && is_word(bytes.last()) && bytes.windows(2).all(is_apart) {
        return text.to_owned();
    }
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

/// The number that a word names, up to twelve: `TWO`.
pub(crate) fn in_words(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] =
        ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"];
    let place = WORDS.iter().position(|number| *number == word)?.saturating_add(1);
    u16::try_from(place).ok()
}
