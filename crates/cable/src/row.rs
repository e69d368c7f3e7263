//! Rows: the lines of the text that carry something, with the interruptions cut out.

use crate::interruption::Interruption;
use crate::{Span, line};

/// A line, or the part of it that an interruption left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Without the white space around it.
    pub span: Span,
    /// What stands between the row above and this one.
    pub gap: Gap,
}

/// What separates a row from the row above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A line end.
    Line,
    /// At least one blank line, or the start of the text.
    Blank,
    /// An interruption.
    Page,
}

/// The rows of `span` between its interruptions.
pub(crate) fn rows(text: &str, span: Span, interruptions: &[Interruption]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = span.start;
    let mut page = false;
    let stretches = interruptions.iter().map(|found| (found.span.start, found.span.end)).chain([(span.end, span.end)]);
    for (end, next) in stretches {
        for row in line::rows(text, Span::new(at, end)) {
            let above = rows.last().map(|above: &Row| above.span.end);
            let gap = match above {
                _ if page => Gap::Page,
                None => Gap::Blank,
                Some(above) if has_blank_line(Span::new(above, row.start).of(text)) => Gap::Blank,
                Some(_) => Gap::Line,
            };
            rows.push(Row { span: row, gap });
            page = false;
        }
        at = next;
        page = true;
    }
    rows
}

/// Whether white space between two rows holds more than one line end.
fn has_blank_line(gap: &str) -> bool {
    let newlines = gap.bytes().filter(|byte| *byte == b'\n').count();
    let returns = gap.bytes().filter(|byte| *byte == b'\r').count();
    newlines.max(returns) > 1
}
