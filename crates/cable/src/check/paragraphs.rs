//! Paragraph numbers against their order.

use crate::{Cable, Check, CheckKind, Span};

/// Paragraphs are numbered 1, 2, 3 … (13,317 of 13,567 labels). Each label that breaks the order has its own
/// diagnostic; the check names the first.
pub(super) fn in_order(cable: &Cable) -> Option<Check> {
    let mut last = (0_u32, Span::default());
    let mut first = None;
    let mut fault = None;
    for paragraph in cable.paragraphs.iter().filter(|paragraph| paragraph.depth == 0) {
        let Some(number) = paragraph.number else { continue };
        first = first.or(Some(paragraph.label));
        if number != last.0.saturating_add(1) && fault.is_none() {
            fault = Some((number, last.0, paragraph.label));
        }
        last = (number, paragraph.label);
    }
    let against = first?;
    let (span, message) = match fault {
        None if last.0 == 1 => (last.1, String::from("The only numbered paragraph is 1.")),
        None => (last.1, format!("Paragraphs are numbered from 1 to {} without a gap.", last.0)),
        Some((number, 0, span)) => (span, format!("The first numbered paragraph is {number}.")),
        Some((number, before, span)) => (span, format!("Paragraph {number} follows paragraph {before}.")),
    };
    Some(Check { kind: CheckKind::ParagraphOrder, holds: fault.is_none(), code: None, span, against, message })
}
