//! Reads the executive order line: the order under which a telegram is classified, and for how long.

use super::{cursor::Cursor, written_date};
use crate::glossary::ORDER_YEARS;
use crate::known::is_word_of;
use crate::misspelt::distance;
use crate::words::{first_is, is_number, one_line, slice, start_of, up_to};
use crate::{Date, ExecutiveOrder, Logical};
use std::ops::Range;

/// Words that an order's value begins with.
const VALUES: &str = "ADS DECL DNG GDS N/A OADR RDS XDS XGDS";

/// Whether `text` begins as an order's value does: `XGDS-3`, `DECL: …`
pub(crate) fn begins_value(text: &str) -> bool {
    is_word_of(up_to(text, b" :,.-"), VALUES)
}

/// Reads an executive order line, with or without its label. `written` is the day of the telegram; a two-digit year is
/// read as the first one from then on.
pub(crate) fn executive_order(field: &Logical, written: Option<Date>) -> Option<ExecutiveOrder> {
    read(field.text(), written)
}

fn read(text: &str, written: Option<Date>) -> Option<ExecutiveOrder> {
    let (order, behind) = order(text);
    let instruction = behind_marks(slice(text, behind..));
    // Some forms print the order, and the drafter wrote it again.
    let instruction = match self::order(instruction) {
        (again, end) if again.is_some() && again == order && slice(instruction, end..).starts_with(':') => {
            behind_marks(slice(instruction, end..))
        }
        _ => instruction,
    };
    let instruction = instruction.trim_end_matches(|c: char| c.is_whitespace() || ";,:".contains(c));
    let order_year =
        order.as_deref().and_then(|order| ORDER_YEARS.iter().find(|known| known.0 == order)).map(|known| known.1);
    let earliest = written.or_else(|| Date::new(order_year?, 1, 1));
    // An export cut the number off: `E.O. 129...`
    let is_cut = order.is_none() && instruction.strip_suffix("...").is_some_and(is_number);
    let instruction = if is_cut { String::new() } else { one_line(instruction) };
    if order.is_none() && instruction.is_empty() {
        return None;
    }
    Some(ExecutiveOrder {
        order,
        declassify_on: declassify_on(&instruction, earliest),
        instruction: Some(instruction).filter(|text| !text.is_empty()),
    })
}

fn behind_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || ":;,.-/".contains(c))
}

/// The number of the order, and where the text behind it begins. A garbled label can have added a digit to the number
/// (`E.O.112065`), so a known number at either end of a longer one counts. A number of four digits has lost one.
fn order(text: &str) -> (Option<String>, usize) {
    let label = label(text);
    let mut cursor = Cursor::new(text, label.end);
    cursor.blanks_and(b".:#");
    if let Some((order, len)) = misread_order(cursor.rest()).filter(|_| !label.is_empty()) {
        return (Some(order.to_owned()), cursor.at().saturating_add(len));
    }
    let digits = cursor.digits();
    let known =
        ORDER_YEARS.iter().map(|known| known.0).find(|known| digits.starts_with(known) || digits.ends_with(known));
    match (digits.len(), known) {
        (5..=7, Some(known)) => (Some(known.to_owned()), cursor.at()),
        (5, None) if cursor.peek() != Some(b'/') => (Some(digits.to_owned()), cursor.at()),
        (4, _) if !label.is_empty() => {
            with_lost_digit(digits).map_or((None, label.end), |order| (Some(order), cursor.at()))
        }
        _ => (None, label.end),
    }
}

/// The order whose number `text` begins with, if letters stand for some of its figures (`L1652`, `I2O65`), and the
/// length of the number.
pub(super) fn misread_order(text: &str) -> Option<(&'static str, usize)> {
    let figure = |letter: char| match letter {
        'L' | 'l' | 'I' | 'i' => '1',
        'O' | 'o' => '0',
        other => other,
    };
    let (order, _) =
        ORDER_YEARS.iter().find(|(order, _)| text.chars().map(figure).take(order.len()).eq(order.chars()))?;
    let (written, behind) = text.split_at_checked(order.len())?;
    let is_misread = written != *order && !first_is(behind, u8::is_ascii_alphanumeric);
    is_misread.then_some((order, order.len()))
}

