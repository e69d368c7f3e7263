//! Finds format lines that a copy joined in one row: `P 021130Z JUN 09 FM AMEMBASSY TARSIS TO RUEHC/SECSTATE WASHDC`.

use super::addressees::{is_complete, opens};
use super::line::is_routing_indicator;
use super::transmission::is_signal;
use super::{FormatLine, format_line};
use crate::known::last_word;
use crate::row::Row;
use crate::words::{head, is_number, slice};
use memchr::{memchr_iter, memmem};

/// The most bytes needed to recognize a format line.
const LONGEST: usize = 40;

/// Where a transmission starts inside the first row, behind a list's entry on the telegram: `08TARSIS417 CONFIDENTIAL
/// VZCZCXRO0321 PP`.
pub(crate) fn start_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let start = rows.first().and_then(|row| {
        let line = row.span.of(text);
        let at = memmem::find(line.as_bytes(), b" VZCZC")?;
        let start = slice(line, at..).trim_start();
        let is_envelope = begin_inside(start, Some(FormatLine::Start)).len() > 2;
        is_envelope.then(|| row.span.offset(at))
    });
    start.into_iter().collect()
}

/// Where further format lines, in ascending order, and further addressees begin inside a row of the envelope. The row
/// begins a line of this `kind`, or is an addressee.
pub(crate) fn begin_inside(line: &str, kind: Option<FormatLine>) -> Vec<usize> {
    use FormatLine::{DateTimeGroup, Exempt, From, Info, Security, Start, To};
    let mut found: Vec<usize> = Vec::new();
    let Some(mut above) = kind.or_else(|| indicator(line).map(|_| To)) else { return found };
    // Only an envelope stands behind the start of a transmission.
    let is_whole = above == Start;
    for at in memchr_iter(b' ', line.as_bytes()).map(|blank| blank.saturating_add(1)) {
        let is_list = matches!(above, To | Info | Exempt);
        // Few words begin with the letter of a label.
        let (labels, addressees): (&[u8], &[u8]) = match is_list {
            true => (b"IX", b"RAESUW"),
            false if above as u8 <= Security as u8 => (b"RDZOPFTIX", b""),
            false => (b"FTIX", b""),
        };
        let Some(first) = line.as_bytes().get(at) else { break };
        let begins_as = |letters: &[u8]| letters.contains(first);
        if !begins_as(labels) && !begins_as(addressees) {
            continue;
        }
        let begun = head(slice(line, at..), LONGEST);
        let front = slice(line, found.last().copied().unwrap_or(0)..at).trim_end();
        let next = if begins_as(labels) { format_line(begun) } else { None };
        let next = next.filter(|(kind, _)| *kind as u8 > above as u8);
        let begins = match next {
            None => is_list && is_further(front, begun),
            Some((To | Info | Exempt, label)) => {
                is_whole || names(slice(begun, label..)) || above as u8 >= From as u8 && is_complete(front)
            }
            Some((From, _)) => is_whole || ends_group(front),
            // A bare group can be another telegram's that a signal names.
            Some((DateTimeGroup, _)) => !first.is_ascii_digit(),
            Some(_) => true,
        };
        if begins {
            above = next.map_or(above, |(kind, _)| kind);
            found.push(at);
        }
    }
    found
}

/// What stands behind an addressee's routing indicator.
fn indicator(begun: &str) -> Option<&str> {
    let (routing, behind) = begun.split_once('/')?;
    (is_routing_indicator(routing) && matches!(routing.as_bytes(), [_, b'U' | b'H', _, _, ..])).then_some(behind)
}

/// Whether words begin as an addressee does: with a routing indicator, or the first word of a designator.
fn names(begun: &str) -> bool {
    indicator(begun).is_some() || opens(begun)
}

/// Whether a further addressee begins behind one. Words of a name can look like a routing indicator (`RHEIN/MAIN`), but
/// not like a post's, and a word that begins a designator can end one (`USMISSION USUN`).
fn is_further(front: &str, begun: &str) -> bool {
    let item = front.trim_end_matches([',', ';']);
    let opening = head(item, LONGEST);
    let value = || slice(opening, format_line(opening).map_or(0, |(_, label)| label)..);
    let is_behind = || is_complete(item) && value().contains([' ', '/']) || item.len() < front.len() && names(value());
    match indicator(begun) {
        Some(behind) => (begun.starts_with("RUE") || opens(behind)) && !value().is_empty() || is_behind(),
        None => is_behind() && opens(begun),
    }
}

