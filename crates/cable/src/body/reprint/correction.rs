//! The caption of a corrected copy, printed again in front of the text.

use crate::heading::{CORRECTION, correction_at};
use crate::misspelt::is_near;
use crate::words::head;

/// Length of the caption `corrected` of a corrected copy at the start of a row: the words that say so, and the remark
/// in brackets on what was corrected, which can also stand alone on the next row. A sentence can hold the words, too:
/// `as a` / `corrected copy of it`.
pub(super) fn correction_again(line: &str, corrected: Option<&str>) -> usize {
    let Some(corrected) = corrected else { return 0 };
    let words = correction_at(line, 0).unwrap_or(0);
    let remark = line.get(words..).unwrap_or_default();
    let known = corrected.get(CORRECTION.len()..).unwrap_or_default().trim_start();
    let bracket = remark.trim_start();
    match remark_again(bracket, known) {
        Some(len) => line.len().saturating_sub(bracket.len()).saturating_add(len),
        None if bracket.starts_with(char::is_lowercase) => 0,
        None => words,
    }
}

/// Length of the remark in brackets that `line` begins with, if it is the `known` one: one letter of several may
/// differ, and no digit.
fn remark_again(line: &str, known: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    const LETTERS_FOR_ONE_WRONG: usize = 8;
    if !known.starts_with('(') || known.len() > LONGEST {
        return None;
    }
    let wrong = known.len() / LETTERS_FOR_ONE_WRONG;
    let close = head(line, known.len().saturating_add(wrong)).find(')')?;
    let again = line.get(..=close)?;
    let digits = |remark| str::bytes(remark).filter(u8::is_ascii_digit);
    let is_again = digits(again).eq(digits(known)) && is_near(again, known, wrong);
    is_again.then_some(again.len())
}

#[cfg(test)]
mod tests {
    use super::correction_again;

    #[test]
    fn corrections() {
        for (line, len) in [
            ("C O R R E C T E D C O P Y", 25),
            ("CORRECTED COPY (TEXT PARA 1) the quay", 28),
            ("CORRECTED COPY (the quay) is", 14),
            ("(TEXT OF PARA 1)", 0),
            ("(TEXTS PARA 1) the quay", 14),
            ("(the quay) is", 0),
            ("CORRECTED COPY of the quay", 0),
            ("CORRECTED COPY (TEXT PARA 2) the quay", 14),
            ("(TEXT PARA 2) the quay", 0),
            ("(TAXI PARA 1) the quay", 0),
            ("The quay", 0),
        ] {
            assert_eq!(correction_again(line, Some("CORRECTED COPY (TEXT PARA 1)")), len, "{line}");
        }
        assert_eq!(correction_again("CORRECTED COPY", None), 0);
        assert_eq!(correction_again("(TAXI) ranks", Some("CORRECTED COPY (TAGS)")), 0);
        assert_eq!(correction_again("(TAGS) ranks", Some("CORRECTED COPY (TAGS)")), 6);
        let long = format!("({})", "A".repeat(100));
        assert_eq!(correction_again(&long, Some(&format!("CORRECTED COPY {long}"))), 0);
    }
}
