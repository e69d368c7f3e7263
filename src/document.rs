//! What is open, one of its telegrams shown, with what its parse gave.

use crate::intake::Opened;
use crate::library::{self, Library, Telegrams};
use crate::reading::address::{Address, Numbered};
use crate::reading::cited::cited;
use crate::reading::findings::{Finding, findings};
use crate::reading::glossary::Glossary;
use crate::reading::inline::{Inline, Overlay};
use crate::reading::outline::{Entry, outline};
use crate::reading::places::{Place, Places};
use crate::reading::portions::{Filter, Portion, Portions, portions};
use crate::reading::rows::{Row, rows};
use crate::reading::source;
use cable::export::{self, PartOf, Record, Style};
use cable::{Cable, Code, Diagnostic, Dialect, Logical, Span};
use std::ops::Range;
use std::rc::Rc;

/// Terms that one field names; more would fill the page.
const MOST_TERMS: usize = 8;

/// An open telegram, among those that came in with it. It is held as `Rc<Document>`, never changed, and equal to itself
/// alone.
#[derive(Debug)]
pub struct Document {
    /// All that came in with it.
    pub library: Rc<Library>,
    /// Which telegram of the library is shown, counted from 0.
    pub place: usize,
    /// How its text came in.
    pub opened: Rc<Opened>,
    /// All that its text holds.
    pub telegrams: Rc<Telegrams>,
    /// Which telegram of the text is shown, counted from 0.
    pub index: usize,
    /// The dialect that the reader chose for this text; `None` where each telegram's own is recognised.
    pub read_as: Option<Dialect>,
    /// What the telegram is by itself, whatever it is read as.
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
    /// Where labels of paragraphs begin that had to be repaired, in the order of the text as diagnostics are.
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

    /// Another telegram of what came in, the last where there are not so many. The reader's choice of a dialect is one
    /// for the text.
    pub fn turned_to(&self, place: usize) -> Self {
        let same_text = Rc::ptr_eq(self.library.at(place).0, &self.telegrams);
        Self::of(self.library.clone(), place, self.read_as.filter(|_| same_text))
    }

    /// The same telegram by the rules of a dialect; `None` recognises it.
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
        let overlay = Overlay::new(&cable);
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

    /// The terms of the glossary that stand in a stretch of the text, by number, for `data-term`.
    pub fn terms(&self, span: Span) -> Option<String> {
        let mut numbers: Vec<String> =
            self.glossary.within(span).take(MOST_TERMS).map(|(_, index)| index.to_string()).collect();
        numbers.dedup();
        (!numbers.is_empty()).then(|| numbers.join(" "))
    }

