//! Puts a telegram together: rows into zones, zones into fields and paragraphs, and checks them against each other.
//!
//! `envelope` reads the format lines, `distribution` the rows in front of them, `fields` the fields of the text header,
//! `passing` its passing instructions, `set` the sets of a message, and `labelled` the fields that only labelled copies
//! have. `text` reads the text. `sheet` is for copies that have another header behind text, `later_header` for those
//! that have lost the first one, `cut` for values that were cut off, and `record` for the year from the archive's
//! record.

mod classification;
mod cut;
mod distribution;
mod envelope;
mod fields;
mod labelled;
mod later_header;
mod passing;
mod record;
mod set;
mod sheet;
mod text;

use crate::body;
use crate::dialect::nara::{self, archive, front};
use crate::envelope::joined::start_inside;
use crate::envelope::{designator, transmission};
use crate::interruption::{Interruption, InterruptionKind, interruptions, printed_pages, released};
use crate::part::tile;
use crate::row::{self, Gap, rows};
use crate::split::{Telegram, mail};
use crate::telegram_name::TelegramName;
use crate::zone::{Zone, ZonedRow};
use crate::{
    Cable, Code, Date, Diagnostic, Dialect, Field, Part, PartKind, ReferenceNumber, Span, Transmission, check, dialect,
    glossary, line, sort_by_place,
};
use sheet::{Sheets, pages};
use std::collections::HashMap;

