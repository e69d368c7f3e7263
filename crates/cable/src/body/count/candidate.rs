//! Rows that may begin a paragraph, by what they begin with and what stands around them.

use super::due;
use super::label;
use super::label::Label;
use super::line_break::{Break, LineBreaks};
use crate::body::{title::Heading, words_above};
use crate::date::month;
use crate::known::{is_one_of, last_word};
use crate::prose::{Ending, ends_sentence, ends_with_closing_words, is_unfinished};
use crate::row::{Gap, Row};
use crate::words::is_number;
use crate::wrap;

/// A label that may count, with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Index of its row.
    pub row: usize,
    /// The label.
    pub label: Label,
    /// Whether a paragraph can begin here: behind a blank line, a heading, or the end of a sentence.
    pub at_break: bool,
    /// Whether it stands below a heading.
    pub below_heading: bool,
    /// Whether a colon stands above it, which announces a list.
    pub announced: bool,
    /// Whether it is a label only if its number is the one that is due.
    pub only_due: bool,
    /// Whether the next number must stand behind it, too.
    pub wants_next: bool,
    /// Whether the line above is so short that its writer broke it, as that of a title or of `END SUMMARY` is.
    pub below_short: bool,
}

impl Candidate {
    /// Whether a paragraph can begin with it: it stands at a break, or has a mark.
    pub fn begins(&self) -> bool {
        self.at_break || self.label.marked
    }

    /// Whether it can only begin a portion: numbers that wrapping brought to a line's start have no mark behind them.
    pub fn begins_portion(&self) -> bool {
        self.label.marked && self.at_break
    }
}

/// The labels `1)`, `2)` … of a text that has no others, each behind a blank line. They need none behind the end of a
/// sentence if the text begins with them and no blank line stands below the last; otherwise they are a list in front of
/// the text.
pub(in crate::body) fn bracketed(text: &str, rows: &[Row], headings: &[Heading]) -> Vec<Candidate> {
    let mut found = candidates(text, rows, headings, None, label::bracketed);
    let is_apart = |row: &Row| row.gap == Gap::Blank;
    let below = found.last().and_then(|last| rows.get(last.row.saturating_add(1)..)).unwrap_or_default();
    let is_all = found.first().is_some_and(|first| first.row == 0) && !below.iter().any(is_apart);
    found.retain(|label| (is_all && label.at_break) || rows.get(label.row).is_some_and(is_apart));
    let begins = found.iter().take(2).map(|candidate| candidate.label.number).eq([1, 2]);
    if begins { found } else { Vec::new() }
}

/// The rows whose label, as `read` finds it, can be a paragraph's. Messages have `breaks`, and their labels in brackets
/// are those of items.
pub(in crate::body) fn candidates(
    text: &str,
    rows: &[Row],
    headings: &[Heading],
    breaks: Option<&LineBreaks>,
    read: fn(&str) -> Option<Label>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut heads = headings.iter().peekable();
    let mut own = None;
    let mut count = due::Count::default();
    for (index, row) in rows.iter().enumerate() {
        while heads.next_if(|heading| heading.rows.end < index).is_some() {}
        let below_heading = heads.peek().is_some_and(|heading| heading.rows.end == index);
        let line = row.span.of(text);
        if heads.peek().is_some_and(|heading| heading.rows.contains(&index)) {
            continue;
        }
        // The first row of a text tells whether it numbers its paragraphs `(1)`.
        let in_brackets = label::in_brackets(line);
        let own = *own.get_or_insert(in_brackets.is_some_and(|first| first.number == 1));
        let label = match in_brackets {
            Some(label) => Some(label).filter(|_| breaks.is_none() && (own || label.marked)),
            None => read(line),
        };
        let may_be_due = breaks.is_none() && row.gap == Gap::Blank && label.is_none();
        let due = if may_be_due { in_brackets.or_else(|| due::due(line)) } else { None };
        let only_due = due.is_some();
        let Some(label) = label.or(due) else { continue };
        let wants_next = only_due && !line.get(label.len..).is_some_and(due::joins_item);
        let above = words_above(text, rows, index);
        let announced = above.ends_with(':');
        let is_next = !wants_next || count.goes_on(label.number, announced);
        if !wants_next {
            count.take(label.number);
        } else if !is_next || goes_on(above) && !below_heading {
            // The next item shows that a list has begun with the one above.
            found.pop_if(|above: &mut Candidate| is_next && above.wants_next);
            continue;
        }
        let below = rows.get(index.saturating_add(1)).map_or("", |below| below.span.of(text));
        if label.len == line.len() && is_referred_to(above, &label, below) {
            continue;
        }
        let at_break = index == 0
            || row.gap == Gap::Blank
            || below_heading
            || may_stand_above_label(above)
            || ends_with_closing_words(above)
            || breaks.is_some_and(|breaks| breaks.above(index) == Break::Writer || has_columns(above));
        let below_short = is_broken(above);
        found.push(Candidate {
            row: index,
            label,
            at_break,
            below_heading,
            announced,
            only_due,
            wants_next,
            below_short,
        });
    }
    due::retain_followed(&mut found);
    found
}

/// Whether a label alone on its row is the wrapped end of a reference in the line above, `please see para`: the
/// paragraph of that number comes right below.
fn is_referred_to(above: &str, label: &Label, below: &str) -> bool {
    const REFERS: [&str; 4] = ["para", "paras", "paragraph", "paragraphs"];
    let last = above.rsplit([' ', '(']).next().unwrap_or_default();
    is_one_of(last, &REFERS)
        && label::read(below).is_some_and(|next| next.number == label.number && next.len < below.len())
}

/// Whether a line ends so early that the writer broke it, where a sentence can end: `END SUMMARY`.
fn is_broken(line: &str) -> bool {
    line.len() < wrap::SHORTEST_CUT && line.ends_with(char::is_alphanumeric) && !is_unfinished(line)
}

/// Whether a sentence goes on below a line, as over the end of a page.
fn goes_on(above: &str) -> bool {
    !above.is_empty() && !ends_sentence(above)
}

/// Whether a row belongs to a table, which no sentence goes on behind.
fn has_columns(line: &str) -> bool {
    line.contains('\t') || line.contains("    ")
}

/// Whether a line ends with a mark behind which a label can stand. `July 1-` goes on with the number below it.
fn may_stand_above_label(line: &str) -> bool {
    Ending::of(line) != Ending::Open && !begins_range(line)
}

/// Whether a line ends with a month, a day and a hyphen.
fn begins_range(line: &str) -> bool {
    let Some((words, day)) = line.strip_suffix('-').and_then(|line| line.rsplit_once(' ')) else { return false };
    is_number(day) && month(last_word(words).trim_end_matches('.')).is_some()
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_with_brackets() {
        for (text, expected) in [
            ("1) The boats came.\n2) The ropes are sold.", 2),
            ("1) The boats came.\n\n2) The ropes are sold.\n\nIt rained.", 2),
            ("1) Roe.\n2) Doe.\n\nThe boats came in for the two men.\n\nIt rained.", 0),
            ("1) Boats.\n2) Ropes.\n3) Quays.\n\nRoe wants these three from Lydda.", 0),
        ] {
            let paragraphs = crate::parse(text).paragraphs;
            assert_eq!(paragraphs.iter().filter(|found| found.number.is_some()).count(), expected, "{text}");
        }
    }

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
}
