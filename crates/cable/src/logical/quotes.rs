//! Quotation marks that an export for tables wrote twice, `""so""`, because a single one ends a column there.

use super::{Logical, Run};
use crate::words::slice;
use memchr::memchr_iter;

impl Logical {
    /// Takes out the second of every two quotation marks.
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

/// Where the second of every two quotation marks of a text stands, if they open or close a quotation. Marks with
/// nothing between them say that nothing is there, and stay.
pub(crate) fn doubled(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut seconds = Vec::new();
    let mut marks = memchr_iter(b'"', bytes);
    while let Some(first) = marks.next() {
        let len = bytes.iter().skip(first).take_while(|byte| **byte == b'"').count();
        let end = first.saturating_add(len);
        let before = text.get(..first).and_then(|before| before.chars().next_back());
        let behind = text.get(end..).and_then(|behind| behind.chars().next());
        let is_apart = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '/' | '-');
        let opens = before.is_none_or(is_apart) && behind.is_some_and(char::is_alphanumeric);
        let closes = before.is_some_and(|c| !is_apart(c)) && !behind.is_some_and(char::is_alphanumeric);
        if len.is_multiple_of(2) && (opens || closes) {
            seconds.extend((first.saturating_add(1)..end).step_by(2));
        }
        marks.by_ref().take(len.saturating_sub(1)).for_each(drop);
    }
    seconds
}

#[cfg(test)]
mod tests {
    use crate::logical::tests::check;

    #[test]
    fn doubled_marks() {
        check("The \"\"old\"\" quay", "The \"old\" quay");
        check("\"\"The quay,\"\" he said,  \"\"is\nold.\"\"", "\"The quay,\" he said, \"is old.\"");
        check("\"\"He said \"\"\"\"no\"\"\"\" to us.\"\"", "\"He said \"\"no\"\" to us.\"");
        check("The \"old\" quay is \"\"new\"\".", "The \"old\" quay is \"new\".");
        check("The \"\"old \"\" quay", "The \"old \"\" quay");
        check("It is \"\" in the list, or (\"\"), or \"\", so.", "It is \"\" in the list, or (\"\"), or \"\", so.");
        check("\"\"", "\"\"");
    }
}
