//! What a message has further down, which decides how the rows above it are read.

use super::line::is_all_end;
use super::set::{self, SetKind};
use crate::row::Row;
use crate::{body, heading};

/// The end of the message is looked for in this many rows from the bottom.
const MOST_CLOSING_ROWS: usize = 12;

/// The parts of a message that decide how its rows are read.
pub(super) struct Outline {
    /// The row of the set that opens the text, and where in the text the set begins.
    pub text: Option<(usize, u32)>,
    /// The last row in front of the text with the name of a set, or the label of a subject.
    pub last_set: usize,
    /// Whether a set gives the subject, so that a gateway's own `SUBJ:` line does not.
    pub subject: bool,
    /// Whether there is a set of references, which `NARR` explains. Without one, `NARR` is the text.
    pub references: bool,
    /// The first row behind the text.
    pub end: usize,
}

impl Outline {
    /// Looks through all rows once.
    pub fn of(text: &str, rows: &[Row]) -> Self {
        let end = end_of_text(text, rows);
        let mut outline = Outline { text: None, last_set: 0, subject: false, references: false, end };
        // Remarks can stand in for the explanation of references: the remarks that begin with the first paragraph
        // count.
        let mut numbered = false;
        let mut begun = false;
        for (index, row) in rows.iter().enumerate().take(end) {
            let line = row.span.of(text);
            // A directive's number can stand in front of a labelled subject if no text has begun above.
            begun |= outline.text.is_some() || body::begins(line);
            if !begun && matches!(heading::label(line), Some((heading::Label::Subject, _))) {
                outline.last_set = index;
            }
            for (at, found) in set::sets(line) {
                let below = rows.get(index.saturating_add(1)).map_or("", |row| row.span.of(text));
                let behind =
                    line.get(at.saturating_add(found.label)..).map(str::trim_start).filter(|behind| !behind.is_empty());
                let first = body::begins(behind.unwrap_or(below));
                if found.kind == SetKind::Text && (outline.text.is_none() || first && !numbered) {
                    numbered = first;
                    outline.text = Some((index, row.span.offset(at)));
                }
                if !numbered {
                    outline.subject |= found.kind == SetKind::Subject;
                    outline.references |= found.kind == SetKind::Reference;
                    outline.last_set = index;
                }
            }
        }
        outline
    }
}

/// Where the rows behind the text begin: `BT`, serial, `NNNN`, what a print adds behind them, and banners.
fn end_of_text(text: &str, rows: &[Row]) -> usize {
    let line = |index: usize| rows.get(index).map_or("", |row| row.span.of(text));
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let is_last = |line: &str| line.starts_with("NNNN") || line.ends_with("NNNN") && is_all_end(line);
    let mut end = (nearest..rows.len()).rev().find(|row| is_last(line(*row))).unwrap_or(rows.len());
    while let Some(above) = end.checked_sub(1).filter(|above| *above > 0 && is_all_end(line(*above))) {
        end = above;
    }
    end
}
