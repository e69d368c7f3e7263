//! Zones: what each row belongs to, found in one forward pass.
//!
//! A telegram is written in a fixed order (ACP 127 format lines 1 to 16), so a row's zone follows from its first
//! words and from the zone of the row above.

mod addressees;
mod header;
mod heading;
mod inside;
mod line;
mod text_behind;

use crate::dialect::labelled;
use crate::dialect::navy::{self, set::SetKind};
use crate::envelope::joined::begin_inside;
use crate::envelope::{FormatLine, format_line, is_counter, is_distribution};
use crate::heading::{Label, classification, is_marked_sentence, label, passing};
use crate::prose::ends_sentence;
use crate::row::{Gap, Row};
use crate::{Dialect, body, envelope};
use addressees::continues_addressees;
use header::{Reach, labels_apart, reach};
use heading::{Place, Seen, heading_zone, informs_sections};
use line::Line;

/// What a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// A format line.
    Envelope(FormatLine),
    /// Rows in front of the text header that are no format lines.
    Distribution,
    /// Classification line.
    Classification,
    /// Captions.
    Caption,
    /// Passing instructions, and whatever else stands between captions and executive order.
    Passing,
    /// A labelled field of the text header.
    Field(Label),
    /// A set of a message.
    Set(SetKind),
    /// A labelled field that only labelled copies have.
    Labelled(labelled::Label),
    /// A classification printed at the head or foot of a page.
    Banner,
    /// The text.
    Body,
    /// What ends the message behind the text.
    Trailer,
}

/// A row with its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ZonedRow {
    /// The row.
    pub row: Row,
    /// What it belongs to.
    pub zone: Zone,
    /// Length of the label that begins a field; 0 for a row without one.
    pub label: usize,
    /// Whether a new field begins here; otherwise the one above goes on.
    pub begins: bool,
}

/// What a row was found to be.
#[derive(Clone, Copy, Debug)]
struct Reading {
    zone: Zone,
    label: usize,
    begins: bool,
}

impl Reading {
    /// A row without a label that begins something.
    fn begins(zone: Zone) -> Self {
        Self { zone, label: 0, begins: true }
    }

    /// A row that begins with a label of this length.
    fn labelled(zone: Zone, label: usize) -> Self {
        Self { zone, label, begins: true }
    }

    /// A row that goes on with what stands above.
    fn more(zone: Zone) -> Self {
        Self { zone, label: 0, begins: false }
    }
}

/// Zones of all rows, by the rules of a dialect.
pub(crate) fn zones(text: &str, rows: &[Row], dialect: Dialect) -> Vec<ZonedRow> {
    if dialect == Dialect::Unknown {
        let body = |row: &Row| ZonedRow { row: *row, zone: Zone::Body, label: 0, begins: true };
        return rows.iter().map(body).collect();
    }
    if dialect == Dialect::Labelled {
        return labelled::zones(text, rows);
    }
    if dialect == Dialect::Navy {
        return navy::zones(text, rows);
    }
    let (text_above, rows) = rows.split_at(header_below_text(text, rows));
    if !text_above.is_empty() {
        let mut zoned = zones(text, text_above, dialect);
        append(&mut zoned, zones(text, rows, dialect));
        return zoned;
    }
    let is_text = |line: &str| body::is_paragraph(line) || is_marked_sentence(line);
    let (mut reach, header) = reach(text, rows);
    let (header, rest) = labels_apart(text, header, rows, &reach);
    if reach.heading > 0 {
        // Only rows of the heading are taken apart.
        let more = header.len().saturating_add(rest.len()).saturating_sub(rows.len());
        reach.heading = reach.heading.saturating_add(more);
        let last = reach.heading.saturating_sub(1);
        // Text that was joined to the last field is not one of its labels.
        if more > 0 && header.get(last).is_some_and(|line| is_text(line.text)) {
            reach.heading = last;
        }
    }
    let header = format_lines_apart(text, header, &mut reach);
    let mut zoned: Vec<ZonedRow> = Vec::with_capacity(header.len().saturating_add(rest.len()));
    let heading = header.get(reach.envelope..reach.heading.min(header.len())).unwrap_or_default();
    let unclassified = !heading.is_empty() && heading.iter().all(|line| line.classification().is_none());
    let mut seen = Seen::new(reach.envelope > 0, unclassified);
    let mut lines = header.into_iter().chain(rest.iter().map(|row| Line::new(text, *row))).enumerate().peekable();
    while let Some((index, mut line)) = lines.next() {
        let (above, gap) = above(&zoned, &line);
        line.row.gap = gap;
        let Reading { zone, label, begins } = match index < reach.envelope {
            true => envelope_zone(text, &line, above),
            false => {
                let below = lines.peek().map_or("", |(_, below)| below.text);
                let labels_ahead = index < reach.heading;
                heading_zone(&Place { text, line: &line, above, below, labels_ahead }, &mut seen)
            }
        };
        zoned.push(ZonedRow { row: line.row, zone, label, begins });
        if zone == Zone::Body {
            break;
        }
    }
    // Behind the first row of the text there is nothing but text.
    zoned.extend(lines.map(|(_, line)| ZonedRow { row: line.row, zone: Zone::Body, label: 0, begins: false }));
    zoned
}

