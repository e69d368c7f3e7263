//! Columns of an archive's database that an export left behind the text: its length, its date, and what else a row of
//! the table held, the end of its subject, or the quotation mark that closed it.

use super::before::may_end_text;
use super::message_end::is_archive_number;
use crate::Span;
use crate::row::{Gap, Row};
use crate::words::{slice, words};
use std::ops::Range;

/// A summary and TAGS behind the text run over at most this many rows.
const MOST_ROWS: usize = 24;

/// A text ends in at most this many forms at once: a signal, the archive's number, a quotation mark.
const MOST_FORMS: usize = 3;

/// Takes such columns off the end of the `rows` of a telegram with this subject, and returns where they stood.
pub(crate) fn take_columns(text: &str, rows: &mut Vec<Row>, subject: &str) -> Option<Span> {
    let (start, end) = (rows.first()?.span.start, rows.last()?.span.end);
    let first = rows.len().saturating_sub(MOST_ROWS);
    let begins = |row: &Row| Some(row.span.offset(columns(row.span.of(text))?));
    let found = rows.iter().enumerate().skip(first).find_map(|(at, row)| Some((at, begins(row)?)));
    if let Some((at, start)) = found {
        rows.truncate(at.saturating_add(1));
        cut(text, rows, start);
    }
    rows.pop_if(|row| is_cut_subject(row.span.of(text), subject));
    for _ in 0..MOST_FORMS {
        let Some((row, above)) = rows.split_last() else { break };
        let Some(at) = closing(row.span.of(text)).filter(|at| !closes_words(text, above, row, *at)) else { break };
        let start = row.span.offset(at);
        cut(text, rows, start);
    }
    let start = rows.last().map_or(start, |row| row.span.end);
    (start < end).then(|| crate::line::trim(text, Span::new(start, end)))
}

/// Ends the last row at `start`, or takes it away where nothing is left of it.
fn cut(text: &str, rows: &mut Vec<Row>, start: u32) {
    if let Some(row) = rows.last_mut() {
        row.span = crate::line::trim(text, Span::new(row.span.start, start));
    }
    rows.pop_if(|row| row.span.is_empty());
}

/// Where columns begin in a row: `ROE 0 11/15/2007 5833 PREL,XG`, `ROE ",11/15/2007,"TALKS`, `<_protect>0 11/15/2007`.
fn columns(line: &str) -> Option<usize> {
    // Few rows have a date.
    let is_digit = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let is_between = |at: usize| is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1));
    if !memchr::memchr_iter(b'/', line.as_bytes()).any(is_between) {
        return None;
    }
    let mut above = "";
    let mut start = 0;
    words(line).find_map(|range| {
        let word = slice(line, range.clone());
        let quoted = word.strip_prefix("\",").and_then(|rest| rest.split(',').next());
        let found = match quoted.is_some_and(is_date) {
            true => Some(range.start),
            false => (matches!(above, "0" | "<_protect>0") && is_date(word)).then_some(start),
        };
        (above, start) = (word, range.start);
        found
    })
}

/// Whether a row is a piece of the subject that a list of telegrams cut off with dots. A short piece shows that it is
/// the end of the subject by its first word, which has lost its beginning.
fn is_cut_subject(line: &str, subject: &str) -> bool {
    const SHORTEST: usize = 12;
    const SHORTEST_END: usize = 4;
    let ends = |piece: &str| {
        let before = subject.strip_suffix(piece).filter(|_| piece.len() >= SHORTEST_END);
        before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
    };
    let is_piece = |piece: &str| piece.len() >= SHORTEST && subject.contains(piece) || ends(piece);
    line.strip_suffix("...").is_some_and(is_piece)
}

/// Where the end of a row of the table begins: a quotation mark behind a blank or the one word of the row, or
/// `2009TARSIS00417 - Classification: SECRET` behind the last word, which the end of a column can tear.
fn closing(line: &str) -> Option<usize> {
    let is_word = |before: &str| before.bytes().all(|byte| byte.is_ascii_uppercase());
    let quoted = line.strip_suffix('"').filter(|before| is_word(before) || before.ends_with(' '));
    quoted.map(str::len).or_else(|| numbered(line).map(|number| number.start))
}

/// The number in front of `- Classification:`, which the archive keeps the telegram under.
pub(crate) fn closing_number(line: &str) -> Option<&str> {
    numbered(line).and_then(|number| line.get(number))
}

