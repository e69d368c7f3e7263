//! Rows: the lines of the text that carry something, with the interruptions cut out.

use crate::overlay::Interruption;
use crate::{Span, line, wrap};
use memchr::memmem;

/// A line, or a part of it that an interruption left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its bytes, without the white space around them.
    pub span: Span,
    /// What stands between the row above and this one.
    pub gap: Gap,
}

impl Row {
    /// Splits the row at a place of the text; the second part stands as if behind this gap.
    pub fn parted(self, text: &str, at: u32, gap: Gap) -> (Self, Self) {
        let row = |start, end, gap| Self { span: line::trim(text, Span::new(start, end)), gap };
        (row(self.span.start, at, self.gap), row(at, self.span.end, gap))
    }
}

/// At which places of the text, in their order, others begin inside rows.
pub(crate) type Inside = fn(&str, &[Row]) -> Vec<u32>;

/// Returns `rows` with what begins inside them on rows of its own, as if behind this gap.
pub(crate) fn apart(text: &str, rows: Vec<Row>, inside: Inside, gap: Gap) -> Vec<Row> {
    let places = inside(text, &rows);
    if places.is_empty() {
        return rows;
    }
    let mut apart = Vec::with_capacity(rows.len().saturating_add(places.len()));
    let mut places = places.into_iter().peekable();
    for mut row in rows {
        while let Some(at) = places.next_if(|at| *at < row.span.end) {
            let (above, below) = row.parted(text, at, gap);
            apart.push(above);
            row = below;
        }
        apart.push(row);
    }
    apart
}

/// What separates a row from the row above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A line end.
    Line,
    /// At least one blank line, or the start of the text.
    Blank,
    /// An interruption.
    Page,
}

/// The rows of `span` between its interruptions.
pub(crate) fn rows(text: &str, span: Span, interruptions: &[Interruption]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(span.len() as usize / 48);
    let mut at = span.start;
    let mut page = false;
    let dashes = memmem::find_iter(span.of(text).as_bytes(), DASHES).map(|at| span.offset(at));
    let mut dashes = dashes.peekable();
    let stretches = interruptions.iter().map(|found| (found.span.start, found.span.end)).chain([(span.end, span.end)]);
    for (end, next) in stretches {
        let mut has_rule = |line: Span| {
            while dashes.next_if(|at| at.saturating_add(DASHES.len() as u32) <= line.start).is_some() {}
            dashes.peek().is_some_and(|at| *at < line.end) && rule(line.of(text), false).is_some()
        };
        let mut add = |span: Span| {
            let gap = match rows.last() {
                _ if page => Gap::Page,
                None => Gap::Blank,
                Some(above) => gap(Span::new(above.span.end, span.start).of(text)),
            };
            rows.push(Row { span, gap });
            page = false;
        };
        for line in line::rows(text, Span::new(at, end)) {
            match has_rule(line) {
                true => ruled_apart(text, line).for_each(&mut add),
                false => add(line),
            }
        }
        at = next;
        page = true;
    }
    close_up(text, &mut rows);
    rows
}

/// Whether the blank lines between two rows cut a sentence.
pub(crate) fn is_cut(text: &str, above: &Row, below: &Row) -> bool {
    let gap = Span::new(above.span.end, below.span.start.max(above.span.end));
    wrap::is_cut(above.span.of(text), below.span.of(text), gap.of(text))
}

/// Reads one blank line as a line end in a copy that has every second line blank.
fn close_up(text: &str, rows: &mut [Row]) {
    /// Fewer rows do not show how a copy is set.
    const FEWEST: usize = 12;
    let few = rows.len() / 16;
    let is_more = |is_strange: fn(&Row) -> bool| rows.iter().filter(|row| is_strange(row)).nth(few).is_some();
    if rows.len() < FEWEST
        || is_more(|row| row.gap == Gap::Line)
        || is_more(|row| row.span.len() as usize > wrap::LONGEST_WRAPPED)
    {
        return;
    }
    let pairs = rows.iter().zip(rows.iter().skip(1));
    // Lines that are whole paragraphs do not stop in the middle of a sentence.
    if pairs.filter(|(above, below)| is_cut(text, above, below)).nth(FEWEST / 3).is_none() {
        return;
    }
    let mut end = None;
    for row in rows {
        let above = end.replace(row.span.end);
        let between = above.map_or("", |above| Span::new(above, row.span.start).of(text));
        if row.gap == Gap::Blank && above.is_some() && between.bytes().filter(|byte| *byte == b'\n').take(3).count() < 3
        {
            row.gap = Gap::Line;
        }
    }
}

