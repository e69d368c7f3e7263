//! Characters that are not the telegraph's own: references to characters as web pages have them, and the blanks and line
//! ends that Unicode has beside one of each.

use super::entity;
use crate::{Code, Span};

/// A character that stands for another one.
pub(super) struct Found {
    /// What is written.
    pub span: Span,
    /// What it stands for.
    pub character: char,
    /// What is to be said of it where it is no part of a page.
    pub code: Code,
}

/// The first such character of `span`.
pub(super) fn next(input: &str, span: Span) -> Option<Found> {
    let text = span.of(input);
    let bytes = text.as_bytes();
    let mut from = 0_usize;
    loop {
        let at = from.saturating_add(bytes.get(from..)?.iter().position(begins)?);
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        let found = |character, len: usize, code| {
            let span = span.part(at..at.saturating_add(len));
            Some(Found { span, character, code })
        };
        if let Some(character) = blank(first) {
            return found(character, first.len_utf8(), Code::BlankReplaced);
        }
        if let Some((character, len)) = (first == '&').then(|| entity::read(rest)).flatten() {
            return found(character, len, Code::EntityLeft);
        }
        from = at.saturating_add(first.len_utf8());
    }
}

/// Whether a reference or one of the blanks can begin with a byte.
fn begins(byte: &u8) -> bool {
    matches!(byte, b'&' | 0xC2 | 0xE1 | 0xE2 | 0xE3)
}

/// What a telegram has in the place of Unicode's other blanks and line ends. Those without any width stay: they are
/// shown where they stand.
pub(super) fn blank(character: char) -> Option<char> {
    match character {
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ => None,
    }
}
