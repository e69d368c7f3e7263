//! What lies over the prose of a telegram: page breaks, notes, tables, references, losses and terms, each
//! in its place.

use super::glossary::Glossary;
use super::inline::{Block, Inline, Mark, What, lay};
use super::spots::{Spot, spots};
use cable::{Cable, Form, Logical, PartKind, Span, line_ends, sort_by_place};
use std::ops::Range;

/// What lies over the prose of one telegram, sorted once so that each paragraph finds its share by binary search.
#[derive(Debug, Default)]
pub struct Overlay {
    interruptions: Vec<Span>,
    asides: Vec<(Span, Block)>,
    labels: Vec<Option<String>>,
}

impl Overlay {
    /// The overlay of a telegram in its text.
    pub fn new(cable: &Cable, source: &str) -> Self {
        let interruption = |part: &&cable::Part| part.kind == PartKind::Interruption;
        let mut asides: Vec<_> = cable.sections.iter().filter_map(|section| aside(cable, section, source)).collect();
        // An aside that contains another comes first.
        sort_by_place(&mut asides, |(span, _)| [span.start, !span.end, 0]);
        Self {
            interruptions: cable.parts.iter().filter(interruption).map(|part| part.span).collect(),
            asides,
            labels: cable.references.iter().map(|reference| reference.value.label.clone()).collect(),
        }
    }

    /// Reads `pieces` of `source` as running prose, with the abbreviations of `glossary` marked at their first places.
    pub fn prose(&self, source: &str, pieces: &[Span], glossary: &Glossary) -> Vec<Inline> {
        let logical = Logical::prose(source, pieces);
        let map = Map::new(&logical);
        let mut marks = self.breaks(source, pieces, &map);
        marks.extend(gaps(source, &logical));
        marks.extend(self.asides_in(pieces, &map));
        marks.extend(cable::tables(logical.text()).into_iter().map(|at| (at, What::Block(Block::Table))));
        marks.extend(terms_in(glossary, pieces, &map));
        let labels: Vec<Option<&str>> = self.labels.iter().map(Option::as_deref).collect();
        marks.extend(spots(logical.text(), &labels).into_iter().map(|spot| match spot {
            Spot::Reference(at, index) => (at, What::Reference(index)),
            Spot::Loss(at, loss) => (at, What::Loss(loss)),
        }));
        // At the same place a page break comes first, then the widest mark.
        sort_by_place(&mut marks, |(at, what)| match what {
            What::PageBreak(..) => [at.start as u32, 0, 0],
            // A link to a reference needs no explanation.
            What::Term(_) => [at.start as u32, !(at.end as u32), 1],
            _ => [at.start as u32, !(at.end as u32), 0],
        });
        lay(logical.text(), marks.iter())
    }

    fn breaks(&self, source: &str, pieces: &[Span], map: &Map) -> Vec<Mark> {
        let mut out: Vec<Mark> = Vec::new();
        for gap in pieces.windows(2) {
            let gap = Span::new(gap[0].end, gap[1].start);
            let first = self.interruptions.partition_point(|span| span.start < gap.start);
            let within = self.interruptions[first..].iter().take_while(|span| span.end <= gap.end);
            // A marker and the caption printed with it are one break.
            let Some(span) = within.copied().reduce(Span::cover) else { continue };
            let at = map.after(gap.end);
            out.push((at..at, What::PageBreak(page_number(span.of(source)), span)));
        }
        out
    }

    fn asides_in<'a>(&'a self, pieces: &'a [Span], map: &'a Map) -> impl Iterator<Item = Mark> + 'a {
        let whole = pieces.iter().copied().reduce(Span::cover).unwrap_or_default();
        let first = self.asides.partition_point(|(span, _)| span.start < whole.start);
        self.asides[first..]
            .iter()
            .take_while(move |(span, _)| span.start < whole.end)
            // A section that is all of this prose is its role, not an aside in it.
            .filter(move |(span, _)| whole.contains(*span) && (span.start > whole.start || span.end < whole.end))
            .map(move |(span, block)| (map.after(span.start)..map.before(span.end), What::Block(*block)))
    }
}

/// The line ends of the prose that stand for a blank line.
fn gaps<'a>(source: &'a str, logical: &'a Logical) -> impl Iterator<Item = Mark> + 'a {
    let ends = logical.runs().filter(|(at, _)| logical.text().get(at.clone()) == Some("\n"));
    let gaps = ends.filter(|(_, span)| line_ends(span.of(source)) > 1);
    gaps.map(|(at, _)| (at, What::Gap))
}

/// The first place of each abbreviation. Each is explained once in a paragraph, or the page would be full of dots.
fn terms_in(glossary: &Glossary, pieces: &[Span], map: &Map) -> Vec<Mark> {
    let mut seen: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (span, index) in pieces.iter().flat_map(|&piece| glossary.within(piece)) {
        if !glossary.is_abbreviation(index) || seen.contains(&index) {
            continue;
        }
        seen.push(index);
        out.push((map.after(span.start)..map.before(span.end), What::Term(index)));
    }
    out
}

