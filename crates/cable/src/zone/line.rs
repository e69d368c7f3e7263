//! A row in front of the text, and what its first words say.

use crate::envelope::{FormatLine, format_line};
use crate::heading::{self, ClassificationLine, Label};
use crate::row::Row;
use std::cell::OnceCell;

/// A row, with the answers that several passes and rules need and that are costly to find.
pub(super) struct Line<'a> {
    pub row: Row,
    pub text: &'a str,
    label: OnceCell<Option<(Label, usize)>>,
    format_line: OnceCell<Option<(FormatLine, usize)>>,
    classification: OnceCell<Option<ClassificationLine>>,
    names_telegram: OnceCell<bool>,
}

impl<'a> Line<'a> {
    pub fn new(text: &'a str, row: Row) -> Self {
        let (label, format_line, classification, names_telegram) = Default::default();
        Self { row, text: row.span.of(text), label, format_line, classification, names_telegram }
    }

    /// The field that the row begins, and the length of the label.
    pub fn label(&self) -> Option<(Label, usize)> {
        *self.label.get_or_init(|| heading::label(self.text))
    }

    /// The line of the envelope that the row begins, and the length of the label.
    pub fn format_line(&self) -> Option<(FormatLine, usize)> {
        *self.format_line.get_or_init(|| format_line(self.text))
    }

    /// The classification that the row begins with.
    pub fn classification(&self) -> Option<&ClassificationLine> {
        self.classification.get_or_init(|| heading::classification(self.text)).as_ref()
    }

    /// Whether the row is a classification line that gives post and number.
    pub fn names_telegram(&self) -> bool {
        let gives_number = || self.classification().is_some_and(|found| heading::gives_number(self.text, found));
        *self.names_telegram.get_or_init(gives_number)
    }
}
