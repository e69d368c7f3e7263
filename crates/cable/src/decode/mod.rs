//! Saved web pages: from a page of the 2010-11 archive to the text of its telegram, with a map back to the page.
//!
//! - `page`: what is a page, and which of its text is the telegram
//! - `token`: tags, comments and text of HTML
//! - `entity`: character references
//! - `map`: from the offsets of the text to those of the page

mod entity;
mod map;
mod page;
#[cfg(test)]
mod tests;
mod token;

pub use map::OffsetMap;
pub use page::{Decoded, decode};

use crate::{Cable, Dialect};
use std::borrow::Cow;

/// What was read: the text that was parsed, the way back to the input, and the telegrams in it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The text that was parsed; every span refers to it.
    pub text: Cow<'a, str>,
    /// From offsets of the text to those of the input, where the input was a saved page and not the text itself.
    pub map: Option<OffsetMap>,
    /// Its telegrams, at least one.
    pub cables: Vec<Cable>,
}

/// Reads a text or a saved page: decodes the page, then takes the text apart.
pub fn read(input: &str) -> Reading<'_> {
    read_as(input, None)
}

/// As [`read`], by the rules of `dialect`; `None` recognises it.
pub fn read_as(input: &str, dialect: Option<Dialect>) -> Reading<'_> {
    let Some(Decoded { text, map }) = decode(input) else {
        return Reading { text: Cow::Borrowed(input), map: None, cables: crate::cables_as(input, dialect).collect() };
    };
    let mut cables: Vec<Cable> = crate::cables_as(&text, dialect).collect();
    for cable in &mut cables {
        if dialect.is_none() && matches!(cable.dialect, Dialect::Cablegate | Dialect::CablegateMarkdown) {
            cable.dialect = Dialect::CablegateHtml;
        }
    }
    Reading { text: Cow::Owned(text), map: Some(map), cables }
}
