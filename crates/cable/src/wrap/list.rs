//! Rows that show by their form that each is an entry of a list, however long they are.

use crate::known::last_word;
use crate::words::words;
use crate::zone::is_unfinished;

/// A label of an entry has this many words at most.
const LABEL_WORDS: usize = 4;

/// No label of an entry has more bytes, and no name behind one.
const LONGEST: usize = 32;

/// Whether two rows are entries of one list: `Name: Jane Roe` above `Unit: 2`, or `The Old Quay - Gazette` above
/// `Ropes Are Dear - Mirror`.
pub(super) fn are_entries(above: &str, below: &str) -> bool {
    // Most rows of prose begin with a small letter.
    begins_entry(below)
        && begins_entry(above)
        && (is_labelled(below) && is_labelled(above) && !goes_on(above) || has_source(below) && has_source(above))
}

fn begins_entry(row: &str) -> bool {
    row.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
}

/// Whether a row ends in the middle of a value, or with the letter of the next item: `North: the quay B.`
fn goes_on(row: &str) -> bool {
    row.ends_with([',', '-', '/']) || is_unfinished(row) || matches!(last_word(row).as_bytes(), [_, b'.' | b')'])
}

/// Whether a row is a label in capitals or with a capital in each word, and a value.
fn is_labelled(row: &str) -> bool {
    let Some(at) = memchr::memchr(b':', row.as_bytes().get(..LONGEST).unwrap_or(row.as_bytes())) else { return false };
    let (Some(label), Some(value)) = (row.get(..at), row.get(at.saturating_add(1)..)) else { return false };
    let is_word = |word: &str| {
        let is_plain =
            word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'/' | b'-' | b'\''));
        is_plain && (word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() <= 3)
    };
    value.starts_with([' ', '\t'])
        && words(label).count() <= LABEL_WORDS
        && words(label).all(|word| label.get(word).is_some_and(is_word))
}

/// Whether a row is a title and whose it is.
fn has_source(row: &str) -> bool {
    let near = row.len().saturating_sub(LONGEST);
    let Some(dash) = memchr::memrchr(b'-', row.as_bytes().get(near..).unwrap_or_default()) else { return false };
    let (title, source) = row.split_at_checked(near.saturating_add(dash)).unwrap_or_default();
    let (Some(title), Some(source)) = (title.strip_suffix(' '), source.strip_prefix("- ")) else { return false };
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    !title.contains(". ") && words(source).count() <= 2 && source.split(' ').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::are_entries;

    #[test]
    fn entries() {
        for (above, below) in [
            ("Born: 12 June 1961 in the harbor town of Lydda, Tarsis", "Field of Work: Ropes and nets"),
            ("Boats and Old Quays: Jane Roe of the Harbor", "Ropes: John Doe"),
            ("\"Ropes were never so dear as they are this winter\" - Gazette", "The Quay Is Shut - New Mirror"),
        ] {
            assert!(are_entries(above, below), "{above} / {below}");
        }
        for (above, below) in [
            ("He said that ropes are dear: nobody has seen the Prime", "Minister: he was away."),
            ("Ropes: they are dear, and nobody has seen the old", "harbour master: he was away."),
            ("The quay opens at 10:30, says the Harbor", "Master: it is shut at 12:00."),
            ("Tel: 0417 for the quay,", "Mail: doe@quay.example"),
            ("North Quay: the boats of the harbor B.", "South Quay: none"),
            ("The quay was shut all of the winter - Roe", "said so - and nobody minded."),
            ("The quay is shut - the Harbor Master", "Roe said so - he knows."),
            ("He left. The quay was shut all winter - Roe", "Doe was away. Nobody came - Alder"),
        ] {
            assert!(!are_entries(above, below), "{above} / {below}");
        }
    }
}
