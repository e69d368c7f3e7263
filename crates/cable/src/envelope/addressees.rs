//! Lists of addressees behind one label: `Action: WASHDC, SECSTATE ROUTINE; LYDDA, AMCONSUL`.

use super::addressee::{addressee, is_behind_name};
use super::designator::is_known_post;
use crate::Addressee;
use crate::known::{is_among, last_word};
use crate::words::{slice, up_to, words};
use std::ops::Range;

/// Words that designators begin with. In an inverted designator they stand behind the comma: `WASHDC, SECSTATE`.
const OPENING: &str = "\
    AMCONSUL AMEMBASSY AIT EMBASSY SECDEF SECSTATE USCONSUL USDAO USEU USINT USLO USMISSION WHITEHOUSE";

/// Words that addressees' names end with.
const CLOSING: [&str; 2] = ["COLLECTIVE", "WASHDC"];

/// The addressees of a list that keeps its line ends, with their places. If the list has separators, a line end is only
/// a wrap unless the addressee above it is complete.
pub(crate) fn addressees(list: &str) -> Vec<(Range<usize>, Addressee)> {
    let is_separator = |at: usize, c: char| c == ';' || c == ',' && separates(list, at);
    let separated = list.char_indices().any(|(at, c)| is_separator(at, c));
    let is_end = |&(at, c): &(usize, char)| match c {
        '\n' => !separated || has_tail(list, at),
        c => is_separator(at, c),
    };
    let ends = list.char_indices().filter(is_end).map(|(at, _)| at).chain([list.len()]);
    let mut found = Vec::new();
    let mut from = 0;
    for end in ends {
        let written = list.get(from..end).unwrap_or_default();
        let blanks = written.len().saturating_sub(written.trim_start().len());
        let range = from.saturating_add(blanks)..from.saturating_add(written.trim_end().len());
        found.extend(addressee(written.trim()).filter(|read| !is_nobody(&read.name)).map(|read| (range, read)));
        from = end.saturating_add(1);
    }
    found
}

/// The addressees of a list that a copy has on one row without separators. Each ends with its precedence and serial,
/// with a word that closes a name, or in front of a word that opens the next.
pub(crate) fn together(list: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_whole = true;
    // Where the name of a known post ends; another addressee's words can follow it.
    let mut post = None;
    for range in words(list) {
        let word = slice(list, range.clone());
        let is_tail = is_behind_name(word);
        let end = range.end;
        match found.last_mut().filter(|_| is_tail || !is_whole && !is_among(word, OPENING)) {
            Some(last) => last.end = end,
            None => {
                found.push(range);
                post = None;
            }
        }
        is_whole = is_tail || CLOSING.contains(&word);
        let Some(last) = found.last_mut() else { continue };
        if last.len() <= LONGEST_POST && is_known_post(slice(list, last.clone())) {
            post = Some(end);
        } else if let Some(at) = post.take_if(|_| CLOSING.contains(&word)) {
            last.end = at;
            let next = slice(list, at..end).trim_start();
            found.push(end.saturating_sub(next.len())..end);
        }
    }
    found
}

/// Whether the first of several words is one that designators begin with.
pub(super) fn opens(words: &str) -> bool {
    is_among(up_to(words, b" ,;"), OPENING)
}

/// Whether the last of several words ends an addressee.
pub(super) fn is_complete(words: &str) -> bool {
    let word = last_word(words);
    is_behind_name(word) || CLOSING.contains(&word)
}

/// The longest designator of a post, in bytes.
const LONGEST_POST: usize = 48;

/// Whether the comma at `at` stands between two addressees.
fn separates(list: &str, at: usize) -> bool {
    let behind = list.get(at.saturating_add(1)..).unwrap_or_default().trim_start();
    let part = up_to(behind, b",;\n");
    !addressee(part).is_some_and(|read| read.name == "DC" || is_among(&read.name, OPENING))
}

/// Whether the addressee that ends at `end` has its precedence or serial and so is complete.
fn has_tail(list: &str, end: usize) -> bool {
    let before = list.get(..end).unwrap_or_default().trim_end();
    let start = before.rfind(['\n', ';']).map_or(0, |at| at.saturating_add(1));
    let line = before.get(start..).unwrap_or_default().trim();
    addressee(line).is_some_and(|read| read.precedence.is_some() || read.serial.is_some())
}

/// Whether a name is what prints write where nobody is addressed.
fn is_nobody(name: &str) -> bool {
    ["NONE", "N/A", "UNKNOWN", "NO ACTION ADDRESSEE", "NO INFO ADDRESSEE"]
        .iter()
        .any(|no| name.eq_ignore_ascii_case(no))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let found: Vec<String> = addressees(list).into_iter().map(|(_, read)| read.name).collect();
        assert_eq!(found, expected, "{list:?}");
    }

    #[test]
    fn lists_without_separators() {
        let check = |list: &str, expected: &[&str]| {
            let found: Vec<_> = together(list).into_iter().map(|range| &list[range]).collect();
            assert_eq!(found, expected, "{list}");
        };
        check(
            "SECSTATE WASHDC IMMEDIATE 0000 WHITEHOUSE WASHDC NIACT IMMEDIATE",
            &["SECSTATE WASHDC IMMEDIATE 0000", "WHITEHOUSE WASHDC NIACT IMMEDIATE"],
        );
        check(
            "QUAY COLLECTIVE AMCONSUL NEW LYDDA AMEMBASSY TARSIS",
            &["QUAY COLLECTIVE", "AMCONSUL NEW LYDDA", "AMEMBASSY TARSIS"],
        );
        check("USMISSION LYDDA USINT BIRCH USLO TARSIS", &["USMISSION LYDDA", "USINT BIRCH", "USLO TARSIS"]);
        check("CIA WASHDC 12 DEPT OF LABOR WASHDC", &["CIA WASHDC 12", "DEPT OF LABOR WASHDC"]);
        check("AMEMBASSY CAIRO BIRCH QUAY COLLECTIVE", &["AMEMBASSY CAIRO", "BIRCH QUAY COLLECTIVE"]);
        check("", &[]);
    }

    #[test]
    fn lists() {
        check("SECSTATE WASHDC", &["SECSTATE WASHDC"]);
        check("WASHDC, SECSTATE ROUTINE", &["WASHDC, SECSTATE"]);
        check("WASHDC, SECSTATE ROUTINE; LYDDA, AMCONSUL", &["WASHDC, SECSTATE", "LYDDA, AMCONSUL"]);
        check("SECSTATE WASHDC 0224\nAMCONSUL LYDDA", &["SECSTATE WASHDC", "AMCONSUL LYDDA"]);
        check("SECSTATE WASHDC, AMCONSUL LYDDA, CIA WASHDC 0224", &["SECSTATE WASHDC", "AMCONSUL LYDDA", "CIA WASHDC"]);
        check(
            "A COLLECTIVE, CIA WASHDC 0224, DEPT OF\nLABOR WASHDC",
            &["A COLLECTIVE", "CIA WASHDC", "DEPT OF LABOR WASHDC"],
        );
        check("CIA WASHDC, NSC WASHDC 12\nDIA WASHINGTON, DC", &["CIA WASHDC", "NSC WASHDC", "DIA WASHINGTON, DC"]);
        check("None", &[]);
        check("No Action Addressee", &[]);
        check("", &[]);
    }
}
