//! Paragraphs: what stands between one label that counts and the next.

use super::heading::{Heading, headings};
use super::outline::{Break, line_break, with_items};
use super::sequence::{Accepted, Candidate, Finding, sequence};
use super::signature::{Ending, Signature, ending, is_end_of_message, signers, unsigned};
use super::{above, label};
use crate::heading::{is_caption, portion_mark};
use crate::row::{Gap, Row};
use crate::zone::is_unfinished;
use crate::{Code, Diagnostic, Field, Logical, Mark, Paragraph, Part, PartKind, Span, hyphen, markup, wrap};

/// A row of captions that a print repeats is no longer than this.
const LONGEST_CAPTION: usize = 40;

/// Copies of one telegram are signed by no more.
const MOST_SIGNERS: usize = 8;

/// A portion mark wraps over this many further rows at most.
const MOST_MARK_ROWS: usize = 3;

/// The text, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// Its paragraphs, in order, also those without a number.
    pub paragraphs: Vec<Paragraph>,
    /// Surnames of the signers.
    pub signature: Vec<Field<String>>,
    /// What its bytes are.
    pub parts: Vec<Part>,
    /// What was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the rest of the telegram says that the body is read by.
pub(crate) struct Context<'a> {
    /// Whether the copy has anchors in front of its labels.
    pub anchors: bool,
    /// Surname of who classified it.
    pub signer: Option<&'a str>,
    /// Whether it is a message: its paragraphs have an outline, and nobody signs below them.
    pub joint: bool,
    /// Whether its paragraphs are those of a later section, which do not begin with 1.
    pub later: bool,
    /// Whether its signature can stand below it.
    pub signed: bool,
}

/// Takes the text apart. `rows` are those behind the heading.
pub(crate) fn body(text: &str, rows: &[Row], context: &Context) -> Body {
    let mut body = Body::default();
    let rows = body.without_captions(text, rows);
    let ending = match context {
        Context { joint: true, .. } => Ending { text: rows.len(), signature: None },
        Context { signed: false, .. } => unsigned(text, &rows),
        _ => ending(text, &rows, context.signer),
    };
    let mut prose = rows;
    let mut trailer = prose.split_off(ending.text.min(prose.len()));
    if let Some(signature) = ending.signature {
        // It can stand on the last row of the text or on one behind it.
        let behind = signature.row.checked_sub(prose.len());
        let signed = behind.map_or_else(|| prose.get_mut(signature.row), |row| trailer.get_mut(row));
        if let Some(row) = signed {
            row.span = crate::line::trim(text, Span::new(row.span.start, signature.span.start));
        }
    }
    prose.retain(|row| !row.span.is_empty());
    let headings = headings(text, &prose);
    let candidates = candidates(text, &prose, &headings, context.joint);
    let (mut accepted, rejected) = sequence(&candidates, context.anchors, context.later);
    if context.joint {
        accepted = with_items(text, &prose, accepted);
    }
    for row in rejected.into_iter().filter_map(|row| prose.get(row)) {
        body.diagnose(Code::LabelRejected, row.span, None);
    }
    Builder { text, rows: &prose, body: &mut body, heading: Vec::new(), open: false }.build(&headings, &accepted);
    for paragraph in &body.paragraphs {
        let joined = hyphen::divided(text, &paragraph.pieces).into_iter();
        body.diagnostics.extend(joined.map(|span| Diagnostic {
            code: Code::WordJoined,
            span,
            related: None,
            detail: None,
        }));
    }
    if let Some(signature) = ending.signature {
        body.sign(text, signature);
    }
    let trailer = trailer.iter().filter(|row| !row.span.is_empty());
    body.parts.extend(trailer.map(|row| Part { kind: PartKind::Trailer, span: row.span }));
    body
}

impl Body {
    /// Adds what stands behind it.
    pub fn extend(&mut self, behind: Self) {
        self.paragraphs.extend(behind.paragraphs);
        for signer in behind.signature {
            let is_new = self.signature.iter().all(|known| known.value != signer.value);
            if is_new && self.signature.len() < MOST_SIGNERS {
                self.signature.push(signer);
            }
        }
        self.parts.extend(behind.parts);
        self.diagnostics.extend(behind.diagnostics);
    }

