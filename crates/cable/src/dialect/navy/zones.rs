//! Zones of a message: header lines, then sets, then the text that one of them opens.

use super::set::{self, Set, SetKind};
use super::{filing, is_series};
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, format_line, janap};
use crate::line::trim;
use crate::row::{Gap, Row};
use crate::words::starts_with_any_case;
use crate::zone::{Zone, ZonedRow};
use crate::{Span, body, heading};
use std::ops::Range;

/// A classification line is no longer, with every caveat.
const LONGEST_CLASSIFICATION: usize = 200;

/// Words that begin something inside a row are no longer.
const LONGEST_WORD: usize = 16;

/// The end of the message is looked for in this many rows.
const MOST_CLOSING_ROWS: usize = 12;

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

/// What the message has further down, which decides how rows above are read.
struct Outline {
    /// Row and place in it where the set begins that opens the text.
    text: Option<(usize, u32)>,
    /// The last row in front of the text with the name of a set.
    last_set: usize,
    /// Whether a set gives the subject: then a gateway's own `SUBJ:` line does not.
    subject: bool,
    /// Whether there is a set of references, which `NARR` explains. Without any it is the text.
    references: bool,
    /// The first row behind the text.
    end: usize,
}

impl Outline {
    fn of(text: &str, rows: &[Row]) -> Self {
        let end = end_of_text(text, rows);
        let mut outline = Outline { text: None, last_set: 0, subject: false, references: false, end };
        // Remarks can stand in for the explanation of references: those with the first paragraph count.
        let mut numbered = false;
        for (index, row) in rows.iter().enumerate().take(end) {
            let line = row.span.of(text);
            for (at, found) in set::sets(line) {
                let below = rows.get(index.saturating_add(1)).map_or("", |row| row.span.of(text));
                let behind =
                    line.get(at.saturating_add(found.label)..).map(str::trim_start).filter(|behind| !behind.is_empty());
                let first = body::begins(behind.unwrap_or(below));
                if found.kind == SetKind::Text && (outline.text.is_none() || first && !numbered) {
                    numbered = first;
                    outline.text = Some((index, row.span.offset(at)));
                }
                if !numbered {
                    outline.subject |= found.kind == SetKind::Subject;
                    outline.references |= found.kind == SetKind::Reference;
                    outline.last_set = index;
                }
            }
        }
        outline
    }
}

/// Where the rows behind the text begin: `BT`, serial, `NNNN`, what a print adds behind them, and banners.
fn end_of_text(text: &str, rows: &[Row]) -> usize {
    let line = |index: usize| rows.get(index).map_or("", |row| row.span.of(text));
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let mut end = (nearest..rows.len()).rev().find(|row| line(*row).starts_with("NNNN")).unwrap_or(rows.len());
    while let Some(above) = end.checked_sub(1).filter(|above| *above > 0 && is_end(line(*above))) {
        end = above;
    }
    end
}

fn is_end(line: &str) -> bool {
    let serial = line.strip_prefix('#').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    serial || matches!(line, "BT" | "NNNN") || banner(line).is_some()
}

/// Where the level stands that a print puts over and under a message: `UNCLASSIFIED//`, `CLASSIFICATION: UNCLASSIFIED`.
fn banner(line: &str) -> Option<Range<usize>> {
    const LABEL: &str = "CLASSIFICATION:";
    let label = if starts_with_any_case(line, LABEL) { LABEL.len() } else { 0 };
    let end = set::without_end(line);
    let read = heading::classification(line.get(label..end)?)?;
    read.rest.is_empty().then_some(label..end)
}

#[derive(Default)]
struct Seen {
    /// Whether `BT` or a classification line stood: what follows belongs to the text header.
    heading: bool,
    from: bool,
    to: bool,
    info: bool,
}

struct Zoner<'a> {
    text: &'a str,
    outline: Outline,
    zoned: Vec<ZonedRow>,
    seen: Seen,
    /// Index of the row as it was before it was cut.
    row: usize,
    /// Whether the text has begun.
    in_text: bool,
}

