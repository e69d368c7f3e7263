//! Where in a text a section can open or close at all: a first look, made for speed.

use super::event::LONGEST_PREFIX;
use super::name::{begins_with_word, bounded_name, is_end_joined};
use crate::words::{head, starts_with_any_case, words};
use memchr::memchr;

/// Bytes that are looked at in one go, so that the compiler makes vector instructions of it.
const STRETCH: usize = 64;

/// A stretch, with the three bytes behind it.
type Window = [u8; STRETCH + 3];

/// A name begins within this many words behind `END`: `END OF EMBASSY COMMENT`, and a page marker with its banners
/// can cut it.
const MOST_WORDS: usize = 24;

/// That many words are no longer than this, in bytes; the search also ends here in a text without blanks.
const REACH: usize = 400;

/// No name in small letters without a bracket stands further behind a paragraph's start, line ends included.
const NEAR_START: usize = 2 * LONGEST_PREFIX;

/// Offsets of words that begin as a section's name, `BEGIN` or `END` does, and of brackets where they are asked for,
/// in order.
pub(super) struct Calls<'a, const BRACKETS: bool> {
    text: &'a [u8],
    /// Where the stretch begins, and for each of its bytes whether it may call.
    start: usize,
    found: [u8; STRETCH],
    /// How much of the stretch has been passed on.
    passed: usize,
}

impl<'a, const BRACKETS: bool> Calls<'a, BRACKETS> {
    pub fn new(text: &'a str) -> Self {
        let mut calls = Self { text: text.as_bytes(), start: 0, found: [0; STRETCH], passed: 0 };
        calls.look();
        calls
    }

    fn look(&mut self) {
        let rest = self.text.get(self.start..).unwrap_or_default();
        let any = match rest.first_chunk() {
            Some(window) => may_call::<BRACKETS>(window, &mut self.found),
            // Zeros stand for what is not there at the end of the text.
            None => {
                let mut window: Window = [0; STRETCH + 3];
                window.iter_mut().zip(rest).for_each(|(byte, written)| *byte = *written);
                may_call::<BRACKETS>(&window, &mut self.found)
            }
        };
        // Most stretches hold nothing, and need not be looked through.
        self.passed = if any { 0 } else { STRETCH };
    }

    /// Whether a byte that may call does: it is a bracket, or a word begins there with the first letters of a name.
    fn calls(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.get(before));
        let first = self.text.get(at..).unwrap_or_default();
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let lower = |into: usize| first.get(into).map_or(0, |byte| byte | 0x20);
        let begins = match [0, 1, 2, 3].map(lower) {
            [b's' | b'c', _, b'm', b'm'] | [b'n', _, b't', b'e'] | [_, b'c', b't', b'i'] => true,
            [b'b', _, b'g', b'i'] | [_, b'x', b'e', b'c'] | [b'b', b'i', b'o', _] => true,
            // The blank behind it can be lost.
            [b'e', b'n', b'd', next] => !is_letter(first.get(3)) || matches!(next, b'c' | b's' | b't'),
            _ => false,
        };
        begins && !is_letter(before) || BRACKETS && first.first().is_some_and(|byte| is_bracket(*byte))
    }
}

impl<const BRACKETS: bool> Iterator for Calls<'_, BRACKETS> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if self.passed < STRETCH
                && let Some(ahead) = memchr(1, self.found.get(self.passed..)?)
            {
                let ahead = self.passed.saturating_add(ahead);
                self.passed = ahead.saturating_add(1);
                let at = self.start.saturating_add(ahead);
                if self.calls(at) {
                    return Some(at);
                }
                continue;
            }
            let next = self.start.saturating_add(STRETCH);
            if next >= self.text.len() {
                return None;
            }
            self.start = next;
            self.look();
        }
    }
}

/// Sets 1 for each byte of the stretch that may call, 0 for the others, and returns whether there is any.
fn may_call<const BRACKETS: bool>(window: &Window, found: &mut [u8; STRETCH]) -> bool {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|by| window.get(by..).unwrap_or_default());
    let words = first.iter().zip(second).zip(third).zip(fourth);
    let mut any = 0;
    for (found, (((a, b), c), d)) in found.iter_mut().zip(words) {
        *found = u8::from(may_begin_name(*a, *b, *c, *d) | BRACKETS & is_bracket(*a));
        any |= *found;
    }
    any != 0
}

/// Whether the first letters of a name may stand here, in any case. Branches would prevent vector instructions.
#[inline]
fn may_begin_name(a: u8, b: u8, c: u8, d: u8) -> bool {
    let [a, b, c, d] = [a | 0x20, b | 0x20, c | 0x20, d | 0x20];
    // Summary, comment, note, action, begin, executive, bio, end: as few letters as few other words share.
    (c == b'm') & (d == b'm')
        | (c == b't') & ((a == b'n') & (d == b'e') | (b == b'c') & (d == b'i'))
        | (a == b'b') & (c == b'g') & (d == b'i')
        | (b == b'x') & (c == b'e')
        | (a == b'b') & (b == b'i') & (c == b'o')
        | (a == b'e') & (b == b'n') & (c == b'd')
}

#[inline]
fn is_bracket(byte: u8) -> bool {
    (byte == b'(') | (byte == b')') | (byte == b'[') | (byte == b']')
}

/// Whether a paragraph, as written, can hold an opening or closing at all. Most hold none, and need not be read as
/// logical text to know it.
pub(super) fn may_hold(raw: &str) -> bool {
    Calls::<false>::new(raw).any(|at| {
        let rest = raw.get(at..).unwrap_or_default();
        if starts_with_any_case(rest, "end") {
            return ends(rest);
        }
        // In small letters a name stands in brackets, or soon after the start: `More comment:`.
        let near = at.saturating_sub(LONGEST_PREFIX + 1)..at;
        let bracketed =
            || raw.as_bytes().get(near).is_some_and(|before| before.iter().any(|byte| matches!(byte, b'(' | b'[')));
        (at <= NEAR_START || rest.starts_with(|c: char| c.is_ascii_uppercase()) || bracketed())
            && begins_with_word(rest)
    })
}

/// Whether `END` is followed by a name within a few words.
fn ends(rest: &str) -> bool {
    let mut behind = words(head(rest, REACH)).skip(1).take(MOST_WORDS);
    is_end_joined(rest) || behind.any(|word| rest.get(word.start..).is_some_and(|name| bounded_name(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_come_in_order() {
        let filler = "There is nothing to be seen in a harbour by night but lamps. ".repeat(5);
        for filler in ["", &filler] {
            let text = format!("{filler}He sees no end to it. Note (a comment) of commodities, endless.{filler}");
            let called: Vec<&str> =
                Calls::<true>::new(&text).map(|at| text[at..].split([' ', ')']).next().unwrap_or_default()).collect();
            assert_eq!(called, ["end", "Note", "(a", "comment", "", "commodities,"], "{text}");
        }
    }

    #[test]
    fn texts_that_may_hold_a_section() {
        for (text, expected) in [
            ("Summary: one.", true),
            ("One. END\nCOMMENT.", true),
            ("One (embassy note: two) three.", true),
            ("It comes to an end. (Note by note.)", true),
            ("It comes to an end at the harbour of the city, by night.", false),
            ("The commentary was noted at the ending.", false),
            ("", false),
        ] {
            assert_eq!(may_hold(text), expected, "{text}");
        }
    }
}
