//! Headings: a title with a line of dashes under it, often over it too, between strokes or stars, or alone.

use super::title::{
    MOST_BYTES, STROKES, between_strokes, ends_quoted, is_capitalised, is_known, is_title, is_title_line,
    reads_like_title, without_mark, without_year,
};
use super::{above, section::is_bound, value::is_value};
use crate::row::{Gap, Row};
use crate::words::has_small;
use crate::zone::is_unfinished;
use crate::{body::label, wrap};
use std::ops::Range;

/// Titles run over three lines at most; a copy that joined its lines has them on one.
const MOST_LINES: usize = 3;
const MOST_JOINED: usize = 2 * MOST_BYTES;

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
    matches!(first, '-' | '=' | '_' | '*' | '~' | '‐' | '‑' | '–' | '—')
        && line.len() >= 3
        && line.chars().all(|c| c == first || c == ' ')
}

/// The headings among `rows`, in order.
pub(crate) fn headings(text: &str, rows: &[Row]) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        let free = found.last().map_or(0, |last: &Heading| last.rows.end);
        let line = row.span.of(text);
        let heading = if is_rule(line) {
            below_rule(text, rows, at).or_else(|| above_rule(text, rows, at, free))
        } else if line.starts_with(STROKES) {
            stroked(text, rows, at)
        } else if row.gap == Gap::Blank && between_strokes(line).is_some() && is_title_line(line) {
            Some(Heading::of_row(at))
        } else {
            alone(text, rows, at)
        };
        at = heading.as_ref().map_or(at.saturating_add(1), |heading| heading.rows.end);
        found.extend(heading);
    }
    found
}

/// Rule, title, rule.
fn below_rule(text: &str, rows: &[Row], rule: usize) -> Option<Heading> {
    let start = rule.saturating_add(1);
    let below = rows.get(start..)?;
    let len = below.iter().take(MOST_LINES + 1).position(|row| is_rule(row.span.of(text)))?;
    let titles = below.get(..len)?;
    // A paragraph that lost its anchor can stand between the rule of its own title and the next title.
    let is_paragraph =
        |first: &Row, second: &Row| second.gap == Gap::Blank && label::read(first.span.of(text)).is_some();
    let is_whole = !titles.first().zip(titles.get(1)).is_some_and(|(first, second)| is_paragraph(first, second));
    let whole = !titles.is_empty() && is_whole && titles.iter().all(|row| is_title_line(row.span.of(text)));
    let end = start.saturating_add(len);
    whole.then_some(Heading { rows: rule..end.saturating_add(1), title: start..end })
}

/// Title, rule.
fn above_rule(text: &str, rows: &[Row], rule: usize, free: usize) -> Option<Heading> {
    let row = rows.get(rule)?;
    let is_labelled = |row: &Row| is_labelled(row.span.of(text));
    // Right above a rule of its length, and below a blank line, also `A. The harbour` and `The harbour.` are titles.
    let is_ruled = |title: &Row| {
        let line = title.span.of(text);
        row.gap == Gap::Line
            && title.gap == Gap::Blank
            && row.span.len().abs_diff(title.span.len()) <= 1
            && label::read(line).is_none()
            && !is_bound(line)
    };
    let title_above = |at: usize| {
        let is_title = |title: &Row| reads_like_title(title.span.of(text)) || at == rule && is_ruled(title);
        let title = above(rows, at).filter(|title| at > free && is_title(title))?;
        (title.span.len() as usize <= MOST_JOINED).then_some((at.saturating_sub(1), title))
    };
    let heading = |start: usize| Heading { rows: start..rule.saturating_add(1), title: start..rule };
    let fits = |title: Row| row.span.len().abs_diff(title.span.len()) <= 4;
    let (nearest, title) = title_above(rule)?;
    let is_between = || {
        above(rows, nearest).is_some_and(|above| above.span.of(text).ends_with(['.', '!', '?', ')', '"', '”']))
            && rows.get(rule.saturating_add(1)).is_some_and(is_labelled)
    };
    if row.gap != Gap::Line {
        // In a copy with every second line blank a title is as long as its rule, too, or stands above a paragraph.
        let is_title = || fits(title) || rows.get(rule.saturating_add(1)).is_some_and(is_labelled);
        let is_apart = title.gap != Gap::Line && is_title() || fits(title) && is_between();
        return is_apart.then(|| heading(nearest));
    }
    let mut start = rule;
    let mut is_list = row.span.len().abs_diff(title.span.len()) <= 1;
    for lines in 1..=MOST_LINES {
        let Some((at, title)) = title_above(start) else { break };
        let line = title.span.of(text);
        is_list &= lines == 1 || line.len() < wrap::SHORTEST_CUT && !is_unfinished(line);
        if title.gap != Gap::Line {
            // The names of who took part can stand right above a title.
            return Some(heading(if is_list && lines == MOST_LINES { nearest } else { at }));
        }
        start = at;
    }
    // No blank line sets the title apart from the text above: it must be as long as its rule, or stand between the end
    // of a sentence and the next paragraph.
    (fits(title) || is_between()).then(|| heading(nearest))
}

