//! Half-open byte ranges into the text that was parsed.

use serde::{Serialize, Serializer};
use std::ops::Range;

/// A half-open range `start..end` of byte offsets, always on character boundaries of the text it was made for.
///
/// Offsets are 32 bits wide: a text is at most 4 GiB, and a span is half the size of a `Range<usize>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to but not including `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty range at `place`.
    pub(crate) const fn empty(place: u32) -> Self {
        Self::new(place, place)
    }

    /// Number of bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every byte of `other` lies in this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies in this span.
    pub const fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Offset of the byte that lies `into` bytes behind the start, or of the end where the span is shorter.
    pub(crate) fn offset(self, into: usize) -> u32 {
        self.start.saturating_add(u32::try_from(into).unwrap_or(u32::MAX)).min(self.end)
    }

    /// The part of the span in `range`, which counts from its start.
    pub(crate) fn part(self, range: Range<usize>) -> Span {
        Span::new(self.offset(range.start), self.offset(range.end))
    }

    /// Splits the span into its first `len` bytes and the others.
    pub(crate) fn split_at(self, len: usize) -> (Span, Span) {
        let middle = self.offset(len);
        (Span::new(self.start, middle), Span::new(middle, self.end))
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text it stands for; empty where it does not fit `text`.
    ///
    /// ```
    /// assert_eq!(cable::Span::new(3, 9).of("FM TARSIS"), "TARSIS");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The bytes it stands for. Nothing checks whether characters end where it does.
    pub(crate) fn bytes(self, text: &str) -> &[u8] {
        text.as_bytes().get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Serialize for Span {
    /// Writes `[start, end]`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}
