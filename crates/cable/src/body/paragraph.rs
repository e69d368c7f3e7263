//! Paragraphs: what stands between one label that counts and the next.

mod behind_label;
mod portion;

use super::count::{Accepted, Finding, answer_label, label};
use super::section::{is_bound, opening_alone};
use super::text::Body;
use super::title::{self, Heading};
use super::{above, words_above};
use crate::prose::wants_word;
use crate::redaction::is_redacted;
use crate::row::{self, Gap, Row};
use crate::words::{has_small, starts_with_any_case};
use crate::{Code, Field, Mark, Paragraph, Part, PartKind, Span, item, markup, wrap};

/// A rule with this many dashes or more in front of a blank is one rule, not several.
const LONGEST_DASHES: usize = 45;

/// Builds the paragraphs out of rows.
pub(super) struct Builder<'a> {
    text: &'a str,
    rows: &'a [Row],
    body: &'a mut Body,
    /// Lines of the heading that waits for its paragraph.
    heading: Vec<Span>,
    /// Whether the last paragraph can still take rows.
    open: bool,
    /// The letter in brackets that the last such row began with: `(B)`.
    listed: Option<u8>,
    /// Whether the last paragraph is labelled by a letter and not by a number.
    lettered: bool,
}

impl<'a> Builder<'a> {
    pub fn new(text: &'a str, rows: &'a [Row], body: &'a mut Body) -> Self {
        Self { text, rows, body, heading: Vec::new(), open: false, listed: None, lettered: false }
    }

    pub fn build(mut self, headings: &[Heading], accepted: &[Accepted]) {
        self.body.paragraphs.reserve(accepted.len());
        self.body.parts.reserve(accepted.len().saturating_mul(3));
        let mut headings = headings.iter().peekable();
        let mut accepted = accepted.iter().peekable();
        let (mut index, mut below_heading) = (0, None);
        while let Some(row) = self.rows.get(index).copied() {
            if let Some(heading) = headings.next_if(|heading| heading.rows.start == index) {
                self.read_heading(heading);
                index = heading.rows.end;
                below_heading = Some(index);
                continue;
            }
            let accepted = accepted.next_if(|label| label.row == index).copied();
            let is_apart = row.gap != Gap::Line || below_heading == Some(index);
            let answer = || answer_label(row.span.of(self.text)).filter(|_| is_apart);
            let unnumbered = |len| Accepted { row: index, len, number: None, depth: 0, finding: None };
            let label = accepted.or_else(|| answer().map(unnumbered)).or_else(|| self.portion(index, row));
            match label {
                Some(label) => self.begin(index, row, Some(&label)),
                None if title::is_rule(row.span.of(self.text))
                    && !(self.goes_on(index, row) && title::is_beside_table(self.text, self.rows, index)) =>
                {
                    if row.gap != Gap::Line || !self.turn_into_heading(index) {
                        self.end();
                    }
                    self.body.parts.push(Part { kind: PartKind::Heading, span: row.span });
                }
                None if self.goes_on(index, row) => self.append(index, row),
                None if self.is_name(index, row) => self.read_heading(&Heading::of_row(index)),
                None => self.begin(index, row, None),
            }
            index = index.saturating_add(1);
        }
        self.end();
        if !self.heading.is_empty() {
            let end = self.heading.last().map_or(0, |line| line.end);
            self.push(Span::new(end, end), None);
        }
    }

    /// Turns the words of the last paragraph into its heading where they stand right above a rule, `2. (C) THE
    /// HARBOUR`, and returns whether it did. Words that are blackened out can be all that the paragraph had, and so can
    /// any words above a rule that the next label follows. A rule in parts stands below the names of columns.
    fn turn_into_heading(&mut self, rule: usize) -> bool {
        let is_whole = || {
            let parts = self.rows.get(rule).and_then(|rule| rule.span.of(self.text).split_once(' '));
            parts.is_none_or(|(first, _)| first.len() >= LONGEST_DASHES)
        };
        let is_text =
            |below: &Row| below.gap == Gap::Line || is_whole() && label::read(below.span.of(self.text)).is_none();
        let goes_on = self.rows.get(rule.saturating_add(1)).is_some_and(is_text);
        let Some(paragraph) = self.body.paragraphs.last_mut().filter(|_| self.open && goes_on) else { return false };
        let is_first = |above: Row| above.span.start <= paragraph.label.start && !paragraph.label.is_empty();
        let ([title], true) = (paragraph.pieces.as_slice(), above(self.rows, rule).is_some_and(is_first)) else {
            return false;
        };
        let words = title.of(self.text);
        let is_title = title::is_title(words) && !is_redacted(words);
        if is_title {
            self.body.parts.push(Part { kind: PartKind::Heading, span: *title });
            paragraph.heading.append(&mut paragraph.pieces);
        }
        is_title
    }

