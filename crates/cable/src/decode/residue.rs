//! What stands in a text and is not the telegraph's own: characters written as references, tags of web pages, letters that
//! a print joined, and the blanks that Unicode has beside the one.

use super::entity;
use super::tag::{self, Tag};
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
    /// A blank.
    Blank,
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
    // Links that are open: the end of another one is text.
    let mut links = 0_u32;
    std::iter::from_fn(move || {
        loop {
            let places = [marks.peek(), blanks.peek(), letters.peek()];
            let at = *places.into_iter().flatten().min()?;
            marks.next_if_eq(&at);
            blanks.next_if_eq(&at);
            letters.next_if_eq(&at);
            let found = text.get(at..).filter(|_| at >= end).and_then(|rest| read(rest, &mut links));
            if let Some((text, len, code)) = found {
                end = at.saturating_add(len);
                return Some(Residue { span: span.part(at..end), text, code });
            }
        }
    })
}

/// What `text` begins with, if that is such a stretch: what it stands for, its length, and what is to be said of it.
fn read(text: &str, links: &mut u32) -> Option<(StandsFor, usize, Code)> {
    use StandsFor::{Blank, Character, Letters, Nothing};
    let first = text.chars().next()?;
    let replaced = |stands_for| Some((stands_for, first.len_utf8(), Code::CharacterReplaced));
    match first {
        '&' => entity::read(text).map(|(character, len)| (Character(character), len, Code::EntityLeft)),
        '<' => {
            let (tag, len) = tag::read(text)?;
            *links = match tag {
                Tag::Link => links.saturating_add(1),
                Tag::LinkEnd => links.checked_sub(1)?,
                Tag::Layout => *links,
            };
            Some((Nothing, len, Code::TagLeft))
        }
        'ﬀ' => replaced(Letters("ff")),
        'ﬁ' => replaced(Letters("fi")),
        'ﬂ' => replaced(Letters("fl")),
        'ﬃ' => replaced(Letters("ffi")),
        'ﬄ' => replaced(Letters("ffl")),
        _ => replaced(is_blank(first).then_some(Blank)?),
    }
}

/// The bytes that letters which a print joined begin with: `ﬁ`.
const LIGATURES: &[u8] = b"\xEF\xAC";

/// Whether a character is one of Unicode's other blanks, for which a telegram has a plain one. Those without any width,
/// and Unicode's other line ends, stay: they are shown where they stand.
pub(super) fn is_blank(character: char) -> bool {
    matches!(character, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}
