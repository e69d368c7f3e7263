//! Blank lines inside a paragraph.

use super::{Builder, above, label};
use crate::row::Row;
use crate::{Span, wrap};

/// So many rows on either side show the width that a text is set in.
const NEAR: usize = 16;

impl Builder<'_> {
    /// Whether the blank lines above a row cut a sentence.
    pub(super) fn is_cut(&self, index: usize, row: Row) -> bool {
        let Some(Row { span: above, .. }) = above(self.rows, index) else { return false };
        let gap = Span::new(above.end, row.span.start.max(above.end)).of(self.text);
        wrap::is_cut_by(above.of(self.text), row.span.of(self.text), gap, || self.width_near(index))
    }

    /// Length of the longest row near one. The label of a paragraph stands in front of its lines.
    fn width_near(&self, index: usize) -> usize {
        let near = self.rows.iter().skip(index.saturating_sub(NEAR)).take(NEAR.saturating_mul(2));
        let lines = near.map(|row| row.span.of(self.text)).filter(|line| label::read(line).is_none());
        lines.map(str::len).max().unwrap_or(0)
    }
}
