//! The open texts with one telegram shown, and what its parse gave.

mod recognised;

pub use recognised::has_paragraphs;

use crate::intake::Opened;
use crate::library::{self, Library, Telegrams};
use crate::reading::address::{Address, Numbered};
use crate::reading::cited::cited;
use crate::reading::findings::{Finding, findings};
use crate::reading::glossary::Glossary;
use crate::reading::inline::Inline;
use crate::reading::outline::{Entry, heading, outline};
use crate::reading::overlay::Overlay;
use crate::reading::places::{Place, Places};
use crate::reading::portions::{Filter, Portion, Portions, portions};
use crate::reading::rows::{self, Row, rows};
use crate::reading::source;
use cable::export;
use cable::{Cable, Code, Diagnostic, Dialect, Logical, Span};
use std::ops::Range;
use std::rc::Rc;

/// The most terms named by one field; more would fill the page.
const MOST_TERMS: usize = 8;

/// An open telegram, among those that came in with it. It is held as `Rc<Document>`, never changes, equals only itself.
#[derive(Debug)]
pub struct Document {
    /// Everything that came in with it.
    pub library: Rc<Library>,
    /// Which telegram of the library is shown, counted from 0.
    pub place: usize,
    /// How its text came in.
    pub opened: Rc<Opened>,
    /// Every telegram of its text.
    pub telegrams: Rc<Telegrams>,
    /// Which telegram of the text is shown, counted from 0.
    pub index: usize,
    /// The dialect that the reader chose for this text. With `None` each telegram's own is recognised.
    pub read_as: Option<Dialect>,
    /// The dialect recognised in the telegram, whatever it is read as.
    pub recognised: Dialect,
    /// The telegram that is shown.
    pub cable: Cable,
    /// The header as the page lists it.
    pub rows: Vec<Row>,
    /// What was checked and repaired.
    pub findings: Vec<Finding>,
    /// What its codes and abbreviations mean.
    pub glossary: Glossary,
    /// Headings and named parts.
    pub outline: Vec<Entry>,
    /// The portion of each paragraph.
    pub portions: Vec<Portion>,
    /// The source in groups of lines.
    pub groups: Vec<Span>,
    /// For each reference, the paragraphs that name it.
    pub cited: Vec<Vec<usize>>,
    numbered: Numbered,
    /// The starts of the paragraph labels that had to be repaired, in text order like the diagnostics.
    repaired: Vec<u32>,
    places: Places,
    overlay: Overlay,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Document {
    /// The first telegram of what came in.
    pub fn open(library: Rc<Library>) -> Self {
        Self::of(library, 0, None)
    }

    /// Another telegram of what came in; the last where there are fewer. The reader's choice of a dialect holds for one
    /// text.
    pub fn turned_to(&self, place: usize) -> Self {
        let same_text = Rc::ptr_eq(self.library.at(place).0, &self.telegrams);
        Self::of(self.library.clone(), place, self.read_as.filter(|_| same_text))
    }

    /// Another telegram of what came in, with this one removed; `None` where this is the only one.
    pub fn closed_for(&self, place: usize) -> Option<Self> {
        let library = Rc::new(self.library.without(self.place)?);
        Some(Self::of(library, place - usize::from(place > self.place), None))
    }

    /// The same telegram by the rules of a dialect; with `None` its own is recognised.
    pub fn read_as(&self, dialect: Option<Dialect>) -> Self {
        Self::of(self.library.clone(), self.place, dialect)
    }

    fn of(library: Rc<Library>, place: usize, read_as: Option<Dialect>) -> Self {
        let place = place.min(library.count().saturating_sub(1));
        let (telegrams, index) = library.at(place);
        let telegrams = telegrams.clone();
        let cable = telegrams.cable(index, read_as);
        let recognised = match read_as {
            None => cable.dialect,
            Some(_) => telegrams.cable(index, None).dialect,
        };
        let (opened, text) = (telegrams.opened.clone(), telegrams.text());
        let is_repair = |diagnostic: &&Diagnostic| diagnostic.code == Code::LabelRepaired;
        let repaired: Vec<u32> = cable.diagnostics.iter().filter(is_repair).map(|repair| repair.span.start).collect();
        let rows = rows(&cable, text);
        let places = Places::new(&cable, &rows);
        let findings = findings(&cable, text, &opened.name);
        let overlay = Overlay::new(&cable, text);
        let (outline, portions) = (outline(&cable, text), portions(&cable));
        let groups = source::groups(text, cable.span);
        let (cited, numbered) = (cited(&cable, text), Numbered::new(&cable));
        let glossary = Glossary::new(&cable, text);
        Self {
            library,
            place,
            opened,
            index,
            read_as,
            recognised,
            cable,
            rows,
            findings,
            glossary,
            outline,
            portions,
            groups,
            cited,
            numbered,
            repaired,
            places,
            overlay,
            telegrams,
        }
    }

    /// The text that every span refers to.
    pub fn text(&self) -> &str {
        self.telegrams.text()
    }

    /// What was written at a place.
    pub fn written(&self, span: Span) -> &str {
        span.of(self.text())
    }

    /// Pieces of the text as running prose.
    pub fn prose(&self, pieces: &[Span]) -> Vec<Inline> {
        self.overlay.prose(self.text(), pieces, &self.glossary)
    }

    /// The numbers of the glossary terms that occur in a stretch of the text, for `data-term`.
    pub fn terms(&self, span: Span) -> Option<String> {
        let mut numbers: Vec<String> =
            self.glossary.within(span).take(MOST_TERMS).map(|(_, index)| index.to_string()).collect();
        numbers.dedup();
        (!numbers.is_empty()).then(|| numbers.join(" "))
    }

    /// The prose of a paragraph as it was meant. Addresses count its characters.
    pub fn logical(&self, paragraph: usize) -> String {
        let pieces = self.cable.paragraphs.get(paragraph).map_or(&[][..], |paragraph| &paragraph.pieces);
        Logical::prose(self.text(), pieces).into_text()
    }

    /// Where a part of a paragraph's prose begins in that prose, in UTF-16 units, which scripts use.
    pub fn begins_in(&self, paragraph: usize, pieces: &[Span]) -> Option<usize> {
        let whole = &self.cable.paragraphs.get(paragraph)?.pieces;
        if whole == pieces {
            return Some(0);
        }
        let (whole, part) = (Logical::prose(self.text(), whole), Logical::prose(self.text(), pieces));
        let first = part.source(0..1).start;
        let (run, span) = whole.runs().find(|(_, span)| span.contains_offset(first))?;
        let (before, from) = whole.text().split_at_checked(run.start + (first - span.start) as usize)?;
        from.starts_with(part.text()).then(|| before.encode_utf16().count())
    }

    /// The address of a paragraph, or of characters in it.
    pub fn address(&self, paragraph: usize, characters: Option<Range<usize>>) -> String {
        let telegram = (self.library.count() > 1).then_some(self.place + 1);
        Address { telegram, paragraph: Some(self.numbered.address(paragraph)), characters }.written()
    }

    /// The paragraph at an address in this telegram.
    pub fn paragraph_at(&self, address: &Address) -> Option<usize> {
        let index = self.numbered.paragraph(address.paragraph?)?;
        (index < self.cable.paragraphs.len()).then_some(index)
    }

    /// What is hidden of the telegram.
    pub fn filter(&self, hidden: Portions, reached: Option<usize>) -> Filter<'_> {
        Filter { cable: &self.cable, portions: &self.portions, hidden, reached }
    }

