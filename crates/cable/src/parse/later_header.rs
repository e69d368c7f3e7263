//! Reads when, by whom and to whom a telegram was sent from the header of a later section, if the first header is lost
//! or lacks the row: extracts begin with their classification line.

use super::Parser;
use crate::envelope::addressees::together;
use crate::envelope::{FormatLine, addressee, date_time_group, format_line};
use crate::interruption::{Interruption, InterruptionKind, interruptions};
use crate::row::rows;
use crate::words::words;
use crate::zone::{Zone, zones};
use crate::{Addressee, Cable, Field, Span, line};

/// The most words in a date-time group: two precedences, time, month and year.
const MOST_WORDS: usize = 5;

impl Parser<'_> {
    /// Fills in the lines that all sections have in common.
    pub(super) fn sent_with_later_section(&mut self, found: &[Interruption]) {
        let is_whole = |cable: &Cable| cable.date.is_some() && cable.precedence.is_some() && cable.from.is_some();
        if is_whole(&self.cable) {
            return;
        }
        let headers = || found.iter().filter(|found| found.kind == InterruptionKind::SectionHeader);
        let is_sent = self.cable.date.is_some() && self.cable.from.is_some();
        if !is_sent && self.cable.to.is_empty() && self.cable.info.is_empty() {
            headers().find(|header| self.addressed_with(header.span));
        }
        for row in headers().flat_map(|header| line::rows(self.text, header.span)) {
            let (group, from) = sent(self.text, row);
            if let Some(group) = group
                && let Some(read) = date_time_group::read(group.of(self.text))
                && self.cable.date.as_ref().is_none_or(|date| date.value == read.date.0)
            {
                let precedence = read.precedence.map(|(pair, range)| Field::bare(group.part(range), pair));
                self.cable.precedence = self.cable.precedence.take().or(precedence);
                self.cable.date.get_or_insert(Field::bare(group.part(read.date.1), read.date.0));
            }
            if let (None, Some((label, raw))) = (&self.cable.from, from) {
                let from = addressee::addressee(raw.of(self.text));
                self.cable.from = from.map(|value| Field { label, raw, value });
            }
            if is_whole(&self.cable) {
                return;
            }
        }
    }

    /// Reads the addressees of a header, and returns whether it has any. Their serials are those of the section and are
    /// left out.
    fn addressed_with(&mut self, header: Span) -> bool {
        let pages = interruptions(self.text, header, Vec::new());
        for row in zones(self.text, &rows(self.text, header, &pages), self.cable.dialect) {
            let Zone::Envelope(kind @ (FormatLine::To | FormatLine::Info | FormatLine::Exempt)) = row.zone else {
                continue;
            };
            let mut addressed: Vec<_> = self.addressed(&row).collect();
            addressed.iter_mut().for_each(|addressee| addressee.value.serial = None);
            match kind {
                FormatLine::To => self.cable.to.append(&mut addressed),
                FormatLine::Info => self.cable.info.append(&mut addressed),
                _ => self.cable.exempt.append(&mut addressed),
            }
        }
        if self.cable.to.is_empty() && self.cable.info.is_empty() {
            self.addressed_on_one_row(header);
        }
        !self.cable.to.is_empty() || !self.cable.info.is_empty()
    }

    /// The same for a copy that has the header on one row: ` TO ` and ` INFO ` begin the lists behind the originator.
    fn addressed_on_one_row(&mut self, header: Span) {
        const TO: &str = "TO ";
        const INFO: &str = "INFO ";
        let behind = |row: Span| {
            let (_, from) = sent(self.text, row).1.filter(|(label, _)| label.start > row.start)?;
            let rest = line::trim(self.text, Span::new(from.end, row.end));
            rest.of(self.text).starts_with(TO).then_some(rest)
        };
        let Some(list) = line::rows(self.text, header).find_map(behind) else { return };
        let info = list.of(self.text).find(" INFO ").map_or(list.len() as usize, |at| at.saturating_add(1));
        let (to, info) = list.split_at(info);
        self.cable.to = listed(self.text, to, TO);
        if !info.is_empty() {
            self.cable.info = listed(self.text, info, INFO);
        }
    }
}

