//! Finds text that a copy joined to the last row of the heading.

use crate::body;
use crate::heading::{is_marked_sentence, label, reasons, reference_number, sentence_behind_mark};
use crate::mark::mark_in_row;
use crate::words::{has_small, start_of};
use crate::wrap;
use memchr::{memchr_iter, memmem};

/// Label of the first paragraph.
const LABEL: &str = "1. ";

/// The longest field on one row, unless a copy lost its line ends.
const LONGEST_FIELD: usize = 4 * wrap::LONGEST_WRAPPED;

/// The most places looked at in a row.
const FEW: usize = 8;

/// Where the text begins behind the reasons for classification: `1.4 (b) and (d) 1. (S/NF) The quay`, a mark and a
/// sentence without a label, or the title `Summary`, whose rule is a row of its own.
pub(super) fn behind_reasons(row: &str) -> Option<usize> {
    let behind = row.get(reasons(row)?.range.end..)?.trim_start_matches(['.', ' ']);
    let begins =
        || body::begins_portion(behind) || is_marked_sentence(behind) || behind.eq_ignore_ascii_case("summary");
    begins().then(|| start_of(behind, row))
}

/// Where the text begins behind a reference that has its number: `TARSIS 138 1. (U) The quay`, `TARSIS 138 1.
/// Summary.`, or a mark and a sentence without a label. In a list lettered `(A)`, a letter in brackets is not a mark.
pub(super) fn behind_reference(row: &str) -> Option<usize> {
    let begins = |front: &str, paragraph: &str| {
        ends_reference(front) && body::begins_portion(paragraph) || ends_number(front) && goes_on(row, paragraph)
    };
    marked_behind(row).or_else(|| first_paragraph(row, begins))
}

/// Where the text begins behind a subject in capitals: `QUAYS 1. (U) The quay is closed until further notice.` A number
/// and a mark can end the subject, and a number begins a list behind a colon.
pub(super) fn behind_subject(row: &str) -> Option<usize> {
    let (_, len) = label(row)?;
    let begins = |front: &str, paragraph: &str| {
        let is_marked = || paragraph.get(LABEL.len()..).and_then(sentence_behind_mark).is_some();
        let is_subject = front.get(len..).is_some_and(|words| !has_small(words) && !words.ends_with(':'));
        is_subject && (is_marked() || goes_on(row, paragraph))
    };
    first_paragraph(row, begins)
}

/// Where a first paragraph begins. `begins` decides by the words in front of its label and by the rest of the row.
fn first_paragraph(row: &str, begins: impl Fn(&str, &str) -> bool) -> Option<usize> {
    let blanks = memmem::find_iter(row.as_bytes(), " 1. ").take(FEW);
    let mut starts = blanks.filter_map(|blank| row.split_at_checked(blank.saturating_add(1)));
    starts.find(|(front, paragraph)| begins(front.trim_end(), paragraph)).map(|(front, _)| front.len())
}

/// Whether a second paragraph stands behind the first one, in a row that lost its line ends.
fn goes_on(row: &str, first: &str) -> bool {
    let text = first.get(LABEL.len()..).unwrap_or_default();
    row.len() > LONGEST_FIELD
        && text.starts_with(|c: char| c.is_uppercase() || c == '"')
        && memmem::find(text.as_bytes(), b" 2. ").is_some_and(|next| next > wrap::LONGEST_WRAPPED)
}

/// Whether a reference ends with a telegram's number, and not with a day: `NOTE OF JUNE 11`.
fn ends_number(front: &str) -> bool {
    let post = front.rmatch_indices(' ').nth(1).map_or(0, |(blank, _)| blank.saturating_add(1));
    front.get(post..).is_some_and(|named| reference_number(named).is_some_and(|(_, at)| at.end == named.len()))
}

/// Whether a reference ends with its number, or with a remark in brackets.
pub(super) fn ends_reference(front: &str) -> bool {
    front.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')')
}

