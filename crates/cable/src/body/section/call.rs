//! Where in a text a section can open or close at all: a first look, made for speed.

use super::event::LONGEST_PREFIX;
use crate::words::starts_with_any_case;
use memchr::memmem;

/// Offsets at which a name or a bracket can stand, in order: brackets, capitals that begin names, and small letters
/// where names can begin with them, which is shortly behind a bracket and in `end`.
pub(super) struct Calls<'a> {
    text: &'a [u8],
    from: usize,
    /// Up to here small letters call too.
    small_until: usize,
    /// The next bracket or letter.
    next_call: Option<usize>,
    /// The next `end` in small letters, and those behind it.
    ends: memmem::FindIter<'a, 'static>,
    next_end: Option<usize>,
}

impl<'a> Calls<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut ends = memmem::find_iter(text.as_bytes(), " end ");
        let next_end = ends.next().map(|at| at + 1);
        let mut calls = Self { text: text.as_bytes(), from: 0, small_until: 0, next_call: None, ends, next_end };
        calls.next_call = calls.ahead();
        calls
    }

    /// The next bracket or letter at or behind `from`.
    fn ahead(&self) -> Option<usize> {
        let len = self.text.len();
        let small = self.from..self.small_until.clamp(self.from, len.max(self.from));
        let capitals = small.end..len.max(small.end);
        self.nearest(small, &ANY_CASE).or_else(|| self.nearest(capitals, &CAPITALS))
    }

    /// The next byte of `range` that `calls` has.
    fn nearest(&self, range: std::ops::Range<usize>, calls: &[bool; 256]) -> Option<usize> {
        let ahead = self.text.get(range.clone())?.iter().position(|byte| calls[usize::from(*byte)])?;
        Some(range.start + ahead)
    }
}

impl Iterator for Calls<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        // Both streams keep what they found until it is passed on: looking again would read the text over and over.
        if self.next_call.is_some_and(|call| call < self.from) {
            self.next_call = self.ahead();
        }
        while self.next_end.is_some_and(|end| end < self.from) {
            self.next_end = self.ends.next().map(|at| at + 1);
        }
        let at = match (self.next_call, self.next_end) {
            (Some(call), Some(end)) => call.min(end),
            (call, end) => call.or(end)?,
        };
        self.from = at + 1;
        if matches!(self.text.get(at), Some(b'(' | b'[')) {
            self.small_until = at + LONGEST_PREFIX;
        }
        Some(at)
    }
}

/// Whether a paragraph, as written, can hold an opening or closing at all. Most hold none, and need not be read as
/// logical text to know it.
pub(super) fn may_hold(raw: &str) -> bool {
    Calls::new(raw).any(|at| begins_word(raw.as_bytes(), at) && raw.get(at..).is_some_and(begins_with_first_word))
}

/// Whether a word begins at `at` with two letters that a name, `BEGIN` or `END` can begin with.
pub(super) fn begins_word(text: &[u8], at: usize) -> bool {
    let inside_word = at.checked_sub(1).and_then(|above| text.get(above)).is_some_and(u8::is_ascii_alphabetic);
    matches!(text.get(at..at + 2), Some([first, second]) if begins_name(*first, *second)) && !inside_word
}

/// Whether a word stands here that begins a name or sets one apart.
fn begins_with_first_word(rest: &str) -> bool {
    const FIRST: [&str; 9] = ["summary", "comment", "note", "bio", "action", "executive", "end ", "end\n", "begin"];
    FIRST.iter().any(|word| starts_with_any_case(rest, word)) || starts_with_any_case(rest, "end\r")
}

/// The search for these bytes is the parser's hottest loop, and a table keeps it short.
const ANY_CASE: [bool; 256] = table(b"()[]sScCnNbBaAeE");
const CAPITALS: [bool; 256] = table(b"()[]SCNBAE");

const fn table(calls: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut index = 0;
    while index < calls.len() {
        table[calls[index] as usize] = true;
        index += 1;
    }
    table
}

fn begins_name(first: u8, second: u8) -> bool {
    matches!(
        (first | 0x20, second | 0x20),
        (b's', b'u') | (b'c', b'o') | (b'n', b'o') | (b'b', b'e' | b'i') | (b'a', b'c') | (b'e', b'n' | b'x')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_come_in_order() {
        let text = "He sees no end to it. Nobody (so the clerk) Can.";
        let called: String = Calls::new(text).map(|at| &text[at..at + 1]).collect();
        assert_eq!(called, "eN(sece)Can", "`end`, capitals, brackets, and small letters up to 40 bytes behind one");
    }

    #[test]
    fn texts_that_may_hold_a_section() {
        for (text, expected) in [
            ("Summary: one.", true),
            ("One. END\nCOMMENT.", true),
            ("One (embassy note: two) three.", true),
            ("It comes to an end note by note.", true),
            ("The commentary was noted at the ending.", false),
            ("", false),
        ] {
            assert_eq!(may_hold(text), expected, "{text}");
        }
    }
}