    pub(crate) fn diagnose(&mut self, code: Code, span: Span, detail: Option<String>) {
        self.diagnostics.push(Diagnostic { code, span, related: None, detail });
    }

    /// Captions are printed again at page breaks, alone or with the text going on behind them.
    fn without_captions(&mut self, text: &str, rows: &[Row]) -> Vec<Row> {
        let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
        let mut cut = false;
        for row in rows {
            let line = row.span.of(text);
            let alone = line.len() <= LONGEST_CAPTION && is_caption(line) && !is_end_of_message(line);
            let printed = if alone { line.len() } else { repeated_caption(line, row.gap == Gap::Page) };
            let mut row = *row;
            if cut {
                row.gap = Gap::Page;
                cut = false;
            }
            if printed > 0 {
                let (span, behind) = row.span.split_at(printed);
                self.parts.push(Part { kind: PartKind::Interruption, span });
                self.diagnose(Code::CaptionRemoved, span, None);
                if alone {
                    cut = true;
                    continue;
                }
                row = Row { span: crate::line::trim(text, behind), gap: Gap::Page };
            }
            kept.push(row);
        }
        kept
    }

    fn sign(&mut self, text: &str, signature: Signature) {
        self.parts.push(Part { kind: PartKind::Signature, span: signature.span });
        if signature.glued {
            self.diagnose(Code::SignatureSplit, signature.span, None);
        }
        let label = Span::new(signature.span.start, signature.span.start);
        for (raw, value) in signers(text, signature.span) {
            self.signature.push(Field { label, raw, value });
        }
    }
}

/// Length of the captions in front of text that goes on on the same line: `SIPDIS`, and others `behind` a page break.
fn repeated_caption(line: &str, behind: bool) -> usize {
    const CAPTIONS: [&str; 6] = ["SIPDIS", "NOFORN", "NODIS", "EXDIS", "LIMDIS", "STADIS"];
    let known = CAPTIONS.get(..if behind { CAPTIONS.len() } else { 1 }).unwrap_or_default();
    let (mut len, mut rest) = (0, line);
    while let Some(text) = known.iter().find_map(|caption| rest.strip_prefix(caption)?.strip_prefix([' ', '\t'])) {
        len = line.len().saturating_sub(text.len()).saturating_sub(1);
        rest = text.trim_start();
    }
    len
}

fn candidates(text: &str, rows: &[Row], headings: &[Heading], joint: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut heads = headings.iter().peekable();
    for (index, row) in rows.iter().enumerate() {
        while heads.next_if(|heading| heading.rows.end < index).is_some() {}
        let below_heading = heads.peek().is_some_and(|heading| heading.rows.end == index);
        let inside_heading = heads.peek().is_some_and(|heading| heading.rows.contains(&index));
        let line = row.span.of(text);
        if inside_heading {
            continue;
        }
        let Some(label) = label::read(line) else { continue };
        let above = above(rows, index);
        let at_break = index == 0
            || row.gap == Gap::Blank
            || below_heading
            || above.is_some_and(|above| ends_sentence(above.span.of(text)))
            || joint && line_break(text, above.as_ref(), row) == Break::Writer;
        let below_short = above.is_some_and(|above| is_broken(above.span.of(text)));
        found.push(Candidate { row: index, label, at_break, below_short });
    }
    found
}

/// Whether a line ends so early that the writer broke it, where a sentence can end: `END SUMMARY`.
fn is_broken(line: &str) -> bool {
    line.len() < wrap::SHORTEST_CUT && line.ends_with(char::is_alphanumeric) && !is_unfinished(line)
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', ';', '"', '”', ')', ']', '-', '*', '_', '='])
}

struct Builder<'a> {
    text: &'a str,
    rows: &'a [Row],
    body: &'a mut Body,
    /// Lines of the heading that waits for its paragraph.
    heading: Vec<Span>,
    /// Whether the next row goes on in the last paragraph.
    open: bool,
}

