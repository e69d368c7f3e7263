//! The classification line: `C O N F I D E N T I A L SECTION 01 OF 02 TARSIS 000417`.

mod damaged;
mod from_sender;
mod front;
mod names;
mod number;
#[cfg(test)]
mod tests;

use super::{
    caption::{caption_at, without_captions},
    cursor::Cursor,
    spelled::spelled,
};
use crate::known::holds_one_of;
use crate::mark::{all_caveats, caveats};
use crate::words::{first_is, has_small, slice, start_of};
use crate::{Level, glossary};
use damaged::{damaged, joined, nearest};
pub(crate) use from_sender::numbering_of;
use names::{LEVELS, LevelName, SENSITIVE_BUT_UNCLASSIFIED, WRONG_LETTERS};
use number::is_section;
pub(crate) use number::{Numbered, Numbering, is_post_and_number, numbering};
use std::ops::Range;

/// The start of a classification line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClassificationLine {
    pub level: Level,
    /// The caveats, in upper case and without the blanks between spaced letters.
    pub caveats: Vec<String>,
    /// The letters of the level as written.
    pub text: Range<usize>,
    /// The words behind level and caveats: section, post, number.
    pub rest: Range<usize>,
    /// Whether the letters are damaged: missing, doubled, small or unevenly spaced.
    pub damaged: bool,
    /// Whether only its place makes it a classification line; then it must also have the sender's number.
    pub by_place: bool,
}

/// The longest banner with caveats, in bytes.
const LONGEST_BANNER: usize = 80;

/// Reads the start of a classification line. Spaced letters are enough. A plain word counts only with a section, a post
/// and number, or nothing behind it, so that "Secret talks" stays prose.
pub(crate) fn classification(line: &str) -> Option<ClassificationLine> {
    let text = line.trim_start();
    let start = start_of(text, line);
    if !first_is(text, u8::is_ascii_alphabetic) {
        return None;
    }
    exact(line, start, false).or_else(|| damaged(line, start)).or_else(|| joined(line, start))
}

/// Reads a line in capitals that begins with a level and has a number, with any words in between, in a place where only
/// a classification line can stand.
pub(crate) fn classification_by_place(line: &str) -> Option<ClassificationLine> {
    let is_line = line.len() <= LONGEST_BANNER
        && line.bytes().any(|byte| byte.is_ascii_digit())
        && !has_small(line)
        && !holds_one_of(line, &[" FOR ", " PASS "]);
    let found = if is_line { exact(line, 0, true) } else { None };
    found.map(|found| ClassificationLine { damaged: true, by_place: true, ..found })
}

/// Reads a line that is only a classification, as prints have at the head and foot of a page. A letter or two can be
/// wrong or set apart (`COMFIDEMTIAL`, `IUNCLASSI Fl ED`).
pub(crate) fn banner(line: &str) -> Option<ClassificationLine> {
    if line.len() > LONGEST_BANNER || !first_is(line, u8::is_ascii_alphabetic) {
        return None;
    }
    if let Some(found) = exact(line, 0, false).filter(|found| found.rest.is_empty()) {
        return Some(found).filter(|found| !found.damaged || is_capital(line));
    }
    let end = line.find(['/', ',']).unwrap_or(line.len());
    let name = line.get(..end)?.trim_end();
    // Only as a banner, because in a header it is also a caption.
    if name == "SBU" {
        return Some(behind(line, 0..name.len(), Level::Unclassified, Some("SBU")));
    }
    let letters: String = name.split_whitespace().collect::<String>().to_ascii_uppercase();
    let level = nearest(&letters).filter(|_| is_capital(name))?;
    let found = behind(line, 0..name.len(), level, None);
    found.rest.is_empty().then_some(ClassificationLine { damaged: true, ..found })
}

/// Whether a name is in capitals but for one or two letters, as a misread letter can be a small one.
fn is_capital(name: &str) -> bool {
    let small = name.bytes().filter(u8::is_ascii_lowercase).count();
    small <= WRONG_LETTERS
}

fn exact(line: &str, start: usize, by_place: bool) -> Option<ClassificationLine> {
    let first = line.as_bytes().get(start)?.to_ascii_uppercase();
    let mut names = LEVELS.iter().filter(|level| level.name.as_bytes().first() == Some(&first));
    let (end, LevelName { name, level, .. }) =
        names.find_map(|level| spelled(line, start, level.name).map(|end| (end, level)))?;
    let written = slice(line, start..end);
    let letters = name.bytes().filter(|byte| *byte != b' ').count();
    let pieces = written.split_whitespace().count();
    let is_spaced = pieces >= letters;
    let included = Some(*name).filter(|name| *name == SENSITIVE_BUT_UNCLASSIFIED);
    let found = behind(line, start..end, *level, included);
    let is_even = is_spaced || pieces == name.split(' ').count() || pieces == 1;
    (is_spaced || by_place || is_plausible(slice(line, found.rest.clone()), true))
        .then_some(ClassificationLine { damaged: !is_even || has_small(written), ..found })
}

