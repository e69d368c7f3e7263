//! The portion mark behind a label.

use super::Builder;
use crate::mark::{misprinted, portion_mark};
use crate::row::Gap;
use crate::{Field, Logical, Mark, Span};

/// A portion mark wraps over this many further rows at most.
const MOST_MARK_ROWS: usize = 3;

impl Builder<'_> {
    /// The portion mark behind a label. A long list of countries (`S//REL …`) wraps.
    pub(super) fn mark(&self, index: usize, rest: Span) -> Option<Field<Mark>> {
        let line = rest.of(self.text);
        let wraps = line.starts_with('(') && !line.contains(')');
        let below = self.rows.iter().skip(index).skip(1).take(if wraps { MOST_MARK_ROWS } else { 0 });
        let end = below.take_while(|row| row.gap == Gap::Line).last().map_or(rest.end, |row| row.span.end);
        let (raw, value) = if wraps {
            let logical = Logical::line(self.text, &[Span::new(rest.start, end)]);
            let (len, value) = portion_mark(logical.text())?;
            (logical.source(0..len), value)
        } else {
            let (len, value) = portion_mark(line)?;
            (rest.split_at(len).0, value)
        };
        Some(Field::bare(raw, value))
    }

    /// The misprinted mark behind a number.
    pub(super) fn misprint(&self, rest: Span) -> Option<Field<Mark>> {
        let (len, value) = misprinted(rest.of(self.text))?;
        let raw = rest.split_at(len).0;
        let is_closed = || raw.of(self.text).ends_with([')', '}']);
        (is_closed() || !is_bracketed(rest.of(self.text))).then(|| Field::bare(raw, value))
    }
}

/// Whether the bracket that a text begins with closes again, so that what it holds is no mark: `(S Korean boats (two)
/// left.)`
fn is_bracketed(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'(' => open = open.saturating_add(1),
            b')' => open = open.saturating_sub(1),
            _ => {}
        }
        byte == b')' && open == 0
    })
}

#[cfg(test)]
mod tests {
    use super::is_bracketed;

    #[test]
    fn brackets() {
        assert!(is_bracketed("(S Tarsian boats (two) left.)"));
        assert!(!is_bracketed("(S Boats (two) left."));
    }
}
