//! The header line of JANAP 128 and ACP 128: format lines 2 and 3 in one, for machines to route by.

use super::line::is_routing_indicator;
use super::transmission::{self, Filed, filed, level};
use crate::words::{is_number, words};
use crate::{Level, Precedence, envelope::date_time_group};
use std::ops::Range;

/// The longest that a message's lines can be.
pub(crate) const LONGEST_LINE: usize = 69;

/// What a header line says: `RTTUZYUW RUEWXXX0417 1611242-UUUU--RUCRXXX`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// The first letter.
    pub precedence: Option<(Precedence, Range<usize>)>,
    /// The classification, repeated four times in front of the destinations.
    pub security: Option<(Level, Range<usize>)>,
    /// Routing indicator of the originating station.
    pub originator: Option<Range<usize>>,
    /// Station serial number, joined to it.
    pub serial: Option<(u32, Range<usize>)>,
    /// Day of the year and time of filing.
    pub filed: Option<(Filed, Range<usize>)>,
    /// Destinations.
    pub routed_to: Vec<Range<usize>>,
}

/// Reads a header line. Precedence, media and content take eight letters; parts behind them that a copy blanked out are
/// skipped.
pub(crate) fn header(line: &str) -> Option<Header> {
    let mut parts = words(line);
    let first = parts.next()?;
    let letters = line.get(first.clone())?;
    if letters.len() != 8 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let precedence = date_time_group::precedence(letters.get(..1)?)?;
    let rest = line.get(first.end..)?;
    let dash = first.end.saturating_add(rest.find('-')?);
    let security = dash.saturating_add(1)..line.len().min(dash.saturating_add(5));
    let level = level(line.get(security.clone())?)?;
    let mut header = Header {
        precedence: Some((precedence, first.start..first.start.saturating_add(1))),
        security: Some((level, security.clone())),
        ..Header::default()
    };
    for word in words(line.get(..dash)?).skip(1) {
        let text = line.get(word.clone())?;
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if let Some(value) = filed(text) {
            header.filed = Some((value, word));
        } else if text.get(..letters).is_some_and(is_routing_indicator) {
            let number = word.start.saturating_add(letters)..word.end;
            header.originator = Some(word.start..number.start);
            let serial = line.get(number.clone()).filter(|serial| is_number(serial));
            header.serial = serial.and_then(|serial| serial.parse().ok()).map(|value| (value, number));
        }
    }
    let behind = line.get(security.end..)?;
    let place = |at: usize| at.saturating_add(security.end);
    header.routed_to = transmission::routing(behind).map(|at| place(at.start)..place(at.end)).collect();
    Some(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let shown = header(line).map(|header| {
            let words: Vec<&str> = header.originator.into_iter().chain(header.routed_to).map(|at| &line[at]).collect();
            let serial = header.serial.map(|(serial, _)| serial);
            let filed = header.filed.map(|(filed, _)| (filed.day, filed.hour, filed.minute));
            format!("{:?} {words:?} {serial:?} {filed:?}", header.security.map(|(level, _)| level))
        });
        assert_eq!(shown.as_deref().unwrap_or("none"), expected, "{line}");
    }

    #[test]
    fn header_lines() {
        let usual = r#"Some(Unclassified) ["RUEWXXX", "RUCRXXX"] Some(417) Some((161, 12, 42))"#;
        check("RTTUZYUW RUEWXXX0417 1611242-UUUU--RUCRXXX", usual);
        check("RTTUZYUW RUEWXXX0417 1611242-UUUU-RUCRXXX.", usual);
        check("OTTUZYUW RUEWXXX0417 1611242-UUUU--RUCRXXX.", usual);
        check("RAAUZYUW             DDDHHMM-UUUU--", "Some(Unclassified) [] None None");
        check(
            "PTTSZYUW RUEWXXX0003 0010001-SSSS--RUCRXXX RUEHYYY.",
            r#"Some(Secret) ["RUEWXXX", "RUCRXXX", "RUEHYYY"] Some(3) Some((1, 0, 1))"#,
        );
    }

    #[test]
    fn no_header_lines() {
        for line in ["POSITION RUEWXXX0417", "PROSPECT OF WELL-BEING", "RR RUEWXXX", ""] {
            check(line, "none");
        }
    }
}
