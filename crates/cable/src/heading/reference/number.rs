//! Reads the number of a telegram, and the year beside it.

use crate::Date;
use crate::date::full_year;
use crate::envelope::date_time_group;
use crate::heading::cursor::Cursor;
use crate::heading::written_date;
use crate::words::{first_is, up_to};

/// The highest number of a telegram in its year. A known post's number can have an extra digit by misprint.
const HIGHEST: u32 = 999_999;

/// The shortest line that can split a number at its end: the text of a field is wrapped at 55 to 70 characters.
const FULL_LINE: usize = 50;

/// The most bytes joined to a number that are looked at.
const JOINED: usize = 24;

/// Reads a telegram's number, and how many digits it is written with. Dates, time groups and parts of other numbers do
/// not count.
pub(super) fn serial(cursor: &mut Cursor<'_>, is_known: bool) -> Option<(u32, usize)> {
    if is_misread_zero(cursor.rest()) {
        cursor.step();
    }
    let rest = cursor.rest();
    let digits = torn(cursor);
    // Copies of 1973 have a blank in front of the zone: `311345 Z MAY 73`.
    let is_torn = || !is_known && date_time_group::is_torn(rest);
    if digits.len() == 6 && (date_time_group::read(rest).is_some() || is_torn()) {
        return None;
    }
    let highest = if is_known { HIGHEST.saturating_mul(10) } else { HIGHEST };
    let number = digits.parse().ok().filter(|number| (1..=highest).contains(number) && digits.len() <= 8)?;
    // A list of numbers is joined, too, and read number by number, so a few bytes are enough to tell.
    let is_joining = |byte: &&u8| byte.is_ascii_alphanumeric() || b"/-.".contains(byte);
    let joined = cursor.rest().bytes().take(JOINED).take_while(|byte| is_joining(&byte)).count();
    let joined = cursor.rest().get(..joined)?.trim_end_matches(['.', '-']);
    let is_joined = first_is(joined, u8::is_ascii_alphabetic);
    (!is_date(&digits, joined, is_known) && !is_joined).then_some((number, digits.len()))
}

/// Moves over the second number of a list's last telegram: one in the series that the Department sends the Secretary of
/// State on a journey, `STATE 41703 TOSEC 80017`. Elsewhere a number behind it could be of that series.
pub(super) fn second(cursor: &mut Cursor<'_>, post: &str) {
    let mut behind = *cursor;
    behind.marks(b" ");
    let is_series = post == "STATE" && behind.eat_word("TOSEC") && !behind.marks(b" ").is_empty();
    if is_series && serial(&mut behind, true).is_some() && behind.rest().trim().is_empty() {
        *cursor = behind;
    }
}

/// Whether the first digit of a number is misread as an O: `O1512`.
pub(super) fn is_misread_zero(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'O' | b'o', digit, ..] if digit.is_ascii_digit())
}

/// Whether the bytes joined to a number show that it is a date or a number of another kind: `4/12`, `5/16/07`,
/// `201/2006`, or `16247.1`, which is a directive's. `692/317/274` are telegrams of one post.
fn is_date(digits: &str, joined: &str, is_known: bool) -> bool {
    let parts: Vec<&str> = joined.split(['/', '-', '.']).skip(1).collect();
    match parts.as_slice() {
        [] => false,
        [behind] if joined.starts_with('.') && digits.len() > 4 => !is_known && first_is(behind, u8::is_ascii_digit),
        [month] => !is_known && joined.starts_with('/') && (digits.len() <= 2 && month.len() <= 2 || month.len() == 4),
        [..] => digits.len() < 3 || !joined.starts_with('/'),
    }
}

/// Reads a run of digits, also one that the end of a full line splits.
fn torn(cursor: &mut Cursor<'_>) -> String {
    let mut digits = cursor.digits().to_owned();
    let mut below = *cursor;
    if !digits.is_empty() && below.eat(b'\n') && cursor.column() >= FULL_LINE {
        let rest = below.digits();
        if !rest.is_empty() && digits.len().saturating_add(rest.len()) <= 6 {
            digits.push_str(rest);
            *cursor = below;
        }
    }
    digits
}

/// A year of two or four digits; a four-digit year counts from 1960 on.
pub(super) fn year(digits: &str) -> Option<u16> {
    let year = digits.parse().ok()?;
    match digits.len() {
        2 => Some(full_year(year)),
        4 => Some(year).filter(|year| (1960..=2065).contains(year)),
        _ => None,
    }
}

