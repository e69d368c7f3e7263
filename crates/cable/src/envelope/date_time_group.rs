//! Format line 5: precedence and date-time group.

mod torn;

use super::transmission::is_signal;
use crate::date::{self, full_year};
use crate::words::{head, is_number, slice, words};
use crate::{Date, DateTime, Precedence, PrecedencePair};
use std::ops::Range;

/// The most operating signals that a line has.
const MOST_SIGNALS: usize = 16;

/// What format line 5 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateTimeGroup {
    /// The precedences and where they stand.
    pub precedence: Option<(PrecedencePair, Range<usize>)>,
    /// The date and time, `None` if they do not exist in the calendar, and where they stand.
    pub date: (Option<DateTime>, Range<usize>),
    /// The year if it is written with two digits, even if the date does not exist in the calendar.
    pub year: Option<u16>,
}

/// The operating signals of a line behind its group (`ZDK`), without the message they name (`CTG RUEHXX #3763`).
pub(crate) fn signals(line: &str, behind: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let words = words(line).skip_while(move |word| word.start < behind);
    words.filter(|word| line.get(word.clone()).is_some_and(is_signal)).take(MOST_SIGNALS)
}

/// Reads `O P 121407Z DEC 07 ZDK`: precedence letters, day and time in Z, month, year of two or four digits. Messages
/// refer to others by it without the blanks (`121407ZDEC2007`), and some write the zone in full (`ZULU`).
pub(crate) fn read(line: &str) -> Option<DateTimeGroup> {
    let found = whole(line);
    let is_dated = found.as_ref().is_some_and(|group| group.date.0.is_some());
    if is_dated { found } else { torn::torn(line).or_else(|| own_misread(line)).or(found) }
}

/// The figures of day, hour and minute, where a scan has a figure for the letter of the zone: `1214072`.
pub(crate) fn minute_before_misread_zone(word: &str) -> Option<&str> {
    let (minute, _) = word.split_at_checked(6).filter(|(_, zone)| *zone == "2")?;
    is_minute(minute).then_some(minute)
}

/// Whether figures are a day, an hour and a minute.
fn is_minute(figures: &str) -> bool {
    let two = |at: usize| figures.get(at..)?.get(..2)?.parse::<u8>().ok();
    let is_real = || Some((1..=31).contains(&two(0)?) && two(2)? < 24 && two(4)? < 60);
    is_number(figures) && is_real() == Some(true)
}

/// Reads a group with misread characters that has a precedence in front and only signals behind it.
fn own_misread(line: &str) -> Option<DateTimeGroup> {
    // Few rows begin with a word so short.
    let is_precedence = matches!(line.as_bytes(), [_, b' ', ..] | [_, _, b' ', ..]);
    let ends = |group: &DateTimeGroup| line.get(group.date.1.end..).is_some_and(ends_line);
    is_precedence.then(|| misread(line))?.filter(|group| group.precedence.is_some() && ends(group))
}

/// Reads a group as scans misread it, with letters for figures or a figure for the zone: `I2I4O7Z`, `1214072`.
fn misread(line: &str) -> Option<DateTimeGroup> {
    const LONGEST: usize = 48;
    const WORDS: usize = 3;
    let line = head(line, LONGEST);
    let (place, minute) = words(line).take(WORDS).find_map(|place| {
        let (written, _) =
            slice(line, place.clone()).split_at_checked(6).filter(|(_, zone)| matches!(*zone, "Z" | "2"))?;
        let minute = written.replace(['O', 'o'], "0").replace(['I', 'l'], "1");
        is_minute(&minute).then_some((place, minute))
    })?;
    let meant = [slice(line, ..place.start), &minute, "Z", slice(line, place.end..)].concat();
    whole(&meant).filter(|group| group.date.0.is_some())
}

/// Whether a line is a group that a telegram begins with. A torn group, or one without its zone, counts only in the
/// archive's years: words of a text that quotes a telegram look the same, and so do numbers of seven figures.
pub(crate) fn begins_telegram(line: &str) -> bool {
    let dated = |group: &DateTimeGroup| group.date.0.is_some();
    whole(line).as_ref().is_some_and(dated) || torn::torn(line).as_ref().is_some_and(torn::is_archived)
}

/// Whether a group has blanks within its figures and letters, or misread characters, or lacks its zone.
pub(crate) fn is_torn(group: &str) -> bool {
    let is_whole = || whole(group).is_some_and(|group| group.date.0.is_some());
    (torn::group(group).is_some() || misread(group).is_some()) && !is_whole()
}

