//! Rows that the Department's printers set in front of the envelope: offices with the number of their copies; who
//! drafted, approved and cleared the telegram; the counter.

use crate::misspelt::distance;
use crate::words::{head, is_number, start_of, starts_with_any_case};

/// Labels of the offices that are to get a telegram, of the people who cleared it, and of the copy that it was made
/// from.
const LABELS: [&str; 4] = ["DESIRED DISTRIBUTION", "CLEARANCES", "CLEARANCE", "SOURCE:"];

/// First words of the labels in front of the people who drafted, approved and cleared it.
const DRAFTED: [&str; 3] = ["DRAFTED", "APPROVED", "CLEARED"];

/// The length of the label that begins a row: `ORIGIN`, `DRAFTED BY:`.
pub(crate) fn label(line: &str) -> Option<usize> {
    let known = LABELS.into_iter().find(|label| line.starts_with(label)).map(str::len);
    let known = known.or_else(|| drafted(line));
    let len = known.or_else(|| line.split_whitespace().next().filter(|_| has_label(line)).map(str::len))?;
    let colon = line.get(len..).is_some_and(|value| value.starts_with(':'));
    Some(len.saturating_add(usize::from(colon)))
}

/// The length of `DRAFTED BY` or `DRAFTED:`. Blanks between the words can be lost (`DRAFTEDBY`), and a letter can be
/// wrong or missing (`EPPROVED BY`).
fn drafted(line: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    let front = head(line, LONGEST);
    let (word, value) = front.find("BY").or_else(|| front.find(':')).and_then(|at| line.split_at_checked(at))?;
    let word = word.trim_end().as_bytes();
    let is_near = |label: &str| word.len().abs_diff(label.len()) <= 1 && distance(word, label.as_bytes()) <= 1;
    let value = value.strip_prefix("BY").unwrap_or(value);
    let is_label = !value.starts_with(|c: char| c.is_alphanumeric()) && DRAFTED.into_iter().any(is_near);
    is_label.then(|| start_of(value, line))
}

/// Whether a label is one of the telegram's drafters, approvers or clearances.
pub(crate) fn is_drafting(label: &str) -> bool {
    drafted(label).is_some() || label.starts_with("CLEARANCE")
}

/// Whether a row continues the one above: further offices, or the total of the copies.
pub(crate) fn goes_on(line: &str) -> bool {
    is_total(line) || is_distribution(line) && !has_label(line)
}

/// Whether a row is one of the Department's distribution list: `INFO  LOG-00   EEB-00`, `ACTION SCA-00`, `ORIGIN
/// DS-00`.
pub(crate) fn is_distribution(line: &str) -> bool {
    let mut parts = line.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let office = if is_label(first) { parts.next().unwrap_or_default() } else { first };
    is_office_count(office) || line.ends_with(['R', 'W']) && parts.next_back().is_some_and(is_total)
}

fn has_label(line: &str) -> bool {
    is_distribution(line) && line.split_whitespace().next().is_some_and(is_label)
}

fn is_label(word: &str) -> bool {
    let word = word.trim_start_matches('@');
    ["ACTION", "ORIGIN", "INFO"].into_iter().any(|label| starts_with_any_case(word, label))
}

/// Whether a word is an office and the number of its copies: `EEB-00`, `EEB(00)`. Scans have the letter O for the
/// figure.
fn is_office_count(word: &str) -> bool {
    let counted = word.split_once('-').or_else(|| word.strip_suffix(')')?.split_once('('));
    counted.is_some_and(|(office, copies)| {
        !office.is_empty()
            && office.len() <= 6
            && office.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'/')
            && copies.len() == 2
            && copies.bytes().all(|byte| byte.is_ascii_digit() || byte == b'O')
    })
}

/// Whether a row is the counter under a distribution list: `------------------EE9C66  240653Z /38`, and before 1975
/// `-------- 014477`.
pub(crate) fn is_counter(line: &str) -> bool {
    if !line.starts_with("-----") {
        return is_bare_counter(line);
    }
    let counted = line.trim_start_matches('-');
    let is_count = |word: &str| {
        word.bytes().any(|byte| byte.is_ascii_digit())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'/')
    };
    !counted.trim().is_empty() && counted.split_whitespace().all(is_count)
}

