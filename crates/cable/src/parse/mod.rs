//! Puts a telegram together: rows to zones, zones to fields and paragraphs, and what they say about each other.
//!
//! `envelope` reads the format lines, `distribution` what stands in front of them, `header` the fields of the text
//! header, `passing` its passing instructions, `number` the end of the classification line, `set` the sets of a message,
//! `labelled` the fields that only labelled copies have. `sheet` is for copies that have a header again behind text,
//! `later_header` for those that have lost the first one.

mod distribution;
mod envelope;
mod header;
mod labelled;
mod later_header;
mod number;
mod passing;
mod set;
mod sheet;

pub(crate) use number::{Numbering, numbering};

use crate::body::{self, Body};
use crate::dialect::nara::archive;
use crate::envelope::{addressee, mail, transmission};
use crate::heading::{self, Label};
use crate::interruption::{Interruption, InterruptionKind, interruptions, printed_pages, released};
use crate::part::tile;
use crate::row::{Row, rows};
use crate::split::Telegram;
use crate::words::{has_small, head, words};
use crate::zone::{Zone, ZonedRow};
use crate::{
    Cable, Code, Date, Diagnostic, Dialect, Field, Part, PartKind, ReferenceNumber, Span, Transmission, check, dialect,
    line, sort_by_place,
};
use sheet::{Sheets, pages};
use std::collections::HashMap;

/// Parses a telegram that was found in `text`, by the rules of `dialect`; `None` recognises it.
pub(crate) fn telegram(text: &str, found: Telegram, dialect: Option<Dialect>) -> Cable {
    let span = found.span;
    let mail = Span::new(span.start, mail::below_header(text, span).unwrap_or(span.start));
    let mut written = Span::new(mail.end, span.end);
    let rules = dialect.or_else(|| dialect::recognise(text, written)).unwrap_or(Dialect::Cablegate);
    let mut laid_over = found.laid_over;
    // What the archive added behind the text is none of it.
    if rules == Dialect::Nara1970s {
        written.end = archive::begins(text, written).unwrap_or(span.end);
    }
    laid_over.extend(printed_pages(text, written, rules == Dialect::Labelled));
    // What the archive released in its systematic review it stamped, of whatever kind the copy is.
    laid_over.extend(dialect::nara::stamps(text, written));
    laid_over.extend(released(text, written));
    let interruptions = interruptions(text, written, laid_over);
    let rows = rows(text, written, &interruptions);
    let pages = pages(&interruptions);
    let sheets = Sheets(if pages.is_empty() { &found.sheets } else { &pages });
    let zoned = sheets.zones(text, &rows, rules);
    let mut parser = Parser {
        text,
        cable: empty(span, rules),
        parts: Vec::with_capacity(zoned.len()),
        filed: None,
        again: false,
        known: Known::default(),
    };
    line::rows(text, mail).for_each(|row| parser.part(PartKind::Distribution, row));
    for row in &zoned {
        if let Zone::Envelope(kind) = row.zone {
            parser.format_line(kind, row);
        }
    }
    parser.sent_with_later_section(&interruptions);
    parser.date_filing();
    parser.heading(&zoned);
    parser.body(&zoned, sheets);
    parser.interruptions(&interruptions, &zoned);
    if rules == Dialect::Nara1970s {
        parser.archive(Span::new(written.end, span.end), &interruptions);
    }
    if dialect.is_none() {
        parser.name_dialect();
    }
    parser.finish(&interruptions)
}

fn empty(span: Span, dialect: Dialect) -> Cable {
    Cable {
        span,
        dialect,
        parts: Vec::new(),
        transmission: Transmission::default(),
        precedence: None,
        date: None,
        day: None,
        from: None,
        to: Vec::new(),
        info: Vec::new(),
        exempt: Vec::new(),
        classification: None,
        section_count: None,
        reference_number: None,
        archive_number: None,
        captions: Vec::new(),
        passing: Vec::new(),
        executive_order: None,
        tags: Vec::new(),
        subject: None,
        subject_mark: None,
        references: Vec::new(),
        classified_by: Vec::new(),
        classification_reasons: Vec::new(),
        paragraphs: Vec::new(),
        sections: Vec::new(),
        signature: Vec::new(),
        attributes: Vec::new(),
        checks: Vec::new(),
        diagnostics: Vec::new(),
    }
}

struct Parser<'a> {
    text: &'a str,
    cable: Cable,
    parts: Vec<Part>,
    filed: Option<(transmission::Filed, Span)>,
    /// Whether the envelope has begun again.
    again: bool,
    /// Where each TAGS code and each caption stands first.
    known: Known,
}

