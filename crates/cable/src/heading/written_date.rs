//! Reads days as header lines write them: `06/01/2019`, `2019/12/17`, `6/5/99`, `June 1, 2019`, `15 APR 18`, `15APR18`.

use super::cursor::Cursor;
use crate::words::{first_is, is_number};
use crate::{Date, date};

/// How many years after the earliest day a two-digit year can be.
const REACH: u16 = 50;

/// The date that begins at `at`, and where it ends. The inner `None` has the shape of a date, but does not exist in the
/// calendar, or its two-digit year is unknown. Such a year is read as the first one from `earliest` on.
pub(super) fn read(text: &str, at: usize, earliest: Option<Date>) -> Option<(Option<Date>, usize)> {
    let mut cursor = Cursor::new(text, at);
    if let Some(date) = compact(text, at) {
        return Some((Some(date), at.saturating_add(COMPACT)));
    }
    let first = part(&mut cursor)?;
    let separator = separator(&mut cursor)?;
    let second = part(&mut cursor)?;
    (self::separator(&mut cursor)? == separator || separator == b' ').then_some(())?;
    let third = part(&mut cursor)?;
    if cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    use Part::{Month, Number};
    let date = match (first, second, third) {
        (Number(year, 4), Number(month, 1..=2) | Month(month), Number(day, 1..=2)) => {
            day_of((year, 4), month, day, earliest)
        }
        (Number(month, 1..=2), Number(day, 1..=2), Number(year, digits @ (2 | 4))) => {
            // Above twelve it can only be the day.
            let (month, day) = if month > 12 { (day, month) } else { (month, day) };
            day_of((year, digits), month, day, earliest)
        }
        (Month(month), Number(day, 1..=2), Number(year, digits @ (2 | 4)))
        | (Number(day, 1..=2), Month(month), Number(year, digits @ (2 | 4))) => {
            day_of((year, digits), month, day, earliest)
        }
        _ => return None,
    };
    Some((date, cursor.at()))
}

/// The day that `text` begins with, and its length.
pub(crate) fn written_date(text: &str) -> Option<(Date, usize)> {
    let (date, end) = read(text, 0, None)?;
    Some((date?, end))
}

/// The length of the shape of a date that `text` begins with, even if its two-digit year is unknown.
pub(crate) fn date_shape(text: &str) -> Option<usize> {
    read(text, 0, None).map(|(_, end)| end)
}

/// Length of a day without separators: `20190601`.
const COMPACT: usize = 8;

fn compact(text: &str, at: usize) -> Option<Date> {
    let (digits, behind) = text.get(at..)?.split_at_checked(COMPACT).filter(|(digits, _)| is_number(digits))?;
    let apart = !first_is(behind, u8::is_ascii_alphanumeric);
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
    let year = part(0..4).filter(|year| apart && (1960..2100).contains(year))?;
    Date::new(year, part(4..6)?.try_into().ok()?, part(6..8)?.try_into().ok()?)
}

enum Part {
    /// Value and number of digits.
    Number(u16, usize),
    Month(u16),
}

fn part(cursor: &mut Cursor<'_>) -> Option<Part> {
    if cursor.peek()?.is_ascii_digit() {
        let digits = cursor.digits();
        // `June 1st`
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| cursor.eat_word(ending));
        return Some(Part::Number(digits.parse().ok().filter(|_| digits.len() <= 4)?, digits.len()));
    }
    let month = date::month(cursor.letters())?;
    // `Feb. 1`
    if cursor.rest().starts_with(". ") {
        cursor.step();
    }
    Some(Part::Month(month.into()))
}

/// Reads `/`, `\`, `-` or `.`, once or twice, with or without blanks; a blank or comma, and nothing between a figure and
/// a letter, is read as a blank.
fn separator(cursor: &mut Cursor<'_>) -> Option<u8> {
    let skipped = cursor.marks(b" ,");
    match cursor.peek()? {
        byte @ (b'/' | b'\\' | b'-' | b'.') => {
            cursor.step();
            cursor.eat(byte);
            cursor.blanks();
            Some(byte)
        }
        byte => (!skipped.is_empty() || byte.is_ascii_alphanumeric()).then_some(b' '),
    }
}

fn day_of(year: (u16, usize), month: u16, day: u16, earliest: Option<Date>) -> Option<Date> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if year.1 == 4 {
        return Date::new(year.0, month, day);
    }
    let earliest = earliest?;
    let century = earliest.year() / 100;
    let years = [century, century.saturating_add(1)].map(|century| century.saturating_mul(100).saturating_add(year.0));
    let after = years.into_iter().filter_map(|year| Date::new(year, month, day)).find(|date| *date >= earliest)?;
    (after.year().saturating_sub(earliest.year()) <= REACH).then_some(after)
}
