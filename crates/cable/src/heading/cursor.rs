//! Reads the text of a field from left to right.

use crate::words::{shifted, slice, start_of};
use std::ops::Range;

/// A place in a text. It only moves forward, so that anything built on it is linear.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at: at.min(text.len()) }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// How many bytes of the line stand in front of the place.
    pub fn column(&self) -> usize {
        self.text.as_bytes().iter().take(self.at).rev().take_while(|byte| **byte != b'\n').count()
    }

    pub fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Moves over ASCII bytes that are `wanted`, and returns them.
    ///
    /// Only the few methods below call it, because each closure adds a copy of it to the program.
    fn run(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        let len = self.rest().bytes().take_while(|byte| byte.is_ascii() && wanted(*byte)).count();
        self.forward(len);
        slice(self.text, start..self.at)
    }

    /// A run of ASCII letters and any of `marks`, or nothing.
    pub fn letters_and(&mut self, marks: &[u8]) -> &'a str {
        self.run(|byte| byte.is_ascii_alphabetic() || marks.contains(&byte))
    }

    /// A run of ASCII letters, or nothing.
    pub fn letters(&mut self) -> &'a str {
        self.letters_and(b"")
    }

    /// A run of ASCII digits, or nothing.
    pub fn digits(&mut self) -> &'a str {
        self.run(|byte| byte.is_ascii_digit())
    }

    /// A run of ASCII letters, digits and any of `marks`, or nothing.
    pub fn word(&mut self, marks: &[u8]) -> &'a str {
        self.run(|byte| byte.is_ascii_alphanumeric() || marks.contains(&byte))
    }

    /// A run of any of `marks`, or nothing.
    pub fn marks(&mut self, marks: &[u8]) -> &'a str {
        self.run(|byte| marks.contains(&byte))
    }

    /// A run of white space and any of `marks`, or nothing.
    pub fn blanks_and(&mut self, marks: &[u8]) -> &'a str {
        self.run(|byte| byte.is_ascii_whitespace() || marks.contains(&byte))
    }

    /// A run of white space, or nothing.
    pub fn blanks(&mut self) -> &'a str {
        self.blanks_and(b"")
    }

    /// Moves over one byte if it is `wanted`.
    pub fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.forward(usize::from(found));
        found
    }

    /// Moves over `word` in any case, if no letter or digit follows it.
    pub fn eat_word(&mut self, word: &str) -> bool {
        let rest = self.rest().as_bytes();
        let found = rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
            && !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric);
        self.forward(if found { word.len() } else { 0 });
        found
    }

    /// Moves over `len` bytes, which must end on a character boundary.
    pub fn forward(&mut self, len: usize) {
        self.at = self.at.saturating_add(len).min(self.text.len());
    }

    /// Moves over one character of any kind.
    pub fn step(&mut self) {
        self.forward(self.rest().chars().next().map_or(0, char::len_utf8));
    }
}

/// The range without the characters at its ends that are `trimmed`.
pub(super) fn trim(text: &str, range: Range<usize>, trimmed: fn(char) -> bool) -> Range<usize> {
    let whole = slice(text, range.clone());
    let front = whole.trim_start_matches(trimmed);
    let start = start_of(front, whole);
    shifted(start..start.saturating_add(front.trim_end_matches(trimmed).len()), range.start)
}
