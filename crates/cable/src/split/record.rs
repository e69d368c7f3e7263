//! A record of the database that copies of the 2010-11 archive come from, which an export left in front of a telegram or
//! in the middle of one: number, date, reference number, post, level, destinations, and the envelope once more.
//!
//! Exports have it in four forms: `refid: 09TARSIS417` with a label a row, a row a column, and tabs or commas between the
//! columns. With commas a column that has blanks or line ends stands between quotation marks.

use super::identity::Identity;
use crate::envelope::{FormatLine, format_line};
use crate::name::TelegramName;
use crate::words::is_number;
use crate::{Span, heading, line};

/// Envelopes have no more rows.
const LONGEST: usize = 400;

/// The columns in front of the reference number, number and date, and what closed the row of the table above.
const COLUMNS_ABOVE: usize = 3;

/// A record, from its first column to the classification line of its telegram.
pub(super) struct Record<'a> {
    /// Which telegram it is of, by the envelope in it or by its number.
    pub identity: Identity<'a>,
    pub span: Span,
}

/// The telegram that a row of a record names; a row that is the number and nothing else can also be one of a list.
pub(crate) fn name(line: &str) -> Option<TelegramName> {
    let column = match separator(line) {
        Some(separator) => line.split(separator).find(|column| !is_column(column))?,
        None => line.strip_prefix("refid:").unwrap_or(line).trim(),
    };
    TelegramName::read(column).filter(|_| !column.contains(' '))
}

/// Whether a row that names a telegram shows by itself that it is one of a record. Lists of references have commas, too,
/// so that with them another column must stand in front of the name.
fn shows_record(line: &str) -> bool {
    match separator(line) {
        Some(',') => line.split(',').next().is_some_and(is_column),
        Some(_) => true,
        None => line.contains(':'),
    }
}

/// Whether a record begins with `row`, by what it says itself or by a column right above it.
fn begins(text: &str, above: Option<Span>, row: Span) -> bool {
    let line = row.of(text);
    name(line).is_some() && (shows_record(line) || above.is_some_and(|above| is_column(above.of(text))))
}

/// What stands between the columns of a row that has several.
fn separator(line: &str) -> Option<char> {
    ['\t', ','].into_iter().find(|separator| line.contains(*separator))
}

/// The record whose reference number stands on `row`, down to `floor`. Its classification line must give the number too,
/// in front of the next record: each row is looked at for one record.
pub(super) fn record(text: &str, floor: u32, row: Span, rest: Span) -> Option<Record<'_>> {
    let name = name(row.of(text))?;
    let above = line::rows_above(text, Span::new(floor, row.start)).take(COLUMNS_ABOVE);
    let mut above = above.take_while(|above| is_column(above.of(text))).peekable();
    if !begins(text, above.peek().copied(), row) {
        return None;
    }
    let start = above.last().map_or(row.start, |above| above.start);
    let digits = name.number.to_string();
    let mut rows = line::rows(text, Span::new(row.end, rest.end)).take(LONGEST).peekable();
    let mut envelope = Identity::default();
    let mut above = Some(row);
    let is_own = |(row, _): &(Span, Option<Span>)| !begins(text, above.replace(*row), *row);
    let rows = std::iter::from_fn(|| Some((rows.next()?, rows.peek().copied())));
    let end = rows.take_while(is_own).find_map(|(row, below)| {
        let line = row.of(text);
        match format_line(line) {
            Some((FormatLine::Originator, _)) => envelope.originator(line),
            Some((FormatLine::DateTimeGroup, _)) => envelope.date_time_group(line),
            _ => {}
        }
        let begins = classification(line)?;
        let numbers = |line: &str| {
            let mut identity = Identity::default();
            identity.classification(line);
            identity.number() == Some(name.number)
        };
        let whole = below.map_or(row, |below| row.cover(below)).of(text).get(begins..)?;
        let is_same = whole.contains(&digits) && (numbers(line.get(begins..)?) || numbers(whole));
        is_same.then(|| row.offset(begins))
    })?;
    // The serial of a telegram that another station relayed is not its number.
    let identity = if envelope.is_known() { envelope } else { Identity::of_name(&name) };
    Some(Record { identity, span: Span::new(start, end) })
}

/// Where the classification line begins in a row of the record, perhaps behind the quotation mark of its column.
fn classification(line: &str) -> Option<usize> {
    let quoted = || Some(line.rfind(",\"")?.saturating_add(2));
    let is_line = |at: &usize| line.get(*at..).and_then(heading::classification).is_some();
    heading::joined_classification(line).or_else(|| [Some(0), quoted()].into_iter().flatten().find(is_line))
}

/// `id: 209243`, `219064`, `<<219064>>`, `date: 5/29/2009 12:15`, `2009-07-31 20:55:00`, `2009-07-31`, and the quotation
/// mark that closed a row of the table.
fn is_column(line: &str) -> bool {
    let is_date = || {
        line.len() >= SHORTEST_DATE
            && line.contains(['-', '/', ':'])
            && line.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b' '))
    };
    let bare = line.strip_prefix("<<").and_then(|line| line.strip_suffix(">>")).unwrap_or(line);
    ["id:", "date:"].iter().any(|label| line.starts_with(label)) || is_number(bare) || is_date() || line == "\","
}

/// `1/5/2009`
const SHORTEST_DATE: usize = 8;

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

#[cfg(test)]
mod tests {
    use super::{is_column, name, shows_record};

    #[test]
    fn names() {
        for line in [
            "refid: 09TARSIS417",
            "09TARSIS417",
            "2009-03-04 15:48:00\t09TARSIS417\tEmbassy Tarsis",
            "209998\t2009-03-04 15:48:00\t209998\t2009-03-04 15:48:00\t09TARSIS417\tEmbassy Tarsis",
            "209998,3/4/2009 15:48,09TARSIS417,\"Embassy",
        ] {
            assert_eq!(name(line).map(|name| name.to_string()).as_deref(), Some("09TARSIS417"), "{line}");
        }
        for line in ["209998", "209998,3/4/2009 15:48", "12 lamps, 09TARSIS417", "1, 2, 3", ""] {
            assert_eq!(name(line), None, "{line}");
        }
    }

    #[test]
    fn rows() {
        for line in ["refid: 09TARSIS417", "09TARSIS417\tEmbassy Tarsis", "209998,3/4/2009 15:48,09TARSIS417,\"Embassy"]
        {
            assert!(shows_record(line), "{line}");
        }
        for line in ["09TARSIS417", "09TARSIS417, 08ROWANBURG3, and so on.", "09TARSIS417,\"UNCLAS "] {
            assert!(!shows_record(line), "{line}");
        }
    }

    #[test]
    fn columns() {
        for line in ["209998", "<<209998>>", "3/4/2009 15:48", "2009-03-04", "id: 209998", "\","] {
            assert!(is_column(line), "{line}");
        }
        for line in ["3-4", "<<Tarsis>>", "\"", "Tarsis", ""] {
            assert!(!is_column(line), "{line}");
        }
    }
}
