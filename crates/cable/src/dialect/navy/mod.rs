//! Navy and joint messages: JANAP 128 and ACP 128 headers, and texts made of sets (`SUBJ/NAME OF IT//`).
//!
//! `line` says what a row is by its own words, `set` splits rows at the sets, `outline` looks ahead, `zones` says what
//! each row belongs to, `reference` reads the sets of references and their explanations, `release` says who released
//! the message.

mod line;
mod outline;
pub(crate) mod reference;
pub(crate) mod release;
pub(crate) mod set;
mod zones;

use crate::envelope::janap;
use line::{filing, series};

pub(crate) use line::series_number;
pub(crate) use zones::zones;

/// Whether the first rows of a text are those of a message. They show it by a JANAP header line, a set that only
/// messages have, perhaps on one row with those above it, the code that messages are filed by, or the number in a
/// series of general messages addressed by the series' name.
pub(super) fn shows(rows: &[&str]) -> bool {
    let shows = |row: &&str| {
        janap::header(row).is_some() || set::is_telling(row) || filing(row).is_some() || set::is_joined(row)
    };
    let is_addressed = |name: &str| rows.iter().any(|row| row.strip_prefix("TO ") == Some(name));
    let is_of_two = |row: &str| row.split_once(' ').is_some_and(|(_, number)| !number.contains(' '));
    let is_numbered = |row: &&str| is_of_two(row) && series(row).is_some_and(is_addressed);
    rows.iter().any(shows) || rows.iter().any(is_numbered) && !rows.iter().any(|row| row.starts_with("TAGS"))
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
            "FM COMTARSIS//N1// TO QUAYGEN//N1// BT UNCLAS QUAYGEN 126/22 MSGID/GENADMIN/COMTARSIS// SUBJ/ROPES//",
        ] {
            assert!(shows(&[row]), "{row}");
        }
        for row in ["FM COMTARSIS//N1//", "SUBJECT: TALKS", "NAVADMIN 347/07", "Remarks/1. are", "//N1//", ""] {
            assert!(!shows(&[row]), "{row}");
        }
        assert!(shows(&["TO TARSISGEN", "UNCLAS", "TARSISGEN 119/21"]));
        assert!(!shows(&["TO TARSISGEN", "UNCLAS", "TAGS: EWWT", "TARSISGEN 119/21"]));
        for number in ["TARSISGEN 11921", "TARSISGEN 10/11 LANDS", "PAGE 1/10", "QUAYGEN 119/21", "TARSISGEN"] {
            assert!(!shows(&["TO TARSISGEN", "UNCLAS", number]), "{number}");
        }
    }
}
