//! Reads classification lines with wrong letters: `SS E C R E T`, `CONFIDENTAL SECTION 01 OF 02`.

use super::names::{LEVELS, LevelName, WRONG_LETTERS};
use super::number::numbering;
use super::{ClassificationLine, behind, is_plausible};
use crate::heading::cursor::Cursor;
use crate::mark::all_caveats;
use crate::misspelt::{distance, letter_set};
use crate::words::{slice, up_to};
use crate::{Level, glossary};

/// Reads a line with spaced but wrong letters (`SS E C R E T`, `E C R E T`), or a misspelt word in front of a section
/// or a post and number.
pub(super) fn damaged(line: &str, start: usize) -> Option<ClassificationLine> {
    let run = run_of_letters(line, start);
    let is_spaced = run.is_some();
    let end = run.unwrap_or_else(|| words_of_level(line, start));
    let written = slice(line, start..end);
    // Few rows in front of the text are classifications, and comparing letters is slow.
    let may_be = || line.bytes().any(|byte| byte.is_ascii_digit()) || line.contains("SECTION");
    let set = letter_set(written);
    if !LEVELS.iter().any(|level| level.is_nearly_in(set)) || !is_spaced && !may_be() {
        return None;
    }
    let mut letters = written.to_ascii_uppercase();
    letters.retain(|c| c != ' ' && c != '\t');
    if letters.len() > 40 {
        return None;
    }
    // A spaced caveat runs on from the level: `S E C R E N O F O R N`.
    let is_glued = |caveat: &&str| letters.strip_suffix(caveat).is_some_and(|name| name.len() > 3);
    let glued = if is_spaced { all_caveats().find(is_glued) } else { None };
    let name = glued.and_then(|caveat| letters.strip_suffix(caveat)).unwrap_or(&letters);
    let level = nearest(name)?;
    let found = behind(line, start..end, level, glued);
    (is_spaced || is_plausible(slice(line, found.rest.clone()), false))
        .then_some(ClassificationLine { damaged: true, ..found })
}

/// Where the words of a level end: one, or the three of limited official use.
fn words_of_level(line: &str, start: usize) -> usize {
    let mut cursor = Cursor::new(line, start);
    if cursor.letters().starts_with("LIM") {
        for _ in 0..2 {
            cursor.marks(b" ");
            cursor.letters();
        }
    }
    cursor.at()
}

/// Reads a level that lost the blank behind it: `SECRETSTATE 024170`, `SECRETSECTION 01 OF 02 TARSIS 000417`. Other
/// blanks can be lost or added, too: `SEC RETSTATE024170`. Nothing may stand behind the number.
pub(super) fn joined(line: &str, start: usize) -> Option<ClassificationLine> {
    const LONGEST: usize = 80;
    const SECTION: &str = "SECTION ";
    let row = line.get(start..).filter(|row| row.len() <= LONGEST)?;
    let before = row.trim_end_matches(|c: char| c.is_ascii_digit());
    if !(5..=8).contains(&row.len().saturating_sub(before.len())) {
        return None;
    }
    // Most rows that end with a number have other letters.
    let set = letter_set(row);
    if !LEVELS.iter().any(|level| level.is_nearly_in(set)) {
        return None;
    }
    let letters = before.char_indices().filter(|(_, c)| *c != ' ');
    let (places, bare): (Vec<usize>, String) = letters.map(|(at, c)| (at, c.to_ascii_uppercase())).unzip();
    let mut names = LEVELS.iter().filter(|level| level.name.len() >= 6 && !level.name.contains(' '));
    names.find_map(|known| {
        let LevelName { name, level, .. } = known;
        let (written, behind_name) = bare.split_at_checked(name.len())?;
        let end = *places.get(name.len())?;
        let rest = row.get(end..).filter(|_| !row.get(..end).unwrap_or_default().ends_with(' '))?;
        let wrong = distance(written.as_bytes(), name.as_bytes());
        let is_counted = || {
            let read = numbering(rest);
            rest.starts_with(SECTION) && read.sections.is_some() && read.number.is_some()
        };
        let is_post =
            || glossary::is_post(behind_name) || wrong == 0 && glossary::is_post(&glossary::named_post(behind_name));
        // One or two letters in front of a blank are the end of a word: `SECRETLY ON`.
        let is_apart = up_to(rest, b" ").len() > 2;
        let is_joined = is_apart && wrong <= known.most_wrong() && (is_post() || is_counted());
        let found = || behind(line, start..start.saturating_add(end), *level, None);
        is_joined.then(|| ClassificationLine { damaged: true, ..found() })
    })
}

/// The end of a run of at least four pieces of one or two letters. A piece of three letters is damage if spaced letters
/// stand on both sides: `C O N F I D E N T CTA L`.
fn run_of_letters(line: &str, start: usize) -> Option<usize> {
    /// As many letters as the shortest names have, except LOU.
    const LETTERS: u8 = 6;
    let mut cursor = Cursor::new(line, start);
    let mut end = start;
    let mut pieces = 0u8;
    loop {
        let piece = cursor.letters();
        let joined = cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let is_damage = || pieces >= LETTERS && piece.len() == 3 && is_letter_apart(cursor.rest());
        if joined || !(1..=2).contains(&piece.len()) && !is_damage() {
            return (pieces >= 4).then_some(end);
        }
        pieces = pieces.saturating_add(1);
        end = cursor.at();
        cursor.marks(b" \t");
    }
}

/// Whether a single capital letter stands next.
fn is_letter_apart(rest: &str) -> bool {
    let mut bytes = rest.trim_start().bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_uppercase()) && bytes.next().is_none_or(|byte| byte == b' ')
}

/// The level whose name differs least, if no more letters differ than can be wrong.
pub(super) fn nearest(letters: &str) -> Option<Level> {
    let written = letter_set(letters);
    // Each wrong letter changes the length by at most one, and names have at most two blanks.
    let is_near = |level: &&LevelName| {
        level.name.len().abs_diff(letters.len()) <= WRONG_LETTERS + 2 && level.is_nearly_in(written)
    };
    let levels = LEVELS.iter().filter(is_near).map(|level| {
        let bare: String = level.name.split(' ').collect();
        (distance(letters.as_bytes(), bare.as_bytes()), level)
    });
    let (wrong, level) = levels.min_by_key(|(wrong, _)| *wrong)?;
    (wrong <= level.most_wrong()).then_some(level.level)
}
