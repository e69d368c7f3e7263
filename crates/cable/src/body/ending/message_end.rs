//! The end of message, and what archives and communications centres print behind it.

use crate::heading::{self, ClassificationLine};
use crate::interruption::{is_print_number, without_print_number};
use crate::known::begins_with_one_of;
use crate::words::{is_number, starts_with_any_case};

/// `BT`, `#0417` or `NNNN`: format lines 13, 15 and 16.
fn is_end_word(word: &str) -> bool {
    word == "BT" || is_end_signal(word) || is_serial(word)
}

/// Whether a word is format line 16, also in small letters. The Department's copies of 1973-76 have one letter less.
pub(crate) fn is_end_signal(word: &str) -> bool {
    (3..=4).contains(&word.len()) && word.bytes().all(|byte| matches!(byte, b'N' | b'n'))
}

fn is_serial(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|digits| digits.len() <= 5 && is_number(digits))
}

/// What prints have in place of format line 16.
const CABLE_TEXT_ENDS: &str = "End Cable Text";

/// Whether a row is format line 16, or what copies have in its place.
pub(super) fn is_last_line(line: &str) -> bool {
    is_end_signal(line) || closes_copy(line)
}

/// Whether a row is what copies have in place of format line 16: `End Cable Text`, `=====CABLE ENDS=====`.
fn closes_copy(line: &str) -> bool {
    starts_with_any_case(line, CABLE_TEXT_ENDS) || line.trim_matches(['=', ' ']) == "CABLE ENDS"
}

/// Where in a row the words begin that an archive or a print closes its copy with.
pub(in crate::body) fn closing_of_copy(line: &str) -> Option<usize> {
    if closes_copy(line) || is_level_foot(line) { Some(0) } else { line.strip_suffix(CABLE_TEXT_ENDS).map(str::len) }
}

/// Whether the message was sent to its end, by the rows behind its text: `NNNN` stands there, or two of the three
/// format lines.
pub(crate) fn is_ended<'a>(rows: impl Iterator<Item = &'a str>) -> bool {
    let (mut text_ends, mut validated) = (false, false);
    for row in rows {
        let is_sent =
            row.split(' ').any(|word| word.starts_with("NNNN") || word.ends_with("NNNN")) || is_end_signal(row);
        if is_sent {
            return true;
        }
        if row.split_ascii_whitespace().all(is_end_word) {
            text_ends |= row.starts_with("BT");
            validated |= row.contains('#');
        }
    }
    text_ends && validated
}

/// Where the end of message behind the last words of a row begins: `ROE NNNN`, or a copy's date.
pub(in crate::body) fn end_behind(line: &str) -> Option<usize> {
    const LINES: usize = 3;
    let print = line.strip_suffix(CABLE_TEXT_ENDS).map(str::len);
    let (mut start, mut len) = (print, print.unwrap_or(line.len()));
    for word in line.get(..len)?.rsplit(' ').filter(|word| !word.is_empty()).take(LINES) {
        if !is_end_word(word) {
            break;
        }
        len = line.get(..len)?.rfind(word)?;
        start = Some(len);
    }
    // A single one of them can also be a word.
    let ends = |end: &str| is_ended(std::iter::once(end)) || print.is_some();
    let ended = start.filter(|start| line.get(*start..).is_some_and(ends));
    ended.or_else(|| date_behind(line))
}

/// Whether a row is one of format lines 13 to 16, or what archives print behind them.
pub(crate) fn is_end_of_message(line: &str) -> bool {
    // A print's own words can stand behind format line 16.
    let sent = line.strip_suffix(CABLE_TEXT_ENDS).unwrap_or(line);
    sent.split_ascii_whitespace().all(is_end_word)
        || line.bytes().all(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii())
        || closes_copy(line)
        || starts_with_any_case(line, "<< END OF DOCUMENT")
        || line.starts_with("NNNN") && !line.contains(' ')
        // The start of the next transmission, torn: `NMAFVVZCZ`.
        || line.contains("VZCZ") && !line.contains(' ')
        || is_foot(line)
        || is_print_number(line)
        // What a communications program marks the end of a copy with: `> @@@TARSIS@@@`.
        || line.trim_start_matches(['>', ' ']).strip_prefix("@@@").and_then(|rest| rest.strip_suffix("@@@")).is_some_and(|mark| !mark.is_empty() && !mark.contains(' '))
        // What a draft form ends with.
        || line == "YY"
        || is_date(line)
        || is_archive_foot(line)
        // What a communications centre adds to a copy.
        || is_note(line)
        || begins_with_one_of(line, &["NOTE BY OC/T", "NOTE: NOT PASSED TO", "Declassified/Released"])
}

/// Whether a row is the note of a communications centre on a place that it marked in the text: `(#) OMISSION.
/// CORRECTION TO FOLLOW.`
fn is_note(line: &str) -> bool {
    const NOTES: [&str; 4] = ["OMISSION", "AS RECEIVED", "TEXT AS RECEIVED", "GARBLE"];
    line.strip_prefix("(#)").is_some_and(|note| NOTES.iter().any(|words| note.trim_start().starts_with(words)))
}

