//! What can stand right in front of a signature: the end of a sentence, of a quotation or section.

use super::surname::is_last_word;
use crate::body::{count::label, title::without_mark};
use crate::known::last_word;
use crate::prose::Ending;
use crate::words::starts_with_any_case;

/// A line without the label and mark of its paragraph.
pub(in crate::body) fn without_label(line: &str) -> &str {
    label::read(line).and_then(|label| line.get(label.len..)).map_or(line, |text| without_mark(text.trim_start()))
}

/// Whether a line is words that close a section and nothing else: `END TEXT`.
pub(super) fn closes_section(line: &str) -> bool {
    starts_with_any_case(line, "END ") && is_last_word(line)
}

/// Whether a line ends with the word that closes a quoted telegram.
pub(super) fn ends_quotation(line: &str) -> bool {
    last_word(line) == "UNQUOTE"
}

/// Whether a line ends with closing words that lost their full stop: `End Text`.
pub(super) fn ends_section(line: &str) -> bool {
    let blank = line.rmatch_indices(' ').nth(1).map(|(blank, _)| blank);
    blank.and_then(|blank| line.get(blank.saturating_add(1)..)).is_some_and(is_last_word)
}

/// Whether a line ends with closing words behind the end of a sentence.
pub(in crate::body) fn ends_section_stopped(line: &str) -> bool {
    let words = line.rmatch_indices(' ').nth(1).and_then(|(blank, _)| line.get(..blank));
    words.is_some_and(may_end_text) && ends_section(line)
}

/// Whether a line ends with a mark that a text can end with: of a sentence, or what copies have for it.
pub(super) fn may_end_text(line: &str) -> bool {
    !matches!(Ending::of(line), Ending::Semicolon | Ending::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends() {
        assert!(ends_section("It is shut.\" End Text"));
        assert!(!ends_section("End Text"));
        assert!(ends_section_stopped("It is shut.\" End Text"));
        assert!(!ends_section_stopped("Year End Summary"));
        assert!(closes_section("END TEXT"));
        assert!(!closes_section("COMMENT"));
        assert!(ends_quotation("DOE UNQUOTE"));
        assert_eq!(without_label("\u{b6}7. (C) XXXXXXXXXXXX"), "XXXXXXXXXXXX");
    }
}
