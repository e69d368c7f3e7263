//! The guarantees that can be seen from outside, as a check that tests and fuzzers run on every parse.
//!
//! - Nothing is lost: the telegrams tile the text, and each one's parts tile the telegram.
//! - Every span lies in its parent, in the order of the text, on character boundaries.

use crate::{Cable, Field, Paragraph, Section, Span};

/// Returns what breaks a guarantee in a parse of `text`, one sentence each; nothing where all hold.
pub fn violations(text: &str, cables: &[Cable]) -> Vec<String> {
    let mut checker = Checker { text, found: Vec::new() };
    let whole = Span::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX));
    checker.tile("telegrams", whole, cables.iter().map(|cable| cable.span));
    for cable in cables {
        checker.tile("parts", cable.span, cable.parts.iter().map(|part| part.span));
        checker.fields(cable);
        checker.paragraphs(cable);
        checker.sections(cable);
        let diagnostics = cable.diagnostics.iter();
        checker.in_order("diagnostic", cable.span, diagnostics.clone().map(|diagnostic| diagnostic.span));
        for span in diagnostics.filter_map(|diagnostic| diagnostic.related) {
            checker.inside("related place", cable.span, span);
        }
        for check in &cable.checks {
            checker.inside("check", cable.span, check.span);
            checker.inside("check", cable.span, check.against);
        }
    }
    checker.found
}

struct Checker<'a> {
    text: &'a str,
    found: Vec<String>,
}