impl Builder<'_> {
    fn build(&mut self, headings: &[Heading], accepted: &[Accepted]) {
        let mut headings = headings.iter().peekable();
        let mut accepted = accepted.iter().peekable();
        let mut index = 0;
        while let Some(row) = self.rows.get(index).copied() {
            if let Some(heading) = headings.next_if(|heading| heading.rows.start == index) {
                self.read_heading(heading);
                index = heading.rows.end;
                continue;
            }
            match accepted.next_if(|label| label.row == index) {
                Some(label) => self.begin(index, row, Some(label)),
                None if super::heading::is_rule(row.span.of(self.text)) => {
                    self.end();
                    self.body.parts.push(Part { kind: PartKind::Heading, span: row.span });
                }
                None if self.goes_on(index, row) => self.append(index, row),
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

    fn read_heading(&mut self, heading: &Heading) {
        self.end();
        for (index, row) in self.rows.iter().enumerate().take(heading.rows.end).skip(heading.rows.start) {
            self.body.parts.push(Part { kind: PartKind::Heading, span: row.span });
            if heading.title.contains(&index) {
                let title = row.span.of(self.text).trim_end_matches(['-', '_', '=', ' ']);
                self.heading.push(row.span.split_at(title.len()).0);
            }
        }
    }

    /// Whether an unlabelled row belongs to the paragraph above: always to a numbered one, to another up to a blank
    /// line that does not cut a sentence.
    fn goes_on(&self, index: usize, row: Row) -> bool {
        let Some(last) = self.body.paragraphs.last().filter(|_| self.open) else { return false };
        let above = above(self.rows, index).map_or("", |above| above.span.of(self.text));
        last.number.is_some()
            || !last.label.is_empty()
            || row.gap != Gap::Blank
            || wrap::is_cut(above, row.span.of(self.text))
    }

    fn begin(&mut self, index: usize, row: Row, label: Option<&Accepted>) {
        self.end();
        let line = row.span.of(self.text);
        let len = match label {
            Some(label) => label.len,
            None => markup::anchor(line),
        };
        let (label_span, behind) = row.span.split_at(len);
        if let Some(Accepted { number: Some(number), finding: Some(finding), .. }) = label {
            self.diagnose_label(*finding, *number, label_span);
        }
        let rest = crate::line::trim(self.text, behind);
        let mark = self.mark(index, rest);
        let start = mark.as_ref().map_or(rest.start, |mark| mark.raw.end);
        let piece = crate::line::trim(self.text, Span::new(start, row.span.end.max(start)));
        if !label_span.is_empty() {
            self.body.parts.push(Part { kind: PartKind::Label, span: label_span });
        }
        if let Some(mark) = &mark {
            self.body.parts.push(Part { kind: PartKind::Mark, span: mark.raw });
        }
        let written = if label.is_some() { label_span } else { label_span.split_at(0).0 };
        self.push(written, label);
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            paragraph.mark = mark;
            paragraph.pieces.extend((!piece.is_empty()).then_some(piece));
        }
    }

    /// The portion mark behind a label. A long list of countries (`S//REL …`) wraps.
    fn mark(&self, index: usize, rest: Span) -> Option<Field<Mark>> {
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
        Some(Field { label: Span::new(raw.start, raw.start), raw, value })
    }

    /// The last paragraph has all of its pieces now. Parts that come in order need no sorting.
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
        let Some(paragraph) = self.body.paragraphs.last_mut() else { return };
        let marked = paragraph.mark.as_ref().map_or(0, |mark| mark.raw.end);
        let span = crate::line::trim(self.text, Span::new(row.span.start.max(marked), row.span.end));
        if span.is_empty() {
            return;
        }
        match paragraph.pieces.last_mut() {
            Some(piece) if row.gap != Gap::Page => piece.end = span.end,
            _ => paragraph.pieces.push(span),
        }
        if let Some(Row { span: above, .. }) = above(self.rows, index)
            && row.gap == Gap::Blank
            && wrap::is_cut(above.of(self.text), row.span.of(self.text))
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