fn whole(line: &str) -> Option<DateTimeGroup> {
    let mut letters: Option<(Range<usize>, Range<usize>)> = None;
    let mut count = 0_usize;
    let mut minute = run(line, 0, u8::is_ascii_digit);
    // Scans have the figure 0 for the letter O.
    if line.get(minute.clone()) == Some("0") {
        let letter = minute;
        minute = run(line, letter.end, u8::is_ascii_digit);
        letters = Some((letter.clone(), letter));
        count = 1;
    }
    while minute.is_empty() {
        let letter = run(line, minute.start, u8::is_ascii_uppercase);
        precedence(line.get(letter.clone())?)?;
        minute = run(line, letter.end, u8::is_ascii_digit);
        let first = letters.map_or(letter.clone(), |(first, _)| first);
        letters = Some((first, letter));
        count = count.saturating_add(1);
    }
    let digits = line.get(minute.clone())?;
    let zone = run(line, minute.end, u8::is_ascii_alphabetic);
    // Behind a precedence the zone can be in small letters.
    let zones: &[char] = if count > 0 { &['Z', 'z'] } else { &['Z'] };
    let month = line.get(zone.clone())?.strip_prefix(zones)?;
    // Copies of 1973 have a blank behind each number: `172106 Z APR 73`.
    let is_apart = zone.start > minute.end && zone.len() > 1;
    if count > 2 || digits.len() != 6 || is_apart {
        return None;
    }
    let month = match month {
        "" | "ULU" | "ulu" => run(line, zone.end, u8::is_ascii_alphabetic),
        _ => zone.end.saturating_sub(month.len())..zone.end,
    };
    let year = run(line, month.end, u8::is_ascii_digit);
    let name = line.get(month)?;
    let month = date::month(name.get(..3)?);
    // A month can have a letter wrong if a precedence stands in front of the group and only signals behind it.
    if month.is_none() && !(count > 0 && year.len() == 2 && is_garbled_month(name) && ends_line(line.get(year.end..)?))
    {
        return None;
    }
    let written: u16 = line.get(year.clone())?.parse().ok()?;
    let year_of = match year.len() {
        2 => Some(full_year(written)),
        4 => Some(written),
        _ => None,
    };
    let two = |at: usize| digits.get(at..).and_then(|rest| rest.get(..2)).and_then(|two| two.parse::<u8>().ok());
    let day = two(0)?;
    let date = year_of.zip(month).and_then(|(year, month)| Date::new(year, month, day));
    let (hour, minute_of) = (two(2)?, two(4)?);
    let value = date.filter(|_| hour < 24 && minute_of < 60).map(|date| DateTime { date, hour, minute: minute_of });
    let pair = letters.and_then(|(first, last)| {
        let action = precedence(line.get(first.clone())?)?;
        let info = (count > 1).then(|| precedence(line.get(last.clone())?)).flatten();
        Some((PrecedencePair { action, info }, first.start..last.end))
    });
    let bare_year = year_of.filter(|_| year.len() == 2);
    Some(DateTimeGroup { precedence: pair, date: (value, minute.start..year.end), year: bare_year })
}

/// Whether a word in capitals is the abbreviation of a month with one letter wrong.
fn is_garbled_month(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && date::is_nearly_month(word)
}

/// Whether what stands behind a group is empty or begins with an operating signal.
fn ends_line(behind: &str) -> bool {
    behind.split_ascii_whitespace().next().is_none_or(is_signal)
}

/// The next run of `wanted` bytes behind blanks; empty if another byte stands there.
fn run(line: &str, at: usize, wanted: fn(&u8) -> bool) -> Range<usize> {
    let rest = line.as_bytes().get(at..).unwrap_or_default();
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let start = at.saturating_add(blanks);
    start..start.saturating_add(rest.iter().skip(blanks).take_while(|byte| wanted(byte)).count())
}

