//! Reads the fields that only labelled copies have.

use super::fields::covered;
use super::{Parser, is_nothing};
use crate::dialect::labelled::Label;
use crate::envelope::addressees::addressees;
use crate::envelope::{addressee, date_time_group};
use crate::interruption::{Interruption, InterruptionKind};
use crate::words::{in_capitals, shifted};
use crate::zone::ZonedRow;
use crate::{Addressee, Code, Date, Field, Logical, Mark, PartKind, PrecedencePair, Span, body, heading};
use std::ops::Range;

/// The most strokes tried: one separates the day from the date-time group, and the day can hold two itself.
const MOST_STROKES: usize = 4;

/// The most captions that a telegram has.
const MOST_CAPTIONS: usize = 32;

/// The longest signature in bytes: room for several signers with their first names.
const LONGEST_SIGNATURE: u32 = 120;

/// The most white space between the lines of a banner, in bytes.
const LONGEST_GAP: u32 = 200;

impl Parser<'_> {
    /// Reads a labelled field. The first of its kind counts, except in lists.
    pub(super) fn labelled(&mut self, label: Label, group: &[ZonedRow]) {
        let kind = match label {
            Label::Number | Label::Date | Label::Precedence => PartKind::Transmission,
            Label::From | Label::Action | Label::Info | Label::Exempt => PartKind::Address,
            Label::Classification => PartKind::Classification,
            Label::Captions => PartKind::Caption,
            Label::Passing => PartKind::Passing,
            Label::Signature => PartKind::Signature,
            Label::Attribute => PartKind::Attribute,
        };
        for row in group {
            self.part(kind, row.row.span);
        }
        let (label_span, pieces) = self.label_and_pieces(group);
        let field = Logical::line(self.text, &pieces);
        if is_nothing(field.text()) && label != Label::Attribute {
            return;
        }
        let raw = covered(&pieces);
        match label {
            Label::Number => self.number(label_span, &field),
            Label::Date => self.date(label_span, &field),
            Label::From => self.from(label_span, &field),
            Label::Action | Label::Info | Label::Exempt => {
                let list = self.addressees(label_span, &Logical::lines(self.text, &pieces));
                match label {
                    Label::Action => self.cable.to.extend(list),
                    Label::Info => self.cable.info.extend(list),
                    _ => self.cable.exempt.extend(list),
                }
            }
            Label::Precedence => self.precedence(label_span, &field),
            Label::Classification => {
                // A label counts more than the banners of a page.
                if let Some(mark) = self.mark(raw) {
                    self.cable.classification = Some(Field { label: label_span, ..mark });
                }
            }
            Label::Captions => self.caption_list(&field),
            Label::Passing => {
                self.cable.passing.push(Field { label: label_span, raw, value: field.into_text() });
            }
            Label::Signature => self.signature(raw),
            Label::Attribute => {
                let raw = if pieces.is_empty() { Span::empty(label_span.end) } else { raw };
                self.cable.attributes.push(Field { label: label_span, raw, value: field.into_text() });
            }
        }
    }

    /// Takes the classification from a banner if nothing has given it yet.
    pub(super) fn banner(&mut self, span: Span, interrupts: bool) {
        let mark = self.mark(span);
        match (&mut self.cable.classification, mark) {
            (known @ None, Some(mark)) => *known = Some(mark),
            // The second line of a banner: `UNCLASSIFIED`, `SBU`.
            (Some(first), Some(mark))
                if is_below(self.text, first.raw, span) && first.value.level == mark.value.level =>
            {
                first.value.caveats.extend(mark.value.caveats);
            }
            _ => {
                self.part(PartKind::Interruption, span);
                if interrupts {
                    self.diagnose(Code::BannerRemoved, span, None);
                }
                return;
            }
        }
        self.part(PartKind::Classification, span);
    }

    /// The same for the page lines of a labelled copy, and the banners of the Department's printers.
    pub(super) fn classified_by_banner(&mut self, interruptions: &[Interruption]) {
        if self.cable.classification.is_some() {
            return;
        }
        let rules = self.cable.dialect.rules();
        self.cable.classification = interruptions.iter().find_map(|found| {
            let end = match found.kind {
                _ if rules.printed => {
                    let banner = found.span.of(self.text).rsplit_once(['P', 'p'])?.0;
                    found.span.start.saturating_add(banner.trim_end().len() as u32)
                }
                InterruptionKind::Banner if rules.archived => found.span.end,
                _ => return None,
            };
            self.mark(Span::new(found.span.start, end))
        });
    }

    /// Reads a span that is only a classification.
    fn mark(&self, span: Span) -> Option<Field<Mark>> {
        let line = Logical::line(self.text, &[span]);
        let read = heading::banner(line.text())?;
        let text = line.text().get(read.text.clone()).map(str::to_owned);
        let raw = line.source(read.text);
        Some(Field::bare(raw, Mark { level: read.level, caveats: read.caveats, text }))
    }

    fn number(&mut self, label: Span, field: &Logical) {
        if let (None, Some((mut number, range))) =
            (&self.cable.reference_number, heading::reference_number(field.text()))
        {
            number.year = number.year.or(self.written_on().map(Date::year));
            self.cable.reference_number = Some(Field { label, raw: field.source(range), value: number });
        }
    }

    /// Reads `Sep 16, 2023 / 160150Z SEP 23`, or one of the two.
    fn date(&mut self, label: Span, field: &Logical) {
        let text = field.text();
        if let (None, Some((day, len))) = (&self.cable.day, heading::written_date(text)) {
            self.cable.day = Some(Field { label, raw: field.source(0..len), value: day });
        }
        let starts = text.match_indices('/').map(|(at, _)| at.saturating_add(1)).take(MOST_STROKES);
        let group = std::iter::once(0).chain(starts).find_map(|at| {
            let rest = text.get(at..)?;
            let start = text.len().saturating_sub(rest.trim_start().len());
            date_time_group::read(rest.trim_start()).map(|group| (start, group))
        });
        if let (None, Some((start, group))) = (&self.cable.date, group) {
            let place = |range: Range<usize>| field.source(shifted(range, start));
            self.cable.date = Some(Field { label, raw: place(group.date.1), value: group.date.0 });
            if let Some((pair, range)) = group.precedence {
                self.cable.precedence.get_or_insert(Field::bare(place(range), pair));
            }
        }
        let year = self.written_on().map(Date::year);
        if let Some(number) = &mut self.cable.reference_number {
            number.value.year = number.value.year.or(year);
        }
    }

    /// Reads the originator. Prints add the number in brackets: `AMEMBASSY TARSIS (TARSIS 417 - ROUTINE)`.
    fn from(&mut self, label: Span, field: &Logical) {
        let (name, bracket) = match field.text().split_once('(') {
            Some((name, bracket)) => (name.trim_end(), Some(bracket)),
            None => (field.text(), None),
        };
        if let (None, Some(value)) = (&self.cable.from, addressee::addressee(name)) {
            self.cable.from = Some(Field { label, raw: field.source(0..name.len()), value });
        }
        if let (None, Some((mut number, range))) =
            (&self.cable.reference_number, bracket.and_then(heading::reference_number))
        {
            number.year = number.year.or(self.written_on().map(Date::year));
            let start = field.text().len().saturating_sub(bracket.map_or(0, str::len));
            let raw = field.source(shifted(range, start));
            self.cable.reference_number = Some(Field::bare(raw, number));
        }
    }

    fn addressees(&self, label: Span, list: &Logical) -> Vec<Field<Addressee>> {
        let read = addressees(list.text()).into_iter().enumerate();
        let field = |(index, (range, value))| {
            let raw = list.source(range);
            Field { label: if index == 0 { label } else { Span::empty(raw.start) }, raw, value }
        };
        read.map(field).collect()
    }

    /// Reads `ROUTINE`, or two precedences if the copies for information go slower.
    fn precedence(&mut self, label: Span, field: &Logical) {
        let mut words = field.text().split(['/', ',']).map_while(addressee::precedence);
        if let (None, Some(action)) = (&self.cable.precedence, words.next()) {
            let value = PrecedencePair { action, info: words.next() };
            self.cable.precedence = Some(Field { label, raw: field.source(0..field.text().len()), value });
        }
    }

    fn caption_list(&mut self, field: &Logical) {
        let mut at: usize = 0;
        for part in field.text().split_inclusive([',', ';', '/']).take(MOST_CAPTIONS) {
            let name = part.trim_matches(|c: char| c.is_whitespace() || ",;/".contains(c));
            let start = at.saturating_add(part.find(name).unwrap_or(0));
            at = at.saturating_add(part.len());
            match heading::captions(name) {
                Some(known) => {
                    for (range, caption) in known {
                        self.caption(field.source(shifted(range, start)), caption);
                    }
                }
                None if !is_nothing(name) => {
                    self.caption(field.source(shifted(0..name.len(), start)), in_capitals(name));
                }
                None => {}
            }
        }
    }

    fn signature(&mut self, raw: Span) {
        let written = Some(raw).filter(|raw| raw.len() <= LONGEST_SIGNATURE);
        for (place, name) in written.into_iter().flat_map(|raw| body::signers(self.text, raw, None)) {
            self.cable.signature.push(Field::bare(place, name));
        }
    }
}

