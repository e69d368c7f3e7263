//! Names and titles as they stand behind "Classified By".

use super::{classification::distance, cursor::Cursor};
use crate::Classifier;
use std::ops::Range;

/// Words that are a title, function, rank, office or mission, or end one, without case, points and marks.
const TITLES: [&str; 121] = [
    "ACTING",
    "ADCM",
    "ADMINISTRATOR",
    "ADVISER",
    "ADVISOR",
    "AF",
    "AFFAIRES",
    "AFFAIRS",
    "AI",
    "AIT",
    "AMB",
    "AMBASSADOR",
    "ARSO",
    "ASSISTANT",
    "ASST",
    "ATTACHE",
    "BUREAU",
    "CA",
    "CAO",
    "CAPT",
    "CDA",
    "CG",
    "CHAIRMAN",
    "CHAIRWOMAN",
    "CHARG",
    "CHARGE",
    "CHIEF",
    "COL",
    "COM",
    "COMMERCIAL",
    "CONGEN",
    "CONSUL",
    "CONSULAR",
    "COORDINATOR",
    "COUN",
    "COUNCILOR",
    "COUNS",
    "COUNSEL",
    "COUNSELLOR",
    "COUNSELOR",
    "DAFFAIRES",
    "DAO",
    "DAS",
    "DATT",
    "DCM",
    "DELEGATE",
    "DEP",
    "DEPUTY",
    "DIR",
    "DIRECTOR",
    "DPO",
    "DS",
    "EAP",
    "EB",
    "ECON",
    "ECONOMIC",
    "EEB",
    "EMIN",
    "ENVOY",
    "EUR",
    "EXECUTIVE",
    "FCS",
    "FSO",
    "GEN",
    "GENERAL",
    "HEAD",
    "INR",
    "INTERIM",
    "IO",
    "IPO",
    "ISN",
    "LEADER",
    "LEGATT",
    "LT",
    "LTC",
    "LTCOL",
    "MAJ",
    "MANAGEMENT",
    "MCOUNSELOR",
    "MEMBER",
    "MIL",
    "MILITARY",
    "MINISTER",
    "MISSION",
    "NAS",
    "NEA",
    "OES",
    "OFF",
    "OFFICER",
    "PAO",
    "PDAS",
    "PM",
    "POL",
    "POLAD",
    "POLITICAL",
    "PRESIDENT",
    "PRINCIPAL",
    "PRM",
    "PRT",
    "REPRESENTATIVE",
    "RPO",
    "RSO",
    "SCA",
    "SCIENCE",
    "SECRETARY",
    "SENIOR",
    "SPECIAL",
    "STAFF",
    "TDY",
    "UNDER",
    "UNDERSECRETARY",
    "USAID",
    "USDEL",
    "USEU",
    "USNATO",
    "USOSCE",
    "USUN",
    "VCI",
    "VICE",
    "VISA",
    "WHA",
];

/// What abbreviations of functions are put together from: `EconMinCouns`, `PolOff`.
const PIECES: [&str; 16] = [
    "ADM",
    "CHIEF",
    "CONS",
    "CON",
    "COUNSELOR",
    "COUNS",
    "COUN",
    "ECON",
    "ECO",
    "EC",
    "EMB",
    "LAB",
    "MIL",
    "MIN",
    "OFF",
    "POL",
];

/// Words that misprints are held against: `Ambassodor`, `Counsleor`, `d'Affaries`.
const OFTEN_MISPRINTED: [&str; 15] = [
    "AFFAIRES",
    "AFFAIRS",
    "AMBASSADOR",
    "ASSISTANT",
    "ATTACHE",
    "CHARGE",
    "CHIEF",
    "COUNSELOR",
    "DAFFAIRES",
    "DEPUTY",
    "DIRECTOR",
    "MINISTER",
    "OFFICER",
    "POLITICAL",
    "SECRETARY",
];

/// Words that lead from a function to its object: `Ambassador to Tarsis`.
const PREPOSITIONS: [&str; 6] = ["AT", "FOR", "IN", "OF", "ON", "TO"];

/// Words that no name holds: the reasons follow, or a clause.
const CLOSERS: [&str; 11] = ["based", "by", "due", "for", "is", "on", "per", "pursuant", "reason", "reasons", "under"];

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
    let is_edge = |c: char| c.is_whitespace() || ",;:-?/".contains(c);
    let before = text.get(..range.start)?.trim_matches(is_edge);
    let behind = text.get(range.end..)?.trim_matches(is_edge);
    let behind = if behind.ends_with("a.i.") { behind } else { behind.trim_matches('.').trim_matches(is_edge) };
    let title = match (before, behind) {
        ("", title) | (title, "") => title.to_owned(),
        (before, office) if office.starts_with('(') => format!("{before} {office}"),
        (before, function) => format!("{before}, {function}"),
    };
    Some(Classifier { name: mend(text.get(range)?)?, title: Some(title).filter(|title| !title.is_empty()) })
}

/// Where the name stands: the words behind the last title of the first part, between commas, that is not all title.
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

/// The parts between commas and colons, and on both sides of a dash (or what damage made of one) that stands apart.
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
    // A full word with a point ends the sentence; initials and "Jr." do not.
    let is_sentence_end = |word: &str| word.ends_with('.') && letters(word).len() > 2 && !is_suffix(word);
    let named = ranges.get(first..)?.iter().zip(words.get(first..)?);
    // What a number follows is a telegram.
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

