//! HTML as a run of tokens. Every page is read to its end once; what is not well formed is text.

use crate::Span;
use memchr::{memchr, memmem};

/// Elements whose content is no text of the page, and not markup either.
const UNSEEN: [&str; 3] = ["script", "style", "title"];

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Characters, character references included.
    Text(Span),
    /// `<name …>` or `</name>`; the name as written.
    Tag { name: &'a str, closing: bool, span: Span },
}

/// The tokens of a page. Comments, declarations, instructions, scripts and styles are left out.
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// Whether a search for `-->` has failed, so that a hostile page is not searched again at every `<!--`.
    comments_over: bool,
}

/// What a `<` begins.
enum Opening {
    /// A tag, comment, declaration or instruction that ends before this offset.
    Markup(usize),
    /// Nothing: it is a character like any other.
    Character,
    /// Nothing, and nothing after it does: no `>` follows.
    AllText,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        Self { page, at: 0, comments_over: false }
    }

    /// Leaves out everything up to the closing tag, or up to the end.
    fn skip_to_close(&mut self, name: &str) {
        let rest = &self.page.as_bytes()[self.at..];
        let closes = |&at: &usize| {
            let found = rest.get(at + 2..at + 2 + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        };
        self.at += memmem::find_iter(rest, b"</").find(closes).unwrap_or(rest.len());
    }

    /// Start and end of the next tag, comment, declaration or instruction.
    fn markup(&mut self) -> Option<(usize, usize)> {
        let mut from = self.at;
        loop {
            let open = from + memchr(b'<', self.page.as_bytes().get(from..)?)?;
            match self.opening(open) {
                Opening::Markup(end) => return Some((open, end)),
                Opening::Character => from = open + 1,
                Opening::AllText => return None,
            }
        }
    }

    fn opening(&mut self, open: usize) -> Opening {
        let rest = &self.page.as_bytes()[open..];
        if rest.starts_with(b"<!--") && !self.comments_over {
            match memmem::find(&rest[4..], b"-->") {
                Some(end) => return Opening::Markup(open + 4 + end + 3),
                None => self.comments_over = true,
            }
        }
        let begins_markup = match rest {
            [_, b'/', letter, ..] => letter.is_ascii_alphabetic(),
            [_, byte, ..] => byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?'),
            _ => false,
        };
        if !begins_markup {
            return Opening::Character;
        }
        // Attribute values are not looked into: a quoted `>` ends the tag early, and nothing of the text is lost.
        memchr(b'>', rest).map_or(Opening::AllText, |end| Opening::Markup(open + end + 1))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            let (open, end) = self.markup().unwrap_or((self.page.len(), self.page.len()));
            if open > start {
                self.at = open;
                return Some(Token::Text(Span::new(start as u32, open as u32)));
            }
            if open == self.page.len() {
                return None;
            }
            self.at = end;
            let closing = self.page.as_bytes().get(open + 1) == Some(&b'/');
            let inside = &self.page[open + 1 + usize::from(closing)..end - 1];
            let name = &inside[..inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len())];
            if !closing && UNSEEN.iter().any(|unseen| unseen.eq_ignore_ascii_case(name)) {
                self.skip_to_close(name);
            } else if !name.is_empty() {
                return Some(Token::Tag { name, closing, span: Span::new(open as u32, end as u32) });
            }
        }
    }
}
