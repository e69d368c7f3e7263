//! What is a saved page, and which of its text is the telegram.

use super::OffsetMap;
use super::entity;
use super::table::{Said, said};
use super::token::{Token, Tokens};
use crate::Span;
use memchr::memchr;

/// The text of a saved page, and the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The telegram's text; of a page without one, all of its text.
    pub text: String,
    /// From the offsets of the text to those of the page.
    pub map: OffsetMap,
    /// What the page says of its telegram.
    pub says: Said,
}

/// The text of a saved page, or `None` where the input does not begin like one.
///
/// The archive's pages hold a telegram in two `<code><pre>` elements, header and body. What is outside of them is the
/// page's own and left out. Takes time linear in the page, whatever it holds.
pub fn decode(input: &str) -> Option<Decoded> {
    is_page(input).then(|| {
        let mut writer = Writer { page: input, text: String::new(), map: OffsetMap::default(), blank: None };
        match Scope::of(input) {
            Some(scope) => writer.preformatted(scope),
            None => writer.running_text(),
        }
        Decoded { text: writer.text, map: writer.map, says: said(input) }
    })
}

/// Whether an input is a saved page: it begins with markup of the document itself, or of the archive's layout. `<` alone says nothing: a telegram
/// could begin with it, and a hostile one would.
pub fn is_page(input: &str) -> bool {
    const OPENINGS: [&str; 9] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<?xml",
        "<pre",
        "<code><pre",
        "<table class='cable'",
        "<h3>viewing cable",
    ];
    let mut start = input.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    while let Some(comment) = start.strip_prefix("<!--") {
        let Some((_, rest)) = comment.split_once("-->") else { return false };
        start = rest.trim_start();
    }
    let begins = |opening: &str| start.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening));
    OPENINGS.into_iter().any(begins)
}

/// Which `pre` elements hold the telegram.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Those inside of `code`, as the archive has them.
    InCode,
    /// All of them.
    All,
}

impl Scope {
    fn of(page: &str) -> Option<Self> {
        let mut in_code = false;
        let mut scope = None;
        for token in Tokens::new(page) {
            let Token::Tag { name, closing, .. } = token else { continue };
            if name.eq_ignore_ascii_case("code") {
                in_code = !closing;
            } else if name.eq_ignore_ascii_case("pre") && !closing {
                if in_code {
                    return Some(Scope::InCode);
                }
                scope = Some(Scope::All);
            }
        }
        scope
    }
}

/// Elements that begin and end a line.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "td",
    "tr",
    "ul",
];

struct Writer<'a> {
    page: &'a str,
    text: String,
    map: OffsetMap,
    /// White space of running text that becomes a blank as soon as more text follows.
    blank: Option<Span>,
}

impl Writer<'_> {
    /// The content of the `pre` elements in scope, a blank line between two of them.
    fn preformatted(&mut self, scope: Scope) {
        let (mut in_code, mut inside) = (false, false);
        for token in Tokens::new(self.page) {
            match token {
                Token::Text(span) if inside => self.characters(span),
                Token::Text(_) => {}
                Token::Tag { name, closing, span } => {
                    if name.eq_ignore_ascii_case("code") {
                        in_code = !closing;
                    } else if name.eq_ignore_ascii_case("pre") {
                        inside = !closing && (in_code || scope == Scope::All);
                        if inside && !self.text.is_empty() {
                            self.blank_line(span);
                        }
                    } else if inside && name.eq_ignore_ascii_case("br") {
                        self.put('\n', span);
                    }
                }
            }
        }
    }

    /// All text of the page, a line for every block, white space as a browser shows it.
    fn running_text(&mut self) {
        for token in Tokens::new(self.page) {
            match token {
                Token::Text(span) => self.running_characters(span),
                Token::Tag { name, span, .. } if name.eq_ignore_ascii_case("br") => self.put('\n', span),
                Token::Tag { name, span, .. } if BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)) => {
                    self.line_end(span)
                }
                Token::Tag { .. } => {}
            }
        }
    }

    /// Text as it stands, references decoded.
    fn characters(&mut self, span: Span) {
        let mut rest = span;
        while !rest.is_empty() {
            let text = rest.of(self.page);
            let (plain, behind) = rest.split_at(memchr(b'&', text.as_bytes()).unwrap_or(text.len()));
            self.copy(plain);
            if let Some((character, len)) = entity::read(behind.of(self.page)) {
                let (reference, behind) = behind.split_at(len);
                self.put(character, reference);
                rest = behind;
            } else {
                let (ampersand, behind) = behind.split_at(1);
                self.copy(ampersand);
                rest = behind;
            }
        }
    }

    /// Text with every run of white space as one blank.
    fn running_characters(&mut self, span: Span) {
        let mut rest = span;
        for word in span.of(self.page).split_inclusive(char::is_whitespace) {
            let (whole, behind) = rest.split_at(word.len());
            let (letters, blank) = whole.split_at(word.trim_end().len());
            if !letters.is_empty() {
                if let Some(blank) = self.blank.take() {
                    self.put(' ', blank);
                }
                self.characters(letters);
            }
            if !blank.is_empty() && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.blank.get_or_insert(blank);
            }
            rest = behind;
        }
    }

    fn line_end(&mut self, tag: Span) {
        self.blank = None;
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.put('\n', tag);
        }
    }

    fn blank_line(&mut self, tag: Span) {
        while !self.text.ends_with("\n\n") {
            self.put('\n', tag);
        }
    }

    fn copy(&mut self, span: Span) {
        if !span.is_empty() {
            self.text.push_str(span.of(self.page));
            self.map.push(span.len() as usize, span);
        }
    }

    fn put(&mut self, character: char, source: Span) {
        self.text.push(character);
        self.map.push(character.len_utf8(), source);
    }
}
