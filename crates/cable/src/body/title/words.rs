//! Titles: which words can be one.

use super::heading::{is_labelled, is_rule};
use crate::body::count::label;
use crate::body::ending::ends_section_stopped;
use crate::body::section::{is_bound, kind_of_title};
use crate::heading::classification;
use crate::item;
use crate::known::{is_one_of, last_word};
use crate::mark::portion_mark;
use crate::prose::{is_capitalised, unquoted};
use crate::words::{has_small, is_number, slice, start_of};
use std::ops::Range;

/// A line of a title has at most this many bytes.
pub(super) const MOST_BYTES: usize = 90;

/// What some posts set on both sides of a title: `//COMMENT//`.
pub(super) const STROKES: &str = "//";

/// Only a title has this many signs on either side; items of a list can have one less.
pub(super) const MOST_SIGNS: usize = 3;
pub(in crate::body) const FEWEST_SIGNS: usize = 2;

/// Titles of parts of a text that need nothing around them, in the singular: the most frequent ones of those that name
/// no section, and the parts of a staff paper.
const NAMES: [&str; 11] = [
    "background",
    "participant",
    "objective",
    "reporting deadline",
    "reporting requirement",
    "point of contact",
    "talking point",
    "next step",
    "discussion",
    "conclusion",
    "recommendation",
];

/// Whether a row reads like a title: short, no label, no full stop at its end but perhaps three, and no words that
/// bound a section.
pub(crate) fn is_title(line: &str) -> bool {
    line.len() <= MOST_BYTES && reads_like_title(line)
}

pub(super) fn reads_like_title(line: &str) -> bool {
    let line = without_mark(line);
    begins_like_title(line) && (!ends_stopped(line) || line.ends_with("..."))
}

/// Whether a row that a rule sets apart reads like a title: it can end with a stop of its own.
pub(in crate::body) fn reads_like_ruled_title(line: &str) -> bool {
    reads_like_title(line) || begins_like_title(line) && has_own_stop(line)
}

fn ends_stopped(line: &str) -> bool {
    unquoted(line).ends_with(['.', ';'])
}

fn begins_like_title(line: &str) -> bool {
    !is_rule(line)
        && !item::is_item(line)
        && label::read(line).is_none()
        && !is_bound(line)
        && !ends_section_stopped(line)
        && line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '(' | '[' | '.' | '\''))
}

/// Whether the stop at the end of a title is not that of a sentence, but of an abbreviation, `Boats of the U.S.`, of a
/// quotation, `The Mayor: "We Have Boats."`, or of a list, `Boats and Ropes;`. In capitals nothing tells such a title
/// from a sentence.
fn has_own_stop(title: &str) -> bool {
    let words = title.trim_end_matches(['"', '”', '.', ';']);
    let is_own = || title.ends_with(';') || ends_abbreviated(title) || ends_quoted(title);
    words.len() < title.len() && has_small(title) && is_capitalised(words.trim_start_matches(['"', '“'])) && is_own()
}

/// Whether a title in capitals ends with an abbreviation that names a state or the United Nations, and is a title
/// without its last stop: `BOATS OF THE U.S.`
pub(super) fn is_abbreviated(title: &str) -> bool {
    const NAMES: [&str; 4] = ["U.S.", "U.N.", "U.K.", "U.A.E."];
    let named = |(words, last): &(&str, &str)| NAMES.contains(last) && !words.ends_with(',');
    let is_whole = |title: &str| is_title(title) && is_capitalised(title);
    !has_small(title)
        && title.rsplit_once(' ').is_some_and(|split| named(&split))
        && title.strip_suffix('.').is_some_and(is_whole)
}

/// Whether the last word is an abbreviation of capitals: `U.S.`
fn ends_abbreviated(title: &str) -> bool {
    let last = last_word(title);
    last.len() >= "U.S.".len()
        && last.as_bytes().chunks(2).all(|pair| matches!(pair, [letter, b'.'] if letter.is_ascii_uppercase()))
}

