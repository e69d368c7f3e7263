//! Zones of a message's text: its rows, the sets behind it, and the strokes that end it.

use super::Zoner;
use crate::Span;
use crate::dialect::navy::line::end_behind;
use crate::dialect::navy::set::{self, Set, SetKind};
use crate::line::trim;
use crate::row::{Gap, Row};
use crate::words::first_is;
use crate::zone::Zone;

impl Zoner<'_> {
    /// Begins the text behind the head of a set.
    pub(super) fn open(&mut self, row: Row, label: usize) {
        let strokes = row.span.of(self.text).bytes().skip(label).take_while(|byte| *byte == b'/').count();
        let head = Span::new(row.span.start, row.span.offset(label.saturating_add(strokes)));
        self.push(Row { span: trim(self.text, head), gap: row.gap }, Zone::Set(SetKind::Text), 0, true);
        self.body(Row { span: trim(self.text, Span::new(head.end, row.span.end)), gap: Gap::Blank });
    }

    /// Adds a row behind the beginning of the text: more of the text, or a set behind one that has come to its end.
    pub(super) fn text_row(&mut self, row: Row, line: &str) {
        let last = self.zoned.last().copied();
        let has_ended = last.is_some_and(|last| last.row.span.of(self.text).ends_with("//"));
        match last.map(|last| last.zone) {
            Some(zone @ Zone::Set(kind)) if kind != SetKind::Text && !has_ended => self.push(row, zone, 0, false),
            _ => match set::begins(line).filter(|found| has_ended && self.is_of_message(line, *found)) {
                Some(found) => {
                    self.end_above();
                    self.set(row, found);
                }
                None => {
                    if has_ended && row.gap == Gap::Blank && first_is(line, u8::is_ascii_digit) {
                        self.end_above();
                    }
                    self.body(row);
                }
            },
        }
    }

    /// Whether a set behind the beginning of the text belongs to the message.
    fn is_of_message(&self, line: &str, found: Set) -> bool {
        self.row <= self.outline.last_set || set::can_follow_text(line, found)
    }

    /// Adds a row of the text. What ends the message behind its last words is no part of the text.
    pub(super) fn body(&mut self, row: Row) {
        self.in_text = true;
        if self.row.saturating_add(1) < self.outline.end {
            return self.push(row, Zone::Body, 0, true);
        }
        let end = end_behind(row.span.of(self.text)).map_or(row.span.end, |end| row.span.offset(end));
        self.without_strokes(Row { span: trim(self.text, Span::new(row.span.start, end)), gap: row.gap });
        self.push(Row { span: Span::new(end, row.span.end), gap: Gap::Line }, Zone::Trailer, 0, true);
    }

    /// Takes the strokes that end its set from the text so far.
    fn end_above(&mut self) {
        if let Some(last) = self.zoned.pop_if(|last| last.zone == Zone::Body) {
            self.without_strokes(last.row);
        }
    }

    /// Adds the last row of a text, and the strokes that end its set.
    fn without_strokes(&mut self, row: Row) {
        let end = row.span.offset(set::without_end(row.span.of(self.text)));
        self.push(Row { span: Span::new(row.span.start, end), gap: row.gap }, Zone::Body, 0, true);
        self.push(Row { span: trim(self.text, Span::new(end, row.span.end)), gap: Gap::Line }, Zone::Trailer, 0, true);
    }
}
