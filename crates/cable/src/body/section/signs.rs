//! What some posts set on both sides of a section's name: `*** SUMMARY ***`, `//COMMENT//`.

use crate::words::{slice, start_of};
use std::ops::Range;

const SIGNS: [char; 4] = ['*', '=', '/', '_'];

/// More of them are a rule above the text.
const MOST_SIGNS: usize = 12;

/// The signs that a text consists of.
pub(super) fn signs_alone(before: &str) -> Option<&str> {
    let signs = before.trim_end_matches(' ');
    ((2..=MOST_SIGNS).contains(&signs.len()) && signs.trim_matches(SIGNS).is_empty()).then_some(signs)
}

/// Length of `signs` at the start of `behind`, perhaps with blanks in front.
fn len_with(signs: &str, behind: &str) -> Option<usize> {
    let rest = behind.trim_start_matches(' ').strip_prefix(signs)?;
    (!rest.starts_with(SIGNS)).then_some(start_of(rest, behind))
}

/// Length of `signs` behind a name: `**Note** that` is emphasis.
pub(super) fn len_of_name(signs: &str, behind: &str) -> Option<usize> {
    let len = len_with(signs, behind)?;
    (!slice(behind, len..).trim_start().starts_with(char::is_lowercase)).then_some(len)
}

/// A range with the signs on either side of it, which are as many: `*** END SUMMARY ***`.
pub(super) fn with_signs(text: &str, at: Range<usize>) -> Range<usize> {
    let (before, behind) = (slice(text, ..at.start).trim_end_matches(' '), slice(text, at.end..));
    let words = before.trim_end_matches(SIGNS);
    let signs = slice(before, words.len()..);
    match len_with(signs, behind) {
        Some(len) if signs.len() > 1 => words.len()..at.end.saturating_add(len),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::tests::check;
    use crate::Role;

    #[test]
    fn names_between_signs() {
        check(
            "*** SUMMARY *** One. *** END SUMMARY ***",
            &[("*** SUMMARY ***", Role::Summary), ("*** END SUMMARY ***", Role::Summary)],
        );
        check(
            "**Summary:** One. **End summary.**",
            &[("**Summary:**", Role::Summary), ("**End summary.**", Role::Summary)],
        );
        check("//COMMENT// One.", &[("//COMMENT//", Role::Comment)]);
        check(
            "//COMMENT// One. //END COMMENT// Two.",
            &[("//COMMENT//", Role::Comment), ("//END COMMENT//", Role::Comment)],
        );
        for emphasis in ["**Note** that one is old.", "__Comment__ made by one.", "***Summary*** fines."] {
            check(emphasis, &[]);
        }
    }
}
