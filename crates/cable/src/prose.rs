//! What a line of prose shows by itself: whether its sentence ends or goes on, or whether it is a title.

use crate::known::{is_word_of, last_word};
use crate::redaction::is_redacted;

/// Prepositions that titles have in small letters, besides words of up to three letters.
const PREPOSITIONS: [&str; 4] = ["from", "into", "over", "with"];

/// Whether a line stops where no sentence or list can, so that a blank line behind it is noise.
pub(crate) fn is_unfinished(line: &str) -> bool {
    const OPEN: &str = "and or of for the your to in on with by a an from at reasons reason: reasons:";
    line.ends_with(',') || is_word_of(last_word(line), OPEN)
}

/// Whether a text ends a sentence: the full stop of `U.S.` or `St.` belongs to an abbreviation.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let sentence = text.trim_end_matches([')', ']', '"', '”']);
    let Some(sentence) = sentence.strip_suffix(['.', '!', '?']) else { return false };
    let word = last_word(sentence);
    !word.contains('.') && (word.len() > 3 || word.starts_with(char::is_lowercase))
}

/// Whether a row has the capitals of a title, `After the Strike`: each word has one, except short ones and
/// prepositions. Redacted words are no title, and neither are the words that close a section.
pub(crate) fn is_capitalised(title: &str) -> bool {
    let closes = title.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("end "));
    let mut words = title.split(' ').filter(|word| !word.is_empty());
    !closes
        && title.starts_with(|c: char| c.is_uppercase())
        && title.ends_with(|c: char| c.is_alphanumeric())
        && !is_redacted(title)
        && !title.contains(['(', ')'])
        && words.all(|word| word.len() <= 3 || !word.starts_with(char::is_lowercase) || PREPOSITIONS.contains(&word))
}
