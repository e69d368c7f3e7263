//! Quotation marks that an export doubled: [`Logical`](crate::Logical) reads them as one, and here they are reported
//! once.

use crate::diagnostic::in_places;
use crate::logical::doubled;
use crate::{Cable, Code, Diagnostic, Span};
use memchr::memmem;

/// One diagnostic for all such marks, at the first.
pub(super) fn quotes(text: &str, cable: &Cable) -> Option<Diagnostic> {
    // Few telegrams have any.
    memmem::find(cable.span.of(text).as_bytes(), PAIR)?;
    let subject = cable.subject.iter().map(|subject| subject.raw);
    let references = cable.references.iter().map(|reference| reference.raw);
    let passing = cable.passing.iter().map(|passing| passing.raw);
    let titles = cable.paragraphs.iter().flat_map(|paragraph| paragraph.heading.iter().copied());
    let prose = cable.paragraphs.iter().map(|paragraph| paragraph.pieces.clone());
    let places = subject.chain(references).chain(passing).chain(titles).map(|span| vec![span]).chain(prose).filter_map(
        |pieces| {
            let written: Vec<&str> = pieces.iter().map(|piece| piece.of(text)).collect();
            let count = doubled(&written.join(" ")).len();
            (count > 0).then_some((pieces, count))
        },
    );
    let found: Vec<(Vec<Span>, usize)> = places.collect();
    let mark = |piece: &Span| {
        let at = memmem::find(piece.of(text).as_bytes(), PAIR)?;
        Some(piece.part(at..at.saturating_add(PAIR.len())))
    };
    let span = found.first()?.0.iter().find_map(mark)?;
    let count = found.iter().map(|(_, count)| count).fold(0_usize, |sum, count| sum.saturating_add(*count));
    let detail = in_places(count);
    Some(Diagnostic::new(Code::QuotationMarkLeft, span, detail))
}

const PAIR: &[u8] = b"\"\"";
