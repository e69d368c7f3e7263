//! Rows of the executive order: a first one that lacks its label's letters, and those that go on with it.

use super::{Place, Seen};
use crate::body;
use crate::heading::{self, Label};
use crate::item::opens_bracket;
use crate::known::{is_word_of, last_word};
use crate::words::{first_is, is_number, up_to};
use crate::zone::{Reading, Zone};

/// Words that end an order's value, and words besides those at its start with which more of it begins.
const VALUES: &str = "ADS GDS MR N/A NA OADR XGDS";
const MORE: &str = "AFTER AND BY DECLAS DECLASSIFICATION DECLASSIFIED DECLASSIFY EXEMPT IMPOSSIBLE INDEFINITE MR NA OR \
    REASON REASONS REV UPON";

/// The row of the executive order above the subject, without the order or with other letters in front.
pub(super) fn order_by_place(place: &Place, seen: &Seen) -> Option<Reading> {
    let label = heading::order_by_place(place.row()).filter(|_| !seen.executive_order && !seen.subject)?;
    Some(Reading::labelled(Zone::Field(Label::ExecutiveOrder), label))
}

/// Whether a row goes on with the order `above` it: the order is open, or the row begins as more of one does.
pub(super) fn goes_on(above: &str, line: &str) -> bool {
    let is_date = |len: usize| !line.get(len..).is_some_and(has_hour);
    let is_more = || match heading::date_shape(line) {
        Some(len) => is_date(len),
        None => {
            heading::begins_value(line)
                || is_word_of(up_to(line, b" :,.-"), MORE)
                || is_exemption(up_to(line, b" :,."))
                || goes_on_in_figures(line)
                || heading::gives_reasons(line)
        }
    };
    opens_bracket(above) || !is_over(above) || line.starts_with(|c: char| c == '(' || c.is_lowercase()) || is_more()
}

/// Whether the end of an order's row can be the end of its value: a date, a reason, an `OR-` note, or a word that ends
/// one.
pub(super) fn is_over(above: &str) -> bool {
    let last = last_word(above).trim_end_matches(['.', ';']);
    is_word_of(last, VALUES) || last.starts_with("OR-") || last.ends_with(|c: char| c.is_ascii_digit() || c == ')')
}

/// Whether a row begins with figures as in dates, reasons and exemptions: `/05/2015`, `1.4 (B)`, or only `2015`. Words
/// behind a bare number make a title, and a numbered label begins a paragraph.
fn goes_on_in_figures(line: &str) -> bool {
    let first = up_to(line, b" ,");
    let behind = line.get(first.len()..).unwrap_or_default().trim_start();
    let is_part = || first.contains(['/', '.', 'X']) && !first.contains(':') && !body::is_paragraph(line);
    let is_alone = || is_number(first) && (behind.is_empty() || behind.starts_with(['(', ',']));
    let is_torn = || line.strip_prefix([',', '/']).is_some_and(|rest| first_is(rest.trim_start(), u8::is_ascii_digit));
    is_torn() || first_is(first, u8::is_ascii_digit) && (is_part() || is_alone())
}

/// Whether a word is an exemption: `X1`, `25X1`.
fn is_exemption(word: &str) -> bool {
    word.trim_start_matches(|c: char| c.is_ascii_digit())
        .strip_prefix('X')
        .is_some_and(|reason| first_is(reason, u8::is_ascii_digit))
}

/// Whether an hour stands behind a day: they give the time when a copy was made.
fn has_hour(behind: &str) -> bool {
    behind.contains(':')
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn rows_below_the_order() {
        for (above, line, expected) in [
            ("E.O. 12958: DECL: N/A", "OADR", true),
            ("E.O. 12958: REASON N/A", "04/15/2018", true),
            ("E.O. 12958:", "Unknown", true),
            ("E.O. 12065: GDS 11/15/85 (ROE, JANE", "A.) OR-M", true),
            ("E.O. 12065: GDS 11/15/85", "(ROE, JANE A.) OR-M", true),
            ("E.O. 12065: GDS 11/15/85 (ROE, JANE A.)", "OR-M", true),
            ("E.O. 12958: DECL: UPON CLOSURE OF THE", "QUAY AT TARSIS", true),
            ("E.O. 12958: DECL: 04/15/2018", "X1", true),
            ("E.O. 12958: DECL: 04/15/2018", "25X1-HUMAN", true),
            ("E.O. 12958: DECL: 04/15/2018", "and 2019", true),
            ("E.O. 11652: GDS", "12/31/84", true),
            ("E.O. 11652: GDS", "15 MAR 86 (ROE, JANE) OR-M", true),
            ("E.O. 11652: GDS", "MARCH 15, 86", true),
            ("E.O. 11652: GDS", "DECLASSIFIED ON 12/31/84", true),
            ("E.O. 12065: RDS-3", "5/9/00 (ROE, JANE) OR-M", true),
            ("E.O. 12958: DECL: 12/31", "/2015", true),
            ("E.O. 12958: DECL: JUNE 5", "2015", true),
            ("E.O. 12958: DECL: JUNE 5", ", 2015", true),
            ("E.O. 12958: DECL: 12/31/2015", "FOR REASONS 1.5 (B) AND (D)", true),
            ("E.O. 12958: DECL: 12/31/2015", "FOR ROPES 1.5", false),
            ("E.O. 12958: DECL: 06/01/2015", "1.4 (B) AND (D)", true),
            ("E.O. 12958: DECL: 06/01/2015", "AFTER THE ROPES ARE OLD", true),
            ("E.O. 12958: DECL: X1", "REASONS FOR CLASSIFICATION: 1.5 (B)", true),
            ("E.O. 11652: XGDS-2", "IMPOSSIBLE TO DETERMINE", true),
            ("E.O. 11652: GDS", "1. (C) ROPES ARE NEW.", false),
            ("E.O. 11652: GDS", "2008 BUDGET OF LYDDA", false),
            ("E.O. 11652: GDS", "12 BOATS OF LYDDA", false),
            ("E.O. 11652: GDS", "14:50 4/1/2009", false),
            ("E.O. 12958: N/A", "06/10/17 06:20", false),
            ("E.O. 12958: N/A", "HANDLE WITH CARE", false),
            ("E.O. 11652: GDS", "HARBOR WATCHERS", false),
            ("E.O. 11652: XGDS-3", "T A X E S: EWWT", false),
            ("E.O. 12065: GDS 11/15/85 (ROE, JANE A.) OR-M", "LYDDA ZEROTHREE", false),
            ("E.O. 12958: N/A", "2006-10-17 06:20", false),
            ("E.O. 12958: N/A", "XGY: EWWT", false),
        ] {
            assert_eq!(goes_on(above, line), expected, "{above} / {line}");
        }
    }
}