/// Whether the words in front end as a format line 5 does: with a signal, or the number of a message that one names
/// (`ZDK CTG RUEHXX #3763`).
fn ends_group(front: &str) -> bool {
    let word = last_word(front);
    is_signal(word) || is_number(word.trim_start_matches('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let ends = begin_inside(line, format_line(line).map(|(kind, _)| kind));
        let starts = [0].into_iter().chain(ends.iter().copied());
        let ends = ends.iter().copied().chain([line.len()]);
        let found: Vec<_> = starts.zip(ends).map(|(start, end)| line[start..end].trim_end()).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn envelopes() {
        check(
            "VZCZCXRO0321 PP RUEHYY RUEHZZ DE RUEHXX #0417/01 1531130 ZNY CCCCC ZZH O P 021130Z JUN 09 FM AMEMBASSY TARSIS \
             TO RUEHC/SECSTATE WASHDC 4711 INFO RUEHZM/A COLLECTIVE RUEHYY/AMCONSUL LYDDA 12",
            &[
                "VZCZCXRO0321",
                "PP RUEHYY RUEHZZ",
                "DE RUEHXX #0417/01 1531130",
                "ZNY CCCCC ZZH",
                "O P 021130Z JUN 09",
                "FM AMEMBASSY TARSIS",
                "TO RUEHC/SECSTATE WASHDC 4711",
                "INFO RUEHZM/A COLLECTIVE",
                "RUEHYY/AMCONSUL LYDDA 12",
            ],
        );
    }

    #[test]
    fn parts_of_envelopes() {
        check("RR RUEHYY DE RUEHXX #0417 1531130", &["RR RUEHYY", "DE RUEHXX #0417 1531130"]);
        check("ZNY CCCCC ZZH R 021130Z JUN 09", &["ZNY CCCCC ZZH", "R 021130Z JUN 09"]);
        check("R 021130Z JUN 09 FM AMEMBASSY TARSIS", &["R 021130Z JUN 09", "FM AMEMBASSY TARSIS"]);
        check("R 021130Z JUN 09 ZDK FM TARSIS", &["R 021130Z JUN 09 ZDK", "FM TARSIS"]);
        check("FM AMEMBASSY TARSIS TO RUEHC/SECSTATE", &["FM AMEMBASSY TARSIS", "TO RUEHC/SECSTATE"]);
        check("FM SECSTATE WASHDC TO ALL POSTS", &["FM SECSTATE WASHDC", "TO ALL POSTS"]);
        check("TO SECSTATE WASHDC 4711 INFO A COLLECTIVE", &["TO SECSTATE WASHDC 4711", "INFO A COLLECTIVE"]);
        check("INFO A COLLECTIVE XMT AMCONSUL LYDDA", &["INFO A COLLECTIVE", "XMT AMCONSUL LYDDA"]);
        check("RUEHYY/AMCONSUL LYDDA RUEHZZ/ALDER", &["RUEHYY/AMCONSUL LYDDA", "RUEHZZ/ALDER"]);
        check("INFO RHMFISS/ALDER RHMFISS/USMISSION BIRCH", &["INFO RHMFISS/ALDER", "RHMFISS/USMISSION BIRCH"]);
        check("INFO AMCONSUL LYDDA 12 AMEMBASSY TARSIS", &["INFO AMCONSUL LYDDA 12", "AMEMBASSY TARSIS"]);
        check("INFO RUEHYY/AMCONSUL LYDDA; RHMFISS/ALDER", &["INFO RUEHYY/AMCONSUL LYDDA;", "RHMFISS/ALDER"]);
        check("INFO BIRCH WASHDC 12, AMCONSUL LYDDA", &["INFO BIRCH WASHDC 12,", "AMCONSUL LYDDA"]);
        check("INFO AMCONSUL LYDDA, AMEMBASSY TARSIS", &["INFO AMCONSUL LYDDA,", "AMEMBASSY TARSIS"]);
    }

    #[test]
    fn starts() {
        let check = |line: &str, expected: &[&str]| {
            let rows = row::rows(line, crate::Span::new(0, line.len() as u32), &[]);
            let rows = row::apart(line, rows, start_inside, row::Gap::Line);
            assert_eq!(rows.iter().map(|row| row.span.of(line)).collect::<Vec<_>>(), expected, "{line}");
        };
        let start = "VZCZCXRO0321 PP RUEHYY DE RUEHXX #0417 1531130 ZNR UUUUU ZZH";
        check(&format!("12 09TARSIS417 CONFIDENTIAL {start}"), &["12 09TARSIS417 CONFIDENTIAL", start]);
        check("What VZCZCXRO0321 on 98.3 FM may mean", &["What VZCZCXRO0321 on 98.3 FM may mean"]);
    }

    #[test]
    fn others() {
        for line in [
            "FM AMEMBASSY TARSIS",
            "THE STATION IS ON 98.3 FM AND TO BE HEARD INFO AT",
            "R 021130Z JUN 09 ON 98.3 IN TARSIS",
            "R 021130Z JUN 09 IS HEARD ON FM IN TARSIS",
            "1. (C) At O 101200Z JUN 89 radio Tarsis sent on FM a word TO all who hear it.",
            "1. THEY HEARD FM 98.3 TO THE END",
            "FM AMBASSADOR ROE TO ALDER AND BIRCH",
            "TO THE PORT AND ITS INFO DESK",
            "TO WASHDC, SECSTATE",
            "TO PRIORITY SECSTATE WASHDC",
            "INFO RUEHYY/CDR RHEIN/MAIN RURAL/URBAN AFFAIRS",
            "INFO RUEHYY/USMISSION USUN NEW YORK",
            "INFO AMCONSUL LYDDA FOR USDAO",
            "ZNY CCCCC ZZH ZDK RUEHXX 021130Z JUN 09",
            "RUEHYY/AMEMBASSY TARSIS INFO DESK",
        ] {
            check(line, &[line]);
        }
    }
}
