//! What the panels must say about a text, according to the parser's export.

use crate::runner::{Group, Wants, tests};
use cable::export::{PartOf, Record, record};
use cable::{Cable, Check, CheckKind, Code, Dialect, Span, decode};
use e2e::page::{Paragraph, Seen};
use e2e::{Page, Result};
use std::fs;
use std::path::{Path, PathBuf};

pub const GROUP: Group = Group { name: "panels", browser: Wants::Any, tests: tests![of_every_fixture] };

/// The panels, in the order of the document.
pub const NAMES: [&str; 8] = ["Summary", "Comment", "Header", "Body", "Checks", "References", "Glossary", "Source"];

/// A text, and what the parser makes of it.
pub struct Expected {
    /// The text that was parsed.
    pub text: String,
    /// The telegram that is shown.
    pub cable: Cable,
    /// The export.
    pub record: Record,
}

impl Expected {
    pub fn of(input: &str, file: &str) -> Result<Self> {
        Self::nth(input, file, 1)
    }

    /// The expectation for telegram `number` of a text with several.
    pub fn nth(input: &str, file: &str, number: usize) -> Result<Self> {
        let reading = decode::read(input);
        let part = PartOf { index: number, of: reading.cables.len() };
        let text = reading.text.into_owned();
        let cable = reading.cables.into_iter().nth(number - 1).ok_or("the parser gives no such telegram")?;
        let record = record(&text, &cable, file, part);
        Ok(Self { text, cable, record })
    }

    /// What was written at a place.
    pub fn written(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Checks the page against it.
    #[track_caller]
    pub fn check(&self, seen: &Seen) {
        let Self { text, cable, record } = self;
        // Library comes before these where several telegrams came in together.
        let panels = seen.panels.strip_prefix(&["Library".to_owned()][..]).unwrap_or(&seen.panels);
        // Where both are missing, a single sentence says so.
        let is_led = record.summary.is_some() || record.comment.is_some();
        assert_eq!(panels, if is_led { &NAMES[..] } else { &NAMES[2..] });
        if let Some(subject) = &record.subject {
            assert_eq!(&seen.title, subject);
        }
        for (term, values) in self.header() {
            let shown = seen.header.iter().find(|row| row.term == term);
            assert_eq!(shown.map_or(&[][..], |row| &row.values), values, "{term}");
        }
        assert_eq!(seen.summary.join("\n\n"), record.summary.as_deref().unwrap_or_default());
        assert_eq!(seen.comment.join("\n\n"), record.comment.as_deref().unwrap_or_default());
        assert_eq!(seen.body, self.body());
        assert_eq!(seen.signature, record.signature);
        let references: Vec<_> = record.references.iter().map(|r| r.mrn.as_ref().unwrap_or(&r.text)).collect();
        assert_eq!(seen.references.iter().collect::<Vec<_>>(), references);
        // Labels out of order have diagnostics of their own, and a text that is not a telegram cannot contradict one.
        let is_left = |check: &&Check| {
            check.holds || cable.dialect != Dialect::Unknown && check.kind != CheckKind::ParagraphOrder
        };
        for check in cable.checks.iter().filter(is_left) {
            assert!(seen.checks.iter().any(|found| found.sentence.contains(&check.message)), "{}", check.message);
        }
        let repairs = cable.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::LabelRepaired).count();
        let said = seen.checks.iter().filter(|found| found.sentence.ends_with(Code::LabelRepaired.sentence()));
        assert_eq!(said.map(|found| found.spots.len()).sum::<usize>(), repairs, "labels repaired");
        assert_eq!(seen.source, cable.span.of(text), "byte for byte");
    }

    fn header(&self) -> [(&'static str, Vec<String>); 10] {
        let record = &self.record;
        let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
        let names = |list: &[cable::Addressee]| list.iter().map(|to| to.name.clone()).collect::<Vec<_>>();
        [
            ("From", record.from.iter().map(|from| from.name.clone()).collect()),
            ("To", names(&record.to)),
            ("Info", names(&record.info)),
            ("Captions", record.captions.clone()),
            ("TAGS", record.tags.iter().map(|tag| tag.code.clone()).collect()),
            ("For the attention of", record.passing.clone()),
            ("Subject", one(&record.subject)),
            ("Start of transmission", one(&record.transmission.start)),
            ("Routed to", record.transmission.routed_to.clone()),
            ("Operating signals", record.transmission.signals.clone()),
        ]
    }

    fn body(&self) -> Vec<Paragraph> {
        // A text that is not a telegram and numbers no paragraphs stays as it is.
        if self.cable.dialect == Dialect::Unknown && self.record.paragraphs.iter().all(|one| one.number.is_none()) {
            return Vec::new();
        }
        let designations = self.cable.paragraphs.iter().map(|paragraph| paragraph.designation(&self.text));
        let paragraphs = self.record.paragraphs.iter().zip(designations).map(|(paragraph, designation)| Paragraph {
            number: designation.map_or_else(|| "·".to_owned(), |written| written.trim_end_matches('.').to_owned()),
            mark: paragraph
                .mark
                .as_ref()
                .and_then(|mark| mark.text.as_deref())
                .map(|text| text.trim_start_matches('(').trim_end_matches(['.', ')']).to_owned()),
            text: paragraph.text.clone(),
        });
        paragraphs.collect()
    }
}

fn folder() -> Result<PathBuf> {
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/cable/fixtures").canonicalize()?)
}

/// The parser's fixtures: invented telegrams, each with an irregularity.
pub fn fixtures() -> Result<Vec<PathBuf>> {
    let files =
        fs::read_dir(folder()?)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()?;
    let is_text = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "txt" || kind == "html");
    let mut files: Vec<_> = files.into_iter().filter(is_text).collect();
    files.sort();
    Ok(files)
}

/// A fixture's text, with the path that a person would choose.
pub fn fixture(name: &str) -> Result<(PathBuf, String)> {
    let path = folder()?.join(name);
    let text = fs::read_to_string(&path)?;
    Ok((path, text))
}

async fn of_every_fixture(page: Page) -> Result {
    for path in fixtures()? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path)?;
        page.drop_file(&name, text.as_bytes()).await?;
        page.shows(text.as_bytes()).await?;
        Expected::of(&text, &name)?.check(&page.seen().await?);
    }
    Ok(())
}
