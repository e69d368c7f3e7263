//! Portions that have a mark and no number.

use super::Builder;
use crate::body::count::Accepted;
use crate::body::{title, words_above};
use crate::mark::{is_marked, portion_mark};
use crate::prose::{Ending, ends_sentence};
use crate::row::{Gap, Row};
use crate::words::has_small;
use crate::{item, markup};

impl Builder<'_> {
    /// The label of a portion without a number: `(C) Text`, `Q (C) Text`. Behind a blank line it begins a paragraph if
    /// the one above has a mark as well, because its text would otherwise pass under that mark. It needs no blank line
    /// in front of a title, behind a sentence of a paragraph without a label, or below the salutation of a letter.
    pub(super) fn portion(&mut self, index: usize, row: Row) -> Option<Accepted> {
        let line = row.span.of(self.text);
        let len = match line.as_bytes() {
            [b'(', ..] => 0,
            [b'Q' | b'A', b' ', b'(', ..] => 1,
            _ => return None,
        };
        // Some items of a list look like a mark; they stand below the item with the letter in front of theirs.
        let letter = match line.as_bytes() {
            [b'(', letter @ b'A'..=b'Z', b')', ..] => Some(*letter),
            _ => None,
        };
        let before = std::mem::replace(&mut self.listed, letter);
        let is_item = letter.is_some_and(|letter| letter.checked_sub(1) == before);
        let is_apart = match self.body.paragraphs.last().filter(|_| self.open) {
            Some(last) => {
                let above = words_above(self.text, self.rows, index);
                let is_bare = last.label.is_empty();
                let ends = || is_bare && ends_sentence(above) || self.is_titled(index, line);
                last.mark.is_some() && (row.gap == Gap::Blank || row.gap == Gap::Line && ends())
                    || is_bare && above.starts_with("Dear ") && above.ends_with([',', ':'])
            }
            None => len > 0,
        };
        let mark = line.get(len..).filter(|_| is_apart && !is_item)?.trim_start();
        let is_mark = matches!(mark.as_bytes(), [b'(', b'A'..=b'Z', ..]);
        // A mark alone on its row ends the portion above.
        let begins = is_mark && portion_mark(mark).is_some_and(|(end, _)| end < mark.len());
        begins.then_some(Accepted { row: index, len, number: None, depth: 0, finding: None })
    }

    /// Whether a row has a title in capitals behind its mark, then nothing or a colon, and the row above ends a
    /// sentence: `(C) POST RESPONSE: Text`. In a text that is all in capitals nothing tells a title.
    fn is_titled(&self, index: usize, line: &str) -> bool {
        let title = title::without_mark(line);
        let title = title.split_once(':').map_or(title, |(title, _)| title);
        let above = words_above(self.text, self.rows, index);
        title.contains(' ')
            && !has_small(title)
            && (has_small(line) || has_small(above))
            && Ending::of(above).is_of_part()
    }

    /// Length of the letter or Roman number, with its anchor, in front of the mark of an unnumbered portion: `¶A.
    /// (S/NF) Text`.
    pub(super) fn lettered_portion(&self, index: usize, row: Row, anchor: usize) -> Option<usize> {
        let behind = row.span.of(self.text).get(anchor..)?;
        let own = item::lettered(behind).map(|(_, len)| len);
        let len = own.or_else(|| self.lettered_with_comma(index, behind))?;
        let mark = behind.get(len..)?.trim_start();
        (mark.starts_with('(') && is_marked(mark)).then(|| anchor.saturating_add(len))
    }

    /// Length of a letter with a comma for its full stop: `B, (U) Text`. It is a label if it follows the letter of the
    /// portion above, the next letter stands below, and no sentence goes on behind the mark.
    fn lettered_with_comma(&self, index: usize, line: &str) -> Option<usize> {
        const LEN: usize = "B,".len();
        /// The next letter is looked for in this many rows.
        const MOST_ROWS: usize = 16;
        let [letter @ b'A'..=b'Y', b',', b' ', ..] = *line.as_bytes() else { return None };
        let first = |line: &str| line.get(markup::anchor(line)..).and_then(|label| label.bytes().next());
        let above =
            self.body.paragraphs.last().filter(|_| self.lettered).and_then(|last| first(last.label.of(self.text)));
        let mark = line.get(LEN..)?.trim_start();
        let goes_on = || {
            let behind = portion_mark(mark).and_then(|(len, _)| mark.get(len..));
            behind.is_none_or(|behind| !behind.trim_start().starts_with(|c: char| c.is_uppercase() || c == '"'))
        };
        let is_next = |row: &Row| {
            let line = row.span.of(self.text);
            let label = line.get(markup::anchor(line)..).unwrap_or_default().as_bytes();
            row.gap == Gap::Blank
                && matches!(label, [next, b'.' | b',', b' ', ..] if letter.checked_add(1) == Some(*next))
        };
        let mut below = self.rows.iter().skip(index.saturating_add(1)).take(MOST_ROWS);
        (above == letter.checked_sub(1) && !goes_on() && below.any(is_next)).then_some(LEN)
    }
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
        check("¶A. (U) Rain.\n\nB, (U) Wind.\n\n¶C. (U) Hail.", &["¶A.", "B,", "¶C."]);
        check("¶A. (U) Rain.\n\nB, (U) Wind.", &["¶A.", ""]);
        check("¶A. (U) Rain.\n\nC, (U) Wind.\n\n¶D. (U) Hail.", &["¶A.", "", "¶D."]);
        check("¶A. (U) Rain.\n\nB, (S) and (U) mark it.\n\n¶C. (U) Hail.", &["¶A.", "", "¶C."]);
        check("¶A. (U) Rain.\n\n¶B. Doe and his men.", &["¶A.", ""]);
    }

    #[test]
    fn without_numbers() {
        check(
            "Dear Doe,\n(SBU) The boats came in.\n(C) Roe says that the ropes of the quay are\n(C) as he says.",
            &["Dear Doe,", "The boats came in.", "Roe says that the ropes of the quay are\n(C) as he says."],
        );
        check("1. (C) The boats came in.\n(C) The ropes are old.", &["The boats came in.\n(C) The ropes are old."]);
        check("The boats came in.\n(C) The ropes are old.", &["The boats came in.\n(C) The ropes are old."]);
    }

    #[test]
    fn marks_behind_opening_words() {
        let check = |text: &str, mark: Option<&str>, prose: &str| {
            let cable = crate::parse(text);
            assert_eq!(cable.paragraphs[0].mark.as_ref().map(|mark| mark.raw.of(text)), mark, "{text}");
            assert_eq!(crate::Logical::prose(text, &cable.paragraphs[0].pieces).text(), prose, "{text}");
        };
        check("1. Summary: (SBU) Rain.", Some("(SBU)"), "Summary: Rain.");
        check("1. COMMENT. (C) Rain.", Some("(C)"), "COMMENT. Rain.");
        check("1. (U) Summary: (C) Rain.", Some("(U)"), "Summary: (C) Rain.");
        check("1. Note: (U.S.) Rain.", None, "Note: (U.S.) Rain.");
        check("1. Summary. (C), (D) and (E) hold.", None, "Summary. (C), (D) and (E) hold.");
        check("1. Notes: (C) marks ropes.", None, "Notes: (C) marks ropes.");
        check("1. Rain: (C) Wind.", None, "Rain: (C) Wind.");
        check("Summary: (C) Rain.", None, "Summary: (C) Rain.");
    }

    #[test]
    fn blank_lines_inside_sentences() {
        let cuts = |text: &str| {
            let found = crate::parse(text).diagnostics;
            found.iter().filter(|found| found.code == crate::Code::BlankLineJoined).count()
        };
        let clerk = "Tom Alder, First Deputy Clerk of the Department of Old Quays\n\n";
        assert_eq!(cuts(&format!("1. (U) The clerks:\n\n{}", clerk.repeat(6))), 0);
        assert_eq!(cuts(&format!("1. (U) He met\n{clerk}Quays, and asked for boats.\n")), 1);
        let cut = "Tom Alder, First Deputy Clerk of the Department of Old and\n\nNew Quays\n\nAnn Loam";
        assert_eq!(cuts(&format!("1. (U) The clerks:\n\n{cut}\n")), 1);
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
