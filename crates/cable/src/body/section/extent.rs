//! How far a section reaches: from behind its opening words to its closing ones, or to where it must end without them.

use super::cut::without;
use super::name::name;
use crate::mark::portion_mark;
use crate::{Form, Paragraph, Role, Section, Span};

/// A section whose end is not known yet.
pub(super) struct Open {
    pub kind: Role,
    pub form: Form,
    pub opener: Span,
    /// The paragraph that it begins in.
    pub from: usize,
    /// The last paragraph that it was said to go on in, or the one it begins in where nothing says so.
    pub upto: usize,
    /// Where that paragraph, or the text in its bracket, ends: the section ends there if no closing words come.
    pub end: u32,
    /// The first paragraph with a heading behind a quoted text: without closing words it ends there.
    pub before: Option<usize>,
    /// Whether it is a section even without closing words in the same paragraph.
    pub sure: bool,
    /// The words that opened another of its kind inside it: it ends in front of them, unless words of its own close it.
    pub around: Option<Span>,
    /// Words that only say that it goes on, in order; they are no part of its text.
    pub continued: Vec<Span>,
}

impl Open {
    pub fn new(kind: Role, form: Form, opener: Span, from: usize, end: u32) -> Self {
        Self {
            kind,
            form,
            opener,
            from,
            upto: from,
            end,
            before: None,
            sure: true,
            around: None,
            continued: Vec::new(),
        }
    }

    /// Where a section without closing words ends, and in which paragraph: with its own. If that holds only the opening
    /// words, the section ends with what belongs to it below, up to paragraph `before`: its items, or the paragraphs
    /// without a label. A note with items is a paragraph of the outline. A quoted text has labels of its own and goes
    /// on to the next section.
    pub fn unclosed(&self, text: &str, paragraphs: &[Paragraph], before: usize) -> (u32, usize) {
        let is_bare = Span::new(self.opener.end, self.end).of(text).trim().is_empty();
        let Some(own) = paragraphs.get(self.from).filter(|_| is_bare && self.form == Form::Inline) else {
            return (self.end, self.upto);
        };
        let belongs = |below: &&Paragraph| {
            let is_item = below.depth > own.depth;
            below.heading.is_empty() && (below.label.is_empty() || is_item) && !(is_item && self.kind == Role::Note)
        };
        let below = || paragraphs.get(self.from..before).unwrap_or_default().iter().skip(1);
        let is_quoted = |below: &&Paragraph| below.heading.is_empty() && !is_named(text, below);
        let count = match below().take_while(belongs).count() {
            0 if self.kind == Role::Text => below().take_while(is_quoted).count(),
            count => count,
        };
        match below().take(count).zip(self.from.saturating_add(1)..).last() {
            Some((last, index)) => (end_of(last), index),
            None => (self.end, self.upto),
        }
    }

    /// The section that ends at `end`, in paragraph `last`.
    pub fn section(self, text: &str, paragraphs: &[Paragraph], closer: Option<Span>, end: u32, last: usize) -> Section {
        let inside = paragraphs.get(self.from..=last.max(self.from)).unwrap_or_default();
        let begin = behind_mark(text, self.opener.end, end);
        // A page break can cut a paragraph into very many pieces, and very many sections can stand in it.
        let here = |paragraph| pieces_between(paragraph, begin, end);
        let cut = |piece: &Span| Span::new(piece.start.max(begin), piece.end.min(end));
        let pieces = without(inside.iter().flat_map(here).map(cut), &self.continued);
        let trimmed = pieces.into_iter().map(|piece| crate::line::trim(text, piece));
        let pieces = trimmed.filter(|piece| !piece.is_empty()).collect();
        Section {
            kind: self.kind,
            form: self.form,
            opener: self.opener,
            closer,
            paragraphs: (self.from..).take(inside.len()).collect(),
            pieces,
        }
    }
}

/// Whether a paragraph begins with the name of a section.
fn is_named(text: &str, paragraph: &Paragraph) -> bool {
    paragraph.pieces.first().is_some_and(|first| name(first.of(text)).is_some())
}

fn pieces_between(paragraph: &Paragraph, begin: u32, end: u32) -> impl Iterator<Item = &Span> {
    let from = paragraph.pieces.partition_point(|piece| piece.end <= begin);
    paragraph.pieces.get(from..).unwrap_or_default().iter().take_while(move |piece| piece.start < end)
}

/// The offset behind the mark that follows the opening words, which is no part of the section's text: `Summary: (SBU)
/// …`.
pub(super) fn behind_mark(text: &str, at: u32, end: u32) -> u32 {
    let rest = Span::new(at, end.max(at)).of(text);
    let blanks = rest.len().saturating_sub(rest.trim_start().len());
    let mark = rest.get(blanks..).and_then(portion_mark);
    mark.map_or(at, |(len, _)| Span::new(at, end.max(at)).offset(blanks.saturating_add(len)))
}

/// Where the prose of a paragraph begins.
pub(super) fn start_of(paragraphs: &[Paragraph], index: usize) -> u32 {
    paragraphs
        .get(index)
        .map_or(0, |paragraph| paragraph.pieces.first().map_or(paragraph.label.end, |first| first.start))
}

/// Where a paragraph ends.
pub(super) fn end_of(paragraph: &Paragraph) -> u32 {
    paragraph.pieces.last().map_or(paragraph.label.end, |piece| piece.end)
}

#[cfg(test)]
mod tests {
    use crate::body::section::tests::prose;

    #[track_caller]
    fn check(below: &str, expected: &[&str]) {
        let text = format!("¶1. (C) We sent this. Begin text:\n\n{below}");
        assert_eq!(prose(&text), expected, "{text}");
    }

    #[test]
    fn unclosed_text() {
        check("¶2. (C) Boats.\n\n¶3. (C) Comment: Ropes.", &["Boats.", "Ropes."]);
        check("¶2. (C) Boats.\n\n¶3. (C) Action request: Ropes.", &["Boats.", "Ropes."]);
        check("¶2. (C) Boats.\n\n¶3. (C) Ropes.", &["Boats. Ropes."]);
        check("Boats.\n\n¶2. (C) Ropes.", &["Boats."]);
    }
}
