//! Which field, paragraph or reference a byte of the source belongs to.

use super::rows::Row;
use cable::{Cable, Span, sort_by_place};

/// A thing on the page that a stretch of the source is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An entry of the header, counted through all rows.
    Entry(usize),
    /// A reference.
    Reference(usize),
    /// A paragraph.
    Paragraph(usize),
    /// A name of the signature.
    Signature(usize),
}

impl Place {
    /// The id of its element.
    pub fn id(self) -> String {
        match self {
            Place::Entry(n) => format!("field-{}", n + 1),
            Place::Reference(n) => format!("reference-{}", n + 1),
            Place::Paragraph(n) => format!("paragraph-{}", n + 1),
            Place::Signature(n) => format!("signature-{}", n + 1),
        }
    }
}

/// The id of the page's title, which is the subject.
pub const TITLE_ID: &str = "subject";

/// The id of the heading above a paragraph.
pub fn heading_id(paragraph: usize) -> String {
    format!("heading-{}", paragraph + 1)
}

/// The text cut into stretches that belong to one place each, or to none.
#[derive(Debug, Default)]
pub struct Places {
    /// Where each stretch begins, in rising order; the first is at 0.
    stretches: Vec<(u32, Option<Place>)>,
}

impl Places {
    /// The places of a telegram whose header shows `rows`. Where one lies inside another, the inner one counts.
    pub fn new(cable: &Cable, rows: &[Row]) -> Self {
        let mut spans: Vec<(Span, Place)> = Vec::new();
        for entry in rows.iter().flat_map(|row| &row.entries) {
            spans.push((entry.place, Place::Entry(entry.index)));
        }
        for (index, reference) in cable.references.iter().enumerate() {
            spans.push((with_label(reference.label, reference.raw), Place::Reference(index)));
        }
        for (index, paragraph) in cable.paragraphs.iter().enumerate() {
            let above = paragraph.heading.iter().chain(&paragraph.pieces).copied();
            let mark = paragraph.mark.iter().map(|mark| mark.raw);
            let label = (!paragraph.label.is_empty()).then_some(paragraph.label);
            if let Some(span) = above.chain(mark).chain(label).reduce(Span::cover) {
                spans.push((span, Place::Paragraph(index)));
            }
        }
        for (index, signer) in cable.signature.iter().enumerate() {
            spans.push((signer.raw, Place::Signature(index)));
        }
        Self::from_spans(spans)
    }

    /// One sweep over the spans with a stack of those that are open.
    fn from_spans(mut spans: Vec<(Span, Place)>) -> Self {
        spans.retain(|(span, _)| !span.is_empty());
        // Of two that begin together, the outer one comes first.
        sort_by_place(&mut spans, |(span, _)| [span.start, !span.end, 0]);
        let mut stretches = vec![(0, None)];
        let mut open: Vec<(u32, Place)> = Vec::new();
        let close = |open: &mut Vec<(u32, Place)>, stretches: &mut Vec<_>, to: u32| {
            while let Some((end, _)) = open.pop_if(|(end, _)| *end <= to) {
                // An outer span that this one crossed has ended meanwhile.
                while open.pop_if(|(outer, _)| *outer <= end).is_some() {}
                begin(stretches, end, open.last().map(|&(_, place)| place));
            }
        };
        for (span, place) in spans {
            close(&mut open, &mut stretches, span.start);
            open.push((span.end, place));
            begin(&mut stretches, span.start, Some(place));
        }
        close(&mut open, &mut stretches, u32::MAX);
        Self { stretches }
    }

    /// The place of the byte at `offset`.
    pub fn at(&self, offset: u32) -> Option<Place> {
        self.stretches[..self.first_behind(offset)].last().and_then(|&(_, place)| place)
    }

    /// The stretches that cover `span`, each as its start, clamped to that of `span`, and its place.
    pub fn within(&self, span: Span) -> impl Iterator<Item = (u32, Option<Place>)> + '_ {
        let from = self.first_behind(span.start).saturating_sub(1);
        let cut = self.stretches[from..].iter().take_while(move |&&(start, _)| start < span.end);
        cut.map(move |&(start, place)| (start.max(span.start), place))
    }

    /// The stretches that `span` reaches into, as one.
    pub fn around(&self, span: Span) -> Span {
        let first = self.first_behind(span.start).saturating_sub(1);
        let behind = self.first_behind(span.end.saturating_sub(1));
        let start = |stretch: usize, none: u32| self.stretches.get(stretch).map_or(none, |&(start, _)| start);
        Span::new(start(first, 0), start(behind, u32::MAX))
    }

    fn first_behind(&self, offset: u32) -> usize {
        self.stretches.partition_point(|&(start, _)| start <= offset)
    }
}

/// Begins a stretch. An empty one is replaced, and one of the same place goes on uncut.
fn begin(stretches: &mut Vec<(u32, Option<Place>)>, start: u32, place: Option<Place>) {
    if let Some(last) = stretches.last_mut().filter(|last| last.0 == start) {
        last.1 = place;
    } else if stretches.last().is_none_or(|last| last.1 != place) {
        stretches.push((start, place));
    }
}

/// A field with its label.
pub fn with_label(label: Span, raw: Span) -> Span {
    if label.is_empty() { raw } else { label.cover(raw) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(spans: &[(u32, u32, usize)]) -> Places {
        Places::from_spans(spans.iter().map(|&(start, end, n)| (Span::new(start, end), Place::Entry(n))).collect())
    }

    fn numbers(places: &Places, offsets: std::ops::Range<u32>) -> Vec<Option<usize>> {
        offsets
            .map(|offset| match places.at(offset) {
                Some(Place::Entry(n)) => Some(n),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_inner_place_counts_and_the_outer_goes_on() {
        let places = places(&[(1, 8, 0), (3, 5, 1)]);
        let expected = [None, Some(0), Some(0), Some(1), Some(1), Some(0), Some(0), Some(0), None];
        assert_eq!(numbers(&places, 0..9), expected);
    }

    #[test]
    fn neighbours_do_not_run_together() {
        let places = places(&[(0, 2, 0), (2, 4, 1), (6, 7, 2)]);
        assert_eq!(numbers(&places, 0..8), [Some(0), Some(0), Some(1), Some(1), None, None, Some(2), None]);
    }

    #[test]
    fn crossing_and_empty_spans_do_no_harm() {
        let places = places(&[(0, 4, 0), (2, 6, 1), (3, 3, 2)]);
        assert_eq!(numbers(&places, 0..7), [Some(0), Some(0), Some(1), Some(1), Some(1), Some(1), None]);
    }

    #[test]
    fn stretches_are_cut_to_what_is_asked() {
        let places = places(&[(2, 5, 0)]);
        let stretches: Vec<_> = places.within(Span::new(3, 9)).collect();
        assert_eq!(stretches, [(3, Some(Place::Entry(0))), (5, None)]);
    }

    #[test]
    fn what_stands_around_a_span() {
        let places = places(&[(2, 5, 0), (5, 7, 1)]);
        assert_eq!(places.around(Span::new(3, 4)), Span::new(2, 5));
        assert_eq!(places.around(Span::new(4, 6)), Span::new(2, 7));
        assert_eq!(places.around(Span::new(8, 9)), Span::new(7, u32::MAX));
    }
}
