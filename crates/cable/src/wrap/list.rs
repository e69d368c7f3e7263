//! Rows that show by their form that each is an entry of a list, however long they are.

use super::{LONGEST_WRAPPED, SHORTEST_CUT, begins_large, first_word, fits};
use crate::item;
use crate::known::{is_one_of, last_word};
use crate::prose::{Ending, wants_word};
use crate::redaction::has_small_besides;
use crate::words::{has_small, is_stopped};

/// A label of an entry has this many words at most.
const LABEL_WORDS: usize = 4;

/// A label of an entry has at most this many bytes.
const LONGEST_LABEL: usize = 32;

/// At most this many bytes behind a title say whose it is.
const LONGEST_SOURCE: usize = 32;

/// Labels in front of what somebody says, which runs over several rows.
const SPEECH: [&str; 12] = [
    "action",
    "answer",
    "background",
    "bio note",
    "comment",
    "note",
    "participants",
    "press",
    "question",
    "remark",
    "response",
    "summary",
];

/// Whether two rows are entries of one list, wrapped to `width` bytes: `Name: Jane Roe` above `Unit: 2`, or `The Old
/// Quay - Gazette` above `Ropes Are Dear - Mirror`.
pub(super) fn are_entries(above: &str, below: &str, width: usize) -> bool {
    // Most rows of prose begin with a small letter.
    if !begins_large(below) || !begins_large(above) {
        return false;
    }
    has_source(below) && has_source(above)
        || has_label(below, false)
            && has_label(above, is_spaced(above) && is_spaced(below))
            && !goes_on(above, below, width)
}

/// Fewer rows do not show by their lengths that they are a list.
pub(crate) const SHORTEST_LIST: usize = 4;

/// Whether a row can be an entry of a list of names or titles, which are no sentences.
pub(crate) fn may_be_entry(row: &str) -> bool {
    !matches!(Ending::of(row), Ending::Stop | Ending::Colon) && (begins_large(row) || row.starts_with("xxxx"))
}

/// Whether a row that cannot be an entry belongs to a sentence: it begins with a small letter or a digit, or ends one.
pub(crate) fn is_of_sentence(row: &str) -> bool {
    row.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) || Ending::of(row) == Ending::Stop
}

/// The width that a run of such rows was wrapped to, if they are a list: nearly every one had room for the first word
/// of the next. If blank lines set at least as many `apart` as a list has, they make a list by themselves, and the
/// width is 0. Rows in capitals all begin alike, so that prose cannot be told from a list.
pub(crate) fn list_width(rows: &[&str], apart: usize) -> Option<usize> {
    // The first row can be a title.
    if rows.len() < SHORTEST_LIST || !rows.iter().take(2).any(|row| has_small_besides(row)) {
        return None;
    }
    let width = rows.iter().map(|row| row.len()).max()?.max(SHORTEST_CUT);
    let pairs = rows.iter().zip(rows.iter().skip(1));
    let had_room = pairs.filter(|(above, below)| fits(above, below, width)).count();
    let is_list = had_room.saturating_mul(4) >= rows.len().saturating_sub(1).saturating_mul(3);
    let is_list = is_list && width <= LONGEST_WRAPPED;
    (is_list || apart >= SHORTEST_LIST).then_some(if is_list { width } else { 0 })
}

/// Whether an entry of a list begins below a row, and the row's own does not go on.
pub(crate) fn begins_entry(above: &str, below: &str, is_apart: bool, width: usize) -> bool {
    (!wants_word(above) || above.ends_with("; and")) && (is_apart || fits(above, below, width))
}

/// Whether a row ends in the middle of a value, or with the letter of the next item: `North: the quay B.` In capitals,
/// where every word looks like part of a label, it goes on if it had no room for one more.
fn goes_on(above: &str, below: &str, width: usize) -> bool {
    wants_word(above)
        || matches!(last_word(above).as_bytes(), [_, b'.' | b')'])
        || !has_small(above) && !fits(above, below, width)
}

