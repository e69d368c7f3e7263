//! Reads TAGS: traffic analysis by geography and subject.

mod word;

use crate::known::is_among;
use crate::words::{last_is, one_line, shifted};
use crate::{Field, Logical, Span, Tag, TagKind, glossary};
use memchr::memmem;
use std::{collections::HashMap, ops::Range};
use word::{Word, is_visit, kind, words};

/// Terms of several words that posts set among the codes. In a list with commas, words between two commas that are not
/// codes form one term, too.
const TERMS: &str = "\
    CONSULAR_AFFAIRS COUNTER_TERRORISM COUNTRY_CLEARANCE DOMESTIC_POLITICS ECONOMIC_AFFAIRS ECONOMY_AND_FINANCE \
    FOREIGN_POL FOREIGN_POLICY GAZA_DISENGAGEMENT GLOBAL_DEFENSE HUMAN_RIGHTS IRAQI_FREEDOM \
    ISRAELI_PALESTINIAN_AFFAIRS ITALIAN_POLITICS ITALY_NATIONAL_ELECTIONS MEDIA_REACTION_REPORT \
    MEETINGS_WITH_AMBASSADOR NEW_ZEALAND TIP_IN_TURKEY";

/// A repeated code, where it stands, and where it stands first.
pub(crate) type TagRepeat = (String, Span, Span);

/// Reads the words behind the label. Returns the codes in the text's order and in upper case, each once, and all
/// repeats. `known` holds the codes of fields above; these are added.
pub(crate) fn tags(field: &Logical, known: &mut HashMap<String, Span>) -> (Vec<Field<Tag>>, Vec<TagRepeat>) {
    let mut tags: Vec<Field<Tag>> = Vec::new();
    let mut repeats = Vec::new();
    for (range, tag) in read(field.text()) {
        let raw = field.source(range);
        match known.get(&tag.code) {
            Some(first) => repeats.push((tag.code, raw, *first)),
            None => {
                known.insert(tag.code.clone(), raw);
                tags.push(Field::bare(raw, tag));
            }
        }
    }
    (tags, repeats)
}

fn read(text: &str) -> Vec<(Range<usize>, Tag)> {
    if ["N/A", "NA", "NONE"].contains(&text.trim().trim_end_matches('.').to_ascii_uppercase().as_str()) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if word.bracketed {
            found.extend(persons(word));
            continue;
        }
        if let Some((len, term)) = term(text, word, rest.as_slice()) {
            let last = len.checked_sub(1).and_then(|last| rest.nth(last)).unwrap_or(word);
            found.push((word.range.start..last.range.end, tag(&term, TagKind::Unknown)));
            continue;
        }
        // The city of a mission is part of its name, not a code: `USEU BRUSSELS`.
        if let Some(city) = city(word, rest.as_slice()).and_then(|last| rest.nth(last)) {
            found.push((word.range.start..city.range.end, tag(&word.code, TagKind::Organization)));
            continue;
        }
        // A line wrap can split a code: `PGO V`.
        if let Some(next) = rest.as_slice().first().filter(|next| is_torn(word, next)) {
            let code = format!("{}{}", word.code, next.code);
            found.push((word.range.start..next.range.end, tag(&code, kind(&code))));
            rest.next();
            continue;
        }
        // Behind these stand visitors' names, which can look like any code.
        let is_beside_name =
            found.last().is_some_and(|(_, tag): &(_, Tag)| is_visit(&tag.code) || tag.kind == TagKind::Unknown);
        match word.known {
            Some(kind) => found.push((word.range.clone(), tag(&word.code, kind))),
            None => found.extend(parts(&word.code).into_iter().map(|part| {
                let range = shifted(part.clone(), word.range.start);
                let written = word.code.get(part).unwrap_or_default();
                let code = mended(written).filter(|_| !is_beside_name).unwrap_or_else(|| written.to_owned());
                (range, tag(&code, kind(&code)))
            })),
        }
        if is_visit(&word.code)
            && let [last, first, behind @ ..] = rest.as_slice()
            && is_visitor(last, first, behind.first())
        {
            let person = format!("{}, {}", last.code, first.code);
            found.push((last.range.start..first.range.end, tag(&person, TagKind::Person)));
            rest.nth(1);
        } else if is_visit(&word.code) {
            let surname = |word: &Word| (word.range.clone(), tag(&word.code, TagKind::Person));
            let names = surnames(rest.as_slice());
            found.extend(rest.by_ref().take(names).map(surname));
        }
    }
    found
}

/// How many of the `next` words form a term with `word`, and the term.
fn term(text: &str, word: &Word, next: &[Word]) -> Option<(usize, String)> {
    let words = |len: usize| {
        let end = next.get(..len)?.last().map_or(word.range.end, |last| last.range.end);
        Some(one_line(text.get(word.range.start..end)?).to_ascii_uppercase())
    };
    let is_plain = |word: &Word| !word.bracketed && word.kind() == TagKind::Unknown && word.code.len() > 2;
    // `IN` is a country's code too.
    let is_inside = |word: &Word| is_plain(word) || matches!(word.code.as_str(), "IN" | "OF" | "ON");
    let between_commas = || {
        let len = next.iter().take(4).take_while(|next| !next.comma && is_inside(next)).count();
        let ends = next.get(len).is_none_or(|next| next.comma);
        let last = next.get(..len)?.last()?;
        (word.comma && is_plain(word) && ends && len < 4 && is_plain(last)).then_some((len, words(len)?))
    };
    let listed = || {
        let mut terms = (1..=3).filter_map(|len| Some((len, words(len)?)));
        begins_term(&word.code).then(|| terms.find(|(_, term)| is_among(&term.replace(' ', "_"), TERMS)))?
    };
    between_commas().or_else(listed)
}

