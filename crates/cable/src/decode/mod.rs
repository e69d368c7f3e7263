//! Inputs that hold telegrams but are not plain text: saved web pages of the 2010-11 archive, the bulk dump, and copies
//! to which other programs have added something. Each becomes the text of its telegrams, with a map back to the input.
//!
//! - `csv`: the rows of the bulk dump
//! - `page`: whether an input is a page, and which part of its text is the telegram
//! - `table`: what a page says about its telegram
//! - `differs`: where a row or page contradicts its text
//! - `copied`: what programs add to a text that is copied through them
//! - `escaped`: line ends and marks that a program wrote out
//! - `residue`: what is not the telegraph's own
//! - `tag`: tags that a copy of a page kept
//! - `token`: tags, comments and text of HTML
//! - `entity`: character references
//! - `map`: from the offsets of the text to those of the page

mod copied;
pub mod csv;
mod differs;
mod entity;
mod escaped;
mod map;
mod page;
mod residue;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod token;

pub use map::OffsetMap;
pub use page::is_page;
pub use table::Said;

use crate::telegram_name::TelegramName;
use crate::{Cable, Code, Diagnostic, Dialect, Span, Telegram};
use residue::{Residue, StandsFor};
use std::borrow::Cow;

/// What was read: the text that was parsed, the way back to the input, and the telegrams in it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The text that was parsed; every span refers to it.
    pub text: Cow<'a, str>,
    /// From offsets of the text to those of the input; `None` if the input is the text itself.
    pub map: Option<OffsetMap>,
    /// Its telegrams, at least one.
    pub cables: Vec<Cable>,
}

/// Reads a text, a saved page or the bulk dump: decodes what is more than the text of telegrams, then parses it.
pub fn read(input: &str) -> Reading<'_> {
    read_as(input, None)
}

/// As [`read`], by the rules of `dialect`; `None` recognises it.
pub fn read_as(input: &str, dialect: Option<Dialect>) -> Reading<'_> {
    if csv::is_csv(input) {
        let decoded = csv::decode(input);
        let cables = decoded.cables(dialect).collect();
        return Reading { text: Cow::Owned(decoded.text), map: Some(decoded.map), cables };
    }
    let Some(decoded) = decode(input) else {
        return Reading { text: Cow::Borrowed(input), map: None, cables: crate::cables_as(input, dialect).collect() };
    };
    let cables = crate::telegrams(&decoded.text).iter().map(|found| decoded.cable(found, dialect)).collect();
    Reading { text: Cow::Owned(decoded.text), map: Some(decoded.map), cables }
}

/// The text of a saved page or of a copy, and the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text of its telegrams.
    pub text: String,
    /// From the offsets of the text to those of the input.
    pub map: OffsetMap,
    /// What a saved page says about its telegram; `None` for a copy.
    pub says: Option<Said>,
    mends: copied::Mends,
}

/// The text of a saved page, or of a copy to which other programs have added something. `None` for a text that can be
/// read as it stands.
pub fn decode(input: &str) -> Option<Decoded> {
    page::decode(input).or_else(|| copied::decode(input))
}

impl Decoded {
    /// Reads one of the [`crate::telegrams`] of the text; `dialect` as for [`read_as`].
    pub fn cable(&self, telegram: &Telegram, dialect: Option<Dialect>) -> Cable {
        // The page describes the first of several telegrams.
        let says = self.says.as_ref().filter(|_| telegram.span.start == 0);
        let named = says.and_then(|says| TelegramName::read(&says.number));
        let mut cable = crate::parse::telegram(&self.text, telegram.clone(), dialect, named);
        self.mends.note(&self.text, &mut cable);
        // A text that still has tags was copied out of the source of a page.
        let of_page = match cable.dialect {
            Dialect::Cablegate => {
                self.says.is_some() || cable.diagnostics.iter().any(|found| found.code == Code::TagLeft)
            }
            Dialect::CablegateMarkdown => self.says.is_some(),
            _ => false,
        };
        if of_page && dialect.is_none() {
            cable.dialect = Dialect::CablegateHtml;
        }
        if let Some(Said { number, level }) = says {
            differs::note(&differs::Said { place: "page", number, date: "", level }, &mut cable);
        }
        cable
    }

    /// Adds a stretch of the input as it stands.
    fn copy(&mut self, input: &str, span: Span) {
        if !span.is_empty() {
            self.text.push_str(span.of(input));
            self.map.push(span.len() as usize, span);
        }
    }

    /// Adds what a residue stands for.
    fn put_residue(&mut self, found: &Residue) {
        match found.text {
            StandsFor::Nothing => {}
            StandsFor::Character(character) => self.put(character, found.span),
            StandsFor::Blank => self.put(' ', found.span),
            StandsFor::Letters(letters) => self.put_all(letters.chars(), found.span),
        }
    }

    /// Adds characters for which `source` stands as a whole: the first leads to it, the others behind it.
    fn put_all(&mut self, characters: impl Iterator<Item = char>, mut source: Span) {
        for character in characters {
            self.put(character, source);
            source.start = source.end;
        }
    }

    /// Adds the character that `source` stands for.
    fn put(&mut self, character: char, source: Span) {
        self.text.push(character);
        self.map.push(character.len_utf8(), source);
    }
}

/// Adds a diagnostic in its place.
fn insert(diagnostic: Diagnostic, cable: &mut Cable) {
    let Diagnostic { span, code, .. } = diagnostic;
    let at = cable.diagnostics.partition_point(|known| (known.span, known.code) <= (span, code));
    cable.diagnostics.insert(at, diagnostic);
}
