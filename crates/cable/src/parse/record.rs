//! What the archive's record in a copy, or its title above one, says of a telegram that has no date-time group: its name,
//! which gives the year.

use super::Parser;
use crate::date::full_year;
use crate::interruption::{Interruption, InterruptionKind};
use crate::name::TelegramName;
use crate::split::recorded_name;
use crate::{Date, body, line};

/// The archive's title has no more rows above it.
const MOST_OPENING_ROWS: usize = 4;

/// The archive's row that closes a text has no more rows behind it.
const MOST_CLOSING_ROWS: usize = 4;

impl Parser<'_> {
    /// Finds what the archive's record names that an export left in the text, or what its row behind the text does.
    pub(super) fn find_record(&mut self, found: &[Interruption]) {
        if self.written_on().is_none() {
            let headers = found.iter().filter(|found| found.kind == InterruptionKind::SectionHeader);
            let mut rows = headers.flat_map(|header| line::rows(self.text, header.span));
            let closing = || line::rows_above(self.text, self.cable.span).map(|row| row.of(self.text));
            let mut above = closing().skip(1);
            let mut pairs = closing().take(MOST_CLOSING_ROWS).map(|row| (row, above.next().unwrap_or_default()));
            let number = |(row, above)| body::closing_number(row).or_else(|| body::foot_number(row, above));
            let closed = || pairs.find_map(|rows| TelegramName::read(number(rows)?));
            let opening = || line::rows(self.text, self.cable.span).take(MOST_OPENING_ROWS);
            let titled = || opening().find_map(|row| TelegramName::read(body::titled_number(row.of(self.text))?));
            self.recorded = rows.find_map(|row| recorded_name(row.of(self.text))).or_else(closed).or_else(titled);
        }
    }

    /// The year of the telegram's number: that of its date-time group, also where that names no minute, else of a record
    /// that names the same number.
    pub(super) fn year_of(&self, post: &str, number: u32) -> Option<u16> {
        let recorded = || self.recorded.as_ref().filter(|named| named.is_of(post, number));
        let written = self.written_on().map(Date::year).or(self.year);
        written.or_else(|| Some(full_year(recorded()?.year % 100)))
    }
}
