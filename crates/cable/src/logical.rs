//! The logical text: prose as it was meant, with a map back to the bytes that it came from.

mod quotes;
mod rows;

use crate::hyphen::{self, Hyphen, hyphen};
use crate::wrap::{self, Setting};
use crate::{Span, heading, markup};
pub(crate) use quotes::doubled;
use rows::{Row, are_sentence, rows, rows_of_prose};
use std::ops::Range;

/// Text without line wraps, page noise and markup residue. Every byte of it knows where it came from. Tables keep the
/// blanks that set their columns apart.
///
/// ```
/// use cable::{Logical, Span};
/// let source = "TAGS: [PHUM](#)\n[PREL](#)";
/// let tags = Logical::prose(source, &[Span::new(6, 25)]);
/// assert_eq!(tags.text(), "PHUM PREL");
/// assert_eq!(tags.source(5..9).of(source), "PREL");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logical {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the logical text and the bytes behind it. Verbatim runs are equally long on both sides; a blank or
/// line break stands for all the bytes between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    logical: u32,
    source: Span,
}

/// What stands between two lines.
enum Joint {
    /// A blank or a line break.
    Character(char),
    /// Nothing: a compound goes on.
    Nothing,
    /// Nothing, and no hyphen either: a word goes on.
    Word,
}

impl From<Hyphen> for Joint {
    fn from(hyphen: Hyphen) -> Self {
        match hyphen {
            Hyphen::Divides => Self::Word,
            Hyphen::Joins => Self::Nothing,
        }
    }
}

/// Bytes that are looked at in one go, so that the compiler makes vector instructions of it.
const STRETCH: usize = 16;

/// The place of the next byte from `at` on that may not be taken over as it is: a bracket, a blank other than a single
/// space, or a hyphen in front of a blank.
fn special(bytes: &[u8], at: usize) -> Option<usize> {
    let mut start = at;
    while bytes.get(start..).and_then(<[u8]>::first_chunk).is_some_and(|window| !holds_special(window)) {
        start = start.saturating_add(STRETCH);
    }
    let rest = bytes.get(start..)?;
    let is_alone = |byte: &u8| matches!(byte, b'[' | b'\t' | 0x0C);
    let last = || rest.last().filter(|last| is_alone(last)).map(|_| rest.len().saturating_sub(1));
    // The stretch at the end overlaps the one before.
    if rest.len() <= STRETCH && bytes.last_chunk().is_some_and(|window| !holds_special(window)) {
        return last().map(|found| start.saturating_add(found));
    }
    let is_special = |pair: &[u8]| match pair {
        [first, second] => is_alone(first) || matches!((first, second), (b' ' | b'-', b' ' | b'\t' | 0x0C)),
        _ => false,
    };
    let found = rest.windows(2).position(is_special).or_else(last)?;
    Some(start.saturating_add(found))
}

/// Whether a stretch holds such a byte. Branches would prevent vector instructions.
fn holds_special(window: &[u8; STRETCH + 1]) -> bool {
    let (here, next) = (window.get(..STRETCH).unwrap_or_default(), window.get(1..).unwrap_or_default());
    let mut any = 0;
    for (byte, next) in here.iter().zip(next) {
        let opens = (*byte == b'[') | (*byte == b'\t') | (*byte == 0x0C);
        let before_blank = ((*byte == b' ') | (*byte == b'-')) & ((*next == b' ') | (*next == b'\t') | (*next == 0x0C));
        any |= u8::from(opens | before_blank);
    }
    any != 0
}

impl Logical {
    /// Reads `pieces` of `source` as one run of prose. A line wrap becomes a blank; a line that stands for itself (an
    /// item of a list, or one below a line that had room for its first word) keeps its line break. A word that was
    /// divided is whole again.
    pub fn prose(source: &str, pieces: &[Span]) -> Self {
        Self::read(source, rows_of_prose(source, pieces), |source, gap, above, below, setting| {
            let hyphen = hyphen(source, gap, above, below);
            let gap = gap.of(source);
            match hyphen {
                Some(hyphen) => Joint::from(hyphen),
                None if wrap::cuts_address(above, below, gap) || hyphen::is_torn(above, below, gap) => Joint::Nothing,
                None => Joint::Character(wrap::joint(above, below, gap, setting)),
            }
        })
    }

