//! Sheets: the stretches of a copy that has a header again behind text, because its last section is stored first, or
//! the telegram was sent twice. Each is read from its own header on, and none of its text is moved.

use crate::Dialect;
use crate::row::Row;
use crate::split::Sheet;
use crate::zone::{ZonedRow, append, zones};

/// The sheets of a telegram; none where it is one.
#[derive(Clone, Copy)]
pub(super) struct Sheets<'a>(pub &'a [Sheet]);

/// Text that goes on from row to row.
pub(super) struct Run<'a> {
    pub rows: &'a [Row],
    /// Whether paragraphs are stored elsewhere that come before the first of these.
    pub later: bool,
    /// Whether the signature can stand below it.
    pub signed: bool,
    /// Whether it stands behind text that it should stand in front of.
    pub misplaced: bool,
}

impl<'a> Sheets<'a> {
    /// Zones of all rows, a sheet at a time.
    pub fn zones(self, text: &str, rows: &[Row], dialect: Dialect) -> Vec<ZonedRow> {
        let mut zoned: Vec<ZonedRow> = Vec::with_capacity(rows.len());
        let mut rest = rows;
        for next in self.0.iter().skip(1) {
            append(&mut zoned, zones(text, before(&mut rest, next), dialect));
        }
        append(&mut zoned, zones(text, rest, dialect));
        zoned
    }

    /// The rows of the text, cut where it does not go on from one sheet to the next.
    pub fn runs(self, rows: &'a [Row]) -> Vec<Run<'a>> {
        let (mut found, mut rest) = (Vec::with_capacity(1), rows);
        let mut section = self.0.first().map_or(0, |first| first.section);
        let mut misplaced = false;
        let mut above = section;
        for next in self.0.iter().skip(1) {
            if next.section <= above {
                found.push(self.run(before(&mut rest, next), section, misplaced));
                (section, misplaced) = (next.section, true);
            }
            above = next.section;
        }
        found.push(self.run(rest, section, misplaced));
        found
    }

    fn run(self, rows: &'a [Row], section: u16, misplaced: bool) -> Run<'a> {
        let goes_on = section > 0 && self.0.iter().any(|sheet| sheet.section == section.saturating_add(1));
        Run { rows, later: section > 1, signed: !goes_on, misplaced }
    }
}

/// Takes the rows off that stand in front of a sheet.
fn before<'a>(rest: &mut &'a [Row], next: &Sheet) -> &'a [Row] {
    let (before, behind) = rest.split_at(rest.partition_point(|row| row.span.start < next.start));
    *rest = behind;
    before
}
