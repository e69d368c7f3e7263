//! What a row of a message is by its own words.

use super::set;
use crate::envelope::addressee::is_series_number;
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, format_line};
use crate::heading;
use crate::words::{first_is, is_number, slice, starts_with_any_case, up_to, words};
use std::ops::Range;

/// A classification line, with every caveat, is no longer than this.
const LONGEST_CLASSIFICATION: usize = 200;

/// The label that a print puts in front of the level.
const BANNER_LABEL: &str = "CLASSIFICATION:";

/// Words that begin something inside a row are no longer than this.
const LONGEST_WORD: usize = 16;

/// Whether a row begins with a series of general messages and a number of its year: `NAVADMIN 347/07`.
pub(super) fn is_series(line: &str) -> bool {
    series(line).is_some()
}

/// The name of the series whose number a row begins with.
pub(super) fn series(line: &str) -> Option<&str> {
    numbered(line).map(|(series, _)| slice(line, series))
}

/// The number with which a row begins, as `NAVADMIN 347/07`, and where it stands.
pub(crate) fn series_number(line: &str) -> Option<(String, Range<usize>)> {
    let (series, number) = numbered(line)?;
    let place = series.start..number.end;
    Some(([slice(line, series), " ", slice(line, number)].concat(), place))
}

/// The places of the series and of the number.
fn numbered(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut parts = words(line);
    let (series, number) = (parts.next()?, parts.next()?);
    let bare = slice(line, number.clone()).trim_end_matches('/');
    let name = slice(line, series.clone());
    let is_name = name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_name && is_series_number(bare)).then_some((series, number.start..number.start.saturating_add(bare.len())))
}

/// Where the standard subject identification code begins, by which Navy messages are filed: `UNCLAS //N05000//`. The
/// strokes behind it may be missing at the end of the line.
pub(super) fn filing(line: &str) -> Option<usize> {
    // Most lines have no stroke, and a search for one byte is fast.
    let (front, behind) = memchr::memchr(b'/', line.as_bytes()).and_then(|_| line.split_once("//N"))?;
    let code = behind.split_once("//").map_or(behind, |(code, _)| code);
    (code.len() == 5 && is_number(code)).then_some(front.len())
}

/// Where the `BT`, serial and `NNNN` at the end of a row begin.
pub(super) fn end_behind(line: &str) -> Option<usize> {
    let mut end = None;
    let mut at = line.len();
    for word in line.rsplit(' ').take(5) {
        at = at.checked_sub(word.len())?;
        // A banner by itself is also a word of the text, and so is its label.
        let is_banner = word == BANNER_LABEL || banner(word).is_some();
        if is_banner || is_end(word) {
            end = if is_banner { end } else { Some(at) };
        } else if !word.is_empty() {
            break;
        }
        at = at.saturating_sub(1);
    }
    end
}

/// Whether a format line names addressees.
pub(super) fn is_address(line: Option<(FormatLine, usize)>) -> bool {
    matches!(line, Some((FormatLine::From | FormatLine::To | FormatLine::Info | FormatLine::Exempt, _)))
}

/// Whether a row begins something of its own and so is no addressee.
pub(super) fn is_head(line: &str) -> bool {
    line.starts_with("BT") || is_series(line) || classification(line).is_some() || set::begins(line).is_some()
}

/// Whether something begins that can stand inside a row of addressees, or behind the office symbols that end one.
pub(super) fn is_line_inside(rest: &str) -> bool {
    let end = rest.bytes().take(LONGEST_WORD).position(|byte| matches!(byte, b' ' | b'/')).unwrap_or(rest.len());
    let Some((word, behind)) = rest.split_at_checked(end) else { return false };
    match behind.starts_with('/') {
        true => word == "ZEN" || word == "UNCLAS" || !word.is_empty() && is_routing_continuation(word),
        false => matches!(word, "FM" | "TO" | "INFO" | "BT") || word.starts_with("UNCLAS"),
    }
}

/// Whether the next addressee begins at `at` in a row: one in the capital stands in front, and one behind,
/// `CNO WASHINGTON DC CMC WASHINGTON DC`. A telegram has one originator.
pub(super) fn is_capital_behind(row: &str, at: usize) -> bool {
    const PLACE: &str = " WASHINGTON DC";
    let (Some(front), Some(rest)) = (row.get(..at), row.get(at..)) else { return false };
    let (name, behind) = rest.split_at_checked(up_to(rest, b" ").len()).unwrap_or_default();
    let is_name = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let is_addressee =
        is_name && behind.strip_prefix(PLACE).is_some_and(|behind| !first_is(behind, u8::is_ascii_alphanumeric));
    is_addressee && front.trim_end().ends_with(PLACE) && !front.starts_with("FM ")
}

/// The place of level and caveats on the classification line of a message, between a label and the code that the
/// message is filed by.
pub(super) fn classification(line: &str) -> Option<Range<usize>> {
    let line = Some(line).filter(|line| line.len() <= LONGEST_CLASSIFICATION)?;
    let front = line.get(..filing(line).unwrap_or(line.len()))?.trim_end();
    banner(front).or_else(|| heading::classification(front).map(|_| 0..front.len()))
}

/// `PASS TO OFFICE CODES:`
pub(super) fn is_passing(line: &str) -> bool {
    ["PASS TO ", "PLEASE PASS TO ", "PERSONAL FOR ", "EXCLUSIVE FOR "].iter().any(|words| line.starts_with(words))
}

/// The precedences in words.
const PRECEDENCES: [&str; 4] = ["ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH"];

/// `ROUTINE` on a row of its own.
pub(super) fn is_precedence(line: &str) -> bool {
    PRECEDENCES.contains(&line)
}

