//! Reads who classified a telegram, and why: `Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).`

mod column;

use super::{
    cursor::{Cursor, trim},
    person::person,
    reasons::reasons,
};
use crate::mark::portion_mark;
use crate::misspelt::is_near;
use crate::words::{head, last_is, shifted, slice, words};
use crate::{Classifier, Field, Logical, Span};
pub(crate) use column::cuts_word;
use std::ops::Range;

/// Words that end the name if no section of the order does.
const ENDS: [&str; 12] = [
    "DERIVED FROM",
    "DECLASSIFY ON",
    "DECL ON",
    "FOR REAS",
    "PURSUANT TO",
    "BASED ",
    "DUE TO ",
    " ACCORDING TO",
    " IN ACCORDANCE",
    " E.O",
    " E. O. 1",
    " EO 1",
];

/// How many bytes are searched for a repeated label: `This message classified by`, `1. CLASSIFIED BY`.
const LONGEST_AGAIN: usize = 32;

/// What a "Classified By" line says.
pub(crate) struct Classified {
    pub people: Vec<Field<Classifier>>,
    pub reasons: Vec<Field<String>>,
    /// The words in place of the name, if they are not one: `Ambassador`.
    pub unnamed: Option<Span>,
}

/// Reads a "Classified By" line, with or without its label. A telegram that is only derived from classified sources
/// names nobody.
pub(crate) fn classified_by(field: &Logical) -> Classified {
    let text = field.text();
    let (label, people, reasons) = read(text);
    let unnamed = people.is_empty().then(|| office(text, &label)).flatten().map(|office| field.source(office));
    let label = field.source(label);
    let fields = people.into_iter().enumerate().map(|(index, (range, value))| {
        let raw = field.source(range);
        let label = if index == 0 && !label.is_empty() { label } else { Span::empty(raw.start) };
        Field { label, raw, value }
    });
    let reasons = reasons.into_iter().map(|(range, value)| Field::bare(field.source(range), value));
    Classified { people: fields.collect(), reasons: reasons.collect(), unnamed }
}

/// The words in front of the reasons, where they name nobody.
fn office(text: &str, label: &Range<usize>) -> Option<Range<usize>> {
    let reasons = reasons(slice(text, label.end..))?;
    let end = label.end.saturating_add(reasons.range.start);
    let end = label.end.saturating_add(name_end(slice(text, label.end..end)));
    let words = trim(text, label.end..end, |c| !c.is_alphanumeric());
    (!is_derived(slice(text, words.clone()))).then_some(words)
}

type Placed<T> = Vec<(Range<usize>, T)>;

fn read(text: &str) -> (Range<usize>, Placed<Classifier>, Placed<String>) {
    let label = label(text);
    let reasons = reasons(slice(text, label.end..));
    let end = reasons.as_ref().map_or(text.len(), |reasons| label.end.saturating_add(reasons.range.start));
    let letters = reasons.into_iter().flat_map(|reasons| reasons.letters);
    let letters = letters.map(|(range, reason)| (shifted(range, label.end), reason)).collect();
    (label.clone(), people(text, label.end..end), letters)
}

/// The place of `Classified By:` or a misprint of it (`Classfied`), also if doubled or beside a portion mark.
fn label(text: &str) -> Range<usize> {
    let mut cursor = Cursor::new(text, 0);
    cursor.blanks();
    let start = cursor.at();
    let mut end = start;
    let mut searched = None;
    loop {
        if let Some((len, _)) = portion_mark(cursor.rest()) {
            cursor.forward(len);
        }
        cursor.blanks();
        let word = cursor.letters().to_ascii_uppercase();
        cursor.blanks();
        let is_label = (8..=11).contains(&word.len()) && word.starts_with("CLAS") && word.ends_with("ED");
        if !is_label || !cursor.eat_word("BY") {
            let rest = slice(text, end..);
            if searched != Some(end)
                && let Some(again) = head(rest, LONGEST_AGAIN).to_ascii_uppercase().find("CLASSIFIED BY")
            {
                searched = Some(end);
                cursor = Cursor::new(text, end.saturating_add(again));
                continue;
            }
            let mark = portion_mark(rest).map_or(0, |(len, _)| len);
            return start..end.saturating_add(mark);
        }
        cursor.blanks_and(b":;.");
        end = cursor.at();
    }
}