/// The place and the kind of a section inside running text; `None` for one that is made of whole paragraphs.
fn aside(cable: &Cable, section: &cable::Section, source: &str) -> Option<(Span, Block)> {
    let &[paragraph] = section.paragraphs.as_slice() else { return None };
    let paragraph = cable.paragraphs.get(paragraph)?.pieces.first()?;
    let text = section.pieces.iter().copied().reduce(Span::cover)?;
    let span = section.closer.map_or(text, |closer| text.cover(closer)).cover(section.opener);
    match section.form {
        Form::Parenthetical => {
            let (length, goes_on) = behind(source.get(span.end as usize..)?);
            let block = if goes_on { Block::Within(section.kind) } else { Block::Aside(section.kind) };
            Some((Span::new(span.start, span.end + length), block))
        }
        Form::Inline => (span.start > paragraph.start).then_some((span, Block::Aside(section.kind))),
        Form::Headed => None,
    }
}

/// The length of what closes a remark in brackets, with the stop behind it, and whether the sentence around it goes on.
fn behind(rest: &str) -> (u32, bool) {
    let inner = rest.strip_prefix('.').unwrap_or(rest);
    let after = match inner.strip_prefix([')', ']']) {
        Some(outer) => outer.strip_prefix(['.', ';', ':']).unwrap_or(outer),
        None => rest,
    };
    let goes_on = after.starts_with(',') || after.trim_ascii_start().starts_with(|c: char| c.is_lowercase());
    ((rest.len() - after.len()) as u32, goes_on)
}

/// The page that a marker begins: `PORT CALDER 00000412 002 OF 002`, `PAGE 02 RUEHXRA0170 S E C R E T`.
fn page_number(marker: &str) -> Option<u32> {
    let words: Vec<&str> = marker.split_ascii_whitespace().take(40).collect();
    let of = words.windows(3).find(|three| three[1].eq_ignore_ascii_case("OF") && three[2].parse::<u32>().is_ok());
    let page = words.windows(2).find(|two| two[0].eq_ignore_ascii_case("PAGE")).map(|two| two[1]);
    page.or(of.map(|three| three[0]))?.parse().ok()
}

/// The runs of a logical text, for finding the place in it of a byte of the source.
pub struct Map {
    runs: Vec<(Range<usize>, Span)>,
    len: usize,
}

impl Map {
    /// The map of a logical text.
    pub fn new(logical: &Logical) -> Self {
        Self { runs: logical.runs().collect(), len: logical.text().len() }
    }

    /// The place of the first byte at or behind `offset`.
    pub fn after(&self, offset: u32) -> usize {
        let next = self.runs.partition_point(|(_, source)| source.end <= offset);
        match self.runs.get(next) {
            None => self.len,
            Some((range, source)) if offset <= source.start => range.start,
            Some(run) => inside(run, offset),
        }
    }

    /// The place behind the last byte in front of `offset`.
    pub fn before(&self, offset: u32) -> usize {
        let next = self.runs.partition_point(|(_, source)| source.start < offset);
        match next.checked_sub(1).and_then(|last| self.runs.get(last)) {
            None => 0,
            Some((range, source)) if source.end <= offset => range.end,
            Some(run) => inside(run, offset),
        }
    }
}

/// A place inside a run. A run that stands for something of another length cannot be cut, so the place is its end.
fn inside((range, source): &(Range<usize>, Span), offset: u32) -> usize {
    if range.len() == source.len() as usize { range.start + (offset - source.start) as usize } else { range.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_ends_with_its_bracket_and_stop() {
        assert_eq!(behind(".) The post"), (2, false));
        assert_eq!(behind(").\n\nNext"), (2, false));
        assert_eq!(behind(") in the committee."), (1, true));
        assert_eq!(behind("], and"), (1, true));
        assert_eq!(behind(", the bracket stands in front"), (0, true));
        assert_eq!(behind(" The post"), (0, false));
    }

    #[test]
    fn pages_are_read_from_their_markers() {
        assert_eq!(page_number("PORT CALDER 00000412  002 OF 003"), Some(2));
        assert_eq!(page_number("PAGE 03 RUEHQWA0170 S E C R E T"), Some(3));
        assert_eq!(page_number("PAGE 02 PORT CALDER 04321 01 OF 03 171200Z"), Some(2));
        assert_eq!(page_number("SIPDIS"), None);
    }

    #[test]
    fn a_blank_line_stands_behind_a_gap() {
        let source = "The first ends.\n\nThe second begins.\n-- one\n-- two";
        let logical = Logical::prose(source, &[Span::new(0, source.len() as u32)]);
        let marks: Vec<Mark> = gaps(source, &logical).collect();
        let items = lay(logical.text(), marks.iter());
        let text = |words: &str| Inline::Text(words.into());
        assert_eq!(items, [text("The first ends."), Inline::Gap, text("The second begins.\n-- one\n-- two")]);
    }
}