/// Whether two blanks stand behind the first colon of a row, and a value behind them.
fn is_spaced(row: &str) -> bool {
    let value = row.split_once(':').and_then(|(_, value)| value.strip_prefix("  "));
    value.is_some_and(|value| value.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Whether a row is a label in capitals, or with a capital in each word, and a value. A `spaced` label can be in small
/// letters.
fn has_label(row: &str, spaced: bool) -> bool {
    let Some(at) = memchr::memchr(b':', row.as_bytes().get(..LONGEST_LABEL).unwrap_or(row.as_bytes())) else {
        return false;
    };
    let (Some(label), Some(value)) = (row.get(..at), row.get(at.saturating_add(1)..)) else { return false };
    let is_word = |word: &str| {
        let is_plain =
            word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'/' | b'-' | b'\''));
        let is_large = || word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() <= 3;
        is_plain && !is_stopped(word) && (spaced || is_large())
    };
    let mut words = label.split_ascii_whitespace();
    value.starts_with([' ', '\t'])
        && label.len() > 1
        && !is_one_of(label, &SPEECH)
        && words.by_ref().take(LABEL_WORDS.saturating_add(usize::from(spaced))).all(is_word)
        && words.next().is_none()
}

/// Whether a row is a title and its source: `Ropes Are Dear - Mirror`.
fn has_source(row: &str) -> bool {
    let near = row.len().saturating_sub(LONGEST_SOURCE);
    let Some(dash) = memchr::memrchr(b'-', row.as_bytes().get(near..).unwrap_or_default()) else { return false };
    let (title, source) = row.split_at_checked(near.saturating_add(dash)).unwrap_or_default();
    let (Some(title), Some(source)) = (title.strip_suffix(' '), source.strip_prefix("- ")) else { return false };
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    !title.contains(". ") && source.split(' ').count() <= 2 && source.split(' ').all(is_name)
}

/// Whether a sentence goes on behind a dash that wrapping brought to the start of a line, or behind a figure in
/// brackets, `six` / `(6) months`, `reference` / `(b) is`. It goes on in small letters, below a line of prose that ends
/// without a mark and had no room for it.
pub(super) fn goes_on_behind_mark(above: &str, below: &str, width: usize) -> bool {
    let behind = match below.strip_prefix('(') {
        Some(figure) => figure.split_once(')').map_or("", |(_, behind)| behind.trim_start()),
        None if below.starts_with('-') => below.trim_start_matches(['-', ' ']),
        None => "",
    };
    behind.starts_with(char::is_lowercase)
        && above.ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && !item::is_item(above)
        && width <= LONGEST_WRAPPED
        && above.len().saturating_add(first_word(below)) >= width.max(SHORTEST_CUT)
}

#[cfg(test)]
mod tests {
    use super::{are_entries, list_width};
    use crate::wrap::tests::check;

    #[test]
    fn lists() {
        for (rows, expected) in [
            (vec!["Jane Roe, Harbour Master", "Tom Alder", "Ann Loam, Clerk", "Doe"], Some(40)),
            (vec!["Jane Roe, Harbour Master", "Tom Alder", "Ann Loam, Clerk"], None),
            (
                vec!["Jane Roe, Master of the Quay and all its Boats", "Of Lydda", "Tom Alder,", "Birch", "Doe"],
                Some(46),
            ),
            (
                vec![
                    "Jane Roe, Harbour Master of the North",
                    "Quay, Tom Alder, Clerk of all the",
                    "Boats of the Bay, and his men, who sail",
                    "Boats",
                ],
                None,
            ),
            (vec!["ROE, MASTER", "ALDER", "LOAM", "DOE xxxxx"], None),
        ] {
            assert_eq!(list_width(&rows, 0), expected, "{rows:?}");
        }
    }