/// Whether a row begins with a label that only paragraphs have.
pub(super) fn is_labelled(line: &str) -> bool {
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

/// A title without any rule: a short row behind a blank line or behind a paragraph that a copy joined on one line, with
/// a labelled paragraph below. One in capitals also stands behind the end of a sentence, as copies without blank lines
/// have it, and above a label without mark.
fn alone(text: &str, rows: &[Row], at: usize) -> Option<Heading> {
    let [row, below, ..] = rows.get(at..)? else { return None };
    let line = row.span.of(text);
    let label = label::read(below.span.of(text)).filter(|_| line.len() <= MOST_BYTES)?;
    let above = || above(rows, at).map_or("", |above| above.span.of(text));
    let is_below_sentence = || above().ends_with('.');
    // Instructions stand above the first paragraph, too, words that begin a list end with a colon, and a year is no label.
    let may_be_bare = (2..100).contains(&label.number) || label.number == 1 && is_below_sentence();
    let is_capital = || {
        let is_list = || line.ends_with(':') && line.split(' ').nth(2).is_some();
        may_be_bare && !label.bracketed && !has_small(line) && !is_list()
    };
    if !(label.anchored || label.marked || is_capital()) {
        return None;
    }
    let is_joined = || above().len() > wrap::LONGEST_WRAPPED || is_below_sentence() && is_capital();
    let may_stand = at == 0
        || row.gap == Gap::Blank
        || row.gap == Gap::Page && is_below_sentence()
        || row.gap == Gap::Line && is_joined();
    if !may_stand {
        return None;
    }
    let line = without_year(without_mark(line));
    // A name at its start can be blackened out.
    let first = line.trim_start_matches('.').trim_start().chars().next();
    let upright = first.is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“')) || line.starts_with("xxxx");
    let is_bracketed = line.ends_with(')') && (has_small(line) || !line.contains(" ("));
    let ends = !line.ends_with([',', '"', '”']) && !is_bracketed || is_known(line) || ends_quoted(line);
    let apart = row.gap == Gap::Blank || is_capitalised(line.trim_end_matches(':'));
    let is_value = || !is_known(line) && is_value(text, rows, at);
    (apart && upright && ends && is_title(line) && !is_value()).then(|| Heading::of_row(at))
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
        check("Comment\n\n-------------\n\n5. (C) Text.", &["Comment"]);
        check("It ends.\nThe harbour\n\n-----------\n\n5. (C) Text.", &["The harbour"]);
        check("It goes on\nat the quay\n\n-----------\n\n5. (C) Text.", &[]);
        check("Text.\n\nA. The harbour\n--------------\n5. (C) Text.", &["A. The harbour"]);
        check("Text.\n\n(C) The harbour\n-------------\n5. (C) Text.", &["(C) The harbour"]);
        check("Text.\n\nWho closed it.\n--------------\n5. (C) Text.", &["Who closed it."]);
        check("Text.\n\nIt is closed.\n-----\n5. (C) Text.", &[]);
        check("Text ends here.\n\nThe harbour,\nand after\n-----------\n2. (C) Text.", &["The harbour,|and after"]);
        check("Text ends here.\nThe harbour\n-----------\n2. (C) Text.", &["The harbour"]);
        check("Text ends here.\nThe harbour\n----\n2. (C) Text.", &["The harbour"]);
        check("Text.\n\nMr. Doe\nMs. Roe (notes)\nThe quay\n--------\n2. (C) Text.", &["The quay"]);
        check(
            "Text.\n\nThe harbour and\nthe town of\nTarsis\n------\n2. (C) Text.",
            &["The harbour and|the town of|Tarsis"],
        );
        check("1. (C) Text goes on\nat the harbour\n----\n2. (C) Text.", &[]);
        check("THE QUAY\n--------\n18. SEE SEPTEL.\n\nROPES\n-----\n19. THEY HOLD.", &["THE QUAY", "ROPES"]);
    }

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
        check("////\n//\nText.\n//N1//\n", &["//N1//"]);
    }

    #[test]
    fn without_rule() {
        check("Text ends here.\n\nThe harbour\n\n¶2. (C) Text.", &["The harbour"]);
        check("Text ends here.\n\nxxxxxxxxxxxx on ferries\n\n¶2. (C) Text.", &["xxxxxxxxxxxx on ferries"]);
        check("Text ends here.\n\nThe harbour, but...\n\n¶2. (C) Text.", &["The harbour, but..."]);
        check("Text ends here.\n\n...And the quay\n\n¶2. (C) Text.", &["...And the quay"]);
        check("Text ends here.\n\nWHO CLOSED THE HARBOUR?\n\n¶2. (C) Text.", &["WHO CLOSED THE HARBOUR?"]);
        check("Text ends here.\n\nThe harbour:\n\n¶2. (C) Text.", &["The harbour:"]);
        check("Text ends here.\n\nThe harbour is closed.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nThe \"Old Quay\"\n\n¶2. (C) Text.", &["The \"Old Quay\""]);
        check("Text ends here.\n\n“We Have Boats”\n\n¶2. (C) Text.", &["“We Have Boats”"]);
        check("Text ends here.\n\n“We have boats”\n\nOf the Quay”\n\n¶2. (C) Text.", &[]);
        check("(C) SUMMARY\n\n¶1. (C) Text.", &["(C) SUMMARY"]);
        check("Text ends here.\n\nNO STRIKE (YET)\n\n2. (C) Text.", &["NO STRIKE (YET)"]);
        check("Text ends here.\n\nThe boats (and the ferries)\n\n2. (C) Text.", &[]);
        check("(C) It is closed.\n\n¶1. (C) Text.", &[]);
        const JOINED: &str =
            "¶1. (C) This paragraph stands on one line, however long it is, and the title below it on the next.";
        check(&format!("{JOINED}\nAfter the Strike\n\n¶2. (C) Text."), &["After the Strike"]);
        check(&format!("{JOINED}\n2009: After the Strike\n\n¶2. (C) Text."), &["2009: After the Strike"]);
        check(&format!("{JOINED}\nBoats of the port in January\n\n¶2. (C) Text."), &[]);
        check("Text ends here.\nAfter the Strike\n\n¶2. (C) Text.", &[]);
        check("IT ENDS HERE.\n\nTHE HARBOUR\n\n2. TEXT.\nTHE QUAY\n3. TEXT.", &["THE HARBOUR", "THE QUAY"]);
        check("IT GOES ON\nTHE QUAY\n3. TEXT.", &[]);
        check("LYDDA FOR ROE\n\n1. TEXT.\n\nTHE FOLLOWING IS ASKED:\n\n1. TEXT.", &[]);
        check("It ends here.\n\nthe following\n\n1. Text.", &[]);
    }

    #[test]
    fn bounds_of_a_section() {
        check("1. (C) Summary: One.\n\nEND SUMMARY\n\n2. (C) Text.", &[]);
        check("1. (C) Summary: One.\n\n----\nEnd of Summary\n----\n\n2. (C) Text.", &[]);
        check("1. (C) It reads:\n\nBEGIN TEXT\n----------\n2. (C) Text.\n\n(END TEXT)\n\n3. (C) Text.", &[]);
        check("1. (C) Text.\n\nEnd of text messages\n\n2. (C) Text.", &["End of text messages"]);
    }

    #[test]
    fn rule_alone() {
        check("Text ends here.\n\n----------\n\n2. (C) Text.", &[]);
        check("----------", &[]);
        check("---\n-\nBREAD\n---", &["BREAD"]);
    }
}
