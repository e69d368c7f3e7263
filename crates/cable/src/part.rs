//! What each byte of a telegram is: the layer that colours the source.

use crate::Span;

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
