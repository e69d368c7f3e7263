//! Labels that a wrap tore from their portion: `…of the old quay. 10.`, and `(U) The line…` on the row below.

use super::joined::ends_sentence;
use super::label;
use crate::heading::is_marked;
use crate::row::{Gap, Row};

/// The rows of `rows`, with the label at the end of one on the row that begins with its mark. Only the next number of the
/// count is a label there.
pub(super) fn labels_below(text: &str, rows: Vec<Row>) -> Vec<Row> {
    let is_torn = |above: &Row, below: &Row| {
        let ends = above.span.of(text).ends_with(['.', ')']);
        ends && below.gap != Gap::Page && below.span.of(text).starts_with('(') && is_marked(below.span.of(text))
    };
    let torn = rows.iter().zip(rows.iter().skip(1)).any(|(above, below)| is_torn(above, below));
    if !torn {
        return rows;
    }
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    let mut last = 0;
    for mut row in rows {
        let above = whole.last().copied().filter(|above| is_torn(above, &row));
        let at = above.and_then(|above| label_behind(above.span.of(text), last));
        if let Some((above, at)) = above.zip(at) {
            whole.pop();
            let (front, label) = above.parted(text, at);
            whole.extend((!front.span.is_empty()).then_some(front));
            row = Row { span: label.span.cover(row.span), gap: label.gap };
        }
        last = label::read(row.span.of(text)).map_or(last, |label| label.number);
        whole.push(row);
    }
    whole
}

/// Where a row ends in the label of the paragraph behind `last`, behind a sentence, or is a label and nothing else.
fn label_behind(row: &str, last: u32) -> Option<usize> {
    let number = row.strip_suffix(['.', ')'])?;
    let above = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = number.get(above.len()..)?.parse().ok()?;
    let sentence = above.trim_end();
    // Alone on its row it can have been read itself.
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
