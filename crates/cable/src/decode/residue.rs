//! What stands in a text and is not the telegraph's own: characters written as references, tags of web pages, letters that
//! a print joined, and the blanks and line ends that Unicode has beside one of each.

use super::{entity, tag};
use crate::{Code, Span};
use memchr::{memchr3_iter, memmem};

/// A stretch that stands for another character, or for none.
pub(super) struct Residue {
    /// What is written.
    pub span: Span,
    /// What it stands for.
    pub text: StandsFor,
    /// What is to be said of it where it is no part of a page.
    pub code: Code,
}

/// What is to be read in the place of a residue.
#[derive(Clone, Copy)]
pub(super) enum StandsFor {
    Nothing,
    Character(char),
    /// A blank or line end.
    Blank(char),
    Letters(&'static str),
}

/// Every such stretch of `span`, in order.
pub(super) fn residues(input: &str, span: Span) -> impl Iterator<Item = Residue> + '_ {
    let text = span.of(input);
    // What a reference, a tag or one of the blanks can begin with.
    let mut marks = memchr3_iter(b'&', b'<', 0xC2, text.as_bytes()).peekable();
    let mut blanks = memchr3_iter(0xE1, 0xE2, 0xE3, text.as_bytes()).peekable();
    let mut letters = memmem::find_iter(text.as_bytes(), LIGATURES).peekable();
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let places = [marks.peek(), blanks.peek(), letters.peek()];
            let at = *places.into_iter().flatten().min()?;
            marks.next_if_eq(&at);
            blanks.next_if_eq(&at);
            letters.next_if_eq(&at);
            let found = text.get(at..).filter(|_| at >= end).and_then(read);
            if let Some((text, len, code)) = found {
                end = at.saturating_add(len);
                return Some(Residue { span: span.part(at..end), text, code });
            }
        }
    })
}

/// What `text` begins with, if that is such a stretch: what it stands for, its length, and what is to be said of it.
fn read(text: &str) -> Option<(StandsFor, usize, Code)> {
    use StandsFor::{Blank, Character, Letters, Nothing};
    let first = text.chars().next()?;
    let replaced = |stands_for| Some((stands_for, first.len_utf8(), Code::CharacterReplaced));
    match first {
        '&' => entity::read(text).map(|(character, len)| (Character(character), len, Code::EntityLeft)),
        '<' => {
            let (ends_line, len) = tag::read(text)?;
            Some((if ends_line { Character('\n') } else { Nothing }, len, Code::TagLeft))
        }
        'ﬀ' => replaced(Letters("ff")),
        'ﬁ' => replaced(Letters("fi")),
        'ﬂ' => replaced(Letters("fl")),
        'ﬃ' => replaced(Letters("ffi")),
        'ﬄ' => replaced(Letters("ffl")),
        _ => replaced(Blank(blank(first)?)),
    }
}

/// The bytes that letters which a print joined begin with: `ﬁ`.
const LIGATURES: &[u8] = b"\xEF\xAC";

/// What a telegram has in the place of Unicode's other blanks and line ends. Those without any width stay: they are
/// shown where they stand.
pub(super) fn blank(character: char) -> Option<char> {
    match character {
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ => None,
    }
}
