//! Sheets: the parts of a copy that has another header behind text, because its last section is stored first or the
//! telegram was sent twice. Each is read from its own header on, and no text is moved.

use crate::Dialect;
use crate::interruption::Interruption;
use crate::row::Row;
use crate::split::Sheet;
use crate::zone::{ZonedRow, append, zones};

/// The sheets of a telegram; empty if it is a single one.
#[derive(Clone, Copy)]
pub(super) struct Sheets<'a>(pub &'a [Sheet]);

/// The pages as sheets if a copy stores the last page first; otherwise empty. Each section counts its pages anew.
pub(super) fn pages(interruptions: &[Interruption]) -> Vec<Sheet> {
    // The circuits number pages too, from the second on and without the section.
    let printed = interruptions.iter().filter(|found| found.number.is_some());
    let pages: Vec<(u32, u16, u16)> = printed
        .filter_map(|found| Some((found.span.start, found.section.map_or(0, |(section, _)| section), found.page?)))
        .collect();
    let mut pairs = pages.iter().zip(pages.iter().skip(1)).filter(|(above, below)| above.1 == below.1).peekable();
    let reversed = pairs.peek().is_some() && pairs.all(|(above, below)| above.2 == below.2.saturating_add(1));
    let place = |section: u16, page: u16| section.saturating_mul(PAGES).saturating_add(page);
    let sheet = |(start, section, page): &(u32, u16, u16)| Sheet { start: *start, section: place(*section, *page) };
    pages.iter().filter(|_| reversed).map(sheet).collect()
}

/// The most pages that a section has.
const PAGES: u16 = 100;

/// Text that goes on from row to row.
pub(super) struct Run<'a> {
    pub rows: &'a [Row],
    /// Whether paragraphs that come before these are stored elsewhere.
    pub later: bool,
    /// Whether the signature can stand below it.
    pub signed: bool,
    /// Whether it stands behind text that should follow it.
    pub misplaced: bool,
}

impl<'a> Sheets<'a> {
    /// Returns the zones of all rows, read sheet by sheet.
    pub fn zones(self, text: &str, rows: &[Row], dialect: Dialect) -> Vec<ZonedRow> {
        let mut zoned: Vec<ZonedRow> = Vec::with_capacity(rows.len());
        let mut rest = rows;
        for next in self.0.iter().skip(1) {
            append(&mut zoned, zones(text, before(&mut rest, next), dialect));
        }
        append(&mut zoned, zones(text, rest, dialect));
        zoned
    }

    /// Returns the rows of the text, split where it does not continue from one sheet to the next.
    pub fn runs(self, rows: &'a [Row]) -> Vec<Run<'a>> {
        let (mut found, mut rest) = (Vec::with_capacity(1), rows);
        let mut section = self.0.first().map_or(0, |first| first.section);
        let mut misplaced = false;
        let mut above = section;
        let last = self.0.iter().map(|sheet| sheet.section).max().unwrap_or(0);
        for next in self.0.iter().skip(1) {
            if next.section <= above {
                found.push(run(before(&mut rest, next), section, last, misplaced));
                (section, misplaced) = (next.section, true);
            }
            above = next.section;
        }
        found.push(run(rest, section, last, misplaced));
        found
    }
}

/// Makes a run that begins with a section. Only the last section has a signature below it.
fn run(rows: &[Row], section: u16, last: u16, misplaced: bool) -> Run<'_> {
    Run { rows, later: section > 1, signed: section == 0 || section == last, misplaced }
}

/// Takes the rows in front of a sheet off `rest`.
fn before<'a>(rest: &mut &'a [Row], next: &Sheet) -> &'a [Row] {
    let (before, behind) = rest.split_at(rest.partition_point(|row| row.span.start < next.start));
    *rest = behind;
    before
}