    /// The prose of a paragraph as it was meant, in whose characters addresses count.
    pub fn logical(&self, paragraph: usize) -> String {
        let pieces = self.cable.paragraphs.get(paragraph).map_or(&[][..], |paragraph| &paragraph.pieces);
        Logical::prose(self.text(), pieces).into_text()
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

    /// Whether the label of a paragraph had to be repaired.
    pub fn is_repaired(&self, label: Span) -> bool {
        !label.is_empty() && self.repaired.binary_search(&label.start).is_ok()
    }

    /// The export of the telegram that is shown, as JSON.
    pub fn json(&self) -> String {
        // Writing to memory fails for maps with odd keys alone, and the record has none.
        serde_json::to_string_pretty(&self.record()).map(|json| json + "\n").unwrap_or_default()
    }

    /// The telegram that is shown, its prose written out.
    pub fn record(&self) -> Record {
        let part = PartOf { index: self.index + 1, of: self.telegrams.count() };
        export::record(self.text(), &self.cable, &self.opened.name, part)
    }

    /// The citation of the telegram that is shown.
    pub fn citation(&self, style: Style) -> String {
        export::cite(self.text(), &self.cable, &self.opened.name, style)
    }

    /// Words of it as a quotation with their citation.
    pub fn quotation(&self, words: &str, paragraphs: &[u32]) -> String {
        export::quotation(self.text(), &self.cable, &self.opened.name, words, paragraphs)
    }

    /// What a reference manager is to read in the page: names and contents.
    pub fn metadata(&self) -> Vec<(&'static str, String)> {
        export::embedded(self.text(), &self.cable, &self.opened.name)
    }

    /// The message reference number as the page shows it.
    pub fn number(&self) -> Option<String> {
        library::number(&self.cable)
    }

    /// A name for files that it is saved as, without an ending.
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

    /// What the page's first heading says: the subject as written, or what names the text without one.
    pub fn title(&self) -> &str {
        match &self.cable.subject {
            Some(subject) if !subject.value.trim().is_empty() => &subject.value,
            _ => &self.opened.name,
        }
    }

    /// Why the text is not taken for a telegram; `None` for a telegram.
    pub fn no_telegram(&self) -> Option<&'static str> {
        let cable = &self.cable;
        if cable.dialect != Dialect::Unknown {
            return None;
        }
        if self.telegrams.is_export {
            return Some(
                "This is the JSON that the page and the command export of a telegram: its fields and its prose, without \
                 the text that they were read from. It is shown as it stands. Open that text to read the telegram.",
            );
        }
        let is_headed = cable.executive_order.is_some() || !cable.tags.is_empty() || cable.reference_number.is_some();
        Some(if is_headed {
            "This is not taken for a telegram: no line says which post sent it or when, and it has neither a subject nor \
             a classification line."
        } else {
            "This is not taken for a telegram: no line says which post sent it or when, and it has neither TAGS, an \
             executive order line nor a reference number."
        })
    }

