//! A header that stands again inside its telegram: each section was sent as a message of its own, and a telegram could
//! be sent again.

use super::head::{Head, is_banner, is_trailer};
use crate::envelope::format_line;
use crate::interruption::{Interruption, InterruptionKind};
use crate::parse::section_and_number;
use crate::{Span, body, heading, line};

/// A header has at most this many rows: address lists run over some two hundred.
const LONGEST: usize = 400;

/// The first header of a telegram, which the later ones repeat.
pub(super) struct FirstHeader<'a> {
    /// From the head to the end of the text.
    rest: Span,
    /// Its rows, sorted; read when a second one turns up.
    rows: Option<Vec<&'a str>>,
}

impl<'a> FirstHeader<'a> {
    pub fn new(rest: Span) -> Self {
        Self { rest, rows: None }
    }

    /// The stretch that repeats this header, from `head` on; `from` begins with its `FM` line. `None` where the text
    /// has not begun in between, as in a copy with two envelopes.
    pub fn repeated(&mut self, text: &'a str, floor: u32, head: &Head, from: Span) -> Option<Interruption> {
        let known = self.rows.get_or_insert_with(|| rows(text, self.rest));
        let mut end = from.start;
        let mut section = None;
        for row in line::rows(text, from).take(LONGEST) {
            let line = row.of(text);
            // The next head is looked at by itself.
            if row.start > from.start && (line.starts_with("FM ") || line.starts_with("MRN:")) {
                break;
            }
            if let Some(read) = heading::classification(line) {
                let rest = line.get(read.rest).unwrap_or_default();
                section = section.or(section_and_number(rest).0.map(|(count, _)| (count.number, count.of)));
            } else if !(known.binary_search(&line).is_ok()
                || format_line(line).is_some()
                || heading::label(line).is_some()
                || heading::is_caption(line))
            {
                break;
            }
            end = row.end;
        }
        let is_later = head.section.is_some_and(|section| section > 1) || section.is_some_and(|(number, _)| number > 1);
        let between = || line::rows(text, Span::new(floor, head.start));
        if !is_later && !between().any(|row| body::begins(row.of(text))) {
            return None;
        }
        let trailer = line::rows_above(text, Span::new(floor, head.start))
            .take_while(|row| is_trailer(row.of(text)) || is_banner(row.of(text)));
        let start = trailer.last().map_or(head.start, |row| row.start);
        let span = Span::new(start, end);
        Some(Interruption { section, ..Interruption::between(InterruptionKind::SectionHeader, span) })
    }
}

/// The rows of a header, sorted.
fn rows(text: &str, rest: Span) -> Vec<&str> {
    let rows = line::rows(text, rest).map(|row| row.of(text));
    let mut rows: Vec<&str> = rows.take_while(|line| !body::begins(line)).take(LONGEST).collect();
    rows.sort_unstable();
    rows
}
