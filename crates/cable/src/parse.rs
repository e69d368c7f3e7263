//! Puts a telegram together: rows to zones, zones to fields and paragraphs, and what they say about each other.

use crate::body::{self, Body};
use crate::envelope::{FormatLine, addressee, date_time_group, transmission};
use crate::heading::{self, Label};
use crate::interruption::{Interruption, InterruptionKind, interruptions};
use crate::part::tile;
use crate::row::{Gap, Row, rows};
use crate::zone::{Zone, ZonedRow, is_partial_extract, zones};
use crate::{
    Addressee, Cable, Code, Date, DateTime, Diagnostic, Dialect, Field, Filing, Logical, Mark, Part, PartKind,
    ReferenceNumber, SectionCount, Span, Transmission, check, line,
};
use std::ops::Range;

/// A passing instruction takes a few lines; what goes on longer is something else.
const LONGEST_INSTRUCTION: u32 = 400;

/// Parses the telegram that `span` of `text` holds.
pub(crate) fn telegram(text: &str, span: Span) -> Cable {
    let interruptions = interruptions(text, span);
    let rows = rows(text, span, &interruptions);
    let zoned = zones(text, &rows);
    let mut parser = Parser { text, cable: empty(span), parts: Vec::new(), filed: None };
    for row in &zoned {
        if let Zone::Envelope(kind) = row.zone {
            parser.format_line(kind, row);
        }
    }
    parser.date_filing();
    parser.heading(&zoned);
    parser.body(&zoned);
    parser.interruptions(&interruptions);
    parser.finish(&interruptions)
}

fn empty(span: Span) -> Cable {
    Cable {
        span,
        dialect: Dialect::Unknown,
        parts: Vec::new(),
        transmission: Transmission::default(),
        precedence: None,
        date: None,
        from: None,
        to: Vec::new(),
        info: Vec::new(),
        exempt: Vec::new(),
        classification: None,
        section_count: None,
        reference_number: None,
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
        checks: Vec::new(),
        diagnostics: Vec::new(),
    }
}

struct Parser<'a> {
    text: &'a str,
    cable: Cable,
    parts: Vec<Part>,
    filed: Option<(transmission::Filed, Span)>,
}