/// The precedence that a letter stands for (ACP 121). Some write it twice, as format line 2 does.
pub(crate) fn precedence(letter: &str) -> Option<Precedence> {
    match letter.as_bytes() {
        b"R" | b"RR" => Some(Precedence::Routine),
        b"P" | b"PP" => Some(Precedence::Priority),
        b"O" | b"0" | b"OO" => Some(Precedence::Immediate),
        b"Z" | b"ZZ" => Some(Precedence::Flash),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let shown = read(line).map(|group| {
            let pair = group.precedence.map(|(pair, _)| (pair.action, pair.info));
            let bare_year = || group.year.map_or("no such minute".to_owned(), |year| format!("only {year}"));
            format!("{pair:?} {}", group.date.0.map_or_else(bare_year, |date| date.to_string()))
        });
        assert_eq!(shown.as_deref().unwrap_or("none"), expected, "{line}");
    }

    #[test]
    fn forms() {
        check("R 021130Z JUN 09", "Some((Routine, None)) 2009-06-02T11:30:00Z");
        check("O P 121407Z DEC 07 ZDK", "Some((Immediate, Some(Priority))) 2007-12-12T14:07:00Z");
        check("171159Z Nov 00", "None 2000-11-17T11:59:00Z");
        check("P 301215Z DEC 1966", "Some((Priority, None)) 1966-12-30T12:15:00Z");
        check("R 301215z DEC 66", "Some((Routine, None)) 1966-12-30T12:15:00Z");
        check("R121407ZDEC2007", "Some((Routine, None)) 2007-12-12T14:07:00Z");
        check("P 121407 ZULU DEC 07", "none");
        check("P 121407ZULU DEC 07 PSN 417286K20", "Some((Priority, None)) 2007-12-12T14:07:00Z");
        check("R 310000Z FEB 08", "Some((Routine, None)) only 2008");
        check("R 310000Z FEB 2008", "Some((Routine, None)) no such minute");
        check("R 031555Z DEV 79", "Some((Routine, None)) only 1979");
        check("R 031555Z DEV 79 ZFF4", "Some((Routine, None)) only 1979");
        check("R 031555Z DEV 1979", "none");
        check("P 031555Z ETA 17", "none");
        check("P 031555Z LAT 45", "none");
        check("031555Z DEV 79", "none");
        check("R 031555Z THE 79 SHIPS", "none");
        check("R 031555Z FROM 79", "none");
        check("R 021130Z JUN 9", "Some((Routine, None)) no such minute");
        check("R 031510Z SEP 7 3 COPY", "Some((Routine, None)) 1973-09-03T15:10:00Z");
        for year in ["2 0 07", "1 9 76", "7 1 COPY", "7 6 12", "7 6 0"] {
            assert_eq!(read(&format!("R 031510Z SEP {year}")).and_then(|group| group.date.0), None, "{year}");
        }
        check("R 021130 Z JUN 73", "Some((Routine, None)) 1973-06-02T11:30:00Z");
        check("R 021130 ZJUN 73", "Some((Routine, None)) 1973-06-02T11:30:00Z");
        check("R 021130 JUN 09", "Some((Routine, None)) 2009-06-02T11:30:00Z");
        check("R 021130 JUN 09 IN TARSIS", "none");
        check("R 021130 JUN", "none");
        check("0 121407Z DEC 07", "Some((Immediate, None)) 2007-12-12T14:07:00Z");
        check("0 P 121407Z DEC 07", "Some((Immediate, Some(Priority))) 2007-12-12T14:07:00Z");
        check("P 1214072 DEC 07", "Some((Priority, None)) 2007-12-12T14:07:00Z");
        check("O P 1214072 DEC 07 ZDK CTG RUEHXX 417", "Some((Immediate, Some(Priority))) 2007-12-12T14:07:00Z");
        check("R 1214072 DEC 07 SHIPS CAME", "none");
        check("R 1214073 DEC 07", "none");
        check("R 1264072 DEC 07", "none");
        check("R 4214072 DEC 07", "none");
        check("R 1214072 SHIPS 07", "none");
        check("1214072 DEC 07", "none");
        check("RR 121407Z DEC 07", "Some((Routine, None)) 2007-12-12T14:07:00Z");
        check("OO RR 1214072 DEC 07", "Some((Immediate, Some(Routine))) 2007-12-12T14:07:00Z");
        check("OP 121407Z DEC 07", "none");
        check("R 12I4O7Z DEC 07", "Some((Routine, None)) 2007-12-12T14:07:00Z");
        check("O P l214072 DEC 07 ZDK", "Some((Immediate, Some(Priority))) 2007-12-12T14:07:00Z");
        check("R 12I4O7Z DEC 07 SHIPS", "none");
        check("12I4O7Z DEC 07", "none");
        check("R 12I9O7Z DEC 07", "Some((Routine, None)) 2007-12-12T19:07:00Z");
        check("R 12I407Q DEC 07", "none");
        check("R OIOIOLZ DEC 07", "none");
        check("IN 1214072 DEC 07", "none");
        check("R", "none");
    }

    #[test]
    fn torn_groups() {
        check("P 251346 Z JUN 7 3", "Some((Priority, None)) 1973-06-25T13:46:00Z");
        check("P R 2 51 346Z J UN 73 ZFF-4", "Some((Priority, Some(Routine))) 1973-06-25T13:46:00Z");
        check("R 251346Z JUN 7", "Some((Routine, None)) no such minute");
        check("R 251346Z JUN 7 31", "Some((Routine, None)) no such minute");
        check("P 2513467Z JUN 73", "none");
        check("P 2513 46 JUN 73", "none");
        check("P 251346 JUN 73", "Some((Priority, None)) 1973-06-25T13:46:00Z");
        check("251346 JUN 73", "none");
        check("2513 46Z JUN 73", "none");
        assert!(is_torn("251346Z JUN 7 3") && is_torn("251346 JUN 09") && !is_torn("251346 Z JUN 73"));
        assert!(is_torn("25I346Z JUN 89") && !is_torn("251346Z JUN 89"));
        assert!(is_torn("2513462 JUN 89") && !is_torn("2513463 JUN 89"));
    }
}
