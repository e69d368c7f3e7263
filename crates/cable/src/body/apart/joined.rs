//! Copies that joined their lines. Inside a row a paragraph can begin, `…of the old quay. 3. (C) The line…`, or a
//! caption can stand that a page break printed again, `at the end of SIPDIS the quay`.

use super::next_inside::{Count, next_inside, number_behind, whole};
use crate::Span;
use crate::body::count::label;
use crate::body::title;
use crate::heading::SIPDIS;
use crate::known::{begins_with_one_of, is_word_of, last_word};
use crate::mark::{is_marked, portion_mark};
use crate::prose::{cites, ends_closed, ends_sentence, is_unfinished};
use crate::row::{Gap, Row};
use crate::words::{has_small, head};
use memchr::{memchr2_iter, memmem};

/// A number inside a row is a label if at most this many before it are missing: only the count shows that it is one.
const MOST_LOST: u32 = 2;

/// A section's name and its colon are no longer than this: `SUMMARY AND COMMENT:`
const LONGEST_NAME: usize = 24;

/// The byte that `¶` begins with.
const PILCROW: u8 = 0xC2;

/// Where captions begin inside `rows`.
pub(in crate::body) fn captions_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let mut places = Vec::new();
    let whole = whole(rows);
    let captions = memmem::find_iter(whole.of(text).as_bytes(), SIPDIS).map(|at| whole.offset(at));
    let mut captions = captions.peekable();
    for (index, row) in rows.iter().enumerate() {
        let mut start = row.span.start;
        let is_before_blank = || rows.get(index.saturating_add(1)).is_none_or(|below| below.gap != Gap::Line);
        while let Some(at) = captions.next_if(|at| *at < row.span.end) {
            let (words, behind) = (Span::new(start, at).of(text), Span::new(at, row.span.end).of(text));
            let is_apart = || goes_on(words, behind) || ends(words, behind) && is_before_blank();
            if at > start && is_apart() {
                places.push(at);
                start = at;
            }
        }
    }
    places
}

/// Whether a caption stands behind the last sentence of a row, and nothing behind it.
fn ends(above: &str, below: &str) -> bool {
    below == SIPDIS && above.ends_with(' ') && ends_closed(above.trim_end()) && is_in_small(above)
}

/// Whether the words in front of a caption have small letters, so that they are not those of a heading.
fn is_in_small(above: &str) -> bool {
    /// This many words show it.
    const NEAR: usize = 6;
    above.rsplit(' ').take(NEAR).any(has_small)
}

/// What a caption's name can stand in front of: `the SIPDIS caption`.
const NAMED: [&str; 5] = ["caption", "distribution", "channel", "cable", "message"];

/// What is done with a caption, and the words behind it that show that a sentence speaks of it.
const DONE: &str = "add carry include use using";
const BEHIND: [&str; 6] =
    ["in all responses", "in all replies", "in replies", "in responses", "in subject line", "in the subject line"];

/// Whether the words around a caption speak of it: `the caption "SIPDIS`, `include SIPDIS in all replies`.
pub(in crate::body) fn names_caption(above: &str, below: &str) -> bool {
    let words = above.trim_end_matches([' ', '"', '“']);
    let last = last_word(words);
    let is_put_in = || begins_with_one_of(below.trim_start(), &BEHIND);
    last.eq_ignore_ascii_case("caption") || is_word_of(last, DONE) && is_put_in()
}

/// Whether the text goes on behind a caption. `The SIPDIS caption` only names one.
fn goes_on(above: &str, below: &str) -> bool {
    let below = below.strip_prefix(SIPDIS).and_then(|below| below.strip_prefix(' ')).unwrap_or_default().trim_start();
    // A name in the middle of a sentence, but not the captions and instructions of a heading that is quoted.
    let is_name = || {
        matches!(below.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..])
            && above.trim_end().ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',')
            && is_in_small(above)
    };
    above.ends_with(' ')
        && (below.starts_with(|c: char| c.is_ascii_lowercase()) || is_name())
        && !NAMED.iter().any(|named| below.starts_with(named))
        && !names_caption(above, below)
}

