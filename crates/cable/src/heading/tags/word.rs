//! Reads the words of a list of TAGS: codes, names in brackets, and anything between them.

use crate::heading::cursor::{Cursor, trim};
use crate::mark::mark_in_row;
use crate::words::{has_small, in_capitals, one_line, shifted, slice, start_of};
use crate::{TagKind, glossary};
use std::ops::Range;

/// The longest code or name; anything longer is not a tag.
const LONGEST: usize = 64;

const AND: &str = "AND";

/// A word of the list.
pub(super) struct Word {
    pub range: Range<usize>,
    pub code: String,
    /// Its kind according to the table.
    pub known: Option<TagKind>,
    /// Whether a comma stands in front of it, or it begins a list with commas.
    pub comma: bool,
    /// Whether `AND` stands in front of it.
    pub and: bool,
    /// Whether it is in brackets and not a code of the table.
    pub bracketed: bool,
}

impl Word {
    /// The kind by the table, or otherwise by shape.
    pub fn kind(&self) -> TagKind {
        self.known.unwrap_or_else(|| by_shape(&self.code))
    }
}

/// The words of the list, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut cursor = Cursor::new(text, 0);
    // The first word of a list with commas counts as behind one.
    let (mut comma, mut and) = (text.contains(','), false);
    while let Some(byte) = cursor.peek() {
        if byte.is_ascii_alphanumeric() {
            let range = word(&mut cursor);
            let range = trim(text, range, |c| c == '-' || c == '\'');
            let code = slice(text, range.clone()).to_ascii_uppercase();
            and |= code == AND;
            if byte.is_ascii_alphabetic() && code.len() <= LONGEST && !is_filler(&code) {
                words.push(Word { range, known: glossary::tag_kind(&code), code, comma, and, bracketed: false });
                (comma, and) = (false, false);
            }
        } else if let Some(end) = aside(text, cursor.at(), words.last()) {
            cursor.forward(end);
        } else if byte == b'('
            && let Some(inner) = bracketed(text, cursor.at())
        {
            cursor = Cursor::new(text, inner.end.saturating_add(1));
            let code = in_capitals(&one_line(slice(text, inner.clone())));
            let known = glossary::tag_kind(&code);
            words.push(Word { range: inner, code, known, comma, and, bracketed: known.is_none() });
            (comma, and) = (false, false);
        } else {
            comma |= byte == b',';
            cursor.step();
        }
    }
    words
}

/// Moves over a word. A point between two initials or in front of a hyphen does not separate codes: `U.S.-TARSIAN`.
/// Behind a letter and in front of a longer word it does: `A.PREL`.
fn word(cursor: &mut Cursor<'_>) -> Range<usize> {
    let is_initial = |text: &str| match text.as_bytes() {
        [letter] => letter.is_ascii_alphabetic(),
        [letter, next, ..] => letter.is_ascii_alphabetic() && !next.is_ascii_alphanumeric(),
        [] => false,
    };
    let start = cursor.at();
    let mut last = cursor.word(b"-'");
    while last.len() == 1 && is_initial(last) {
        let Some(behind) = cursor.rest().strip_prefix('.') else { break };
        if !is_initial(behind) && !behind.starts_with('-') {
            break;
        }
        cursor.step();
        last = cursor.word(b"-'");
    }
    start..cursor.at()
}

/// The length of a bracket at `at` that holds no code of the list.
fn aside(text: &str, at: usize, above: Option<&Word>) -> Option<usize> {
    removed(slice(text, at..)).or_else(|| meaning(text, at, above?)).or_else(|| mark(slice(text, at..)))
}

/// The length of a mark at the start of `text` that gives the list's classification: `(U) PREL, XG`. Codes of the table
/// are not marks, as a country's two letters can look like one.
fn mark(text: &str) -> Option<usize> {
    let (len, _) = mark_in_row(text).filter(|_| text.starts_with('('))?;
    let inner = slice(text, 1..).split(')').next()?;
    glossary::tag_kind(inner).is_none().then_some(len)
}

/// The length of `[SOURCE REMOVED]` or the like at the start of `text`.
fn removed(text: &str) -> Option<usize> {
    let (words, len) = in_square(text)?;
    let words = words.to_ascii_uppercase();
    (words.contains("REMOVED") || words.contains("REDACTED")).then_some(len)
}

/// The length of the bracket at `at` in which an archive prints the meaning of the code right in front: `ECON [Economic
/// Affairs]`. Its words are not all in capitals, as codes and names are. The brackets behind a visit's code hold
/// persons instead.
fn meaning(text: &str, at: usize, code: &Word) -> Option<usize> {
    let (words, len) = in_square(slice(text, at..))?;
    let is_code = !code.bracketed && code.kind() != TagKind::Unknown && !is_visit(&code.code);
    let is_behind = slice(text, code.range.end..at).trim().is_empty();
    let is_code_or_name = |word: &str| !has_small(word) || glossary::tag_kind(&in_capitals(word)).is_some();
    let mut capitalized =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
    let is_title = words.trim_start().starts_with(char::is_uppercase);
    (is_code && is_behind && is_title && !capitalized.any(is_code_or_name)).then_some(len)
}

/// The words in the square bracket at the start of `text`, and its length.
fn in_square(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('[')?;
    let len = inside.as_bytes().iter().take(LONGEST).position(|byte| *byte == b']')?;
    Some((inside.get(..len)?, "[]".len().saturating_add(len)))
}

/// Whether the names of the travellers must stand behind a code (5 FAH-3; the Department reminded all posts of it in
/// 1974).
pub(super) fn is_visit(code: &str) -> bool {
    matches!(code, "OCON" | "OEXC" | "OREP" | "OTRA" | "OVIP")
}

/// The words between the bracket at `at` and the next one, if that closes it and they can be a name.
fn bracketed(text: &str, at: usize) -> Option<Range<usize>> {
    let inside = text.get(at..)?.strip_prefix('(')?;
    let len = inside.bytes().take(LONGEST).position(|byte| b"()".contains(&byte))?;
    let (name, _) = inside.split_at_checked(len).filter(|(_, behind)| behind.starts_with(')'))?;
    let inner = trim(text, shifted(0..name.len(), start_of(inside, text)), char::is_whitespace);
    slice(text, inner.clone()).starts_with(char::is_alphabetic).then_some(inner)
}

/// Whether a word is `AND`, a caption that a print put among the codes, or a row of X that stands for a deletion.
fn is_filler(code: &str) -> bool {
    code == AND || code == "SIPDIS" || (code.len() > 4 && code.bytes().all(|byte| byte == b'X'))
}

/// The kind by the table, or otherwise by shape.
pub(super) fn kind(code: &str) -> TagKind {
    glossary::tag_kind(code).unwrap_or_else(|| by_shape(code))
}

/// The kind by shape: country codes have two letters, program codes four, the first of them K.
fn by_shape(code: &str) -> TagKind {
    let letters = code.bytes().all(|byte| byte.is_ascii_uppercase());
    match code.len() {
        2 if letters => TagKind::Geographic,
        4 if letters && code.starts_with('K') => TagKind::Program,
        _ => TagKind::Unknown,
    }
}
