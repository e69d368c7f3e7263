//! A table of the glossary: one text, a line a row, in the order of its codes.

use super::{Confidence, SOURCES};
use crate::Date;

/// A table as the build leaves it.
pub(super) struct Table {
    /// The rows, each ended by a line feed; see [`Row`].
    pub text: &'static str,
    /// Where each row begins.
    pub starts: &'static [u16],
}

/// One row: code, three letters for kind, confidence and source, meaning, and two more columns that can be missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub code: &'static str,
    letters: &'static str,
    pub meaning: &'static str,
    /// First and last day of the era; the table of posts has its time zone in the first of them.
    pub more: (&'static str, &'static str),
}

impl Table {
    /// Every row.
    #[cfg(test)]
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.starts.iter().filter_map(|&start| self.row(start))
    }

    /// The rows of a code, the oldest meaning first.
    pub fn of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = Row> + 'a {
        let wanted = code.as_bytes();
        let first = self.starts.partition_point(|&start| {
            let row = self.text.as_bytes().get(usize::from(start)..).unwrap_or_default();
            row.iter().take_while(|byte| **byte != b'\t').lt(wanted)
        });
        let rows = self.starts.get(first..).unwrap_or_default().iter().filter_map(|&start| self.row(start));
        rows.take_while(move |row| row.code == code)
    }

    fn row(&self, start: u16) -> Option<Row> {
        let line = self.text.get(usize::from(start)..)?.split('\n').next()?;
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        Some(Row { code: cell(), letters: cell(), meaning: cell(), more: (cell(), cell()) })
    }
}

impl Row {
    /// First letter of what the data file has in its column `kind`.
    pub fn kind(&self) -> u8 {
        self.letters.bytes().next().unwrap_or_default()
    }

    pub fn confidence(&self) -> Confidence {
        match self.letters.as_bytes().get(1) {
            Some(b'o') => Confidence::Official,
            Some(b'a') => Confidence::Archive1970s,
            Some(b'u') => Confidence::Unconfirmed,
            _ => Confidence::Unknown,
        }
    }

    pub fn source(&self) -> &'static str {
        let letter = self.letters.as_bytes().get(2).copied().unwrap_or_default();
        SOURCES.get(usize::from(letter.saturating_sub(b'a'))).copied().unwrap_or_default()
    }

    /// First and last day on which the code means this.
    pub fn era(&self) -> (Option<Date>, Option<Date>) {
        (day(self.more.0, (1, 1)), day(self.more.1, (12, 31)))
    }

    pub fn is_of(&self, when: Date) -> bool {
        let (from, until) = self.era();
        from.is_none_or(|from| from <= when) && until.is_none_or(|until| when <= until)
    }
}

/// `1995-10-14`, or a year, which stands for the given month and day of it.
fn day(text: &str, (month, day): (u8, u8)) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    match (parts.next(), parts.next()) {
        (Some(month), Some(day)) => Date::new(year, month.parse().ok()?, day.parse().ok()?),
        _ => Date::new(year, month, day),
    }
}
