//! Labels of answers to a questionnaire: `18A.  (SBU)`, `20A-B. (U)`. They name a question of the reference and do not
//! belong to the telegram's own count.

use crate::mark::is_marked;
use crate::words::start_of;

/// Length of `18A.`, `20A-B.` in front of a mark.
pub(in crate::body) fn answer_label(line: &str) -> Option<usize> {
    line.as_bytes().first().filter(|byte| byte.is_ascii_digit())?;
    let letters = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut behind = letters.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    if let Some(range) = behind.strip_prefix('-') {
        behind = range.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    }
    let behind = behind.strip_prefix('.')?;
    let len = start_of(behind, line);
    (start_of(letters, line) <= 2 && is_marked(behind.trim_start())).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::answer_label;

    #[test]
    fn labels() {
        for (line, expected) in [
            ("18A.  (SBU)  The quay", Some("18A.")),
            ("20A-B. (U) The quay", Some("20A-B.")),
            ("18A. The quay", None),
            ("18. (U) The quay", None),
            ("A. (U) The quay", None),
            ("1998A. (U) The quay", None),
        ] {
            assert_eq!(answer_label(line).map(|len| &line[..len]), expected, "{line}");
        }
    }
}
