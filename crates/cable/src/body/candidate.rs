//! Rows that may begin a paragraph, by what they begin with and what stands around them.

use super::heading::Heading;
use super::label::Label;
use super::line_break::{Break, LineBreaks};
use super::section::bounds_quotation;
use super::sequence::Candidate;
use super::title::without_mark;
use super::{above, label};
use crate::date::month;
use crate::row::{Gap, Row};
use crate::words::{is_number, slice};
use crate::wrap;
use crate::zone::is_unfinished;

/// The labels `1)`, `2)` … of a text that has no others, each behind a blank line.
pub(super) fn bracketed(text: &str, rows: &[Row], headings: &[Heading]) -> Vec<Candidate> {
    let mut found = candidates(text, rows, headings, None, label::bracketed);
    found.retain(|candidate| rows.get(candidate.row).is_some_and(|row| row.gap == Gap::Blank));
    let begins = found.iter().take(2).map(|candidate| candidate.label.number).eq([1, 2]);
    if begins { found } else { Vec::new() }
}

/// What can be a paragraph's label. Messages have `breaks`, and what they put in brackets is an item.
pub(super) fn candidates(
    text: &str,
    rows: &[Row],
    headings: &[Heading],
    breaks: Option<&LineBreaks>,
    read: impl Fn(&str) -> Option<Label>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut heads = headings.iter().peekable();
    let mut own = None;
    // The first candidate of the quoted text that is open.
    let mut quoted = None;
    for (index, row) in rows.iter().enumerate() {
        while heads.next_if(|heading| heading.rows.end < index).is_some() {}
        let below_heading = heads.peek().is_some_and(|heading| heading.rows.end == index);
        let line = row.span.of(text);
        // A title between rules can begin with the label of the paragraph below, if that has none.
        let is_labelled = |row: usize| rows.get(row).is_some_and(|below| label::read(below.span.of(text)).is_some());
        let is_title = |heading: &Heading| heading.title.contains(&index) && !is_labelled(heading.rows.end);
        if heads.peek().is_some_and(|heading| heading.rows.contains(&index) && !is_title(heading)) {
            continue;
        }
        // The first row of a text tells whether it numbers its paragraphs `(1)`.
        let in_brackets = label::in_brackets(line);
        let own = *own.get_or_insert(in_brackets.is_some_and(|first| first.number == 1));
        let label = match in_brackets {
            Some(label) => Some(label).filter(|_| breaks.is_none() && (own || label.marked)),
            None => read(line),
        };
        let may_be_due = || breaks.is_none() && row.gap == Gap::Blank && in_brackets.is_none();
        let due = if label.is_none() && may_be_due() { label::before_item(line) } else { None };
        let label = label.or(due);
        match quotation_bound(line, label) {
            Some(true) => quoted = Some(found.len().saturating_add(usize::from(label.is_some()))),
            Some(false) => {
                let within = quoted.take().and_then(|first| found.get_mut(first..)).unwrap_or_default();
                within.iter_mut().for_each(|candidate: &mut Candidate| candidate.quoted = true);
            }
            None => {}
        }
        let Some(label) = label else { continue };
        let above = above(rows, index);
        let below = rows.get(index.saturating_add(1)).map_or("", |below| below.span.of(text));
        if label.len == line.len() && above.is_some_and(|above| is_referred_to(above.span.of(text), &label, below)) {
            continue;
        }
        let at_break = index == 0
            || row.gap == Gap::Blank
            || below_heading
            || above.is_some_and(|above| {
                may_stand_above_label(above.span.of(text)) || wrap::is_closed(above.span.of(text))
            })
            || breaks.is_some_and(|breaks| {
                breaks.above(index) == Break::Writer || above.is_some_and(|above| has_columns(above.span.of(text)))
            });
        let below_short = above.is_some_and(|above| is_broken(above.span.of(text)));
        let announced = above.is_some_and(|above| above.span.of(text).ends_with(':'));
        let only_due = due.is_some();
        let quoted = false;
        found.push(Candidate { row: index, label, at_break, below_heading, announced, only_due, below_short, quoted });
    }
    found
}