fn marked_behind(row: &str) -> Option<usize> {
    for at in memchr_iter(b'(', row.as_bytes()).take(FEW) {
        let (front, behind) = row.split_at_checked(at)?;
        let front = front.trim_end();
        if front.len() == at || mark_in_row(behind).is_none() {
            continue;
        }
        let label = front.rfind(' ').map_or(0, |blank| blank.saturating_add(1));
        let begins = match row.get(label..).is_some_and(body::begins_portion) {
            true => label,
            false if front.contains("(A)") || front.contains("(B)") || !is_marked_sentence(behind) => continue,
            false => at,
        };
        if ends_reference(row.get(..begins)?) {
            return Some(begins);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(find: fn(&str) -> Option<usize>, row: &str, expected: Option<&str>) {
        assert_eq!(find(row).map(|at| &row[at..]), expected, "{row:?}");
    }

    #[test]
    fn behind_reasons() {
        let check = |row: &str, expected| check(super::behind_reasons, row, expected);
        check("Classified By: DCM Doe for 1.4 b and d 1. (C) Rain.", Some("1. (C) Rain."));
        check("REASON: 1.4 (b), (d). \u{b6}1. (S/NF) Rain.", Some("\u{b6}1. (S/NF) Rain."));
        check("Classified By: DCM Doe, reasons 1.4 (b) and (d). Summary", Some("Summary"));
        check("Classified By: DCM Doe, reasons 1.4 (b) and (d). Summary of Roe", None);
        check("Classified By: DCM Doe, reasons 1.4 (b) and (d).", None);
        const TEXT: &str = "(C) The harbour of Tarsis is closed until the end of the month.";
        check(&format!("Classified By: DCM Doe, reasons 1.4 (b) and (d). {TEXT}"), Some(TEXT));
        check(&format!("Classified By: DCM Doe, reasons 1.4 (b) and {TEXT}"), None);
        check("Classified By: DCM Doe, reasons 1.4 (b). (C) The quay.", None);
        check("Classified By: DCM Doe, reasons 1.4 (b) and (d). 1. It is closed.", None);
    }

    #[test]
    fn behind_subjects() {
        let check = |row: &str, expected| check(super::behind_subject, row, expected);
        const TEXT: &str = "1. (LOU) The harbour of Tarsis is closed until the end of the month.";
        check(&format!("SUBJECT: QUAYS NO. 7 {TEXT}"), Some(TEXT));
        check(&format!("SUBJECT: QUAYS, PHASE 1. (U) {TEXT}"), Some(TEXT));
        check(&format!("QUAYS {TEXT}"), None);
        check(&format!("SUBJECT: QUAYS: {TEXT}"), None);
        let capitals = TEXT.to_uppercase();
        check(&format!("SUBJECT: QUAYS NO. 7 {capitals}"), Some(&capitals));
        check("SUBJECT: QUAYS, PHASE 1. (U)", None);
        check("SUBJECT: QUAYS, PHASE 1. (U) REF: TARSIS 138, LYDDA 2, ALDER LETTER OF MAY 4.", None);
        check("SUBJECT: QUAYS, ANNEX 1. (U) AND ANNEX 2. (U)", None);
        check("SUBJECT: QUAYS, ROUND 1. SUMMARY: NO PROGRESS", None);
        check("SUBJECT: QUAYS 1. It rains. 2. It pours.", None);
        let text = format!("1. {} 2. It pours.", "It rains on the quay. ".repeat(16));
        check(&format!("SUBJECT: QUAYS / BOATS {text}"), Some(&text));
        check(&format!("SUBJECT: Quays and boats {text}"), None);
        check(&format!("SUBJECT: 1. QUAYS 2. BOATS {text}"), Some(&text));
        check(&format!("SUBJECT: QUAYS AND BOATS: {text}"), None);
        check(&format!("QUAYS AND BOATS {text}"), None);
        check("SUBJECT: QUAY NO. 1. THE ROPES", None);
    }

    #[test]
    fn behind_references() {
        const TEXT: &str = "(U) The harbour of Tarsis is closed until the end of the month.";
        for row in ["REF: TARSIS 138", "B. LYDDA 2", "REF: A. TARSIS 138 (NOTAL)"] {
            check(super::behind_reference, &format!("{row} {TEXT}"), Some(TEXT));
            check(super::behind_reference, &format!("{row} 1. {TEXT}"), Some(&format!("1. {TEXT}")));
            check(super::behind_reference, &format!("{row} 1. Summary. Rain."), Some("1. Summary. Rain."));
            check(super::behind_reference, &format!("{row} 1. It rains."), None);
        }
        let text = format!("1. {} 2. It pours.", "It rains on the quay. ".repeat(16));
        check(super::behind_reference, &format!("REF: TARSIS 138 {text}"), Some(&text));
        check(super::behind_reference, &format!("REF: ROE E-MAIL {text}"), None);
        check(super::behind_reference, &format!("REF: TARSIS 138, NOTE OF JUNE 11 {text}"), None);
        for row in [
            "REF: A. TARSIS 138 (C) B. LYDDA 2",
            "REF: (A) TARSIS 138 (B) LYDDA 2 (C) The e-mail of May 4 from the desk to the post. It is long.",
            "REF: A. TARSIS 138 (U) Roe e-mail",
            "REF: A. TARSIS (C) 138",
            "REF: TARSIS 1. (C) LYDDA 2",
            "REF: TARSIS 138",
        ] {
            check(super::behind_reference, row, None);
        }
    }
}
