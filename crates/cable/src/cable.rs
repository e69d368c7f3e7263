//! The result of a parse: one telegram as plain data, every value tied to the bytes that it came from.

mod body;
mod check;
mod envelope;
mod heading;

pub(crate) use body::designation;
pub use body::*;
pub use check::*;
pub use envelope::*;
pub use heading::*;

use crate::{Date, DateTime, Diagnostic, Mark, Part, Span};
use serde::Serialize;

/// Something that the text says: where it stands and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<T> {
    /// The label in front of it (`SUBJECT:`); empty where there is none.
    pub label: Span,
    /// What was written, from its first to its last byte, page noise inside included.
    pub raw: Span,
    /// What it means.
    pub value: T,
}

impl<T> Field<T> {
    /// A value without a label.
    pub(crate) fn bare(raw: Span, value: T) -> Self {
        Self { label: Span::empty(raw.start), raw, value }
    }
}

/// One telegram. It holds spans into its text, not the text: prose is read with [`crate::Logical`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cable {
    /// The bytes of the text that belong to this telegram.
    pub span: Span,
    /// The kind of copy that the text is.
    pub dialect: Dialect,
    /// What each byte is: spans that tile [`Cable::span`] without gap or overlap.
    pub parts: Vec<Part>,
    /// Format lines 1 to 4 of ACP 127: start of transmission, routing, originator, security.
    pub transmission: Transmission,
    /// Precedence of the date-time group line.
    pub precedence: Option<Field<PrecedencePair>>,
    /// Date-time group, UTC. `None` inside where it was written but names no minute of the calendar.
    pub date: Option<Field<Option<DateTime>>>,
    /// The day that a copy without a date-time group gives.
    pub day: Option<Field<Date>>,
    /// Originating post.
    pub from: Option<Field<Addressee>>,
    /// Action addressees.
    pub to: Vec<Field<Addressee>>,
    /// Information addressees.
    pub info: Vec<Field<Addressee>>,
    /// Members of a collective that are exempt from delivery (`XMT`).
    pub exempt: Vec<Field<Addressee>>,
    /// Overall classification.
    pub classification: Option<Field<Mark>>,
    /// Which section this is, and of how many (`SECTION 01 OF 02`).
    pub section_count: Option<Field<SectionCount>>,
    /// Message reference number: post and number of the classification line, year of the date-time group.
    pub reference_number: Option<Field<ReferenceNumber>>,
    /// The number that the National Archives keep it under (`1975STATE011531`); only in [`Dialect::Nara1970s`].
    pub archive_number: Option<Field<String>>,
    /// Number of a general message in its series (`NAVADMIN 127/21`), which is no message reference number; only in
    /// [`Dialect::Navy`].
    pub series_number: Option<Field<String>>,
    /// Handling captions (`SIPDIS`, `NOFORN`), each once.
    pub captions: Vec<Field<String>>,
    /// Passing instructions and attention lines, each as one logical line.
    pub passing: Vec<Field<String>>,
    /// Executive order line.
    pub executive_order: Option<Field<ExecutiveOrder>>,
    /// Traffic analysis by geography and subject, in the text's order, each once.
    pub tags: Vec<Field<Tag>>,
    /// Subject, without its portion mark.
    pub subject: Option<Field<String>>,
    /// Portion mark of the subject.
    pub subject_mark: Option<Field<Mark>>,
    /// Reference telegrams and other references.
    pub references: Vec<Field<Reference>>,
    /// Who classified it.
    pub classified_by: Vec<Field<Classifier>>,
    /// Reasons for classification, as `1.4(b)`.
    pub classification_reasons: Vec<Field<String>>,
    /// Paragraphs of the body, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Summaries, comments, notes and quoted texts, in order; a note can lie inside a comment.
    pub sections: Vec<Section>,
    /// Surnames of the signers, as written, upper case.
    pub signature: Vec<Field<String>>,
    /// Labelled fields of the copy that have no place above, in order: who drafted, cleared and released it, whatever a
    /// print says of itself, and the attributes that an archive keeps. The value is one logical line.
    pub attributes: Vec<Field<String>>,
    /// Self-checks that could be made, in a fixed order.
    pub checks: Vec<Check>,
    /// Repairs, contradictions and absences, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Cable {
    /// The day of the date-time group or, without one, the day that the copy gives.
    pub fn written_on(&self) -> Option<Date> {
        let minute = self.date.as_ref().and_then(|date| date.value);
        minute.map(|minute| minute.date).or(self.day.as_ref().map(|day| day.value))
    }

    /// The number that it is known by: its archive's where it has one, otherwise the canonical reference number.
    pub fn mrn(&self) -> Option<String> {
        let archived = self.archive_number.as_ref().map(|number| number.value.clone());
        archived.or_else(|| self.reference_number.as_ref()?.value.canonical())
    }

    /// The number that it is quoted by: its [`Cable::mrn`], otherwise that of its series.
    pub fn quoted_number(&self) -> Option<String> {
        self.mrn().or_else(|| Some(self.series_number.as_ref()?.value.clone()))
    }

    /// The sections of a role in order, each with its index. One that is summary and comment in one counts as both. One
    /// inside another is left out, because the outer one holds its text.
    pub fn sections_of(&self, role: Role) -> impl Iterator<Item = (usize, &Section)> {
        let is_both = matches!(role, Role::Summary | Role::Comment);
        let counts = move |kind| kind == role || is_both && kind == Role::SummaryAndComment;
        let mut said = 0;
        self.sections.iter().enumerate().filter(move |(_, section)| {
            let end = section.pieces.last().map_or(0, |last| last.end);
            let is_new = counts(section.kind) && end > said;
            said = if is_new { end } else { said };
            is_new
        })
    }
}

/// Kind of copy of a telegram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// Plain text of the 1966-2010 set, paragraph labels as `¶1.`.
    Cablegate,
    /// The same with every anchor turned into `[text](#)`.
    CablegateMarkdown,
    /// The same as a saved web page, decoded before parsing.
    CablegateHtml,
    /// Central Foreign Policy Files of 1973-79.
    #[serde(rename = "nara-1970s")]
    Nara1970s,
    /// `Label: value` headers: post prints and SMART.
    Labelled,
    /// JANAP 128 and US Navy messages.
    Navy,
    /// Nothing that says which.
    Unknown,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Dialect; 7] = [
        Dialect::Cablegate,
        Dialect::CablegateMarkdown,
        Dialect::CablegateHtml,
        Dialect::Nara1970s,
        Dialect::Labelled,
        Dialect::Navy,
        Dialect::Unknown,
    ];

    /// Its name in exports and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Dialect::Cablegate => "cablegate",
            Dialect::CablegateMarkdown => "cablegate-markdown",
            Dialect::CablegateHtml => "cablegate-html",
            Dialect::Nara1970s => "nara-1970s",
            Dialect::Labelled => "labelled",
            Dialect::Navy => "navy",
            Dialect::Unknown => "unknown",
        }
    }
}