fn behind(line: &str, text: Range<usize>, level: Level, included: Option<&str>) -> ClassificationLine {
    let mut caveats: Vec<String> = included.map(str::to_owned).into_iter().collect();
    let mut cursor = Cursor::new(line, text.end);
    loop {
        cursor.marks(b" \t/,-");
        let first = line.as_bytes().get(cursor.at()).map(u8::to_ascii_uppercase);
        let found = all_caveats()
            .filter(|name| name.bytes().next() == first)
            .filter_map(|name| spelled(line, cursor.at(), name).map(|end| (name.to_owned(), end)))
            .max_by_key(|(_, end)| *end)
            .or_else(|| released(line, cursor.at()));
        let Some((caveat, end)) = found else { break };
        caveats.push(caveat);
        cursor = Cursor::new(line, end);
    }
    let rest = super::cursor::trim(line, cursor.at()..line.len(), char::is_whitespace);
    ClassificationLine { level, caveats, text, rest, damaged: false, by_place: false }
}

/// Reads `REL TO USA, FVEY`, up to the next stroke, two blanks or the section.
fn released(line: &str, at: usize) -> Option<(String, usize)> {
    spelled(line, at, "REL").filter(|end| end.checked_sub(at) == Some("REL".len()))?;
    let rest = line.get(at..)?;
    let ends = |at: &usize| ["/", " SECTION ", "  "].iter().any(|end| slice(rest, *at..).starts_with(end));
    let end = (0..rest.len()).find(ends).unwrap_or(rest.len());
    let found = caveats(rest.get(..end)?)?;
    Some((found.into_iter().next()?, at.saturating_add(end)))
}

/// Whether `rest` can follow a level on a classification line: a section, a post and a number, or nothing. Since 1979
/// numbers have five digits or more. Before, they have four behind a post in capitals, or fewer. The post must be known
/// if the number has fewer than four digits or looks like a year.
fn is_plausible(rest: &str, may_be_empty: bool) -> bool {
    if rest.is_empty() {
        return may_be_empty;
    }
    let starts = rest.split_whitespace().map(|word| word.trim_start_matches('('));
    let mut words = starts.skip_while(|word| word.eq_ignore_ascii_case("FINAL"));
    if let Some(section) = words.next().filter(|word| is_section(word)) {
        let is_counted = |next: &str| first_is(next, |byte| byte.is_ascii_digit() || byte.eq_ignore_ascii_case(&b'O'));
        let is_whole = || numbering(rest).sections.is_some();
        // A short or misspelt form can be another word, so it needs the count.
        let is_plain = section.eq_ignore_ascii_case("SECTION");
        return is_plain && words.next().is_none_or(is_counted) || is_whole();
    }
    // The word SECTION can be left out: `01 OF 02 TARSIS 000417`.
    let is_counted = first_is(rest, u8::is_ascii_digit) && rest.get(2..6) == Some(" OF ");
    let rest = if is_counted { slice(rest, "01 OF 02".len()..) } else { rest };
    let mut words = rest.split_whitespace();
    // A caption can be joined to the number: `000417SIPDIS`.
    let digits = |word: &&str| word.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = |word: &&str| digits(word) > 0 && without_captions(word).0 == (0..digits(word));
    let number = words.by_ref().take(5).find(is_number);
    // Behind a caption, any words can stand on the row.
    let words_behind = words.take_while(|word| caption_at(word, 0).is_none()).count();
    let is_name = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic() || b".'-".contains(&byte));
    let names = || rest.split_whitespace().take_while(|word| Some(*word) != number);
    let is_capital = || names().all(|name| !has_small(name));
    let is_year = |number: &str| number.starts_with("19") || number.starts_with("20");
    // A number without leading zeros needs a known post.
    let is_posts = || glossary::is_post(&names().collect::<String>());
    let is_long = |number: &str| match digits(&number) {
        1..=3 => words_behind == 0 && is_posts(),
        4 => !is_year(number) && is_capital() || words_behind == 0 && is_posts(),
        count => (5..=8).contains(&count),
    };
    number.is_some_and(is_long) && names().all(is_name) && words_behind <= 6
}
