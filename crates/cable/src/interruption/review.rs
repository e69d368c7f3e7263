//! The stamp of a telegram's reviewer for its release, at the foot of its first page: Department, reviewer and case, or
//! only the reviewer. Below it stand the banners of the release, which are today's and not the telegram's.

use crate::Span;
use crate::words::{is_number, up_to};
use memchr::memmem;

const DEPARTMENT: &str = "UNITED STATES DEPARTMENT OF STATE";
const REVIEWER: &str = "REVIEW AUTHORITY:";
const CASE: &str = "DATE/CASE ID:";

/// A reviewer without the other rows has this title.
const TITLE: &str = ", Senior Review";

/// The banner of a release at the head and foot of each page.
const BANNER: &str = "UNCLASSIFIED";

/// Between the banners stand at most this many rows that a scan has from elsewhere on the page.
const MOST_BETWEEN: usize = 8;

/// Label, name and title have at most this many words; a longer row has text that a scan joined to it.
const REVIEWER_WORDS: usize = 7;

/// Whether a text begins with pages that have such a stamp.
pub(super) fn is_stamped(text: &str) -> bool {
    let is_below_reviewer = |at: usize| {
        let above = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t']);
        let row = above.trim_end().rsplit(['\n', '\r']).next().unwrap_or_default();
        above.ends_with(['\n', '\r']) && names_reviewer(row.trim_start())
    };
    let names_case = |at: usize| text.get(at..).is_some_and(|row| names_case(up_to(row, b"\n\r")));
    memmem::find_iter(text.as_bytes(), CASE).any(|at| names_case(at) && is_below_reviewer(at))
}

/// How many more rows a stamp has that begins with the first of `rows`.
pub(super) fn rows_below(text: &str, rows: &[Span]) -> Option<usize> {
    let row = |at: usize| rows.get(at).map_or("", |row| row.of(text));
    let reviewer = usize::from(row(0) == DEPARTMENT);
    if !names_reviewer(row(reviewer)) {
        return None;
    }
    let case = reviewer.saturating_add(1);
    if !names_case(row(case)) {
        return (reviewer == 0 && row(0).contains(TITLE)).then_some(0);
    }
    // The foot of the stamp's page and the head of the next, perhaps below one word that the scan has from elsewhere.
    let below = case.saturating_add(1);
    let foot = below.saturating_add(usize::from(is_scrap(row(below))));
    if !is_banner(row(foot)) {
        return Some(case);
    }
    let between = rows.iter().skip(foot.saturating_add(1)).take(MOST_BETWEEN);
    let between = between.take_while(|row| is_count(row.of(text))).count();
    let head = foot.saturating_add(between).saturating_add(1);
    Some(if is_banner(row(head)) { head } else { foot })
}

/// Whether a row is the banner of a release.
pub(super) fn is_banner(row: &str) -> bool {
    row == BANNER
}

fn names_reviewer(row: &str) -> bool {
    row.starts_with(REVIEWER) && row.split_whitespace().count() <= REVIEWER_WORDS
}

/// `DATE/CASE ID: 12 MAR 2030 203000417`
fn names_case(row: &str) -> bool {
    const SHORTEST: usize = 6;
    let mut words = row.strip_prefix(CASE).unwrap_or_default().split_whitespace().skip(3);
    words.next().is_some_and(|number| number.len() >= SHORTEST && is_number(number)) && words.next().is_none()
}

/// One short word of letters and figures: `Q17`.
fn is_scrap(row: &str) -> bool {
    const LONGEST: usize = 4;
    row.len() <= LONGEST
        && row.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && row.bytes().any(|byte| byte.is_ascii_uppercase())
        && row.bytes().any(|byte| byte.is_ascii_digit())
}

/// An office and its copies, from the columns of the distribution list: `QRS-00`, misread `17-12`. One letter is an
/// office only with few copies: `B-52` is no count.
fn is_count(row: &str) -> bool {
    const LONGEST: usize = 4;
    let Some((office, count)) = row.split_once('-') else { return false };
    let is_office = match office.len() {
        1 => count.starts_with('0'),
        len => len <= LONGEST && (len == 2 || !is_number(office)),
    };
    is_office
        && office.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && count.len() == 2
        && is_number(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line;

    const STAMP: &str =
        "UNITED STATES DEPARTMENT OF STATE\nREVIEW AUTHORITY: JANE P ROE\nDATE/CASE ID: 12 MAR 2030 203000417";

    /// How many rows are a stamp's.
    #[track_caller]
    fn check(text: &str, expected: usize) {
        let rows: Vec<Span> = line::rows(text, Span::new(0, text.len() as u32)).collect();
        assert_eq!(rows_below(text, &rows).map_or(0, |more| more + 1), expected, "{text}");
    }

    #[test]
    fn stamps() {
        check(STAMP, 3);
        check(&format!("{STAMP}\n\nUNCLASSIFIED\n\nUNCLASSIFIED\nUNCLASSIFIED"), 5);
        check(&format!("{STAMP}\nQ17\nUNCLASSIFIED\nQRS-00\n17-12\nUNCLASSIFIED\nOF IT"), 8);
        check(&format!("{STAMP}\n1977\nUNCLASSIFIED"), 3);
        check(&format!("{STAMP}\nUNCLASSIFIED\n1975-76\nUNCLASSIFIED"), 4);
        check(&format!("{STAMP}\nUNCLASSIFIED\nB-52\nUNCLASSIFIED"), 4);
        check(&format!("{STAMP}\nUNCLASSIFIED\nB1\nB2\nUNCLASSIFIED"), 4);
        check(&format!("{STAMP}\n12 SHIPS\nUNCLASSIFIED"), 3);
        check(&format!("{STAMP}\nUNCLASSIFIED\nROE\nUNCLASSIFIED"), 4);
        check("REVIEW AUTHORITY: Jane Roe, Senior Reviewerl\nIT", 1);
        assert!(is_stamped(STAMP));
    }

    #[test]
    fn words_of_a_telegram() {
        for text in [
            "UNITED STATES DEPARTMENT OF STATE",
            "UNITED STATES DEPARTMENT OF STATE\nTARSIS HARBOR BOARD",
            "REVIEW AUTHORITY: THE PORT OF TARSIS\nIT SITS IN MAY",
            "REVIEW AUTHORITY:\nDATE/CASE ID: MAY 1994",
            "REVIEW AUTHORITY: THE PORT\nDATE/CASE ID: 12 MAR 1994 417",
            "DATE/CASE ID: 12 MAR 2030 203000417",
            "REVIEW AUTHORITY: JANE P ROE IN THE PORT OF TARSIS IT IS\nDATE/CASE ID: 12 MAR 2030 203000417",
            "REVIEW AUTHORITY: JANE P ROE\nDATE/CASE ID: 12 MAR 2030 203000417 THE HARBOR",
            "UNCLASSIFIED\nUNCLASSIFIED",
        ] {
            check(text, 0);
        }
        assert!(!is_stamped("GIVE THE DATE/CASE ID: 417"));
        assert!(!is_stamped("REVIEW AUTHORITY: ROE\nSEE DATE/CASE ID: 12 MAR 2030 203000417"));
        assert!(!is_stamped("ROE\nDATE/CASE ID: 12 MAR 2030 203000417"));
    }
}
