//! Fixtures as plain text and as Markdown, against the documents in `documents/`.
//!
//! `UPDATE=1 cargo test -p cable --test documents` writes them anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

mod common;

use cable::export::{PartOf, Record, markdown, plain, record};
use common::{Fixture, fixtures};
use std::fs;
use std::path::Path;

fn written(fixture: &Fixture, write: fn(&Record) -> String) -> Vec<String> {
    let reading = cable::read(&fixture.text);
    let of = reading.cables.len();
    let records = reading.cables.iter().enumerate();
    let records = records.map(|(i, cable)| record(&reading.text, cable, &fixture.name, PartOf { index: i + 1, of }));
    records.map(|record| write(&record)).collect()
}

#[test]
fn documents_are_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    for name in
        ["pilcrows.txt", "list-inside.txt", "two-precedences.txt", "joint-message.txt", "portions-under-titles.txt"]
    {
        let fixture = fixtures().into_iter().find(|fixture| fixture.name == name).unwrap();
        for (ending, write) in [("txt", plain as fn(&Record) -> String), ("md", markdown)] {
            let path = folder.join(name).with_extension(ending);
            let got = written(&fixture, write).concat();
            if std::env::var_os("UPDATE").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &got).unwrap();
            }
            assert_eq!(fs::read_to_string(&path).unwrap(), got, "{}", path.display());
        }
    }
}

/// Every word of every paragraph is in the plain text, in order, and no line is wider than the page.
#[test]
fn plain_text_loses_nothing() {
    for fixture in fixtures() {
        let reading = cable::read(&fixture.text);
        for (cable, document) in reading.cables.iter().zip(written(&fixture, plain)) {
            let mut words = document.split_whitespace();
            for paragraph in &cable.paragraphs {
                let designation = paragraph.designation(&reading.text);
                for word in designation.iter().flat_map(|designation| designation.split_whitespace()) {
                    assert!(words.any(|one| one == word), "{}: {word}", fixture.name);
                }
                let prose = cable::Logical::prose(&reading.text, &paragraph.pieces);
                for word in prose.text().split_whitespace() {
                    assert!(words.any(|written| written == word), "{word} of {}", fixture.name);
                }
            }
            for line in document.lines().filter(|line| line.trim_start().contains(' ')) {
                assert!(line.chars().count() <= 78, "{line}");
            }
        }
    }
}

/// The document of a telegram with these lines behind its date.
fn document(write: fn(&Record) -> String, lines: &str) -> String {
    let text =
        format!("R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nCONFIDENTIAL TARSIS 000417\n\n{lines}");
    write(&record(&text, &cable::parse(&text), "x", PartOf { index: 1, of: 1 }))
}

#[test]
fn people_are_told_from_what_stands_beside_them() {
    let lines = "E.O. 12958: DECL: 06/09/2019\nTAGS: PREL, OVIP (VANCE, CYRUS), XF\nSUBJECT: A VISIT\n\n\
                 Classified By: Jane Roe, Political Officer, Embassy Tarsis, for reasons 1.4 (b) and (d).\n\n1. (C) Text.\n";
    let text = document(plain, lines);
    assert!(text.contains("TAGS            PREL, OVIP (VANCE, CYRUS), XF\n"), "{text}");
    assert!(text.contains("Classified by   Jane Roe, Political Officer"), "{text}");
    let text = document(markdown, lines);
    assert!(text.contains("- **TAGS:** PREL, OVIP (VANCE, CYRUS), XF\n"), "{text}");
    assert!(text.contains("- **Classified by:** Jane Roe, Political Officer"), "{text}");
}

#[test]
fn markdown_strikes_nothing_out_and_keeps_the_end_of_a_title() {
    let text = document(markdown, "SUBJECT: ROPES FOR QUAY #\n\n1. (C) They are ~~new~~ old.\n");
    assert!(text.starts_with("# ROPES FOR QUAY \\#\n"), "{text}");
    assert!(text.contains("They are \\~\\~new\\~\\~ old."), "{text}");
}

#[test]
fn markdown_of_a_hostile_text_has_no_markup() {
    let text = "FM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000417\n\nSUBJECT: <b>A</b> [link](http://example.org) `code`\n\n\
                1. (U) <script>alert(1)</script> *bold* _so_ &amp; # not\n\n2. (U) Text:\n-- item\n";
    let reading = cable::read(text);
    let document: String = reading
        .cables
        .iter()
        .map(|cable| markdown(&record(&reading.text, cable, "x", PartOf { index: 1, of: 1 })))
        .collect();
    // Whatever is left without the escaped characters can have a meaning.
    let unescaped: String = document.split('\\').enumerate().map(|(i, part)| &part[usize::from(i > 0)..]).collect();
    for markup in ["<", "[", "]", "`", "_", "&"] {
        assert!(!unescaped.contains(markup), "{markup} in {unescaped}");
    }
    assert!(!unescaped.replace("**", "").contains('*'), "{unescaped}");
    assert!(document.contains("\\-- item"), "{document}");
}
