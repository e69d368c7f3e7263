//! Documents made from texts, for tests, and what they say about themselves.

use super::*;
use crate::intake::{Encoding, LineEnds, Way};
use crate::taking::Form;

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
    let example = Form::Json.of(&document(include_str!("../example.txt")));
    for json in [example.clone(), example.lines().map(str::trim).collect(), format!("[\n{example}]")] {
        let sentence = document(&json).no_telegram().unwrap_or_default();
        assert!(sentence.starts_with("This is the JSON"), "{sentence}");
    }
    let other = document("{\"schema\": \"other/1\"}").no_telegram();
    assert!(other.is_some_and(|sentence| !sentence.contains("JSON")), "{other:?}");
}

#[test]
fn of_two_telegrams_each_can_be_shown() {
    let both = document(include_str!("../../crates/cable/fixtures/two-telegrams.txt"));
    assert_eq!((both.telegrams.count(), both.index), (2, 0));
    let second = both.turned_to(1);
    assert_eq!(second.index, 1);
    assert_ne!(second.title(), both.title());
    assert_eq!(second.cable.span.start, both.cable.span.end);
    assert!(Form::Json.of(&second).contains("\"index\": 2"));
    assert_eq!(second.turned_to(7).index, 1);
}

#[test]
fn a_dialect_is_chosen_for_one_text() {
    let two = include_str!("../../crates/cable/fixtures/two-telegrams.txt");
    let plain = Document::open(library(&[two, two])).read_as(Some(Dialect::Unknown));
    let read_as = [1, 2, 3].map(|place| plain.turned_to(place).read_as);
    assert_eq!(read_as, [Some(Dialect::Unknown), None, None]);
    assert_eq!((plain.turned_to(3).place, plain.turned_to(3).index), (3, 1));
}

#[test]
fn what_it_was_recognised_as_outlives_another_reading() {
    let document = document(include_str!("../example.txt"));
    let plain = document.read_as(Some(Dialect::Unknown));
    assert_eq!((plain.cable.dialect, plain.cable.subject.is_some()), (Dialect::Unknown, false));
    assert_eq!(plain.recognised, document.cable.dialect);
    assert_eq!(plain.read_as(None).cable, document.cable);
}

#[test]
fn the_example_is_a_telegram() {
    let document = document(include_str!("../example.txt"));
    assert_eq!(document.no_telegram(), None);
    assert_eq!(document.title(), "HARBOR MASTER DESCRIBES PLANS TO RELIGHT THE NORTH REEF LIGHTHOUSE");
    assert_eq!(document.cable.paragraphs.len(), 5);
}

#[test]
fn the_prose_of_the_example_has_its_marks_and_all_its_words() {
    let document = document(include_str!("../example.txt"));
    let mut counts = [0; 5];
    for paragraph in &document.cable.paragraphs {
        let items = document.prose(&paragraph.pieces);
        let logical = cable::Logical::prose(document.text(), &paragraph.pieces);
        assert_eq!(joined(&items, &mut counts), logical.text());
    }
    let [breaks, references, asides, losses, terms] = counts;
    assert_eq!((breaks, references, asides, losses, terms), (1, 2, 3, 0, 2));
}

#[test]
fn a_part_of_a_paragraph_knows_where_it_begins() {
    let check = |text: &str, expected: Option<usize>| {
        let document = document(&format!("FM AMEMBASSY TARSIS\nSUBJECT: X\n\n{text}\n"));
        let section = document.cable.sections.first();
        let begins = section.and_then(|section| document.begins_in(*section.paragraphs.first()?, &section.pieces));
        assert_eq!(begins, expected, "{text}");
    };
    check("1. (U) SUMMARY: THE LAMP\nIS LIT. END SUMMARY.\n\n2. (U) More.", Some(9));
    check("1. (U) A \u{1F6A2} is in. BEGIN COMMENT: THE LAMP\nIS LIT. END COMMENT.\n\n2. (U) More.", Some(27));
    check("SUMMARY\n-------\n\n1. (U) The lamp is lit.\n\n2. (U) More.", Some(0));
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
            Inline::Block(_, inner) => {
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
    let document = document(include_str!("../example.txt"));
    let entries = document.rows.iter().flat_map(|row| &row.entries).map(|entry| Place::Entry(entry.index));
    let paragraphs = (0..document.cable.paragraphs.len()).map(Place::Paragraph);
    let references = (0..document.cable.references.len()).map(Place::Reference);
    for place in entries.chain(paragraphs).chain(references) {
        let span = document.span_of(place).unwrap_or_default();
        assert_eq!(document.places().at(span.start), Some(place), "{place:?}");
    }
}
