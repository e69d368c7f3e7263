//! The source in groups of lines, cut by part, place and selection.

use super::places::{Place, Places};
use cable::{Part, PartKind, Span, sort_by_place};

/// The number of lines in a group: enough that a long text has few groups, few enough that one is laid out in no time.
const GROUP_LINES: usize = 256;
/// A group ends with the line that reaches this many bytes; a group of twice as many is cut inside a line.
const GROUP_BYTES: usize = 32 * 1024;

/// A stretch of the source with a uniform look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its place in the text.
    pub span: Span,
    /// The part of the telegram that it is.
    pub kind: PartKind,
    /// The thing on the page that it belongs to.
    pub place: Option<Place>,
    /// Whether it is the first of its place in this group.
    pub first: bool,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// Cuts a stretch of a text into groups of whole lines. A line longer than a group is cut as well, on a character.
pub fn groups(text: &str, stretch: Span) -> Vec<Span> {
    let text = stretch.of(text);
    let span = |from: usize, to: usize| Span::new(stretch.start + from as u32, stretch.start + to as u32);
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let (mut start, mut lines) = (0, 0);
    let mut at = 0;
    while at < bytes.len() {
        at += 1;
        let ends_line = ends_line(bytes, at);
        lines += usize::from(ends_line);
        let size = at - start;
        let is_full = lines == GROUP_LINES || (size >= GROUP_BYTES && ends_line) || size >= 2 * GROUP_BYTES;
        if is_full && text.is_char_boundary(at) && !(bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n')) {
            out.push(span(start, at));
            (start, lines) = (at, 0);
        }
    }
    if start < bytes.len() {
        out.push(span(start, bytes.len()));
    }
    out
}

/// Returns whether a line ends at a place.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match at.checked_sub(1).and_then(|last| bytes.get(last)) {
        Some(b'\r') => bytes.get(at) != Some(&b'\n'),
        last => last == Some(&b'\n'),
    }
}

/// The number of lines in a stretch of a text that end before or at a place in it.
pub fn lines_before(text: &str, stretch: Span, place: u32) -> usize {
    (stretch.start..place).filter(|&at| ends_line(text.as_bytes(), at as usize + 1)).count()
}

/// The first line of a stretch that `rest` reaches into, as far as it does, and whether it begins there.
pub fn line(text: &str, stretch: Span, rest: Span) -> (bool, Span) {
    let begins = |at: u32| at == stretch.start || ends_line(text.as_bytes(), at as usize);
    let end = (rest.start + 1..rest.end).find(|&at| begins(at)).unwrap_or(rest.end);
    (begins(rest.start), Span::new(rest.start, end))
}

/// The runs of one group, tiling it.
pub fn runs(group: Span, parts: &[Part], places: &Places, chosen: Option<Span>) -> Vec<Run> {
    let mut cuts: Vec<u32> = vec![group.start, group.end];
    let first_part = parts.partition_point(|part| part.span.end <= group.start);
    cuts.extend(parts[first_part..].iter().map(|part| part.span.start).take_while(|&start| start < group.end));
    cuts.extend(places.within(group).map(|(start, _)| start));
    cuts.extend(chosen.into_iter().flat_map(|span| [span.start, span.end]));
    cuts.retain(|&cut| group.start <= cut && cut <= group.end);
    sort_by_place(&mut cuts, |&cut| [cut, 0, 0]);
    cuts.dedup();

    let mut out: Vec<Run> = Vec::with_capacity(cuts.len());
    let mut part = first_part;
    let mut last_place = None;
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        while parts.get(part).is_some_and(|part| part.span.end <= span.start) {
            part += 1;
        }
        let kind = parts
            .get(part)
            .filter(|part| part.span.contains_offset(span.start))
            .map_or(PartKind::Blank, |part| part.kind);
        let place = places.at(span.start);
        let first = place.is_some() && place != last_place && kind != PartKind::Blank;
        last_place = if first { place } else { last_place };
        out.push(Run { span, kind, place, first, chosen: chosen.is_some_and(|chosen| chosen.contains(span)) });
    }
    out
}

/// The name of a kind of part, for its class.
pub const fn class(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Blank | PartKind::Prose => "run",
        PartKind::Transmission | PartKind::Distribution | PartKind::Attribute | PartKind::Trailer => {
            "run run-transmission"
        }
        PartKind::Address => "run run-address",
        PartKind::Classification => "run run-classification",
        PartKind::Caption => "run run-caption",
        PartKind::Passing | PartKind::ExecutiveOrder | PartKind::Tags | PartKind::ClassifiedBy => "run run-heading",
        PartKind::References => "run run-reference",
        PartKind::Subject | PartKind::Heading => "run run-subject",
        PartKind::Label | PartKind::Mark => "run run-label",
        PartKind::Interruption => "run run-interruption",
        PartKind::Signature => "run run-signature",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_tiles(text: &str) -> usize {
        let groups = groups(text, Span::new(0, text.len() as u32));
        let joined: String = groups.iter().map(|group| group.of(text)).collect();
        assert_eq!(joined, text);
        groups.len()
    }

    #[test]
    fn groups_hold_whole_lines() {
        assert_eq!(assert_tiles(""), 0);
        assert_eq!(assert_tiles("one\ntwo"), 1);
        assert_eq!(assert_tiles(&"line\n".repeat(520)), 3);
        assert_eq!(assert_tiles(&"line\r".repeat(520)), 3);
        assert_eq!(assert_tiles(&"\r\n".repeat(512)), 2);
    }

    #[test]
    fn one_long_line_is_cut_on_characters() {
        assert_eq!(assert_tiles(&format!("a\n{}", "¶".repeat(GROUP_BYTES * 2))), 3);
        let (text, all) = ("€".repeat(GROUP_BYTES), Span::new(0, 3 * GROUP_BYTES as u32));
        assert!(groups(&text, all).iter().all(|group| group.len() as usize <= 2 * GROUP_BYTES + 3));
    }

    #[test]
    fn lines_are_counted_from_the_stretch() {
        let text = "old\r\none\r\ntwo\rthree";
        let stretch = Span::new(5, text.len() as u32);
        let first = |from, to| line(text, stretch, Span::new(from, to));
        assert_eq!(first(5, 9), (true, Span::new(5, 9)));
        assert_eq!(first(9, 16), (false, Span::new(9, 10)));
        assert_eq!(first(10, 16), (true, Span::new(10, 14)));
        assert_eq!(first(14, 16), (true, Span::new(14, 16)));
        assert_eq!([5, 9, 10, 14].map(|place| lines_before(text, stretch, place)), [0, 0, 1, 2]);
    }

    #[test]
    fn a_stretch_alone_is_cut() {
        assert_eq!(groups("one\ntwo\nthree\n", Span::new(4, 8)), [Span::new(4, 8)]);
    }

    #[test]
    fn runs_tile_the_group_and_carry_the_choice() {
        let part = |kind, start, end| Part { kind, span: Span::new(start, end) };
        let parts = [part(PartKind::Subject, 0, 6), part(PartKind::Blank, 6, 7), part(PartKind::Prose, 7, 20)];
        let runs = runs(Span::new(2, 16), &parts, &Places::default(), Some(Span::new(9, 12)));
        let cut: Vec<_> = runs.iter().map(|run| (run.span.start, run.span.end, run.kind, run.chosen)).collect();
        assert_eq!(
            cut,
            [
                (2, 6, PartKind::Subject, false),
                (6, 7, PartKind::Blank, false),
                (7, 9, PartKind::Prose, false),
                (9, 12, PartKind::Prose, true),
                (12, 16, PartKind::Prose, false),
            ]
        );
    }
}
