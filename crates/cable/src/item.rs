//! Items of lists: which lines begin with one, and which only with a mark that wrapping brought to their start.

use crate::known::is_one_of;
use crate::mark::is_marked;
use crate::markup;
use crate::prose::Ending;

/// Roman numbers of items, in the order of what they mean.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// A label without its bracket or full stop is no longer than this.
const LONGEST_LABEL: usize = 5;

/// Whether a line is an item of a list: a dash, a bullet, or a short label in brackets or before a full stop.
pub(crate) fn is_item(line: &str) -> bool {
    let mut bytes = line.bytes();
    match bytes.next() {
        Some(b'-' | b'*') => bytes.next().is_some_and(|next| matches!(next, b' ' | b'-' | b'*')),
        Some(b'(') => line.strip_prefix('(').is_some_and(|inside| short_label(inside, b')')),
        Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => {
            // Most lines begin with a word.
            let ends = bytes.take(LONGEST_LABEL).any(|byte| matches!(byte, b')' | b'.'));
            ends && (short_label(line, b')') || short_label(line, b'.') || is_roman(line))
        }
        _ => line.starts_with(['•', '·', '–', '—']),
    }
}

/// Whether a line is an item, given the line above. `A) was` behind `(ref` closes a bracket and is no item, and neither
/// is `(8) ropes, (9) boats`, which counts in running text, nor `C.  PER REF D` behind `REFS A AND`.
pub(crate) fn is_below(above: &str, below: &str) -> bool {
    if let Some(below) = anchored_letter(below) {
        return may_stand_above(above) || is_marked_item(below);
    }
    let closes = || short_label(below, b')') && opens_bracket(above);
    let in_text = || closes() || counts_inside(below) || ends_in_references(above);
    is_item(below) && !in_text()
}

/// Whether an item can begin below a line, because it ends with a part of the text.
pub(crate) fn may_stand_above(line: &str) -> bool {
    let ending = Ending::of(line);
    ending.is_of_part() || ending == Ending::Closed
}

/// Whether a line ends inside brackets that it opens.
pub(crate) fn opens_bracket(line: &str) -> bool {
    line.rsplit_once('(').is_some_and(|(_, inside)| !inside.contains(')'))
}

/// Whether a line ends where a reference's letter must follow: `PER REF`, `references (a), (b) and`.
fn ends_in_references(line: &str) -> bool {
    /// At most this many words are looked at, from the last one back to `REFS`.
    const MOST: usize = 6;
    let is_word = |word: &str| is_one_of(word, &["ref", "refs", "reference", "references"]);
    let is_letter = |word: &str| word.trim_matches(['(', ')', ',']).len() == 1;
    let is_and = |word: &str| is_one_of(word, &["and", "or"]);
    let mut words = line.rsplit(' ').take(MOST);
    let last = words.next().unwrap_or_default();
    is_word(last) || is_and(last) && words.find(|word| !is_letter(word)).is_some_and(is_word)
}

/// Whether the next item stands in the same line, either behind what running text has between two, `; (2)`, `, (2)`,
/// `and (2)`, or together with the one after it.
fn counts_inside(line: &str) -> bool {
    let number = line.strip_prefix('(').and_then(|line| line.split_once(')')).map(|(number, _)| number);
    let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) else { return false };
    let mark = |more: u32| format!(" ({}) ", number.saturating_add(more));
    let is_between =
        |before: &str| before.ends_with([',', ';']) || [" and", " or"].iter().any(|and| before.ends_with(and));
    line.split_once(&mark(1)).is_some_and(|(before, behind)| is_between(before) || behind.contains(&mark(2)))
}

/// A line that begins with an anchor and a letter, without the anchor. Anchors also stand in front of numbers and
/// letters that wrapping brought to a line's start: `Annex` / `¶A. Flights`.
pub(crate) fn anchored_letter(line: &str) -> Option<&str> {
    Some(without_anchor(line)).filter(|below| below.len() < line.len() && lettered(below).is_some())
}

fn is_marked_item(line: &str) -> bool {
    lettered(line).is_some_and(|(_, len)| line.get(len..).is_some_and(|behind| is_marked(behind.trim_start())))
}

fn without_anchor(line: &str) -> &str {
    line.get(markup::anchor(line)..).unwrap_or(line)
}

/// The letter or the Roman number that labels an item, and the length of the label with its full stop: `A.`, `ii.`
pub(crate) fn lettered(line: &str) -> Option<(&str, usize)> {
    let letters = line.bytes().take(LONGEST_LABEL).take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = line.split_at_checked(letters)?;
    let is_apart = behind.strip_prefix('.').is_some_and(|behind| behind.starts_with([' ', '\t']));
    (is_apart && (letters == 1 || roman(word).is_some())).then_some((word, letters.saturating_add(1)))
}

/// Whether one item comes right after another: `D.` and `E.`, `i.` and `ii.`
pub(crate) fn follows(above: &str, below: &str) -> bool {
    let (Some((above, _)), Some((below, _))) = (lettered(without_anchor(above)), lettered(without_anchor(below)))
    else {
        return false;
    };
    let letter = |word: &str| Some(word).filter(|word| word.len() == 1).and_then(|word| word.bytes().next());
    let is_next_letter = letter(above).is_some_and(|above| above.checked_add(1) == letter(below));
    let is_same_case = above.starts_with(char::is_lowercase) == below.starts_with(char::is_lowercase);
    let is_next_number =
        || roman(above).and_then(|above| above.checked_add(1)).is_some_and(|next| roman(below) == Some(next));
    is_next_letter || is_same_case && is_next_number()
}

/// The Roman number in capitals that a line begins with, counted from 0, and what stands behind it: `¶II. Status`.
pub(crate) fn part(line: &str) -> Option<(usize, &str)> {
    let line = without_anchor(line);
    // Few lines begin so.
    line.starts_with(['I', 'V', 'X']).then_some(())?;
    let (word, len) = lettered(line)?;
    Some((roman(word)?, line.get(len..)?.trim_start()))
}

pub(crate) fn roman(word: &str) -> Option<usize> {
    ROMAN.iter().position(|number| number.eq_ignore_ascii_case(word))
}

/// Whether a Roman number labels an item. In capitals it can be that of a pope or a war, and needs a mark behind it.
fn is_roman(line: &str) -> bool {
    line.starts_with(['i', 'v', 'x', 'I', 'V', 'X'])
        && lettered(line).is_some_and(|(word, _)| word.starts_with(char::is_lowercase) || is_marked_item(line))
}

/// `1)`, `12.`, `b.`, with a blank behind.
fn short_label(line: &str, close: u8) -> bool {
    let bytes = line.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let len = if digits == 0 { 1 } else { digits };
    let mut behind = bytes.iter().skip(len);
    len <= 2 && behind.next() == Some(&close) && matches!(behind.next(), Some(b' ' | b'\t'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn next_items() {
        for (above, below) in
            [("D. One", "E. Two"), ("¶J. One", "¶K. Two"), ("i. One", "ii. Two"), ("IX. One", "X. Two")]
        {
            assert!(super::follows(above, below), "{above} {below}");
        }
        for (above, below) in
            [("D. One", "F. Two"), ("i. One", "II. Two"), ("One", "E. Two"), ("A. One", "b. Two"), ("1. One", "2. Two")]
        {
            assert!(!super::follows(above, below), "{above} {below}");
        }
    }
}