/// The text behind the number of a known order that `text` begins with.
pub(super) fn behind_order(text: &str) -> Option<&str> {
    let behind = ORDER_YEARS.iter().find_map(|(order, _)| text.strip_prefix(order))?;
    (!first_is(behind, u8::is_ascii_digit)).then_some(behind)
}

/// The order that has lost one digit, if only one known order can be meant: `1295`.
fn with_lost_digit(digits: &str) -> Option<String> {
    let mut near = ORDER_YEARS.iter().filter(|(order, _)| distance(digits.as_bytes(), order.as_bytes()) == 1);
    let (order, _) = near.next()?;
    near.next().is_none().then(|| (*order).to_owned())
}

/// The place of the label: `E.O.`, `EO`, `E.0.`, `E,O.`, `MO.`, `EXECUTIVE ORDER`. Except for the last, it is a letter
/// and an O or 0, with dots, commas or blanks; empty if there is none.
fn label(text: &str) -> Range<usize> {
    let start = start_of(text.trim_start(), text);
    let mut cursor = Cursor::new(text, start);
    if cursor.eat_word("EXECUTIVE") {
        cursor.blanks();
        if cursor.eat_word("ORDER") {
            return start..cursor.at();
        }
        return start..start;
    }
    let is_first = |byte: u8| byte.is_ascii_alphabetic() && !byte.eq_ignore_ascii_case(&b'O');
    let is_label = cursor.peek().is_some_and(is_first);
    cursor.step();
    cursor.marks(b"., ");
    let order = cursor.peek().is_some_and(|byte| b"Oo0".contains(&byte));
    if !is_label || !order {
        return start..start;
    }
    cursor.step();
    let dots = cursor.marks(b"., ");
    let goes_on = cursor.peek().is_some_and(|byte| byte.is_ascii_alphabetic());
    if goes_on && dots.is_empty() { start..start } else { start..cursor.at() }
}

