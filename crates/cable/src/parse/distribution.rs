//! Reads the rows in front of the header: offices with their copies, the drafter, the approver, and who cleared it.

use super::Parser;
use crate::dialect::navy;
use crate::envelope::{distribution, is_partial_extract};
use crate::heading::{self, written_date};
use crate::known::is_among;
use crate::redaction::is_redacted;
use crate::words::{in_words, start_of, up_to, words};
use crate::zone::ZonedRow;
use crate::{Code, Date, Field, Logical, PartKind, SectionCount, Span, line};
use std::ops::Range;

impl Parser<'_> {
    /// Reads a row of the heading that is neither a format line nor a field.
    pub(super) fn distribution(&mut self, row: &ZonedRow) {
        self.part(PartKind::Distribution, row.row.span);
        if !self.distributed(row.row.span) && self.is_in_heading() {
            self.unread(row);
        }
        if let Some((count, at)) = parts(row.row.span.of(self.text)).filter(|_| self.cable.section_count.is_none()) {
            self.cable.section_count = Some(Field::bare(row.row.span.part(at), count));
        }
        if self.cable.dialect.rules().message
            && let Some((value, place)) = navy::series_number(row.row.span.of(self.text))
            && self.is_addressed(value.split(' ').next().unwrap_or_default())
        {
            self.cable.series_number.get_or_insert(Field::bare(row.row.span.part(place), value));
        }
        // The number of a telegram that is repeated, or of a second copy.
        if self.cable.classification.is_some() && heading::names_telegram(row.row.span.of(self.text)) {
            self.diagnose(Code::FieldRepeated, row.row.span, None);
        }
        if is_partial_extract(row.row.span.of(self.text)) {
            self.diagnose(Code::PartialExtract, row.row.span, None);
        }
        if let Some((value, at)) = dated(row.row.span.of(self.text)).filter(|_| self.written_on().is_none()) {
            let (label, behind) = row.row.span.split_at(at.start);
            self.cable.day = Some(Field { label, raw: behind.split_at(at.len()).0, value });
        }
    }

    /// Whether a series of general messages is an addressee by its name: `AL MARADMIN`.
    fn is_addressed(&self, series: &str) -> bool {
        self.cable.to.iter().any(|to| to.value.name.split(' ').any(|word| word == series))
    }

    /// Whether a row stands in a text header, below the classification line.
    fn is_in_heading(&self) -> bool {
        self.cable.classification.is_some() && !self.cable.dialect.rules().message
    }

    /// Keeps a row of the heading as written, if no field takes it.
    fn unread(&mut self, row: &ZonedRow) {
        let span = row.row.span;
        let line = span.of(self.text);
        // A counter has letters, too, even one that a scan tore.
        let is_count = |word: &str| word.is_empty() || word.bytes().any(|byte| byte.is_ascii_digit());
        let is_torn = (line.starts_with("--") || line.contains(" /")) && line.split([' ', '-']).all(is_count);
        let has_words = line.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !is_redacted(line) && !is_torn;
        let is_quotation = || up_to(line, b" :") == "QUOTE";
        let is_known = heading::names_telegram(line) || heading::is_caption(line) || is_quotation();
        if !has_words || is_known {
            return;
        }
        let value = Logical::line(self.text, &[span]).into_text();
        self.diagnose(Code::RowUnread, span, Some(format!("It says \u{201c}{value}\u{201d}.")));
        self.cable.attributes.push(Field::bare(span, value));
    }

    /// Reads offices with their copies, who drafted and approved the telegram, and who cleared it. The last can lack a
    /// label. Returns whether the row is one of these.
    fn distributed(&mut self, row: Span) -> bool {
        let line = row.of(self.text);
        let last = self.cable.attributes.last_mut();
        let cleared =
            |above: &Field<String>| above.label.is_empty() || distribution::is_drafting(above.label.of(self.text));
        let is_clearance = |line| distribution::is_clearance(line) || distribution::is_dashed_clearance(line);
        let label = match distribution::label(line) {
            Some(len) => Span::new(row.start, row.offset(len)),
            None if last.as_deref().is_some_and(cleared) && is_clearance(line) => Span::empty(row.start),
            None => {
                if let Some(list) = last.filter(|list| list.raw.is_empty() || distribution::goes_on(line)) {
                    list.raw = if list.raw.is_empty() { row } else { list.raw.cover(row) };
                    list.value.push_str(if list.value.is_empty() { "" } else { " " });
                    list.value.push_str(Logical::line(self.text, &[row]).text());
                    return true;
                }
                return false;
            }
        };
        let raw = line::trim(self.text, Span::new(label.end, row.end));
        let value = Logical::line(self.text, &[raw]).into_text();
        self.cable.attributes.push(Field { label, raw, value });
        true
    }
}

