//! Whether an input is a saved page, and which part of its text is the telegram.

use super::Decoded;
use super::entity;
use super::residue;
use super::table::said;
use super::token::{Token, Tokens};
use crate::Span;
use crate::known::is_word_of;

/// The text of a saved page, or `None` if the input does not begin like one. Of a page without a telegram, it is all of
/// the text.
///
/// The archive's pages hold a telegram in two `<code><pre>` elements, header and body. Everything outside them belongs
/// to the page and is left out. Takes time linear in the page, whatever it holds.
pub(super) fn decode(input: &str) -> Option<Decoded> {
    is_page(input).then(|| {
        let decoded = Decoded { says: Some(said(input)), ..Decoded::default() };
        let mut writer = Writer { page: input, decoded, blank: None };
        match Scope::of(input) {
            Some(scope) => writer.preformatted(scope),
            None => writer.running_text(),
        }
        writer.decoded
    })
}

/// Whether an input is a saved page: it begins with markup of the document itself, or of the archive's layout. `<` by
/// itself shows nothing: a telegram could begin with it, and a hostile one would.
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
    /// Those inside `code`, as the archive has them.
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
const BLOCKS: &str = "\
    address article aside blockquote body center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p \
    section table td tr ul";

struct Writer<'a> {
    page: &'a str,
    decoded: Decoded,
    /// White space of running text that becomes a blank once more text follows.
    blank: Option<Span>,
}

impl Writer<'_> {
    /// Adds the content of the `pre` elements in scope, with a blank line between two of them.
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
                        if inside && !self.decoded.text.is_empty() {
                            self.blank_line(span);
                        }
                    } else if inside && name.eq_ignore_ascii_case("br") && !self.is_line_end(span.end) {
                        self.put('\n', span);
                    }
                }
            }
        }
    }

    /// Whether a line end is at `at`: a `<br>` directly in front of one is that line end, and not a second one.
    fn is_line_end(&self, at: u32) -> bool {
        let behind = self.page.get(at as usize..).unwrap_or_default();
        let first = entity::read(behind).map(|(character, _)| character).or_else(|| behind.chars().next());
        matches!(first, Some('\n' | '\r'))
    }

    /// Adds all text of the page, a line for every block, white space as a browser shows it.
    fn running_text(&mut self) {
        for token in Tokens::new(self.page) {
            match token {
                Token::Text(span) => self.running_characters(span),
                Token::Tag { name, span, .. } if name.eq_ignore_ascii_case("br") => self.put('\n', span),
                Token::Tag { name, span, .. } if is_word_of(name, BLOCKS) => self.line_end(span),
                Token::Tag { .. } => {}
            }
        }
    }

    /// Adds text as it stands, with references decoded.
    fn characters(&mut self, span: Span) {
        let mut rest = span;
        for found in residue::residues(self.page, span, false) {
            self.decoded.copy(self.page, Span::new(rest.start, found.span.start));
            self.decoded.put_residue(&found);
            rest.start = found.span.end;
        }
        self.decoded.copy(self.page, rest);
    }

    /// Adds text with every run of white space as one blank.
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
            if !blank.is_empty() && !self.decoded.text.is_empty() && !self.decoded.text.ends_with('\n') {
                self.blank.get_or_insert(blank);
            }
            rest = behind;
        }
    }

    fn line_end(&mut self, tag: Span) {
        self.blank = None;
        if !self.decoded.text.is_empty() && !self.decoded.text.ends_with("\n\n") {
            self.put('\n', tag);
        }
    }

    fn blank_line(&mut self, tag: Span) {
        while !self.decoded.text.ends_with("\n\n") {
            self.put('\n', tag);
        }
    }

    fn put(&mut self, character: char, source: Span) {
        self.decoded.put(character, source);
    }
}
