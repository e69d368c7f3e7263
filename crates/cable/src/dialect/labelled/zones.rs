//! What each row of a labelled copy belongs to.

use super::{Label, begins_telegram, label};
use crate::prose::is_unfinished;
use crate::row::{Gap, Row};
use crate::zone::{self, Zone, ZonedRow};
use crate::{Dialect, body, heading};

/// A further label belongs to the header if it is at most this many rows behind the last one.
const HEADER_REACH: usize = 15;

/// The same, behind the label of a list of addressees.
const LIST_REACH: usize = 200;

/// No print indents a value further than this.
const WIDEST_INDENT: usize = 80;

/// Zones of all rows. A print that holds a whole telegram only adds a block of its own in front.
pub(crate) fn zones(text: &str, rows: &[Row]) -> Vec<ZonedRow> {
    match telegram(text, rows).and_then(|start| rows.split_at_checked(start)) {
        Some((print, telegram)) => {
            let mut zoned = block(text, print);
            zoned.extend(zone::zones(text, telegram, Dialect::Cablegate));
            zoned
        }
        None => Copy::new(text, rows).zones(rows),
    }
}

/// The first row of the transmission that a print holds.
fn telegram(text: &str, rows: &[Row]) -> Option<usize> {
    let line = |index: usize| rows.get(index).map_or("", |row| row.span.of(text));
    (0..rows.len().min(super::super::FIRST_ROWS))
        .take_while(|index| !body::is_paragraph(line(*index)))
        .find(|index| begins_telegram(line(*index), line(index.saturating_add(1))))
}

/// The rows in front of the telegram that a print holds: whatever they say is the print's and not the telegram's.
fn block(text: &str, rows: &[Row]) -> Vec<ZonedRow> {
    let mut zoned: Vec<ZonedRow> = Vec::with_capacity(rows.len());
    for row in rows {
        let above = zoned.last().filter(|above| above.zone == Zone::Labelled(Label::Attribute));
        let hangs = above.is_some_and(|above| row.gap == Gap::Line && indent(text, row) > indent(text, &above.row));
        let (zone, label, begins) = match label::label(row.span.of(text)) {
            Some((_, len)) => (Zone::Labelled(Label::Attribute), len, true),
            None if hangs => (Zone::Labelled(Label::Attribute), 0, false),
            None => (Zone::Distribution, 0, true),
        };
        zoned.push(ZonedRow { row: *row, zone, label, begins });
    }
    zoned
}

/// How far a row is indented from the start of its line.
fn indent(text: &str, row: &Row) -> usize {
    let before = text.as_bytes().get(..row.span.start as usize).unwrap_or_default();
    before.iter().rev().take(WIDEST_INDENT).take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// A copy whose labels are the telegram's own header, and often the rows behind its text.
struct Copy<'a> {
    text: &'a str,
    /// The row behind the last label of the header.
    header: usize,
    /// The first label behind the text.
    closing: usize,
}

impl<'a> Copy<'a> {
    fn new(text: &'a str, rows: &[Row]) -> Self {
        let header = header(text, rows);
        Self { text, header, closing: closing(text, rows, header) }
    }

    fn zones(&self, rows: &[Row]) -> Vec<ZonedRow> {
        let mut zoned: Vec<ZonedRow> = Vec::with_capacity(rows.len());
        let (mut in_text, mut below_banner) = (false, false);
        // The row that began the field above.
        let mut field = None;
        for (index, row) in rows.iter().enumerate() {
            let gap = if below_banner { Gap::Page } else { row.gap };
            let row = Row { gap, ..*row };
            in_text &= index < self.closing;
            let (zone, label, begins) = match in_text {
                true => self.zone_in_text(&row),
                false => self.zone(index, &row, field, zoned.last()),
            };
            let row = ZonedRow { row, zone, label, begins };
            zoned.push(row);
            in_text |= zone == Zone::Body;
            below_banner = zone == Zone::Banner;
            if begins && !below_banner {
                field = Some(row);
            }
        }
        zoned
    }

