//! What a line of prose says of itself: whether its sentence ends, goes on, or is a title's.

use crate::known::{is_word_of, last_word};
use crate::redaction::is_redacted;

/// Prepositions that titles have in small letters, besides those of three letters.
const PREPOSITIONS: [&str; 4] = ["from", "into", "over", "with"];

/// Whether a line stops where a sentence or list cannot: a blank line behind it is noise.
pub(crate) fn is_unfinished(line: &str) -> bool {
    const OPEN: &str = "and or of for the your to in on with by a an from at reasons reason: reasons:";
    line.ends_with(',') || is_word_of(last_word(line), OPEN)
}

/// Whether a sentence ends here: the full stop of `U.S.` or `St.` is that of a short name.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let sentence = text.trim_end_matches([')', ']', '"', '”']);
    let Some(sentence) = sentence.strip_suffix(['.', '!', '?']) else { return false };
    let word = last_word(sentence);
    !word.contains('.') && (word.len() > 3 || word.starts_with(char::is_lowercase))
}

/// `After the Strike`: each word has a capital, but for short ones and prepositions. What is blackened out is no title,
/// and neither are the words that close a section.
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
