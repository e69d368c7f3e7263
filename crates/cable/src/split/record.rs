//! A record of the database that copies of the 2010-11 archive come from, which an export left in front of a telegram or
//! in the middle of one: number, date, reference number, post, level, destinations, and the envelope once more.
//!
//! Exports have it in three forms: `refid: 09TARSIS417` with a label a row, a row a column, and tabs between the columns.

use super::identity::Identity;
use crate::envelope::{FormatLine, format_line};
use crate::name::TelegramName;
use crate::words::is_number;
use crate::{Span, heading, line};

/// Envelopes have no more rows.
const LONGEST: usize = 400;

/// The columns in front of the reference number: number and date.
const COLUMNS_ABOVE: usize = 2;

/// A record, from its first column to the classification line of its telegram.
pub(super) struct Record<'a> {
    /// Which telegram it is of, by the envelope in it or by its number.
    pub identity: Identity<'a>,
    pub span: Span,
}

/// The telegram that a row of a record names; a row that is the number and nothing else can also be one of a list.
pub(super) fn name(line: &str) -> Option<TelegramName> {
    let column = match line.split_once('\t') {
        Some(_) => line.split('\t').take(COLUMNS_ABOVE + 1).find(|column| TelegramName::read(column).is_some())?,
        None => line.strip_prefix("refid:").unwrap_or(line).trim(),
    };
    TelegramName::read(column).filter(|_| !column.contains(' '))
}

/// The record whose reference number stands on `row`, down to `floor`. Its classification line must give the number too.
pub(super) fn record(text: &str, floor: u32, row: Span, rest: Span) -> Option<Record<'_>> {
    let line = row.of(text);
    let name = name(line)?;
    let above = line::rows_above(text, Span::new(floor, row.start)).take(COLUMNS_ABOVE);
    let start = above.take_while(|above| is_column(above.of(text))).last().map_or(row.start, |above| above.start);
    if start == row.start && !line.contains(['\t', ':']) {
        return None;
    }
    let mut rows = line::rows(text, Span::new(row.end, rest.end)).take(LONGEST);
    let mut envelope = Identity::default();
    let end = rows.find_map(|row| {
        let line = row.of(text);
        match format_line(line) {
            Some((FormatLine::Originator, _)) => envelope.originator(line),
            Some((FormatLine::DateTimeGroup, _)) => envelope.date_time_group(line),
            _ => {}
        }
        let joined = heading::joined_classification(line).unwrap_or_default();
        let mut identity = Identity::default();
        identity.classification(line.get(joined..)?);
        (identity.number() == Some(name.number)).then(|| row.offset(joined))
    })?;
    // The serial of a telegram that another station relayed is not its number.
    let identity = if envelope.is_known() { envelope } else { Identity::of_name(&name) };
    Some(Record { identity, span: Span::new(start, end) })
}

/// `id: 209243`, `219064`, `date: 5/29/2009 12:15`, `2009-07-31 20:55:00`
fn is_column(line: &str) -> bool {
    let is_date = || {
        line.contains(':')
            && line.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b' '))
    };
    ["id:", "date:"].iter().any(|label| line.starts_with(label)) || is_number(line) || is_date()
}

/// Whether what stands from `start` to the record is the beginning of the text behind it, which an export cut off with
/// dots.
pub(super) fn is_cut_copy(text: &str, start: u32, record: Span, rest: Span) -> bool {
    let cut = Span::new(start, record.start).of(text).trim_end().trim_end_matches('.');
    let mut whole = letters(Span::new(record.end, rest.end).of(text));
    letters(cut).all(|letter| whole.next() == Some(letter))
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| !byte.is_ascii_whitespace())
}
