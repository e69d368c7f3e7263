//! Labelled copies: telegrams of the SMART era (2009 and after), whose header is a list of `Label: value`, and prints
//! from a post's message database, which put such a list above a whole telegram.
//!
//! - `label`: the labels
//! - `zones`: what each row belongs to

mod label;
mod zones;

pub(crate) use label::Label;
pub(crate) use zones::zones;

use crate::body;
use crate::envelope::{FormatLine, format_line};

/// The labels in front of the text must have at least this weight together.
const TELLING: u8 = 3;

/// Whether the rows in front of a text, or of the telegram that a print holds, are those of a labelled copy.
pub(super) fn shows(rows: &[&str]) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut weight: u8 = 0;
    let below = rows.iter().skip(1).chain([&""]);
    for (row, below) in rows.iter().zip(below) {
        if begins_telegram(row, below) || body::is_paragraph(row) {
            break;
        }
        if let Some((name, of_label)) = label::weight(row)
            && !seen.contains(&name)
        {
            seen.push(name);
            weight = weight.saturating_add(of_label);
        }
    }
    weight >= TELLING
}

/// Whether a transmission begins with `row`. A date-time group by itself can be the value of a label.
fn begins_telegram(row: &str, below: &str) -> bool {
    use FormatLine::*;
    match format_line(row) {
        Some((Start | Routing | Originator | Security, _)) => true,
        Some((DateTimeGroup, _)) => matches!(format_line(below), Some((From, _))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let rows: Vec<&str> = text.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
        assert_eq!(shows(&rows), expected, "{text}");
    }

    #[test]
    fn labelled() {
        check("UNCLASSIFIED\nMRN: 09 TARSIS 417\nSubject: Talks", true);
        check("Date/DTG:\nSep 16, 2023 / 160150Z SEP 23", true);
        check("From: AMEMBASSY TARSIS\nAction: SECSTATE WASHDC\nCaptions: None\n1. Text.", true);
        check("CXTARSIS:\nACTION: AMB\nINFO: RSO\nDISSEMINATION: AMB\nCHARGE: PROG\nVZCZCDOI001", true);
        check("null\nJane Roe  03/21/2007  From  DB/Inbox:  Search Results\nCable\nText:\nVZCZCADI319", true);
    }

    #[test]
    fn not_labelled() {
        check("VZCZCXRO0001\nRR RUEHXX\nMRN: 09 TARSIS 417", false);
        check("From: Jane Roe\nTo: John Doe\nDate: June 3\nSubject: Talks\nMRN and DTG", false);
        check("E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: TALKS\nREF: TARSIS 1\nClassified By: DCM Jane Roe", false);
        check("1. (C) He wrote:\nMRN: 09 TARSIS 417\nFrom: AMEMBASSY TARSIS", false);
        check("SUBJECT: TALKS\nDRAFTED BY: JROE\nAPPROVED BY: JDOE", false);
        check("ACTION EUR-12\nINFO OCT-01 ISO-00 /026 W", false);
        check("", false);
    }
}
