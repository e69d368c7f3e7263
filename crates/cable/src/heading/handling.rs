//! Reads handling rows, which have marks of a telegram and requests to its readers in one row: `SENSITIVE BUT
//! UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY`.

use super::caption::{SIPDIS, captions, is_open_caption};
use super::classification::classification;
use super::cursor::trim;
use super::spelled::spelled;
use crate::mark::is_caveat;
use crate::misspelt::distance;
use crate::prose::is_unfinished;
use crate::words::{has_small, one_line, shifted, slice, starts_with_any_case};
use std::ops::Range;

/// Requests to readers that are not captions.
const INSTRUCTIONS: [&str; 3] = ["PROTECT ACCORDINGLY", "HANDLE ACCORDINGLY", "TREAT ACCORDINGLY"];

/// The mark that most handling rows begin with.
pub(crate) const SENSITIVE: &str = "SENSITIVE BUT UNCLASSIFIED";

/// Marks between the parts of a handling row.
const SEPARATORS: [char; 4] = [',', '/', '-', ';'];

/// The longest handling row.
const LONGEST: usize = 120;

/// The captions of a row that only says how to handle the telegram. Each of its parts is a caption, a mark or an
/// instruction; the caveats of a mark are captions, too. `None` for a row that is only a level.
pub(crate) fn handling(line: &str) -> Option<Vec<(Range<usize>, String)>> {
    if let Some(found) = captions(line) {
        return Some(found);
    }
    if let Some(inner) = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let found = captions(inner).filter(|_| !is_open_caption(inner))?;
        return Some(found.into_iter().map(|(place, caption)| (shifted(place, 1), caption)).collect());
    }
    if is_misspelt_caption(line) {
        return Some(vec![(0..line.len(), SIPDIS.to_owned())]);
    }
    // In small letters, the mark alone can be a title.
    let has_more = || line.trim_end_matches('.').len() > SENSITIVE.len() && line.len() <= LONGEST;
    let is_sentence = starts_with_any_case(line, SENSITIVE) && line.contains(['.', ';']) && has_more();
    let upper = is_sentence.then(|| line.to_ascii_uppercase());
    let line = upper.as_deref().unwrap_or(line);
    let in_capitals = !has_small(line);
    if let Some(caveats) = mark(line) {
        return Some(caveats).filter(|caveats| in_capitals && !caveats.is_empty());
    }
    if in_capitals && let Some(caveats) = releases(line) {
        return Some(caveats);
    }
    // In capitals, a full stop separates parts, too.
    let separates = |c: char| SEPARATORS.contains(&c) || c == '.' && in_capitals;
    // A single part would have been a caption or a mark.
    if line.len() > LONGEST || !line.contains(separates) {
        return None;
    }
    let mut found = Vec::new();
    for range in parts(line, separates) {
        let words = slice(line, range.clone());
        match captions(words) {
            Some(known) => {
                found.extend(known.into_iter().map(|(place, caption)| (shifted(place, range.start), caption)));
            }
            None if words.is_empty() || is_instruction(words) => {}
            None => {
                found.extend(mark(words)?.into_iter().map(|(place, caveat)| (shifted(place, range.start), caveat)));
            }
        }
    }
    Some(found)
}

/// Whether a row is the caption that nearly every telegram of its years has, with one letter extra, missing or wrong.
/// No other word is one letter away from it.
pub(crate) fn is_misspelt_caption(line: &str) -> bool {
    (5..=7).contains(&line.len())
        && line.starts_with("SI")
        && line.bytes().all(|byte| byte.is_ascii_uppercase())
        && distance(line.as_bytes(), SIPDIS.as_bytes()) == 1
}

/// The caveats of a mark and their places, if words are only a mark.
fn mark(words: &str) -> Option<Vec<(Range<usize>, String)>> {
    let read = classification(words).filter(|read| read.rest.is_empty())?;
    let mut from = 0;
    let placed = |caveat: String| {
        // A caveat that is written differently has the whole mark as its place.
        let mut places = (from..words.len()).take(LONGEST);
        let place = places.find_map(|at| Some(at..spelled(words, at, &caveat)?)).unwrap_or(0..words.len());
        from = if place.end < words.len() { place.end } else { from };
        (place, caveat)
    };
    Some(read.caveats.into_iter().map(placed).collect())
}

/// The places of the parts between separators of one byte, without the blanks around them.
fn parts(line: &str, separates: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut at: usize = 0;
    line.split(separates).map(move |part| {
        let end = at.saturating_add(part.len());
        let range = trim(line, at..end, char::is_whitespace);
        at = end.saturating_add(1);
        range
    })
}