/// Where paragraphs begin inside `rows`.
pub(in crate::body) fn paragraphs_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let places = |text: &str| memchr2_iter(b'(', PILCROW, text.as_bytes()).collect();
    next_inside(text, rows, places, |row, at, count| anchored(row, at, count).or_else(|| label_inside(row, at, count)))
}

/// Where, by the count alone, paragraphs begin inside a message that stands on one row.
pub(in crate::body) fn message_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    if rows.len() != 1 {
        return Vec::new();
    }
    let stops = |text: &str| memmem::find_iter(text.as_bytes(), b". ").collect();
    next_inside(text, rows, stops, |row, stop, count| numbered(row.get(..stop)?, count))
}

/// The place and value of the next number at the end of `label`, behind the end of a sentence.
fn numbered(label: &str, count: &mut Count) -> Option<(usize, u32)> {
    let (before, found) = number_behind(label)?;
    let is_label = ends_closed(before.trim_end_matches(' ')) && Some(found) == count.next();
    is_label.then_some((before.len(), found))
}

/// The place and number of a `¶` behind the end of a sentence, if it begins the next paragraph or one a few further on.
fn anchored(row: &str, at: usize, count: &mut Count) -> Option<(usize, u32)> {
    let (above, below) = row.split_at_checked(at)?;
    if !above.ends_with(' ') || !below.starts_with('¶') {
        return None;
    }
    let label = label::read(below)?;
    let lost = label.number.checked_sub(count.next()?)?;
    let behind = below.get(label.len..)?.trim_start();
    let begins = behind.is_empty() || behind.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '('));
    let is_label = begins && lost <= MOST_LOST && ends_sentence(above.trim_end());
    is_label.then_some((at, label.number))
}

/// Where the label of a paragraph stands inside a row, in front of the `bracket` of a mark, and the number to count.
/// The next number is a label unless it belongs to the words in front of it. Behind a sentence the number can be a few
/// further on, because those between were lost, or too low, if it was mistyped in front of `Comment:`.
fn label_inside(row: &str, bracket: usize, count: &mut Count) -> Option<(usize, u32)> {
    let label = row.get(..bracket)?.trim_end_matches(' ').strip_suffix('.')?;
    let (before, found) = number_behind(label)?;
    let next = count.next()?;
    let above = before.trim_end_matches(' ');
    let belongs = || cites(above) || is_unfinished(above);
    let marked = row.get(bracket..)?;
    let is_label = match found.checked_sub(next) {
        Some(0) => !belongs(),
        Some(lost) => lost <= MOST_LOST && ends_sentence(above),
        None => opens_section(marked) && ends_sentence(above),
    };
    (is_label && is_marked(marked)).then_some((before.len(), found.max(next.saturating_sub(1))))
}

