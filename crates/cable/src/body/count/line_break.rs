//! Who began a line of a message: its writer or the wrapping.

use super::outline::is_item;
use crate::body::above;
use crate::prose::{Ending, cites, is_unfinished};
use crate::row::{Gap, Row};

/// Lines of messages are at most 69 characters long; a shorter copy is wrapped no narrower than this.
const NARROWEST: usize = 58;

/// Items of a list are indented by at least this many blanks.
const INDENT: usize = 2;

/// Whether the writer began a line, or the wrapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Behind a blank line, a sentence or an item of one line, indented, or where the line above had room.
    Writer,
    /// Nothing shows which.
    Either,
    /// The line above ends where no sentence or list does.
    Wrapping,
}

/// The breaks between the rows of a message.
pub(in crate::body) struct LineBreaks<'a> {
    text: &'a str,
    rows: &'a [Row],
    /// How many blanks stand in front of every line.
    margin: usize,
}

impl<'a> LineBreaks<'a> {
    pub fn new(text: &'a str, rows: &'a [Row]) -> Self {
        Self { text, rows, margin: margin(text, rows) }
    }

    /// Who began the line of the row `index`.
    pub(super) fn above(&self, index: usize) -> Break {
        let (Some(row), Some(above)) = (self.rows.get(index), above(self.rows, index)) else { return Break::Writer };
        let line = row.span.of(self.text);
        let last = above.span.of(self.text);
        let first = line.find(' ').unwrap_or(line.len());
        let ends = row.gap == Gap::Blank
            || Ending::of(last).is_of_part()
            || indent(self.text, row) >= self.margin.saturating_add(INDENT);
        let width = indent(self.text, &above).saturating_add(last.len()).saturating_add(first);
        let had_room = width < self.margin.saturating_add(NARROWEST);
        if ends {
            Break::Writer
        } else if is_unfinished(last) && !is_list(last) || cites(last) {
            Break::Wrapping
        } else if had_room || is_item(last) {
            Break::Writer
        } else {
            Break::Either
        }
    }
}

/// Whether a line ends as an item in a list does: `…, AND`.
fn is_list(line: &str) -> bool {
    let bare = [" AND", " OR"].iter().find_map(|word| {
        let at = line.len().checked_sub(word.len())?;
        line.get(at..).filter(|end| end.eq_ignore_ascii_case(word)).and(line.get(..at))
    });
    bare.unwrap_or(line).ends_with([',', ';'])
}

/// How many blanks stand in front of every line that rows begin.
fn margin(text: &str, rows: &[Row]) -> usize {
    let begins_line =
        |start: usize| text.get(..start).is_none_or(|before| before.is_empty() || before.ends_with(['\n', '\r']));
    let mut least = NARROWEST;
    for row in rows {
        let blanks = indent(text, row);
        if blanks < least && begins_line((row.span.start as usize).saturating_sub(blanks)) {
            least = blanks;
        }
        if least == 0 {
            break;
        }
    }
    least
}

/// How many blanks stand in front of a row.
fn indent(text: &str, row: &Row) -> usize {
    let before = text.get(..row.span.start as usize).unwrap_or_default();
    before.bytes().rev().take(NARROWEST).take_while(|byte| *byte == b' ').count()
}