impl Parser<'_> {
    fn part(&mut self, kind: PartKind, span: Span) {
        self.parts.push(Part { kind, span });
    }

    fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.cable.diagnostics.push(Diagnostic { code, span, related: None, detail });
    }

    /// Reads one row of the envelope. The first of its kind counts: a copy can hold the envelope twice.
    fn format_line(&mut self, kind: FormatLine, row: &ZonedRow) {
        let span = row.row.span;
        let line = span.of(self.text);
        let words = |range: Range<usize>| at(span, range);
        let field = |range: Range<usize>| written(self.text, words(range));
        match kind {
            FormatLine::Start => {
                let word = line.split_ascii_whitespace().next().unwrap_or_default();
                self.cable.transmission.start.get_or_insert_with(|| field(0..word.len()));
            }
            FormatLine::Routing => {
                for routing in transmission::routing(line) {
                    let routing = field(routing);
                    let routed = &mut self.cable.transmission.routed_to;
                    if routed.iter().all(|known| known.value != routing.value) {
                        routed.push(routing);
                    }
                }
            }
            FormatLine::Originator if self.cable.transmission.originator.is_none() => {
                let read = transmission::originator(line);
                let sent = &mut self.cable.transmission;
                sent.originator = read.routing.map(field);
                sent.station_serial = read.serial.map(|(value, range)| valued(words(range), value));
                sent.section = read.section.map(|(value, range)| valued(words(range), value));
                self.filed = read.filed.map(|(filed, range)| (filed, words(range)));
            }
            FormatLine::Security if self.cable.transmission.security.is_none() => {
                let (level, signals) = transmission::security(line);
                let sent = &mut self.cable.transmission;
                sent.signals = signals.into_iter().map(field).collect();
                sent.security = level.map(|(value, range)| valued(words(range), value));
            }
            FormatLine::DateTimeGroup if self.cable.date.is_none() => {
                if let Some(group) = date_time_group::read(line) {
                    self.cable.precedence = group.precedence.map(|(pair, range)| valued(words(range), pair));
                    self.cable.date = Some(valued(words(group.date.1), group.date.0));
                    self.cable.transmission.signals.extend(group.signals.into_iter().map(field));
                }
            }
            FormatLine::From if self.cable.from.is_none() => self.cable.from = self.addressee(row),
            FormatLine::To => {
                let addressee = self.addressee(row);
                self.cable.to.extend(addressee);
            }
            FormatLine::Info => {
                let addressee = self.addressee(row);
                self.cable.info.extend(addressee);
            }
            FormatLine::Exempt => {
                let addressee = self.addressee(row);
                self.cable.exempt.extend(addressee);
            }
            _ => {}
        }
        let kind = match kind {
            FormatLine::From | FormatLine::To | FormatLine::Info | FormatLine::Exempt => PartKind::Address,
            _ => PartKind::Transmission,
        };
        self.part(kind, span);
    }

    fn addressee(&self, row: &ZonedRow) -> Option<Field<Addressee>> {
        let span = row.row.span;
        let label = Span::new(span.start, span.start + row.label as u32);
        let raw = line::trim(self.text, Span::new(label.end, span.end));
        let value = addressee::addressee(raw.of(self.text))?;
        Some(Field { label, raw, value })
    }

    /// Gives the filing its year, and the originator its routing indicator.
    fn date_filing(&mut self) {
        let written = self.cable.date.as_ref().and_then(|date| date.value);
        if let Some((filed, span)) = self.filed {
            let at = written.and_then(|written| filing_date(written.date, filed.day)).map(|date| DateTime {
                date,
                hour: filed.hour,
                minute: filed.minute,
            });
            self.cable.transmission.filed = Some(valued(span, Filing { day: filed.day, at }));
        }
        let originator = self.cable.transmission.originator.as_ref().map(|routing| routing.value.clone());
        if let Some(from) = &mut self.cable.from
            && from.value.routing.is_none()
        {
            from.value.routing = originator;
        }
    }

    /// Reads the fields of the text header: each from its first row to the last that goes on with it.
    fn heading(&mut self, zoned: &[ZonedRow]) {
        let mut index = 0;
        while let Some(first) = zoned.get(index) {
            let following =
                zoned.iter().skip(index + 1).take_while(|row| !row.begins && row.zone == first.zone).count();
            let group = zoned.get(index..index + 1 + following).unwrap_or_default();
            match first.zone {
                Zone::Envelope(_) | Zone::Body => {}
                Zone::Distribution => self.distribution(first),
                Zone::Classification => self.classification(group),
                Zone::Caption => self.captions(first),
                Zone::Passing => self.passing(first, index.checked_sub(1).and_then(|above| zoned.get(above))),
                Zone::Field(label) => self.field(label, group),
            }
            index += 1 + following;
        }
    }

    fn distribution(&mut self, row: &ZonedRow) {
        self.part(PartKind::Distribution, row.row.span);
        if is_partial_extract(row.row.span.of(self.text)) {
            self.diagnose(Code::PartialExtract, row.row.span, None);
        }
    }

    fn classification(&mut self, group: &[ZonedRow]) {
        let pieces = pieces(group);
        let field = Logical::prose(self.text, &pieces);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        self.part(PartKind::Classification, first.cover(*last));
        let Some(read) = heading::classification(field.text()) else { return };
        // Where a copy has two, a banner and the line, the one with the number counts.
        if self.cable.classification.is_some() && self.cable.reference_number.is_some() {
            return;
        }
        let raw = field.source(read.text.clone());
        if read.damaged {
            self.diagnose(Code::ClassificationRepaired, raw, None);
        }
        let text = field.text().get(read.text.clone()).map(str::to_owned);
        // Captions on the classification line are captions; only the others limit who may read it.
        let (captions, caveats): (Vec<_>, Vec<_>) = read.caveats.into_iter().partition(|caveat| caveat == "SIPDIS");
        let mark = Mark { level: read.level, caveats, text };
        self.cable.classification = Some(valued(raw, mark));
        let rest = field.text().get(read.rest.clone()).unwrap_or_default();
        let place = |range: Range<usize>| field.source(range.start + read.rest.start..range.end + read.rest.start);
        let (sections, number) = section_and_number(rest);
        self.cable.section_count = sections.map(|(value, range)| valued(place(range), value));
        let year = self.cable.date.as_ref().and_then(|date| date.value).map(|date| date.date.year());
        let behind = number.as_ref().map_or(rest.len(), |(_, _, range)| range.end);
        let between = field.source(read.text.end..read.rest.start.max(read.text.end));
        for caption in captions {
            self.caption(between, caption);
        }
        for (range, caption) in rest.get(behind..).and_then(heading::captions).unwrap_or_default() {
            self.caption(place(range.start + behind..range.end + behind), caption);
        }
        self.cable.reference_number =
            number.map(|(post, number, range)| valued(place(range), ReferenceNumber { year, post, number }));
    }

    fn captions(&mut self, row: &ZonedRow) {
        let span = row.row.span;
        self.part(PartKind::Caption, span);
        for (range, value) in heading::captions(span.of(self.text)).unwrap_or_default() {
            self.caption(at(span, range), value);
        }
    }

    fn caption(&mut self, raw: Span, value: String) {
        match self.cable.captions.iter().find(|known| known.value == value) {
            Some(first) => {
                let (code, related, detail) = (Code::CaptionRepeated, Some(first.raw), Some(value));
                self.cable.diagnostics.push(Diagnostic { code, span: raw, related, detail });
            }
            None => self.cable.captions.push(valued(raw, value)),
        }
    }

    /// A line that names nobody goes on with the one above: `DEPARTMENT FOR NEA/ARP, G/TIP,` / `AND DRL`.
    fn passing(&mut self, row: &ZonedRow, above: Option<&ZonedRow>) {
        let span = row.row.span;
        self.part(PartKind::Passing, span);
        let directly = above.is_some_and(|above| above.zone == Zone::Passing) && row.row.gap == Gap::Line;
        let text = self.text;
        if let Some(last) = self.cable.passing.last_mut().filter(|_| directly)
            && last.raw.len() < LONGEST_INSTRUCTION
            && (last.value.ends_with([',', '/', '-', '&']) || !is_instruction(span.of(text)))
        {
            last.raw = last.raw.cover(span);
            last.value = Logical::line(text, &[last.raw]).into_text();
            return;
        }
        let value = Logical::line(text, &[span]).into_text();
        self.cable.passing.push(valued(span, value));
    }

    fn field(&mut self, label: Label, group: &[ZonedRow]) {
        let Some(first) = group.first() else { return };
        let label_span = Span::new(first.row.span.start, first.row.span.start + first.label as u32);
        let mut pieces = pieces(group);
        if let Some(piece) = pieces.first_mut() {
            *piece = line::trim(self.text, Span::new(label_span.end, piece.end));
        }
        pieces.retain(|piece| !piece.is_empty());
        let kind = match label {
            Label::ExecutiveOrder => PartKind::ExecutiveOrder,
            Label::Tags => PartKind::Tags,
            Label::Subject => PartKind::Subject,
            Label::References => PartKind::References,
            Label::ClassifiedBy => PartKind::ClassifiedBy,
        };
        for row in group {
            self.part(kind, row.row.span);
        }
        match label {
            Label::ExecutiveOrder => self.executive_order(label_span, &pieces),
            Label::Tags => self.tags(&pieces),
            Label::Subject => self.subject(label_span, &pieces),
            Label::References => self.references(&pieces),
            Label::ClassifiedBy => self.classified_by(label_span, &pieces),
        }
    }

    fn executive_order(&mut self, label: Span, pieces: &[Span]) {
        let written = self.cable.date.as_ref().and_then(|date| date.value).map(|date| date.date);
        let field = Logical::line(self.text, pieces);
        if let (None, Some(value)) = (&self.cable.executive_order, heading::executive_order(&field, written)) {
            self.cable.executive_order = Some(Field { label, raw: covered(pieces), value });
        }
    }

    fn tags(&mut self, pieces: &[Span]) {
        let (tags, repeated) = heading::tags(&Logical::line(self.text, pieces));
        for tag in tags {
            match self.cable.tags.iter().find(|known| known.value.code == tag.value.code) {
                Some(first) => {
                    let (related, detail) = (Some(first.raw), Some(tag.value.code));
                    self.cable.diagnostics.push(Diagnostic { code: Code::TagRepeated, span: tag.raw, related, detail });
                }
                None => self.cable.tags.push(tag),
            }
        }
        for (span, first) in repeated {
            self.cable.diagnostics.push(Diagnostic {
                code: Code::TagRepeated,
                span,
                related: Some(first),
                detail: None,
            });
        }
    }

    fn subject(&mut self, label: Span, pieces: &[Span]) {
        if self.cable.subject.is_some() || pieces.is_empty() {
            return;
        }
        let field = Logical::line(self.text, pieces);
        let (mut from, mut mark) = (0, None);
        if let Some((len, value)) = heading::portion_mark(field.text()) {
            mark = Some(valued(field.source(0..len), value));
            from = len;
        }
        let rest = field.text().get(from..).unwrap_or_default();
        let start = from + (rest.len() - rest.trim_start().len());
        if start < field.text().len() {
            let raw = field.source(start..field.text().len());
            self.cable.subject = Some(Field { label, raw, value: rest.trim().to_owned() });
            self.cable.subject_mark = mark;
        }
    }

    fn references(&mut self, pieces: &[Span]) {
        let date = self.cable.date.as_ref().and_then(|date| date.value).map(|date| date.date);
        let number = self.cable.reference_number.as_ref().map(|number| &number.value);
        let context = heading::Context {
            year: date.map(Date::year),
            month: date.map(Date::month),
            post: number.map(|number| number.post.as_str()),
            number: number.map(|number| number.number),
        };
        let (references, diagnostics) = heading::references(&Logical::lines(self.text, pieces), &context);
        self.cable.references.extend(references);
        self.cable.diagnostics.extend(diagnostics);
    }

    fn classified_by(&mut self, label: Span, pieces: &[Span]) {
        // `Reason:` and `Derived from:` name nobody.
        let names = label.of(self.text).to_ascii_lowercase().contains("class")
            && !label.of(self.text).to_ascii_lowercase().starts_with("de");
        let (people, reasons) = heading::classified_by(&Logical::line(self.text, pieces));
        if names && self.cable.classified_by.is_empty() {
            self.cable.classified_by = people;
        }
        for reason in reasons {
            if self.cable.classification_reasons.iter().all(|known| known.value != reason.value) {
                self.cable.classification_reasons.push(reason);
            }
        }
    }

    fn body(&mut self, zoned: &[ZonedRow]) {
        let rows: Vec<Row> = zoned.iter().filter(|row| row.zone == Zone::Body).map(|row| row.row).collect();
        let signer = self.cable.classified_by.first().and_then(|person| person.value.name.split(' ').next_back());
        let anchors = contains(self.text, "](") || contains(self.text, "¶");
        let context = body::Context { anchors, signer };
        let Body { mut paragraphs, signature, parts, diagnostics } = body::body(self.text, &rows, &context);
        let (sections, more) = body::sections(self.text, &mut paragraphs);
        self.cable.paragraphs = paragraphs;
        self.classified_in_text();
        self.cable.sections = sections;
        self.cable.signature = signature;
        self.cable.diagnostics.extend(diagnostics.into_iter().chain(more));
        self.parts.extend(parts);
    }

    /// Some posts say in the first paragraph who classified the telegram, and not in the header (5 FAH-1 H-246).
    fn classified_in_text(&mut self) {
        let Some(first) = self.cable.paragraphs.iter().find(|paragraph| paragraph.number.is_some()) else { return };
        let Some(piece) = first.pieces.first().copied() else { return };
        let Some((Label::ClassifiedBy, label)) = heading::label(piece.of(self.text)) else { return };
        if self.cable.classified_by.is_empty() && self.cable.classification_reasons.is_empty() {
            let label = Span::new(piece.start, piece.start + label as u32);
            let pieces: Vec<Span> =
                std::iter::once(Span::new(label.end, piece.end)).chain(first.pieces.iter().skip(1).copied()).collect();
            self.classified_by(label, &pieces);
        }
    }

    fn interruptions(&mut self, found: &[Interruption]) {
        for interruption in found {
            self.part(PartKind::Interruption, interruption.span);
            let code = match interruption.kind {
                InterruptionKind::PageMarker => Code::PageMarkerRemoved,
                InterruptionKind::Banner => Code::BannerRemoved,
            };
            self.diagnose(code, interruption.span, None);
        }
    }

    /// Where the classification line gives no post and number, the originator and the page markers do. A marker's
    /// own post will not do: it is cut off at ten letters.
    fn assemble_number(&mut self, found: &[Interruption]) {
        let Some(from) = self.cable.from.as_ref().filter(|_| self.cable.reference_number.is_none()) else { return };
        let Some((number, raw)) = found.iter().find_map(|marker| Some((marker.number?, marker.span))) else { return };
        let year = self.cable.date.as_ref().and_then(|date| date.value).map(|date| date.date.year());
        let post = addressee::post(&from.value.name);
        self.cable.reference_number = Some(valued(raw, ReferenceNumber { year, post, number }));
        self.diagnose(Code::ReferenceNumberAssembled, raw, None);
    }

    fn finish(mut self, interruptions: &[Interruption]) -> Cable {
        self.assemble_number(interruptions);
        self.cable.dialect = self.dialect();
        check::checks(self.text, &mut self.cable, interruptions);
        self.cable.parts = tile(self.text, self.cable.span, self.parts);
        self.cable.diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
        self.cable
    }

    /// A text is a telegram when it has a part that only telegrams have; its residue tells which copy.
    fn dialect(&self) -> Dialect {
        let cable = &self.cable;
        let sent = cable.transmission.originator.is_some() || cable.date.is_some() || cable.from.is_some();
        let headed = cable.executive_order.is_some() || !cable.tags.is_empty() || cable.reference_number.is_some();
        match sent || headed && (cable.subject.is_some() || cable.classification.is_some()) {
            false => Dialect::Unknown,
            true if contains(self.text, "](#)") => Dialect::CablegateMarkdown,
            true => Dialect::Cablegate,
        }
    }
}