/// The caveats of a row that says to whom a telegram may be shown, alone or beside others: `RELEASABLE TO UK`,
/// `NOFORN/REL UK`. Names of countries have at most two words.
fn releases(line: &str) -> Option<Vec<(Range<usize>, String)>> {
    const OPENINGS: [&str; 3] = ["RELEASABLE TO ", "REL TO ", "REL "];
    if line.len() > LONGEST || !line.contains("REL") || is_unfinished(line) {
        return None;
    }
    let is_short = |name: &str| (1..=2).contains(&name.split_whitespace().count());
    let (mut found, mut is_release) = (Vec::new(), false);
    for range in parts(line, |c| c == '/') {
        let caveat = slice(line, range.clone());
        let names = OPENINGS.iter().find_map(|opening| caveat.strip_prefix(opening));
        if !is_caveat(caveat) || names.is_some_and(|names| !names.split(',').all(is_short)) {
            return None;
        }
        is_release |= names.is_some();
        found.push((range, one_line(caveat)));
    }
    is_release.then_some(found)
}

/// Whether a row seems to say to whom the telegram may be shown; a title or names of offices can look the same.
pub(crate) fn is_release(line: &str) -> bool {
    !has_small(line) && releases(line).is_some()
}

fn is_instruction(words: &str) -> bool {
    let upper = words.to_ascii_uppercase();
    let asked = upper.strip_prefix("PLEASE ").unwrap_or(&upper);
    INSTRUCTIONS.contains(&asked)
}

#[cfg(test)]
mod tests {
    /// The captions, each as written.
    #[track_caller]
    fn check(line: &str, expected: Option<&[(&str, &str)]>) {
        let found = super::handling(line);
        let found: Option<Vec<_>> = found
            .as_ref()
            .map(|found| found.iter().map(|(range, caption)| (&line[range.clone()], caption.as_str())).collect());
        assert_eq!(found.as_deref(), expected, "{line}");
    }

    #[test]
    fn rows() {
        const SENSITIVE: (&str, &str) = ("SENSITIVE BUT UNCLASSIFIED", "SENSITIVE BUT UNCLASSIFIED");
        const ABROAD: (&str, &str) = ("NOT FOR INTERNET DISTRIBUTION", "NOT FOR INTERNET DISTRIBUTION");
        const SIPDIS: (&str, &str) = ("SIPDIS", "SIPDIS");
        const NOFORN: (&str, &str) = ("NOFORN", "NOFORN");
        check("SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY", Some(&[SENSITIVE]));
        check("SENSITIVE BUT UNCLASSIFIED--PROTECT ACCORDINGLY", Some(&[SENSITIVE]));
        check("SENSITIVE BUT UNCLASSIFIED, PLEASE TREAT ACCORDINGLY", Some(&[SENSITIVE]));
        check("SENSITIVE BUT UNCLASSIFIED, NOT FOR INTERNET DISTRIBUTION", Some(&[SENSITIVE, ABROAD]));
        check("SENSITIVE BUT UNCLASSIFIED. NOT FOR INTERNET DISTRIBUTION.", Some(&[SENSITIVE, ABROAD]));
        check(
            "Sensitive but unclassified; not for Internet distribution.",
            Some(&[("Sensitive but unclassified", SENSITIVE.1), ("not for Internet distribution", ABROAD.1)]),
        );
        check("UNCLASSIFIED, SIPDIS", Some(&[SIPDIS]));
        check(SENSITIVE.0, Some(&[SENSITIVE]));
        check("SECRET/NOFORN", Some(&[NOFORN]));
        check("SECRET NOFORN ORCON - PLEASE PROTECT ACCORDINGLY", Some(&[NOFORN, ("ORCON", "ORCON")]));
        check("SBU/Please handle accordingly", Some(&[("SBU", "SBU")]));
        check("RELEASABLE TO UK", Some(&[("RELEASABLE TO UK", "RELEASABLE TO UK")]));
        check("REL TO USA, GBR", Some(&[("REL TO USA, GBR", "REL TO USA, GBR")]));
        check("NOFORN / REL UK", Some(&[NOFORN, ("REL UK", "REL UK")]));
        check("NOFORN, SIPDIS", Some(&[NOFORN, SIPDIS]));
        check("SIPDIS", Some(&[SIPDIS]));
        check("(NOFORN)", Some(&[NOFORN]));
        check("(NOFORN, SIPDIS)", Some(&[NOFORN, SIPDIS]));
        check("SIPDS", Some(&[("SIPDS", "SIPDIS")]));
        check("SIPDISS", Some(&[("SIPDISS", "SIPDIS")]));
    }

    #[test]
    fn other_rows() {
        for line in [
            "SECRET",
            "Sensitive but unclassified",
            "Sensitive but unclassified.",
            "SENSITIVE TALKS, PLEASE PROTECT ACCORDINGLY",
            "Sensitive but unclassified talks. Not for internet distribution.",
            "Sensitive but unclassified. The quay is shut.",
            "PLEASE PROTECT ACCORDINGLY",
            "RELEASE TO PRESS",
            "RELEASABLE TO POSTS FOR THEIR USE",
            "REL TO USA, AUS, CAN, GBR,",
            "REL FOR ROE TO SEE",
            "EUR/REL FOR ROE",
            "REL/ALDER",
            "(CODEL ROE)",
            "(NOFORN TALKS)",
            "SIPSI",
            "SIPDIS_",
            "Sipds",
            "",
        ] {
            check(line, None);
        }
    }
}