/// Reads a year that begins with a misread zero: `O9 TARSIS 138`.
pub(super) fn misread_year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let [_, digit, b' ', ..] = cursor.rest().as_bytes() else { return None };
    let found = is_misread_zero(cursor.rest()).then(|| full_year(u16::from(digit.saturating_sub(b'0'))))?;
    cursor.forward(2);
    Some(found)
}

/// Reads a year between post and number: `TARSIS (07) 138`, `TARSIS 07 138`, `TARSIS 07-138`.
pub(super) fn year_between(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let is_bracket = ahead.eat(b'(');
    ahead.eat(b'\'');
    let digits = ahead.digits();
    let is_closed = if is_bracket { ahead.eat(b')') } else { matches!(ahead.peek(), Some(b' ' | b'-')) };
    ahead.marks(b" -");
    let mut number = ahead;
    let longer = number.digits().len() >= 3 && !number.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let year = year(digits).filter(|_| is_closed && longer && (is_bracket || digits.len() == 2))?;
    *cursor = ahead;
    Some(year)
}

/// The day at the start of `text`, and its length. A two-digit year is read as the first one from 1966 on, the time of
/// the oldest telegrams of the electronic sets, and is unknown if that is far later.
fn day(text: &str) -> Option<(Option<Date>, usize)> {
    written_date::read(text, 0, Date::new(1966, 1, 1))
}

/// The same if the day stands by itself: `MARCH 13, 1974`, but not `2, MAY 14`.
pub(in crate::heading) fn day_alone(text: &str) -> Option<(Option<Date>, usize)> {
    let found = day(text)?;
    let (written, behind) = text.split_at_checked(found.1)?;
    let is_number = up_to(written, b" ").ends_with(',');
    let next = behind.trim_start_matches(' ').chars().next();
    (!is_number && next.is_none_or(|next| ";,.\n".contains(next))).then_some(found)
}

/// Reads the year of the day given for a telegram: `OF 5 JUNE 1975`, `DTD 6/5/75`, `, JUNE 5, 1975`.
fn year_of_day(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let (day, end) = if ahead.eat(b',') {
        ahead.blanks();
        day_alone(ahead.rest())?
    } else {
        ahead.blanks();
        let is_dated = ahead.at() > cursor.at() && ["OF", "DTD", "DATED"].iter().any(|word| ahead.eat_word(word));
        ahead.blanks_and(b".");
        day(ahead.rest()).filter(|_| is_dated)?
    };
    let year = day?.year();
    ahead.forward(end);
    *cursor = ahead;
    Some(year)
}

/// Reads a year behind the number: `(07)`, `-91`, `/08`, `OF 2007`, that of a day, or digits with a blank in front that
/// cannot be another number.
pub(super) fn year_behind(cursor: &mut Cursor<'_>, number_digits: usize) -> Option<u16> {
    if let Some(year) = year_of_day(cursor) {
        return Some(year);
    }
    let mut ahead = *cursor;
    ahead.blanks();
    let is_apart = ahead.at() > cursor.at();
    let (digits, is_closed) = match ahead.peek()? {
        b'(' => {
            ahead.step();
            (ahead.digits(), ahead.eat(b')'))
        }
        b'-' | b'/' if !is_apart => {
            ahead.step();
            (ahead.digits(), true)
        }
        b'O' | b'o' if is_apart && ahead.eat_word("OF") => {
            ahead.blanks();
            let digits = ahead.digits();
            (digits, digits.len() == 4)
        }
        byte if is_apart && byte.is_ascii_digit() => {
            let digits = ahead.digits();
            let mut behind = ahead;
            behind.blanks();
            let names_post = behind.peek().is_some_and(|byte| byte.is_ascii_alphabetic());
            let ends = behind.peek().is_none_or(|byte| b",;.)".contains(&byte));
            // No telegram's number is a zero and one digit.
            let is_year = |digits: &str| number_digits >= 5 || digits.starts_with('0');
            (digits, digits.len() == 4 && !names_post || digits.len() == 2 && is_year(digits) && ends)
        }
        _ => return None,
    };
    let is_joined = ahead.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
    // `5/16` is a day, not number 5 of 2016.
    let is_day = number_digits <= 2 && cursor.peek() == Some(b'/');
    let year = year(digits).filter(|_| is_closed && !is_joined && !is_day)?;
    *cursor = ahead;
    Some(year)
}
