//! Passing instructions: `DEPARTMENT FOR EUR/CB`, `STATE PASS USTR`, `FOR THE SECRETARY FROM AMBASSADOR ROE`.
//!
//! - `office.rs`: offices by their symbols
//! - `sender.rs`: who a telegram is from

mod office;
mod sender;

pub(crate) use office::{names_office, names_offices_alone};
pub(crate) use sender::{is_from_somebody, names_author, names_sender};

use crate::glossary;
use crate::item::opens_bracket;
use crate::known::{is_among, is_word_of};
use crate::words::{behind_last, has_small, slice, words};
use office::{is_like_mission, is_office};
use sender::is_officer;

/// Words that say who a line is for or what to do with it; the words in front of them name offices.
const VERBS: &str = "FOR PASS ALSO PLEASE PLS TO FROM";

/// Agencies in Washington that telegrams are for; no title begins with one of these and `FOR`.
const AGENCIES: &str = "COMMERCE DEPARTMENT DEPT DEPT. DOD DOJ NSC OSD STATE TREASURY USDOC USTR";

/// Agencies, and a command with a political adviser, that titles can have in front of `FOR`, too: `THANKS USAID FOR
/// RELIEF`.
const MORE_AGENCIES: &str = "AID/W DOL SOUTHCOM USAID USAID/W USDA";

/// Agencies that can also be a person's name; they count behind an office or its officer in brackets: `EUR/SE (ROE) DOE
/// FOR BIRCH`.
const LIKE_NAMES: [&str; 2] = ["DOC", "DOE"];

/// The longest instruction, in bytes.
const LONGEST: usize = 600;

/// Titles that the name of an agency or command can follow.
const HEADS: &str = "ADMINISTRATOR CHIEF CINC COMMANDER DIRECTOR SECRETARY";

/// Whether a line is an instruction of its own: an office and what is asked of it. `HAUGEN; LYDDA FOR DOE` and `AND
/// DRL` go on with the line above first.
pub(crate) fn is_instruction(line: &str) -> bool {
    // A colon at the end does not follow an office, and the full stop of an abbreviation ends nothing.
    let line = line.strip_prefix("DEPT.").unwrap_or(line);
    let mut words = line.trim_end_matches(':').split_ascii_whitespace();
    if words.clone().next().is_some_and(|first| first.eq_ignore_ascii_case("AND")) {
        return false;
    }
    words
        .by_ref()
        .map_while(|word| (!word.ends_with([';', '.', ')'])).then_some(word))
        .map(|word| word.trim_end_matches(','))
        .any(|word| word.contains(':') || is_word_of(word, VERBS))
}

/// Whether a line that begins in capitals is an instruction in any place: `PASS TO USAID`, `LYDDA PLEASE PASS ELMSTAD`.
pub(crate) fn is_surely_instruction(line: &str) -> bool {
    let mut words = line.split_ascii_whitespace();
    let is_for_office = words.next().is_some_and(|first| is_among(first, AGENCIES)) && words.next() == Some("FOR");
    is_for_office && !has_small(line)
        || line.split_ascii_whitespace().take(3).take_while(|word| !has_small(word)).any(|word| word == "PASS")
}

/// Whether a line between order and subject asks somebody by name for something: `FOR AMBASSADOR ROE`, `USAID FOR
/// AFR/SA`. `FOR` is not enough, as a term of several words can contain it.
pub(crate) fn asks_somebody(line: &str) -> bool {
    is_surely_instruction(line)
        || asks_agency(line)
        || is_for_post(line)
        || line.strip_prefix("FOR ").is_some_and(|whom| are_offices(whom) || is_officer(whom))
}

/// Whether a line is an agency and a request to it: `PASS`, or `FOR` and only symbols of offices: `STATE PASS USTR`,
/// `USAID FOR AFR/SA`.
pub(crate) fn asks_agency(line: &str) -> bool {
    let mut words = line.split_ascii_whitespace();
    let agency = words.next().unwrap_or_default();
    let mut words = words.skip_while(|word| matches!(*word, "ALSO" | "PLEASE" | "PLS"));
    match words.next() {
        Some("PASS") => is_among(agency, AGENCIES) && !has_small(line),
        Some("FOR") => {
            let offices = line.split_once("FOR ").map_or("", |(_, offices)| offices);
            (is_among(agency, AGENCIES) || is_among(agency, MORE_AGENCIES)) && are_offices(offices)
        }
        _ => false,
    }
}

/// Whether words are only offices by their symbols.
fn are_offices(words: &str) -> bool {
    words.contains('/') && names_offices_alone(&words.replace(" AND ", ", "), "")
}

/// Whether a line in capitals is only posts and somebody there whom it is for: `ROME FOR ROE`, `ROME, OSLO FOR DOE`.
pub(crate) fn is_for_post(line: &str) -> bool {
    /// The most words of a name.
    const MOST_WORDS: usize = 5;
    let is_post = |name: &str| glossary::is_post(&glossary::post(name));
    let is_named = |name: &str| !name.contains(|c: char| c.is_ascii_digit()) && name.split(' ').count() <= MOST_WORDS;
    let split = line.split_once(" FOR ").filter(|_| !has_small(line));
    split.is_some_and(|(posts, name)| is_named(name) && posts.split(", ").all(is_post))
}

/// Whether an instruction lacks the office codes that it should name: `PASS TO OFFICE CODES:`
pub(crate) fn is_empty(line: &str) -> bool {
    line.trim_end_matches([':', ' ']).ends_with("OFFICE CODES")
}