    /// Reads `pieces` of `source` as one line, as the fields of the text header are. A word that was divided is whole
    /// again.
    pub fn line(source: &str, pieces: &[Span]) -> Self {
        Self::read(source, rows(source, pieces), |source, gap, above, below, _| {
            hyphen(source, gap, above, below).map_or(Joint::Character(' '), Joint::from)
        })
    }

    /// Reads as [`Self::line`] does, where rows can have been cut at a column, in the middle of words.
    pub(crate) fn line_of_column(source: &str, pieces: &[Span]) -> Self {
        Self::read(source, rows(source, pieces), |source, gap, above, below, _| {
            match hyphen(source, gap, above, below) {
                Some(hyphen) => Joint::from(hyphen),
                None if heading::cuts_word(above, below, gap.of(source)) => Joint::Nothing,
                None => Joint::Character(' '),
            }
        })
    }

    /// Reads `pieces` of `source` with every line on a line of its own, as lists such as references need.
    pub fn lines(source: &str, pieces: &[Span]) -> Self {
        Self::read(source, rows(source, pieces), |source, gap, _, _, _| {
            Joint::Character(if gap.of(source).contains(['\n', '\r']) { '\n' } else { ' ' })
        })
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, without the map.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The bytes of the source that a range of the logical text came from, including noise between them.
    pub fn source(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start).map_or(0, |(run, into, _)| run.source.offset(into));
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.place(last).map_or(start, |(run, into, verbatim)| match verbatim {
            true => run.source.offset(into.saturating_add(usize::from(range.end > range.start))),
            false => run.source.end,
        });
        Span::new(start, end.max(start))
    }

