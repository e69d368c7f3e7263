//! Parts that are usually there and are not.

use crate::{Cable, Code, Diagnostic, Dialect, Span, Transmission};
use memchr::memrchr2;

/// The end of a message is looked for in this many lines, blank ones included.
const LAST_ROWS: usize = 8;

/// What archives print behind a telegram, and format line 16.
fn is_end(row: &str) -> bool {
    row.ends_with("NNNN") || row == "End Cable Text"
}

/// Says what is missing. A text that is no telegram lacks everything, and nobody needs to be told.
pub(super) fn absences(text: &str, cable: &mut Cable) {
    if cable.dialect == Dialect::Unknown {
        return;
    }
    let start = Span::new(cable.span.start, cable.span.start);
    let end = Span::new(cable.span.end, cable.span.end);
    // A banner can stand behind the end of the message.
    let mut rest = cable.span.of(text).trim_end();
    let is_ended = (0..LAST_ROWS).any(|_| {
        let above = memrchr2(b'\n', b'\r', rest.as_bytes());
        let row = rest.get(above.map_or(0, |end| end.saturating_add(1))..).unwrap_or_default();
        rest = rest.get(..above.unwrap_or(0)).unwrap_or_default();
        is_end(row.trim())
    });
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
