//! Portions that have a mark and no number.

use super::Builder;
use crate::body::sequence::Accepted;
use crate::body::{above, title};
use crate::heading::{is_marked, portion_mark};
use crate::row::{Gap, Row};
use crate::words::has_small;
use crate::{item, markup};

impl Builder<'_> {
    /// The label of a portion without a number, `(C) Text`, `Q (C) Text`: behind a blank line its mark begins a paragraph
    /// where the one above has a mark, too, or its text would pass under that. In front of a title it needs no blank line.
    pub(super) fn portion(&mut self, index: usize, row: Row) -> Option<Accepted> {
        let line = row.span.of(self.text);
        let len = match line.as_bytes() {
            [b'(', ..] => 0,
            [b'Q' | b'A', b' ', b'(', ..] => 1,
            _ => return None,
        };
        // Some items of a list look like a mark, and stand below the letter in front of theirs.
        let letter = match line.as_bytes() {
            [b'(', letter @ b'A'..=b'Z', b')', ..] => Some(*letter),
            _ => None,
        };
        let before = std::mem::replace(&mut self.listed, letter);
        let is_item = letter.is_some_and(|letter| letter.checked_sub(1) == before);
        let is_apart = match self.body.paragraphs.last().filter(|_| self.open) {
            Some(last) => {
                last.mark.is_some() && (row.gap == Gap::Blank || row.gap == Gap::Line && self.is_titled(index, line))
            }
            None => len > 0,
        };
        let mark = line.get(len..).filter(|_| is_apart && !is_item)?.trim_start();
        let is_mark = matches!(mark.as_bytes(), [b'(', b'A'..=b'Z', ..]);
        // One that stands alone ends the portion above.
        let begins = is_mark && portion_mark(mark).is_some_and(|(end, _)| end < mark.len());
        begins.then_some(Accepted { row: index, len, number: None, depth: 0, finding: None })
    }

    /// Whether a title in capitals stands behind the mark of a row, and nothing or a colon behind that, where the row above
    /// ends a sentence: `(C) POST RESPONSE: Text`. In a text that is all in capitals nothing tells a title.
    fn is_titled(&self, index: usize, line: &str) -> bool {
        let title = title::without_mark(line);
        let title = title.split_once(':').map_or(title, |(title, _)| title);
        let above = above(self.rows, index).map_or("", |above| above.span.of(self.text));
        title.contains(' ')
            && !has_small(title)
            && (has_small(line) || has_small(above))
            && above.ends_with(['.', '?', '!', ':', ';'])
    }

    /// Length of the letter or Roman number with its anchor that stands in front of the mark of an unnumbered portion:
    /// `¶A. (S/NF) Text`. The letter that is due behind that of the portion above can have a comma for its full stop, or
    /// an anchor and no mark.
    pub(super) fn lettered_portion(&self, row: Row, anchor: usize) -> Option<usize> {
        let behind = row.span.of(self.text).get(anchor..)?;
        let is_marked = |len: usize| behind.get(len..).map(str::trim_start).is_some_and(is_portion);
        let own = item::lettered(behind).map(|(_, len)| len).filter(|len| is_marked(*len));
        let due = || {
            const LEN: usize = 2;
            let is_label = match behind.as_bytes() {
                [letter, b',', b' ', ..] => self.is_due(*letter) && is_marked(LEN),
                [letter, b'.', b' ', ..] => self.is_due(*letter) && anchor > 0,
                _ => false,
            };
            is_label.then_some(LEN)
        };
        own.or_else(due).map(|len| anchor.saturating_add(len))
    }

    /// Whether a letter is the next behind that which labels the portion above.
    fn is_due(&self, letter: u8) -> bool {
        let label = self.body.paragraphs.last().filter(|_| self.lettered).map(|last| last.label.of(self.text));
        let above = label.and_then(|label| label.get(markup::anchor(label)..)).and_then(|label| label.bytes().next());
        letter.is_ascii_uppercase() && above.is_some_and(|above| letter.checked_sub(1) == Some(above))
    }
}

/// Whether a text begins with a mark in brackets.
fn is_portion(text: &str) -> bool {
    text.starts_with('(') && is_marked(text)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let cable = crate::parse(text);
        let prose = |pieces| crate::Logical::prose(text, pieces).text().to_owned();
        let found: Vec<String> = cable.paragraphs.iter().map(|paragraph| prose(&paragraph.pieces)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn letters() {
        let check = |text: &str, expected: &[&str]| {
            let cable = crate::parse(text);
            let found: Vec<&str> = cable.paragraphs.iter().map(|paragraph| paragraph.label.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("¶A. (U) Rain.\n\nB, (U) Wind.\n\n¶C. Hail.\n\n¶D. (U) Snow.", &["¶A.", "B,", "¶C.", "¶D."]);
        check("¶A. (U) Rain.\n\nC, (U) Wind.\n\n¶D. Hail.", &["¶A.", "", ""]);
        check("¶A. (U) Rain.\n\nB. Wind.", &["¶A.", ""]);
    }

    #[test]
    fn right_below_a_portion() {
        let who = "¶1. (C) QUESTION: WHO SAILED?";
        check(&format!("{who}\n(C) POST RESPONSE: Nobody."), &["QUESTION: WHO SAILED?", "POST RESPONSE: Nobody."]);
        check("¶1. (C) They sailed.\n(C) FOR THE PRESS\nNobody.", &["They sailed.", "FOR THE PRESS\nNobody."]);
        check(&format!("{who}\n(C) Nobody did."), &["QUESTION: WHO SAILED?\n(C) Nobody did."]);
        check("¶1. (C) They sailed\n(U) THE ROE: a ship.", &["They sailed\n(U) THE ROE: a ship."]);
        check("¶1. (C) NONE DID.\n(C) POST RESPONSE: NONE.", &["NONE DID.\n(C) POST RESPONSE: NONE."]);
        let laws = "¶1. (C) The laws:\n(R) THE QUAY LAW: of 1990.\n(S) THE ROPE LAW: of 1991.\n(T) THE BOAT LAW: of \
                    1992.\n(U) THE GOAT LAW: of 1993.";
        check(laws, &[laws.trim_start_matches("¶1. (C) ")]);
        check("¶1. They sailed.\n(C) POST RESPONSE: Nobody.", &["They sailed.\n(C) POST RESPONSE: Nobody."]);
    }
}
