//! Comparisons of what a telegram says twice.

use crate::{Code, Span};

/// A self-check: two parts of the text that must agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is compared.
    pub kind: CheckKind,
    /// Whether the parts agree.
    pub holds: bool,
    /// The diagnostic to report where the parts contradict each other and nothing else reports it.
    pub code: Option<Code>,
    /// Where the first part stands.
    pub span: Span,
    /// Where the part that it is compared with stands.
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