fn people(text: &str, range: Range<usize>) -> Placed<Classifier> {
    let end = range.start.saturating_add(name_end(slice(text, range.clone())));
    let upper = slice(text, range.start..end).to_ascii_uppercase();
    // `DOS CLASSIFICATION GUIDE BY JANE ROE`
    let name = upper.split_once("GUIDE BY ").map_or(upper.as_str(), |(_, name)| name);
    let whole = trim(text, end.saturating_sub(name.len())..end, |c| c.is_whitespace() || ",;:-?(".contains(c));
    let names = slice(text, whole.clone());
    // A name that a copy cut off cannot be completed: `Ambas...`.
    let is_cut = names.ends_with("..") && names.trim_end_matches('.').ends_with(char::is_alphabetic);
    if is_cut || is_derived(names) {
        return Vec::new();
    }
    // Two people are joined by AND; a function can hold that word too ("Political and Economic Affairs").
    let two = names.to_ascii_uppercase().find(" AND ").and_then(|at| {
        let left = shifted(0..at, whole.start);
        let right = left.end.saturating_add(" AND ".len())..whole.end;
        Some(vec![(left.clone(), half(text.get(left)?)?), (right.clone(), half(text.get(right)?)?)])
    });
    two.unwrap_or_else(|| person(names).map(|person| (whole, person)).into_iter().collect())
}

/// Reads one of two people. A name needs two words, as a single one can be half a function.
fn half(text: &str) -> Option<Classifier> {
    person(text).filter(|person| person.name.contains(' '))
}

/// Where the name ends: in front of "for reasons" and the like, or of the number of a section.
fn name_end(text: &str) -> usize {
    let upper = text.to_ascii_uppercase();
    let is_end = |at: &usize| {
        let may_begin = matches!(upper.as_bytes().get(*at), Some(b' ' | b'B' | b'D' | b'F' | b'P'));
        may_begin && upper.get(*at..).is_some_and(|rest| ENDS.iter().any(|words| rest.starts_with(words)))
    };
    let end = (0..upper.len()).find(is_end).into_iter().chain(reason(&upper)).chain(section(&upper)).min();
    // "For reasons under section" is four words.
    (0..4).fold(end.unwrap_or(text.len()), |end, _| {
        let (before, behind) = text.split_at_checked(end).unwrap_or((text, ""));
        before_closing_word(before).filter(|_| !ends_in_office(before, behind)).unwrap_or(end)
    })
}

/// Whether words end in an office of a post: `John Doe, Political Section; `. If only a blank separates `Section` from
/// a number `behind`, it is a section of the order.
fn ends_in_office(words: &str, behind: &str) -> bool {
    let words = words.trim_end();
    let office = words.trim_end_matches([',', ';', '.']);
    let is_cited = office.len() == words.len() && !behind.trim_start().starts_with(char::is_alphabetic);
    let whole = office.strip_suffix(" Section").or_else(|| office.strip_suffix(" SECTION"));
    let name = whole.and_then(|whole| whole.rsplit_once(',')).map_or("", |(_, name)| name.trim());
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && before_closing_word(word).is_none();
    !is_cited && !name.is_empty() && name.split(' ').all(is_name)
}

/// Where the word REASON or a misprint of it stands: `reaons`, `RASONS`.
fn reason(upper: &str) -> Option<usize> {
    let is_reason = |word: &str| {
        let word = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        (5..=8).contains(&word.len())
            && word.starts_with('R')
            && ["REASON", "REASONS"].iter().any(|reason| is_near(word, reason, 1))
    };
    words(upper).find(|word| upper.get(word.clone()).is_some_and(is_reason)).map(|word| word.start)
}

/// Where a number like that of a section stands that a misprint kept from being read as a reason: `1.2 (b)`, `1,4`.
fn section(upper: &str) -> Option<usize> {
    upper.as_bytes().windows(3).position(|window| match window {
        [first, mark, last] => first.is_ascii_digit() && b".,".contains(mark) && last.is_ascii_digit(),
        _ => false,
    })
}

/// Where the word starts that introduces the reasons, if `text` ends with one. A line wrap can split it: `Reas ons`.
fn before_closing_word(text: &str) -> Option<usize> {
    ["REASONS", "REASON", "SECTION", "PARA", "UNDER", "FOR", "FO", "FR", "PER"].iter().find_map(|word| {
        let mut letters = text.bytes().enumerate().rev().filter(|(_, byte)| byte.is_ascii_alphabetic());
        let mut start = text.len();
        for letter in word.bytes().rev() {
            start = letters.next().filter(|(_, byte)| byte.eq_ignore_ascii_case(&letter))?.0;
        }
        let is_apart = !last_is(slice(text, ..start), u8::is_ascii_alphanumeric);
        is_apart.then_some(start)
    })
}

fn is_derived(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    upper.is_empty() || upper.starts_with("DERIVED") || upper.contains("MULTIPLE SOURCES") || upper.starts_with("DSCG")
}

#[cfg(test)]
mod tests;
