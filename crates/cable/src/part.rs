//! What each byte of a telegram is: the layer that colours the source.

use crate::{Span, sort_by_place};

/// A run of bytes with one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it is.
    pub span: Span,
}

/// What a run of bytes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// White space between parts, and nothing else.
    Blank,
    /// Start, routing, originator, security and date-time group lines.
    Transmission,
    /// FM, TO, INFO, XMT and their continuations.
    Address,
    /// Distribution lists, counters and prints' own blocks in front of the text header.
    Distribution,
    /// Classification line.
    Classification,
    /// Captions.
    Caption,
    /// Passing instructions.
    Passing,
    /// Executive order line.
    ExecutiveOrder,
    /// TAGS.
    Tags,
    /// Subject.
    Subject,
    /// References.
    References,
    /// Who classified it, and why.
    ClassifiedBy,
    /// A labelled field that is shown as it is: who drafted it, and what a print adds.
    Attribute,
    /// Heading in the body, rules included.
    Heading,
    /// Label of a paragraph.
    Label,
    /// Portion mark.
    Mark,
    /// Prose of the body.
    Prose,
    /// Page markers, repeated captions and banners: what a print laid over the text.
    Interruption,
    /// Signature.
    Signature,
    /// BT, serial, NNNN and other lines behind the text.
    Trailer,
}

/// Lays parts over `span` so that they tile it, in order and without overlap. What lies between them becomes
/// [`PartKind::Blank`] where it is white space, otherwise prose. Of two that overlap, the first keeps the bytes.
pub(crate) fn tile(text: &str, span: Span, mut parts: Vec<Part>) -> Vec<Part> {
    sort_by_place(&mut parts, |part| [part.span.start, !part.span.end, part.kind as u32]);
    let mut tiles: Vec<Part> = Vec::with_capacity(parts.len().saturating_mul(2));
    let mut at = span.start;
    for part in parts {
        let start = part.span.start.max(at);
        let end = part.span.end.min(span.end);
        if start < end {
            fill(text, Span::new(at, start), &mut tiles);
            tiles.push(Part { kind: part.kind, span: Span::new(start, end) });
            at = end;
        }
    }
    fill(text, Span::new(at, span.end), &mut tiles);
    tiles
}

fn fill(text: &str, gap: Span, tiles: &mut Vec<Part>) {
    if !gap.is_empty() {
        let kind = if crate::line::trim(text, gap).is_empty() { PartKind::Blank } else { PartKind::Prose };
        tiles.push(Part { kind, span: gap });
    }
}
