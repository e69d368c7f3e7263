//! What a line of prose shows by itself: whether its sentence ends or goes on, or whether it is a title.

mod ending;

pub(crate) use ending::{
    Ending, cites, ends_closed, ends_removed, ends_sentence, ends_with_closing_words, is_unfinished, unquoted,
    wants_word,
};

use crate::redaction::is_redacted;

/// Prepositions that titles have in small letters, besides words of up to three letters.
const PREPOSITIONS: [&str; 4] = ["from", "into", "over", "with"];

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