/// Whether a row is a counter whose dashes a scan has lost: `EE9C66  240653Z /38`.
fn is_bare_counter(line: &str) -> bool {
    const LONGEST: usize = 24;
    if line.len() > LONGEST || !line.contains(" /") {
        return false;
    }
    let mut parts = line.split_whitespace();
    let is_serial =
        parts.next().is_some_and(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let is_time = parts
        .next()
        .and_then(|word| word.strip_suffix(['Z', 'z']))
        .is_some_and(|time| time.len() == 6 && is_number(time));
    let is_station = parts.next().and_then(|word| word.strip_prefix('/')).is_some_and(is_number);
    is_serial && is_time && is_station && parts.next().is_none()
}

/// Whether a row gives the total of a distribution list's copies: `/026 W`, and `272026Z NOV 96 StePS (TOTAL
/// COPIES:011)`.
pub(crate) fn is_total(line: &str) -> bool {
    line.ends_with(')') && line.contains("(TOTAL COPIES:")
        || line
            .strip_prefix('/')
            .and_then(|rest| rest.strip_suffix(['R', 'W']))
            .is_some_and(|copies| is_number(copies.trim_end()))
}

/// Whether a row is an office and the person who cleared for it: `EUR/CE:JQPUBLIC`.
pub(crate) fn is_clearance(line: &str) -> bool {
    line.len() < 80
        && line.split_once(':').is_some_and(|(office, name)| !office.is_empty() && !name.is_empty())
        && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" /:.,-()".contains(&byte))
}

/// The same with a dash in between: `EB/ORF - J. ROE`.
pub(crate) fn is_dashed_clearance(line: &str) -> bool {
    let is_office = |office: &str| {
        let is_letter = |byte: u8| byte.is_ascii_uppercase() || b"/-".contains(&byte);
        (1..=16).contains(&office.len()) && office.bytes().all(is_letter)
    };
    let is_name = |name: &str| name.bytes().filter(u8::is_ascii_uppercase).count() > 2 && !name.contains(['-', ':']);
    let parts = line.split_once("- ").map(|(office, name)| (office.trim_end(), name.trim_start()));
    line.len() < 80 && !is_distribution(line) && parts.is_some_and(|(office, name)| is_office(office) && is_name(name))
}

/// Whether a row is the sentence with which the archive marks a telegram that it holds only in part.
pub(crate) fn is_partial_extract(line: &str) -> bool {
    starts_with_any_case(line, "This record is a partial extract")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (line, expected) in [
            ("ORIGIN NEA-07", Some("ORIGIN")),
            ("INFO  LOG-00   EEB-00   /000R", Some("INFO")),
            ("DRAFTED BY: EUR/XG:JROE", Some("DRAFTED BY:")),
            ("APPROVED BY EUR:TALDER", Some("APPROVED BY")),
            ("@INFO: EEB(00) AF(O1)", Some("@INFO:")),
            ("INFO LoG-co /000R", Some("INFO")),
            ("DRAFTED  BY NEA:ROE", Some("DRAFTED  BY")),
            ("EPPROVED BY:NEA:ROE", Some("EPPROVED BY:")),
            ("DESIRED DISTRIBUTION", Some("DESIRED DISTRIBUTION")),
            ("CLEARED: NEA:ROE", Some("CLEARED:")),
            ("APROVED BY NEA:ROE", Some("APROVED BY")),
            ("DRAFTED BYLAWS", None),
            ("DRAFTED", None),
            ("EPPROXED BY NEA:ROE", None),
            ("EEB-00   AF-00", None),
            ("INFO AMEMBASSY LYDDA", None),
        ] {
            assert_eq!(label(line).and_then(|len| line.get(..len)), expected, "{line}");
        }
        assert!(goes_on("EEB-00   AF-00") && goes_on("/026 W") && !goes_on("INFO LOG-00") && !goes_on("S/S-O:PROWE"));
        assert!(goes_on("EEB(00) AF(01)") && goes_on("121409L DEC 97 HQX (TOTAL COPIES:011)"));
        assert!(is_dashed_clearance("FEA- J. ROE") && is_dashed_clearance("NEA/RA - W. VANE"));
        assert!(!is_dashed_clearance("SHIPS - THE NEW ONES-") && !is_dashed_clearance("EUR-12  H-02"));
        assert!(is_clearance("S/S-O:PROWE") && !is_clearance("TO SECSTATE WASHDC"));
    }

    #[test]
    fn counters() {
        for line in ["------------------EE9C66  240653Z /38", "---------------------     014477", "EE9C66 240653Z /38"]
        {
            assert!(is_counter(line), "{line}");
        }
        for line in ["--------------------", "----- Harbour -----", "-- 12 ships"] {
            assert!(!is_counter(line), "{line}");
        }
    }
}