    #[test]
    fn rows_of_one_form() {
        for (above, below) in [
            ("Born: 12 June 1961 in the harbor town of Lydda, Tarsis", "Field of Work: Ropes and nets"),
            ("Boats and Old Quays: Jane Roe of the Harbor", "Ropes: John Doe"),
            ("Date and place of birth:  March 3, 1951 in Old Lydda", "Citizenship:  Elbonian"),
            ("\"Ropes were never so dear as they are this winter\" - Gazette", "The Quay Is Shut - New Mirror"),
        ] {
            assert!(are_entries(above, below, 60), "{above} / {below}");
        }
        for (above, below) in [
            ("He said that ropes are dear: nobody has seen the Prime", "Minister: he was away."),
            ("He named one man as its author:  Roe, who is the Prime", "Minister:  Doe denied it."),
            ("He named one man:  Roe, who had been the Prime", "Minister: he denied it."),
            ("He named one man:  he who had been the Prime", "Minister:  Doe denied it."),
            ("Ropes: they are dear, and nobody has seen the old", "harbour master: he was away."),
            ("The quay opens at 10:30, says the Harbor", "Master: it is shut at 12:00."),
            ("COMES: NOBODY KNOWS WHO IT IS THAT WILL MEND THE ROPES TO", "COME. HE ADDED: NOBODY ASKS."),
            ("Comment: The Ministry invited tenders for the works of North", "Quay: dredging, and no more."),
            ("A. ROPES: none at the quay of the old", "Harbors: none."),
            ("QUAY: ROPES THAT ARE KEPT BY THE BOARD OF THE OLD QUAYS", "HARBORS: NONE"),
            ("Tel: 0417 for the quay,", "Mail: doe@quay.example"),
            ("North Quay: the boats of the harbor B.", "South Quay: none"),
            ("The quay was shut all of the winter - Roe", "said so - and nobody minded."),
            ("The quay is shut - the Harbor Master", "Roe said so - he knows."),
            ("He left. The quay was shut all winter - Roe", "Doe was away. Nobody came - Alder"),
        ] {
            assert!(!are_entries(above, below, 60), "{above} / {below}");
        }
    }

    #[test]
    fn marks_in_a_sentence() {
        check("The harbour master will go on writing of the quay", "-- in private -- to the minister.", 49, ' ');
        check("The harbour master will go on writing of the quay", "--this time in May. He will", 49, ' ');
        check("The harbour master will go on writing of the quay", "-- The minister.", 49, '\n');
        check("The harbour master will write of these things:", "-- the quay", 46, '\n');
        check("The harbour master will ask for the ropes within six", "(6) months of May.", 53, ' ');
        check("The harbour master will ask for the ropes in the town", "(b) They are short.", 53, '\n');
        check("The harbour master will ask for these:", "(1) ropes", 53, '\n');
        check("The harbour master asks the town for", "(1) ropes, (2) boats, and", 53, ' ');
        check("The harbour master asks the town for", "(1) ropes and (2) boats", 53, ' ');
        check("The harbour master asks the town for", "(1) ropes (2) boats (3) lamps.", 53, ' ');
        check("The harbour master asks for the", "(1) the ropes, in the way that item (2) says, and", 53, '\n');
        check("THE ROPES OF REFS A, B, AND", "C.  PER REF D", 53, ' ');
        check("the ropes of references", "(a) and (b), of May", 53, ' ');
        check("the ropes of the town; and", "b. the boats", 53, '\n');
        check("- the harbour master's letters to the minister", "- the quay", 46, '\n');
        check("the letters of the harbour master", "- the quay", 60, '\n');
        check("i. (U) the letters of the harbour master and the", "ii. (U) the quay", 48, '\n');
        check("the letters of the harbour master:", "¶B. the quay", 34, '\n');
        check("the letters of the harbour master in annex", "¶B. the quay", 42, ' ');
        check("the letters of the harbour master of May", "¶2. The quay", 40, ' ');
        check("the letters of the harbour master and the", "¶B. (C) the quay", 41, '\n');
        check("THE LETTERS OF THE HARBOUR MASTER AND THE", "II. (U) THE QUAY", 41, '\n');
        check("the ropes of the town since the days of John the", "II. of Tarsis", 48, ' ');
    }
}
