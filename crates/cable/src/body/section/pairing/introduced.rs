//! Quoted texts without `BEGIN`, which a sentence introduces: `Informal translation of the letter follows:`, `Following is
//! the text of the letter:`

use super::super::extent::{Open, end_of};
use super::Pairing;
use crate::words::{head, starts_with_any_case};
use crate::{Form, Role, Span, line};

/// The sentence is no longer.
const LONGEST: usize = 160;

const FOLLOWS: &str = "follows:";
const FOLLOWING: &str = "following is the ";

impl Pairing<'_> {
    /// Whether a quoted text that is closed was opened by a sentence with which a row of its paragraph begins, behind the
    /// last words that closed one so.
    pub(super) fn introduced(&mut self, kind: Role, closer: Span, to: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(to).filter(|_| kind == Role::Text) else { return false };
        let first = paragraph.pieces.first().map_or(closer.start, |first| first.start);
        // What was looked through once is not again, however many words close something in a paragraph.
        let searched = std::mem::replace(&mut self.introduced, closer.end);
        let start = first.max(searched).min(closer.start);
        let rows = line::rows(self.text, Span::new(start, closer.start));
        let closing = closer.of(self.text);
        let sentences = rows.filter_map(|row| {
            let behind = Span::new(row.start, closer.start);
            let len = introduction(row.of(self.text), behind.of(self.text), closing)?;
            Some(behind.part(0..len))
        });
        let Some(opener) = sentences.last() else { return false };
        self.finish(Open::new(kind, Form::Inline, opener, to, end_of(paragraph)), Some(closer), to);
        true
    }
}

/// Length of the sentence at the start of a row that introduces what `closing` closes, which both call the same; one that
/// begins so goes on up to its colon in what stands `behind`. What reports that something follows introduces nothing.
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