fn numbered(line: &str) -> Option<Range<usize>> {
    let (before, _) = line.split_once(" - Clas")?;
    let start = before.rfind(' ').map_or(0, |blank| blank.saturating_add(1));
    before.get(start..).is_some_and(is_archive_number).then_some(start..before.len())
}

/// Whether the last row has `at` this place the quotation mark of words that a row above opened: a quotation is open
/// there, and the sentence goes on.
fn closes_words(text: &str, above: &[Row], row: &Row, at: usize) -> bool {
    /// Words in quotation marks run over few rows.
    const MOST: usize = 8;
    let line = row.span.of(text);
    let (before, closing) = line.split_at_checked(at).unwrap_or_default();
    let last = above.last().map_or("", |above| above.span.of(text));
    let marks = |line: &str| line.bytes().filter(|byte| *byte == b'"').count();
    let is_open = || {
        let rows = above.iter().rev().take(MOST).map(|above| marks(above.span.of(text)));
        rows.fold(marks(before), usize::saturating_add) % 2 == 1
    };
    closing == "\"" && row.gap != Gap::Blank && !may_end_text(last) && is_open()
}

/// `11/15/2007`
fn is_date(word: &str) -> bool {
    let mut parts = word.split('/').map(|part| (part.len(), part.bytes().all(|byte| byte.is_ascii_digit())));
    let is_short = |part: Option<(usize, bool)>| matches!(part, Some((1 | 2, true)));
    is_short(parts.next()) && is_short(parts.next()) && parts.next() == Some((4, true)) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::take_columns;
    use crate::Span;

    /// What is left of the rows, and what was taken off.
    #[track_caller]
    fn check(text: &str, expected: &str, taken: Option<&str>) {
        let mut rows = crate::row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found = take_columns(text, &mut rows, "LAMPS OF THE OLD QUAY");
        let left: Vec<_> = rows.iter().map(|row| row.span.of(text)).collect();
        assert_eq!(left.join("|"), expected, "{text:?}");
        assert_eq!(found.map(|found| found.of(text)), taken, "{text:?}");
    }

    #[test]
    fn columns() {
        check(
            "It ends.\nROE 0 11/15/2007 5833 PREL,XG THE GOATS\nare on the quay.",
            "It ends.|ROE",
            Some("0 11/15/2007 5833 PREL,XG THE GOATS\nare on the quay."),
        );
        check("It ends. ROE \",1/5/2007,\"THE GOATS", "It ends. ROE", Some("\",1/5/2007,\"THE GOATS"));
        check(
            "It ends.\nROE\n<_protect>0 07/13/2009 1833 PREL",
            "It ends.|ROE",
            Some("<_protect>0 07/13/2009 1833 PREL"),
        );
        check("It ends.\nROE \"", "It ends.|ROE", Some("\""));
        check(
            "It ends.\nROE NNNN 2009TARSIS00417 - Classification: SECRET \"",
            "It ends.|ROE NNNN",
            Some("2009TARSIS00417 - Classification: SECRET \""),
        );
        check(
            "It ends.\nROE\n>\n2009TARSIS00417 - Clas\"\t\"sification: SECRET\n\"",
            "It ends.|ROE|>",
            Some("2009TARSIS00417 - Clas\"\t\"sification: SECRET\n\""),
        );
        check("It ends.\nROE\"", "It ends.|ROE", Some("\""));
        check("They close \"THE OLD\nHARBOUR\"", "They close \"THE OLD|HARBOUR\"", None);
        check("They close \"THE OLD\nHARBOUR\" \"", "They close \"THE OLD|HARBOUR\"", Some("\""));
        check("They close \"the old harbour.\nROE\"", "They close \"the old harbour.|ROE", Some("\""));
        check("It ends.\nROE\n\nS OF THE OLD Q...", "It ends.|ROE", Some("S OF THE OLD Q..."));
        check("It ends.\nROE\nUAY...", "It ends.|ROE|UAY...", None);
        check("It ends.\nROE\nD QUAY...", "It ends.|ROE", Some("D QUAY..."));
        check("It ends.\nROE\nQUAY...", "It ends.|ROE|QUAY...", None);
        check("It ends.\nROE\nIt goes on, and on...", "It ends.|ROE|It goes on, and on...", None);
        check("\"It ends.\"\nROE", "\"It ends.\"|ROE", None);
        check("Of 0 on 11/15/2007", "Of 0 on 11/15/2007", None);
        check("\"", "", Some("\""));
        check("", "", None);
    }
}
