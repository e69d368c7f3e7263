//! Central Foreign Policy Files of 1973-79 as the National Archives keep them: telegrams of the Department's own
//! printers, with its distribution lists, page lines and counters, and what the archive added behind the text.

use crate::envelope::{date_time_group, is_counter, is_distribution};
use crate::heading::{self, Label};
use crate::words::{is_number, starts_with_any_case, words};
use crate::{Span, line};

/// The years of the electronic files.
const YEARS: std::ops::RangeInclusive<u16> = 1973..=1979;

/// In how many bytes before its end a text without a header shows what the archive printed there.
const TRAILER: u32 = 400;

/// A telegram of these years on the Department's paper. Copies of the Cablegate set are as old, but without its print.
pub(super) fn shows(rows: &[&str]) -> bool {
    rows.iter().any(|row| is_printed(row)) && rows.iter().any(|row| is_of_these_years(row))
}

/// A page line, a list of offices, a counter, a drafter or the archive's title.
fn is_printed(row: &str) -> bool {
    let mut parts = words(row).map(|word| row.get(word).unwrap_or_default());
    let is_page = parts.next() == Some("PAGE") && parts.next().is_some_and(|page| page.len() <= 3 && is_number(page));
    is_page
        || is_distribution(row)
        || is_counter(row)
        || row.starts_with("DRAFTED BY ")
        || row == "Message Text"
        || row.contains("Declassified/Released")
}

/// A date-time group of these years, or the order that was in force in them and no longer than that.
fn is_of_these_years(row: &str) -> bool {
    let date = date_time_group::read(row).and_then(|group| group.date.0);
    date.is_some_and(|at| YEARS.contains(&at.date.year()))
        || matches!(heading::label(row), Some((Label::ExecutiveOrder, _))) && row.contains("11652")
}

/// Whether a text, of which the header may be lost, ends with what the archive says of its handling.
pub(super) fn closes(text: &str, span: Span) -> bool {
    let mut start = span.end.saturating_sub(TRAILER).max(span.start);
    while !text.is_char_boundary(start as usize) {
        start = start.saturating_add(1);
    }
    line::rows(text, Span::new(start, span.end)).any(|row| starts_with_any_case(row.of(text), "*** Current "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(shows(&text.lines().collect::<Vec<_>>()), expected, "{text}");
    }

    #[test]
    fn what_shows_the_archive() {
        check("PAGE 01  TARSIS 00905  060018Z\nACTION SS-25\nR 051020Z JUN 79", true);
        check("ORIGIN NEA-07\nINFO OCT-01 /026 R\nP 222302Z NOV 78", true);
        check("PAGE 01\nTARSIS 00905\nE.O. 11652: GDS", true);
        check("R 051020Z JUN 79\nFM AMEMBASSY TARSIS\nE.O. 12065: N/A", false);
        check("PAGE 02 TARSIS 06677 01 OF 03 291400Z\nINFO LOG-00 EEB-00\nR 021130Z JUN 09", false);
    }

    #[test]
    fn what_closes_a_text_without_a_header() {
        let ends = |text: &str| closes(text, Span::new(0, text.len() as u32));
        assert!(ends("1. TEXT.\n\nROE\n\n*** Current Handling Restrictions *** n/a\n"));
        assert!(!ends("1. TEXT.\n\nROE\n"));
    }
}
