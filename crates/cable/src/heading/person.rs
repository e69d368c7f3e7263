//! Reads names and titles as they stand behind "Classified By".

mod title;

use super::cursor::Cursor;
use crate::Classifier;
use crate::known::is_among;
use crate::words::{behind_last, first_is};
use std::ops::Range;
pub(super) use title::is_known as is_title;
use title::title_len;

/// Words that lead from a function to its object: `Ambassador to Tarsis`.
const PREPOSITIONS: [&str; 6] = ["AT", "FOR", "IN", "OF", "ON", "TO"];

/// Words that end a name: the reasons follow, or a clause.
const CLOSERS: &str = "based by due for is on per pursuant reason reasons under";

/// Words of a name that begin with a small letter.
const PARTICLES: &str = "al bin d da das de del den der di do dos du el ibn la le van von y";

/// Words that follow a comma and still belong to the name.
const SUFFIXES: [&str; 5] = ["II", "III", "IV", "JR", "SR"];

/// The most words of a name; more are a sentence.
const WORDS: usize = 6;

/// The longest title in bytes; anything longer behind a name is text that damage joined to it. Titles with office and
/// department have some eighty bytes, those of several offices twice as many.
const LONGEST_TITLE: usize = 200;

/// Reads `Ambassador Jane Roe` and `Jane Roe, Ambassador, Elbonia`; `None` if there is no name.
pub(super) fn person(text: &str) -> Option<Classifier> {
    let range = name(text)?;
    let is_edge = |c: char| c.is_whitespace() || ",;:-?/".contains(c);
    let before = text.get(..range.start)?.trim_matches(is_edge);
    let behind = text.get(range.end..)?;
    // Words that begin with the reasons do not describe the person.
    let closes = behind.split_whitespace().next().is_some_and(|word| is_among(word, CLOSERS));
    let behind = if closes || behind.len() > LONGEST_TITLE { "" } else { behind.trim_matches(is_edge) };
    let behind = if behind.ends_with("a.i.") { behind } else { behind.trim_matches('.').trim_matches(is_edge) };
    let title = match (before, behind) {
        ("", title) | (title, "") => title.to_owned(),
        (before, office) if office.starts_with('(') => format!("{before} {office}"),
        (before, function) => format!("{before}, {function}"),
    };
    Some(Classifier { name: mend(text.get(range)?)?, title: Some(title).filter(|title| !title.is_empty()) })
}

/// Where the name stands: the words behind the last title of the first part, between commas, that is more than a title.
fn name(text: &str) -> Option<Range<usize>> {
    let parts = parts(text);
    let mut rest = parts.iter();
    let mut range = rest.by_ref().find_map(|part| behind_titles(text, part.clone()))?;
    for part in rest {
        if !text.get(part.clone()).is_some_and(is_suffix) {
            break;
        }
        range.end = part.end;
    }
    Some(range)
}

/// The parts between commas, colons, and dashes (or what damage made of them) with blanks around them.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_dash =
            matches!(c, '-' | '?' | '–') && before == ' ' && chars.peek().is_none_or(|(_, next)| *next == ' ');
        if c == ',' || c == ':' || is_dash {
            parts.push(start..at);
            start = chars.peek().map_or(text.len(), |(next, _)| *next);
        }
        before = c;
    }
    parts.push(start..text.len());
    parts
}

