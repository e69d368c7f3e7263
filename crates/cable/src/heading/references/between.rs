//! Reads the words and marks between the references of a list.

use crate::glossary::is_post;
use crate::heading::cursor::Cursor;
use crate::heading::lettering::{Form, begins_list, mark_at};
use crate::heading::reference;
use crate::known::is_word_of;
use crate::misspelt::is_near;
use crate::words::{first_is, slice, start_of};

/// The end of a letter that is repeated behind the label, with or without a bracket or colon: `REF A TARSIS 1`, `REF:
/// A) TARSIS 1`, `REF A: TARSIS 1`.
pub(super) fn letter_alone(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    let is_letter = matches!(cursor.letters().as_bytes(), [b'A'..=b'Z']);
    let _ = cursor.eat(b')') || cursor.eat(b':');
    let is_alone = is_letter && !cursor.marks(b" ").is_empty();
    let behind = cursor.at();
    (is_alone && reference::telegram(text, behind).is_some()).then_some(behind)
}

/// Moves over blanks, commas and the like, and `AND`. Returns whether there was more than blanks within a line. A colon
/// separates if it precedes a telegram; otherwise it begins words about the one in front.
pub(super) fn skip_separators(text: &str, at: &mut usize) -> bool {
    let mut cursor = Cursor::new(text, *at);
    let mut apart = false;
    loop {
        let skipped = cursor.blanks_and(b",;/&");
        apart |= skipped.contains(|c: char| !c.is_whitespace() || c == '\n');
        let and = cursor.eat_word("AND");
        let mut behind = cursor;
        let colon = behind.eat(b':') && {
            behind.blanks();
            reference::telegram(text, behind.at()).is_some()
        };
        cursor = if colon { behind } else { cursor };
        apart |= and || colon;
        if skipped.is_empty() && !and && !colon {
            *at = cursor.at();
            return apart;
        }
    }
}

/// Whether a row is only telegrams of known posts, the first with its year: `2003 ROME 00412, 2005 ROME 00633`.
pub(crate) fn are_telegrams(line: &str) -> bool {
    first_is(line, u8::is_ascii_digit) && is_list(line)
}

/// Where a list begins behind a label with other letters or marks than usual, below the subject: `REFERENCE - STATE
/// 138`, `REFERENCE(S): A. STATE 138`, `RE: STATE 138`, `REEF: STATE 138`. The row must be a lettered list or only
/// telegrams.
pub(crate) fn list_by_place(line: &str) -> Option<usize> {
    const WORDS: &str = "REF REFERENCE REFERENCES REFS REFTEL REFTELS";
    /// `REFERENCES`
    const LONGEST: usize = 10;
    let letters = line.bytes().take(LONGEST).take_while(u8::is_ascii_uppercase).count();
    let (word, rest) = line.split_at_checked(letters).filter(|(word, _)| word.starts_with('R'))?;
    let rest = rest.strip_prefix("(S)").unwrap_or(rest);
    let value = rest.trim_start_matches([' ', ':', '-', '.', ';', '/']);
    let is_marked = || rest.trim_start_matches(' ').len() > value.len();
    let is_label =
        is_word_of(word, WORDS) && value.len() < rest.len() || is_marked() && (word == "RE" || is_near(word, "REF", 1));
    (is_label && (begins_list(value) || is_list(value))).then(|| start_of(value, line))
}

fn is_list(line: &str) -> bool {
    let mut at = 0;
    while let Some(named) = reference::telegram(line, at).filter(|named| is_post(&named.number.post)) {
        at = named.end;
        if !skip_separators(line, &mut at) {
            break;
        }
    }
    at == line.len()
}

/// Whether the words at `at` name a part of the telegram in front of them, `, PARA 4`, or only its day: `, MARCH 13,
/// 1974`.
pub(super) fn names_part(text: &str, at: usize) -> bool {
    if reference::day_alone(slice(text, at..)).is_some() {
        return true;
    }
    let mut cursor = Cursor::new(text, at);
    ["PARA", "PARAS", "PARAGRAPH", "PARAGRAPHS", "PAGE", "SECTION"].iter().any(|word| cursor.eat_word(word))
}

/// The end of remarks behind a telegram's number, which can reach the next line: `(NOTAL)`, `AND PREVIOUS`.
pub(in crate::heading) fn behind_notes(text: &str, at: usize) -> usize {
    const LONGEST: usize = 80;
    let mut end = at;
    let mut cursor = Cursor::new(text, at);
    loop {
        cursor.marks(b" \n,");
        if cursor.peek() == Some(b'(') && mark_at(text, cursor.at()).is_none_or(|mark| mark.form != Form::Plain) {
            let inside = cursor.rest().as_bytes().iter().take(LONGEST);
            let Some(close) = inside.clone().position(|byte| *byte == b')') else { return end };
            cursor.forward(close.saturating_add(1));
        } else if cursor.eat_word("ET") {
            cursor.blanks();
            if !cursor.eat_word("AL") {
                return end;
            }
            cursor.eat(b'.');
        } else if cursor.eat_word("AND") {
            cursor.blanks();
            if !(cursor.eat_word("PREVIOUS") || cursor.eat_word("OTHERS") || cursor.eat_word("EARLIER")) {
                return end;
            }
        } else {
            return end;
        }
        end = cursor.at();
    }
}

/// Where the next reference begins: a telegram or report behind a separator or a document's number, or anything behind
/// a semicolon.
pub(super) fn next_telegram(text: &str, at: usize) -> usize {
    let mut from = at;
    while let Some(found) = slice(text, from..).find([';', ',', '\n', ' ']) {
        let start = from.saturating_add(found);
        let mut next = start;
        let apart = skip_separators(text, &mut next) || reference::ends_with_document(slice(text, at..start));
        let ends = slice(text, start..next).starts_with("; ") && !names_part(text, next);
        let is_next =
            apart && (ends || reference::telegram(text, next).is_some() || reference::report(text, next).is_some());
        if is_next {
            return start;
        }
        from = next.max(start.saturating_add(1));
    }
    text.len()
}

pub(super) fn is_edge(c: char) -> bool {
    c.is_whitespace() || ",;:.".contains(c)
}
