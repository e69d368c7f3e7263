//! What in a text is not the telegraph's own: characters written as references, tags of web pages, letters that a print
//! joined, hyphens that show only where a line ends, and Unicode's other blanks.

use super::tag::{self, Tag};
use super::{entity, escaped};
use crate::{Code, Span};
use memchr::{memchr_iter, memchr3_iter};

/// A stretch that stands for another character, or for none.
pub(super) struct Residue {
    /// The place of what is written.
    pub span: Span,
    /// What it stands for.
    pub text: StandsFor,
    /// The diagnostic for it outside of a page.
    pub code: Code,
}

/// What is read in place of a residue.
#[derive(Clone, Copy)]
pub(super) enum StandsFor {
    Nothing,
    Character(char),
    /// A blank.
    Blank,
    Letters(&'static str),
}

/// Every residue of `span`, in order; with `escapes`, also what stands behind backslashes.
pub(super) fn residues(input: &str, span: Span, escapes: bool) -> impl Iterator<Item = Residue> + '_ {
    let text = span.of(input);
    let mut escapes = memchr_iter(b'\\', if escapes { text.as_bytes() } else { &[] }).peekable();
    // The bytes that a reference, a tag, a no-break space or a soft hyphen can begin with.
    let mut marks = memchr3_iter(b'&', b'<', 0xC2, text.as_bytes()).peekable();
    let wide = if text.is_ascii() { &[] } else { text.as_bytes() };
    let mut blanks = memchr3_iter(0xE1, 0xE2, 0xE3, wide).peekable();
    // The byte that joined letters or a byte order mark begin with.
    let mut letters = memchr_iter(0xEF, wide).peekable();
    let mut end = 0;
    // The number of open links: the end of any other link is text.
    let mut links = 0_u32;
    std::iter::from_fn(move || {
        loop {
            let places = [marks.peek(), blanks.peek(), letters.peek(), escapes.peek()];
            let at = *places.into_iter().flatten().min()?;
            marks.next_if_eq(&at);
            blanks.next_if_eq(&at);
            letters.next_if_eq(&at);
            escapes.next_if_eq(&at);
            let halves = text.split_at_checked(at).filter(|_| at >= end);
            let found = halves.and_then(|(before, rest)| read(before, rest, &mut links));
            if let Some((text, len, code)) = found {
                end = at.saturating_add(len);
                return Some(Residue { span: span.part(at..end), text, code });
            }
        }
    })
}

/// The residue that `text` begins with, if any: what it stands for, its length, and its diagnostic.
fn read(before: &str, text: &str, links: &mut u32) -> Option<(StandsFor, usize, Code)> {
    use StandsFor::{Blank, Character, Letters, Nothing};
    let first = text.chars().next()?;
    let replaced = |stands_for| Some((stands_for, first.len_utf8(), Code::CharacterReplaced));
    match first {
        '&' => entity::read(text).map(|(character, len)| (Character(character), len, Code::EntityLeft)),
        '\\' => escaped::read(text).map(|(character, len)| (Character(character), len, Code::EscapeRead)),
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
        SOFT_HYPHEN => replaced(if ends_line(text) { Character('-') } else { Nothing }),
        _ if is_break(first) => Some((Nothing, breaks(before, text)?, Code::CharacterReplaced)),
        _ => replaced(is_blank(first).then_some(Blank)?),
    }
}

/// The place where a word may be divided: a hyphen at the end of a line, and nothing elsewhere.
const SOFT_HYPHEN: char = '\u{AD}';

/// Whether a line ends behind the soft hyphen at the start of `text`.
fn ends_line(text: &str) -> bool {
    let behind = text.strip_prefix(SOFT_HYPHEN).unwrap_or(text);
    behind.trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
}

/// The length of characters without width beside a blank, where they neither break nor join anything.
fn breaks(before: &str, text: &str) -> Option<usize> {
    /// At most this many are taken out; more are only reported.
    const MOST: usize = 8;
    let len = text.chars().take(MOST).take_while(|c| is_break(*c)).map(char::len_utf8).sum();
    let behind = text.get(len..)?.chars().next();
    let is_beside = |beside: Option<char>| beside.is_none_or(char::is_whitespace);
    (is_beside(before.chars().next_back()) || is_beside(behind)).then_some(len)
}

/// Whether a character without width says whether a line may be broken there. Files that begin with a byte order mark
/// have one where they were joined.
fn is_break(character: char) -> bool {
    matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character is one of Unicode's other blanks, for which a telegram has a plain one. Characters without width
/// inside words, and Unicode's other line ends, stay and are shown in place.
pub(super) fn is_blank(character: char) -> bool {
    matches!(character, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}