/// Whether only a little white space stands between two places.
fn is_below(text: &str, above: Span, below: Span) -> bool {
    let between = Span::new(above.end, below.start.max(above.end));
    above.end <= below.start && between.len() <= LONGEST_GAP && between.of(text).trim().is_empty()
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = crate::parse(text).attributes;
        let found: Vec<_> = found.iter().map(|field| (field.label.of(text).trim_end(), field.value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn attributes() {
        check(
            "MRN: 09 TARSIS 417\nVisit Name:\nSpring Talks\n\n1. Text.\n\nDrafted By: POL:Roe,\n  Jane\nKeywords: a",
            &[("Visit Name:", "Spring Talks"), ("Drafted By:", "POL:Roe, Jane"), ("Keywords:", "a")],
        );
        check(
            "CXTARSIS:\n  ACTION: AMB\n  INFO:   RSO RAO\n          POL\nDISSEMINATION: AMB\nCHARGE:\nVZCZCXYZ0001\n",
            &[("ACTION:", "AMB"), ("INFO:", "RSO RAO POL"), ("DISSEMINATION:", "AMB"), ("CHARGE:", "")],
        );
        check("MRN: 09 TARSIS 417\nSubject: Talks\nPORT: ONE\n\n1. Text.\nNote: more.", &[]);
    }
}
