//! Headings: a title with a line of dashes under it, often over it too, between strokes or stars, or alone.

use super::words::{MOST_SIGNS, STROKES, between_signs, is_title_line, without_mark};
use super::{alone::alone, ruled::ruled};
use crate::body::{count::label, words_above};
use crate::prose::is_capitalised;
use crate::row::{Gap, Row};
use crate::{item, wrap};
use std::ops::Range;

/// Titles run over three lines at most.
pub(super) const MOST_LINES: usize = 3;

/// A heading, as indices of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Title and rules.
    pub rows: Range<usize>,
    /// The title alone.
    pub title: Range<usize>,
}

impl Heading {
    /// A title without rules.
    pub fn of_row(at: usize) -> Self {
        let row = at..at.saturating_add(1);
        Self { rows: row.clone(), title: row }
    }
}

/// Whether a row is a line of dashes or the like and nothing else.
pub(crate) fn is_rule(line: &str) -> bool {
    // Most rows begin with a letter.
    let may_begin = |byte: u8| !byte.is_ascii() || matches!(byte, b'-' | b'=' | b'_' | b'*' | b'~');
    if !line.bytes().find(|byte| *byte != b' ').is_some_and(may_begin) {
        return false;
    }
    let Some(first) = line.chars().find(|c| *c != ' ') else { return false };
    // Word processors turn some dashes of a rule into longer ones.
    let is_dash = |c| matches!(c, '-' | '‐' | '‑' | '–' | '—');
    (is_dash(first) || matches!(first, '=' | '_' | '*' | '~'))
        && line.len() >= 3
        && line.chars().all(|c| c == first || c == ' ' || is_dash(first) && is_dash(c))
}

/// The headings among `rows`, in order.
pub(crate) fn headings(text: &str, rows: &[Row]) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let (mut at, mut parts) = (0, 0);
    while let Some(row) = rows.get(at) {
        let free = found.last().map_or(0, |last: &Heading| last.rows.end);
        let line = row.span.of(text);
        let heading = if is_rule(line) {
            ruled(text, rows, at, free)
        } else if line.starts_with(STROKES) {
            stroked(text, rows, at)
        } else if row.gap == Gap::Blank && between_signs(line, MOST_SIGNS).is_some() && is_title_line(line) {
            Some(Heading::of_row(at))
        } else if is_part(text, rows, at, parts) {
            parts = parts.saturating_add(1);
            Some(Heading::of_row(at))
        } else {
            alone(text, rows, at)
        };
        at = heading.as_ref().map_or(at.saturating_add(1), |heading| heading.rows.end);
        found.extend(heading);
    }
    found
}

/// Whether a row between blank ones is the title of the next part of a report whose parts have Roman numbers: `I.
/// Summary` is the first, and prose below it; behind a colon another's report is quoted. `ordinal` counts from 0.
fn is_part(text: &str, rows: &[Row], at: usize, ordinal: usize) -> bool {
    let [row, below, ..] = rows.get(at..).unwrap_or_default() else { return false };
    let is_prose = || below.span.len() as usize >= wrap::SHORTEST_CUT || is_labelled(below.span.of(text));
    let is_title = |title: &str| match ordinal {
        0 => title.eq_ignore_ascii_case("summary") && is_prose() && !words_above(text, rows, at).ends_with(':'),
        _ => is_capitalised(title),
    };
    row.gap == Gap::Blank
        && below.gap == Gap::Blank
        && item::part(row.span.of(text))
            .is_some_and(|(number, title)| number == ordinal && is_title(without_mark(title)))
        && item::part(below.span.of(text)).is_none()
}

/// Whether a row begins with a label that only paragraphs have.
pub(in crate::body) fn is_labelled(line: &str) -> bool {
    label::read(line).is_some_and(|label| label.anchored || label.marked)
}

/// `//THE HARBOUR//`, perhaps over a few rows.
fn stroked(text: &str, rows: &[Row], at: usize) -> Option<Heading> {
    let mut title = rows.get(at..)?.iter().take(MOST_LINES).map(|row| row.span.of(text));
    let ends = |line: &str| line.ends_with(STROKES) && line != STROKES;
    let len = title.clone().position(ends)?.saturating_add(1);
    let whole = title.by_ref().take(len).all(|line| is_title_line(line) && !line.trim_matches('/').is_empty());
    let end = at.saturating_add(len);
    whole.then_some(Heading { rows: at..end, title: at..end })
}

