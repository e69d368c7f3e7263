//! Who released a message: `RELEASED BY VADM J. M. TARSIS, N1.`, or `RADM J. M. TARSIS, COMMANDER, SENDS.`

use crate::known::is_word_of;
use crate::words::{behind_last, starts_with_any_case, up_to, words};
use std::ops::Range;

/// Words in front of the name: how the message was released, ranks, forms of address; without points.
const BEFORE: &str = "\
    ADM ADMIRAL BEHALF BGEN BRIGADIER BY CAPT CAPTAIN CDR COL COLONEL DIRECTION DR GEN GENERAL HON LIEUTENANT LTGEN \
    MAJGEN MAJOR MR MRS MS OF ON RADM RDML REAR VADM VICE";

/// Words that belong to the surname behind them.
const PARTICLES: &str = "DE DEL DER DI DU LA ST VAN VON";

/// Words that can follow a surname without a comma.
const SUFFIXES: &str = "II III IV JR SR";

/// A name has at most this many words.
const MOST_WORDS: usize = 6;

/// The place of the surname in a paragraph that says who released the message.
pub(crate) fn surname(text: &str) -> Option<Range<usize>> {
    let released = starts_with_any_case(text, "RELEASED ");
    if !released && !is_sent(text) {
        return None;
    }
    let mut name: Vec<Range<usize>> = Vec::new();
    let mut named = false;
    for word in words(text).skip(usize::from(released)) {
        let written = text.get(word.clone())?;
        let bare = written.trim_end_matches([',', '.']);
        let word = word.start..word.start.saturating_add(bare.len());
        // What stands in brackets belongs to the rank, `(SEL)`, or says the office, `(OPNAV N4)`.
        if written.starts_with('(') {
            match name.is_empty() {
                true => continue,
                false => break,
            }
        }
        if name.is_empty() && is_word_of(up_to(bare, b"("), BEFORE) {
            continue;
        }
        if is_word_of(bare, SUFFIXES) {
            break;
        }
        let is_name = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'));
        if !is_name || name.len() == MOST_WORDS || bare.eq_ignore_ascii_case("THE") {
            return None;
        }
        let is_initial = bare.chars().count() == 1 || bare.contains('.');
        name.push(word);
        named = !is_initial;
        if written.ends_with(',') || written.ends_with('.') && !is_initial {
            break;
        }
    }
    let last = name.last().filter(|_| name.len() > 1 && named)?;
    let is_particle = |word: &&Range<usize>| text.get((*word).clone()).is_some_and(|word| is_word_of(word, PARTICLES));
    let first = name.iter().rev().skip(1).take_while(is_particle).last().unwrap_or(last);
    Some(first.start..last.end)
}

/// Whether a text begins with a rank and ends in `SENDS`, as the messages of the Coast Guard do.
fn is_sent(text: &str) -> bool {
    let last = behind_last(text.trim_end_matches('.'), b" ,");
    let rank = up_to(text, b" ");
    last.eq_ignore_ascii_case("SENDS") && is_word_of(rank.trim_end_matches('.'), BEFORE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(surname(text).map(|at| &text[at]), expected, "{text}");
    }

    #[test]
    fn names() {
        check("RELEASED BY VADM J. M. TARSIS, N1.", Some("TARSIS"));
        check("Released by Vice Admiral R. J. Van Lydda, Jr., N1", Some("Van Lydda"));
        check("RELEASED BY MS. JANE B. ROE-DOE, N1 (ACTING).", Some("ROE-DOE"));
        check("RELEASED BY REAR ADMIRAL (SEL) JOHN VAN LYDDA III, DIRECTOR.", Some("VAN LYDDA"));
        check("RELEASED BY J. MARIA ROE, N1.", Some("ROE"));
        check("RELEASED BY VADM J. M. ROE (OPNAV N4).", Some("ROE"));
        check("RELEASED BY RDML(SEL) JOHN VAN LYDDA III, DIRECTOR.", Some("VAN LYDDA"));
        check("ADMIRAL JOHN ROE, COMMANDANT, SENDS.", Some("ROE"));
        check("RADM J.M. Roe, Assistant Commandant, sends.", Some("Roe"));
        check("Released on behalf of Mr. John Roe.", Some("Roe"));
        check("RELEASED BY DIRECTION, MR. J. ROE JR., SES.", Some("ROE"));
    }

    #[test]
    fn nobody() {
        for text in [
            "RELEASED BY COMTARSIS.",
            "RELEASED ON 5 MAY.",
            "RELEASED BY THE COMMANDER.",
            "Released by the Chief of Staff",
            "THE SHIP",
            "COMTARSIS SENDS.",
            "ADMIRAL JOHN ROE, COMMANDANT, SENDS HIS REGARDS.",
            "",
        ] {
            check(text, None);
        }
    }
}