impl Zoner<'_> {
    /// Cuts a row where something else begins in it, and gives each piece its zone.
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
        let addresses = is_address(format_line(line)) || self.in_addresses() && !is_head(line);
        let series = is_series(line);
        let passes = is_passing(line);
        if let Some(precedence) = precedence_word(line) {
            return Some(precedence);
        }
        set::places(line).skip(1).find_map(|(at, ended)| {
            let rest = line.get(at..)?;
            let is_set = (ended || series) && set::begins(rest).is_some();
            let is_line = (ended || addresses) && is_line_inside(rest);
            let is_from = passes && rest.starts_with("FM ");
            (is_set || is_line || is_from || line.starts_with("BT ")).then_some(at)
        })
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
        let is_set_ahead = self.row < self.outline.last_set.max(self.outline.text.map_or(0, |(row, _)| row));
        if !is_set_ahead && self.seen.heading && body::begins(line) {
            return self.body(row);
        }
        if let Some(zone @ Zone::Set(_)) = above
            && (self.in_set() && (is_set_ahead || row.gap != Gap::Blank) || has_more(zone, line, is_set_ahead))
        {
            return self.push(row, zone, 0, false);
        }
        self.header(row, line, is_set_ahead);
    }

    /// A row of a header, in front of the sets or between them.
    fn header(&mut self, row: Row, line: &str, is_set_ahead: bool) {
        let above = self.above();
        if janap::header(line).is_some() {
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
                // `TO` and `INFO` are words of a subject too.
                Some(Zone::Field(field)) if kind != FormatLine::From && row.gap == Gap::Line => {
                    self.push(row, Zone::Field(field), 0, false);
                }
                _ => self.push(row, Zone::Distribution, 0, true),
            };
        }
        if let Some(level) = classification(line) {
            // A banner stands in front of the format lines.
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
            Some(zone @ Zone::Envelope(kind)) if is_address(Some((kind, 0))) && !has_small(line) => {
                self.address(row, zone, line);
            }
            Some(zone @ (Zone::Passing | Zone::Field(_))) if row.gap != Gap::Blank => {
                self.push(row, zone, 0, zone == Zone::Passing);
            }
            _ if is_set_ahead || !self.seen.heading => self.push(row, Zone::Distribution, 0, true),
            _ => self.body(row),
        }
    }

    /// The level, and what stands around it on its line.
    fn classification(&mut self, row: Row, level: Range<usize>) {
        let level = trim(self.text, Span::new(row.span.offset(level.start), row.span.offset(level.end)));
        let pieces = [Span::new(row.span.start, level.start), level, Span::new(level.end, row.span.end)];
        for (index, piece) in pieces.into_iter().enumerate() {
            let gap = if index == 0 { row.gap } else { Gap::Line };
            self.push(Row { span: trim(self.text, piece), gap }, Zone::Classification, 0, true);
        }
    }

    /// An addressee of the line above, or the end of the one above where a line was wrapped inside it: designators
    /// end with the two letters of a state or country, and none begins with them.
    fn address(&mut self, row: Row, zone: Zone, line: &str) {
        let first = line.split([' ', '/']).next().unwrap_or_default();
        let is_rest = first.len() == 2 && line.split(' ').count() <= 2;
        match self.zoned.last_mut().filter(|_| is_rest && row.gap == Gap::Line) {
            Some(above) => above.row.span.end = row.span.end,
            None => self.push(row, zone, 0, true),
        }
    }

    /// A gateway wraps the message with its header in a header of its own: the inner one gives what the outer lacks.
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

    /// The text begins behind the head of a set.
    fn open(&mut self, row: Row, label: usize) {
        let strokes = row.span.of(self.text).bytes().skip(label).take_while(|byte| *byte == b'/').count();
        let head = Span::new(row.span.start, row.span.offset(label.saturating_add(strokes)));
        self.push(Row { span: trim(self.text, head), gap: row.gap }, Zone::Set(SetKind::Text), 0, true);
        self.body(Row { span: trim(self.text, Span::new(head.end, row.span.end)), gap: Gap::Blank });
    }

    /// A row behind the beginning of the text: more of it, or a set behind one that has come to its end.
    fn text_row(&mut self, row: Row, line: &str) {
        let last = self.zoned.last().copied();
        let has_ended = last.is_some_and(|last| last.row.span.of(self.text).ends_with("//"));
        match last.map(|last| last.zone) {
            Some(zone @ Zone::Set(kind)) if kind != SetKind::Text && !has_ended => self.push(row, zone, 0, false),
            _ => match set::begins(line).filter(|_| has_ended) {
                Some(found) => {
                    if let Some(last) = self.zoned.pop_if(|last| last.zone == Zone::Body) {
                        self.without_strokes(last.row);
                    }
                    self.set(row, found);
                }
                None => self.body(row),
            },
        }
    }

    /// A row of the text. What ends the message behind its last words is none of it.
    fn body(&mut self, row: Row) {
        self.in_text = true;
        if self.row.saturating_add(1) < self.outline.end {
            return self.push(row, Zone::Body, 0, true);
        }
        let end = end_behind(row.span.of(self.text)).map_or(row.span.end, |end| row.span.offset(end));
        self.without_strokes(Row { span: trim(self.text, Span::new(row.span.start, end)), gap: row.gap });
        self.push(Row { span: Span::new(end, row.span.end), gap: Gap::Line }, Zone::Trailer, 0, true);
    }

    /// The last row of a text, and the strokes that end its set.
    fn without_strokes(&mut self, row: Row) {
        let end = row.span.offset(set::without_end(row.span.of(self.text)));
        self.push(Row { span: Span::new(row.span.start, end), gap: row.gap }, Zone::Body, 0, true);
        self.push(Row { span: trim(self.text, Span::new(end, row.span.end)), gap: Gap::Line }, Zone::Trailer, 0, true);
    }
}