/// The day of declassification. A day behind `DNG` (downgrading) or `RDS` (review) does not count.
fn declassify_on(instruction: &str, earliest: Option<Date>) -> Option<Date> {
    let mut cursor = Cursor::new(instruction, 0);
    let mut counts = true;
    let mut before = b' ';
    while let Some(byte) = cursor.peek() {
        if !byte.is_ascii_alphanumeric() {
            before = byte;
            cursor.step();
            continue;
        }
        // Digits behind a stroke or dash are the middle of something, such as the number of a report.
        let date = written_date::read(instruction, cursor.at(), earliest).filter(|_| !b"/-".contains(&before));
        if let Some((date, end)) = date {
            if counts {
                return date;
            }
            cursor = Cursor::new(instruction, end);
            continue;
        }
        // A date can be joined to the word: `GDS10/17/90`.
        let letters = cursor.letters().to_ascii_uppercase();
        let sets = letters.starts_with("DECL") || letters.ends_with("GDS") || letters == "ADS";
        let word = if sets { letters } else { letters + &cursor.word(b"").to_ascii_uppercase() };
        if sets {
            // The figure of a category ends the word: `XGDS2 12/31/99`.
            if matches!(cursor.rest().as_bytes(), [b'1'..=b'4'] | [b'1'..=b'4', b' ' | b',' | b';', ..]) {
                cursor.step();
            }
            counts = true;
            before = b' ';
        } else if ["DNG", "RDS", "REV", "DOWNGR"].iter().any(|other| word.starts_with(other)) {
            counts = false;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::Date;

    #[track_caller]
    fn check(text: &str, written: (u16, u8, u8), order: Option<&str>, on: Option<&str>, instruction: Option<&str>) {
        let written = Date::new(written.0, written.1, written.2);
        let found = read(text, written);
        let found_on = found.as_ref().and_then(|found| found.declassify_on).map(|date| date.to_string());
        let found = found.as_ref().map(|found| (found.order.as_deref(), found.instruction.as_deref()));
        assert_eq!((found, found_on.as_deref()), (Some((order, instruction)), on), "{text:?}");
    }

    #[test]
    fn orders_of_the_electronic_era() {
        let written = (2008, 4, 16);
        let order = Some("12958");
        for (text, on, instruction) in [
            ("E.O. 12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("EO 12958 DECL: 02/22/2021", Some("2021-02-22"), Some("DECL: 02/22/2021")),
            ("E.O. 12958: N/A", None, Some("N/A")),
            ("E.O. 12958:N/A", None, Some("N/A")),
            ("E.O. 12958: DECL: 2019/12/17", Some("2019-12-17"), Some("DECL: 2019/12/17")),
            ("E.O. 12958: DECL: 2019-12-17", Some("2019-12-17"), Some("DECL: 2019-12-17")),
            ("EO 12958 DECL:  6/5/2018", Some("2018-06-05"), Some("DECL: 6/5/2018")),
            ("E.O. 12958: DECL: 11/29/10", Some("2010-11-29"), Some("DECL: 11/29/10")),
            ("E.O. 12958: DNG: CO 01/26/2021", None, Some("DNG: CO 01/26/2021")),
            ("E.O. 12958: DECL: FEB. 22, 2034", Some("2034-02-22"), Some("DECL: FEB. 22, 2034")),
            ("E.O. 12958: DECL: JUNE 11TH, 2017", Some("2017-06-11"), Some("DECL: JUNE 11TH, 2017")),
            ("E.O. 12958: DECL: 16JUN09", Some("2009-06-16"), Some("DECL: 16JUN09")),
            ("E.O. 12958: DECL: 2028 June 21", Some("2028-06-21"), Some("DECL: 2028 June 21")),
            ("E.O. 12958: DECL: 09//24//2032", Some("2032-09-24"), Some("DECL: 09//24//2032")),
            ("E.O. 12958: DECL: 01\\16\\2020", Some("2020-01-16"), Some("DECL: 01\\16\\2020")),
            ("E.O. 12958: DECL10/17/2017 (ROE, JANE)", Some("2017-10-17"), Some("DECL10/17/2017 (ROE, JANE)")),
            ("E.O. 12958: OR10/17/2017", None, Some("OR10/17/2017")),
            ("E.O. 12958: DNG10/17/2017", None, Some("DNG10/17/2017")),
            ("E.O. 12958: REPORT 11/JUNE/16A", None, Some("REPORT 11/JUNE/16A")),
            (
                "E.O. 12958: DNG: CO 01/26/2021 DECL: 01/26/2031",
                Some("2031-01-26"),
                Some("DNG: CO 01/26/2021 DECL: 01/26/2031"),
            ),
            ("E.O. 12958: DECL: MR", None, Some("DECL: MR")),
            ("E.O. 12958: DECL: 1.6X1", None, Some("DECL: 1.6X1")),
            ("E.O. 12958: DECL: 25X1-human", None, Some("DECL: 25X1-human")),
            ("E.O. 12958: DECL: X6", None, Some("DECL: X6")),
            ("E.O. 12958: 06/01/2019", Some("2019-06-01"), Some("06/01/2019")),
            ("E.O. 12958: DECL 06/01/2019;", Some("2019-06-01"), Some("DECL 06/01/2019")),
            ("E.O. 12958: DECL: 20190601", Some("2019-06-01"), Some("DECL: 20190601")),
            ("E.O. 12958: DECL: June 2019", None, Some("DECL: June 2019")),
            ("E.O.: 12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("E,O. 12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("Executive Order 12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("E.O. 12958: DECLl: 06/01/2019", Some("2019-06-01"), Some("DECLl: 06/01/2019")),
            ("E.O. 12958: Declassify on 6/1/2019", Some("2019-06-01"), Some("Declassify on 6/1/2019")),
            ("E.O. 12958: DECL: June 1, 2019", Some("2019-06-01"), Some("DECL: June 1, 2019")),
            ("E.0. 12958 DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("E.O. 12958: DECL: 04/31/2018", None, Some("DECL: 04/31/2018")),
            (
                "E.O. 12958: DECL: upon closure of 1/2 of the sites",
                None,
                Some("DECL: upon closure of 1/2 of the sites"),
            ),
            ("E.O. 1295: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("E.O. 12958", None, None),
            ("E.O. 12958: E.O. 12958: DECL: 06/01/2019", Some("2019-06-01"), Some("DECL: 06/01/2019")),
            ("E.O. 12958: E.O. 13526: DECL: 06/01/2019", Some("2019-06-01"), Some("E.O. 13526: DECL: 06/01/2019")),
            ("E.O. 12958: E.O. 12958 HOLDS", None, Some("E.O. 12958 HOLDS")),
        ] {
            check(text, written, order, on, instruction);
        }
        assert_eq!(read("E.O. 129...", None), None);
        let order = read("E.O. 2018/04/15 PER ROE...", None);
        assert_eq!(order.and_then(|order| order.declassify_on), Date::new(2018, 4, 15));
    }

    #[test]
    fn orders_of_other_eras() {
        check("E.O. 11652: GDS", (1975, 3, 1), Some("11652"), None, Some("GDS"));
        check("E.O. 11652: ADS 12/31/80", (1975, 3, 1), Some("11652"), Some("1980-12-31"), Some("ADS 12/31/80"));
        check(
            "E.O. 11652: ADS, DECLAS 12/31/81",
            (1975, 3, 1),
            Some("11652"),
            Some("1981-12-31"),
            Some("ADS, DECLAS 12/31/81"),
        );
        let text = "E.O. 11652: XGDS2 12/31/99";
        check(text, (1975, 3, 1), Some("11652"), Some("1999-12-31"), Some(&text[12..]));
        check("E.O. 11652: GDS4/12/85", (1975, 3, 1), Some("11652"), Some("1985-04-12"), Some("GDS4/12/85"));
        check("E.O. 11652/GDS", (1975, 3, 1), Some("11652"), None, Some("GDS"));
        check("E.O. 11652: XGDS-1", (1975, 3, 1), Some("11652"), None, Some("XGDS-1"));
        check("MO. 11652: N/A", (1975, 3, 1), Some("11652"), None, Some("N/A"));
        check("E.O.112065 N/A", (1979, 3, 1), Some("12065"), None, Some("N/A"));
        let text = "E.O. 12065: GDS 11/15/85 (DOE, JANE A.) OR-M";
        check(text, (1979, 11, 15), Some("12065"), Some("1985-11-15"), Some(&text[12..]));
        let text = "E.O. 12065: RDS-4 6/5/99 (DOE, JANE A.) OR-M";
        check(text, (1979, 6, 5), Some("12065"), None, Some(&text[12..]));
        check("E.O. 12356: DECL:OADR", (1989, 1, 1), Some("12356"), None, Some("DECL:OADR"));
        check(
            "E.O. 13526: DECL: 2035/02/01",
            (2010, 2, 1),
            Some("13526"),
            Some("2035-02-01"),
            Some("DECL: 2035/02/01"),
        );
        check("E.O. L1652: GDS", (1975, 3, 1), Some("11652"), None, Some("GDS"));
        check("E.O. I2O65: GDS", (1979, 3, 1), Some("12065"), None, Some("GDS"));
        check("E.O.: Unknown", (2001, 10, 30), None, None, Some("Unknown"));
        check("E.O.: 2019/12/17", (2009, 10, 30), None, Some("2019-12-17"), Some("2019/12/17"));
        check("E.O. 1010: GDS", (1975, 3, 1), None, None, Some("1010: GDS"));
    }

    #[test]
    fn a_year_of_two_digits_lies_after_the_telegram() {
        check("EO 12958 DECL: 1/2/08", (1998, 1, 5), Some("12958"), Some("2008-01-02"), Some("DECL: 1/2/08"));
        check("EO 12958 DECL: 1/2/99", (2008, 1, 5), Some("12958"), None, Some("DECL: 1/2/99"));
        let undated = read("EO 12958 DECL: 1/2/08", None).and_then(|order| order.declassify_on);
        assert_eq!(undated.map(|date| date.to_string()).as_deref(), Some("2008-01-02"));
    }

    #[test]
    fn nothing_is_read_from_nothing() {
        for text in ["", " ", "E.O.", "E.O. :"] {
            assert_eq!(read(text, None), None, "{text:?}");
        }
    }
}
