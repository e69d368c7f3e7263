//! Zones of a message: header lines, then sets, then the text that one of them opens.

mod text;

use super::line::{
    before_group, classification, is_address, is_capital_behind, is_explanation, is_head, is_line_inside, is_notice,
    is_passing, is_precedence, is_series,
};
use super::outline::Outline;
use super::set::{self, Set, SetKind};
use crate::envelope::addressee::without_marker;
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, format_line, janap};
use crate::line::trim;
use crate::row::{Gap, Row};
use crate::words::{has_small, up_to};
use crate::zone::{Zone, ZonedRow};
use crate::{Span, body, heading, wrap};
use std::ops::Range;

/// Zones of all rows.
pub(crate) fn zones(text: &str, rows: &[Row]) -> Vec<ZonedRow> {
    let outline = Outline::of(text, rows);
    let mut zoner =
        Zoner { text, outline, zoned: Vec::with_capacity(rows.len()), seen: Seen::default(), row: 0, in_text: false };
    for (index, row) in rows.iter().enumerate() {
        zoner.row = index;
        zoner.read(*row);
    }
    zoner.zoned
}

#[derive(Default)]
struct Seen {
    /// Whether `BT` or a classification line was seen: what follows belongs to the text header.
    heading: bool,
    /// Whether the header line of JANAP 128 was seen.
    header: bool,
    from: bool,
    to: bool,
    info: bool,
}

struct Zoner<'a> {
    text: &'a str,
    outline: Outline,
    zoned: Vec<ZonedRow>,
    seen: Seen,
    /// Index of the row before it was cut.
    row: usize,
    /// Whether the text has begun.
    in_text: bool,
}

