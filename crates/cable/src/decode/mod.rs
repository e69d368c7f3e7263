//! What holds telegrams without being one: saved web pages of the 2010-11 archive and the bulk dump. Each becomes the
//! text of its telegrams, with a map back to the input.
//!
//! - `csv`: the rows of the bulk dump
//! - `page`: what is a page, and which of its text is the telegram
//! - `table`: what a page says of its telegram
//! - `differs`: what a row or page says against its text
//! - `token`: tags, comments and text of HTML
//! - `entity`: character references
//! - `map`: from the offsets of the text to those of the page

pub mod csv;
mod differs;
mod entity;
mod map;
mod page;
mod table;
#[cfg(test)]
mod tests;
mod token;

pub use map::OffsetMap;
pub use page::{Decoded, decode, is_page};
pub use table::Said;

use crate::{Cable, Dialect, Telegram};
use std::borrow::Cow;

/// What was read: the text that was parsed, the way back to the input, and the telegrams in it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The text that was parsed; every span refers to it.
    pub text: Cow<'a, str>,
    /// From offsets of the text to those of the input, where the input was a page or dump and not the text itself.
    pub map: Option<OffsetMap>,
    /// Its telegrams, at least one.
    pub cables: Vec<Cable>,
}

/// Reads a text, a saved page or the bulk dump: decodes page and dump, then takes the text apart.
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
    let Some(page) = decode(input) else {
        return Reading { text: Cow::Borrowed(input), map: None, cables: crate::cables_as(input, dialect).collect() };
    };
    let cables = crate::telegrams(&page.text).iter().map(|found| page.cable(found, dialect)).collect();
    Reading { text: Cow::Owned(page.text), map: Some(page.map), cables }
}

impl Decoded {
    /// Reads one of the [`crate::telegrams`] of the text; `dialect` as for [`read_as`].
    pub fn cable(&self, telegram: &Telegram, dialect: Option<Dialect>) -> Cable {
        let mut cable = crate::read_telegram(&self.text, telegram, dialect);
        if dialect.is_none() && matches!(cable.dialect, Dialect::Cablegate | Dialect::CablegateMarkdown) {
            cable.dialect = Dialect::CablegateHtml;
        }
        // Of several telegrams the page says which one is the first.
        if telegram.span.start == 0 {
            let Said { number, level } = &self.says;
            differs::note(&differs::Said { place: "page", number, date: "", level }, &mut cable);
        }
        cable
    }
}
