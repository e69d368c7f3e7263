//! Handling rows: what a telegram is marked as, and what its readers are asked, in one row: `SENSITIVE BUT UNCLASSIFIED -
//! PLEASE PROTECT ACCORDINGLY`.

use super::caption::captions;
use super::classification::classification;
use super::cursor::trim;
use crate::misspelt::distance;
use crate::words::{has_small, shifted, slice};
use std::ops::Range;

/// What readers are asked besides what captions say.
const INSTRUCTIONS: [&str; 2] = ["PROTECT ACCORDINGLY", "HANDLE ACCORDINGLY"];

/// No other word is one letter away from it.
const MISPRINTED: &str = "SIPDIS";

/// What stands between the parts of such a row.
const SEPARATORS: [char; 4] = [',', '/', '-', ';'];

/// No such row is longer.
const LONGEST: usize = 120;

/// The captions of a row that says how the telegram is to be handled and nothing else, where each of several parts is a
/// caption, a mark or an instruction; what a mark says besides the level is a caption. A row that is a level and no more
/// is none.
pub(crate) fn handling(line: &str) -> Option<Vec<(Range<usize>, String)>> {
    if let Some(found) = captions(line) {
        return Some(found);
    }
    if is_misspelt_caption(line) {
        return Some(vec![(0..line.len(), MISPRINTED.to_owned())]);
    }
    if let Some(caveats) = mark(line).filter(|_| !has_small(line)) {
        let captions: Vec<_> = caveats.into_iter().map(|caveat| (0..line.len(), caveat)).collect();
        return Some(captions).filter(|captions| !captions.is_empty());
    }
    // In capitals a full stop parts them, too.
    let separates = |c: char| SEPARATORS.contains(&c) || c == '.' && !has_small(line);
    // What has one part is a caption or a mark, and those that name a post have a comma, too.
    if line.len() > LONGEST || !line.contains(separates) || mark(line).is_some() {
        return None;
    }
    let mut found = Vec::new();
    let mut at: usize = 0;
    for part in line.split_inclusive(separates) {
        let range = trim(line, at..at.saturating_add(part.len()), |c| c.is_whitespace() || separates(c));
        at = at.saturating_add(part.len());
        let words = slice(line, range.clone());
        match captions(words) {
            Some(known) => {
                found.extend(known.into_iter().map(|(place, caption)| (shifted(place, range.start), caption)));
            }
            None if words.is_empty() || is_instruction(words) => {}
            None => found.extend(mark(words)?.into_iter().map(|caveat| (range.clone(), caveat))),
        }
    }
    Some(found)
}

/// Whether a row is the caption that nearly every telegram of its years has, and has a letter too many, too few or
/// changed.
pub(crate) fn is_misspelt_caption(line: &str) -> bool {
    (5..=7).contains(&line.len())
        && line.starts_with("SI")
        && line.bytes().all(|byte| byte.is_ascii_uppercase())
        && distance(line.as_bytes(), MISPRINTED.as_bytes()) == 1
}

/// What a mark says besides the level, where words are one and nothing else.
fn mark(words: &str) -> Option<Vec<String>> {
    classification(words).filter(|read| read.rest.is_empty()).map(|read| read.caveats)
}

fn is_instruction(words: &str) -> bool {
    let upper = words.to_ascii_uppercase();
    let asked = upper.strip_prefix("PLEASE ").unwrap_or(&upper);
    INSTRUCTIONS.contains(&asked)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(line: &str, expected: Option<&[&str]>) {
        let found: Option<Vec<&str>> =
            super::handling(line).map(|found| found.into_iter().map(|(range, _)| &line[range]).collect());
        assert_eq!(found.as_deref(), expected, "{line}");
    }

    #[test]
    fn rows() {
        const SENSITIVE: &str = "SENSITIVE BUT UNCLASSIFIED";
        check("SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY", Some(&[SENSITIVE]));
        check("SENSITIVE BUT UNCLASSIFIED--PROTECT ACCORDINGLY", Some(&[SENSITIVE]));
        const ABROAD: &str = "NOT FOR INTERNET DISTRIBUTION";
        check("SENSITIVE BUT UNCLASSIFIED, NOT FOR INTERNET DISTRIBUTION", Some(&[SENSITIVE, ABROAD]));
        check("SENSITIVE BUT UNCLASSIFIED. NOT FOR INTERNET DISTRIBUTION.", Some(&[SENSITIVE, ABROAD]));
        check("UNCLASSIFIED, SIPDIS", Some(&["SIPDIS"]));
        check(SENSITIVE, Some(&[SENSITIVE]));
        check("SECRET/NOFORN", Some(&["SECRET/NOFORN"]));
        check("SBU/Please handle accordingly", Some(&["SBU"]));
        check("NOFORN, SIPDIS", Some(&["NOFORN", "SIPDIS"]));
        check("SIPDIS", Some(&["SIPDIS"]));
        check("SIPDS", Some(&["SIPDS"]));
        check("SIPDISS", Some(&["SIPDISS"]));
    }

    #[test]
    fn other_rows() {
        for line in [
            "SECRET",
            "Sensitive but unclassified",
            "SENSITIVE TALKS, PLEASE PROTECT ACCORDINGLY",
            "Sensitive but unclassified; not for internet distribution.",
            "PLEASE PROTECT ACCORDINGLY",
            "SIPSI",
            "SIPDIS_",
            "Sipds",
            "",
        ] {
            check(line, None);
        }
    }
}
