//! Quoted texts without `BEGIN`, which a sentence introduces: `Informal translation of the letter follows:`

use super::super::extent::{Open, end_of};
use super::Pairing;
use crate::words::head;
use crate::{Form, Role, Span, line};

/// The sentence is no longer.
const LONGEST: usize = 160;

const FOLLOWS: &str = "follows:";

impl Pairing<'_> {
    /// Whether a quoted text that is closed was opened by a sentence with which a row of its paragraph begins.
    pub(super) fn introduced(&mut self, kind: Role, closer: Span, to: usize) -> bool {
        // A paragraph is looked through once, however many words close something in it.
        let Some(paragraph) = self.paragraphs.get(to).filter(|_| kind == Role::Text && self.introduced != Some(to))
        else {
            return false;
        };
        self.introduced = Some(to);
        let start = paragraph.pieces.first().map_or(closer.start, |first| first.start.min(closer.start));
        let rows = line::rows(self.text, Span::new(start, closer.start));
        let closing = closer.of(self.text);
        let sentences = rows.filter_map(|row| Some(row.part(0..introduction(row.of(self.text), closing)?)));
        let Some(opener) = sentences.last() else { return false };
        self.finish(Open::new(kind, Form::Inline, opener, to, end_of(paragraph)), Some(closer), to);
        true
    }
}

/// Length of the sentence that introduces what `closing` closes, which both call the same.
fn introduction(row: &str, closing: &str) -> Option<usize> {
    let start = head(row, LONGEST).to_ascii_lowercase();
    let (sentence, _) = start.split_once(FOLLOWS)?;
    let named =
        closing.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    let is_named = words.any(|word| word.eq_ignore_ascii_case(named));
    (is_named && !sentence.contains(". ")).then(|| sentence.len().saturating_add(FOLLOWS.len()))
}

#[cfg(test)]
mod tests {
    use super::introduction;

    #[test]
    fn sentences() {
        for (row, closing, expected) in [
            ("Informal translation of the letter follows: One.", "End translation.", Some(43)),
            ("The text of the letter follows:", "END TEXT OF LETTER.", Some(31)),
            ("The letter follows: One.", "End translation.", None),
            ("He wrote. A translation follows: One.", "End translation.", None),
            ("A translation follows by septel: One.", "End translation.", None),
        ] {
            assert_eq!(introduction(row, closing), expected, "{row}");
        }
    }
}
