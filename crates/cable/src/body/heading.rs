//! Headings: a title with a line of dashes under it, often over it too.

use crate::row::{Gap, Row};
use crate::{body::label, wrap};
use std::ops::Range;

/// Titles run over three lines at most, of this many bytes each.
const MOST_LINES: usize = 3;
const MOST_BYTES: usize = 90;

/// A heading, as indices of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Title and rules.
    pub rows: Range<usize>,
    /// The title alone.
    pub title: Range<usize>,
}

/// Whether a row is a line of dashes or the like and nothing else.
pub(crate) fn is_rule(line: &str) -> bool {
    let Some(first) = line.chars().find(|c| *c != ' ') else { return false };
    matches!(first, '-' | '=' | '_' | '*' | '~' | '‐' | '‑' | '–' | '—')
        && line.len() >= 3
        && line.chars().all(|c| c == first || c == ' ')
}

/// Whether a row reads like a title: short, no label, no full stop at its end.
pub(crate) fn is_title(line: &str) -> bool {
    line.len() <= MOST_BYTES
        && !is_rule(line)
        && !wrap::is_item(line)
        && label::read(line).is_none()
        && line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '(' | '[' | '.' | '\''))
        && !line.ends_with(['.', ';'])
}

/// The headings among `rows`, in order.
pub(crate) fn headings(text: &str, rows: &[Row]) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let free = found.last().map_or(0, |last: &Heading| last.rows.end);
        let heading = if is_rule(rows[at].span.of(text)) {
            below_rule(text, rows, at).or_else(|| above_rule(text, rows, at, free))
        } else {
            alone(text, rows, at)
        };
        at = heading.as_ref().map_or(at, |heading| heading.rows.end - 1) + 1;
        found.extend(heading);
    }
    found
}

/// Rule, title, rule.
fn below_rule(text: &str, rows: &[Row], rule: usize) -> Option<Heading> {
    let title = rule + 1..rows.len().min(rule + 1 + MOST_LINES + 1);
    let end = title.clone().find(|row| is_rule(rows[*row].span.of(text)))?;
    let titles = rows.get(rule + 1..end)?;
    let whole = !titles.is_empty() && titles.iter().all(|row| is_title_line(row.span.of(text)));
    whole.then_some(Heading { rows: rule..end + 1, title: rule + 1..end })
}

/// Title, rule.
fn above_rule(text: &str, rows: &[Row], rule: usize, free: usize) -> Option<Heading> {
    let is_title_row = |row: usize| row >= free && is_title(rows[row].span.of(text));
    if rows[rule].gap != Gap::Line {
        // In a copy with every second line blank a title is as long as its rule, too.
        let title = rule.checked_sub(1).filter(|row| rows[*row].gap == Gap::Blank && is_title_row(*row))?;
        let fits = rows[rule].span.len().abs_diff(rows[title].span.len()) <= 4;
        return fits.then_some(Heading { rows: title..rule + 1, title: title..rule });
    }
    let mut start = rule;
    while rule - start < MOST_LINES && start > free && is_title_row(start - 1) {
        start -= 1;
        if rows[start].gap != Gap::Line {
            return Some(Heading { rows: start..rule + 1, title: start..rule });
        }
    }
    // Nothing sets the title apart from the text above: it must be as long as its rule.
    let direct = rule.checked_sub(1).filter(|row| is_title_row(*row))?;
    let fits = rows[rule].span.len().abs_diff(rows[direct].span.len()) <= 4;
    fits.then_some(Heading { rows: direct..rule + 1, title: direct..rule })
}

/// A title without any rule: a short row between blank lines, with a labelled paragraph below.
fn alone(text: &str, rows: &[Row], at: usize) -> Option<Heading> {
    let (row, below) = (rows[at], rows.get(at + 1)?);
    if row.gap != Gap::Blank || row.span.len() as usize > MOST_BYTES {
        return None;
    }
    if !label::read(below.span.of(text)).is_some_and(|label| label.anchored || label.marked) {
        return None;
    }
    let line = row.span.of(text);
    let upright = line.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let short =
        line.len() <= MOST_BYTES * 2 / 3 && !line.ends_with([',', '?', '!', '"', '”', ')', ':']) || is_known(line);
    (upright && short && is_title(line)).then_some(Heading { rows: at..at + 1, title: at..at + 1 })
}

/// Titles that name a section.
fn is_known(line: &str) -> bool {
    crate::body::section::kind_of_title(line).is_some()
}

/// Between two rules a title may end with anything, but it has something besides dashes.
fn is_title_line(line: &str) -> bool {
    let is_dashes = line.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b' '));
    line.len() <= MOST_BYTES && !is_dashes && label::read(line).is_none_or(|label| !label.anchored && !label.marked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, row};

    fn check(text: &str, expected: &[&str]) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found: Vec<String> = headings(text, &rows)
            .into_iter()
            .map(|heading| rows[heading.title].iter().map(|row| row.span.of(text)).collect::<Vec<_>>().join("|"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn ruled() {
        check("-------\nSUMMARY\n-------\n\n1. (C) Text.", &["SUMMARY"]);
        check("Comment\n-------\n\n5. (C) Text.", &["Comment"]);
        check("Text ends here.\n\nThe harbour,\nand after\n-----------\n2. (C) Text.", &["The harbour,|and after"]);
        check("Text ends here.\nThe harbour\n-----------\n2. (C) Text.", &["The harbour"]);
    }

    #[test]
    fn without_rule() {
        check("Text ends here.\n\nThe harbour\n\n¶2. (C) Text.", &["The harbour"]);
        check("Text ends here.\n\nThe harbour is closed.\n\n¶2. (C) Text.", &[]);
    }

    #[test]
    fn rule_alone() {
        check("Text ends here.\n\n----------\n\n2. (C) Text.", &[]);
        check("----------", &[]);
        check("---\n-\nBREAD\n---", &["BREAD"]);
    }
}
