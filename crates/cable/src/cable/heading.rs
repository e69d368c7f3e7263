//! What the fields of a text header say.

use crate::Date;
use serde::Serialize;

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
