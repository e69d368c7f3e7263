//! Navy and joint messages: JANAP 128 and ACP 128 headers, and texts made of sets (`SUBJ/NAME OF IT//`).
//!
//! `set` takes rows apart at the sets, `zones` says what each row belongs to, `reference` reads the sets of references
//! and what explains them, `release` who released the message.

pub(crate) mod reference;
pub(crate) mod release;
pub(crate) mod set;
mod zones;

pub(crate) use zones::zones;

use crate::envelope::janap;
use crate::words::{is_number, words};

/// Whether the first rows of a text are those of a message: a JANAP header line, a set that only messages have, or
/// the code that they are filed by.
pub(super) fn shows(rows: &[&str]) -> bool {
    rows.iter().any(|row| janap::header(row).is_some() || set::is_telling(row) || filing(row).is_some())
}

/// `NAVADMIN 347/07`: a series of general messages, and a number of its year.
fn is_series(line: &str) -> bool {
    let mut parts = words(line).filter_map(|word| line.get(word));
    let series = parts.next().unwrap_or_default();
    let number = parts.next().unwrap_or_default().trim_end_matches('/');
    let is_year = |year: &str| is_number(year) && matches!(year.len(), 2 | 4);
    series.len() >= 4
        && series.bytes().all(|byte| byte.is_ascii_uppercase())
        && number.split_once('/').is_some_and(|(number, year)| number.split('-').all(is_number) && is_year(year))
}

/// Where the standard subject identification code begins that Navy messages are filed by: `UNCLAS //N05000//`.
fn filing(line: &str) -> Option<usize> {
    let (front, behind) = line.split_once("//N")?;
    let (code, _) = behind.split_once("//")?;
    (code.len() == 5 && is_number(code)).then_some(front.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_rows() {
        for row in [
            "RTTUZYUW RUEWXXX0000 1611242-UUUU--RUCRXXX",
            "MSGID/GENADMIN/COMTARSIS/N1/JUN//",
            "RMKS/1.  THE HARBOUR IS CLOSED.",
            "UNCLAS //N05000//",
        ] {
            assert!(shows(&[row]), "{row}");
        }
        for row in ["FM COMTARSIS//N1//", "SUBJECT: TALKS", "NAVADMIN 347/07", "Remarks/1. are", "//N1//", ""] {
            assert!(!shows(&[row]), "{row}");
        }
    }
}