    /// The runs of the source that make up the logical text, each with the range of the logical text it gives.
    /// A run of one blank can stand for a whole line end.
    pub fn runs(&self) -> impl Iterator<Item = (Range<usize>, Span)> + '_ {
        let ends = self.runs.iter().skip(1).map(|run| run.logical as usize).chain([self.text.len()]);
        self.runs.iter().zip(ends).map(|(run, end)| (run.logical as usize..end, run.source))
    }

    /// The stretches of the source that were left out inside words that are whole here.
    pub(crate) fn inside_words(&self, source: &str) -> impl Iterator<Item = Span> {
        let is_letter = |c: char| c.is_alphabetic();
        self.runs.iter().zip(self.runs.iter().skip(1)).filter_map(move |(front, behind)| {
            let cut = Span::new(front.source.end, behind.source.start);
            let is_word =
                front.source.of(source).ends_with(is_letter) && behind.source.of(source).starts_with(is_letter);
            (!cut.is_empty() && is_word).then_some(cut)
        })
    }

    /// The run that an offset lies in, how far it goes into the run's source, and whether the run is verbatim.
    fn place(&self, offset: usize) -> Option<(&Run, usize, bool)> {
        let behind = self.runs.partition_point(|run| run.logical as usize <= offset);
        let run = self.runs.get(behind.checked_sub(1)?)?;
        let end = self.runs.get(behind).map_or(self.text.len(), |next| next.logical as usize);
        let start = run.logical as usize;
        let verbatim = end.saturating_sub(start) == run.source.len() as usize;
        Some((run, if verbatim { offset.saturating_sub(start) } else { 0 }, verbatim))
    }

    /// Reads `rows`; `joint` decides what stands between two lines, given the gap, both lines, and how all are set.
    fn read(source: &str, rows: Vec<Row>, joint: fn(&str, Span, &str, &str, Setting) -> Joint) -> Self {
        let bytes: usize = rows.iter().map(|row| (row.span.len() as usize).saturating_add(1)).sum();
        let setting = Setting::of(source, rows.iter().map(|row| row.span));
        let runs = Vec::with_capacity(rows.len().saturating_mul(3));
        let mut logical = Self { text: String::with_capacity(bytes), runs };
        let mut above: Option<Row> = None;
        for (index, row) in rows.iter().enumerate() {
            let below = row.span.of(source);
            if let Some(above) = above {
                let gap = Span::new(above.span.end, row.span.start);
                if !gap.is_empty() {
                    let is_tabular = above.is_tabular || row.is_tabular;
                    let is_wrap = || {
                        wrap::hides_width(above.line(source), below, gap.of(source))
                            && are_sentence(source, rows.get(index..).unwrap_or_default())
                    };
                    match joint(source, gap, above.line(source), below, setting) {
                        _ if is_tabular => logical.push_joint('\n', gap),
                        Joint::Character(_) if row.begins_entry => logical.push_joint('\n', gap),
                        Joint::Character('\n') if is_wrap() => logical.push_joint(' ', gap),
                        Joint::Character(joint) => logical.push_joint(joint, gap),
                        Joint::Word => logical.pop_hyphen(),
                        Joint::Nothing => {}
                    }
                }
            }
            // `¶ 3.` with a blank is a label only where a paragraph begins.
            let anchor = if below.starts_with("¶ ") { 0 } else { markup::anchor(below) };
            let (_, line) = row.span.split_at(anchor);
            logical.push_line(source, line, row.is_tabular);
            above = Some(*row);
        }
        logical.undouble();
        logical
    }

    /// Pushes one line, with links as their text and runs of blanks as one blank, except in a table.
    fn push_line(&mut self, source: &str, span: Span, is_tabular: bool) {
        let line = span.of(source);
        let bytes = line.as_bytes();
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | 0x0C);
        let (mut from, mut at) = (0, 0);
        while let Some(mark) = special(bytes, at) {
            at = mark.saturating_add(usize::from(bytes.get(mark) == Some(&b'-')));
            let blanks = bytes.iter().skip(at).take_while(|byte| is_blank(byte)).count();
            let behind = at.saturating_add(blanks);
            let opening = line.get(at..).filter(|rest| rest.starts_with('['));
            if let Some(link) = opening.and_then(markup::link) {
                self.push_verbatim(source, span.part(from..at));
                let (_, inside) = span.split_at(at.saturating_add("[".len()));
                self.push_verbatim(source, inside.split_at(link.text.len()).0);
                at = at.saturating_add(link.len);
                from = at;
            } else if is_tabular {
                at = behind.max(at.saturating_add(1));
            } else if blanks > 0 && hyphen::divides_in_line(source, span, at, behind) {
                self.push_verbatim(source, span.part(from..at));
                self.pop_hyphen();
                at = behind;
                from = at;
            } else if blanks > 1 || blanks == 1 && bytes.get(at) != Some(&b' ') {
                self.push_verbatim(source, span.part(from..at));
                self.push_joint(' ', span.part(at..behind));
                at = behind;
                from = at;
            } else {
                at = at.saturating_add(1);
            }
        }
        self.push_verbatim(source, span.part(from..bytes.len()));
    }

    fn push_verbatim(&mut self, source: &str, span: Span) {
        if !span.is_empty() {
            self.runs.push(Run { logical: self.text.len() as u32, source: span });
            self.text.push_str(span.of(source));
        }
    }

    /// Takes back the hyphen that divides a word.
    fn pop_hyphen(&mut self) {
        self.text.pop();
        if let Some(run) = self.runs.last_mut() {
            run.source.end = run.source.end.saturating_sub(1);
        }
        if self.runs.last().is_some_and(|run| run.source.is_empty()) {
            self.runs.pop();
        }
    }

    fn push_joint(&mut self, joint: char, gap: Span) {
        self.runs.push(Run { logical: self.text.len() as u32, source: gap });
        self.text.push(joint);
    }
}

#[cfg(test)]
pub(crate) mod tests;
