//! Comparison of words of a text with those that a rule knows.

use crate::words::{slice, starts_with_any_case};
use memchr::{memchr2_iter, memmem};

/// Whether a word is one of the known ones, in any case.
pub(crate) fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a text begins with one of the known words, in any case.
pub(crate) fn begins_with_one_of(text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| starts_with_any_case(text, known))
}

/// Whether a text holds one of the known words, as it is written.
pub(crate) fn holds_one_of(text: &str, known: &[&str]) -> bool {
    known.iter().any(|known| text.contains(known))
}

/// Whether a word is one of those in a text of known words, in any case. Texts lie closer in the program than lists.
pub(crate) fn is_word_of(word: &str, known: &str) -> bool {
    let Some(first) = word.as_bytes().first() else { return false };
    let starts = memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), known.as_bytes());
    whole_at(starts, word, known).any(|written| written.eq_ignore_ascii_case(word))
}

/// Whether a word is one of those in a text of known words, as it is written there.
pub(crate) fn is_among(word: &str, known: &str) -> bool {
    // Most words are not, and testing for them is cheaper than finding them.
    let may_be = !word.is_empty() && known.contains(word);
    may_be && whole_at(memmem::find_iter(known.as_bytes(), word), word, known).next().is_some()
}

/// The words of a text that begin at `starts` and are as long as `word`; none where `word` is several words.
fn whole_at<'a>(starts: impl Iterator<Item = usize>, word: &str, known: &'a str) -> impl Iterator<Item = &'a str> {
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    let starts = starts.filter(|_| !word.contains(' '));
    starts.filter_map(move |at| {
        let (before, rest) = known.split_at_checked(at)?;
        let (written, behind) = rest.split_at_checked(word.len())?;
        (is_edge(before.as_bytes().last()) && is_edge(behind.as_bytes().first())).then_some(written)
    })
}

/// The last word of a line; empty where a blank ends it.
pub(crate) fn last_word(line: &str) -> &str {
    let blank = line.bytes().rposition(|byte| matches!(byte, b' ' | b'\t'));
    blank.map_or(line, |blank| slice(line, blank.saturating_add(1)..))
}

#[cfg(test)]
mod tests {
    use super::{is_among, is_word_of};

    #[test]
    fn words_of_a_text() {
        for (word, written, any_case) in [
            ("rope", true, true),
            ("quay", true, true),
            ("boat", true, true),
            ("Rope", false, true),
            ("BOAT", false, true),
            ("rop", false, false),
            ("ope", false, false),
            ("ropes", false, false),
            ("quay boat", false, false),
            ("", false, false),
            (" ", false, false),
            ("\u{e9}", false, false),
        ] {
            let known = "rope quay boat";
            assert_eq!((is_among(word, known), is_word_of(word, known)), (written, any_case), "{word:?}");
        }
    }
}
