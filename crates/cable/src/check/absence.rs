//! Parts that are usually there and are not.

use crate::{Cable, Code, Diagnostic, Dialect, Span, Transmission};

/// The end of a message is looked for in this many lines, blank ones included.
const LAST_ROWS: usize = 8;

/// Says what is missing. A text that is no telegram lacks everything, and nobody needs to be told.
pub(super) fn absences(text: &str, cable: &mut Cable) {
    if cable.dialect == Dialect::Unknown {
        return;
    }
    let start = Span::new(cable.span.start, cable.span.start);
    let end = Span::new(cable.span.end, cable.span.end);
    // A banner can stand behind the end of the message.
    let mut tail = cable.span.of(text).trim_end().rsplit(['\n', '\r']).take(LAST_ROWS).map(str::trim);
    let is_ended = tail.any(|row| row.ends_with("NNNN") || row == "End Cable Text");
    // Reference numbers, TAGS and signatures are the Department's.
    let is_telegram = cable.dialect != Dialect::Navy;
    // SMART keeps no format lines.
    let is_sent = cable.dialect != Dialect::Labelled || cable.transmission != Transmission::default();
    let missing = [
        (is_telegram && cable.reference_number.is_none(), Code::NoReferenceNumber, start),
        (cable.date.is_none() && cable.day.is_none(), Code::NoDate, start),
        (cable.date.as_ref().is_some_and(|date| date.value.is_none()), Code::DateUnreadable, start),
        (cable.classification.is_none(), Code::NoClassification, start),
        (cable.subject.is_none(), Code::NoSubject, start),
        (is_telegram && cable.tags.is_empty(), Code::NoTags, start),
        (is_telegram && cable.signature.is_empty(), Code::NoSignature, end),
        (is_sent && !is_ended, Code::NoEndOfMessage, end),
    ];
    for (_, code, span) in missing.into_iter().filter(|(is_missing, _, _)| *is_missing) {
        cable.diagnostics.push(Diagnostic { code, span, related: None, detail: None });
    }
}
