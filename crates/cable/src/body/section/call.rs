//! Where in a text a section can open or close at all: a first look, made for speed.

use super::event::{LONGEST_PREFIX, MOST_PREFIX_WORDS};
use super::name::bounded_name;
use crate::words::starts_with_any_case;
use memchr::memmem;

/// Whether a paragraph, as written, can hold an opening or closing at all. Most hold none, and need not be read as
/// logical text to know it.
pub(super) fn may_hold(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let begins = |at: usize| {
        let inside_word = at.checked_sub(1).and_then(|above| bytes.get(above)).is_some_and(u8::is_ascii_alphabetic);
        !inside_word && raw.get(at..).is_some_and(begins_with_first_word)
    };
    let mut from = 0;
    while let Some(at) = next(bytes, from, &CAPITALS) {
        from = at + 1;
        let bracketed = matches!(bytes.get(at), Some(b'(' | b'['));
        let in_bracket = at..if bracketed { bytes.len().min(at + LONGEST_PREFIX) } else { at };
        if begins(at) || in_bracket.into_iter().any(begins) {
            return true;
        }
    }
    memmem::find_iter(bytes, " end ")
        .any(|at| raw.get(at + 5..).is_some_and(|rest| bounded_name(rest).is_some() || names_whose(rest)))
}

/// `end of comment`, `end embassy comment`: a name within the next words.
fn names_whose(rest: &str) -> bool {
    rest.split_ascii_whitespace().take(MOST_PREFIX_WORDS + 1).any(begins_with_first_word)
}

/// Whether a word stands here that begins a name or sets one apart.
fn begins_with_first_word(rest: &str) -> bool {
    const FIRST: [&str; 9] = ["summary", "comment", "note", "bio", "action", "executive", "end", "begin", "bionote"];
    matches!(rest.as_bytes(), [first, second, ..] if begins_name(*first, *second))
        && FIRST.iter().any(|word| starts_with_any_case(rest, word))
}

/// The next byte at or behind `from` that calls for a look.
pub(super) fn next(bytes: &[u8], from: usize, calls: &[bool; 256]) -> Option<usize> {
    bytes.get(from..)?.iter().position(|byte| calls[usize::from(*byte)]).map(|ahead| from + ahead)
}

/// The bytes at which something can begin: brackets and the first letters of names. The search for them is the
/// parser's hottest loop, and a table keeps it short.
pub(super) const CALLS: [bool; 256] = table(b"()[]sScCnNbBaAeE");

/// The same without small letters, which begin a name only in brackets and in `end`.
const CAPITALS: [bool; 256] = table(b"([SCNBAE");

const fn table(calls: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut index = 0;
    while index < calls.len() {
        table[calls[index] as usize] = true;
        index += 1;
    }
    table
}

/// Whether a name, `BEGIN` or `END` can begin with these two letters.
pub(super) fn begins_name(first: u8, second: u8) -> bool {
    matches!(
        (first | 0x20, second | 0x20),
        (b's', b'u') | (b'c', b'o') | (b'n', b'o') | (b'b', b'e' | b'i') | (b'a', b'c') | (b'e', b'n' | b'x')
    )
}
