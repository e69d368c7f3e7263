//! A record of the database behind the copies of the 2010-11 archive, which an export left in front of a telegram or in
//! the middle of one: number, date, reference number, post, level, destinations, and the envelope once more.
//!
//! If a table was written twice, three of its columns can be left in front of an envelope, behind the text above.
//!
//! Exports have it in four forms: `refid: 09TARSIS417` with a label a row, a row a column, and tabs or commas between
//! the columns. With commas, a column that contains blanks or line ends is in quotation marks.

use super::identity::Identity;
use crate::envelope::{FormatLine, format_line};
use crate::telegram_name::TelegramName;
use crate::words::{is_number, up_to};
use crate::{Span, heading, line};

/// Envelopes have at most this many rows.
const LONGEST: usize = 400;

/// How many columns can stand in front of the reference number: number, date, and what closed the table's row above.
const COLUMNS_ABOVE: usize = 3;

/// A record, from its first column to the classification line of its telegram.
pub(super) struct Record<'a> {
    /// Which telegram it belongs to, by the envelope in it or by its number.
    pub identity: Identity<'a>,
    pub span: Span,
}

/// The telegram that a row of a record names; a row with only the number can also be an item of a list.
pub(crate) fn name(line: &str) -> Option<TelegramName> {
    let column = match separator(line) {
        Some(separator) => line.split(separator).find(|column| !is_column(column))?,
        None => line.strip_prefix("refid:").unwrap_or(line).trim(),
    };
    TelegramName::read(column).filter(|_| !column.contains(' '))
}

/// Whether a row that names a telegram shows by itself that it is part of a record. Lists of references have commas
/// too, so with commas another column must stand in front of the name.
fn shows_record(line: &str) -> bool {
    match separator(line) {
        Some(',') => is_column(up_to(line, b",")),
        Some(_) => true,
        None => line.contains(':'),
    }
}

/// Whether a record begins with `row`, by the row itself or by a column right above it.
fn begins(text: &str, above: Option<Span>, row: Span) -> bool {
    let line = row.of(text);
    name(line).is_some() && (shows_record(line) || above.is_some_and(|above| is_column(above.of(text))))
}

/// The separator of a row with several columns.
fn separator(line: &str) -> Option<char> {
    ['\t', ','].into_iter().find(|separator| line.contains(*separator))
}

/// The record whose reference number is on `row`, down to `floor`. Its classification line must give the number too,
/// before the next record begins: so each row is read for one record only.
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
    let identity = if envelope.has_serial() { envelope } else { envelope.named(&name) };
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

/// The record, extended by the copy of its text above it, down from `floor`, that an export cut off with dots.
pub(super) fn with_cut_copy(text: &str, floor: u32, record: Span, rest: Span) -> Span {
    let mut above = line::rows(text, Span::new(floor, record.start));
    let first = above.find(|row| heading::names_telegram(row.of(text)));
    let cut = first.filter(|first| is_cut_copy(text, first.start, record, rest));
    cut.map_or(record, |cut| cut.cover(record))
}

/// Whether what stands from `start` to the record is the beginning of the text behind it.
fn is_cut_copy(text: &str, start: u32, record: Span, rest: Span) -> bool {
    let cut = Span::new(start, record.start).of(text).trim_end().trim_end_matches('.');
    let mut whole = letters(Span::new(record.end, rest.end).of(text));
    letters(cut).all(|letter| whole.next() == Some(letter))
}

/// The columns station, level and references that an export left in front of a header, perhaps behind the last word of
/// the text above; and the date-time group behind them, which is the header's first row.
pub(super) fn columns(text: &str, row: Span) -> Option<(Span, Span)> {
    /// How stations are written in their column.
    const STATIONS: [&str; 8] = [
        "Embassy ",
        "Consulate ",
        "US Mission ",
        "Mission ",
        "USUN ",
        "US Interests Section ",
        "American Institute ",
        "Secretary of State",
    ];
    let line = row.of(text);
    let (columns, group) = line.rsplit_once('\t')?;
    matches!(format_line(group), Some((FormatLine::DateTimeGroup, _))).then_some(())?;
    let (above, _references) = columns.rsplit_once('\t')?;
    let (above, level) = above.rsplit_once('\t')?;
    heading::classification(level)?;
    let (further, station) = above.rsplit_once('\t').unwrap_or(("", above));
    // A whole record gives its telegram's number.
    let is_whole = further.split('\t').any(|column| TelegramName::read(column).is_some());
    let is_apart = |at: &usize| station.get(..*at).is_some_and(|word| word.is_empty() || word.ends_with(' '));
    let begin = STATIONS.iter().filter_map(|opening| station.rfind(opening).filter(is_apart).map(|at| (at, *opening)));
    // `US Mission` begins in front of the `Mission` it contains.
    let (at, _) = begin.max_by_key(|(at, opening)| (at.saturating_add(opening.len()), opening.len()))?;
    let start = above.len().checked_sub(station.len())?.checked_add(at)?;
    let columns_and_group = |behind: Span| {
        let (columns, group) = behind.split_at(columns.len().saturating_sub(start));
        (line::trim(text, columns), line::trim(text, group))
    };
    (!is_whole).then(|| columns_and_group(row.part(start..line.len())))
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| !byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{columns, is_column, name, shows_record};
    use crate::Span;

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
    fn columns_in_front() {
        #[track_caller]
        fn check(line: &str, expected: Option<(&str, &str)>) {
            let found = columns(line, Span::new(0, line.len() as u32));
            assert_eq!(found.map(|(columns, group)| (columns.of(line), group.of(line))), expected, "{line}");
        }
        let group = "R 060700Z JAN 09";
        for station in ["Embassy Tarsis", "US Mission Tarsis", "Mission Tarsis", "Secretary of State", "USUN New York"]
        {
            let columns = format!("{station}\tUNCLASSIFIED\t09LYDDA12");
            let expected = Some((columns.as_str(), group));
            check(&format!("{columns}\t{group}"), expected);
            check(&format!("ROE {columns}\t{group}"), expected);
            check(&format!("ROE \t{columns}\t{group}"), expected);
            check(&format!("09TARSIS417\t{columns}\t{group}"), None);
            check(&format!("{columns}\tROE"), None);
        }
        check(&format!("Embassy Tarsis\tUNCLASSIFIED\t\t{group}"), Some(("Embassy Tarsis\tUNCLASSIFIED", group)));
        // Nothing shows where the text above ends.
        check(&format!("ROE Tarsis\tUNCLASSIFIED\t09LYDDA12\t{group}"), None);
        check(&format!("Embassy Tarsis\tROE\t09LYDDA12\t{group}"), None);
        check(&format!("Embassy Tarsis\t{group}"), None);
        check(group, None);
    }

    #[test]
    fn single_columns() {
        for line in ["209998", "<<209998>>", "3/4/2009 15:48", "2009-03-04", "id: 209998", "\","] {
            assert!(is_column(line), "{line}");
        }
        for line in ["3-4", "<<Tarsis>>", "\"", "Tarsis", ""] {
            assert!(!is_column(line), "{line}");
        }
    }
}
