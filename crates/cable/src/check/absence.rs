//! Parts that are usually there and are not.

use crate::{Cable, Code, Diagnostic, Dialect, Span};

/// Says what is missing. A text that is no telegram lacks everything, and nobody needs to be told.
pub(super) fn absences(text: &str, cable: &mut Cable) {
    if cable.dialect == Dialect::Unknown {
        return;
    }
    let start = Span::new(cable.span.start, cable.span.start);
    let end = Span::new(cable.span.end, cable.span.end);
    let tail = text.get(..cable.span.end as usize).unwrap_or_default().trim_end();
    let missing = [
        (cable.reference_number.is_none(), Code::NoReferenceNumber, start),
        (cable.date.is_none(), Code::NoDate, start),
        (cable.date.as_ref().is_some_and(|date| date.value.is_none()), Code::DateUnreadable, start),
        (cable.classification.is_none(), Code::NoClassification, start),
        (cable.subject.is_none(), Code::NoSubject, start),
        (cable.tags.is_empty(), Code::NoTags, start),
        (cable.signature.is_empty(), Code::NoSignature, end),
        (!tail.ends_with("NNNN") && !tail.ends_with("End Cable Text"), Code::NoEndOfMessage, end),
    ];
    for (_, code, span) in missing.into_iter().filter(|(is_missing, _, _)| *is_missing) {
        cable.diagnostics.push(Diagnostic { code, span, related: None, detail: None });
    }
}