/// `Jane Roe (acting)`: the part without a bracket at its end.
fn before_bracket(text: &str, part: Range<usize>) -> Range<usize> {
    let words = text.get(part.clone()).unwrap_or_default().trim_end_matches(['.', ' ', '\n']);
    let open = words.rfind('(').filter(|open| words.ends_with(')') && *open > 0);
    open.map_or(part.clone(), |open| part.start..part.start.saturating_add(open))
}

/// Whether a word can stand in a name: letters, and a zero where one was misread for O.
fn is_of_name(word: &&str) -> bool {
    !CLOSERS.contains(word)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '"' | '“' | '”' | '0' | '/' | ';'))
}

/// How many words the name is that ends a function with an object: `for Central Tarsis Jane A. Roe` gives three. Of two
/// words the first is taken for the object.
fn surname_len(words: &[&str]) -> Option<usize> {
    let mut behind = words.iter().rev();
    behind.next()?;
    let is_initial = |word: &str| letters(word).len() == 1 || PARTICLES.contains(&word) || is_suffix(word);
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

/// How many words of the title stand at `at`: none, one, or two where the second only goes with the first.
fn title_len(words: &[&str], at: usize) -> usize {
    let Some(word) = words.get(at) else { return 0 };
    let next = words.get(at.saturating_add(1));
    if !is_title(word, next.copied()) {
        return 0;
    }
    let torn = |next: &&&str| is_known(&format!("{word}{next}")) && letters(next).len() == 1;
    let pieces = |next: &&&str| is_piece(word) && is_piece(next) && at.saturating_add(2) < words.len();
    let more = next.filter(|next| matches!(**next, "MC" | "d" | "D" | "a." | "A.") || torn(next) || pieces(next));
    let even_more = words.get(at.saturating_add(2)).filter(|third| more.is_some() && matches!(**third, "i." | "I."));
    match (more, even_more) {
        (None, _) => 1,
        (Some(_), None) => 2,
        (Some(_), Some(_)) => 3,
    }
}

/// Whether a word is a title: one of the table, a compound of one (`Minister-Counselor`), an office (`EUR/PRA`), a
/// remark in brackets, or a misprint; in front of a name in small letters also an abbreviation.
fn is_title(word: &str, next: Option<&str>) -> bool {
    if let Some((office, last)) = word.rsplit_once('/') {
        let is_name = office.split('/').all(is_known) && is_capitalized(last) && !is_known(last) && !is_piece(last);
        return !(is_name && next.is_some_and(is_capitalized));
    }
    let bare = letters(word);
    word.starts_with('(')
        || is_known(word)
        || word.split('-').any(|part| part.len() > 2 && is_known(part))
        || is_composed(&bare, 0)
        || is_misprint(&bare, next.is_some())
        || (3..=6).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && next.is_some_and(is_capitalized)
}

fn is_known(word: &str) -> bool {
    // `A.F. Roe` has initials, `AF` is a bureau.
    let has_points = word.trim_end_matches('.').contains('.');
    (!has_points || letters(word) == "AI") && TITLES.binary_search(&letters(word).as_str()).is_ok()
}

fn is_piece(word: &str) -> bool {
    PIECES.contains(&letters(word).as_str())
}

/// `Roe`: a capital, and small letters behind it.
fn is_capitalized(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase()) && word.chars().any(char::is_lowercase)
}

/// Whether two to four of the pieces make the word.
fn is_composed(letters: &str, pieces: usize) -> bool {
    const MOST: usize = 4;
    let behind = PIECES.iter().filter_map(|piece| letters.strip_prefix(piece));
    let mut behind = behind.filter(|_| pieces < MOST);
    behind.any(|rest| pieces > 0 && rest.is_empty() || is_composed(rest, pieces.saturating_add(1)))
}

/// Whether a word is a misprint of a title. A short one is believed only in front of a name.
fn is_misprint(letters: &str, in_front: bool) -> bool {
    (4..=12).contains(&letters.len())
        && OFTEN_MISPRINTED.iter().any(|title| {
            let same_start = title.as_bytes().first() == letters.as_bytes().first();
            let same_end = title.as_bytes().last() == letters.as_bytes().last();
            let distance = || distance(letters.as_bytes(), title.as_bytes());
            match letters.len() {
                4 | 5 => in_front && same_start && same_end && distance() <= 1,
                6 => in_front && same_start && distance() <= 1,
                7 => in_front && title.len() >= 7 && same_start && distance() <= 2,
                _ => title.len() >= 8 && same_start && distance() <= 2,
            }
        })
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&letters(word).as_str())
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_ascii_alphabetic()).map(|c| c.to_ascii_uppercase()).collect()
}

/// The name on one line, words torn by a line wrap joined again (`Andrew D oe`); `None` where it can be no name.
fn mend(written: &str) -> Option<String> {
    let mut name = String::new();
    let mut words: usize = 0;
    for word in written.split_whitespace() {
        let is_torn = word.starts_with(|c: char| c.is_ascii_lowercase()) && !PARTICLES.contains(&word);
        if !name.is_empty() && !is_torn {
            name.push(' ');
        } else if !name.is_empty() && word.contains('.') {
            break;
        }
        words = words.saturating_add(usize::from(!is_torn || name.is_empty()));
        name.push_str(word);
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || ",;:-".contains(c));
    let is_junior = name.rsplit(' ').next().is_some_and(|word| matches!(letters(word).as_str(), "JR" | "SR"));
    let name = if is_junior { name } else { name.trim_end_matches('.') };
    let is_upright =
        name.starts_with(|c: char| c.is_uppercase()) || PARTICLES.iter().any(|word| name.starts_with(word));
    let is_name = is_upright && words <= WORDS && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
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
