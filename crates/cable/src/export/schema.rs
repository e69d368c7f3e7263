//! The types of the export. Absent things are `null` or `[]`, never missing; codes are lower-case kebab.

use crate::{
    Addressee, Classifier, Date, DateTime, Dialect, ExecutiveOrder, Form, Level, Mark, PrecedencePair, ReferenceKind,
    Role, SectionCount, Severity, Span, TagKind,
};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// Version of the schema, written into every record.
pub const SCHEMA: &str = "cable/1";

/// Whether a text begins like an export, with the version of the schema: it looks like a telegram and is none.
pub fn is_export(text: &str) -> bool {
    // Most texts do not begin like data.
    if !text.trim_start().starts_with(['[', '{']) {
        return false;
    }
    let head: String = text.chars().filter(|letter| !letter.is_whitespace()).take(40).collect();
    let record = head.trim_start_matches('[').strip_prefix("{\"schema\":\"");
    record.is_some_and(|version| version.starts_with(SCHEMA))
}

/// One telegram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Record {
    /// Version of the schema: `cable/1`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: &'static str,
    /// Base name of the file, as given. It fills no other field.
    pub file: String,
    /// Which telegram of the file this is.
    pub part: FilePart,
    /// Kind of copy.
    pub dialect: Dialect,
    /// Canonical message reference number; null where the text gives no year.
    pub mrn: Option<String>,
    /// Post of the reference number.
    pub post: Option<String>,
    /// Number of the reference number, without leading zeros.
    pub number: Option<u32>,
    /// Time of the date-time group; the day alone where a copy gives no more.
    pub date: Option<When>,
    /// Precedence of the date-time group line.
    pub precedence: Option<PrecedencePair>,
    /// Format lines 1 to 4 of ACP 127.
    pub transmission: TransmissionRecord,
    /// Originating post.
    pub from: Option<Originator>,
    /// Action addressees.
    pub to: Vec<Addressee>,
    /// Information addressees.
    pub info: Vec<Addressee>,
    /// Exempt addressees (XMT).
    pub exempt: Vec<Addressee>,
    /// Overall classification.
    pub classification: Option<Mark>,
    /// Which section, and of how many.
    pub section_count: Option<SectionCount>,
    /// Handling captions, each once.
    pub captions: Vec<String>,
    /// Passing instructions.
    pub passing: Vec<String>,
    /// Executive order line.
    pub executive_order: Option<ExecutiveOrder>,
    /// TAGS in the text's order, each once.
    pub tags: Vec<TagRecord>,
    /// Subject without its portion mark; null without a SUBJECT line.
    pub subject: Option<String>,
    /// Portion mark of the subject.
    pub subject_mark: Option<Mark>,
    /// References.
    pub references: Vec<ReferenceRecord>,
    /// Who classified it.
    pub classified_by: Vec<Classifier>,
    /// Reasons for classification, as `1.4(b)`.
    pub classification_reasons: Vec<String>,
    /// Text of the summary sections, separated by blank lines.
    pub summary: Option<String>,
    /// Text of the comment sections, separated by blank lines.
    pub comment: Option<String>,
    /// Summaries, comments, notes and quoted texts.
    pub sections: Vec<SectionRecord>,
    /// Paragraphs of the body.
    pub paragraphs: Vec<ParagraphRecord>,
    /// Surnames of the signers, upper case.
    pub signature: Vec<String>,
    /// Repairs, contradictions and absences.
    pub diagnostics: Vec<DiagnosticRecord>,
}

/// When a telegram was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum When {
    /// The minute of its date-time group.
    Minute(DateTime),
    /// The day, where a copy gives no more.
    Day(Date),
}

impl fmt::Display for When {
    /// ISO 8601.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Minute(minute) => minute.fmt(f),
            When::Day(day) => day.fmt(f),
        }
    }
}

/// Which telegram of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct FilePart {
    /// Counted from 1.
    pub index: usize,
    /// Telegrams of the file; null where it is too long to be counted before it is written out.
    pub of: Option<usize>,
    /// Its bytes.
    pub span: Span,
}

/// Format lines 1 to 4 of ACP 127.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct TransmissionRecord {
    /// Start of transmission (`VZCZCXRO0321`).
    pub start: Option<String>,
    /// Routing indicators of format line 2.
    pub routed_to: Vec<String>,
    /// Routing indicator of the originating station.
    pub originator: Option<String>,
    /// Station serial number.
    pub station_serial: Option<u32>,
    /// Section number behind the serial.
    pub section: Option<u32>,
    /// Day and time of filing, in the year of the date-time group.
    pub filed: Option<DateTime>,
    /// Classification of the security line.
    pub security: Option<Level>,
    /// Operating signals of the security line.
    pub signals: Vec<String>,
}

/// The originating post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Originator {
    /// Routing indicator.
    pub routing: Option<String>,
    /// Plain-language address designator.
    pub name: String,
}

/// One TAGS code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct TagRecord {
    /// Upper case; a person as `LAST, FIRST`.
    pub code: String,
    /// Kind of code.
    pub kind: TagKind,
    /// What it meant when the telegram was sent; null where that is not known.
    pub meaning: Option<&'static str>,
    /// How well the meaning is sourced.
    pub confidence: Option<&'static str>,
}

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct ReferenceRecord {
    /// `A`, `B` …, where the text letters them.
    pub label: Option<String>,
    /// What is referred to.
    pub kind: ReferenceKind,
    /// Canonical message reference number of a telegram.
    pub mrn: Option<String>,
    /// As written, on one line.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A summary, comment, note, action request, biographic note or quoted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionRecord {
    /// What it is.
    pub kind: Role,
    /// How it is set apart.
    pub form: Form,
    /// Numbers of the telegram's own paragraphs that it covers or lies in; items of a list inside count as theirs.
    pub paragraphs: Vec<u32>,
    /// Its text without opening and closing words; paragraphs are separated by blank lines.
    pub text: String,
    /// Where the text stands.
    pub spans: Vec<Span>,
}

/// One paragraph of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct ParagraphRecord {
    /// Number after repair.
    pub number: Option<u32>,
    /// 0 for the telegram's own, 1 and more for lists and telegrams inside the text.
    pub depth: u8,
    /// Label as written.
    pub label: Option<String>,
    /// Portion mark.
    pub mark: Option<Mark>,
    /// What the whole paragraph is.
    pub role: Option<Role>,
    /// Heading above it; each of several on a line of its own.
    pub heading: Option<String>,
    /// Its text without label and mark.
    pub text: String,
    /// Where the text stands.
    pub spans: Vec<Span>,
}

impl ParagraphRecord {
    /// What it is called in front of its text; as [`crate::Paragraph::designation`].
    pub(super) fn designation(&self) -> Option<String> {
        crate::cable::designation(self.number, self.label.as_deref().unwrap_or_default())
    }
}

/// A repair, contradiction or absence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct DiagnosticRecord {
    /// Its code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, in a sentence.
    pub message: String,
    /// Where.
    pub span: Span,
}
