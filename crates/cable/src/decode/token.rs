//! HTML as a sequence of tokens. Every page is read to its end once; what is not well formed is text.

use crate::known::is_one_of;
use crate::words::starts_with_any_case;
use crate::{Span, whole};
use memchr::{memchr, memmem};

/// Elements whose content is neither text of the page nor markup.
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
    rest: Span,
    /// Whether a search for `-->` has failed, so that a hostile page is not searched again at every `<!--`.
    comments_over: bool,
}

/// What a `<` begins.
enum Opening {
    /// A tag, comment, declaration or instruction of this length.
    Markup(usize),
    /// Nothing: it is an ordinary character.
    Character,
    /// Nothing, and no `<` behind it begins anything: no `>` follows.
    AllText,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        Self { page, rest: whole(page), comments_over: false }
    }

    /// Leaves out everything up to the closing tag, or up to the end.
    fn skip_to_close(&mut self, name: &str) {
        let rest = self.rest.of(self.page);
        let closes = |at: &usize| {
            let closing = rest.get(*at..).and_then(|tag| tag.strip_prefix("</"));
            closing.is_some_and(|inside| starts_with_any_case(inside, name))
        };
        let close = memmem::find_iter(rest.as_bytes(), "</").find(closes);
        (_, self.rest) = self.rest.split_at(close.unwrap_or(rest.len()));
    }

    /// The next tag, comment, declaration or instruction.
    fn markup(&mut self) -> Option<Span> {
        let mut rest = self.rest;
        loop {
            let (_, open) = rest.split_at(memchr(b'<', rest.of(self.page).as_bytes())?);
            match self.opening(open.of(self.page)) {
                Opening::Markup(len) => return Some(open.split_at(len).0),
                Opening::Character => (_, rest) = open.split_at(1),
                Opening::AllText => return None,
            }
        }
    }

    /// What the `<` at the start of `text` begins.
    fn opening(&mut self, text: &str) -> Opening {
        if let Some(comment) = text.strip_prefix("<!--").filter(|_| !self.comments_over) {
            match memmem::find(comment.as_bytes(), b"-->") {
                Some(len) => return Opening::Markup(len.saturating_add("<!---->".len())),
                None => self.comments_over = true,
            }
        }
        let begins_markup = match text.as_bytes() {
            [_, b'/', letter, ..] => letter.is_ascii_alphabetic(),
            [_, byte, ..] => byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?'),
            _ => false,
        };
        if !begins_markup {
            return Opening::Character;
        }
        // Attribute values are not looked into: a quoted `>` ends the tag early, and nothing of the text is lost.
        memchr(b'>', text.as_bytes()).map_or(Opening::AllText, |end| Opening::Markup(end.saturating_add(1)))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let span = self.markup().unwrap_or(Span::new(self.rest.end, self.rest.end));
            let text = Span::new(self.rest.start, span.start);
            if !text.is_empty() {
                self.rest.start = text.end;
                return Some(Token::Text(text));
            }
            self.rest.start = span.end;
            let inside = span.of(self.page).strip_prefix('<')?;
            let (inside, closing) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
            let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
            if !closing && is_one_of(name, &UNSEEN) {
                self.skip_to_close(name);
            } else if !name.is_empty() {
                return Some(Token::Tag { name, closing, span });
            }
        }
    }
}
