//! Where a telegram is, and what is known about it before it is read.

use crate::Span;
use crate::interruption::Interruption;

/// A telegram's place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telegram {
    /// Its bytes.
    pub span: Span,
    /// The separator in front of it, and the headers that its sections repeat.
    pub(crate) laid_over: Vec<Interruption>,
    /// Its stretches with a header each, in the order of the text; empty if that is the order they were sent in.
    pub(crate) sheets: Vec<Sheet>,
}

/// A stretch of a telegram that has a header of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Where it begins.
    pub start: u32,
    /// The section that it begins with; 0 where that is not known.
    pub section: u16,
}

impl Telegram {
    /// The telegram that fills `span`.
    pub(crate) fn filling(span: Span) -> Self {
        Self { span, laid_over: Vec::new(), sheets: Vec::new() }
    }
}