/// Parses a telegram that was found in `text`, by the rules of `dialect`; if that is `None`, recognises the dialect.
/// `named` is the telegram's name according to the page or row that holds it.
pub(crate) fn telegram(text: &str, found: Telegram, dialect: Option<Dialect>, named: Option<TelegramName>) -> Cable {
    let span = found.span;
    let mail = Span::new(span.start, mail::below_header(text, span).unwrap_or(span.start));
    let mut written = Span::new(mail.end, span.end);
    let (table, start) = front::table(text, written).unwrap_or_else(|| (Vec::new(), written.start));
    written.start = start;
    let read_as = dialect.or_else(|| dialect::recognise(text, written)).unwrap_or(Dialect::Cablegate);
    let rules = read_as.rules();
    let mut laid_over = found.laid_over;
    // Additions by the archive are not part of the text.
    if rules.archived {
        written.start = front::below_title(text, written).unwrap_or(written.start);
        written.end = archive::begins(text, written).unwrap_or(span.end);
        laid_over.extend(nara::replaced(text, written));
    }
    laid_over.extend(printed_pages(text, written, rules.printed));
    // The archive stamped everything that it released in its systematic review, whatever the kind of copy.
    laid_over.extend(nara::stamps(text, written));
    laid_over.extend(released(text, written));
    let interruptions = interruptions(text, written, laid_over);
    let mut rows = rows(text, written, &interruptions);
    if !rules.message {
        rows = row::apart(text, rows, start_inside, Gap::Line);
    }
    let pages = pages(&interruptions);
    let sheets = Sheets(if pages.is_empty() { &found.sheets } else { &pages });
    let zoned = sheets.zones(text, &rows, read_as);
    let mut parser = Parser {
        text,
        cable: empty(span, read_as),
        parts: Vec::with_capacity(zoned.len()),
        filed: None,
        recorded: named,
        year: None,
        again: false,
        known: Known::default(),
    };
    line::rows(text, Span::new(span.start, written.start)).for_each(|row| parser.part(PartKind::Distribution, row));
    for row in &zoned {
        if let Zone::Envelope(kind) = row.zone {
            parser.format_line(kind, row);
        }
    }
    parser.sent_with_later_section(&interruptions);
    parser.date_filing();
    parser.find_record(&interruptions);
    parser.fields(&zoned);
    parser.body(&zoned, sheets);
    parser.interruptions(&interruptions, &zoned);
    parser.cable.attributes.splice(0..0, table);
    if rules.archived {
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
        series_number: None,
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
    /// The archive's name for the telegram, in the text or beside it; used if no date-time group gives the year.
    recorded: Option<TelegramName>,
    /// The year of a date-time group whose date does not exist in the calendar.
    year: Option<u16>,
    /// Whether the envelope has begun again.
    again: bool,
    /// The words that count only once, however often they occur.
    known: Known,
}

/// The first place of each word that can occur more than once.
#[derive(Default)]
struct Known {
    tags: HashMap<String, Span>,
    captions: HashMap<String, Span>,
    routed: HashMap<String, Span>,
}

impl Parser<'_> {
    fn part(&mut self, kind: PartKind, span: Span) {
        self.parts.push(Part { kind, span });
    }

    fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.cable.diagnostics.push(Diagnostic::new(code, span, detail));
    }

    /// The day the telegram was written, by which years and days elsewhere in it are read.
    fn written_on(&self) -> Option<Date> {
        self.cable.written_on()
    }

    /// Reports the interruptions. A page marker or banner in front of the telegram's first row or behind its last
    /// interrupts nothing, so it is not reported as a repair.
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

    /// Takes the post from the originator and the number from a page marker, if the classification line gives neither.
    /// A marker's own post cannot be used, as it is cut off at ten letters.
    fn assemble_number(&mut self, found: &[Interruption]) {
        if self.cable.reference_number.is_none()
            && let Some((number, raw)) = found.iter().find_map(|marker| Some((marker.number?, marker.span)))
        {
            self.number_of_originator(number, raw);
        }
    }

    /// Sets the telegram's number and post. If the post is a misprint of the originator's, or has the designator in
    /// front (`AMEMBASSY TARSIS 000417`), it is replaced by the originator's.
    fn number_of_post(&mut self, written: String, number: u32, raw: Span) {
        let own = self.cable.from.as_ref().map(|from| designator::post(&from.value.name));
        let is_designated = |own: &String| written.ends_with(own) && glossary::post(&written) == *own;
        let is_misprint = own.as_ref().is_some_and(|own| glossary::is_misprint(&written, own));
        if is_misprint {
            self.diagnose(Code::PostMisspelt, raw, Some(written.clone()));
        }
        let meant = own.filter(|own| is_misprint || is_designated(own));
        let post = meant.unwrap_or(written);
        let year = self.year_of(&post, number);
        self.cable.reference_number = Some(Field::bare(raw, ReferenceNumber { year, post, number }));
    }

    /// Sets the telegram's number if it stands without a post: the post is the originator's.
    fn number_of_originator(&mut self, number: u32, raw: Span) {
        let Some(from) = self.cable.from.as_ref() else { return };
        let post = designator::post(&from.value.name);
        let year = self.year_of(&post, number);
        self.cable.reference_number = Some(Field::bare(raw, ReferenceNumber { year, post, number }));
        self.diagnose(Code::ReferenceNumberAssembled, raw, None);
    }

    /// Reads the attributes behind the text and the number that they give, and reports where they contradict the text.
    fn archive(&mut self, behind: Span, found: &[Interruption]) {
        self.assemble_number(found);
        let row = |row| Part { kind: PartKind::Trailer, span: row };
        self.parts.extend(line::rows(self.text, behind).map(row));
        self.cable.attributes.extend(archive::attributes(self.text, behind));
        self.cable.archive_number = archive::number(self.text, &self.cable, found);
        if let Some(locator) = archive::text_elsewhere(self.text, &self.cable).cloned() {
            let detail = Some(format!("Its locator is \u{201c}{}\u{201d}.", locator.value));
            self.diagnose(Code::TextElsewhere, locator.raw, detail);
        }
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

    /// Names the dialect of a text that no other dialect's signs fit: it is a telegram if it has a part that only
    /// telegrams have, and its residue tells which copy.
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

/// Whether a field's value says that it has none.
fn is_nothing(value: &str) -> bool {
    ["", "NONE", "N/A", "NA", "NIL"].iter().any(|nothing| value.eq_ignore_ascii_case(nothing))
}

/// A field whose value is the text as written.
fn written(text: &str, raw: Span) -> Field<String> {
    Field::bare(raw, raw.of(text).to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn posts_of_the_sender() {
        for (from, post, expected) in [
            ("AMEMBASSY OSLO", "OSL", "08OSLO417"),
            ("AMEMBASSY OSLO", "OLSO", "08OSLO417"),
            ("AMEMBASSY OSLO", "LIMA", "08LIMA417"),
            ("AMEMBASSY OSLO", "AMEMBASSY OSLO", "08OSLO417"),
            ("AMEMBASSY NEW TARSIS", "AMEMBASSY NEW TARSIS", "08NEWTARSIS417"),
            ("AMEMBASSY OSLO", "AMEMBASSY LIMA", "08AMEMBASSYLIMA417"),
            ("AMEMBASSY TARSIS", "TARSI", "08TARSI417"),
            ("USMISSION USUN NEW YORK", "USUN", "08USUN417"),
        ] {
            let text =
                format!("R 160544Z FEB 08\nFM {from}\nTO SECSTATE WASHDC 1291\nBT\nUNCLAS {post} 000417\nTAGS: PREL\n");
            assert_eq!(crate::parse(&text).mrn().as_deref(), Some(expected), "{from} {post}");
        }
    }
}
