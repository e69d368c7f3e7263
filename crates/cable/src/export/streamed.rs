//! A record of an input that was read in pieces: its places count from the start of the input.

use super::Record;
use crate::Span;

impl Record {
    /// The record in an input with `offset` bytes of text in front of the piece that it was read from. The number of
    /// telegrams in the input is not known.
    pub fn streamed(mut self, offset: u32) -> Self {
        self.part.of = None;
        let spans = std::iter::once(&mut self.part.span)
            .chain(self.references.iter_mut().map(|reference| &mut reference.span))
            .chain(self.sections.iter_mut().flat_map(|section| &mut section.spans))
            .chain(self.paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.spans))
            .chain(self.diagnostics.iter_mut().map(|diagnostic| &mut diagnostic.span));
        for span in spans {
            *span = Span::new(span.start.saturating_add(offset), span.end.saturating_add(offset));
        }
        self
    }
}