/// The spans of a field's rows, those without an interruption between them as one.
fn pieces(group: &[ZonedRow]) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::with_capacity(1);
    for row in group {
        match pieces.last_mut() {
            Some(piece) if row.row.gap != Gap::Page => piece.end = row.row.span.end,
            _ => pieces.push(row.row.span),
        }
    }
    pieces
}

fn covered(pieces: &[Span]) -> Span {
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => first.cover(*last),
        _ => Span::default(),
    }
}

fn contains(text: &str, residue: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), residue.as_bytes()).is_some()
}

/// A range of a row as a span of the text.
fn at(row: Span, range: Range<usize>) -> Span {
    Span::new(row.start + range.start as u32, row.start + range.end as u32)
}

/// A value without a label.
fn valued<T>(raw: Span, value: T) -> Field<T> {
    Field { label: Span::new(raw.start, raw.start), raw, value }
}

/// A value that is what was written.
fn written(text: &str, raw: Span) -> Field<String> {
    valued(raw, raw.of(text).to_owned())
}

/// The day that an ordinal means: of the telegram's year, or of a year beside it where that lies nearer, as at the
/// turn of the year.
fn filing_date(written: Date, day: u16) -> Option<Date> {
    let away = i32::from(day) - i32::from(written.ordinal());
    let year = match away {
        183.. => written.year().checked_sub(1)?,
        ..-182 => written.year() + 1,
        _ => written.year(),
    };
    Date::from_ordinal(year, day)
}