/// Where `BT`, serial and `NNNN` begin that stand behind the last words of a row.
fn end_behind(line: &str) -> Option<usize> {
    let mut end = None;
    let mut at = line.len();
    for word in line.rsplit(' ').take(4) {
        at = at.checked_sub(word.len())?;
        if is_end(word) && banner(word).is_none() {
            end = Some(at);
        } else if !word.is_empty() {
            break;
        }
        at = at.saturating_sub(1);
    }
    end.filter(|end| *end > 0)
}

fn is_address(line: Option<(FormatLine, usize)>) -> bool {
    matches!(line, Some((FormatLine::From | FormatLine::To | FormatLine::Info | FormatLine::Exempt, _)))
}

/// Whether a row begins something of its own, so that it is no addressee.
fn is_head(line: &str) -> bool {
    line.starts_with("BT") || is_series(line) || classification(line).is_some() || set::begins(line).is_some()
}

/// What can begin inside a row of addressees, or behind the office symbols that end one.
fn is_line_inside(rest: &str) -> bool {
    let end = rest.bytes().take(LONGEST_WORD).position(|byte| matches!(byte, b' ' | b'/')).unwrap_or(rest.len());
    let Some((word, behind)) = rest.split_at_checked(end) else { return false };
    match behind.starts_with('/') {
        true => word == "ZEN" || word == "UNCLAS" || !word.is_empty() && is_routing_continuation(word),
        false => matches!(word, "FM" | "TO" | "INFO" | "BT") || word.starts_with("UNCLAS"),
    }
}

/// Where level and caveats stand on the classification line of a message: behind a label, and in front of the code that
/// the message is filed by.
fn classification(line: &str) -> Option<Range<usize>> {
    let line = Some(line).filter(|line| line.len() <= LONGEST_CLASSIFICATION)?;
    let front = line.get(..filing(line).unwrap_or(line.len()))?.trim_end();
    banner(front).or_else(|| heading::classification(front).map(|_| 0..front.len()))
}

/// `PASS TO OFFICE CODES:`
fn is_passing(line: &str) -> bool {
    ["PASS TO ", "PLEASE PASS TO ", "PERSONAL FOR ", "EXCLUSIVE FOR "].iter().any(|words| line.starts_with(words))
}

/// Where the date-time group begins behind the precedence in words: `ROUTINE R 261330Z FEB 21`, or without the blanks.
fn precedence_word(line: &str) -> Option<usize> {
    let words = ["ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH"];
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?.trim_start();
    matches!(format_line(rest), Some((FormatLine::DateTimeGroup, _))).then(|| line.len().saturating_sub(rest.len()))
}

/// What a gateway says about its own work.
fn is_notice(line: &str) -> bool {
    line.starts_with("***") || line == "QQQQ"
}

/// Whether a row goes on with a set that has come to its end: addresses and explanations often run on.
fn has_more(set: Zone, line: &str, is_set_ahead: bool) -> bool {
    is_explanation(line) || is_set_ahead && set != Zone::Set(SetKind::Subject)
}

/// `REF E IS …` behind the end of the set that explains the others.
fn is_explanation(line: &str) -> bool {
    starts_with_any_case(line, "REF ")
}

fn has_small(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_lowercase())
}
