//! Where hits are on the page.

use super::index::{Found, Index};
use cable::Span;

/// The number of colours; further terms have them again.
pub const COLOURS: usize = 8;

/// Seven numbers for each hit, as `src/marks.js` and `src/rail.js` read them: the number of its paragraph, or 0, with
/// the beginning and the end in its prose; the group of lines in Source, counted from 0, with the beginning and the end
/// in it; the colour of its term. Offsets are in UTF-16 units, as in scripts.
pub fn marks(index: &Index, found: &Found, text: &str, groups: &[Span]) -> Vec<u32> {
    let mut out = Vec::with_capacity(found.hits.len() * 7);
    let (mut prose, mut source) = (Cursor::default(), Cursor::default());
    for hit in &found.hits {
        let Some(unit) = index.unit(hit) else { continue };
        let span = unit.logical.source(hit.at.clone());
        let group = groups.partition_point(|group| group.end <= span.start);
        let lines = groups.get(group).copied().unwrap_or_default();
        let written = lines.of(text);
        let within = |offset: u32| offset.clamp(lines.start, lines.end).saturating_sub(lines.start) as usize;
        out.push(unit.paragraph.map_or(0, |paragraph| paragraph as u32 + 1));
        out.push(prose.units(hit.unit, unit.logical.text(), hit.at.start));
        out.push(prose.units(hit.unit, unit.logical.text(), hit.at.end));
        out.push(group as u32);
        out.push(source.units(group, written, within(span.start)));
        out.push(source.units(group, written, within(span.end)));
        out.push((hit.term % COLOURS) as u32);
    }
    out
}

/// Counts on from its last answer, so that many hits in one text are counted in one pass.
#[derive(Default)]
struct Cursor {
    text: usize,
    byte: usize,
    units: u32,
}

impl Cursor {
    /// The number of UTF-16 units before a byte of text `number`.
    fn units(&mut self, number: usize, text: &str, byte: usize) -> u32 {
        if self.text != number || byte < self.byte {
            *self = Self { text: number, ..Self::default() };
        }
        let passed = text.get(self.byte..byte).unwrap_or_default();
        self.units += if passed.is_ascii() { passed.len() } else { passed.encode_utf16().count() } as u32;
        self.byte = byte;
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::{Manner, Query};

    #[test]
    fn hits_have_their_places_in_prose_and_source() {
        let text = "SUBJECT: OIL\n\n1. (U) Às 𝄞 lamp\nand lamp.\n";
        let cable = cable::parse(text);
        let mut index = Index::new(&cable, true, false);
        let (query, mut found) = (Query::new(&["oil".into(), "lamp".into()], Manner::default()), Found::default());
        index.search(text, &cable, &query, &mut found, || false);
        let end = text.len() as u32;
        let first_line = Span::new(0, 13);
        let all = marks(&index, &found, text, &[first_line, Span::new(13, end)]);
        let numbers: Vec<&[u32]> = all.chunks(7).collect();
        assert_eq!(numbers[0], [0, 9, 12, 0, 9, 12, 0]);
        // À is one unit, the clef is two.
        assert_eq!(numbers[1], [1, 6, 10, 1, 14, 18, 1]);
        assert_eq!(numbers[2], [1, 15, 19, 1, 23, 27, 1]);
    }
}
