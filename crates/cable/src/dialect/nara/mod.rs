//! Central Foreign Policy Files of 1973-79 as the National Archives keep them: telegrams from the Department's own
//! printers, with its distribution lists, page lines and counters.
//!
//! `stamp` reads what the archive laid over the text, `archive` what it added behind the text, `front` what stands in
//! front.

pub(crate) mod archive;
pub(crate) mod front;
mod stamp;

pub(crate) use archive::attribute;
pub(crate) use stamp::{Stamped, replaced, stamps};

use super::navy;
use crate::envelope::{date_time_group, is_counter, is_distribution};
use crate::heading::{self, Label};
use crate::rules::ARCHIVED_YEARS;
use crate::words::{is_number, words};

/// Whether this is a telegram of these years on the Department's paper. Copies of the Cablegate set can be as old, but
/// lack its print.
pub(super) fn shows(rows: &[&str]) -> bool {
    is_of_these_years(rows) && rows.iter().any(|row| is_printed(row))
}

/// Whether a row is a page line, a list of offices, a counter, a drafter or the archive's title.
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

/// Whether the telegram's own date-time group is of these years: the first with a date, above the sets of a message. If
/// none has a date, a group that gives only such a year shows it too, and so does the executive order that was in force
/// only in these years.
fn is_of_these_years(rows: &[&str]) -> bool {
    let above_sets = || rows.iter().take_while(|row| !navy::set::is_telling(row));
    let mut groups = above_sets().filter_map(|row| date_time_group::read(row));
    if let Some(own) = groups.find_map(|group| group.date.0) {
        return ARCHIVED_YEARS.contains(&own.date.year());
    }
    let mut bare_years = above_sets().filter_map(|row| date_time_group::read(row)?.year);
    bare_years.any(|year| ARCHIVED_YEARS.contains(&year)) || rows.iter().any(|row| names_order(row))
}

fn names_order(row: &str) -> bool {
    row.contains("11652") && matches!(heading::label(row), Some((Label::ExecutiveOrder, _)))
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
        check("PAGE 01\nTARSIS 00905\nR 031555Z DEV 79", true);
        check("PAGE 01\nTARSIS 00905\nR 031555Z DEV 89", false);
        check("PAGE 01\nTARSIS 00905\nR 312561Z JUN 97\nE.O. 11652: GDS", true);
        check("R 021130Z JUL 07\nPAGE 02 TARSIS 00905\nR 051020Z JUN 79", false);
        check("MSGID/GENADMIN/TARSIS//\nPAGE 02 RUEHXX 0012 UNCLAS\nR 121407Z DEC 76", false);
        check("R 051020Z JUN 79\nFM AMEMBASSY TARSIS\nE.O. 12065: N/A", false);
        check("TAGS: EWWT\n1. A SHIP\nSECRET\nSECRET\nPAGE 02 TARSIS 00905 060018Z\nSAILS", false);
        check("PAGE 02 TARSIS 06677 01 OF 03 291400Z\nINFO LOG-00 EEB-00\nR 021130Z JUN 09", false);
    }
}