    fn zone_in_text(&self, row: &Row) -> (Zone, usize, bool) {
        let line = row.span.of(self.text);
        let is_banner = is_stamp(line) || heading::banner(line).is_some_and(|banner| !banner.damaged);
        if is_banner { (Zone::Banner, 0, true) } else { (Zone::Body, 0, false) }
    }

    fn zone(&self, index: usize, row: &Row, field: Option<ZonedRow>, above: Option<&ZonedRow>) -> (Zone, usize, bool) {
        let line = row.span.of(self.text);
        let labels_ahead = index < self.header;
        if let Some((zone, len)) = label::label(line) {
            return (zone, len, true);
        }
        let is_rule = body::is_rule(line);
        if index < self.closing && body::begins(line) && !(is_rule && labels_ahead) {
            return (Zone::Body, 0, true);
        }
        let empty =
            above.filter(|above| above.begins && above.label > 0 && above.label == above.row.span.len() as usize);
        if let Some(label) = empty
            && !is_rule
            && (labels_ahead || row.gap == Gap::Line || label.zone == Zone::Field(heading::Label::Subject))
        {
            return (label.zone, 0, false);
        }
        if is_stamp(line) || heading::banner(line).is_some() {
            return (Zone::Banner, 0, true);
        }
        if heading::is_caption(line) {
            return (Zone::Caption, 0, true);
        }
        let field = field.filter(|field| above.is_some_and(|above| above.zone == field.zone) && !is_rule);
        let hangs = field.is_some_and(|field| indent(self.text, row) > indent(self.text, &field.row));
        if let Some(len) = label::unknown(line).filter(|_| !hangs) {
            return (Zone::Labelled(Label::Attribute), len, true);
        }
        let unfinished = above.is_some_and(|above| is_unfinished(above.row.span.of(self.text)));
        match (field, row.gap) {
            (Some(field), Gap::Line) => (field.zone, 0, false),
            (Some(field), _) if unfinished || row.gap == Gap::Page && hangs => (field.zone, 0, false),
            (Some(ZonedRow { zone: zone @ Zone::Field(heading::Label::References), .. }), _)
                if heading::is_lettered(line) =>
            {
                (zone, 0, false)
            }
            _ if labels_ahead => (Zone::Distribution, 0, true),
            _ if index < self.closing => (Zone::Body, 0, true),
            _ => (Zone::Trailer, 0, true),
        }
    }
}

/// Whether a row is printed on every page of a release under the Freedom of Information Act: `… Case No. … Doc No. …`.
fn is_stamp(line: &str) -> bool {
    line.contains("Case No. ") && line.contains("Doc No. ")
}

/// Where the header ends: behind its last label.
fn header(text: &str, rows: &[Row]) -> usize {
    let (mut end, mut reach, mut prose) = (0, HEADER_REACH, false);
    for (index, row) in rows.iter().enumerate() {
        let line = row.span.of(text);
        match label::label(line) {
            Some((zone, _)) if !(prose && label::is_closing(line)) => {
                end = index.saturating_add(1);
                prose = false;
                let lists = matches!(zone, Zone::Labelled(Label::Action | Label::Info | Label::Exempt));
                reach = if lists { LIST_REACH } else { HEADER_REACH };
            }
            _ if body::is_paragraph(line) || index > reach.saturating_add(end) => break,
            _ => prose |= row.gap == Gap::Blank && heading::banner(line).is_none(),
        }
    }
    end
}

/// Where the rows behind the text begin: at the first label of a run of labels that stand only there.
fn closing(text: &str, rows: &[Row], header: usize) -> usize {
    let (mut start, mut unlabelled) = (rows.len(), 0_usize);
    for (index, row) in rows.iter().enumerate().skip(header).rev() {
        let line = row.span.of(text);
        if label::is_closing(line) {
            start = index;
        }
        unlabelled = if label::label(line).is_some() { 0 } else { unlabelled.saturating_add(1) };
        if unlabelled > LIST_REACH || body::is_paragraph(line) {
            break;
        }
    }
    start
}
