//! Quoted texts without `BEGIN`, which a sentence introduces: `Informal translation of the letter follows:`

use super::super::extent::{Open, end_of};
use super::Pairing;
use crate::words::head;
use crate::{Form, Role, Span, line};

/// The sentence is no longer.
const LONGEST: usize = 160;

const FOLLOWS: &str = "follows:";

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
        let sentences = rows.filter_map(|row| Some(row.part(0..introduction(row.of(self.text), closing)?)));
        let Some(opener) = sentences.last() else { return false };
        self.finish(Open::new(kind, Form::Inline, opener, to, end_of(paragraph)), Some(closer), to);
        true
    }
}

/// Length of the sentence that introduces what `closing` closes, which both call the same. What reports that something
/// follows introduces nothing.
fn introduction(row: &str, closing: &str) -> Option<usize> {
    let start = head(row, LONGEST).to_ascii_lowercase();
    let (sentence, _) = start.split_once(FOLLOWS)?;
    let named =
        closing.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let has = |name: &str| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(name));
    (has(named) && !has("that") && !sentence.contains(". ")).then(|| sentence.len().saturating_add(FOLLOWS.len()))
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
        ] {
            assert_eq!(introduction(row, closing), expected, "{row}");
        }
    }
}