/// Where each of the words stands first that can stand more than once.
#[derive(Default)]
struct Known {
    tags: HashMap<String, Span>,
    captions: HashMap<String, Span>,
}

impl Parser<'_> {
    fn part(&mut self, kind: PartKind, span: Span) {
        self.parts.push(Part { kind, span });
    }

    fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.cable.diagnostics.push(Diagnostic { code, span, related: None, detail });
    }

    /// The day of the date-time group: what years and days elsewhere in the telegram are read by.
    fn written_on(&self) -> Option<Date> {
        self.cable.written_on()
    }

    fn body(&mut self, zoned: &[ZonedRow], sheets: Sheets) {
        let mut rows: Vec<Row> = zoned.iter().filter(|row| row.zone == Zone::Body).map(|row| row.row).collect();
        let subject = self.cable.subject.as_ref();
        let words = subject.map_or("", |subject| &subject.value);
        let raw = subject.map_or(Span::default(), |subject| subject.raw);
        let subject_below: Vec<&str> = line::rows(self.text, raw).skip(1).map(|row| row.of(self.text)).collect();
        if let Some(columns) = body::take_columns(self.text, &mut rows, words) {
            self.part(PartKind::Trailer, columns);
            // What closes a column is none itself.
            let is_closing = columns.of(self.text) == "\"";
            let code = if is_closing { Code::QuotationMarkLeft } else { Code::ColumnsRemoved };
            self.diagnose(code, columns, None);
        }
        let signer = self.cable.classified_by.first().map(|person| person.value.name.as_str());
        let anchors = contains(self.cable.span.of(self.text), "](") || contains(self.cable.span.of(self.text), "¶");
        let joint = self.cable.dialect == Dialect::Navy;
        // Below a text that has neither header nor numbered paragraphs a name is no signature.
        let is_telegram = rows.len() < zoned.len() || rows.iter().any(|row| body::is_paragraph(row.span.of(self.text)));
        let mut read = Body::default();
        for run in sheets.runs(&rows) {
            if let Some(first) = run.rows.first().filter(|_| run.misplaced) {
                read.diagnose(Code::SectionMisplaced, first.span, None);
            }
            let signed = run.signed && is_telegram;
            let context =
                body::Context { anchors, subject_below: &subject_below, signer, joint, later: run.later, signed };
            read.extend(body::body(self.text, run.rows, &context));
        }
        let Body { mut paragraphs, signature, parts, diagnostics } = read;
        if joint {
            self.titled(zoned, &mut paragraphs);
        }
        let (sections, more) = body::sections(self.text, &mut paragraphs);
        self.cable.paragraphs = paragraphs;
        self.classified_in_text();
        self.cable.sections = sections;
        // A labelled one has been read.
        if self.cable.signature.is_empty() {
            self.cable.signature = signature;
        }
        if joint {
            self.released();
        }
        self.cable.diagnostics.extend(diagnostics.into_iter().chain(more));
        self.parts.extend(parts);
    }

    /// Some posts say in the first paragraph who classified the telegram, and not in the header (5 FAH-1 H-246).
    fn classified_in_text(&mut self) {
        let Some(first) = self.cable.paragraphs.iter().find(|paragraph| paragraph.number.is_some()) else { return };
        let Some(piece) = first.pieces.first().copied() else { return };
        let opening = piece.of(self.text);
        let label = |said: Span| match heading::label(said.of(self.text))? {
            (Label::ClassifiedBy, len) => Some((said, len)),
            _ => None,
        };
        let behind = || label(piece.split_at(marking(opening)).1);
        let Some((said, label)) = label(piece).or_else(behind) else { return };
        if self.cable.classified_by.is_empty() && self.cable.classification_reasons.is_empty() {
            let label = Span::new(said.start, said.offset(label));
            let pieces: Vec<Span> =
                std::iter::once(Span::new(label.end, piece.end)).chain(first.pieces.iter().skip(1).copied()).collect();
            self.classified_by(label, &pieces);
        }
    }

    /// A page marker or banner in front of the telegram's first row or behind its last interrupts nothing, so nothing
    /// was repaired.
    fn interruptions(&mut self, found: &[Interruption], zoned: &[ZonedRow]) {
        let first = zoned.iter().find(|row| row.zone != Zone::Distribution).map_or(u32::MAX, |row| row.row.span.start);
        let last = zoned.last().map_or(0, |row| row.row.span.end);
        for interruption in found {
            self.part(PartKind::Interruption, interruption.span);
            let is_outside = interruption.span.start < first || interruption.span.start >= last;
            let code = match interruption.kind {
                InterruptionKind::PageMarker | InterruptionKind::Banner if is_outside => continue,
                InterruptionKind::PageMarker => Code::PageMarkerRemoved,
                InterruptionKind::Banner => Code::BannerRemoved,
                InterruptionKind::SectionHeader => Code::SectionHeaderRemoved,
                InterruptionKind::Separator => Code::SeparatorRemoved,
                InterruptionKind::Stamp => Code::StampRemoved,
                InterruptionKind::Lost => Code::TextLost,
            };
            self.diagnose(code, interruption.span, None);
        }
    }

    /// Where the classification line gives no post and number, the originator and the page markers do. A marker's
    /// own post will not do: it is cut off at ten letters.
    fn assemble_number(&mut self, found: &[Interruption]) {
        if self.cable.reference_number.is_none()
            && let Some((number, raw)) = found.iter().find_map(|marker| Some((marker.number?, marker.span)))
        {
            self.number_of_originator(number, raw);
        }
    }

    /// A number that stands without its post is one of the originator's.
    fn number_of_originator(&mut self, number: u32, raw: Span) {
        let Some(from) = self.cable.from.as_ref() else { return };
        let year = self.written_on().map(Date::year);
        let post = addressee::post(&from.value.name);
        self.cable.reference_number = Some(valued(raw, ReferenceNumber { year, post, number }));
        self.diagnose(Code::ReferenceNumberAssembled, raw, None);
    }

    /// The attributes behind the text, the number that they give, and where they contradict the text.
    fn archive(&mut self, behind: Span, found: &[Interruption]) {
        self.assemble_number(found);
        let row = |row| Part { kind: PartKind::Trailer, span: row };
        self.parts.extend(line::rows(self.text, behind).map(row));
        self.cable.attributes.extend(archive::attributes(self.text, behind));
        self.cable.archive_number = archive::number(self.text, &self.cable, found);
        self.cable.diagnostics.extend(archive::contradictions(self.text, &self.cable));
    }

    fn finish(mut self, interruptions: &[Interruption]) -> Cable {
        self.assemble_number(interruptions);
        self.classified_by_banner(interruptions);
        let trailer = self.parts.iter().filter(|part| part.kind == PartKind::Trailer);
        let is_ended = body::is_ended(trailer.map(|part| part.span.of(self.text)));
        check::checks(self.text, &mut self.cable, interruptions, is_ended);
        self.cable.parts = tile(self.text, self.cable.span, self.parts);
        sort_by_place(&mut self.cable.diagnostics, |found| [found.span.start, found.span.end, found.code as u32]);
        self.cable
    }

    /// What shows no other dialect is a telegram when it has a part that only telegrams have; its residue tells which
    /// copy.
    fn name_dialect(&mut self) {
        let cable = &self.cable;
        let sent = cable.transmission.originator.is_some() || cable.date.is_some() || cable.from.is_some();
        let headed = cable.executive_order.is_some() || !cable.tags.is_empty() || cable.reference_number.is_some();
        let is_telegram = sent || headed && (cable.subject.is_some() || cable.classification.is_some());
        if self.cable.dialect == Dialect::Cablegate {
            let copy = dialect::copy(self.cable.span.of(self.text));
            self.cable.dialect = if is_telegram { copy } else { Dialect::Unknown };
        }
    }
}

fn contains(text: &str, residue: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), residue.as_bytes()).is_some()
}

/// The length of the sentence in front of the first paragraph that says for whom all of the text is: `NODIS.`, `SECRET -
/// ENTIRE TEXT.`
fn marking(paragraph: &str) -> usize {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 4;
    let end = head(paragraph, LONGEST).find(". ");
    let sentence = end.and_then(|end| paragraph.get(..end)).unwrap_or_default();
    let is_marking = !has_small(sentence) && words(sentence).count() <= MOST_WORDS;
    end.filter(|_| is_marking).map_or(0, |end| end.saturating_add(". ".len()))
}

/// What stands in a field that has no value.
fn is_nothing(value: &str) -> bool {
    ["", "NONE", "N/A", "NA", "NIL"].iter().any(|nothing| value.eq_ignore_ascii_case(nothing))
}

/// A value without a label.
fn valued<T>(raw: Span, value: T) -> Field<T> {
    Field { label: Span::new(raw.start, raw.start), raw, value }
}

/// A value that is what was written.
fn written(text: &str, raw: Span) -> Field<String> {
    valued(raw, raw.of(text).to_owned())
}
