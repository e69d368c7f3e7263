//! Passages that a portion mark opens inside a paragraph, as the paragraph's own mark opens all of it.

use super::event::LONGEST_PREFIX;
use crate::mark::portion_mark;
use crate::prose::ends_sentence;
use crate::words::start_of;

/// A mark is no longer than this, brackets included.
const LONGEST_MARK: usize = 24;

/// Where the passage at the end of `before` begins, behind its mark, if no more words follow than can stand in front of
/// a section's name: `… by night. (S/NF) Embassy `. In front of the mark a row or a sentence ends, and not with the
/// number of a label.
pub(super) fn marked_passage(before: &str) -> Option<usize> {
    let close = last(before, b')', LONGEST_PREFIX)?;
    let open = last(before.get(..close)?, b'(', LONGEST_MARK)?;
    let (front, marked) = before.split_at_checked(open)?;
    let (len, _) = portion_mark(marked)?;
    let above = front.trim_end_matches(' ');
    let sentence = above.strip_suffix(['.', '!', '?', ')', '"']);
    let begins = above.ends_with('\n') || sentence.is_some_and(|words| !words.ends_with(|c: char| c.is_ascii_digit()));
    let is_mark = begins && open.saturating_add(len) == close.saturating_add(1);
    is_mark.then(|| start_of(marked.get(len..).unwrap_or_default().trim_start(), before))
}

/// Where the words behind the last sentence of `before` begin, if there are no more than can stand in front of a
/// section's name: `… by night. Embassy `.
pub(super) fn behind_sentence(before: &str) -> Option<usize> {
    let stop = [b'.', b'!', b'?'].into_iter().filter_map(|stop| last(before, stop, LONGEST_PREFIX)).max()?;
    let (sentence, behind) = before.split_at_checked(stop.saturating_add(1))?;
    let words = behind.trim_start_matches([')', ']', '"', '”']);
    let begins = words.starts_with([' ', '\n']) && ends_sentence(sentence);
    begins.then(|| start_of(words.trim_start(), before))
}

/// Where a byte stands last among the `most` last bytes of a text.
fn last(text: &str, wanted: u8, most: usize) -> Option<usize> {
    let back = text.bytes().rev().take(most).position(|byte| byte == wanted)?;
    text.len().checked_sub(back.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::{behind_sentence, marked_passage};

    #[test]
    fn sentences() {
        for (before, words) in [
            ("It rains. Embassy ", Some("Embassy ")),
            ("\"It rains.\"\nEmbassy ", Some("Embassy ")),
            ("It rains by Embassy ", None),
            ("It rains. The harbour master of the old quay of Lydda ", None),
            ("It rains in U.S. Embassy ", None),
            ("He met Mr. Embassy ", None),
        ] {
            assert_eq!(behind_sentence(before).map(|at| &before[at..]), words, "{before}");
        }
    }

    #[test]
    fn passages() {
        for (before, passage) in [
            ("It rains. (S/NF) Embassy ", Some("Embassy ")),
            ("It rains by\n(C) Embassy ", Some("Embassy ")),
            ("It rains by (C) Embassy ", None),
            ("It rains Q8. (S) Embassy ", None),
            ("It rains. (Lydda) Embassy ", None),
            ("Embassy ", None),
            ("", None),
        ] {
            assert_eq!(marked_passage(before).map(|at| &before[at..]), passage, "{before}");
        }
    }
}
