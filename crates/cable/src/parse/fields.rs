//! Reads the fields of the text header.

use super::cut::{is_cut, is_cut_subject};
use super::{Parser, is_nothing};
use crate::heading::{self, Classified, Label};
use crate::row::Gap;
use crate::zone::{Zone, ZonedRow};
use crate::{Code, Date, Diagnostic, Field, Logical, PartKind, Span, hyphen, line};
use std::collections::HashSet;

impl Parser<'_> {
    /// Reads the fields of the text header, each from its first row to the last that continues it.
    pub(super) fn fields(&mut self, zoned: &[ZonedRow]) {
        // A banner behind the text interrupts nothing.
        let last_of_text = zoned.iter().rfind(|row| row.zone == Zone::Body).map_or(0, |row| row.row.span.start);
        let mut above = None;
        let mut rest = zoned;
        while let Some((first, below)) = rest.split_first() {
            let (further, behind) = below.split_at(following(below, first.zone));
            let group = rest.get(..=further.len()).unwrap_or_default();
            match first.zone {
                Zone::Envelope(_) | Zone::Body => {}
                Zone::Trailer => self.part(PartKind::Trailer, first.row.span),
                Zone::Set(kind) => self.set(kind, group),
                Zone::Distribution => self.distribution(first),
                Zone::Classification => self.classification(group),
                Zone::Caption => self.captions(group),
                Zone::Passing => self.passing(first, above),
                Zone::Field(label) => self.field(label, group),
                Zone::Labelled(label) => self.labelled(label, group),
                Zone::Banner => self.banner(first.row.span, first.row.span.start < last_of_text),
            }
            above = further.last().or(Some(first));
            rest = behind;
        }
        self.each_passing_once();
    }

    /// Reads the captions of a row, or the caption of a corrected copy, which can continue on further rows.
    fn captions(&mut self, group: &[ZonedRow]) {
        let spans = || group.iter().map(|row| row.row.span);
        spans().for_each(|span| self.part(PartKind::Caption, span));
        let (Some(span), Some(last)) = (spans().next(), spans().next_back()) else { return };
        let whole = span.cover(last);
        if let Some(value) = heading::correction(Logical::line(self.text, &[whole]).text()) {
            return self.caption(whole, value);
        }
        if heading::is_misspelt_caption(span.of(self.text)) {
            self.diagnose(Code::CaptionMisspelt, span, None);
        }
        for (range, value) in heading::handling(span.of(self.text)).unwrap_or_default() {
            self.caption(span.part(range), value);
        }
    }

    pub(super) fn caption(&mut self, raw: Span, value: String) {
        match self.known.captions.get(&value) {
            Some(first) => {
                let (code, related, detail) = (Code::CaptionRepeated, Some(*first), Some(value));
                self.cable.diagnostics.push(Diagnostic { code, span: raw, related, detail });
            }
            None => {
                self.known.captions.insert(value.clone(), raw);
                self.cable.captions.push(Field::bare(raw, value));
            }
        }
    }

    fn field(&mut self, label: Label, group: &[ZonedRow]) {
        let (label_span, pieces) = self.label_and_pieces(group);
        if heading::is_misspelt(label_span.of(self.text)) {
            self.diagnose(Code::LabelMisspelt, label_span, None);
        }
        let kind = match label {
            Label::ExecutiveOrder => PartKind::ExecutiveOrder,
            Label::Tags => PartKind::Tags,
            Label::Subject => PartKind::Subject,
            Label::References => PartKind::References,
            Label::ClassifiedBy => PartKind::ClassifiedBy,
        };
        for row in group {
            match row.zone {
                Zone::Caption => self.captions(std::slice::from_ref(row)),
                _ => self.part(kind, row.row.span),
            }
        }
        match label {
            Label::ExecutiveOrder => self.executive_order(label_span, &pieces),
            Label::Tags => self.tags(&pieces),
            Label::Subject => self.subject(label_span, &pieces),
            Label::References => self.references(&pieces),
            Label::ClassifiedBy => self.classified_by(label_span, &pieces),
        }
    }

    /// Returns a field's label and the spans of its value.
    pub(super) fn label_and_pieces(&self, group: &[ZonedRow]) -> (Span, Vec<Span>) {
        let label = group
            .first()
            .map_or(Span::default(), |first| Span::new(first.row.span.start, first.row.span.offset(first.label)));
        let mut pieces = pieces(group);
        if let Some(piece) = pieces.first_mut() {
            *piece = line::trim(self.text, Span::new(label.end, piece.end));
        }
        pieces.retain(|piece| !piece.is_empty());
        (label, pieces)
    }

    pub(super) fn executive_order(&mut self, label: Span, pieces: &[Span]) {
        let field = Logical::line(self.text, pieces);
        let known = self.cable.executive_order.as_ref().filter(|known| !is_cut(self.text, known.raw));
        let known = known.map(|known| (known.raw, known.value.order.is_some()));
        let Some(value) = heading::executive_order(&field, self.written_on()) else { return };
        match known {
            // An order counts more than an instruction without one.
            Some((above, false)) if value.order.is_some() => self.diagnose(Code::FieldRepeated, above, None),
            Some(_) => return self.diagnose(Code::FieldRepeated, covered(pieces), None),
            None => {}
        }
        self.cable.executive_order = Some(Field { label, raw: covered(pieces), value });
    }

    fn tags(&mut self, pieces: &[Span]) {
        let field = Logical::line(self.text, pieces);
        if is_nothing(field.text()) {
            return;
        }
        let above = self.cable.tags.len();
        let (tags, mut repeated) = heading::tags(&field, &mut self.known.tags);
        // In a copy that has its header twice, one of the lists contains all codes of the other; either can be cut off.
        let raw = covered(pieces);
        let is_of_above = |(_, _, first): &heading::TagRepeat| first.start < raw.start;
        let again: HashSet<&str> = repeated.iter().filter(|tag| is_of_above(tag)).map(|(tag, ..)| &**tag).collect();
        if !again.is_empty() && (tags.is_empty() || again.len() == above) {
            self.diagnose(Code::FieldRepeated, raw, None);
            repeated.retain(|tag| !is_of_above(tag));
        }
        self.cable.tags.extend(tags);
        for (tag, span, first) in repeated {
            let (related, detail) = (Some(first), Some(tag));
            self.cable.diagnostics.push(Diagnostic { code: Code::TagRepeated, span, related, detail });
        }
    }

    pub(super) fn subject(&mut self, label: Span, pieces: &[Span]) {
        if let Some(first) = &self.cable.subject {
            // A copy that was cut off can stand in front of the whole.
            let is_whole = is_cut_subject(self.text, first, Logical::line(self.text, pieces).text());
            self.diagnose(Code::FieldRepeated, label, None);
            if !is_whole {
                return;
            }
        }
        if pieces.is_empty() {
            return;
        }
        let joined = hyphen::divided(self.text, pieces);
        joined.into_iter().for_each(|span| self.diagnose(Code::WordJoined, span, None));
        let field = Logical::line(self.text, pieces);
        if let Some(read) = heading::subject(field.text()) {
            let value = field.text().get(read.text.clone()).unwrap_or_default().to_owned();
            self.cable.subject = Some(Field { label, raw: field.source(read.text), value });
            self.cable.subject_mark = read.mark.map(|(range, mark)| Field::bare(field.source(range), mark));
        }
    }

    fn references(&mut self, pieces: &[Span]) {
        let date = self.written_on();
        let number = self.cable.reference_number.as_ref().map(|number| &number.value);
        let context = heading::Context {
            year: date.map(Date::year).or(number.and_then(|number| number.year)),
            day: date.map(Date::ordinal),
            post: number.map(|number| number.post.as_str()),
            number: number.map(|number| number.number),
        };
        let (mut references, diagnostics) = heading::references(&Logical::lines(self.text, pieces), &context);
        // The remainder of a last one that was cut off can be the beginning of any number.
        references.pop_if(|last| is_cut(self.text, last.raw));
        let known = &self.cable.references;
        let again = known.iter().zip(&references).all(|(known, found)| known.value == found.value);
        if let (true, Some(first), false) = (again, references.first(), known.is_empty()) {
            // The copy has its header twice; the first can be cut off.
            let raw = first.raw;
            self.cable.references.extend(references.into_iter().skip(self.cable.references.len()));
            return self.diagnose(Code::FieldRepeated, raw, None);
        }
        self.cable.references.extend(references);
        self.cable.diagnostics.extend(diagnostics);
    }

    pub(super) fn classified_by(&mut self, label: Span, pieces: &[Span]) {
        // `Reason:` and `Derived from:` name nobody.
        let written = label.of(self.text).to_ascii_lowercase();
        let names = written.contains("class") && !written.starts_with("de");
        let field = Logical::line_of_column(self.text, pieces);
        field.inside_words(self.text).for_each(|cut| self.diagnose(Code::WordJoined, cut, None));
        let Classified { people, reasons, unnamed } = heading::classified_by(&field);
        if let Some(office) = unnamed.filter(|_| names) {
            self.diagnose(Code::NoClassifierName, office, None);
        }
        let is_known = self.cable.classified_by.last().is_some_and(|known| !is_cut(self.text, known.raw));
        match (names, is_known) {
            (true, false) => self.cable.classified_by = people,
            (true, true) if !people.is_empty() => self.diagnose(Code::FieldRepeated, label, None),
            _ => {}
        }
        for reason in reasons {
            if self.cable.classification_reasons.iter().all(|known| known.value != reason.value) {
                self.cable.classification_reasons.push(reason);
            }
        }
    }
}

/// How many of `rows` belong to the field above them: those that continue it, and captions in between.
fn following(rows: &[ZonedRow], zone: Zone) -> usize {
    let goes_on = |row: &ZonedRow| !row.begins && row.zone == zone;
    let is_printed_again = |row: &ZonedRow| row.zone == Zone::Caption && matches!(zone, Zone::Field(_));
    let reach = rows.iter().take_while(|row| goes_on(row) || is_printed_again(row)).count();
    rows.get(..reach).unwrap_or_default().iter().rposition(goes_on).map_or(0, |last| last.saturating_add(1))
}

/// The spans of a field's rows. Rows without an interruption in between form one span.
pub(super) fn pieces(group: &[ZonedRow]) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::with_capacity(1);
    let mut cut = false;
    for row in group {
        match pieces.last_mut() {
            _ if row.zone == Zone::Caption => {
                cut = true;
                continue;
            }
            Some(piece) if row.row.gap != Gap::Page && !cut => piece.end = row.row.span.end,
            _ => pieces.push(row.row.span),
        }
        cut = false;
    }
    pieces
}

pub(super) fn covered(pieces: &[Span]) -> Span {
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => first.cover(*last),
        _ => Span::default(),
    }
}