/// The gap that the bytes between two rows are; most often they are one line end or two.
pub(crate) fn gap(between: &str) -> Gap {
    match between.as_bytes() {
        [_] | [b' ' | b'\r', b'\n'] => Gap::Line,
        [b'\n', b'\n'] => Gap::Blank,
        _ if wrap::line_ends(between) > 1 => Gap::Blank,
        _ => Gap::Line,
    }
}

/// A rule that a converter joined to the text beside it has at least this many dashes. It gets a row of its own again.
const DASHES: &str = "------";

/// The parts of a line: rules and what stands between them.
fn ruled_apart(text: &str, line: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = line.start;
    std::iter::from_fn(move || {
        let rest = line::trim(text, Span::new(at, line.end));
        if rest.is_empty() {
            return None;
        }
        let (rule, len) = rule(rest.of(text), at > line.start).unwrap_or((rest.len() as usize, 0));
        let end = rest.offset(if rule == 0 { len } else { rule });
        at = end;
        Some(line::trim(text, Span::new(rest.start, end)))
    })
}

/// The first rule of a line that has blanks or the line's ends around it: where it begins, and its length. `behind`
/// another, the rule at the line's end can be joined to the title between them.
fn rule(line: &str, behind: bool) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    let mut from = 0;
    loop {
        let found = memchr::memchr(b'-', bytes.get(from..)?)?.saturating_add(from);
        let run = bytes.iter().skip(found).take_while(|byte| **byte == b'-').count();
        if run < DASHES.len() {
            from = found.saturating_add(run);
            continue;
        }
        // Shorter runs beside it, with blanks between, belong to it.
        let before = line.get(..found)?;
        let strokes = before.get(before.trim_end_matches(['-', ' ']).len()..)?;
        let start = found.saturating_sub(strokes.trim_start().len());
        let dashes = bytes.iter().skip(start).take_while(|byte| matches!(byte, b'-' | b' ')).count();
        let end = start.saturating_add(dashes);
        let len = line.get(start..end)?.trim_end().len();
        let apart_before = start == 0 || line.get(..start)?.ends_with([' ', '\t']) || behind && end == line.len();
        let apart_behind = len < dashes || end == line.len();
        if apart_before && apart_behind {
            return Some((start, len));
        }
        from = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = rows(text, Span::new(0, text.len() as u32), &[]);
        assert_eq!(found.iter().map(|row| row.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
    }

    /// Expects a gap in front of each row: `|` for a line end, `_` for a blank line.
    fn gaps(text: &str, expected: &str) {
        let found = rows(text, Span::new(0, text.len() as u32), &[]);
        let found: String = found.iter().map(|row| if row.gap == Gap::Line { '|' } else { '_' }).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_second_line_blank() {
        let cut = "1. THE HARBOR MASTER OF THE WHOLE TOWN SAYS THAT IT\n\nWILL BE CLOSED.\n\n";
        gaps(&(cut.repeat(6) + "\nROE"), "_|||||||||||_");
        gaps(&(cut.repeat(6).replace('\n', "\r\n") + "ROE"), "_||||||||||||");
        gaps(&cut.repeat(3), "______");
        gaps(&"1. IT IS CLOSED.\n\n".repeat(13), "_____________");
        gaps(&(cut.repeat(6) + "ROE\nDOE\nMOE"), "_____________||");
    }

    #[test]
    fn rules_stand_alone() {
        check("End Summary. ----------- The Harbour", &["End Summary.", "-----------", "The Harbour"]);
        check("----- -----------\nThe Harbour\n-----------", &["----- -----------", "The Harbour", "-----------"]);
        check("------ Who Went?------", &["------", "Who Went?", "------"]);
        check("Who Went?------", &["Who Went?------"]);
        check("------------------EE9C66  240653Z /38", &["------------------EE9C66  240653Z /38"]);
        check("one -- two", &["one -- two"]);
    }
}