    fn read_heading(&mut self, heading: &Heading) {
        self.end();
        for (index, row) in self.rows.iter().enumerate().take(heading.rows.end).skip(heading.rows.start) {
            self.body.parts.push(Part { kind: PartKind::Heading, span: row.span });
            if heading.title.contains(&index) {
                let line = row.span.of(self.text);
                let inner =
                    title::between_signs(line, title::FEWEST_SIGNS).map_or(row.span, |inner| row.span.part(inner));
                let title = inner.split_at(markup::anchor(inner.of(self.text))).1.of(self.text).trim_start_matches('/');
                let title_end = title.trim_end_matches(['-', '_', '=', '/', ' ']).len();
                let start = inner.end.saturating_sub(title.len() as u32);
                let title = Span::new(start, inner.end).split_at(title_end).0;
                self.heading.extend((!title.is_empty()).then_some(title));
            }
        }
    }

    /// Whether an unlabelled row belongs to the paragraph above. It always does below a label that is no letter.
    /// Otherwise it does up to a blank line that does not cut a sentence, except for words that close a section, or up
    /// to the next item behind a page marker that cuts none.
    fn goes_on(&self, index: usize, row: Row) -> bool {
        let Some(last) = self.body.paragraphs.last().filter(|_| self.open) else { return false };
        if last.number.is_some() || !last.label.is_empty() && !self.lettered {
            return true;
        }
        let above = words_above(self.text, self.rows, index);
        let line = row.span.of(self.text);
        let is_next_item = || {
            let first = if self.lettered { Some(&last.label) } else { last.pieces.first() };
            first.is_some_and(|first| item::follows(Span::new(first.start, row.span.start).of(self.text), line))
        };
        // Where a marker cuts a sentence, the initials of a name look like an item.
        let is_whole = || item::may_stand_above(above) || markup::anchor(line) > 0;
        match row.gap {
            Gap::Line => true,
            Gap::Page => !(is_whole() && is_next_item()),
            Gap::Blank => self.is_cut(index, row) || is_closing(line),
        }
    }

    /// Whether a row that would begin a paragraph is the title of those below it.
    fn is_name(&self, index: usize, row: Row) -> bool {
        let line = row.span.of(self.text);
        let below = self.rows.get(index.saturating_add(1));
        title::is_name(line) && below.is_some_and(|below| below.gap == Gap::Blank || line.ends_with(':'))
    }

    /// Whether the blank lines above a row cut a sentence.
    fn is_cut(&self, index: usize, row: Row) -> bool {
        above(self.rows, index).is_some_and(|above| row::is_cut(self.text, &above, &row))
    }

    /// Whether the blank line above a row separates entries of a list, as another one next to it does: then it cut no
    /// sentence.
    fn parts_entries(&self, index: usize, above: Span, row: Row) -> bool {
        let is_entry = |span: Span| {
            let line = span.of(self.text);
            wrap::may_be_entry(line) && !wants_word(line) && has_small(line)
        };
        let is_blank = |at: usize| self.rows.get(at).is_some_and(|row| row.gap == Gap::Blank);
        let is_next_to_blank = is_blank(index.saturating_sub(1)) || is_blank(index.saturating_add(1));
        is_next_to_blank && is_entry(above) && is_entry(row.span)
    }

