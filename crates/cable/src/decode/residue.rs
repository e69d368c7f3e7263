//! What stands in a text and is not the telegraph's own: characters written as references, tags of web pages, and the
//! blanks and line ends that Unicode has beside one of each.

use super::{entity, tag};
use crate::{Code, Span};

/// A stretch that stands for another character, or for none.
pub(super) struct Residue {
    /// What is written.
    pub span: Span,
    /// What it stands for.
    pub character: Option<char>,
    /// What is to be said of it where it is no part of a page.
    pub code: Code,
}

/// The first such stretch of `span`.
pub(super) fn next(input: &str, span: Span) -> Option<Residue> {
    let text = span.of(input);
    let bytes = text.as_bytes();
    let mut from = 0_usize;
    loop {
        let at = from.saturating_add(bytes.get(from..)?.iter().position(begins)?);
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        let found = match first {
            '&' => entity::read(rest).map(|(character, len)| (Some(character), len, Code::EntityLeft)),
            '<' => tag::read(rest).map(|(line_end, len)| (line_end.then_some('\n'), len, Code::TagLeft)),
            _ => blank(first).map(|blank| (Some(blank), first.len_utf8(), Code::BlankReplaced)),
        };
        if let Some((character, len, code)) = found {
            return Some(Residue { span: span.part(at..at.saturating_add(len)), character, code });
        }
        from = at.saturating_add(first.len_utf8());
    }
}

/// Whether a reference, a tag or one of the blanks can begin with a byte.
fn begins(byte: &u8) -> bool {
    matches!(byte, b'&' | b'<' | 0xC2 | 0xE1 | 0xE2 | 0xE3)
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