/// Whether a line in capitals begins a text, and cannot go on with a field above: `FOLLOWING ARE EXCERPTS`.
pub(crate) fn introduces_text(line: &str) -> bool {
    const OPENINGS: [&str; 12] = [
        "FOLLOWING ARE",
        "FOLLOWING IS",
        "FOLLOWING MESSAGE",
        "FOLLOWING RECEIVED",
        "FOLLOWING REPEATED",
        "FOLLOWING SENT",
        "FOLLOWING TELEGRAM",
        "FOR YOUR INFORMATION",
        "THE FOLLOWING IS",
        "THIS IS",
        "THIS MESSAGE",
        "THIS REPORT",
    ];
    let behind = |opening: &&str| line.strip_prefix(*opening);
    OPENINGS.iter().filter_map(behind).any(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether `below` goes on with the line above it.
pub(crate) fn goes_on(above: &str, below: &str) -> bool {
    let last = behind_last(above, b" ");
    // `FOR SENIOR DIRECTOR B.` stops at an initial.
    let is_initial = last.len() == 2 && last.ends_with('.');
    // `LONDON FOR ROE; NSC`, and `FOR J. DOE` below it.
    let office = behind_last(above, b";,");
    let ends_with_office = above.len() > office.len() && !is_instruction(office);
    // `PLEASE PASS USTR FOR ROE AND TREASURY`
    let is_listed = || above.strip_suffix(last).is_some_and(|list| list.ends_with(" AND ")) && is_among(last, AGENCIES);
    let is_for_office = below.starts_with("FOR ") && (ends_with_office || is_listed());
    let is_verb = is_word_of(last, VERBS) || last.eq_ignore_ascii_case("AND");
    // `NSC FOR ROE` begins a new one, even if the names above end with a comma.
    let is_new = is_instruction(behind_last(above, b";")) && is_office_for(below);
    let is_open = above.ends_with(['/', '-', '&']) || (above.ends_with(',') || is_initial) && !is_new;
    let repeats =
        ["FOLLOWING REPEAT ", "FOLLOWING SENT ", "FOLLOWING TEL "].iter().any(|words| below.starts_with(words));
    if repeats || !is_open && (is_office(above) && is_office(below) || is_like_mission(above) && is_like_mission(below))
    {
        return false;
    }
    // `FOLLOWING TELEGRAM FROM LYDDA SENT BIRCH`, and `ROME IS REPEATED TO YOU: QUOTE` below it.
    let is_introduced = above.starts_with("FOLLOWING ") && below.contains(" REPEATED ");
    // The closing bracket can be lost.
    let begins = |line: &str| is_office_for(line) || is_surely_instruction(line);
    let is_in_bracket = || opens_bracket(above) && (!begins(below) || closes_bracket(below));
    is_open
        || is_verb
        || is_in_bracket()
        || is_for_office
        || is_introduced
        || !is_instruction(below)
        || begins_with_name(below)
}

/// Whether a line begins with a name in brackets: that of somebody at the office that ends the line above.
fn begins_with_name(line: &str) -> bool {
    let name = line.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(name, _)| name);
    name.is_some_and(|name| !is_instruction(name))
}

/// Where an agency and `FOR` begin another instruction in a row: `EUR FOR DOE NSC FOR ROE`. Behind a comma, or a word
/// that leads to it, the agency belongs to a list or title: `PASS NSC FOR ROE`, `SECRETARY OF STATE FOR`.
pub(crate) fn next_instruction(line: &str) -> Option<usize> {
    let mut above = "";
    words(line).find_map(|range| {
        let (word, last) = (slice(line, range.clone()), above);
        above = word;
        let behind = slice(line, range.end..);
        let asks = || behind.starts_with(" FOR ") || behind.starts_with(" ALSO FOR ");
        let is_agency = || is_among(word, AGENCIES) || is_among(word, MORE_AGENCIES) && !is_among(last, HEADS);
        let is_behind_whom = last.ends_with(')') || is_office(last);
        let may_begin = || is_agency() && !leads(last) || is_behind_whom && (is_agency() || LIKE_NAMES.contains(&word));
        // Words in brackets behind `PASS` say how to pass it.
        let is_whole = |front: &str| is_instruction(front) && (!last.ends_with(')') || front.contains(" FOR "));
        let front = slice(line, ..range.start);
        let ends = || front.len() <= LONGEST && is_whole(front) && !has_clause(front);
        (asks() && may_begin() && ends()).then_some(range.start)
    })
}

/// Whether a word leads to the one behind it.
fn leads(word: &str) -> bool {
    const LEADING: [&str; 3] = ["AND", "OF", "THE"];
    LEADING.contains(&word) || is_among(word, VERBS) || !word.ends_with(char::is_alphanumeric)
}

/// Whether an instruction has a clause, to which its last words can belong: `STATE PASS TO OFFICE THAT HANDLES`.
pub(crate) fn has_clause(line: &str) -> bool {
    const RELATIVE: [&str; 4] = ["THAT", "WHICH", "WHO", "WHOSE"];
    line.split_ascii_whitespace().any(|word| RELATIVE.iter().any(|relative| word.eq_ignore_ascii_case(relative)))
}

/// Whether a line closes a bracket that it did not open.
fn closes_bracket(line: &str) -> bool {
    line.find(['(', ')']).is_some_and(|at| slice(line, at..).starts_with(')'))
}

/// Whether a line begins with one office and `FOR`.
fn is_office_for(line: &str) -> bool {
    let mut words = line.split_ascii_whitespace();
    words.next().is_some_and(|office| office != "FOR" && !has_small(office)) && words.next() == Some("FOR")
}

#[cfg(test)]
mod tests;
