//! Parts that are usually there and are missing.

use crate::{Cable, Code, Diagnostic, Dialect, Span, Transmission, line};

/// Reports what is missing. A text that is no telegram lacks everything, so nothing is reported for it.
pub(super) fn absences(text: &str, cable: &mut Cable, is_ended: bool) {
    if cable.dialect == Dialect::Unknown {
        return;
    }
    let rules = cable.dialect.rules();
    let start = Span::empty(cable.span.start);
    // The blanks behind the last words can lead to another telegram.
    let end = line::trim(text, cable.span).end;
    let end = Span::empty(end);
    // Only the Department's telegrams have reference numbers, TAGS and signatures.
    let is_telegram = !rules.message;
    // SMART keeps no format lines.
    let is_sent = !rules.printed || cable.transmission != Transmission::default();
    let is_elsewhere = cable.diagnostics.iter().any(|found| matches!(found.code, Code::TextElsewhere | Code::TextLost));
    let missing = [
        (is_telegram && cable.reference_number.is_none(), Code::NoReferenceNumber, start),
        (cable.date.is_none() && cable.day.is_none(), Code::NoDate, start),
        (cable.date.as_ref().is_some_and(|date| date.value.is_none()), Code::DateUnreadable, start),
        (cable.classification.is_none(), Code::NoClassification, start),
        (cable.subject.is_none(), Code::NoSubject, start),
        (is_telegram && cable.tags.is_empty(), Code::NoTags, start),
        (!is_elsewhere && cable.paragraphs.is_empty(), Code::NoText, end),
        (is_telegram && cable.signature.is_empty(), Code::NoSignature, end),
        (is_sent && !is_ended, Code::NoEndOfMessage, end),
    ];
    for (_, code, span) in missing.into_iter().filter(|(is_missing, _, _)| *is_missing) {
        cable.diagnostics.push(Diagnostic::new(code, span, None));
    }
}