/// Whether a quoted text begins with the words behind a label, or ends with them.
pub(super) fn quotation_bound(line: &str, label: Option<Label>) -> Option<bool> {
    let words = label.map_or(line, |label| slice(line, label.len..).trim_start());
    // Hardly a row begins like `BEGIN` or `END`, or does so behind its mark.
    let begins = |words: &str| {
        let first = words.bytes().find(u8::is_ascii_alphanumeric);
        first.is_some_and(|first| matches!(first.to_ascii_uppercase(), b'B' | b'E'))
    };
    let behind_mark = || words.starts_with('(') && words.split_once(')').is_some_and(|(_, behind)| begins(behind));
    if begins(words) || behind_mark() { bounds_quotation(without_mark(words)) } else { None }
}

/// Whether a label alone on its row is the number that the line above refers to, `please see para`, wrapped: the
/// paragraph of that number comes below it.
fn is_referred_to(above: &str, label: &Label, below: &str) -> bool {
    const REFERS: [&str; 4] = ["para", "paras", "paragraph", "paragraphs"];
    let last = above.rsplit([' ', '(']).next().unwrap_or_default();
    REFERS.iter().any(|word| last.eq_ignore_ascii_case(word))
        && label::read(below).is_some_and(|next| next.number == label.number && next.len < below.len())
}

/// Whether a line ends so early that the writer broke it, where a sentence can end: `END SUMMARY`.
fn is_broken(line: &str) -> bool {
    line.len() < wrap::SHORTEST_CUT && line.ends_with(char::is_alphanumeric) && !is_unfinished(line)
}

/// Whether a row belongs to a table, which no sentence goes on behind.
fn has_columns(line: &str) -> bool {
    line.contains('\t') || line.contains("    ")
}

/// Whether a line ends with a mark behind which a label can stand. `July 1-` goes on with the number below it.
fn may_stand_above_label(line: &str) -> bool {
    !begins_range(line) && line.ends_with(['.', '!', '?', ':', ';', '"', '”', ')', ']', '-', '*', '_', '='])
}

/// Whether a line ends with a month, a day and a hyphen.
fn begins_range(line: &str) -> bool {
    let Some((words, day)) = line.strip_suffix('-').and_then(|line| line.rsplit_once(' ')) else { return false };
    is_number(day) && words.rsplit(' ').next().is_some_and(|word| month(word.trim_end_matches('.')).is_some())
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_below_a_number() {
        for (above, expected) in [
            ("HE SAILED TO LYDDA JULY 1-", 1),
            ("HE SAILED TO LYDDA SEPT. 1-", 1),
            ("TEXT OF AIRGRAM A-12-", 2),
            ("THESE ARE ALL OF THE 5-", 2),
            ("COUNT: 12-", 2),
        ] {
            let text = format!("1. {above}\n2. ROPES ARE SOLD.");
            assert_eq!(crate::parse(&text).paragraphs.len(), expected, "{text}");
        }
    }

    #[test]
    fn labels_of_a_quoted_text() {
        let texts: [(&str, &[u8]); 4] = [
            ("1. RAIN.\n\n2. BEGIN TEXT:\n\n1. A.\n\n2. B.\n\n3. C.\n\nEND TEXT.", &[0, 0, 1, 1, 1]),
            ("1. RAIN.\n\nBEGIN TEXT\n\n1. A.\n\n2. B.\n\nEND TEXT\n\n2. WIND.", &[0, 1, 1, 0]),
            ("1. RAIN.\n\n2. BEGIN TEXT:\n\n3. C.\n\n4. D.\n\nEND TEXT.\n\n5. WIND.", &[0; 5]),
            ("1. RAIN.\n\n2. BEGIN TEXT:\n\n1. A.\n\n2. B.\n\n3. WIND.", &[0, 0, 1, 1, 0]),
        ];
        for (text, depths) in texts {
            let found: Vec<_> = crate::parse(text).paragraphs.iter().map(|paragraph| paragraph.depth).collect();
            assert_eq!(found, depths, "{text}");
        }
    }
}
