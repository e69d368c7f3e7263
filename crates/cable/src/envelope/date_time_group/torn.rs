//! Date-time groups without their Z, or with blanks within their figures and letters, as in the archive's copies of
//! 1973-77.

use super::{DateTimeGroup, precedence, run};
use crate::date::{self, full_year};
use crate::words::{first_is, shifted};
use crate::{Date, DateTime, PrecedencePair};
use std::ops::{Range, RangeInclusive};

/// The only years whose copies have blanks, by the last two figures.
const YEARS: RangeInclusive<u16> = 73..=79;

/// Reads `P 25 1346 Z JUN 7 3`. A precedence must stand in front, which figures in a text do not have.
pub(super) fn torn(line: &str) -> Option<DateTimeGroup> {
    let is_letter = |at: usize| {
        let letter = run(line, at, u8::is_ascii_uppercase);
        Some((precedence(line.get(letter.clone())?)?, letter))
    };
    let (action, first) = is_letter(0)?;
    let info = is_letter(first.end);
    let end = info.as_ref().map_or(first.end, |(_, letter)| letter.end);
    let (date, place) = group(line.get(end..)?)?;
    let pair = PrecedencePair { action, info: info.map(|(info, _)| info) };
    let precedence = Some((pair, first.start..end));
    Some(DateTimeGroup { precedence, date: (Some(date), shifted(place, end)), year: Some(date.date.year()) })
}

/// Whether a group's year is one whose copies are torn.
pub(super) fn is_archived(group: &DateTimeGroup) -> bool {
    group.date.0.is_some_and(|date| YEARS.contains(&date.date.year().saturating_sub(1900)))
}

/// Reads a group character by character, skipping blanks: its date and time, and where it stands.
pub(super) fn group(text: &str) -> Option<(DateTime, Range<usize>)> {
    let mut marks = text.bytes().enumerate().filter(|(_, byte)| !matches!(byte, b' ' | b'\t'));
    let (mut start, mut end) = (None, 0);
    let mut next = |count: usize, wanted: fn(&u8) -> bool| {
        let mut found = String::new();
        for (at, byte) in marks.by_ref().take(count) {
            start.get_or_insert(at);
            end = at.saturating_add(1);
            wanted(&byte).then(|| found.push(char::from(byte)))?;
        }
        Some(found)
    };
    let mut two = || next(2, u8::is_ascii_digit)?.parse::<u8>().ok();
    let (day, hour, minute) = (two()?, two()?, two()?);
    // The zone can be lost behind figures without blanks; no month begins with Z.
    let first = next(1, u8::is_ascii_uppercase)?;
    let has_zone = first == "Z";
    let month = if has_zone { next(3, u8::is_ascii_uppercase)? } else { first + &next(2, u8::is_ascii_uppercase)? };
    let month = date::month(&month)?;
    let year = next(2, u8::is_ascii_digit).filter(|year| year.len() == 2)?;
    let behind = text.get(end..)?;
    // A further figure would belong to the year.
    let is_apart = behind.chars().next().is_none_or(|next| next.is_whitespace() || next == '/')
        && !first_is(behind.trim_start(), u8::is_ascii_digit);
    let is_together = || text.get(start?..)?.as_bytes().get(..6).map(|figures| figures.iter().all(u8::is_ascii_digit));
    if !has_zone && is_together() != Some(true) {
        return None;
    }
    let is_alone = !has_zone && !behind.starts_with(' ');
    let year: u16 = year.parse().ok().filter(|year| is_alone || YEARS.contains(year))?;
    let date = Date::new(full_year(year), month, day)?;
    (is_apart && hour < 24 && minute < 60).then_some((DateTime { date, hour, minute }, start?..end))
}
