//! Parses US diplomatic telegrams ("cables"): text in, plain data out.

mod cable;
mod date;
mod diagnostic;
pub mod encoding;
pub mod export;
pub mod guarantee;
mod logical;
mod mark;
mod part;
mod span;

pub use cable::*;
pub use date::{Date, DateTime};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use logical::Logical;
pub use mark::{Level, Mark};
pub use part::{Part, PartKind};
pub use span::Span;

/// Every telegram of a text, in order; their spans tile the text. A text without a telegram gives one of
/// [`Dialect::Unknown`] that covers it all.
pub fn cables(text: &str) -> impl Iterator<Item = Cable> + '_ {
    std::iter::once(parse(text))
}

/// The telegram of a text that holds one.
pub fn parse(text: &str) -> Cable {
    let span = Span::new(0, text.len() as u32);
    Cable {
        span,
        dialect: Dialect::Unknown,
        parts: vec![Part {
            kind: PartKind::Prose,
            span,
        }],
        transmission: Transmission::default(),
        precedence: None,
        date: None,
        from: None,
        to: vec![],
        info: vec![],
        exempt: vec![],
        classification: None,
        section_count: None,
        reference_number: None,
        captions: vec![],
        passing: vec![],
        executive_order: None,
        tags: vec![],
        subject: None,
        subject_mark: None,
        references: vec![],
        classified_by: vec![],
        classification_reasons: vec![],
        paragraphs: vec![],
        sections: vec![],
        signature: vec![],
        checks: vec![],
        diagnostics: vec![],
    }
}
