//! How a line ends: with a sentence, with something that it announces, or in the middle of its words.

use crate::known::{is_word_of, last_word};
use crate::words::last_is;

/// How a line ends, by its last mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// `.`, `!` or `?`: a sentence, or an abbreviation.
    Stop,
    /// `:`: what it announces follows.
    Colon,
    /// `;`: an item, behind which the list goes on.
    Semicolon,
    /// `"`, `”` or `)`, behind which nothing need follow, or `.'`: without a stop that is an apostrophe.
    Closed,
    /// `]`: a note, in which words of the sentence can be left out.
    Note,
    /// `-`, `*`, `_` or `=`: what rules are made of.
    Sign,
    /// Anything else.
    Open,
}

impl Ending {
    /// How `line` ends.
    pub fn of(line: &str) -> Self {
        match line.as_bytes() {
            [.., b'.' | b'!' | b'?'] => Self::Stop,
            [.., b':'] => Self::Colon,
            [.., b';'] => Self::Semicolon,
            [.., b'"' | b')'] => Self::Closed,
            [.., b']'] => Self::Note,
            [.., b'-' | b'*' | b'_' | b'='] => Self::Sign,
            _ if line.ends_with('”')
                || line.strip_suffix(['\'', '’']).is_some_and(|words| words.ends_with(['.', '!', '?'])) =>
            {
                Self::Closed
            }
            _ => Self::Open,
        }
    }

    /// Whether a part of a text ends: a sentence, an item, or what announces the next part.
    pub fn is_of_part(self) -> bool {
        matches!(self, Self::Stop | Self::Colon | Self::Semicolon)
    }
}

/// Words without the quotation marks at their end.
pub(crate) fn unquoted(words: &str) -> &str {
    words.trim_end_matches(['"', '”'])
}

/// Whether a text ends a sentence: the full stop of `U.S.` or `St.` belongs to an abbreviation.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let sentence = text.trim_end_matches([')', ']', '"', '”']);
    let Some(sentence) = sentence.strip_suffix(['.', '!', '?']) else { return false };
    let word = last_word(sentence);
    !word.contains('.') && (word.len() > 3 || word.starts_with(char::is_lowercase))
}

/// Whether the words above a title, or in front of a number, are closed.
pub(crate) fn ends_closed(above: &str) -> bool {
    matches!(Ending::of(above), Ending::Stop | Ending::Closed) || ends_removed(above)
}

/// Whether the last sentence of these words is a note of what was taken out: `He went. [Detail removed]`
pub(crate) fn ends_removed(words: &str) -> bool {
    let note = words.strip_suffix("removed]").and_then(|words| words.rsplit_once('['));
    note.is_some_and(|(before, what)| {
        Ending::of(before.trim_end()) == Ending::Stop && what.trim_end().bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

/// Whether a line ends with the words that close a section: `END SUMMARY`, `End summary and comment`, `UNQUOTE`.
pub(crate) fn ends_with_closing_words(line: &str) -> bool {
    const CLOSED: &str = "summary comment note text points quote";
    if line.ends_with("UNQUOTE") {
        return true;
    }
    let mut words = line.rsplit(' ').filter(|word| !word.is_empty());
    let closed = words.next().is_some_and(|last| is_word_of(last, CLOSED));
    closed && words.take(3).any(|word| word.eq_ignore_ascii_case("end"))
}

/// Whether a line stops where no sentence or list can, so that a blank line behind it is noise.
pub(crate) fn is_unfinished(line: &str) -> bool {
    const OPEN: &str = "and or of for the your to in on with by a an from at reasons reason: reasons:";
    line.ends_with(',') || is_word_of(last_word(line), OPEN)
}

/// Whether a line stops where nobody breaks a line of prose. These words more can end a field or a row of a table, which
/// can end with the letter A, too.
pub(crate) fn wants_word(line: &str) -> bool {
    const WORDS: &str = "\
        after are be been before exceed had has have is nlt over per than through until was were within would";
    let last = last_word(line);
    last_is(line, |byte| matches!(byte, b'-' | b'/'))
        || is_unfinished(line) && !line.ends_with(" A")
        || last.len() < line.len() && is_word_of(last, WORDS)
}

/// Whether a line ends with a word that the label below can belong to: `IN REFERENCE`.
pub(crate) fn cites(line: &str) -> bool {
    const WORDS: &str = "\
        ref refs reference references para paras paragraph paragraphs section sections article chapter enclosure title";
    is_word_of(last_word(line), WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_marks() {
        for (line, expected) in [
            ("Boats came.", Ending::Stop),
            ("These came:", Ending::Colon),
            ("boats;", Ending::Semicolon),
            ("“Boats came”", Ending::Closed),
            ("(boats)", Ending::Closed),
            ("[Name removed]", Ending::Note),
            ("-----", Ending::Sign),
            ("‘Boats came.’", Ending::Closed),
            ("the boats’", Ending::Open),
            ("boats,", Ending::Open),
            ("", Ending::Open),
        ] {
            assert_eq!(Ending::of(line), expected, "{line}");
        }
    }

    #[test]
    fn removed() {
        for (words, expected) in [
            ("He went. [Detail removed]", true),
            ("He went with [Name removed]", false),
            ("He went. She was [removed]", false),
            ("[Source removed]", false),
        ] {
            assert_eq!(ends_removed(words), expected, "{words}");
        }
    }

    #[test]
    fn unfinished() {
        for (line, expected) in
            [("THE QUAY OF", true), ("the boats, the ropes,", true), ("THE QUAY", false), ("OF.", false)]
        {
            assert_eq!(is_unfinished(line), expected, "{line}");
        }
        for (line, expected) in
            [("COMES NLT", true), ("NLT", false), ("the boats/", true), ("QUAY A", false), ("THE QUAY", false)]
        {
            assert_eq!(wants_word(line), expected, "{line}");
        }
    }
}
