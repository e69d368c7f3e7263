//! Paragraphs, and the sections that they form.

use super::Field;
use crate::{Mark, Span};
use serde::Serialize;

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
    /// What it is called in front of its text: its number after repair, `4.`, or its label as written, `B.` or `2.B.`
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
