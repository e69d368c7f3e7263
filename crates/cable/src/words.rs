//! Words of one line, with their places.

use std::ops::Range;

/// The words of `line` between blanks, as ranges of it.
pub(crate) fn words(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..)?;
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let word = line.get(start..)?;
        let end = start + word.find(char::is_whitespace).unwrap_or(word.len());
        at = end;
        Some(start..end)
    })
}

/// Whether `line` begins with `prefix`, in any case.
pub(crate) fn starts_with_any_case(line: &str, prefix: &str) -> bool {
    line.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Whether a word is all ASCII digits, and not empty.
pub(crate) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