fn behind_titles(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let part = before_bracket(text, part);
    let ranges = words(text, part.clone());
    let words: Vec<&str> = ranges.iter().filter_map(|range| text.get(range.clone())).collect();
    let last = (0..words.len()).rev().find(|at| title_len(&words, *at) > 0);
    let mut first = last.map_or(0, |last| last.saturating_add(title_len(&words, last)));
    if last.is_some() && words.get(first).is_some_and(|word| PREPOSITIONS.contains(&letters(word).as_str())) {
        first = words.len().saturating_sub(surname_len(words.get(first.saturating_add(1)..)?)?);
    }
    let start = ranges.get(first)?.start;
    // "Acting DCM/Jane Roe": a stroke can stand where a blank belongs.
    let glued = words.get(first)?.rfind('/').map_or(0, |stroke| stroke.saturating_add(1));
    // A full word with a full stop ends the sentence; initials and "Jr." do not.
    let is_sentence_end = |word: &str| word.ends_with('.') && letters(word).len() > 2 && !is_suffix(word);
    let named = ranges.get(first..)?.iter().zip(words.get(first..)?);
    // A name with a number behind it is a telegram's.
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    if named.clone().find(|(_, word)| !is_of_name(word)).is_some_and(|(_, word)| is_number(word)) {
        return None;
    }
    let end = named.clone().find(|(_, word)| is_sentence_end(word)).map_or(part.end, |(range, _)| range.end);
    let end = named.take_while(|(range, word)| range.start < end && is_of_name(word)).last()?.0.end;
    let range = start.saturating_add(glued)..end;
    text.get(range.clone()).filter(|name| name.chars().filter(|c| c.is_alphabetic()).count() > 1)?;
    Some(range)
}

/// The part without a bracket at its end: `Jane Roe (acting)`.
fn before_bracket(text: &str, part: Range<usize>) -> Range<usize> {
    let words = text.get(part.clone()).unwrap_or_default().trim_end_matches(['.', ' ', '\n']);
    let open = words.rfind('(').filter(|open| words.ends_with(')') && *open > 0);
    open.map_or(part.clone(), |open| part.start..part.start.saturating_add(open))
}

/// Whether a word can be part of a name: letters, marks of names, and a zero misread for O.
fn is_of_name(word: &&str) -> bool {
    !is_among(word, CLOSERS)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '"' | '“' | '”' | '0' | '/' | ';'))
}

/// How many words form the name at the end of a function with an object: `for Central Tarsis Jane A. Roe` gives three.
/// Of two words the first counts as the object.
fn surname_len(words: &[&str]) -> Option<usize> {
    let mut behind = words.iter().rev();
    behind.next()?;
    let is_initial = |word: &str| letters(word).len() == 1 || is_among(word, PARTICLES) || is_suffix(word);
    let initials = behind.take_while(|word| is_initial(word)).count();
    let suffix = usize::from(words.last().is_some_and(|last| is_suffix(last)));
    match words.len() {
        0 | 1 => None,
        2 => Some(1),
        all => Some(initials.saturating_add(suffix).saturating_add(2).min(all)),
    }
}

fn words(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut cursor = Cursor::new(text.get(..part.end).unwrap_or_default(), part.start);
    let mut words = Vec::new();
    loop {
        cursor.blanks();
        let start = cursor.at();
        while cursor.peek().is_some_and(|byte| !byte.is_ascii_whitespace()) {
            cursor.step();
        }
        if cursor.at() == start {
            return words;
        }
        words.push(start..cursor.at());
    }
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&letters(word).as_str())
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_ascii_alphabetic()).map(|c| c.to_ascii_uppercase()).collect()
}

/// The name on one line, with words that a line wrap split joined again (`Andrew D oe`); `None` if it cannot be a name.
fn mend(written: &str) -> Option<String> {
    let mut name = String::new();
    let mut words: usize = 0;
    let is_small = |word: &str| first_is(word, u8::is_ascii_lowercase) && !is_among(word, PARTICLES);
    let mut rest = written.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        let is_torn = is_small(word);
        // Several small words are a clause.
        let is_clause = word.contains('.') || rest.peek().is_some_and(|next| is_small(next));
        if !name.is_empty() && !is_torn {
            name.push(' ');
        } else if !name.is_empty() && is_clause {
            break;
        }
        words = words.saturating_add(usize::from(!is_torn || name.is_empty()));
        name.push_str(word);
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || ",;:-".contains(c));
    let is_junior = matches!(letters(behind_last(name, b" ")).as_str(), "JR" | "SR");
    let name = if is_junior { name } else { name.trim_end_matches('.') };
    let is_upright =
        name.starts_with(|c: char| c.is_uppercase()) || PARTICLES.split(' ').any(|word| name.starts_with(word));
    let is_name = is_upright && words <= WORDS && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    is_name.then(|| name.to_owned())
}
