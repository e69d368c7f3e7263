//! From the offsets of a decoded text to those of the page it came from.

use crate::Span;

/// Where each run of a decoded text came from. A run is a copy of the page's bytes, or one character that stands for
/// something else there (`&amp;`, `<br>`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
    /// Length of the decoded text.
    len: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Its start in the decoded text.
    start: u32,
    /// Its place in the page.
    source: Span,
}

impl Run {
    /// The place in the page of an offset of the decoded text.
    fn place(self, offset: u32) -> u32 {
        self.source.offset(offset.saturating_sub(self.start) as usize)
    }
}

impl OffsetMap {
    /// The bytes of the page that a span of the decoded text came from, tags between them included.
    pub fn source(&self, span: Span) -> Span {
        let Some((first, _)) = self.run(span.start) else { return Span::default() };
        let start = first.place(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = match self.run(span.end.saturating_sub(1)) {
            Some((last, end)) if span.end < end => last.place(span.end),
            Some((last, _)) => last.source.end,
            None => start,
        };
        Span::new(start, end.max(start))
    }

    /// The run that holds an offset of the decoded text, and the run's end there.
    fn run(&self, offset: u32) -> Option<(Run, u32)> {
        let next = self.runs.partition_point(|run| run.start <= offset);
        let run = *self.runs.get(next.checked_sub(1)?)?;
        Some((run, self.runs.get(next).map_or(self.len, |run| run.start)))
    }

    /// Notes that the next `len` bytes of the decoded text came from `source`.
    pub(super) fn push(&mut self, len: usize, source: Span) {
        match self.runs.last_mut() {
            // Only copies are as long as their source, so two adjacent ones make one run.
            Some(last)
                if last.source.end == source.start
                    && self.len.saturating_sub(last.start) == last.source.len()
                    && len as u32 == source.len() =>
            {
                last.source.end = source.end;
            }
            _ => self.runs.push(Run { start: self.len, source }),
        }
        self.len = self.len.saturating_add(len as u32);
    }
}