    /// Which thing on the page each byte belongs to.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Returns whether the page shows the whole of this text at a place outside of the paragraphs' prose.
    pub fn shows(&self, place: Place, text: &str) -> bool {
        let within = |limit: usize, shown: &str| text.chars().count() <= limit && shown.contains(text);
        match place {
            Place::Entry(n) => self.rows.iter().any(|row| {
                row.entries.iter().take(rows::LISTED).any(|entry| {
                    let (value, written) = (&entry.value, entry.written.as_deref().unwrap_or_default());
                    entry.index == n && (within(rows::LONGEST.0, value) || within(rows::LONGEST.1, written))
                })
            }),
            Place::Reference(n) => self.cable.references.get(n).is_some_and(|one| within(usize::MAX, &one.value.text)),
            Place::Paragraph(n) => {
                self.cable.paragraphs.get(n).is_some_and(|below| heading(below, self.text()).contains(text))
            }
            Place::Signature(n) => self.cable.signature.get(n).is_some_and(|signer| signer.value.contains(text)),
        }
    }

    /// Returns whether the label of a paragraph had to be repaired.
    pub fn is_repaired(&self, label: Span) -> bool {
        !label.is_empty() && self.repaired.binary_search(&label.start).is_ok()
    }

    /// Words of the telegram as a quotation with their citation.
    pub fn quotation(&self, words: &str, paragraphs: &[usize]) -> String {
        export::quotation(self.text(), &self.cable, &self.opened.name, words, paragraphs)
    }

    /// What a reference manager is to read from the page: names and contents.
    pub fn metadata(&self) -> Vec<(&'static str, String)> {
        export::embedded(self.text(), &self.cable, &self.opened.name)
    }

    /// The number of the telegram as the page shows it.
    pub fn number(&self) -> Option<String> {
        library::number(&self.cable)
    }

    /// A name for the files it is saved as, without an extension.
    pub fn stem(&self) -> String {
        let name = || self.opened.name.rsplit_once('.').map_or(&*self.opened.name, |(stem, _)| stem).to_owned();
        self.cable.mrn().unwrap_or_else(name)
    }

    /// Where a thing on the page is written.
    pub fn span_of(&self, place: Place) -> Option<Span> {
        match place {
            Place::Entry(n) => {
                self.rows.iter().flat_map(|row| &row.entries).find(|entry| entry.index == n).map(|entry| entry.span)
            }
            Place::Reference(n) => self.cable.references.get(n).map(|reference| reference.raw),
            Place::Paragraph(n) => {
                let paragraph = self.cable.paragraphs.get(n)?;
                let label = (!paragraph.label.is_empty()).then_some(paragraph.label);
                let mark = paragraph.mark.as_ref().map(|mark| mark.raw);
                label.into_iter().chain(mark).chain(paragraph.pieces.iter().copied()).reduce(Span::cover)
            }
            Place::Signature(n) => self.cable.signature.get(n).map(|signer| signer.raw),
        }
    }

    /// The text of the page's first heading: the subject as written, otherwise a name for the text.
    pub fn title(&self) -> &str {
        match &self.cable.subject {
            Some(subject) if !subject.value.trim().is_empty() => &subject.value,
            _ => &self.opened.name,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
