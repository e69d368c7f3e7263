//! Tells which format line of ACP 127 a row is by its first bytes.

use super::{date_time_group, designator, distribution, is_distribution, transmission};
use crate::words::head;

/// A format line. The number is its place in ACP 127.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormatLine {
    /// 1: `VZCZCXRO0321`
    Start,
    /// 2 and 3 in one, as JANAP 128 has them: `RTTUZYUW RUEWXXX0417 1611242-UUUU--RUCRXXX`
    Header,
    /// 2: `RR RUEHYY RUEHZZ`
    Routing,
    /// 3: `DE RUEHXX #0417/01 1531130`
    Originator,
    /// 4: `ZNY CCCCC ZZH`
    Security,
    /// 5: `R 021130Z JUN 09`
    DateTimeGroup,
    /// The precedence of 5, spelled out on a row above it: `ROUTINE`
    Precedence,
    /// 6: `FM AMEMBASSY TARSIS`
    From,
    /// 7: `TO RUEHC/SECSTATE WASHDC 4711`
    To,
    /// 8: `INFO …`
    Info,
    /// 9: `XMT …`
    Exempt,
    /// 11: `BT`
    Separator,
}

impl FormatLine {
    /// Whether the line occurs only in envelopes. The others can be words of a text, too.
    pub fn is_envelope(self) -> bool {
        !matches!(self, Self::To | Self::Info | Self::Exempt | Self::Separator)
    }
}

/// How far a row is read to tell which format line it begins: it can hold all that follows it, and is asked piece by piece.
const FAR: usize = 200;

/// The format line that `line` begins, and the length of its label with the blanks behind it.
pub(crate) fn format_line(line: &str) -> Option<(FormatLine, usize)> {
    use FormatLine::*;
    let near = head(line, FAR);
    let labelled = |kind, label: &str| {
        let rest = line.get(label.len()..)?;
        let value = rest.trim_start_matches([' ', '\t', ':']);
        // The blank behind the label can be lost in front of a post: `TORUEHC/SECSTATE WASHDC`.
        let is_glued = || {
            head(rest, FAR).split_once('/').is_some_and(|(routing, behind)| {
                routing.starts_with("RU") && is_routing_indicator(routing) && designator::is_post(behind)
            })
        };
        (value.len() < rest.len() || rest.is_empty() || label.ends_with('/') || is_glued())
            .then_some((kind, line.len().saturating_sub(value.len())))
    };
    match line.as_bytes().first()? {
        b'V' if line.starts_with("VZCZC") => Some((Start, 0)),
        b'D' if line.starts_with("DE ") && is_originator(near) => Some((Originator, 3)),
        b'Z' if line.starts_with("ZNR ") || line.starts_with("ZNY ") => Some((Security, 4)),
        b'Z' | b'O' | b'P' | b'R' | b'0'..=b'9' => {
            if is_routing(line) {
                Some((Routing, 0))
            } else {
                // The time in the total of a distribution list's copies is not this line, nor is a group within a list.
                let is_listed =
                    |behind: &str| behind.starts_with(',') && behind.contains(" DTG ") || behind.contains(" IDENT ");
                let is_own = |group: &date_time_group::DateTimeGroup| {
                    let behind = near.get(group.date.1.end..).unwrap_or_default();
                    !distribution::is_total(line) && !is_listed(behind)
                };
                date_time_group::read(line).filter(is_own).map(|_| (DateTimeGroup, 0))
            }
        }
        b'F' if line.starts_with("FM") => labelled(From, "FM"),
        // `TO THE SECRETARY FROM AMBASSADOR ROE` names a reader, not an addressee.
        b'T' if line.starts_with("TO") && !near.contains(" FROM ") => labelled(To, "TO"),
        b'I' if line.starts_with("INFO XMT ") => labelled(Exempt, "INFO XMT"),
        b'I' if line.starts_with("INFO/") && line.ends_with("//") => labelled(Info, "INFO/"),
        b'I' if line.starts_with("INFO") && !is_distribution(line) => labelled(Info, "INFO"),
        b'X' if line.starts_with("XMT") => labelled(Exempt, "XMT"),
        _ => None,
    }
}

/// Whether a line is `DE`, a routing indicator, and either a serial with `#`, or one without and the time of filing.
fn is_originator(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1);
    words.next().is_some_and(is_routing_indicator)
        && (line.contains('#') || words.nth(1).is_some_and(|time| transmission::filed(time).is_some()))
}

/// Whether a line is a doubled precedence letter and routing indicators.
fn is_routing(line: &str) -> bool {
    let doubled =
        matches!(line.as_bytes(), [first, second, blank, ..] if first == second && blank.is_ascii_whitespace());
    doubled && line.split_whitespace().nth(1).is_some_and(is_routing_indicator)
}

/// Whether a word is `R` and three to seven more capital letters (ACP 117: `RU` is the US diplomatic and defence
/// network).
pub(crate) fn is_routing_indicator(word: &str) -> bool {
    (4..=8).contains(&word.len()) && word.starts_with('R') && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<FormatLine>) {
        assert_eq!(format_line(line).map(|(kind, _)| kind), expected, "{line}");
    }

    #[test]
    fn every_format_line() {
        check("VZCZCXRO0321", Some(FormatLine::Start));
        check("RR RUEHXX RUEHYY", Some(FormatLine::Routing));
        check("DE RUEHXX #0417/01 1531130", Some(FormatLine::Originator));
        check("DE RUEHXX 0417 1531130", Some(FormatLine::Originator));
        check("ZNY CCCCC ZZH", Some(FormatLine::Security));
        check("R 021130Z JUN 09", Some(FormatLine::DateTimeGroup));
        check("171159Z Nov 00", Some(FormatLine::DateTimeGroup));
        check("FM AMEMBASSY TARSIS", Some(FormatLine::From));
        check("FROM AMEMBASSY TARSIS", None);
        check("FROM AMBASSADOR ROE", None);
        check("TO RUEHC/SECSTATE WASHDC 4711", Some(FormatLine::To));
        check("INFO RUEHZM/A COLLECTIVE", Some(FormatLine::Info));
        check("TORUEHC/SECSTATE WASHDC 4711", Some(FormatLine::To));
        check("INFO/COMTARSIS//N1//", Some(FormatLine::Info));
        check("XMT AMCONSUL LYDDA", Some(FormatLine::Exempt));
    }

    #[test]
    fn prose_is_none() {
        for line in [
            "DE FACTO RULE",
            "DE ROMA 1531130 LIRE",
            "DE ROMA OR 9991130",
            "OPPOSITION",
            "TO THE SECRETARY FROM ROE",
            "TORUNS/CIRCLES",
            "INFO  LOG-00   EEB-00",
            "TOTAL",
            "121409Z DEC 07 StePS (TOTAL COPIES:000)",
            "281402Z JUL 05, PART FOUR IDENT 281403Z JUL 05",
            "PP. 12",
            "R",
            "",
        ] {
            check(line, None);
        }
    }
}
