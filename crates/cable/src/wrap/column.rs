//! The column at which the archive's export cut the rows of "Classified By", through words.

use super::first_word;
use crate::known::{is_among, last_word};
use crate::words::{has_small, slice};

/// So many characters has a row that was cut. What it was cut behind can be a blank, which then begins the next row.
const COLUMN: usize = 71;

/// Whether the end of the row `above` cuts a word, or parts it from its mark: `Political Coun` / `selor Jane Roe`.
pub(crate) fn cuts_word(above: &str, below: &str, gap: &str) -> bool {
    above.len() >= COLUMN
        && above.chars().count() == COLUMN
        && !gap.ends_with([' ', '\t'])
        && match (above.chars().next_back(), below.chars().next()) {
            (Some('(' | '/' | '\''), _) | (_, Some('.' | ',' | ';' | ':' | ')' | '\'')) => true,
            (Some('.'), Some(digit)) => {
                digit.is_ascii_digit() && last_word(above).starts_with(|c: char| c.is_ascii_digit())
            }
            (Some(last), Some(first)) if last.is_alphabetic() => first.is_alphabetic() && !are_words(above, below),
            (Some(last), Some(first)) => last.is_ascii_digit() && first.is_ascii_digit(),
            _ => false,
        }
}

/// Whether two words meet at the column, whose blank was lost.
fn are_words(above: &str, below: &str) -> bool {
    const BEFORE: &str = "and at for of the to under";
    const BEHIND: &str = "for of reason reasons FOR OF REASON REASONS";
    let (last, first) = (last_word(above), slice(below, ..first_word(below)));
    // `Mc` begins a name that goes on with a capital.
    let begins_name = || has_small(last) && first.starts_with(char::is_uppercase) && !matches!(last, "Mc" | "Mac");
    let first = first.trim_end_matches([':', ',', '.']);
    is_among(last, BEFORE) || is_among(first, BEHIND) || begins_name()
}

#[cfg(test)]
mod tests {
    use super::{COLUMN, cuts_word};

    #[test]
    fn rows_that_were_cut() {
        for (above, below, expected) in [
            ("Political Coun", "selor Jane Roe", true),
            ("TRADE AFFAIR", "S JANE ROE", true),
            ("JA", "NE ROE FOR REASONS 1.4 (B)", true),
            ("Andrew D", "oe, 1.4 (b)", true),
            ("Consul Mc", "Roe for reasons 1.4 (b)", true),
            ("Consul Jane", "Roe for reasons 1.4 (b)", false),
            ("Consul Jane Alders", "on, for reasons 1.4 (b)", true),
            ("Consul Jane A", ". Roe", true),
            ("JANE ROE", "FOR REASONS 1.4 (B)", false),
            ("Jane Roe for", "reasons 1.4 (b)", false),
            ("Jane Roe for reasons", "1.4 (b)", false),
            ("Jane Roe for reasons 1", ".4 (b)", true),
            ("Jane Roe for reasons 1.", "4 (b)", true),
            ("Jane Roe for reasons 1.4 (b)", "and (d).", false),
            ("Jane Roe for reasons 1.4 (", "b) and (d).", true),
        ] {
            let row = format!("{}{above}", "x".repeat(COLUMN - above.len() - 1) + " ");
            assert_eq!(cuts_word(&row, below, " \n"), expected, "{above} / {below}");
            assert!(!cuts_word(&row, below, " \n "), "{above} / {below}");
            assert!(!cuts_word(&row[1..], below, " \n"), "{above} / {below}");
        }
    }
}
