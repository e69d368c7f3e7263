//! Where in a text a section can open or close at all: a first look, made for speed.

use super::event::LONGEST_PREFIX;
use super::name::{begins_with_word, bounded_name};
use crate::words::starts_with_any_case;
use memchr::memchr;

/// Bytes that are looked at in one go: the compiler makes vector instructions of it.
const STRETCH: usize = 64;

/// A stretch, with the byte in front of it and the three behind it.
type Window = [u8; STRETCH + 4];

/// A name begins within this many words behind `END`: `END OF EMBASSY COMMENT`, and a page marker with its banners
/// can cut it.
const MOST_WORDS: usize = 24;

/// No name in small letters without a bracket stands further behind a paragraph's start, line ends included.
const NEAR_START: usize = 2 * LONGEST_PREFIX;

/// Offsets of words that begin as a section's name, `BEGIN` or `END` does, and of brackets where they are asked for,
/// in order.
pub(super) struct Calls<'a> {
    text: &'a [u8],
    brackets: bool,
    /// Where the stretch begins, and for each of its bytes whether it calls.
    start: usize,
    found: [u8; STRETCH],
    /// How much of the stretch has been passed on.
    passed: usize,
}

impl<'a> Calls<'a> {
    pub fn new(text: &'a str, brackets: bool) -> Self {
        let mut calls = Self { text: text.as_bytes(), brackets, start: 0, found: [0; STRETCH], passed: 0 };
        calls.look();
        calls
    }

    fn look(&mut self) {
        let behind = self.start.checked_sub(1).and_then(|before| self.text.get(before..));
        self.found = match behind.and_then(<[u8]>::first_chunk) {
            Some(window) => found(window, self.brackets),
            // Zeros stand for what is not there at the start and the end of the text.
            None => {
                let mut window: Window = [0; STRETCH + 4];
                let text = behind.unwrap_or(self.text);
                let room = window.iter_mut().skip(usize::from(self.start == 0));
                room.zip(text).for_each(|(byte, written)| *byte = *written);
                found(&window, self.brackets)
            }
        };
        // Most stretches hold nothing, and need not be looked through.
        let any = self.found.iter().fold(0, |any, calls| any | calls) != 0;
        self.passed = if any { 0 } else { STRETCH };
    }
}

impl Iterator for Calls<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if self.passed < STRETCH
                && let Some(ahead) = memchr(1, self.found.get(self.passed..)?)
            {
                let at = self.start + self.passed + ahead;
                self.passed += ahead + 1;
                return Some(at);
            }
            if self.start + STRETCH >= self.text.len() {
                return None;
            }
            self.start += STRETCH;
            self.look();
        }
    }
}

/// 1 for each byte of the stretch that calls, 0 for the others.
fn found(window: &Window, brackets: bool) -> [u8; STRETCH] {
    let mut found = [0; STRETCH];
    let [before, first, second, third, fourth] = [0, 1, 2, 3, 4].map(|by| window.get(by..).unwrap_or_default());
    let words = before.iter().zip(first).zip(second).zip(third).zip(fourth);
    for (found, ((((before, a), b), c), d)) in found.iter_mut().zip(words) {
        *found = u8::from(begins_name(*before, *a, *b, *c, *d) | brackets & is_bracket(*a));
    }
    found
}

/// Whether a word begins here with the first letters of a name, in any case. Without branches, or no vectors.
#[inline]
fn begins_name(before: u8, a: u8, b: u8, c: u8, d: u8) -> bool {
    let [before, a, b, c, d] = [before | 0x20, a | 0x20, b | 0x20, c | 0x20, d | 0x20];
    let is_letter = |byte: u8| byte.wrapping_sub(b'a') < 26;
    // Summary, comment, note, action, begin, executive, bio, end: as few letters as few other words share.
    let is_name = ((a == b's') | (a == b'c')) & (c == b'm') & (d == b'm')
        | (a == b'n') & (c == b't') & (d == b'e')
        | (b == b'c') & (c == b't') & (d == b'i')
        | (a == b'b') & (c == b'g') & (d == b'i')
        | (b == b'x') & (c == b'e') & (d == b'c')
        | (a == b'b') & (b == b'i') & (c == b'o')
        | (a == b'e') & (b == b'n') & (c == b'd') & !is_letter(d);
    is_name & !is_letter(before)
}

#[inline]
fn is_bracket(byte: u8) -> bool {
    (byte == b'(') | (byte == b')') | (byte == b'[') | (byte == b']')
}

/// Whether a paragraph, as written, can hold an opening or closing at all. Most hold none, and need not be read as
/// logical text to know it.
pub(super) fn may_hold(raw: &str) -> bool {
    Calls::new(raw, false).any(|at| {
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
    let mut behind = rest;
    (0..MOST_WORDS).any(|_| {
        behind = behind.split_once(char::is_whitespace).map_or("", |(_, behind)| behind.trim_start());
        bounded_name(behind).is_some()
    })
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
                Calls::new(&text, true).map(|at| text[at..].split([' ', ')']).next().unwrap_or_default()).collect();
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
