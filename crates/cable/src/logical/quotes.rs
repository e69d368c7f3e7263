//! Quotation marks that an export for tables wrote twice, `""so""`, because there one mark alone ends a column.

use super::{Logical, Run};
use crate::words::slice;
use memchr::memchr_iter;

impl Logical {
    /// Takes the second of every two quotation marks out, where all stand so.
    pub(super) fn undouble(&mut self) {
        let seconds = doubled(&self.text);
        if seconds.is_empty() {
            return;
        }
        let whole = std::mem::take(self);
        let mut seconds = seconds.into_iter().peekable();
        for (range, source) in whole.runs() {
            let mut rest = source;
            let mut from = range.start;
            while let Some(second) = seconds.next_if(|second| *second < range.end) {
                let (piece, behind) = rest.split_at(second.saturating_sub(from));
                self.push_run(slice(&whole.text, from..second), piece);
                (_, rest) = behind.split_at("\"".len());
                from = second.saturating_add("\"".len());
            }
            self.push_run(slice(&whole.text, from..range.end), rest);
        }
    }

    fn push_run(&mut self, text: &str, source: crate::Span) {
        if !text.is_empty() {
            self.runs.push(Run { logical: self.text.len() as u32, source });
            self.text.push_str(text);
        }
    }
}

/// Where the second of every two quotation marks of a text stands. Empty where a mark stands alone, and where all stand
/// between blanks: those say that nothing is quoted.
pub(crate) fn doubled(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_blank = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let mut marks = memchr_iter(b'"', bytes);
    let mut seconds = Vec::new();
    let mut any_quoted = false;
    while let Some(first) = marks.next() {
        let Some(second) = marks.next().filter(|second| *second == first.saturating_add(1)) else { return Vec::new() };
        any_quoted |= !(is_blank(first.checked_sub(1)) && is_blank(second.checked_add(1)));
        seconds.push(second);
    }
    if any_quoted { seconds } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::{Logical, Span};

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let logical = Logical::prose(source, &[Span::new(0, source.len() as u32)]);
        assert_eq!(logical.text(), expected);
        for (range, span) in logical.runs() {
            assert_eq!(logical.source(range.clone()), span);
            let written = span.of(source);
            assert!(written == &logical.text()[range] || written.trim().is_empty(), "{written:?}");
        }
    }

    #[test]
    fn doubled_marks() {
        check("The \"\"old\"\" quay", "The \"old\" quay");
        check("\"\"The quay,\"\" he said,  \"\"is\nold.\"\"", "\"The quay,\" he said, \"is old.\"");
        check("\"\"He said \"\"\"\"no\"\"\"\" to us.\"\"", "\"He said \"\"no\"\" to us.\"");
        check("\"He said \"\"no\"\"\", and went", "\"He said \"\"no\"\"\", and went");
        check("The \"old\" quay is \"\"new\"\"", "The \"old\" quay is \"\"new\"\"");
        check("The \"\"old \"\" quay", "The \"old \" quay");
        check("The name is \"\" in the list", "The name is \"\" in the list");
        check("\"\"", "\"\"");
    }
}
