//! Labels that a wrap tore: from their portion, `…of the old quay. 10.` and `(U) The line…` on the row below, or
//! between two digits, `…of the old quay. 1` and `¶0. (U) The line…`.

use crate::Span;
use crate::body::count::label;
use crate::mark::is_marked;
use crate::prose::ends_sentence;
use crate::row::{Gap, Row};

/// Returns `rows` with a label at the end of one moved to the row below, which begins with its mark or its last digits.
/// Only the next number of the count is such a label.
pub(in crate::body) fn labels_below(text: &str, rows: Vec<Row>) -> Vec<Row> {
    let is_torn = |above: &Row, below: &Row| {
        let (above, line) = (above.span.of(text), below.span.of(text));
        let in_front = || above.ends_with(['.', ')']) && line.starts_with('(') && is_marked(line);
        below.gap != Gap::Page && (in_front() || is_torn_inside(above, below.gap, line))
    };
    let torn = rows.iter().zip(rows.iter().skip(1)).any(|(above, below)| is_torn(above, below));
    if !torn {
        return rows;
    }
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    let mut last = 0;
    for mut row in rows {
        let above = whole.last().copied().filter(|above| is_torn(above, &row));
        let line = row.span.of(text);
        let at = above.and_then(|above| match line.starts_with('(') {
            true => label_behind(above.span.of(text), last),
            false => digits_behind(text, above.span, row.span, last),
        });
        if let Some((above, at)) = above.zip(at) {
            whole.pop();
            let (front, label) = above.parted(text, above.span.offset(at), Gap::Blank);
            whole.extend((!front.span.is_empty()).then_some(front));
            row = Row { span: label.span.cover(row.span), gap: label.gap };
        }
        last = label::read(row.span.of(text)).map_or(last, |label| label.number);
        whole.push(row);
    }
    whole
}

/// Whether a row ends with a digit, and the next begins with the label of a portion.
fn is_torn_inside(above: &str, gap: Gap, line: &str) -> bool {
    let ends = gap == Gap::Line && above.ends_with(|c: char| c.is_ascii_digit());
    ends && label::read(line).is_some_and(|label| label.marked)
}

/// Where the first digits of the label of the paragraph after `last` begin at the end of a row, behind a sentence or
/// with nothing else in it, if the row below begins with the other digits.
fn digits_behind(text: &str, row: Span, below: Span, last: u32) -> Option<usize> {
    let above = row.of(text).trim_end_matches(|c: char| c.is_ascii_digit());
    let sentence = above.trim_end();
    let is_apart = sentence.is_empty() || sentence.len() < above.len() && ends_sentence(sentence);
    let whole = Span::new(row.offset(above.len()), below.end);
    let is_next = || label::read(whole.of(text)).is_some_and(|label| label.number == last.saturating_add(1));
    (is_apart && is_next()).then_some(above.len())
}

/// Where the label of the paragraph after `last` begins at the end of a row, behind a sentence or with nothing else in
/// it.
fn label_behind(row: &str, last: u32) -> Option<usize> {
    let number = row.strip_suffix(['.', ')'])?;
    let above = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = number.get(above.len()..)?.parse().ok()?;
    let sentence = above.trim_end();
    // A label alone on its row can have been counted already.
    let is_next = number == last.saturating_add(1);
    let is_label = match sentence.is_empty() {
        true => is_next || number == last,
        false => is_next && sentence.len() < above.len() && ends_sentence(sentence),
    };
    is_label.then_some(above.len())
}

#[cfg(test)]
mod tests {
    use super::labels_below;
    use crate::{Span, row};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found: Vec<_> = labels_below(text, rows).iter().map(|row| row.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn labels() {
        check("1. (U) It is shut. 2.\n\n(U) It is open.", &["1. (U) It is shut.", "2.\n\n(U) It is open."]);
        check("1) \n(U) It is shut.", &["1) \n(U) It is shut."]);
        check("1. (U) It is shut.\n2.\n(U) It is open.", &["1. (U) It is shut.", "2.\n(U) It is open."]);
    }

    #[test]
    fn digits() {
        let nine = "9. (U) It is shut.";
        check(&format!("{nine}\n1\n¶0. (U) It is open."), &[nine, "1\n¶0. (U) It is open."]);
        check(&format!("{nine} 1\n0. (U) It is open."), &[nine, "1\n0. (U) It is open."]);
        check(&format!("{nine} 1 \r\n0. (U) It is open."), &[nine, "1 \r\n0. (U) It is open."]);
        for text in ["9. (U) It is shut. 1\n1. (U) It is open.", "9. (U) It is shut in 1\n0. (U) It is open."] {
            check(text, &text.split('\n').collect::<Vec<_>>());
        }
    }

    #[test]
    fn numbers() {
        for text in [
            "1. (U) It is shut. 4.\n\n(U) It is open.",
            "1. (U) It is shut on day 2.\n\n(U) It is open.",
            "1. (U) It is shut. 2.\n\nIt is open.",
            "1. (U) It is shut.\n\n(U) It is open.",
        ] {
            check(text, &text.split("\n\n").collect::<Vec<_>>());
        }
    }
}