/// Where a title stands in its row between two strokes, `//COMMENT//`, `))COMMENT))`, `--COMMENT--`, between stars, or
/// between `fewest` of a sign that rules are made of: `--- Comment ---`. A level there is a banner.
pub(in crate::body) fn between_signs(line: &str, fewest: usize) -> Option<Range<usize>> {
    let inner = [STROKES, "))", "--"].iter().find_map(|strokes| line.strip_prefix(strokes)?.strip_suffix(strokes));
    let inner = inner.filter(|inner| inner.starts_with(char::is_alphanumeric));
    let within = |inner: &str| STROKES.len()..STROKES.len().saturating_add(inner.len());
    let between = |sign| between(line, sign, if sign == '*' { 2 } else { fewest });
    let title = inner.map(within).or_else(|| ['*', '-', '=', '_', '~'].into_iter().find_map(between));
    title.filter(|title| classification(slice(line, title.clone())).is_none())
}

/// Where a title stands between equally many of `mark` in front and behind, at least `fewest`: `* * * Comment * * *`,
/// `*** COMMENT ***`, `--- COMMENT ---`.
fn between(line: &str, mark: char, fewest: usize) -> Option<Range<usize>> {
    let behind = line.strip_prefix(mark)?.trim_start_matches([mark, ' ']);
    let start = start_of(behind, line);
    let end = line.trim_end_matches([mark, ' ']).len();
    let marks = |side: &str| side.matches(mark).count();
    let (front, back) = (marks(line.get(..start)?), marks(line.get(end..)?));
    (start < end && front >= fewest && front == back).then_some(start..end)
}

/// Whether a row is the name of a part of the text and nothing else: `BACKGROUND:`
pub(in crate::body) fn is_name(line: &str) -> bool {
    let bare = line.trim_end_matches([':', ' ']);
    let one = bare.strip_suffix(['S', 's']).unwrap_or(bare);
    is_one_of(one, &NAMES)
}

/// A title without the mark in round brackets in front of it: `(C) SUMMARY`.
pub(in crate::body) fn without_mark(line: &str) -> &str {
    if line.starts_with('(') { behind_mark(line) } else { line }
}

/// A title without its mark, also where a square bracket, or none, stands in front of that.
pub(in crate::body) fn behind_mark(line: &str) -> &str {
    portion_mark(line).and_then(|(len, _)| line.get(len..)).map_or(line, str::trim_start)
}

/// `2009: The Year of the Strike`: the words behind the year.
pub(super) fn without_year(line: &str) -> &str {
    let is_year = |word: &str| word.len() == 4 && is_number(word);
    line.split_once(": ").filter(|(year, _)| is_year(year)).map_or(line, |(_, title)| title)
}

/// Whether a title ends with a remark in brackets: `Jane Roe (born in Tarsis)`.
pub(super) fn ends_with_remark(title: &str) -> bool {
    let is_remark = |inner: &str| {
        inner.ends_with(')') && inner.matches('(').count().saturating_add(1) == inner.matches(')').count()
    };
    title.split_once(" (").is_some_and(|(words, inner)| is_capitalised(words) && is_remark(inner))
}

/// Whether a title ends with words in quotation marks that begin in it: `The "Old Quay"`.
pub(super) fn ends_quoted(title: &str) -> bool {
    const MARKS: [char; 3] = ['"', '“', '”'];
    let words = title.trim_end_matches(MARKS);
    words.len() < title.len()
        && title.matches(MARKS).count().is_multiple_of(2)
        && is_capitalised(words.trim_start_matches(MARKS).trim_end_matches('.'))
}

/// Whether a line names a part of a quoted agreement: `ARTICLE IV`.
pub(super) fn is_article(line: &str) -> bool {
    let number = line.strip_prefix("ARTICLE ").unwrap_or_default();
    let is_roman = |byte: u8| matches!(byte, b'I' | b'V' | b'X' | b'L');
    is_number(number) || !number.is_empty() && number.bytes().all(is_roman)
}

/// Whether a title names a section.
pub(crate) fn is_known(line: &str) -> bool {
    kind_of_title(line).is_some()
}

/// Whether a line can be a title between two rules: it may end with anything, but has something besides dashes.
pub(super) fn is_title_line(line: &str) -> bool {
    let is_dashes = line.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b' '));
    line.len() <= MOST_BYTES && !is_dashes && !is_bound(line) && !is_labelled(line)
}
