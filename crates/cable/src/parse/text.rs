//! Reads the text of the telegram, and what it adds to the header.

use super::Parser;
use super::sheet::Sheets;
use crate::body::{self, Body, End};
use crate::heading::{self, Label};
use crate::row::Row;
use crate::words::{has_small, head, words};
use crate::zone::{Zone, ZonedRow};
use crate::{Code, PartKind, Span, line};
use memchr::memmem;

/// The most journeys that a header names.
const MOST_JOURNEYS: usize = 4;

impl Parser<'_> {
    /// Reads the text, each run of its sheets separately, and finds its sections.
    pub(super) fn body(&mut self, zoned: &[ZonedRow], sheets: Sheets) {
        let mut rows: Vec<Row> = zoned.iter().filter(|row| row.zone == Zone::Body).map(|row| row.row).collect();
        let subject = self.cable.subject.as_ref();
        let words = subject.map_or("", |subject| &subject.value);
        let raw = subject.map_or(Span::default(), |subject| subject.raw);
        let subject_below: Vec<&str> = line::rows(self.text, raw).skip(1).map(|row| row.of(self.text)).collect();
        if let Some(columns) = body::take_columns(self.text, &mut rows, words) {
            self.part(PartKind::Trailer, columns);
            // A quotation mark that closes a column is not a column itself.
            let is_closing = columns.of(self.text) == "\"";
            let code = if is_closing { Code::QuotationMarkLeft } else { Code::ColumnsRemoved };
            self.diagnose(code, columns, None);
        }
        let signer = self.cable.classified_by.first().map(|person| person.value.name.as_str());
        let captions = || self.cable.captions.iter().map(|caption| caption.value.as_str());
        let correction = captions().find(|caption| caption.starts_with(heading::CORRECTION));
        let journeys: Vec<&str> =
            captions().filter(|caption| heading::is_open_caption(caption)).take(MOST_JOURNEYS).collect();
        let anchors = contains(self.cable.span.of(self.text), "](") || contains(self.cable.span.of(self.text), "¶");
        let message = self.cable.dialect.rules().message;
        // A name below a text without header and numbered paragraphs is not a signature.
        let is_telegram = rows.len() < zoned.len() || rows.iter().any(|row| body::is_paragraph(row.span.of(self.text)));
        let mut read = Body::default();
        for run in sheets.runs(&rows) {
            if let Some(first) = run.rows.first().filter(|_| run.misplaced) {
                read.diagnose(Code::SectionMisplaced, first.span, None);
            }
            let end = match run.signed && is_telegram {
                _ if message => End::Message,
                true => End::Signed,
                false => End::Unsigned,
            };
            let context = body::Context {
                anchors,
                subject_below: &subject_below,
                correction,
                journeys: &journeys,
                signer,
                later: run.later,
                end,
            };
            read.extend(body::body(self.text, run.rows, &context));
        }
        let Body { mut paragraphs, signature, parts, diagnostics } = read;
        if message {
            self.titled(zoned, &mut paragraphs);
        }
        let (sections, more) = body::sections(self.text, &mut paragraphs);
        self.cable.paragraphs = paragraphs;
        self.classified_in_text();
        self.cable.sections = sections;
        // A labelled signature has been read already.
        if self.cable.signature.is_empty() {
            self.cable.signature = signature;
        }
        if message {
            self.released();
        }
        self.cable.diagnostics.extend(diagnostics.into_iter().chain(more));
        self.parts.extend(parts);
    }

    /// Takes who classified the telegram from the first paragraph, where some posts say it instead of in the header (5
    /// FAH-1 H-246).
    fn classified_in_text(&mut self) {
        let Some(first) = self.cable.paragraphs.iter().find(|paragraph| paragraph.number.is_some()) else { return };
        let Some(piece) = first.pieces.first().copied() else { return };
        let opening = piece.of(self.text);
        let label = |said: Span| match heading::label(said.of(self.text))? {
            (Label::ClassifiedBy, len) => Some((said, len)),
            _ => None,
        };
        let behind = || label(piece.split_at(marking(opening)).1);
        let Some((said, label)) = label(piece).or_else(behind) else { return };
        if self.cable.classified_by.is_empty() && self.cable.classification_reasons.is_empty() {
            let label = Span::new(said.start, said.offset(label));
            let pieces: Vec<Span> =
                std::iter::once(Span::new(label.end, piece.end)).chain(first.pieces.iter().skip(1).copied()).collect();
            self.classified_by(label, &pieces);
        }
    }
}

fn contains(text: &str, residue: &str) -> bool {
    memmem::find(text.as_bytes(), residue.as_bytes()).is_some()
}

/// The length of a sentence in front of the first paragraph that marks the entire text: `NODIS.`, `SECRET - ENTIRE
/// TEXT.`
fn marking(paragraph: &str) -> usize {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 4;
    let end = head(paragraph, LONGEST).find(". ");
    let sentence = end.and_then(|end| paragraph.get(..end)).unwrap_or_default();
    let is_marking = !has_small(sentence) && words(sentence).count() <= MOST_WORDS;
    end.filter(|_| is_marking).map_or(0, |end| end.saturating_add(". ".len()))
}
