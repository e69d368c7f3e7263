//! The logical text: prose as it was meant, with a map back to the bytes that it came from.

use crate::Span;
use std::ops::Range;

/// Text with line wraps, page noise and markup residue taken out. Every byte of it knows where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logical {
    text: String,
    /// Where each run of unchanged bytes begins: offset in `text`, offset in the source.
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    logical: u32,
    source: Span,
}

impl Logical {
    /// Reads `pieces` of `source` as one run of prose: a line wrap becomes a blank, a line that stands for itself
    /// (an item of a list, a line that would have had room for the next word) keeps its line break.
    pub fn prose(source: &str, pieces: &[Span]) -> Self {
        let _ = (source, pieces);
        Self::default()
    }

    /// Reads `pieces` of `source` with every line on a line of its own, as lists such as references need it.
    pub fn lines(source: &str, pieces: &[Span]) -> Self {
        let _ = (source, pieces);
        Self::default()
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, without the map.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The bytes of the source that a range of the logical text came from, noise between them included.
    pub fn source(&self, range: Range<usize>) -> Span {
        let _ = range;
        Span::default()
    }

    /// The runs of the source that make up the logical text, each with the range of the logical text it gives.
    /// A run of one blank can stand for a whole line end.
    pub fn runs(&self) -> impl Iterator<Item = (Range<usize>, Span)> + '_ {
        let ends = self.runs.iter().skip(1).map(|run| run.logical as usize).chain([self.text.len()]);
        self.runs.iter().zip(ends).map(|(run, end)| (run.logical as usize..end, run.source))
    }
}