impl Checker<'_> {
    fn expect(&mut self, holds: bool, what: &str, span: Span, why: &str) {
        if !holds {
            self.found.push(format!("{what} {}..{} {why}", span.start, span.end));
        }
    }

    fn inside(&mut self, what: &str, parent: Span, span: Span) {
        self.expect(span.start <= span.end, what, span, "ends before it begins");
        self.expect(parent.contains(span), what, span, "lies outside of its parent");
        let boundaries = [span.start, span.end].iter().all(|&offset| self.text.is_char_boundary(offset as usize));
        self.expect(boundaries, what, span, "cuts a character");
    }

    /// Expects spans without gap, overlap or empty piece; an empty parent may have one empty piece.
    fn tile(&mut self, what: &str, parent: Span, spans: impl Iterator<Item = Span>) {
        let mut end = parent.start;
        for span in spans {
            self.inside(what, parent, span);
            self.expect(span.start == end, what, span, "leaves a gap or overlaps");
            self.expect(!span.is_empty() || parent.is_empty(), what, span, "is empty");
            end = span.end;
        }
        self.expect(end == parent.end, what, parent, "is not covered up to its end");
    }

    /// Expects each span in `parent`, and none before the start of the one in front of it.
    fn in_order(&mut self, what: &str, parent: Span, spans: impl Iterator<Item = Span>) {
        let mut start = parent.start;
        for span in spans {
            self.inside(what, parent, span);
            self.expect(start <= span.start, what, span, "stands before its predecessor");
            start = span.start;
        }
    }

    /// Expects what [`Self::in_order`] does, and that none overlaps the one in front of it.
    fn apart(&mut self, what: &str, parent: Span, spans: impl Iterator<Item = Span>) {
        let mut end = parent.start;
        for span in spans {
            self.inside(what, parent, span);
            self.expect(end <= span.start, what, span, "overlaps its predecessor");
            end = span.end;
        }
    }

    fn field<T>(&mut self, what: &str, parent: Span, field: &Field<T>) {
        self.inside(what, parent, field.raw);
        if !field.label.is_empty() {
            self.inside(what, parent, field.label);
            // A letter of the reference list can stand behind what it names.
            let apart = field.label.end <= field.raw.start || field.raw.end <= field.label.start;
            self.expect(apart, what, field.label, "overlaps what it labels");
        }
    }

    fn list<'f, T: 'f>(&mut self, what: &str, parent: Span, fields: impl IntoIterator<Item = &'f Field<T>>) {
        let mut start = parent.start;
        for field in fields {
            self.field(what, parent, field);
            self.expect(start <= field.raw.start, what, field.raw, "stands before its predecessor");
            start = field.raw.start;
        }
    }

    fn fields(&mut self, cable: &Cable) {
        let span = cable.span;
        let transmission = &cable.transmission;
        self.list("start of transmission", span, &transmission.start);
        self.list("routing indicator", span, &transmission.routed_to);
        self.list("originator", span, &transmission.originator);
        self.list("station serial number", span, &transmission.station_serial);
        self.list("section number", span, &transmission.section);
        self.list("filing time", span, &transmission.filed);
        self.list("security line", span, &transmission.security);
        self.list("operating signal", span, &transmission.signals);
        self.list("precedence", span, &cable.precedence);
        self.list("date-time group", span, &cable.date);
        self.list("day", span, &cable.day);
        self.list("originating post", span, &cable.from);
        self.list("action addressee", span, &cable.to);
        self.list("information addressee", span, &cable.info);
        self.list("exempt addressee", span, &cable.exempt);
        self.list("classification", span, &cable.classification);
        self.list("section count", span, &cable.section_count);
        self.list("reference number", span, &cable.reference_number);
        self.list("archive number", span, &cable.archive_number);
        self.list("series number", span, &cable.series_number);
        self.list("caption", span, &cable.captions);
        self.list("passing instruction", span, &cable.passing);
        self.list("executive order", span, &cable.executive_order);
        self.list("TAGS code", span, &cable.tags);
        self.list("subject", span, &cable.subject);
        self.list("subject's mark", span, &cable.subject_mark);
        self.list("reference", span, &cable.references);
        self.list("classifier", span, &cable.classified_by);
        self.list("reason", span, &cable.classification_reasons);
        self.list("signature", span, &cable.signature);
        self.list("attribute", span, &cable.attributes);
    }

    fn paragraphs(&mut self, cable: &Cable) {
        for paragraph in &cable.paragraphs {
            let spans = paragraph.heading.iter().copied().chain([paragraph.label]);
            let mark = paragraph.mark.iter().map(|mark| mark.raw);
            let written = spans.chain(mark).chain(paragraph.pieces.iter().copied()).filter(|span| !span.is_empty());
            // A mark can stand in front of its label, and a title behind it.
            let mut written: Vec<Span> = written.collect();
            written.sort_unstable_by_key(|span| span.start);
            self.apart("paragraph's part", cable.span, written.into_iter());
        }
        self.apart("paragraph", cable.span, cable.paragraphs.iter().map(extent).filter(|span| !span.is_empty()));
    }

    fn sections(&mut self, cable: &Cable) {
        self.in_order("section", cable.span, cable.sections.iter().map(|section| section.opener));
        for section in &cable.sections {
            let outer = section.paragraphs.iter().filter_map(|&i| cable.paragraphs.get(i)).map(extent);
            let Some(outer) = outer.reduce(Span::cover) else {
                self.expect(false, "section", section.opener, "lies in no paragraph");
                continue;
            };
            let in_range = section.paragraphs.iter().all(|&i| i < cable.paragraphs.len());
            let rising = section.paragraphs.is_sorted_by(|a, b| a < b);
            self.expect(in_range && rising, "section", section.opener, "names paragraphs that are not there");
            self.apart("section's part", outer, written(section));
        }
    }
}

fn written(section: &Section) -> impl Iterator<Item = Span> + '_ {
    let pieces = section.pieces.iter().copied().filter(|piece| !piece.is_empty());
    [section.opener].into_iter().chain(pieces).chain(section.closer)
}

/// The span from the heading to the last piece.
fn extent(paragraph: &Paragraph) -> Span {
    let mark = paragraph.mark.as_ref().map(|mark| mark.raw);
    let spans = paragraph.heading.iter().chain([&paragraph.label]).chain(&mark).chain(&paragraph.pieces);
    spans.copied().filter(|span| !span.is_empty()).reduce(Span::cover).unwrap_or_default()
}
