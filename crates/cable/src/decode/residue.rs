//! What stands in a text and is not the telegraph's own: characters written as references, tags of web pages, and the
//! blanks and line ends that Unicode has beside one of each.

use super::{entity, tag};
use crate::{Code, Span};
use memchr::memchr3_iter;

/// A stretch that stands for another character, or for none.
pub(super) struct Residue {
    /// What is written.
    pub span: Span,
    /// What it stands for.
    pub character: Option<char>,
    /// What is to be said of it where it is no part of a page.
    pub code: Code,
}

/// Every such stretch of `span`, in order.
pub(super) fn residues(input: &str, span: Span) -> impl Iterator<Item = Residue> + '_ {
    let text = span.of(input);
    // What a reference, a tag or one of the blanks can begin with.
    let mut marks = memchr3_iter(b'&', b'<', 0xC2, text.as_bytes()).peekable();
    let mut wide = memchr3_iter(0xE1, 0xE2, 0xE3, text.as_bytes()).peekable();
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let at = match (marks.peek(), wide.peek()) {
                (Some(mark), Some(other)) if other < mark => wide.next(),
                (None, _) => wide.next(),
                _ => marks.next(),
            }?;
            let found = text.get(at..).filter(|_| at >= end).and_then(read);
            if let Some((character, len, code)) = found {
                end = at.saturating_add(len);
                return Some(Residue { span: span.part(at..end), character, code });
            }
        }
    })
}

/// What `text` begins with, if that is such a stretch: what it stands for, its length, and what is to be said of it.
fn read(text: &str) -> Option<(Option<char>, usize, Code)> {
    let first = text.chars().next()?;
    match first {
        '&' => entity::read(text).map(|(character, len)| (Some(character), len, Code::EntityLeft)),
        '<' => tag::read(text).map(|(line_end, len)| (line_end.then_some('\n'), len, Code::TagLeft)),
        _ => blank(first).map(|blank| (Some(blank), first.len_utf8(), Code::BlankReplaced)),
    }
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