/// Expects titles, their rows joined by strokes.
#[cfg(test)]
#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    let rows = crate::row::rows(text, crate::Span::new(0, text.len() as u32), &[]);
    let found: Vec<String> = headings(text, &rows)
        .into_iter()
        .map(|heading| rows[heading.title].iter().map(|row| row.span.of(text)).collect::<Vec<_>>().join("|"))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn stroked() {
        check("Text ends here.\n//THE HARBOUR//\n¶2. (C) Text.", &["//THE HARBOUR//"]);
        check("//THE HARBOUR, AND\nTHE QUAY//\n¶2. (C) Text.", &["//THE HARBOUR, AND|THE QUAY//"]);
        check("Text ends here.\n\n))The harbour))\n\n¶2. (C) Text.", &["))The harbour))"]);
        check("Text ends here.\n\n--The harbour--\nText.", &["--The harbour--"]);
        check("Text ends here.\n\n--- The harbour ---\n\n2. (C) Text.", &["--- The harbour ---"]);
        check("It reads:\n\n-- The harbour --\n\n-- the quay--", &[]);
        check("Text.\n\n*** The Quay ***\n\n¶2. (C) Text.", &["*** The Quay ***"]);
        check("Text.\n\n* * * THE QUAY * * *\n\n2. TEXT.", &["* * * THE QUAY * * *"]);
        check("Text.\n\n*** END SUMMARY ***\n\n*The quay.*\n\n** The quay", &[]);
        check("Text.\n\n*** CONFIDENTIAL ***\n\n2. Text.\n\n-- UNCLASSIFIED --\n\n3. (C) Text.", &[]);
        check("Text.\n\n-- Secret Talks --\n\n2. (C) Text.", &["-- Secret Talks --"]);
        check("Text.\n\n=== The quay ===\n\nText.\n\n== the bay ==\n\nText.", &["=== The quay ==="]);
        check("////\n//\nText.\n//N1//\n", &["//N1//"]);
    }

    #[test]
    fn parts() {
        const PROSE: &str = "The boats of the harbour of Tarsis have new ropes.";
        const PARTS: [&str; 2] = ["¶I. Summary", "II. Boats and Ropes"];
        let report = format!("¶I. Summary\n\n{PROSE}\n\nII. Boats and Ropes\n\nText.");
        check(&format!("1. (U) It is below.\n\n{report}"), &PARTS);
        check(&format!("1. (U) The Ministry's report:\n\n{report}"), &[]);
        check(&format!("1. (U) It reads:\n\nBegin text:\n\n{report}\n\nEnd text."), &[]);
        let marked = format!("¶I. (U) Summary\n\n{PROSE}\n\n¶II. (U) Boats\n\nText.");
        check(&marked, &["¶I. (U) Summary", "¶II. (U) Boats"]);
        check("1. (U) These are its parts.\n\nI. Summary\n\n(one page)\n\nII. Boats\n\n(ten pages)", &[]);
        check("1. (U) It is planned.\n\nI. Summary\n\nA. Boats\n\nB. Ropes\n\nII. Budget\n\nA. Money", &[]);
        check("1. (U) It has:\n\nI. Summary\n\nII. Boats\n\nIII. Ropes\n\n2. (U) Text.", &[]);
        check("1. (U) It reads:\n\nI. Boats\n\nText.\n\nII. Ropes\n\nText.", &[]);
        check("I. Summary\nText.\n\nII. Ropes\n\nText.", &[]);
        let other = format!("I. Summary\n\n{PROSE}\n\nIII. Ropes\n\nText.\n\nII. the boats are shut\n\nText.");
        check(&other, &["I. Summary"]);
        check("I. Summary justice\n\nText.", &[]);
    }

    #[test]
    fn bounds_of_a_section() {
        check("1. (C) Summary: One.\n\nEND SUMMARY\n\n2. (C) Text.", &[]);
        check("1. (C) Summary: One.\n\n----\nEnd of Summary\n----\n\n2. (C) Text.", &[]);
        check("1. (C) It reads:\n\nBEGIN TEXT\n----------\n2. (C) Text.\n\n(END TEXT)\n\n3. (C) Text.", &[]);
        check("1. (C) Text.\n\nEnd of text messages\n\n2. (C) Text.", &["End of text messages"]);
    }
}