/// Where the date-time group begins behind a label or the precedence in words, with or without blanks:
/// `ROUTINE R 261330Z FEB 21`.
pub(super) fn before_group(line: &str) -> Option<usize> {
    let front = PRECEDENCES.iter().chain(&["DTG"]).find_map(|word| line.strip_prefix(word));
    let rest = front?.trim_start_matches([' ', ':']);
    matches!(format_line(rest), Some((FormatLine::DateTimeGroup, _))).then(|| line.len().saturating_sub(rest.len()))
}

/// Whether a row holds only what stands behind the text: `NNNN`, `BT #0417 NNNN`.
pub(super) fn is_all_end(line: &str) -> bool {
    is_end(line) || end_behind(line) == Some(0)
}

/// What a gateway says about its own work.
pub(super) fn is_notice(line: &str) -> bool {
    line.starts_with("***") || line == "QQQQ"
}

/// Whether a row explains a reference behind the end of the set that explains the others: `REF E IS …`.
pub(super) fn is_explanation(line: &str) -> bool {
    starts_with_any_case(line, "REF ")
}

/// Whether a row is one behind the text: `BT`, `#0417`, `NNNN`, which can have lost letters, a form's empty
/// `RELEASED BY`, or a banner.
pub(super) fn is_end(line: &str) -> bool {
    let serial = line.strip_prefix('#').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let is_last = line.len() > 1 && line.bytes().all(|byte| byte == b'N');
    serial || matches!(line, "BT" | "RELEASED BY") || is_last || banner(line).is_some()
}

/// The place of the level in the banner that a print puts above and below a message: `UNCLASSIFIED//`,
/// `CLASSIFICATION: UNCLASSIFIED`.
fn banner(line: &str) -> Option<Range<usize>> {
    let label = if starts_with_any_case(line, BANNER_LABEL) { BANNER_LABEL.len() } else { 0 };
    let end = set::without_end(line);
    let read = heading::classification(line.get(label..end)?)?;
    read.rest.is_empty().then_some(label..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addressees_in_the_capital() {
        let check = |row: &str, expected: &[&str]| {
            let ends: Vec<_> =
                (0..row.len()).filter(|at| row[..*at].ends_with(' ') && is_capital_behind(row, *at)).collect();
            let starts = [0].into_iter().chain(ends.iter().copied());
            let found: Vec<_> =
                starts.zip(ends.iter().copied().chain([row.len()])).map(|(a, b)| row[a..b].trim()).collect();
            assert_eq!(found, expected);
        };
        check("INFO CNO WASHINGTON DC CMC WASHINGTON DC", &["INFO CNO WASHINGTON DC", "CMC WASHINGTON DC"]);
        check("CNO WASHINGTON DC N4 WASHINGTON DC//N1//", &["CNO WASHINGTON DC", "N4 WASHINGTON DC//N1//"]);
        for row in [
            "INFO CNO WASHINGTON DC//N1//",
            "FM CNO WASHINGTON DC CMC WASHINGTON DC",
            "CNO WASHINGTON DC VIA ROE AT WASHINGTON DC",
            "CNO WASHINGTON DC QUAY BRANCH WASHINGTON DC",
            "CNO WASHINGTON DC DESK WASHINGTON DCA",
            "CNO WASHINGTON DC COMTARSIS",
            "SHIPS FROM WASHINGTON DC, ROE WASHINGTON DC",
        ] {
            check(row, &[row]);
        }
    }

    #[test]
    fn rows_by_their_words() {
        let number = |line| series_number(line).map(|(number, place): (String, Range<usize>)| (number, place.end));
        assert_eq!(number("TARSISGEN  038-12/2012//"), Some(("TARSISGEN 038-12/2012".to_owned(), 22)));
        assert!(is_series("NAVADMIN 347/07") && is_series("TARSISGEN 038-12/2012//") && !is_series("TARSIS 34707"));
        assert_eq!(filing("UNCLAS //N05000//"), Some(7));
        assert_eq!(filing("UNCLAS//N05000"), Some(6));
        assert_eq!(filing("FM COMTARSIS//N1//"), None);
        assert_eq!(filing("UNCLAS//N05000 SHIPS"), None);
        assert_eq!(classification("CLASSIFICATION: UNCLASSIFIED//"), Some(15..28));
        assert_eq!(classification("UNCLAS //N05000//"), Some(0..6));
        assert_eq!(classification("UNCLAS//N05000"), Some(0..6));
        assert_eq!(before_group("ROUTINE R 261330Z FEB 21"), Some(8));
        assert_eq!(before_group("DTG: R 261330Z FEB 21"), Some(5));
        assert_eq!(before_group("ROUTINE WORK"), None);
        assert_eq!(end_behind("IT ENDS.// BT #0417 NNNN"), Some(11));
        assert_eq!(end_behind("IT ENDS.// BT #0417 NNNN UNCLASSIFIED//"), Some(11));
        assert_eq!(end_behind("IT ENDS.// BT #0417 NNNN CLASSIFICATION: UNCLASSIFIED//"), Some(11));
        assert_eq!(end_behind("IT IS UNCLASSIFIED"), None);
        assert_eq!(end_behind("ITS CLASSIFICATION: UNCLASSIFIED"), None);
        assert_eq!(end_behind("BT #0417 NNNN"), Some(0));
        assert!(is_end("RELEASED BY") && !is_end("RELEASED BY VADM J. ROE."));
        assert!(is_all_end("#0417 NNNN") && is_all_end("BT") && !is_all_end("IT ENDS.// BT"));
    }
}