/// `2009TARSIS00417 - Classification: SECRET`, with which some archives close a copy.
fn is_archive_foot(line: &str) -> bool {
    let Some((number, behind)) = line.split_once(" - ") else { return false };
    is_archive_number(number)
        && heading::classification(behind.trim_start_matches("Classification:").trim_start()).is_some()
}

/// `Classification: SECRET`, perhaps behind the quotation mark of a table: the foot of a page, below who signed.
pub(super) fn is_level_foot(line: &str) -> bool {
    const LABEL: &str = "classification:";
    let line = line.trim_start_matches(['"', ' ', '\t']);
    starts_with_any_case(line, LABEL) && line.get(LABEL.len()..).is_some_and(|level| is_level(level.trim()))
}

/// Whether words are a level and nothing else; `LOU` can be a signer.
pub(super) fn is_level(words: &str) -> bool {
    let is_whole = |read: ClassificationLine| read.text.start == 0 && read.rest.is_empty() && !read.damaged;
    words != "LOU" && heading::classification(words).is_some_and(is_whole)
}

/// The number in an archive's title of a copy: it has no label, and only the level stands behind it.
pub(crate) fn titled_number(line: &str) -> Option<&str> {
    let (number, level) = line.split_once(" - ").filter(|(number, _)| is_archive_number(number))?;
    let is_level = heading::classification(level).is_some_and(|read| read.text.start == 0 && read.rest.is_empty());
    is_level.then_some(number)
}

/// The number in a title behind the text, directly below the end of message. Elsewhere a text can name another telegram
/// like this.
pub(crate) fn foot_number<'a>(line: &'a str, above: &str) -> Option<&'a str> {
    titled_number(line).filter(|_| is_end_signal(above))
}

/// `2009TARSIS00417`
pub(super) fn is_archive_number(word: &str) -> bool {
    word.len() >= 10
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_digit())
}

/// `SECRET//NOFORN` at the foot of a page, and `UNCLASSIFIED   TARSIS   00000417`, as the Department's copies have it.
fn is_foot(line: &str) -> bool {
    let line = without_print_number(line);
    let read = heading::classification(line).filter(|read| read.text.start == 0 && !read.damaged);
    let Some(behind) = read.and_then(|read| line.get(read.rest)).map(str::trim_end) else { return false };
    let number = heading::numbering(behind).number;
    behind.is_empty() || number.is_some_and(|read| read.post.is_some() && read.place.end == behind.len())
}

/// Where the date that some copies put behind the signature begins: `ROE 2009-12-31`.
fn date_behind(line: &str) -> Option<usize> {
    let (before, last) = line.rsplit_once(' ')?;
    (before.ends_with(|c: char| c.is_ascii_uppercase()) && is_date(last)).then(|| before.len().saturating_add(1))
}

fn is_date(word: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    word.len() == 10 && word.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_the_end() {
        let number = Some("2009TARSIS00417");
        assert_eq!(foot_number("2009TARSIS00417 - SECRET//NOFORN", "NNNN"), number);
        for (line, above) in [
            ("2009TARSIS00417 - SECRET", "ROE"),
            ("2009TARSIS00417 - SECRET PLANS", "NNNN"),
            ("A. 2009TARSIS00417 - SECRET", "NNNN"),
            ("B747400 - SECRET", "NNNN"),
        ] {
            assert_eq!(foot_number(line, above), None, "{line}");
        }
    }

    #[test]
    fn ends() {
        for (rows, expected) in [
            (vec!["NNNN"], true),
            (vec!["BT", "#0417"], true),
            (vec!["BT #0417"], true),
            (vec!["NNN"], true),
            (vec!["Nnnn"], true),
            (vec!["BT #0417 NNNN UNCLASSIFIED//"], true),
            (vec!["End Cable Text"], false),
            (vec!["=====CABLE ENDS====="], false),
            (vec!["THE CABLE ENDS"], false),
            (vec!["BT"], false),
            (vec!["#0417"], false),
            (vec![], false),
        ] {
            assert_eq!(is_ended(rows.iter().copied()), expected, "{rows:?}");
        }
    }

    #[test]
    fn notes() {
        assert!(is_end_of_message("(#) OMISSION. CORRECTION TO FOLLOW."));
        assert!(!is_end_of_message("(#) THE MINISTER"));
    }

    #[test]
    fn closing_words_of_copies() {
        for (line, expected) in [
            ("End Cable Text", Some(0)),
            ("=====CABLE ENDS=====", Some(0)),
            ("NNNN End Cable Text", Some(5)),
            ("THE CABLE ENDS", None),
            ("NNNN", None),
        ] {
            assert_eq!(closing_of_copy(line), expected, "{line}");
        }
    }

    #[test]
    fn ends_behind_words() {
        for (line, expected) in [
            ("ROE NNNN", Some(4)),
            ("IT ENDS. BT  #0417", Some(9)),
            ("It ends. ROE NNNN End Cable Text", Some(13)),
            ("It ends. ROE End Cable Text", Some(13)),
            ("SHARES OF BT", None),
            ("ROE", None),
            ("", None),
        ] {
            assert_eq!(end_behind(line), expected, "{line}");
        }
    }
}
