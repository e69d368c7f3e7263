//! The text, taken apart: without the captions that page breaks print again, up to its signature, into paragraphs.

use super::apart::{
    captions_inside, items_inside, labels_below, message_inside, missing_inside, paragraphs_inside, released_inside,
    titles_inside,
};
use super::count::{LineBreaks, bracketed, candidates, label, sequence, with_items};
use super::ending::{
    Ending, MOST_CLOSING_ROWS, Signature, closing_of_copy, end_behind, ending, invitation_inside, is_closing, signers,
    stars_above, unsigned,
};
use super::paragraph::Builder;
use super::title::headings;
use crate::row::{self, Gap, Inside, Row};
use crate::words::in_capitals;
use crate::{Code, Diagnostic, Field, Paragraph, Part, PartKind, Span, hyphen};

/// Copies of one telegram have at most this many signers.
const MOST_SIGNERS: usize = 8;

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

/// What the rest of the telegram says that the body is read with.
pub(crate) struct Context<'a> {
    /// Whether the copy has anchors in front of its labels.
    pub anchors: bool,
    /// The rows of the subject below its first.
    pub subject_below: &'a [&'a str],
    /// The caption of a corrected copy.
    pub correction: Option<&'a str>,
    /// The captions of journeys, with name or number: `CODEL ROE`, `TOSEC 417`.
    pub journeys: &'a [&'a str],
    /// Name of who classified it.
    pub signer: Option<&'a str>,
    /// Whether its paragraphs are those of a later section, which do not begin with 1.
    pub later: bool,
    /// What can stand below it.
    pub end: End,
}

/// What can stand below a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Nobody's name: it is a message, whose paragraphs have an outline.
    Message,
    /// What closes a text without the name of who signed it.
    Unsigned,
    /// The name of who signed it.
    Signed,
}

/// Takes the text apart. `rows` are those behind the heading.
pub(crate) fn body(text: &str, rows: &[Row], context: &Context) -> Body {
    let mut body = Body::default();
    let cut = |rows: Vec<Row>, inside: Inside| row::apart(text, rows, inside, Gap::Line);
    let rows = body.without_reprints(text, &cut(rows.to_vec(), captions_inside), context);
    let mut rows = cut(cut(rows, end_inside), closing_inside);
    let ending = match context.end {
        End::Message => Ending { text: rows.len(), signature: None },
        End::Unsigned => unsigned(text, &rows),
        End::Signed => ending(text, &rows, context.signer),
    };
    if let Some(signature) = ending.signature {
        body.sign(text, &mut rows, signature, context.signer);
    }
    let trailer = rows.split_off(ending.text.min(rows.len()));
    rows.retain(|row| !row.span.is_empty());
    let prose = each_on_its_row(text, rows, context.end);
    body.read(text, &prose, context);
    for row in &trailer {
        let line = row.span.of(text);
        let of_post = || (is_closing(line) && line.contains(char::is_alphabetic)).then_some(0);
        if let Some(at) = closing_of_copy(line).or_else(of_post) {
            body.diagnose(Code::ClosingLineRemoved, row.span.split_at(at).1, None);
        }
    }
    let trailer = trailer.iter().filter(|row| !row.span.is_empty());
    body.parts.extend(trailer.map(|row| Part { kind: PartKind::Trailer, span: row.span }));
    body
}

/// The rows of the text, with each paragraph, title and label at the start of one.
fn each_on_its_row(text: &str, rows: Vec<Row>, end: End) -> Vec<Row> {
    const OF_MESSAGES: [Inside; 3] = [message_inside, released_inside, items_inside];
    let cut = |rows: Vec<Row>, inside: Inside| row::apart(text, rows, inside, Gap::Blank);
    let rows = if end == End::Message { OF_MESSAGES.into_iter().fold(rows, cut) } else { rows };
    let rows = labels_below(text, cut(rows, paragraphs_inside));
    cut(cut(rows, missing_inside), titles_inside)
}

impl Body {
    /// Makes paragraphs of the rows of the text.
    fn read(&mut self, text: &str, rows: &[Row], context: &Context) {
        let mut headings = headings(text, rows);
        let breaks = (context.end == End::Message).then(|| LineBreaks::new(text, rows));
        let mut candidates = candidates(text, rows, &headings, breaks.as_ref(), label::read);
        if candidates.is_empty() {
            candidates = bracketed(text, rows, &headings);
        }
        let (mut accepted, rejected) = sequence(&candidates, context.anchors, context.later);
        // What stands above `14 (C) ropes` is a title only where that is a label.
        headings.retain(|heading| {
            let is_label = || accepted.binary_search_by_key(&heading.rows.end, |label| label.row).is_ok();
            let below = rows.get(heading.rows.end).map_or("", |below| below.span.of(text));
            is_label() || !label::has_lost_stop(below)
        });
        if let Some(breaks) = &breaks {
            accepted = with_items(text, rows, breaks, accepted);
        }
        for row in rejected.into_iter().filter_map(|row| rows.get(row)) {
            self.diagnose(Code::LabelRejected, row.span, None);
        }
        Builder::new(text, rows, self).build(&headings, &accepted);
        let divided = self.paragraphs.iter().flat_map(|paragraph| hyphen::divided(text, &paragraph.pieces));
        for hyphen in divided.collect::<Vec<Span>>() {
            self.diagnose(Code::WordJoined, hyphen, None);
        }
    }

    /// Adds the body that stands behind this one.
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

    /// Takes the signature and what stands behind it out of its row.
    fn sign(&mut self, text: &str, rows: &mut [Row], signature: Signature, by: Option<&str>) {
        if let Some(row) = rows.get_mut(signature.row) {
            let behind = Span::new(signature.span.end, row.span.end.max(signature.span.end));
            let behind = crate::line::trim(text, behind);
            self.parts.extend((!behind.is_empty()).then_some(Part { kind: PartKind::Trailer, span: behind }));
            row.span = crate::line::trim(text, Span::new(row.span.start, signature.span.start));
        }
        self.parts.push(Part { kind: PartKind::Signature, span: signature.span });
        if signature.glued {
            self.diagnose(Code::SignatureSplit, signature.span, None);
        }
        let label = Span::new(signature.span.start, signature.span.start);
        for (raw, value) in signers(text, signature.span, by) {
            let written = in_capitals(raw.of(text));
            let left_out = written.strip_suffix(&value).map(str::trim).unwrap_or_default();
            // The first names of who classified the telegram are known, and a surname can stand twice.
            let is_known = |word: &str| {
                word == value || by.is_some_and(|by| by.split(' ').any(|name| name.eq_ignore_ascii_case(word)))
            };
            if !left_out.split_whitespace().all(is_known) {
                self.diagnose(Code::SignatureShortened, raw, Some(left_out.to_owned()));
            }
            self.signature.push(Field { label, raw, value });
        }
    }
}

/// Where an end of message begins behind the last words of the text.
fn end_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let last = unsigned(text, rows).text.checked_sub(1).and_then(|last| rows.get(last));
    let end = last.and_then(|row| Some(row.span.offset(end_behind(row.span.of(text))?)));
    end.into_iter().collect()
}

/// Where an invitation to a web site begins behind the last words of the text, or the stars in front of it.
fn closing_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let below = |at: usize| rows.get(at.saturating_add(1)).map_or("", |below| below.span.of(text));
    let inside = |(at, row): (usize, &Row)| {
        let line = row.span.of(text);
        Some(row.span.offset(invitation_inside(line).or_else(|| stars_above(line, below(at)))?))
    };
    rows.iter().enumerate().skip(nearest).find_map(inside).into_iter().collect()
}
