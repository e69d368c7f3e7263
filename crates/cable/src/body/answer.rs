//! Labels of what answers a questionnaire: `18A.  (SBU)`, `20A-B. (U)`. They name a question of the reference and are
//! none of the telegram's own count.

use super::heading::Heading;
use super::sequence::Accepted;
use crate::heading::is_marked;
use crate::row::{Gap, Row};
use crate::sort_by_place;
use crate::words::start_of;

/// The labels of a text with those of answers in it, in order. Rows of headings have none.
pub(super) fn with_answers(text: &str, rows: &[Row], headings: &[Heading], own: Vec<Accepted>) -> Vec<Accepted> {
    let labelled = |(index, row): (usize, &Row)| Some((index, label(row.span.of(text))?));
    let mut answers = rows.iter().enumerate().filter_map(labelled).filter(|(index, _)| {
        let next = headings.partition_point(|heading| heading.rows.end <= *index);
        let is_title = headings.get(next).is_some_and(|heading| heading.rows.contains(index));
        let is_below =
            next.checked_sub(1).and_then(|last| headings.get(last)).is_some_and(|last| last.rows.end == *index);
        !is_title && (is_below || rows.get(*index).is_some_and(|row| row.gap != Gap::Line))
    });
    let Some(first) = answers.next() else { return own };
    let answers = std::iter::once(first).chain(answers);
    let answers = answers.map(|(row, len)| Accepted { row, len, number: None, depth: 0, finding: None });
    let mut all: Vec<Accepted> = own.into_iter().chain(answers).collect();
    sort_by_place(&mut all, |label| [label.row as u32, 0, 0]);
    all
}

/// Length of `18A.`, `20A-B.` in front of a mark.
fn label(line: &str) -> Option<usize> {
    line.as_bytes().first().filter(|byte| byte.is_ascii_digit())?;
    let letters = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut behind = letters.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    if let Some(range) = behind.strip_prefix('-') {
        behind = range.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    }
    let behind = behind.strip_prefix('.')?;
    let len = start_of(behind, line);
    (start_of(letters, line) <= 2 && is_marked(behind.trim_start())).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels() {
        for (line, expected) in [
            ("18A.  (SBU)  The quay", Some("18A.")),
            ("20A-B. (U) The quay", Some("20A-B.")),
            ("18A. The quay", None),
            ("18. (U) The quay", None),
            ("A. (U) The quay", None),
            ("1998A. (U) The quay", None),
        ] {
            assert_eq!(label(line).map(|len| &line[..len]), expected, "{line}");
        }
    }
}
