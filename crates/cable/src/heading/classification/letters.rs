//! The letters of a level where some of them are damaged.

use super::LEVELS;
use crate::Level;
use crate::heading::cursor::Cursor;
use crate::words::slice;

/// How many letters of a name can be wrong.
pub(super) const WRONG_LETTERS: usize = 2;

/// Where a run of at least four pieces of one or two letters ends. A longer one is damage where spaced letters stand on
/// both sides: `C O N F I D E N T CTA L`.
pub(super) fn run_of_letters(line: &str, start: usize) -> Option<usize> {
    let mut cursor = Cursor::new(line, start);
    /// No level has fewer letters.
    const LETTERS: u8 = 6;
    let mut end = start;
    let mut pieces = 0u8;
    loop {
        let piece = cursor.take(|byte| byte.is_ascii_alphabetic());
        let joined = cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let is_damage = || pieces >= LETTERS && piece.len() == 3 && is_letter_apart(slice(line, piece.end..));
        if joined || !(1..=2).contains(&piece.len()) && !is_damage() {
            return (pieces >= 4).then_some(end);
        }
        pieces = pieces.saturating_add(1);
        end = piece.end;
        cursor.take(|byte| byte == b' ' || byte == b'\t');
    }
}

/// Whether a letter on its own stands next.
fn is_letter_apart(rest: &str) -> bool {
    let mut bytes = rest.trim_start().bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_uppercase()) && bytes.next().is_none_or(|byte| byte == b' ')
}

/// The level whose name differs least, if few enough letters differ.
pub(super) fn nearest(letters: &str) -> Option<Level> {
    let written = letter_set(letters);
    // Each wrong letter changes the length by one at most; blanks in names are few.
    let near = |name: &str| {
        // Each wrong letter takes at most one of the name's away: most words differ in more, and need no counting.
        let lost = || letter_set(name) & !written;
        name.len() >= 6
            && name.len().abs_diff(letters.len()) <= WRONG_LETTERS + 2
            && lost().count_ones() as usize <= WRONG_LETTERS
    };
    let names = LEVELS.into_iter().filter(|(name, ..)| near(name)).map(|(name, level, _)| {
        let name: String = name.split(' ').collect();
        (distance(letters.as_bytes(), name.as_bytes()), name.len(), level)
    });
    let (wrong, len, level) = names.min_by_key(|(wrong, ..)| *wrong)?;
    (wrong <= WRONG_LETTERS.min(len / 6)).then_some(level)
}

/// The letters of a word, a bit each.
fn letter_set(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_alphabetic).fold(0, |set, letter| set | 1 << (letter & 31))
}

/// Letters to insert, remove or change to get from one word to the other (Levenshtein).
pub(crate) fn distance(a: &[u8], b: &[u8]) -> usize {
    // From the letters of `a` so far to each beginning of `b`.
    let mut row: Vec<usize> = (1..=b.len()).collect();
    for (above, x) in a.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above.saturating_add(1);
        for (cell, y) in row.iter_mut().zip(b) {
            let changed = diagonal.min(*cell).min(left).saturating_add(1);
            left = if x == y { diagonal } else { changed };
            diagonal = std::mem::replace(cell, left);
        }
    }
    row.last().copied().unwrap_or(a.len())
}
