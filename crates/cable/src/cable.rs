//! What a parse gives: one telegram as plain data, every value tied to the bytes that it came from.

use crate::{Code, Date, DateTime, Diagnostic, Mark, Part, Span};
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
    /// The day that a copy gives which has no date-time group.
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
    /// Labelled fields of the copy that are nothing else here, in order: who drafted, cleared and released it,
    /// whatever a print says of itself, and the attributes that an archive keeps. The value is one logical line.
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

    /// The number that it is known by: its archive's where it has one, else the canonical reference number.
    pub fn mrn(&self) -> Option<String> {
        let archived = self.archive_number.as_ref().map(|number| number.value.clone());
        archived.or_else(|| self.reference_number.as_ref()?.value.canonical())
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

/// Format lines 1 to 4.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transmission {
    /// Start of transmission (`VZCZCXRO0321`).
    pub start: Option<Field<String>>,
    /// Routing indicators of format line 2: relay copies, which are neither TO nor INFO.
    pub routed_to: Vec<Field<String>>,
    /// Routing indicator of the originating station.
    pub originator: Option<Field<String>>,
    /// Station serial number.
    pub station_serial: Option<Field<u32>>,
    /// Section number behind the serial (`#0417/01`).
    pub section: Option<Field<u32>>,
    /// Day of the year and time of filing. The year comes from the date-time group.
    pub filed: Option<Field<Filing>>,
    /// Classification that the security line repeats (`ZNY CCCCC`).
    pub security: Option<Field<crate::Level>>,
    /// Operating signals of the security line (`ZZH`).
    pub signals: Vec<Field<String>>,
}

/// When a message was handed in for transmission: what format line 3 says, and what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filing {
    /// Day of the year, 1 to 366, as written.
    pub day: u16,
    /// The minute; `None` without a date-time group to take the year from.
    pub at: Option<DateTime>,
}

/// Urgency of a telegram or of one delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precedence {
    /// R
    Routine,
    /// P
    Priority,
    /// O
    Immediate,
    /// Immediate, and the post is to be woken for it.
    NiactImmediate,
    /// Z
    Flash,
}

impl Precedence {
    /// Its name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Precedence::Routine => "routine",
            Precedence::Priority => "priority",
            Precedence::Immediate => "immediate",
            Precedence::NiactImmediate => "niact-immediate",
            Precedence::Flash => "flash",
        }
    }
}

/// Precedence for action and, where it differs, for information addressees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrecedencePair {
    /// For action addressees.
    pub action: Precedence,
    /// For information addressees, where given apart.
    pub info: Option<Precedence>,
}

/// One addressee: a plain-language address designator, with what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Addressee {
    /// Routing indicator (`RUEHC`), as written here or, for the originator, in format line 3.
    pub routing: Option<String>,
    /// Plain-language address designator (`SECSTATE WASHDC`).
    pub name: String,
    /// Precedence for this delivery.
    pub precedence: Option<Precedence>,
    /// Message continuity number, or a range of them, as written.
    pub serial: Option<String>,
}

/// `SECTION 01 OF 02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionCount {
    /// This section, counted from 1.
    pub number: u16,
    /// All sections.
    pub of: u16,
}

/// A message reference number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReferenceNumber {
    /// Four-digit year; `None` where the text gives none.
    pub year: Option<u16>,
    /// Post, upper case without blanks (`ABUDHABI`).
    pub post: String,
    /// Number without leading zeros.
    pub number: u32,
}

impl ReferenceNumber {
    /// The canonical form, two-digit year, post, number (`09TARSIS417`), or `None` without a year.
    pub fn canonical(&self) -> Option<String> {
        Some(format!("{:02}{}{}", self.year? % 100, self.post, self.number))
    }
}

/// Executive order on classification and what it asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExecutiveOrder {
    /// Number of the order (`12958`).
    pub order: Option<String>,
    /// Day of declassification, where one is named.
    pub declassify_on: Option<Date>,
    /// The instruction as one logical line (`DECL: 06/01/2019`).
    pub instruction: Option<String>,
}

/// One TAGS code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Upper case; a person as `LAST, FIRST`.
    pub code: String,
    /// What kind of code it is.
    pub kind: TagKind,
}

/// Kind of a TAGS code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TagKind {
    /// Subject (`PREL`).
    Subject,
    /// Program, most begin with K (`KCRM`).
    Program,
    /// Country, region or body of water (`MU`).
    Geographic,
    /// Organization (`NATO`).
    Organization,
    /// A person's name.
    Person,
    /// Not in the table.
    Unknown,
}

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// `A`, `B` …, where the text letters them.
    pub label: Option<String>,
    /// What is referred to.
    pub kind: ReferenceKind,
    /// The telegram, where it is one and its number can be read.
    pub number: Option<ReferenceNumber>,
    /// The reference as one logical line.
    pub text: String,
}

