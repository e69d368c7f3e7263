//! Reads one reference: the telegram that it names, or its kind if it names none.

mod number;
mod other;
mod post;

use super::cursor::Cursor;
use crate::{ReferenceNumber, glossary};
pub(super) use number::day_alone;
use number::{misread_year, serial, year, year_behind, year_between};
use post::{eat_telegram_word, mark_between, post_words, word};
use std::ops::Range;

pub(crate) use other::{ends_with_document, is_document, kind, names_message, report};

/// A telegram that is named, and where its name ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The number; its year is `None` if none is written.
    pub number: ReferenceNumber,
    pub end: usize,
}

/// The telegram that is named at `at`: `TARSIS 138`, `08 STATE 81854`, `08STATE81854`, `2008 LA PAZ 12`, each with
/// or without a year behind it (`(07)`, `-91`, `/08`, `of 2007`, `of 5 June 2007`) or between post and number (`TARSIS
/// (07) 138`).
pub(super) fn telegram(text: &str, at: usize) -> Option<Named> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat(b'\'');
    let year = match cursor.digits() {
        "" => misread_year(&mut cursor),
        before => Some(year(before)?),
    };
    cursor.blanks_and(if year.is_some() { b"-" } else { b"" });
    eat_telegram_word(&mut cursor);
    let name = post_words(&mut cursor)?;
    // A single letter is that of the list.
    let post = Some(glossary::named_post(text.get(name)?)).filter(|post| post.len() > 1)?;
    let is_known = glossary::is_post(&post);
    let year = year.or_else(|| year_between(&mut cursor));
    mark_between(&mut cursor);
    let number = serial(&mut cursor, is_known)?;
    let year = year.or_else(|| year_behind(&mut cursor, number.1));
    number::second(&mut cursor, &post);
    Some(Named { number: ReferenceNumber { year, post, number: number.0 }, end: cursor.at() })
}

/// The message reference number that `text` begins with: `09 TARSIS 417`.
pub(crate) fn reference_number(text: &str) -> Option<(ReferenceNumber, Range<usize>)> {
    telegram(text, 0).map(|named| (named.number, 0..named.end))
}

/// Reads a number in front of its post, with nothing else in `range`: `377 KATHMANDU`.
pub(super) fn number_first(text: &str, range: Range<usize>) -> Option<Named> {
    let mut cursor = Cursor::new(text.get(..range.end)?, range.start);
    let digits = cursor.digits();
    if !(3..=6).contains(&digits.len()) || year(digits).is_some() {
        return None;
    }
    cursor.blanks();
    let start = cursor.at();
    let mut next = || word(&mut cursor).map(|_| cursor.blanks());
    let words = (0..post::WORDS).map_while(|_| next()).count();
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    let post = glossary::named_post(text.get(start..range.end)?);
    let found = Named { number: ReferenceNumber { year: None, post, number }, end: range.end };
    (words > 0 && cursor.is_done()).then_some(found)
}

/// Reads a number that shares the post of the telegram before it: `STATE 936/935`, `AND 2764`.
pub(super) fn same_post(text: &str, at: usize, before: &ReferenceNumber) -> Option<Named> {
    if telegram(text, at).is_some() {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    let (number, digits) = serial(&mut cursor, glossary::is_post(&before.post))?;
    let year = before.year.or_else(|| year_behind(&mut cursor, digits));
    Some(Named { number: ReferenceNumber { year, number, ..before.clone() }, end: cursor.at() })
}

#[cfg(test)]
mod tests;
