//! Quoted texts without `BEGIN`, which a sentence introduces: `Informal translation of the letter follows:`, `Following
//! is the text of the letter:`

use super::super::extent::{Open, end_of};
use super::Pairing;
use crate::words::{head, starts_with_any_case};
use crate::{Form, Role, Span, line};

/// The sentence is no longer than this.
const LONGEST: usize = 160;

/// A quoted text with paragraphs of its own has at most this many, and as many sections are looked at.
const FARTHEST: usize = 16;

const FOLLOWS: &str = "follows:";
const FOLLOWING: &str = "following is the ";

impl Pairing<'_> {
    /// Whether a sentence at the start of a row introduced the quoted text that `closer` closes, which then becomes a
    /// section. It stands behind the last quoted text that was closed, in the same paragraph or, where no quoted text
    /// is open, in one above that ends with it or has items below. No section of the post's own but a note stands
    /// between.
    pub(super) fn introduced(&mut self, kind: Role, closer: Span, to: usize) -> bool {
        if kind != Role::Text {
            return false;
        }
        let farthest = if self.open.iter().any(|open| open.kind == kind) { 0 } else { FARTHEST };
        // Text that was looked through once is not looked through again, however many words close something.
        let searched = std::mem::replace(&mut self.introduced, closer.end);
        let last = self.found.iter().rev().take(FARTHEST).find(|section| section.kind == kind);
        let closed = last.map_or(0, |last| last.closer.unwrap_or(last.opener).end);
        let searched = searched.max(closed);
        let closing = closer.of(self.text);
        let opened = |from: usize| {
            let paragraph = self.paragraphs.get(from)?;
            let end = if from == to { closer.start } else { end_of(paragraph) };
            let first = paragraph.pieces.first().map_or(end, |first| first.start);
            let rows = line::rows(self.text, Span::new(first.max(searched).min(end), end));
            let sentences = rows.filter_map(|row| {
                let behind = Span::new(row.start, end);
                let len = introduction(row.of(self.text), behind.of(self.text), closing)?;
                Some(behind.part(0..len))
            });
            let has_own =
                || self.paragraphs.get(from.saturating_add(1)).is_some_and(|below| below.depth > paragraph.depth);
            let opener = sentences.last().filter(|opener| from == to || opener.end == end || has_own())?;
            Some(Open::new(kind, Form::Inline, opener, from, end_of(paragraph)))
        };
        let Some(open) = (to.saturating_sub(farthest)..=to).rev().find_map(opened) else { return false };
        let spoken = self.found.iter().rev().take(FARTHEST).map(|section| (section.kind, section.opener));
        let mut spoken = spoken.chain(self.open.iter().map(|open| (open.kind, open.opener)));
        if open.from < to && spoken.any(|(kind, opener)| kind != Role::Note && opener.start > open.opener.start) {
            return false;
        }
        self.finish(open, Some(closer), to);
        true
    }
}

/// Length of the sentence at the start of a row that introduces what `closing` closes and calls it by the same name.
/// One that begins with `Following is the` goes on up to its colon, in what stands `behind`. A sentence with `that`
/// only reports that something follows.
fn introduction(row: &str, behind: &str, closing: &str) -> Option<usize> {
    let (front, colon) = if starts_with_any_case(row, FOLLOWING) { (behind, ":") } else { (row, FOLLOWS) };
    let start = head(front, LONGEST).to_ascii_lowercase();
    let (sentence, _) = start.split_once(colon)?;
    let named =
        closing.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let has = |name: &str| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(name));
    let is_one = !sentence.contains(". ") && !sentence.contains(".\n");
    (has(named) && !has("that") && is_one).then(|| sentence.len().saturating_add(colon.len()))
}

#[cfg(test)]
mod tests {
    use super::introduction;
    use crate::body::section::tests::prose;

    #[test]
    fn several_in_a_paragraph() {
        let text = "¶1. (C) The letter follows: boats. End letter.\nThe statement follows: goats. End statement.";
        assert_eq!(prose(text), ["boats.", "goats."], "{text}");
        let text = "¶1. (C) Following is the text of the paper:\n\n1. Boats.\n\n¶2. (C) Ropes.\nEnd text of paper.";
        assert_eq!(prose(text), ["Boats. Ropes."], "{text}");
        let text =
            "¶6. (C) Following is the text of the paper:\nIts parts:\n\n¶1. Boats.\n\n¶2. Ropes.\nEnd text of paper.";
        assert_eq!(prose(text), ["Its parts: Boats. Ropes."], "{text}");
        let text =
            "¶1. (C) Following is the schedule and text:\n0900 boats\n\n¶2. (C) Roe came.\n\n¶3. (C) Goats. End text.";
        assert_eq!(prose(text).len(), 0, "{text}");
        let text = "¶1. (C) The text of the letter follows:\n\n¶2. (C) Ropes.\n\n¶3. (C) Boats. End text.";
        assert_eq!(prose(text), ["Ropes. Boats."], "{text}");
        for between in ["Comment: They are dear.", "Action request: Post asks for ropes."] {
            let text =
                format!("¶1. (C) Following is the text:\n\n¶2. (C) {between}\n\n¶3. (C) Roe's: Goats. End text.");
            assert_eq!(prose(&text).len(), 1, "{text}");
        }
        for quoted in ["Following is the text of the law: \"Ropes.\"", "The statement's text follows: Ropes."] {
            let text = format!("¶1. (C) {quoted}\n\n¶2. (C) Roe came.\n\n¶3. (C) As Doe gave it: Goats. End text.");
            assert_eq!(prose(&text).len(), 0, "{text}");
        }
        let text = "¶1. (C) The letter follows:\nBegin text: Boats. End text.\n\n¶2. (C) Ropes. End text of letter.";
        assert_eq!(prose(text), ["Boats."], "{text}");
        let text = "¶1. (C) The paper is old.\n\n¶2. (C) Ropes.\nEnd text of paper.";
        assert_eq!(prose(text).len(), 0, "{text}");
    }

    #[test]
    fn sentences() {
        for (row, closing, expected) in [
            ("Informal translation of the letter follows: One.", "End translation.", Some(43)),
            ("The text of the letter follows:", "END TEXT OF LETTER.", Some(31)),
            ("The letter follows: One.", "End translation.", None),
            ("He wrote. A translation follows: One.", "End translation.", None),
            ("A translation follows by septel: One.", "End translation.", None),
            ("He said that the text of the letter follows: One.", "End text.", None),
            ("Following is the text of the paper sent\nto Roe: One.", "End text of paper.", Some(47)),
            ("Following is the list of boats: one.", "End text.", None),
            ("Following is the text.\nIt has parts: one.", "End text.", None),
            ("Following is the text that Roe sent: one.", "End text.", None),
            ("The following is text: one.", "End text.", None),
        ] {
            let first = row.split('\n').next().unwrap_or_default();
            assert_eq!(introduction(first, row, closing), expected, "{row}");
        }
    }
}