/// Reads the addressees of a list on a header's row; `list` includes the label.
fn listed(text: &str, list: Span, label: &str) -> Vec<Field<Addressee>> {
    let (mut label, list) = list.split_at(label.len());
    let mut found = Vec::new();
    for range in together(list.of(text)) {
        let raw = list.part(range);
        if let Some(addressee) = addressee::addressee(raw.of(text)) {
            let label = std::mem::replace(&mut label, Span::empty(raw.end));
            found.push(Field { label, raw, value: Addressee { serial: None, ..addressee } });
        }
    }
    found
}

/// Finds the date-time group in a row of a header, and the label and name of the originator. A copy can have the whole
/// header on one row.
fn sent(text: &str, row: Span) -> (Option<Span>, Option<(Span, Span)>) {
    const LABEL: &str = "FM ";
    const JOINED: &str = " FM ";
    let line = row.of(text);
    match format_line(line) {
        Some((FormatLine::DateTimeGroup, _)) if !line.contains(JOINED) => return (Some(row), None),
        Some((FormatLine::From, label)) => {
            let (label, name) = row.split_at(label);
            return (None, Some((line::trim(text, label), line::trim(text, name))));
        }
        _ => {}
    }
    let Some(at) = line.find(JOINED) else { return (None, None) };
    let before = line.get(..at).unwrap_or_default();
    let starts = before.rsplit(' ').scan(before.len(), |end, word| {
        let start = end.saturating_sub(word.len());
        *end = start.saturating_sub(1);
        Some(start)
    });
    let group = starts.take(MOST_WORDS).filter(|start| before.get(*start..).and_then(date_time_group::read).is_some());
    let group = group.last().map(|start| row.part(start..at));
    let from = at.saturating_add(1);
    let name = from.saturating_add(LABEL.len());
    let end = line.get(name..).and_then(|rest| rest.find(" TO ")).map_or(line.len(), |to| name.saturating_add(to));
    let is_named = group.is_some() && words(line.get(name..end).unwrap_or_default()).next().is_some();
    let from = is_named.then(|| (row.part(from..name), line::trim(text, row.part(name..end))));
    (group, from)
}

#[cfg(test)]
mod tests {
    use super::sent;
    use crate::Span;

    #[track_caller]
    fn check(row: &str, group: Option<&str>, from: Option<&str>) {
        let found = sent(row, Span::new(0, row.len() as u32));
        assert_eq!(found.0.map(|group| group.of(row)), group, "{row}");
        assert_eq!(found.1.map(|(_, name)| name.of(row)), from, "{row}");
    }

    #[test]
    fn precedence_and_addressees() {
        const TEXT: &str = include_str!("../../fixtures/joined-sections.txt");
        let check = |own: &str, later: &str, precedence: bool, addressees: usize| {
            let text = TEXT.replace("141205Z Mar 01", own).replace("141205Z MAR 01 FM", later);
            let text =
                text.replace("TO SECSTATE WASHDC IMMEDIATE 0417\nINFO AMCONSUL LYDDA\nTHE HARBOUR COLLECTIVE\n", "");
            let found: Vec<_> =
                crate::cables(&text).map(|cable| (cable.precedence.is_some(), cable.to.len())).collect();
            assert_eq!(found, [(precedence, addressees)], "{own} / {later}");
        };
        check("141205Z Mar 01", "141205Z MAR 01 FM", true, 0);
        check("141205Z Mar 01", "151205Z MAR 01 FM", false, 0);
        check("R 141205Z Mar 01", "151205Z MAR 01 FM", true, 0);
        check("", "141205Z MAR 01 FM", true, 1);
    }

    #[test]
    fn rows() {
        check("P 121721Z MAY 03", Some("P 121721Z MAY 03"), None);
        check("FM AMEMBASSY TARSIS", None, Some("AMEMBASSY TARSIS"));
        check(
            "INFO LOG-00 /003W ------D08EDC 261100Z /38 O P 261054Z JUL 02 FM AMEMBASSY TARSIS TO SECSTATE WASHDC INFO LYDDA",
            Some("O P 261054Z JUL 02"),
            Some("AMEMBASSY TARSIS"),
        );
        check("TO SECSTATE WASHDC", None, None);
        check("LISTEN TO LYDDA FM RADIO TO HEAR", None, None);
    }
}