/// Whether a term has this word in front of another.
fn begins_term(word: &str) -> bool {
    let begins = |at: usize| {
        let (before, behind) = TERMS.split_at_checked(at).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && behind.as_bytes().get(word.len()) == Some(&b'_')
    };
    // Codes of countries have two letters, and no term has a word of two letters in front.
    word.len() > 2 && memmem::find_iter(TERMS.as_bytes(), word).any(begins)
}

/// Whether a row of one word ends a term that begins on the row above.
pub(crate) fn ends_term(above: &str, word: &str) -> bool {
    let is_ended = |term: &str| {
        let begun = term.strip_suffix(word).and_then(|begun| begun.strip_suffix('_')).unwrap_or_default();
        let start = above.len().checked_sub(begun.len()).filter(|_| !begun.is_empty());
        start
            .and_then(|start| above.split_at_checked(start))
            .is_some_and(|(front, end)| end.replace(' ', "_") == begun && !last_is(front, u8::is_ascii_alphanumeric))
    };
    TERMS.split(' ').any(is_ended)
}

/// The index of the last of the one or two `next` words that name the city of a mission.
fn city(mission: &Word, next: &[Word]) -> Option<usize> {
    let is_plain = |word: &Word| !word.comma && !word.bracketed && word.known.is_none();
    let is_mission = |last: &usize| {
        let words = next.get(..=*last).filter(|words| words.iter().all(is_plain)).unwrap_or_default();
        let name: String = std::iter::once(mission).chain(words).map(|word| word.code.as_str()).collect();
        !words.is_empty() && glossary::is_post(&name)
    };
    let is_organization = mission.known == Some(TagKind::Organization);
    [1, 0].into_iter().find(|last| is_organization && is_mission(last))
}

/// The persons in a bracket, separated by `;`: `(ROE, JANE; DOE, JOHN)`.
fn persons(word: &Word) -> Vec<(Range<usize>, Tag)> {
    // Blanks were evened out, so only a single name is placed to the byte.
    let names = word.code.split(';').flat_map(|names| {
        let parts: Vec<&str> = names.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        // If commas separate the persons, too, each has two words: `ROE, JANE, DOE, JOHN`.
        let all = if parts.len().is_multiple_of(2) { 2 } else { parts.len() };
        parts.chunks(all.max(1)).map(|name| name.join(", ")).collect::<Vec<_>>()
    });
    names.map(|name| (word.range.clone(), tag(&name, TagKind::Person))).collect()
}

/// Whether two words are one code: they are in the table together, and not both by themselves.
fn is_torn(word: &Word, next: &Word) -> bool {
    !next.comma
        && !next.bracketed
        && matches!(word.code.len().saturating_add(next.code.len()), 4 | 9..)
        && (word.known.is_none() || next.known.is_none())
        && glossary::tag_kind(&format!("{}{}", word.code, next.code)).is_some()
}

/// Whether two words are a visitor's name without brackets: `OVIP ROE, JANE PREL`. Without a comma, no third word that
/// is not a code may follow.
fn is_visitor(last: &Word, first: &Word, behind: Option<&Word>) -> bool {
    let ends = || behind.is_none_or(|behind| behind.comma || behind.bracketed || !is_name(behind));
    is_name(last) && is_name(first) && !last.comma && (first.comma || ends())
}

/// How many words behind the code of a visit are surnames without brackets: several joined by `AND`, or one that is
/// longer than a code.
fn surnames(words: &[Word]) -> usize {
    let names = words.iter().take_while(|word| is_name(word)).count();
    match words.get(..names).unwrap_or_default() {
        [.., last] if names > 1 && last.and => names,
        [name] if name.code.len() > 4 => names,
        _ => 0,
    }
}

/// The code that a word is with an extra letter, if only one of the table can be meant: `MOPPS`.
fn mended(word: &str) -> Option<String> {
    if !(5..=10).contains(&word.len()) || kind(word) != TagKind::Unknown {
        return None;
    }
    let without = |at: usize| Some(format!("{}{}", word.get(..at)?, word.get(at.saturating_add(1)..)?));
    let mut codes: Vec<_> =
        (0..word.len()).filter_map(without).filter(|code| glossary::tag_kind(code).is_some()).collect();
    codes.dedup();
    if codes.len() == 1 { codes.pop() } else { None }
}

fn tag(code: &str, kind: TagKind) -> Tag {
    Tag { code: code.to_owned(), kind }
}

fn is_name(word: &Word) -> bool {
    let letters = word.code.len() > 2 && word.code.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    !word.bracketed && letters && word.kind() == TagKind::Unknown
}

/// The codes of a word that is not one itself: several that lost the blanks in between (`PRELPGOV`). Every part must be
/// in the table, and the word longer than `MEDIA`, which is not ME and DIA. Otherwise the word is one part.
fn parts(word: &str) -> Vec<Range<usize>> {
    let is_known =
        |range: &Range<usize>| word.get(range.clone()).is_some_and(|code| glossary::tag_kind(code).is_some());
    // Subject and program codes have four letters; a country's two letters stand first or last.
    let glued = |first: usize| -> Vec<_> {
        let rest = (first..word.len()).step_by(4).map(|at| at..word.len().min(at.saturating_add(4)));
        std::iter::once(0..first).filter(|range| !range.is_empty()).chain(rest).collect()
    };
    let mut ways = [glued(0), glued(2)]
        .into_iter()
        .filter(|parts| word.len() > 5 && parts.len() > 1 && parts.iter().all(is_known));
    ways.next().unwrap_or_else(|| std::iter::once(0..word.len()).collect())
}

#[cfg(test)]
mod tests;