/// What a reference refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// A telegram.
    Cable,
    /// An e-mail.
    Email,
    /// A telephone conversation.
    Telcon,
    /// An intelligence or other numbered report.
    Report,
    /// A memorandum.
    Memo,
    /// A meeting.
    Meeting,
    /// A page on a network.
    Web,
    /// Anything else.
    Other,
}

/// Who classified a telegram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Classifier {
    /// Name without title.
    pub name: String,
    /// Title or function.
    pub title: Option<String>,
}

/// One paragraph of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Number after repair; `None` where it has none.
    pub number: Option<u32>,
    /// 0 for the telegram's own paragraphs, 1 and more for lists and telegrams inside the text.
    pub depth: u8,
    /// The label as written (`[1](#)1.`, `14.`); empty where there is none.
    pub label: Span,
    /// Portion mark.
    pub mark: Option<Field<Mark>>,
    /// What the whole paragraph is, where it is one of the known kinds.
    pub role: Option<Role>,
    /// Heading above it, as spans of its lines without their rules.
    pub heading: Vec<Span>,
    /// The text behind label and mark: several pieces where a page break or the like cut it.
    pub pieces: Vec<Span>,
}

impl Paragraph {
    /// What it is called in front of its text: `4.`, its number after repair, else its label as written, `B.` or `2.B.`
    /// as in a list; `None` where it has neither.
    pub fn designation(&self, text: &str) -> Option<String> {
        designation(self.number, self.label.of(text))
    }
}

pub(crate) fn designation(number: Option<u32>, label: &str) -> Option<String> {
    let label = label.trim();
    number.map(|number| format!("{number}.")).or_else(|| (!label.is_empty()).then(|| label.to_owned()))
}

/// What a paragraph or section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Summary.
    Summary,
    /// Comment: what the post thinks.
    Comment,
    /// Both in one.
    SummaryAndComment,
    /// Note.
    Note,
    /// Action request.
    ActionRequest,
    /// Biographic note.
    BioNote,
    /// Text quoted between `BEGIN TEXT` and `END TEXT`, points included.
    Text,
}

/// How a section is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// `Summary: … End Summary.` in running text.
    Inline,
    /// Under a heading.
    Headed,
    /// `(Note: … End Note.)`
    Parenthetical,
}

/// A summary, comment, note, action request, biographic note or quoted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: Role,
    /// How it is set apart.
    pub form: Form,
    /// The words that open it (`Summary:`).
    pub opener: Span,
    /// The words that close it (`End Summary.`).
    pub closer: Option<Span>,
    /// Indices into [`Cable::paragraphs`] of the paragraphs that it covers or lies in.
    pub paragraphs: Vec<usize>,
    /// Its text without opening and closing words: one or more pieces a paragraph.
    pub pieces: Vec<Span>,
}

/// A self-check: two parts of the text that must agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is compared.
    pub kind: CheckKind,
    /// Whether the parts agree.
    pub holds: bool,
    /// The diagnostic that says the same, where the parts contradict each other and nothing else says so.
    pub code: Option<Code>,
    /// Where the first part stands.
    pub span: Span,
    /// Where the part stands that it is compared with.
    pub against: Span,
    /// The finding as one sentence.
    pub message: String,
}

/// What a self-check compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckKind {
    /// Station serial number is the reference number modulo 10,000 (holds in 1,120 of 1,120 measured telegrams).
    StationSerial,
    /// Page markers repeat the reference number.
    PageMarkers,
    /// Day and time of filing are those of the date-time group (day: 1,115 of 1,120).
    Filing,
    /// Security line repeats the classification.
    SecurityLine,
    /// Highest portion mark is the classification (1,218 of 1,247).
    HighestMark,
    /// The section that was transmitted is the one of the classification line.
    TransmissionSection,
    /// Page markers count up to the number of sections.
    SectionCount,
    /// Paragraphs are numbered 1, 2, 3 … (13,317 of 13,567 labels).
    ParagraphOrder,
    /// The executive order line names a day after the telegram's, or no day where nothing is classified.
    Declassification,
    /// References to the telegram's own post and year have lower numbers.
    References,
    /// The signer's surname is spelled like that of the officer who classified it.
    Signer,
}