/// `SECTION 01 OF 02 MUSCAT 000286`: the sections, and post and number, with their places.
type Numbered = (String, u32, Range<usize>);
fn section_and_number(rest: &str) -> (Option<(SectionCount, Range<usize>)>, Option<Numbered>) {
    let parts: Vec<Range<usize>> = crate::words::words(rest).collect();
    let word = |index: usize| parts.get(index).map_or("", |part| &rest[part.clone()]);
    let says = |index: usize, wanted: &str| word(index).eq_ignore_ascii_case(wanted);
    let number = |index: usize| word(index).parse::<u16>().ok();
    let mut sections = None;
    let mut from = 0;
    for index in 0..parts.len() {
        let last = index + 3;
        let count = if says(index, "SECTION") && says(index + 2, "OF") {
            number(index + 1).zip(number(last))
        } else if says(index, "FINAL") && says(index + 1, "SECTION") && says(index + 2, "OF") {
            number(last).map(|of| (of, of))
        } else {
            continue;
        };
        if let (Some((number, of)), Some(end)) = (count, parts.get(last)) {
            sections = Some((SectionCount { number, of }, parts[index].start..end.end));
            from = last + 1;
            break;
        }
    }
    (sections, post_and_number(rest, parts.get(from..).unwrap_or_default()))
}

/// The post is what stands before the last number; several numbers (`STATE 311722 TOSEC 340058`) name the first.
fn post_and_number(rest: &str, parts: &[Range<usize>]) -> Option<Numbered> {
    let digits = parts.iter().position(|part| crate::words::is_number(&rest[part.clone()]))?;
    let number = parts.get(digits)?;
    let posts = parts.get(..digits)?;
    let first = posts.first()?;
    let is_post = |part: &Range<usize>| {
        rest[part.clone()].bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'-' | b'\''))
    };
    if posts.len() > 5 || !posts.iter().all(is_post) {
        return None;
    }
    let post: String = posts
        .iter()
        .flat_map(|part| rest[part.clone()].bytes())
        .filter(u8::is_ascii_alphabetic)
        .map(|byte| byte.to_ascii_uppercase() as char)
        .collect();
    let value = rest[number.clone()].parse().ok()?;
    Some((post, value, first.start..number.end))
}

/// Whether a passing instruction stands on its own: it says for whom, or what to do.
fn is_instruction(line: &str) -> bool {
    let upper = line.to_ascii_uppercase();
    upper.contains(" FOR ")
        || upper.contains("PASS")
        || upper.contains(':')
        || upper.contains(" TO ")
        || upper.contains("PLEASE")
}
