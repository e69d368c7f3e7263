//! The column at which the archive's export cut the row of who classified, even within words.

use crate::heading::person::is_title;
use crate::known::{is_among, is_word_of, last_word};
use crate::words::{has_small, slice, starts_with_any_case};
use crate::wrap::first_word;

/// The number of characters of a row that was cut. If it was cut in front of a blank, the next row begins with that.
const COLUMN: usize = 71;

/// Whether the end of the label's row cuts a word, or separates it from its mark: `Political Coun` / `selor Jane Roe`.
pub(crate) fn cuts_word(above: &str, below: &str, gap: &str) -> bool {
    above.len() >= COLUMN
        && starts_with_any_case(above, "CLASS")
        && above.chars().count() == COLUMN
        && below.len() <= COLUMN
        && !begins_with_blank(gap)
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

/// Whether the row below begins with the blank that was cut off. Copies that indent all rows have more.
fn begins_with_blank(gap: &str) -> bool {
    gap.ends_with(' ') && !gap.ends_with("  ")
}

/// Whether two words meet at the column, with the blank between them lost.
fn are_words(above: &str, below: &str) -> bool {
    const BEFORE: &str = "acting and at by for in is of or per the to under upon who with";
    const BEHIND: &str = "acting based by for of per reason reasons section under upon who with";
    /// Shorter titles are abbreviations that can be half a word: `Coun`, `ca`.
    const SHORTEST_TITLE: usize = 5;
    let (last, first) = (last_word(above), slice(below, ..first_word(below)).trim_end_matches([':', ',', '.', ';']));
    if is_title(&[last, first].concat()) {
        return false;
    }
    // `Mc` and `Mac` go on with a capital in the same name.
    let begins_name = || has_small(last) && first.starts_with(char::is_uppercase) && !is_among(last, "Mc Mac");
    let is_letter = || last.len() == 1 && is_word_of(first, "and or");
    let are_titles = || [first, last].iter().any(|word| word.len() >= SHORTEST_TITLE && is_title(word));
    is_word_of(last, BEFORE) || is_word_of(first, BEHIND) || is_letter() || are_titles() || begins_name()
}

#[cfg(test)]
mod tests {
    use super::{COLUMN, cuts_word};

    #[test]
    fn rows_that_were_cut() {
        for (above, below, expected) in [
            ("Political Coun", "selor Jane Roe", true),
            ("TRADE AFFAIR", "S JANE ROE", true),
            ("CONSUL", "AR OFFICER JANE ROE", true),
            ("JA", "NE ROE FOR REASONS 1.4 (B)", true),
            ("Andrew D", "oe, 1.4 (b)", true),
            ("Jane Al", "da Roe, 1.4 (b)", true),
            ("Consul Mc", "Roe for reasons 1.4 (b)", true),
            ("Consul Jane Alders", "on, for reasons 1.4 (b)", true),
            ("Consul Jane A", ". Roe", true),
            ("Jane Roe for reasons 1", ".4 (b)", true),
            ("Jane Roe for reasons 1.", "4 (b)", true),
            ("Jane Roe for reasons 1.4 (", "b) and (d).", true),
            ("Jane Roe for reasons 1.4 (b) a", "nd (d).", true),
            ("Consul Jane", "Roe for reasons 1.4 (b)", false),
            ("JANE ROE", "FOR REASONS 1.4 (B)", false),
            ("Jane Roe for", "reasons 1.4 (b)", false),
            ("JANE ROE UNDER", "SECTION 1.4 (B)", false),
            ("MINISTER OF", "HARBOURS JANE ROE", false),
            ("COUNSELOR", "JANE ROE FOR REASONS 1.4 (B)", false),
            ("ECON", "OFFICER JANE ROE", false),
            ("Political and Labor affairs", "adviser Jane Roe", false),
            ("Jane Roe for reasons", "1.4 (b)", false),
            ("Jane Roe for reasons 1.4 b", "and d", false),
            ("Jane Roe for reasons 1.4 (b)", "and (d).", false),
            ("Jane Roe, 1.4 (b). Based upon", "what was said", false),
        ] {
            let row = format!("Classified By: {} {above}", "x".repeat(COLUMN - above.len() - 16));
            assert_eq!(cuts_word(&row, below, " \n"), expected, "{above} / {below}");
            assert!(!cuts_word(&row, below, " \n "), "{above} / {below}");
            assert!(!cuts_word(&row.replace("xx", "x"), below, " \n"), "{above} / {below}");
            assert!(!cuts_word(&row, &format!("{below} {}", "x".repeat(COLUMN)), " \n"), "{above} / {below}");
        }
    }
}
