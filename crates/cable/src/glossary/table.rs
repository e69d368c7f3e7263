//! A table of the glossary: one text, one line a row, in the order of its codes.

use super::{Confidence, SOURCES};
use crate::Date;
use memchr::{memchr, memrchr};

/// A table as the build writes it.
pub(super) struct Table {
    /// Rows, each ended by a line feed, in the order of their codes; see [`Row`].
    pub text: &'static str,
    /// Where the rows of each capital begin, and those behind `Z`.
    pub letters: [u16; 27],
}

/// One row: code, three letters for kind, confidence and source, meaning, and two more columns that can be missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub code: &'static str,
    letters: &'static str,
    pub meaning: &'static str,
    /// First and last day of the era; the table of posts has the time zone in the first of them.
    pub more: (&'static str, &'static str),
}

impl Table {
    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.text.split_terminator('\n').map(row)
    }

    /// The rows of a code, the oldest meaning first.
    pub fn of(&self, code: &str) -> impl Iterator<Item = Row> + Clone {
        let lines = self.from(code).split_terminator('\n');
        lines.take_while(move |line| is_of(line, code)).map(row)
    }

    /// Whether the table has a code.
    pub fn has(&self, code: &str) -> bool {
        self.kind(code).is_some()
    }

    /// The kind of a code, as [`Row::kind`]; it is the same in every row of the code.
    pub fn kind(&self, code: &str) -> Option<u8> {
        self.from(code).strip_prefix(code)?.strip_prefix('\t')?.bytes().next()
    }

    /// The rows from the first whose code is not before `code`, found by halving.
    fn from(&self, code: &str) -> &'static str {
        let wanted = code.as_bytes();
        let text = self.text;
        let letter = wanted.first().and_then(|first| usize::from(*first).checked_sub(usize::from(b'A')));
        let start = |at: usize| self.letters.get(at).map(|start| usize::from(*start));
        // A code that does not begin with a capital stands before `A` or behind `Z`.
        let of_letter = letter.and_then(|letter| Some((start(letter)?, start(letter.saturating_add(1))?)));
        let (mut low, mut high) = of_letter.unwrap_or((0, text.len()));
        while let Some(before) = text.as_bytes().get(low..low.midpoint(high)).filter(|_| low < high) {
            let start = memrchr(b'\n', before).map_or(low, |end| low.saturating_add(end).saturating_add(1));
            let row = text.as_bytes().get(start..).unwrap_or_default();
            // The tab behind a code stands before every letter of a longer one.
            if row.get(..wanted.len()).unwrap_or(row) < wanted {
                let len = memchr(b'\n', row).unwrap_or(row.len());
                low = start.saturating_add(len).saturating_add(1);
            } else {
                high = start;
            }
        }
        text.get(low..).unwrap_or_default()
    }
}

/// Whether a line is a row of a code.
fn is_of(line: &str, code: &str) -> bool {
    line.strip_prefix(code).is_some_and(|behind| behind.starts_with('\t'))
}

fn row(line: &'static str) -> Row {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Row { code: cell(), letters: cell(), meaning: cell(), more: (cell(), cell()) }
}

impl Row {
    /// First letter of the data file's column `kind`.
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

/// A day, `1995-10-14`, or a year, which stands for its given month and day.
fn day(text: &str, (month, day): (u8, u8)) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    match (parts.next(), parts.next()) {
        (Some(month), Some(day)) => Date::new(year, month.parse().ok()?, day.parse().ok()?),
        _ => Date::new(year, month, day),
    }
}
