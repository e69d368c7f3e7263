//! The stamp of who reviewed a telegram for its release, at the foot of its first page: three rows, and below them the
//! banners of the release, which are today's and not the telegram's.

use crate::Span;
use crate::words::is_number;
use memchr::memmem;

const DEPARTMENT: &str = "UNITED STATES DEPARTMENT OF STATE";
const REVIEWER: &str = "REVIEW AUTHORITY:";
const CASE: &str = "DATE/CASE ID:";

/// A reviewer can stand without the other rows, and has this title then.
const TITLE: &str = ", Senior Review";

/// What a release has at head and foot of each page.
const BANNER: &str = "UNCLASSIFIED";

/// Between the banners stand at most so many rows that a scan has from elsewhere on the page.
const MOST_BETWEEN: usize = 12;

/// Whether a text begins with pages that have such a stamp.
pub(super) fn is_stamped(text: &str) -> bool {
    memmem::find_iter(text.as_bytes(), CASE).any(|at| text.get(at..).is_some_and(names_case))
}

/// How many `rows` the stamp has that begins with the first of them.
pub(super) fn rows_of_stamp(text: &str, rows: &[Span]) -> usize {
    let row = |at: usize| rows.get(at).map_or("", |row| row.of(text));
    let reviewer = usize::from(row(0) == DEPARTMENT);
    let case = reviewer.saturating_add(1);
    if !row(reviewer).starts_with(REVIEWER) {
        return 0;
    }
    if !names_case(row(case)) {
        return usize::from(reviewer == 0 && row(0).contains(TITLE));
    }
    // The foot of its page and the head of the next.
    let stamp = case.saturating_add(1);
    let below = rows.iter().map(|row| row.of(text)).enumerate().skip(stamp).take(MOST_BETWEEN);
    let below = below.take_while(|(_, row)| is_banner(row) || is_scrap(row));
    let last = below.filter(|(_, row)| is_banner(row)).take(2).last();
    last.map_or(stamp, |(at, _)| at.saturating_add(1))
}

/// Whether a row is the banner of a release.
pub(super) fn is_banner(row: &str) -> bool {
    row == BANNER
}

/// `DATE/CASE ID: 12 MAR 2030 203000417`
fn names_case(row: &str) -> bool {
    const SHORTEST: usize = 6;
    let number = row.strip_prefix(CASE).and_then(|day| day.split_whitespace().nth(3));
    number.is_some_and(|number| number.len() >= SHORTEST && is_number(number))
}

/// Offices with their copies, from the columns of the distribution list, and the like: `QRS-00`, `17-12`, `Q17`.
fn is_scrap(row: &str) -> bool {
    const LONGEST: usize = 7;
    row.split_whitespace().all(|word| {
        let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        word.len() <= LONGEST && word.bytes().all(is_letter) && word.bytes().any(|byte| byte.is_ascii_digit())
    })
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
        assert_eq!(rows_of_stamp(text, &rows), expected, "{text}");
    }

    #[test]
    fn stamps() {
        check(STAMP, 3);
        check(&format!("{STAMP}\n\nUNCLASSIFIED\n\nUNCLASSIFIED\nUNCLASSIFIED"), 5);
        check(&format!("{STAMP}\nQ17\nUNCLASSIFIED\nQRS-00\n17-12\nUNCLASSIFIED\nOF IT"), 8);
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
            "UNCLASSIFIED\nUNCLASSIFIED",
        ] {
            check(text, 0);
        }
        assert!(!is_stamped("GIVE THE DATE/CASE ID: 417"));
    }
}