impl Zoner<'_> {
    /// Cuts a row wherever something else begins in it, and gives each piece its zone.
    fn read(&mut self, row: Row) {
        if self.row >= self.outline.end {
            return self.push(row, Zone::Trailer, 0, true);
        }
        let mut row = row;
        while let Some(cut) = self.cut(row.span) {
            let piece = trim(self.text, Span::new(row.span.start, row.span.offset(cut)));
            self.zone(Row { span: piece, gap: row.gap });
            row = Row { span: Span::new(row.span.offset(cut), row.span.end), gap: Gap::Line };
        }
        self.zone(row);
    }

    fn push(&mut self, row: Row, zone: Zone, label: usize, begins: bool) {
        if !row.span.is_empty() {
            self.zoned.push(ZonedRow { row, zone, label, begins });
        }
    }

    fn above(&self) -> Option<Zone> {
        self.zoned.last().map(|above| above.zone)
    }

    /// Where in a row, behind its start, something else begins: another set, a format line, the end of the message.
    fn cut(&self, span: Span) -> Option<usize> {
        let line = span.of(self.text);
        if self.in_text {
            return None;
        }
        let kind = format_line(line);
        // A row that joins more to the date-time group also holds what stands below it.
        let joined = line.len() > wrap::LONGEST_WRAPPED;
        let dated = joined && matches!(kind, Some((FormatLine::DateTimeGroup, _)));
        let addresses = is_address(kind) || dated || self.in_addresses() && !is_head(line);
        let series = is_series(line);
        let classified = joined && (series || line.starts_with("UNCLAS"));
        let passes = is_passing(line);
        if let Some(group) = before_group(line).filter(|_| !self.seen.heading) {
            return Some(group);
        }
        set::places(line).skip(1).find_map(|(at, ended)| {
            let rest = line.get(at..)?;
            let is_set = (ended || series || joined && addresses) && set::begins(rest).is_some();
            let is_line = (ended || addresses) && is_line_inside(rest);
            let is_from = passes && rest.starts_with("FM ");
            let is_below =
                classified && (is_series(rest) || is_passing(rest)) || joined && ended && before_group(rest).is_some();
            let is_next = addresses && is_capital_behind(line, at);
            let is_text =
                joined && ended && self.is_behind_sets() && rest.starts_with("1. ") && set::begins(line).is_some();
            (is_set || is_line || is_from || is_below || is_next || is_text || line.starts_with("BT ")).then_some(at)
        })
    }

    /// Whether the row above had room for the first word of `line`.
    fn breaks_above(&self, line: &str) -> bool {
        let setting = wrap::Setting { width: janap::LONGEST_LINE, spaced: false };
        self.zoned.last().is_some_and(|above| wrap::joint(above.row.span.of(self.text), line, "\n", setting) == '\n')
    }

    /// Whether no further set stands below the row and none opens the text.
    fn is_behind_sets(&self) -> bool {
        self.outline.text.is_none() && self.row >= self.outline.last_set
    }

    fn in_addresses(&self) -> bool {
        matches!(self.above(), Some(Zone::Envelope(kind)) if is_address(Some((kind, 0))))
    }

    /// Whether the set above has not come to its end.
    fn in_set(&self) -> bool {
        self.zoned
            .last()
            .is_some_and(|above| matches!(above.zone, Zone::Set(_)) && !above.row.span.of(self.text).ends_with("//"))
    }

    fn zone(&mut self, row: Row) {
        let line = row.span.of(self.text);
        let above = self.above();
        if self.in_text {
            return self.text_row(row, line);
        }
        let found = set::begins(line).or_else(|| set::begins_any(line).filter(|_| !self.in_set()));
        if let Some(found) = found {
            return self.set(row, found);
        }
        let is_before_text = self.outline.text.is_some_and(|place| (self.row, row.span.start) < place);
        let is_set_ahead = self.row < self.outline.last_set || is_before_text;
        if !is_set_ahead && self.seen.heading && body::begins(line) {
            return self.body(row);
        }
        // The number of the message ends a set that lost its strokes; the envelope does so for the title of a copy. A
        // passing instruction never continues a set, and the label of a subject continues one only if a set gives the
        // subject.
        let is_titled = !self.seen.from && above == Some(Zone::Set(SetKind::Subject));
        let is_envelope = || is_titled && format_line(line).is_some_and(|(kind, _)| kind.is_envelope());
        let is_subject = || !self.outline.subject && matches!(heading::label(line), Some((heading::Label::Subject, _)));
        let is_own = row.gap == Gap::Blank && (is_series(line) || is_envelope())
            || !self.in_set() && (is_passing(line) || is_subject());
        if let Some(zone @ Zone::Set(_)) = above
            && !is_own
            && (self.in_set() && (is_set_ahead || row.gap != Gap::Blank) || has_more(zone, line, is_set_ahead))
        {
            return self.push(row, zone, 0, false);
        }
        self.header(row, line, is_set_ahead);
    }

    /// Adds a row of a header, in front of the sets or between them.
    fn header(&mut self, row: Row, line: &str, is_set_ahead: bool) {
        let above = self.above();
        if janap::header(line).is_some() {
            self.begin_header();
            return self.push(row, Zone::Envelope(FormatLine::Header), 0, true);
        }
        if above == Some(Zone::Envelope(FormatLine::Header)) && is_routing_continuation(line) {
            return self.push(row, Zone::Envelope(FormatLine::Routing), 0, true);
        }
        if line == "BT" {
            self.seen.heading = true;
            return self.push(row, Zone::Envelope(FormatLine::Separator), 0, true);
        }
        if let Some((kind, label)) = format_line(line) {
            return match above {
                _ if self.counts(kind) => self.push(row, Zone::Envelope(kind), label, true),
                // Office codes, each behind its designator.
                Some(Zone::Passing) if row.gap == Gap::Line => self.push(row, Zone::Passing, 0, true),
                // `TO` and `INFO` are words of a subject too.
                Some(Zone::Field(field)) if kind != FormatLine::From && row.gap == Gap::Line => {
                    self.push(row, Zone::Field(field), 0, false);
                }
                _ => self.push(row, Zone::Distribution, 0, true),
            };
        }
        if !self.seen.heading && is_precedence(line) {
            return self.push(row, Zone::Envelope(FormatLine::Precedence), 0, true);
        }
        if let Some(level) = classification(line) {
            // A classification with nothing above it, or another right above it, is a banner in front of the format
            // lines.
            self.seen.heading |= self.zoned.iter().rev().take(1).any(|above| above.zone != Zone::Classification);
            return self.classification(row, level);
        }
        if is_series(line) || is_notice(line) {
            return self.push(row, Zone::Distribution, 0, true);
        }
        if let Some((label, len)) = heading::label(line) {
            let is_gateways = label == heading::Label::Subject && self.outline.subject;
            let zone = if is_gateways { Zone::Distribution } else { Zone::Field(label) };
            self.seen.heading = true;
            return self.push(row, zone, len, true);
        }
        if is_passing(line) {
            return self.push(row, Zone::Passing, 0, true);
        }
        match above {
            Some(zone @ Zone::Envelope(kind)) if is_address(Some((kind, 0))) && !has_small(without_marker(line)) => {
                self.address(row, zone, line);
            }
            // References without a label are lettered below the subject, whose row had room for more words.
            Some(Zone::Field(heading::Label::Subject))
                if line.starts_with("A. ") && (line.contains('/') || self.breaks_above(line)) =>
            {
                self.push(row, Zone::Field(heading::Label::References), 0, true);
            }
            Some(zone @ (Zone::Passing | Zone::Field(_))) if row.gap != Gap::Blank => {
                self.push(row, zone, 0, zone == Zone::Passing);
            }
            _ if is_set_ahead || !self.seen.heading => self.push(row, Zone::Distribution, 0, true),
            _ => self.body(row),
        }
    }

    /// Begins a header. Addressees named in front of its first line belong to a copy's own header.
    fn begin_header(&mut self) {
        if std::mem::replace(&mut self.seen.header, true) || self.seen.from {
            return;
        }
        (self.seen.to, self.seen.info) = (false, false);
        for above in &mut self.zoned {
            if matches!(above.zone, Zone::Envelope(kind) if is_address(Some((kind, 0)))) {
                above.zone = Zone::Distribution;
            }
        }
    }

    /// Adds the level, and what stands around it on its line.
    fn classification(&mut self, row: Row, level: Range<usize>) {
        let level = trim(self.text, row.span.part(level));
        let pieces = [Span::new(row.span.start, level.start), level, Span::new(level.end, row.span.end)];
        for (index, piece) in pieces.into_iter().enumerate() {
            let gap = if index == 0 { row.gap } else { Gap::Line };
            self.push(Row { span: trim(self.text, piece), gap }, Zone::Classification, 0, true);
        }
    }

    /// Adds an addressee, or the end of the one above if a line was wrapped inside it: designators end with the two
    /// letters of a state or country, and none begins with them.
    fn address(&mut self, row: Row, zone: Zone, line: &str) {
        let first = up_to(line, b" /");
        let is_rest = first.len() == 2 && line.split(' ').count() <= 2;
        match self.zoned.last_mut().filter(|_| is_rest && row.gap == Gap::Line) {
            Some(above) => above.row.span.end = row.span.end,
            None => self.push(row, zone, 0, true),
        }
    }

    /// Whether a format line counts. A gateway wraps the message in a header of its own: the inner header gives only
    /// what the outer one lacks.
    fn counts(&mut self, kind: FormatLine) -> bool {
        let seen = match kind {
            FormatLine::From => &mut self.seen.from,
            FormatLine::To => &mut self.seen.to,
            FormatLine::Info => &mut self.seen.info,
            _ => return true,
        };
        !(std::mem::replace(seen, true) && self.seen.heading)
    }

    fn set(&mut self, row: Row, found: Set) {
        self.seen.heading = true;
        let opens = match self.outline.text {
            Some(place) => (self.row, row.span.start) == place,
            None => found.kind == SetKind::Explanation && !self.outline.references,
        };
        match found.kind {
            kind if opens || self.in_text && kind == SetKind::Text => self.open(row, found.label),
            SetKind::Text => self.push(row, Zone::Set(SetKind::Explanation), found.label, true),
            kind => self.push(row, Zone::Set(kind), found.label, true),
        }
    }
}

/// Whether a row continues a set that has come to its end: addresses and explanations often run on.
fn has_more(set: Zone, line: &str, is_set_ahead: bool) -> bool {
    is_explanation(line) || is_set_ahead && set != Zone::Set(SetKind::Subject)
}
