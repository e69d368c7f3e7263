//! Format lines that a copy joined in one row: `VZCZCXRO0321 PP RUEHYY DE RUEHXX #0417 … FM AMEMBASSY TARSIS TO …`.

use super::line::is_routing_indicator;
use super::{FormatLine, format_line};
use crate::row::{Gap, Row};
use crate::words::{head, slice, words};
use crate::{Span, line};
use memchr::memmem;

/// An envelope begins in one of the first rows.
const MOST_ROWS: usize = 4;

/// What tells a format line takes no more bytes.
const LONGEST: usize = 40;

/// The rows of a text, each format line of an envelope in one of the first on a row of its own.
pub(crate) fn format_lines_apart(text: &str, mut rows: Vec<Row>) -> Vec<Row> {
    // In the first row what a list says of the telegram can stand in front of it: `08TARSIS417 CONFIDENTIAL
    // VZCZCXRO0321 PP`.
    let joined = |(index, row): (usize, &Row)| {
        let line = row.span.of(text).as_bytes();
        let has = |word: &[u8]| memmem::find(line, word).is_some();
        let is_behind = || index == 0 && has(b" VZCZC") && has(b" DE ");
        (line.starts_with(b"VZCZC") || is_behind()) && has(b" FM ")
    };
    let Some(at) = rows.iter().take(MOST_ROWS).enumerate().position(joined) else { return rows };
    let Some(row) = rows.get(at).copied() else { return rows };
    let mut apart = Vec::new();
    let mut rest = row;
    for place in places(row.span.of(text)) {
        let cut = row.span.offset(place);
        let above = line::trim(text, Span::new(rest.span.start, cut));
        apart.extend((!above.is_empty()).then_some(Row { span: above, gap: rest.gap }));
        rest = Row { span: Span::new(cut, row.span.end), gap: Gap::Line };
    }
    apart.push(rest);
    rows.splice(at..at.saturating_add(1), apart);
    rows
}

/// Where format lines begin in a row, from the start of transmission on, each in its order, and addressees with a
/// routing indicator.
fn places(line: &str) -> Vec<usize> {
    use FormatLine::{Exempt, From, Info, Start, To};
    let mut last = None;
    let mut found: Vec<usize> = Vec::new();
    for word in words(line) {
        let at = word.start;
        let begun = head(slice(line, at..), LONGEST);
        let kind = format_line(begun).map(|(kind, _)| kind);
        // The first stands behind the label.
        let is_further = || found.last().is_some_and(|last| slice(line, *last..at).trim_end().contains([' ', '/']));
        let is_addressed = || begun.split_once('/').is_some_and(|(routing, _)| is_routing_indicator(routing));
        match (last, kind) {
            (None, Some(Start)) => last = kind,
            (Some(above), Some(kind)) if kind as u8 > above as u8 => last = Some(kind),
            (Some(To | Info | Exempt), _) if is_addressed() && is_further() => {}
            _ => continue,
        }
        found.push(at);
    }
    // Without an originator it is no envelope.
    if last.is_none_or(|last| (last as u8) < From as u8) { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let rows = row::rows(line, Span::new(0, line.len() as u32), &[]);
        let found: Vec<_> = format_lines_apart(line, rows).iter().map(|row| row.span.of(line)).collect();
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
    fn envelopes_behind_something() {
        let row = "12 09TARSIS417 CONFIDENTIAL VZCZCXRO0321 PP RUEHYY DE RUEHXX #0417 1531130 ZNR UUUUU ZZH \
                   R 021130Z JUN 09 FM AMEMBASSY TARSIS";
        let expected = [
            "12 09TARSIS417 CONFIDENTIAL",
            "VZCZCXRO0321",
            "PP RUEHYY",
            "DE RUEHXX #0417 1531130",
            "ZNR UUUUU ZZH",
            "R 021130Z JUN 09",
            "FM AMEMBASSY TARSIS",
        ];
        check(row, &expected);
        check("What VZCZCXRO0321 on 98.3 FM may mean", &["What VZCZCXRO0321 on 98.3 FM may mean"]);
    }

    #[test]
    fn others() {
        for line in [
            "FM AMEMBASSY TARSIS",
            "THE STATION IS ON 98.3 FM AND TO BE HEARD INFO AT",
            "R 021130Z JUN 09 ON 98.3 IN TARSIS",
            "1. (C) At O 101200Z JUN 89 radio Tarsis sent on FM a word TO all who hear it.",
            "1. THEY HEARD FM 98.3 TO THE END",
        ] {
            check(line, &[line]);
        }
    }
}