/// The day on a row above a telegram that has no date-time group, and where it stands: `Cable
/// dated:2005-09-17T12:29:00`, `Wednesday, 18 August 2004, 16:27`.
fn dated(line: &str) -> Option<(Date, Range<usize>)> {
    const LABEL: &str = "Cable dated:";
    const DAY: usize = "2005-09-17".len();
    const WEEKDAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
    if let Some(day) = line.strip_prefix(LABEL).and_then(|behind| behind.get(..DAY)) {
        let (date, len) = written_date(day)?;
        return Some((date, LABEL.len()..LABEL.len().saturating_add(len)));
    }
    let (weekday, day) = line.split_once(", ")?;
    let start = start_of(day, line);
    let (date, len) = written_date(day).filter(|_| is_among(weekday, WEEKDAYS))?;
    Some((date, start..start.saturating_add(len)))
}

/// Reads `PART ONE OF SIX.`, the section number of a long message, and where it stands.
fn parts(line: &str) -> Option<(SectionCount, Range<usize>)> {
    let rest = line.strip_prefix("PART ")?;
    let mut words = words(rest).map(|word| (rest.get(word.clone()).unwrap_or_default(), word.end));
    let (number, _) = words.next()?;
    let (_, (of, end)) = (words.next().filter(|(word, _)| *word == "OF")?, words.next()?);
    let bare = of.trim_end_matches(['.', ',']);
    let count = SectionCount { number: in_words(number)?, of: in_words(bare)? };
    let end = end.saturating_add("PART ".len()).saturating_sub(of.len().saturating_sub(bare.len()));
    (count.number <= count.of).then_some((count, 0..end))
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_of_a_message() {
        let read = |line| super::parts(line).map(|(count, at)| (count.number, count.of, &line[at]));
        assert_eq!(read("PART ONE OF SIX. PART TWO IDENT"), Some((1, 6, "PART ONE OF SIX")));
        assert_eq!(read("PART TWO OF ONE."), None);
        assert_eq!(read("PART OF THE QUAY"), None);
    }

    #[test]
    fn numbers_of_general_messages() {
        let number = |row: &str| {
            let head = "UNCLASSIFIED\nROUTINE\nR 101200Z JUN 09\nFM COMTARSIS LYDDA\nTO AL TARSISGEN\nBT\nUNCLAS";
            let text =
                format!("{head}\n\n{row}\n\nMSGID/GENADMIN/COMTARSIS//\n\nSUBJ/ROPES//\n\nRMKS/1. THEY HOLD.//\n");
            crate::parse(&text).quoted_number()
        };
        assert_eq!(number("TARSISGEN 417/09").as_deref(), Some("TARSISGEN 417/09"));
        assert_eq!(number("SECTION 01/02"), None);
    }

    #[test]
    fn days_above_the_telegram() {
        let read = |line| super::dated(line).map(|(date, at)| (date.to_string(), &line[at]));
        let day = |written| Some(("2005-09-17".to_owned(), written));
        assert_eq!(read("Cable dated:2005-09-17T12:29:00"), day("2005-09-17"));
        assert_eq!(read("Saturday, 17 September 2005, 12:29"), day("17 September 2005"));
        assert_eq!(read("Seen, 17 September 2005, 12:29"), None);
        assert_eq!(read("Cable dated:2005"), None);
    }

    /// The attributes in front of the envelope.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = crate::parse(text).attributes;
        let found: Vec<_> = found.iter().map(|field| (field.label.of(text), field.value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rows_between_fields() {
        let sent = "R 160544Z FEB 08\nFM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n\n";
        let telegram = |rows: &str| {
            format!(
                "{sent}UNCLAS TARSIS 000417\n\nE.O. 12958: N/A\n\n{rows}\n\nTAGS: EWWT\nSUBJECT: ROPES\n\n1. RAIN.\n"
            )
        };
        check(&telegram("JOINT HARBOUR MESSAGE"), &[("", "JOINT HARBOUR MESSAGE")]);
        for row in ["------", "XXXXXXXXXXXX", "UNCLAS TARSIS 000417", "SIPDIS"] {
            check(&telegram(row), &[]);
        }
        let above = |rows: &str| {
            format!("{sent}UNCLAS TARSIS 000417\n\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\n\n1. RAIN.\n")
        };
        check(&above("FROM EMBASSY TARSIS/MESSAGE NO. 12/01"), &[("", "FROM EMBASSY TARSIS/MESSAGE NO. 12/01")]);
        check(
            &above("------\nCopy from the harbour\nBox: 12\n------"),
            &[("", "Copy from the harbour"), ("", "Box: 12")],
        );
        check(
            &above("The telegram was Confidential but has since been\ndeclassified"),
            &[("", "The telegram was Confidential but has since been"), ("", "declassified")],
        );
        for row in ["\"Rumbo\"", "US/UK", "QUOTED: DOE", "(Roe, J.)", "No.5", "TO S/P", "Ñandú", "IR, PK, FR"] {
            check(&telegram(row), &[("", row)]);
        }
        check(&above("This message is unclassified."), &[("", "This message is unclassified.")]);
        for row in [
            "STATE FOR EUR (SECRET ANNEX)",
            "PLEASE PASS SECRET ANNEX TO ROE",
            "ROE ONLY",
            "Secret Service attention Agent Roe",
        ] {
            check(&above(row), &[]);
        }
        check(&format!("{sent}ROPES\n\nUNCLAS TARSIS 000417\n\nTAGS: EWWT\nSUBJECT: ROPES\n\n1. RAIN.\n"), &[]);
    }

    #[test]
    fn distributed() {
        let envelope = "R 240646Z SEP 07\nFM SECSTATE WASHDC\nTO AMEMBASSY TARSIS\n";
        check(
            &format!("ORIGIN DS-00\n\nINFO  LOG-00   AF-00\n      EUR-00   /000R\n\n041711\n{envelope}"),
            &[("ORIGIN", "DS-00"), ("INFO", "LOG-00 AF-00 EUR-00 /000R")],
        );
        check(
            &format!("DRAFTED BY: DS:JROE\nAPPROVED BY DSS:TALDER\nEUR/XG:WVANE  AF:HQUILL\nL:PROE\n{envelope}"),
            &[
                ("DRAFTED BY:", "DS:JROE"),
                ("APPROVED BY", "DSS:TALDER"),
                ("", "EUR/XG:WVANE AF:HQUILL"),
                ("", "L:PROE"),
            ],
        );
        check(&format!("EUR/XG:WVANE\n{envelope}"), &[]);
        check(
            &format!("DRAFTEDBY DS:JROE\nAF - H. QUILL\nCLEARANCES:L:PROE\nDESIRED DISTRIBUTION\nEB,L\n{envelope}"),
            &[
                ("DRAFTEDBY", "DS:JROE"),
                ("", "AF - H. QUILL"),
                ("CLEARANCES:", "L:PROE"),
                ("DESIRED DISTRIBUTION", "EB,L"),
            ],
        );
    }
}
