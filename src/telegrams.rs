//! The telegrams of an open text, each taken apart once.

use crate::intake::Opened;
use crate::reading::words;
use cable::{Cable, Dialect};
use std::rc::Rc;

/// Longest subject in a list of telegrams, in characters.
const SUBJECT: usize = 60;

/// A text with every telegram in it.
#[derive(Debug)]
pub struct Telegrams {
    /// How it came in. Its text is the one that was read, a saved page as its markup.
    pub opened: Rc<Opened>,
    /// The dialect that the reader chose; `None` where each telegram's own is recognised.
    pub read_as: Option<Dialect>,
    /// The text that was parsed, to which every span refers, where it is not the one that was read.
    decoded: Option<String>,
    cables: Vec<Cable>,
    /// What each was recognised as, whatever it is read as.
    recognised: Rc<[Dialect]>,
}

impl Telegrams {
    /// Takes a text apart.
    pub fn open(opened: Opened) -> Self {
        let mut new = Self::read(Rc::new(opened), None, Rc::default());
        new.recognised = new.cables.iter().map(|cable| cable.dialect).collect();
        new
    }

    /// Takes the text apart again by the rules of a dialect; `None` recognises it.
    pub fn read_as(&self, dialect: Option<Dialect>) -> Self {
        Self::read(self.opened.clone(), dialect, self.recognised.clone())
    }

    fn read(opened: Rc<Opened>, read_as: Option<Dialect>, recognised: Rc<[Dialect]>) -> Self {
        let reading = cable::read_as(&opened.text, read_as);
        let decoded = reading.map.is_some().then(|| reading.text.into_owned());
        let cables = reading.cables;
        Self { opened, read_as, decoded, cables, recognised }
    }

    /// The text that every span refers to.
    pub fn text(&self) -> &str {
        self.decoded.as_deref().unwrap_or(&self.opened.text)
    }

    /// How many there are, at least one.
    pub fn count(&self) -> usize {
        self.cables.len().max(1)
    }

    /// The telegram at `index`.
    pub fn cable(&self, index: usize) -> Cable {
        self.cables.get(index).cloned().unwrap_or_else(|| cable::parse(""))
    }

    /// What the telegram at `index` is by itself.
    pub fn recognised(&self, index: usize) -> Dialect {
        self.recognised.get(index).copied().unwrap_or(Dialect::Unknown)
    }

    /// What tells the telegram at `index` from the others: its place, number and subject.
    pub fn label(&self, index: usize) -> String {
        let mut parts = vec![(index + 1).to_string()];
        if let Some(cable) = self.cables.get(index) {
            parts.extend(cable.reference_number.as_ref().and_then(|number| number.value.canonical()));
            parts.extend(cable.subject.as_ref().map(|subject| words::shortened(&subject.value, SUBJECT)));
        }
        parts.join(" · ")
    }
}
