//! What the archive's record in a copy says of a telegram that has no date-time group: its name, which gives the year, and
//! its day.

use super::{Parser, valued};
use crate::date::full_year;
use crate::heading::written_date;
use crate::interruption::{Interruption, InterruptionKind};
use crate::name::TelegramName;
use crate::split::recorded_name;
use crate::{Date, Field, Span, body, line};

/// The archive's row that closes a text has no more rows behind it.
const MOST_CLOSING_ROWS: usize = 4;

impl Parser<'_> {
    /// Finds what the archive's record says that an export left in the text, or what its row behind the text does.
    pub(super) fn find_record(&mut self, found: &[Interruption]) {
        if self.written_on().is_some() {
            return;
        }
        let headers = found.iter().filter(|found| found.kind == InterruptionKind::SectionHeader);
        let mut above = None;
        for row in headers.flat_map(|header| line::rows(self.text, header.span)) {
            self.recorded = recorded_name(row.of(self.text));
            if self.recorded.is_some() {
                self.cable.day = day(self.text, row).or_else(|| day(self.text, above?));
                return;
            }
            above = Some(row);
        }
        let mut closing = line::rows_above(self.text, self.cable.span).take(MOST_CLOSING_ROWS);
        self.recorded = closing.find_map(|row| TelegramName::read(body::closing_number(row.of(self.text))?));
    }

    /// The year of the telegram's number: that of its date-time group, else of a record that names the same number.
    pub(super) fn year_of(&self, post: &str, number: u32) -> Option<u16> {
        let recorded = || self.recorded.as_ref().filter(|named| named.is_of(post, number));
        self.written_on().map(Date::year).or_else(|| Some(full_year(recorded()?.year % 100)))
    }
}

/// The day in a column of a record: `7/30/2004 17:29`, `2009-03-04`, `date: 8/23/2005 0:26`.
fn day(text: &str, row: Span) -> Option<Field<Date>> {
    let mut begins: usize = 0;
    row.of(text).split_inclusive(['\t', ',']).find_map(|column| {
        let end = begins.saturating_add(column.len());
        let bare = column.strip_prefix("date:").unwrap_or(column).trim_start();
        begins = end;
        let (date, len) = written_date(bare).filter(|_| bare.contains(['/', '-']))?;
        let start = end.saturating_sub(bare.len());
        Some(valued(row.part(start..start.saturating_add(len)), date))
    })
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::Span;

    #[test]
    fn days() {
        for (row, expected) in [
            ("209998,3/4/2009 15:48,09TARSIS417,\"Embassy", Some(("2009-03-04", "3/4/2009"))),
            ("2009-03-04 15:48:00\t09TARSIS417", Some(("2009-03-04", "2009-03-04"))),
            ("date: 3/4/2009 0:26", Some(("2009-03-04", "3/4/2009"))),
            ("209998", None),
            ("refid: 09TARSIS417", None),
        ] {
            let found = day(row, Span::new(0, row.len() as u32));
            let found = found.map(|day| (day.value.to_string(), day.raw.of(row)));
            assert_eq!(found.as_ref().map(|(day, raw)| (day.as_str(), *raw)), expected, "{row}");
        }
    }
}