    /// Whether the body is to be read as paragraphs. A text that is no telegram and numbers none is left as it stands.
    pub fn has_paragraphs(&self) -> bool {
        self.cable.dialect != Dialect::Unknown
            || self.cable.paragraphs.iter().any(|paragraph| paragraph.number.is_some())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::intake::{Encoding, LineEnds, Way};

    /// A text, as if typed.
    pub(crate) fn opened(text: &str) -> Opened {
        Opened {
            name: "Typed text".into(),
            within: String::new(),
            text: text.into(),
            bytes: text.len() as u64,
            sha256: [0; 32],
            encoding: Encoding::Utf8,
            replaced: 0,
            line_ends: LineEnds::of(text),
            way: Way::Typed,
        }
    }

    /// Texts that came in together.
    pub(crate) fn library(texts: &[&str]) -> Rc<Library> {
        let texts = texts.iter().map(|text| Rc::new(Telegrams::of(opened(text)))).collect();
        Rc::new(Library::of(texts).unwrap_or_else(|| unreachable!("there are texts")))
    }

    /// A document of a text, as if typed.
    pub(crate) fn document(text: &str) -> Document {
        Document::open(library(&[text]))
    }

    #[test]
    fn a_document_equals_itself_alone() {
        let (one, two) = (document("same"), document("same"));
        assert!(one == one);
        assert!(one != two);
    }

    #[test]
    fn a_shopping_list_is_no_telegram() {
        let document = document("milk\nbread\n");
        let sentence = document.no_telegram().unwrap_or_default();
        assert!(sentence.starts_with("This is not taken for a telegram"), "{sentence}");
        assert!(!document.has_paragraphs());
        assert_eq!(document.title(), "Typed text");
    }

    #[test]
    fn an_export_opened_again_says_what_it_is() {
        let example = document(include_str!("example.txt")).json();
        for json in [example.clone(), example.lines().map(str::trim).collect(), format!("[\n{example}]")] {
            let sentence = document(&json).no_telegram().unwrap_or_default();
            assert!(sentence.starts_with("This is the JSON"), "{sentence}");
        }
        let other = document("{\"schema\": \"other/1\"}").no_telegram();
        assert!(other.is_some_and(|sentence| !sentence.contains("JSON")), "{other:?}");
    }

    #[test]
    fn of_two_telegrams_each_can_be_shown() {
        let both = document(include_str!("../crates/cable/fixtures/two-telegrams.txt"));
        assert_eq!((both.telegrams.count(), both.index), (2, 0));
        let second = both.turned_to(1);
        assert_eq!(second.index, 1);
        assert_ne!(second.title(), both.title());
        assert_eq!(second.cable.span.start, both.cable.span.end);
        assert!(second.json().contains("\"index\": 2"));
        assert_eq!(second.turned_to(7).index, 1);
    }

    #[test]
    fn a_dialect_is_chosen_for_one_text() {
        let two = include_str!("../crates/cable/fixtures/two-telegrams.txt");
        let plain = Document::open(library(&[two, two])).read_as(Some(Dialect::Unknown));
        let read_as = [1, 2, 3].map(|place| plain.turned_to(place).read_as);
        assert_eq!(read_as, [Some(Dialect::Unknown), None, None]);
        assert_eq!((plain.turned_to(3).place, plain.turned_to(3).index), (3, 1));
    }

    #[test]
    fn what_it_was_recognised_as_outlives_another_reading() {
        let document = document(include_str!("example.txt"));
        let plain = document.read_as(Some(Dialect::Unknown));
        assert_eq!((plain.cable.dialect, plain.cable.subject.is_some()), (Dialect::Unknown, false));
        assert_eq!(plain.recognised, document.cable.dialect);
        assert_eq!(plain.read_as(None).cable, document.cable);
    }

    #[test]
    fn the_example_is_a_telegram() {
        let document = document(include_str!("example.txt"));
        assert_eq!(document.no_telegram(), None);
        assert_eq!(document.title(), "HARBOR MASTER DESCRIBES PLANS TO RELIGHT THE NORTH REEF LIGHTHOUSE");
        assert_eq!(document.cable.paragraphs.len(), 5);
    }

    #[test]
    fn the_prose_of_the_example_has_its_marks_and_all_its_words() {
        let document = document(include_str!("example.txt"));
        let mut counts = [0; 5];
        for paragraph in &document.cable.paragraphs {
            let items = document.prose(&paragraph.pieces);
            let logical = cable::Logical::prose(document.text(), &paragraph.pieces);
            assert_eq!(joined(&items, &mut counts), logical.text());
        }
        let [breaks, references, asides, losses, terms] = counts;
        assert_eq!((breaks, references, asides, losses, terms), (1, 2, 3, 0, 2));
    }

    fn joined(items: &[Inline], counts: &mut [usize; 5]) -> String {
        let mut out = String::new();
        for item in items {
            let kind = match item {
                Inline::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Inline::Gap => {
                    out.push('\n');
                    continue;
                }
                Inline::PageBreak { page, .. } => {
                    assert_eq!(*page, Some(2));
                    0
                }
                Inline::Reference(text, _) => {
                    out.push_str(text);
                    1
                }
                Inline::Aside(_, inner) => {
                    out.push_str(&joined(inner, counts));
                    2
                }
                Inline::Loss(text, _) => {
                    out.push_str(text);
                    3
                }
                Inline::Term(text, _) => {
                    out.push_str(text);
                    4
                }
            };
            counts[kind] += 1;
        }
        out
    }

    #[test]
    fn every_place_of_the_example_is_found_again_in_its_source() {
        let document = document(include_str!("example.txt"));
        let entries = document.rows.iter().flat_map(|row| &row.entries).map(|entry| Place::Entry(entry.index));
        let paragraphs = (0..document.cable.paragraphs.len()).map(Place::Paragraph);
        let references = (0..document.cable.references.len()).map(Place::Reference);
        for place in entries.chain(paragraphs).chain(references) {
            let span = document.span_of(place).unwrap_or_default();
            assert_eq!(document.places().at(span.start), Some(place), "{place:?}");
        }
    }
}