/// Whether a section's name stands between a mark and a colon.
fn opens_section(marked: &str) -> bool {
    let words = portion_mark(marked).and_then(|(len, _)| marked.get(len..)).unwrap_or_default();
    let words = head(words, LONGEST_NAME);
    words.split_once(':').is_some_and(|(name, _)| title::is_known(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::apart::check;

    #[test]
    fn paragraphs() {
        let check = |text, expected| check(paragraphs_inside, text, expected);
        check(
            "¶1. (C) At the quay. 2.(C) \"Rain.\" 3. (S/NF) Boats.",
            &["¶1. (C) At the quay.", "2.(C) \"Rain.\"", "3. (S/NF) Boats."],
        );
        check(
            "1. (C) At the quay XXXXXXXXXXXX 2. (S/NF) Boats.",
            &["1. (C) At the quay XXXXXXXXXXXX", "2. (S/NF) Boats."],
        );
        check("¶1. (C) AT THE QUAY ¶2. (C) Rain.", &["¶1. (C) AT THE QUAY", "¶2. (C) Rain."]);
        check("¶1. (C) He agreed. ¶2. of ref A says so.", &["¶1. (C) He agreed. ¶2. of ref A says so."]);
        check("¶1. Quay. ¶2. Rain. (See ¶3.)\n¶3.", &["¶1. Quay.", "¶2. Rain. (See ¶3.)", "¶3."]);
        check("¶1. (C) Rain. ¶2.\n(C) Wind. ¶6. Hail.", &["¶1. (C) Rain.", "¶2.", "(C) Wind. ¶6. Hail."]);
        check("1. (C) The Quay  2.  (C) Rain.", &["1. (C) The Quay", "2.  (C) Rain."]);
        check("1. (C) At the quay. 3. (C) Rain.", &["1. (C) At the quay.", "3. (C) Rain."]);
        check("1. (C) At the quay 3. (C) Rain.", &["1. (C) At the quay 3. (C) Rain."]);
        check("1. (C) At the quay. 5. (C) Rain.", &["1. (C) At the quay. 5. (C) Rain."]);
        check(
            "4. (C) At the quay. 3. (C) Comment: Rain. 5. (C) Wind.",
            &["4. (C) At the quay.", "3. (C) Comment: Rain.", "5. (C) Wind."],
        );
        check("4. (C) At the quay. 3. (C) Rain.", &["4. (C) At the quay. 3. (C) Rain."]);
        check("1. (C) See para 2. (C) Rain.", &["1. (C) See para 2. (C) Rain."]);
        check("1. (C) It was so. 2. (Then) rain.", &["1. (C) It was so. 2. (Then) rain."]);
    }

    #[test]
    fn messages() {
        let check = |text, expected| check(message_inside, text, expected);
        check("1. BOATS. 2. ROPES COST 3. THEY. 3. RAIN.", &["1. BOATS.", "2. ROPES COST 3. THEY.", "3. RAIN."]);
        check("BOATS. 2. ROPES.", &["BOATS. 2. ROPES."]);
        check("1. BOATS. 2. ROPES.\n3. RAIN.", &["1. BOATS. 2. ROPES.", "3. RAIN."]);
    }

    #[test]
    fn captions() {
        let check = |text, expected| check(captions_inside, text, expected);
        check("at the end of SIPDIS the quay", &["at the end of", "SIPDIS the quay"]);
        check("said to the SIPDIS Minister", &["said to the", "SIPDIS Minister"]);
        check("It is shut. U/S SIPDIS Roe", &["It is shut. U/S", "SIPDIS Roe"]);
        check("\"It is shut.\" SIPDIS", &["\"It is shut.\"", "SIPDIS"]);
        check("It is shut. SIPDIS\nThe quay", &["It is shut. SIPDIS", "The quay"]);
        check("IT IS SHUT. SIPDIS", &["IT IS SHUT. SIPDIS"]);
        check("It is shut. SIPDIS The quay", &["It is shut. SIPDIS The quay"]);
        check("UNCLAS TARSIS 417 SIPDIS State for Roe", &["UNCLAS TARSIS 417 SIPDIS State for Roe"]);
        check("SIPDIS the quay", &["SIPDIS the quay"]);
        check("with the SIPDIS caption", &["with the SIPDIS caption"]);
        check("use the caption SIPDIS in replies", &["use the caption SIPDIS in replies"]);
        check("Please include SIPDIS in all replies", &["Please include SIPDIS in all replies"]);
        check("INCLUDE SIPDIS IN REPLIES", &["INCLUDE SIPDIS IN REPLIES"]);
        check("It will include SIPDIS the quay", &["It will include", "SIPDIS the quay"]);
        check("It will include SIPDIS in all three towns", &["It will include", "SIPDIS in all three towns"]);
        check("They will use SIPDIS in the spring", &["They will use", "SIPDIS in the spring"]);
        check("SIPDIS SIPDIS", &["SIPDIS SIPDIS"]);
    }
}
