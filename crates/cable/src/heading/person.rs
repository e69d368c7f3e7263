//! Names and titles as they stand behind "Classified By".

use super::cursor::{Cursor, trim};
use crate::Classifier;
use std::ops::Range;

/// Words that are a title or function, or end one, without case, points and marks.
const TITLES: [&str; 93] = [
    "ACTING",
    "ADCM",
    "ADMINISTRATOR",
    "ADVISER",
    "ADVISOR",
    "AFFAIRES",
    "AFFAIRS",
    "AI",
    "AMB",
    "AMBASSADOR",
    "ASSISTANT",
    "ASST",
    "ATTACHE",
    "BUREAU",
    "CAO",
    "CDA",
    "CG",
    "CHARG",
    "CHARGE",
    "CHIEF",
    "COMMERCIAL",
    "CONGEN",
    "CONOFF",
    "CONSUL",
    "CONSULAR",
    "COORDINATOR",
    "COUNS",
    "COUNSELLOR",
    "COUNSELOR",
    "DAFFAIRES",
    "DAO",
    "DAS",
    "DATT",
    "DCM",
    "DEP",
    "DEPUTY",
    "DIR",
    "DIRECTOR",
    "ECON",
    "ECONCOUNS",
    "ECONMINCOUNS",
    "ECONOFF",
    "ECONOMIC",
    "ECOPOL",
    "EMBOFF",
    "ENVOY",
    "EXECUTIVE",
    "FCS",
    "FSO",
    "GENERAL",
    "HEAD",
    "INTERIM",
    "ISN",
    "LABOFF",
    "LEADER",
    "MANAGEMENT",
    "MILITARY",
    "MINCOUNS",
    "MINISTER",
    "MISSION",
    "NAS",
    "OFFICER",
    "PAO",
    "PDAS",
    "POL",
    "POLAD",
    "POLCHIEF",
    "POLCOUN",
    "POLCOUNS",
    "POLCOUNSELOR",
    "POLECON",
    "POLITICAL",
    "POLMIL",
    "POLMILCOUNS",
    "POLMINCOUNS",
    "POLOFF",
    "PRESIDENT",
    "PRINCIPAL",
    "PRT",
    "REPRESENTATIVE",
    "RPO",
    "RSO",
    "SCIENCE",
    "SECRETARY",
    "SENIOR",
    "SPECIAL",
    "STAFF",
    "TDY",
    "UNDER",
    "UNDERSECRETARY",
    "USAID",
    "VICE",
    "VISA",
];

/// Words of a name that begin small.
const PARTICLES: [&str; 20] = [
    "al", "bin", "d", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "van",
    "von", "y",
];

/// Words that follow a comma and still belong to the name.
const SUFFIXES: [&str; 5] = ["II", "III", "IV", "JR", "SR"];

/// More words than this are a sentence.
const WORDS: usize = 6;

/// Reads `Ambassador Jane Roe` and `Jane Roe, Ambassador, Elbonia`; `None` where there is no name.
pub(super) fn person(text: &str) -> Option<Classifier> {
    let range = name(text)?;
    let is_edge = |c: char| c.is_whitespace() || ",;:-".contains(c);
    let before = text[..range.start].trim_matches(is_edge);
    let behind = text[range.end..].trim_matches(is_edge);
    let behind = if behind.ends_with("a.i.") { behind } else { behind.trim_matches('.').trim_matches(is_edge) };
    let title = match (before, behind) {
        ("", title) | (title, "") => title.to_owned(),
        (before, office) if office.starts_with('(') => format!("{before} {office}"),
        (before, function) => format!("{before}, {function}"),
    };
    Some(Classifier { name: mend(&text[range])?, title: Some(title).filter(|title| !title.is_empty()) })
}

/// Where the name stands: the words behind the last title of the first part, between commas, that is not all title.
fn name(text: &str) -> Option<Range<usize>> {
    let parts = parts(text);
    let mut rest = parts.iter();
    let start = rest.by_ref().find_map(|part| behind_titles(text, part.clone()))?;
    let mut range = start.clone();
    for part in rest {
        if !is_suffix(&text[part.clone()]) {
            break;
        }
        range.end = part.end;
    }
    Some(range)
}

/// The parts between commas, and on both sides of a dash that stands apart.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let is_dash = c == '-' && text[..at].ends_with(' ') && text[at + 1..].starts_with(' ');
        if c == ',' || is_dash {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..text.len());
    parts
}

fn behind_titles(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = words(text, part.clone());
    let last = words.iter().rposition(|word| is_title(&text[word.clone()]));
    let first = last.map_or(0, |last| {
        last + 1 + words.get(last + 1).map_or(0, |word| usize::from(ends_title(&text[word.clone()])))
    });
    let start = words.get(first)?.start;
    let bracket = text[start..part.end].find('(').map_or(part.end, |at| start + at);
    // A full word with a point ends the sentence; initials and "Jr." do not.
    let sentence = words[first..].iter().find(|word| {
        let word = &text[(*word).clone()];
        word.ends_with('.') && letters(word).count() > 2 && !is_suffix(word)
    });
    let end = sentence.map_or(bracket, |word| bracket.min(word.end));
    Some(trim(text, start..end, char::is_whitespace)).filter(|range| !range.is_empty())
}

fn words(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut cursor = Cursor::new(&text[..part.end], part.start);
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

/// Whether a word is a title: one of the table, a compound of one (`Minister-Counselor`), or an office (`EUR/PRA`).
fn is_title(word: &str) -> bool {
    let is_known = |word: &str| TITLES.binary_search_by(|title| title.bytes().cmp(letters(word))).is_ok();
    word.contains('/') || is_known(word) || word.split('-').any(|part| part.len() > 2 && is_known(part))
}

/// Letters that are part of a title only behind another: "Political MC", and "Charge d,Affaires" with a comma for
/// its apostrophe.
fn ends_title(word: &str) -> bool {
    matches!(word, "MC" | "d" | "D")
}

fn letters(word: &str) -> impl Iterator<Item = u8> + '_ {
    word.bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_uppercase())
}

/// `Jr.`, `III`
fn is_suffix(word: &str) -> bool {
    SUFFIXES.iter().any(|suffix| suffix.bytes().eq(letters(word)))
}

/// The name on one line, words torn by a line wrap joined again (`Andrew D oe`); `None` where it can be no name.
fn mend(written: &str) -> Option<String> {
    let mut name = String::new();
    let mut words = 0;
    for word in written.split_whitespace() {
        let is_torn = word.starts_with(|c: char| c.is_ascii_lowercase()) && !PARTICLES.contains(&word);
        if !name.is_empty() && !is_torn {
            name.push(' ');
        }
        words += usize::from(!is_torn || name.is_empty());
        name.push_str(word);
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || ",;:-".contains(c));
    let is_suffix = name.rsplit(' ').next().is_some_and(is_suffix);
    let name = if is_suffix { name } else { name.trim_end_matches('.') };
    let is_name = words <= WORDS && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    is_name.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted() {
        assert!(super::TITLES.is_sorted());
        assert!(super::SUFFIXES.is_sorted());
    }
}