/// The lines of a header, with each format line of the envelope and each addressee on a line of its own.
fn format_lines_apart<'a>(text: &'a str, lines: Vec<Line<'a>>, reach: &mut Reach) -> Vec<Line<'a>> {
    let inside = |line: &Line| begin_inside(line.text, line.format_line().map(|(kind, _)| kind));
    let places: Vec<Vec<usize>> = lines.iter().take(reach.envelope).map(inside).collect();
    let more: usize = places.iter().map(Vec::len).sum();
    if more == 0 {
        return lines;
    }
    reach.envelope = reach.envelope.saturating_add(more);
    reach.heading = reach.heading.saturating_add(if reach.heading > 0 { more } else { 0 });
    let mut apart = Vec::with_capacity(lines.len().saturating_add(more));
    let mut places = places.into_iter();
    for line in lines {
        let Some(places) = places.next().filter(|places| !places.is_empty()) else {
            apart.push(line);
            continue;
        };
        let Row { span, mut gap } = line.row;
        let ends = places.iter().copied().chain([span.len() as usize]);
        for (start, end) in [0].into_iter().chain(places.iter().copied()).zip(ends) {
            apart.push(Line::new(text, Row { span: crate::line::trim(text, span.part(start..end)), gap }));
            gap = Gap::Line;
        }
    }
    apart
}

/// Appends the zones of rows with a header of their own. That header interrupts the text as a page break does.
pub(crate) fn append(zoned: &mut Vec<ZonedRow>, mut below: Vec<ZonedRow>) {
    let text = below.iter_mut().find(|row| row.zone == Zone::Body && !zoned.is_empty());
    if let Some(first) = text {
        first.row.gap = Gap::Page;
    }
    zoned.append(&mut below);
}

/// Where the header begins in a copy that has paragraphs above it, because it has lost the first header, or was printed
/// with its subject above and all else behind the text; otherwise 0.
fn header_below_text(text: &str, rows: &[Row]) -> usize {
    let (mut paragraphs, mut subject) = (false, false);
    for (index, row) in rows.iter().enumerate() {
        let line = row.span.of(text);
        if is_counter(line) || is_distribution(line) || format_line(line).is_some_and(|(kind, _)| kind.is_envelope()) {
            let below = rows.get(index..).unwrap_or_default();
            return if paragraphs && (!subject || is_header_alone(text, below)) { index } else { 0 };
        }
        if !(subject && paragraphs) {
            match label(line) {
                Some((Label::Subject, _)) => subject = true,
                Some((Label::ClassifiedBy, _)) if subject => {}
                None if classification(line).is_none() => {}
                _ => return 0,
            }
        }
        paragraphs |= body::is_paragraph(line);
    }
    0
}

/// Whether rows are a header and nothing else: it says when or by whom the telegram was sent, and no paragraph stands
/// below.
fn is_header_alone(text: &str, rows: &[Row]) -> bool {
    /// A header with its distribution list has at most this many rows.
    const LONGEST: usize = 100;
    let is_sent =
        |row: &Row| matches!(format_line(row.span.of(text)), Some((FormatLine::From | FormatLine::DateTimeGroup, _)));
    rows.len() <= LONGEST && rows.iter().any(is_sent) && !rows.iter().any(|row| body::is_paragraph(row.span.of(text)))
}

/// The row above `line`, and the gap to it. That is the last row of `zoned`, or the last one of a field that captions
/// interrupt, where a page break printed them again or one stands between its rows: the field goes on behind them.
fn above(zoned: &[ZonedRow], line: &Line) -> (Option<ZonedRow>, Gap) {
    /// At most this many captions are looked at.
    const MOST: usize = 8;
    let gap = line.row.gap;
    let captions = zoned.iter().rev().take(MOST).take_while(|row| row.zone == Zone::Caption);
    let interrupted = captions.enumerate().last().and_then(|(more, first)| {
        let field = zoned.iter().rev().nth(more.saturating_add(1))?;
        let is_page = first.row.gap == Gap::Page;
        let is_in_rows = || more == 0 && gap == Gap::Line && first.row.gap != Gap::Blank;
        let interrupts = matches!(field.zone, Zone::Field(_)) && (is_page || is_in_rows());
        interrupts.then_some((*field, is_page))
    });
    match interrupted {
        Some((field, true)) if gap == Gap::Line || !begins_anew(line.text) => (Some(field), Gap::Page),
        Some((field, _)) => (Some(field), gap),
        None => (zoned.last().copied(), gap),
    }
}

/// Whether a row behind a blank one shows by itself that it goes on with no field: it is an instruction, a title, or a
/// sentence.
fn begins_anew(line: &str) -> bool {
    line.starts_with("ACTION ")
        || body::begins(line)
        || body::is_known(line)
        || passing::is_surely_instruction(line)
        || passing::asks_agency(line)
        || passing::introduces_text(line)
        || ends_sentence(line)
}

fn envelope_zone(text: &str, line: &Line, above: Option<ZonedRow>) -> Reading {
    let is_of_post = || informs_sections(line, above.map(|above| above.row.span.of(text)));
    if let Some((kind, label)) = line.format_line()
        && !(kind == FormatLine::Info && is_of_post())
    {
        return Reading::labelled(Zone::Envelope(kind), label);
    }
    let (line, gap) = (line.text, line.row.gap);
    let Some(above) = above else { return Reading::begins(Zone::Distribution) };
    match above.zone {
        zone @ Zone::Envelope(FormatLine::Routing) if envelope::transmission::is_routing_continuation(line) => {
            Reading::more(zone)
        }
        zone if continues_addressees(line, gap, &above) => Reading::begins(zone),
        _ => Reading::begins(Zone::Distribution),
    }
}