    fn begin(&mut self, index: usize, row: Row, label: Option<&Accepted>) {
        self.end();
        let line = row.span.of(self.text);
        let anchor = markup::anchor(line);
        let lettered = label.is_none().then(|| self.lettered_portion(index, row, anchor)).flatten();
        self.lettered = lettered.is_some();
        let len = label.map(|label| label.len).or(lettered).unwrap_or(anchor);
        let (label_span, behind) = row.span.split_at(len);
        // A label that is only `(C)` is that of an item.
        let front = Some(label_span).filter(|span| span.of(self.text).starts_with('('));
        let front = front.and_then(|span| self.mark(index, span)).filter(|mark| mark.raw.end < label_span.end);
        let start = front.as_ref().map_or(label_span.start, |mark| mark.raw.end);
        let label_span = crate::line::trim(self.text, Span::new(start, label_span.end));
        if let Some(Accepted { number: Some(number), finding, .. }) = label {
            let is_torn = || label_span.of(self.text).contains(['\n', '\r']);
            if let Some(finding) = finding.or_else(|| is_torn().then_some(Finding::Repaired)) {
                self.diagnose_label(finding, *number, label_span);
            }
        }
        let rest = crate::line::trim(self.text, behind);
        let is_labelled = label.is_some() || self.lettered;
        let opened = if is_labelled && front.is_none() { self.opened(index, rest) } else { None };
        let (opening, opened) = opened.unzip();
        // Without a number in front of it, `C)` is an item of a list.
        let number = label.and_then(|label| label.number);
        let misprint = || number.and_then(|_| self.misprint(rest));
        let marked = || self.mark(index, rest).or_else(misprint).filter(|mark| is_labelled || mark.raw.len() > 2);
        let mark = front.or(opened).or_else(marked);
        let start = mark.as_ref().map_or(rest.start, |mark| mark.raw.end.max(rest.start));
        let piece = crate::line::trim(self.text, Span::new(start, row.span.end.max(start)));
        if !label_span.is_empty() {
            self.body.parts.push(Part { kind: PartKind::Label, span: label_span });
        }
        if let Some(mark) = &mark {
            self.body.parts.push(Part { kind: PartKind::Mark, span: mark.raw });
        }
        let written = if is_labelled { label_span } else { label_span.split_at(0).0 };
        self.push(written, label);
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            paragraph.mark = mark;
            paragraph.pieces.extend(opening);
            paragraph.pieces.extend((!piece.is_empty()).then_some(piece));
        }
    }

    /// The words that open a section in front of the mark, and the mark: `4. Summary: (C) Text`. A sentence that goes
    /// on behind the mark only speaks of it.
    fn opened(&self, index: usize, rest: Span) -> Option<(Span, Field<Mark>)> {
        let (opening, behind) = rest.split_at(opening_alone(rest.of(self.text))?);
        let mark = self.mark(index, crate::line::trim(self.text, behind))?;
        let text = Span::new(mark.raw.end, rest.end.max(mark.raw.end)).of(self.text).trim_start();
        let goes_on = text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '.'));
        (!goes_on).then_some((opening, mark))
    }

    /// Closes the last paragraph and adds its pieces to the parts. Parts that come in order need no sorting.
    fn end(&mut self) {
        if let Some(last) = self.body.paragraphs.last().filter(|_| self.open) {
            self.body.parts.extend(last.pieces.iter().map(|piece| Part { kind: PartKind::Prose, span: *piece }));
        }
        self.open = false;
    }

    fn push(&mut self, label: Span, accepted: Option<&Accepted>) {
        self.body.paragraphs.push(Paragraph {
            number: accepted.and_then(|label| label.number),
            depth: accepted.map_or(0, |label| label.depth),
            label,
            mark: None,
            role: None,
            heading: std::mem::take(&mut self.heading),
            pieces: Vec::new(),
        });
        self.open = true;
    }

    fn append(&mut self, index: usize, row: Row) {
        // Where a paragraph has a title of its own, its mark stands in front of its words and not behind its label.
        let is_fresh = |last: &Paragraph| last.pieces.is_empty() && last.mark.is_none() && !last.label.is_empty();
        let mark = self.body.paragraphs.last().filter(|last| is_fresh(last)).and_then(|_| self.mark(index, row.span));
        let Some(paragraph) = self.body.paragraphs.last_mut() else { return };
        if let Some(mark) = mark {
            self.body.parts.push(Part { kind: PartKind::Mark, span: mark.raw });
            paragraph.mark = Some(mark);
        }
        let marked = paragraph.mark.as_ref().map_or(0, |mark| mark.raw.end);
        let span = match row.span.start < marked {
            true => crate::line::trim(self.text, Span::new(marked, row.span.end)),
            false => row.span,
        };
        if span.is_empty() {
            return;
        }
        let adjoins = |piece: &Span| Span::new(piece.end, span.start).of(self.text).trim_ascii().is_empty();
        match paragraph.pieces.last_mut() {
            Some(piece) if row.gap != Gap::Page && (row.gap == Gap::Line || adjoins(piece)) => piece.end = span.end,
            _ => paragraph.pieces.push(span),
        }
        if let Some(Row { span: above, .. }) = above(self.rows, index)
            && row.gap == Gap::Blank
            && self.is_cut(index, row)
            && !self.parts_entries(index, above, row)
        {
            self.body.diagnose(Code::BlankLineJoined, Span::new(above.end, row.span.start), None);
        }
    }

    fn diagnose_label(&mut self, finding: Finding, number: u32, span: Span) {
        let code = match finding {
            Finding::Repaired => Code::LabelRepaired,
            Finding::Repeated => Code::ParagraphRepeated,
            Finding::Skipped => Code::ParagraphSkipped,
            Finding::Backwards => Code::ParagraphBackwards,
        };
        let detail = match finding {
            Finding::Repaired => format!("It reads \u{201c}{}\u{201d} and is paragraph {number}.", span.of(self.text)),
            _ => format!("This is paragraph {number}."),
        };
        self.body.diagnose(code, span, Some(detail));
    }
}

/// Whether a row closes a section: such words belong to the paragraph above.
fn is_closing(line: &str) -> bool {
    starts_with_any_case(line, "end ") && is_bound(line)
}
