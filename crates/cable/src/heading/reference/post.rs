//! Reads the post in front of a number.

use super::number::is_misread_zero;
use super::other::DOCUMENTS;
use crate::heading::cursor::Cursor;
use crate::known::is_among;
use crate::mark::mark_in_row;
use crate::words::{first_is, shifted, slice};
use crate::{date, glossary};
use std::ops::Range;

/// The most words that name a post (`USMISSION USUN NEW YORK`, `PORT AU PRINCE`).
pub(super) const WORDS: usize = 4;

/// Words in front of a post, or between it and its number, that only say that a telegram is meant.
const TELEGRAM_WORDS: [&str; 9] =
    ["CABLE", "CABLES", "CONFIDENTIAL", "SECRET", "TEL", "TELEGRAM", "TELEGRAMS", "UNCLAS", "UNCLASS"];

/// Words in front of a number that show that it is not a telegram's: papers, their parts, and linking words.
pub(super) const NO_POST: &str = "\
    A AND ART ARTICLE AT BY CERP CFR CHAPTER CIRC CIRCULAR DATED DEPTEL DEPTELS DTD DTG EMAIL EMAILS EMBTEL EMBTELS \
    EO FAH FAM FAX FBIS FOR FROM IIR IN LETTER MEETING MEMCON MEMO MSG NO NOTE NR NUMBER OF ON OSC PAGE PARA \
    PARAGRAPH PARAS POINTS PREVIOUS REASON REASONS REF REPORT REPORTS RESOLUTION SECTION SEE SUBJ TAB TD TDX TELCON \
    TELCONS THE THROUGH THRU TO UNSCR USC WITH";

/// Names of posts that contain a word that is not part of other names.
const WITH_PARTICLES: [&str; 3] = ["PORT OF SPAIN", "RIO DE JAN", "THE HAGUE"];

/// Reads one to four words that can name a post, up to its number, or to a bracket in front of that.
pub(super) fn post_words(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let start = cursor.at();
    if let Some(len) = WITH_PARTICLES.iter().find_map(|name| words_here(cursor.rest(), name)) {
        cursor.forward(len);
        cursor.blanks();
        return Some(shifted(0..len, start));
    }
    let mut found: Option<Range<usize>> = None;
    for words in 0..=WORDS {
        let next = cursor.peek()?;
        if words > 0 && (next.is_ascii_digit() || next == b'(' || is_misread_zero(cursor.rest())) {
            return found;
        }
        let range = (words < WORDS).then(|| word(cursor)).flatten()?;
        // Only a name of one word can have its number joined to it: `HK05511`, but not `EXP. LIC. D328589`.
        if words > 0 && cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) && range.len() < 3 {
            return None;
        }
        found = Some(found.map_or(range.start, |found| found.start)..range.end);
        separate(cursor);
    }
    None
}

/// The length of `name` at the start of `text`, in any case and with any blanks between its words.
fn words_here(text: &str, name: &str) -> Option<usize> {
    let mut cursor = Cursor::new(text, 0);
    name.split(' ').all(|word| {
        cursor.blanks();
        cursor.eat_word(word)
    });
    let end = cursor.at();
    let found = text.get(..end)?.split_whitespace().count() == name.split(' ').count();
    found.then_some(end)
}

/// Moves over marks between a post and its number: blanks; one of `:`, `#`, `No.`, `CABLES`; a comma, if a number of
/// three or more digits follows; dashes that some prints have for the blanks in front of a line.
fn separate(cursor: &mut Cursor<'_>) {
    let blanks = cursor.blanks();
    let mut behind = *cursor;
    if blanks.contains('\n') {
        behind.marks(b"- ");
    }
    if behind.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        *cursor = behind;
    }
    if cursor.eat(b':') || cursor.eat(b'#') || ["NO.", "NO", "NR"].iter().any(|word| cursor.eat_word(word)) {
        cursor.blanks_and(b".");
    }
    let mut behind = *cursor;
    if behind.eat(b',') {
        behind.blanks();
        let number = behind;
        if behind.digits().len() >= 3 && !first_is(behind.rest().trim_start(), u8::is_ascii_alphabetic) {
            *cursor = number;
        }
    }
    let mut behind = *cursor;
    if eat_telegram_word(&mut behind) && behind.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        *cursor = behind;
    }
}

/// Moves over a word that says that a telegram is meant, unless the post's own name begins with it: `TEL AVIV`.
pub(super) fn eat_telegram_word(cursor: &mut Cursor<'_>) -> bool {
    let mut behind = *cursor;
    let Some(found) = TELEGRAM_WORDS.iter().find(|word| behind.eat_word(word)) else { return false };
    behind.blanks();
    let next = behind.rest().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let is_name = !next.is_empty() && glossary::is_post(&glossary::named_post(&[found, next].concat()));
    if !is_name {
        *cursor = behind;
    }
    !is_name
}

/// Moves over a mark between post and number: `TARSIS (C) 138`.
pub(super) fn mark_between(cursor: &mut Cursor<'_>) {
    if let Some((len, _)) = mark_in_row(cursor.rest()) {
        let mut behind = *cursor;
        behind.forward(len);
        behind.blanks();
        if behind.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            *cursor = behind;
        }
    }
}

/// A word that can be part of a post's name.
pub(super) fn word(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let (start, rest) = (cursor.at(), cursor.rest());
    let first = cursor.letters_and(b".'-");
    // A zero between letters, or at the end of a known post's name, is an O: `COTON0U`, `CAIR0 348`.
    let is_misread_o = match cursor.rest().as_bytes() {
        [b'0', b' ', digit, ..] if digit.is_ascii_digit() => {
            glossary::is_post(&slice(rest, ..=first.len()).to_ascii_uppercase().replace('0', "O"))
        }
        [b'0', letter, ..] => letter.is_ascii_alphabetic(),
        _ => false,
    };
    if first.len() > 1 && is_misread_o {
        cursor.step();
        cursor.letters();
    }
    let word = slice(rest, ..cursor.at().saturating_sub(start));
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect();
    let name = word.trim_end_matches('-');
    let before_number = cursor.peek().is_some_and(|byte| byte.is_ascii_digit());
    // `TARSIS-138` names a post, but `C-AL9-02352` and `U-0011-06` are numbers of other papers.
    let is_joined =
        name.len() < word.len() && (!before_number || letters.len() < 3) || before_number && name.contains('-');
    // `B.TARSIS 138` has the letter of the list in front.
    let is_behind_letter = word.as_bytes().get(1) == Some(&b'.') && letters.get(1..).is_some_and(glossary::is_post);
    let letter = if is_behind_letter { 2 } else { 0 };
    let is_word = first_is(word, u8::is_ascii_alphabetic) && !is_joined && letters.len() <= 20;
    let is_no_post = is_among(&letters, NO_POST) || is_among(&letters, DOCUMENTS);
    let is_other = is_no_post || date::month(&letters).is_some();
    (is_word && !is_other).then_some(shifted(letter..name.len(), start))
}
