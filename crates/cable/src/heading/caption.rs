//! Reads caption lines: `SIPDIS`, `NOFORN`, `CODEL EXAMPLE`.

use super::{cursor::Cursor, passing, spelled::spelled};
use crate::glossary;
use crate::words::{first_is, has_small, is_number, one_line, slice, start_of};
use std::ops::Range;

/// The most frequent caption, which page breaks print again in most copies.
pub(crate) const SIPDIS: &str = "SIPDIS";

/// Captions of limited distribution.
pub(crate) const LIMITED: [&str; 4] = ["EXDIS", "LIMDIS", "NODIS", "STADIS"];

/// The captions of a line that holds nothing else: where each stands, and its words in capitals. `None` if the line has
/// any other word. Letters can be spaced.
pub(crate) fn captions(line: &str) -> Option<Vec<(Range<usize>, String)>> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(line, 0);
    loop {
        cursor.blanks_and(b"/,;-");
        if cursor.is_done() {
            return (!found.is_empty()).then_some(found);
        }
        let start = cursor.at();
        let (end, words, open) = longest(line, start)?;
        if open {
            let range = super::cursor::trim(line, start..line.len(), char::is_whitespace);
            let caption = one_line(slice(line, range.clone()));
            found.push((is_name(slice(line, end..)).then_some(range)?, caption));
            return Some(found);
        }
        found.push((start..end, words.to_owned()));
        cursor = Cursor::new(line, end);
    }
}

/// The longest caption at `at`: where it ends, its words, and whether words of its own must follow.
fn longest(line: &str, at: usize) -> Option<(usize, &'static str, bool)> {
    let first = line.as_bytes().get(at)?.to_ascii_uppercase();
    let known = glossary::captions_of(first);
    let known = known.filter_map(|(words, open)| Some((spelled(line, at, words)?, words, open)));
    known.max_by_key(|(end, ..)| *end)
}

/// The caption at `at` and where it ends, unless words of its own must follow.
pub(crate) fn caption_at(line: &str, at: usize) -> Option<(usize, &'static str)> {
    longest(line, at).filter(|(.., open)| !open).map(|(end, words, _)| (end, words))
}

/// A caption joined to a word, and its place in it.
pub(crate) type Joined = (Range<usize>, &'static str);

/// Splits a word from the captions that are joined to it: `TARSISSIPDIS`, `000417SIPDIS`. A number or a known post is
/// not split further.
pub(crate) fn without_captions(word: &str) -> (Range<usize>, Vec<Joined>) {
    /// Shorter captions can be part of a name.
    const SHORTEST: usize = 5;
    let mut core = 0..word.len();
    let mut found = Vec::new();
    let whole =
        || glossary::captions().filter(|(words, open)| !open && words.len() >= SHORTEST && !words.contains(' '));
    let is_itself = |word: &str| is_number(word) || glossary::is_post(word);
    while let Some(left) = word.get(core.clone()).filter(|left| left.len() > SHORTEST && !is_itself(left)) {
        let bytes = left.as_bytes();
        let is =
            |half: Option<&[u8]>, words: &str| half.is_some_and(|half| half.eq_ignore_ascii_case(words.as_bytes()));
        let cut = |words: &str| left.len().checked_sub(words.len()).filter(|rest| *rest > 0);
        let joined = whole().find_map(|(words, _)| {
            let rest = cut(words)?;
            if is(bytes.get(rest..), words) {
                return Some((core.start..core.start.saturating_add(rest), words));
            }
            is(bytes.get(..words.len()), words).then_some((core.start.saturating_add(words.len())..core.end, words))
        });
        let Some((rest, words)) = joined else { break };
        let place = if rest.start == core.start { rest.end..core.end } else { core.start..rest.start };
        found.push((place, words));
        core = rest;
    }
    (core, found)
}

/// Whether a line begins with a caption that has words of its own behind it: `CODEL EXAMPLE`.
pub(crate) fn is_open_caption(line: &str) -> bool {
    let Some(first) = line.as_bytes().first() else { return false };
    glossary::captions_of(*first).any(|(words, open)| open && spelled(line, 0, words).is_some())
}

/// A caption of limited distribution that a row begins with, and where a number begins behind it: one in a series of
/// telegrams to a delegation on a journey, `EXDIS TOROE 24`.
pub(crate) fn behind_distribution(line: &str) -> Option<(&str, usize)> {
    let (caption, rest) = line.split_once(' ')?;
    let mut words = rest.split_ascii_whitespace();
    let series = words.next().filter(|series| series.starts_with("TO") && series.len() >= "TOSEC".len());
    let number = words.next().unwrap_or_default();
    let is_numbered = first_is(number, u8::is_ascii_digit);
    let is_numbered = is_numbered && (number.contains('/') || words.next().is_none_or(|word| word == "-"));
    let is_series = series.is_some_and(|series| is_numbered && !glossary::is_post(series));
    let is_limited = LIMITED.contains(&caption);
    (is_limited && is_series && !has_small(rest)).then(|| (caption, start_of(rest.trim_start(), line)))
}

/// The words that say that a copy is a corrected one.
pub(crate) const CORRECTION: &str = "CORRECTED COPY";

/// Marks between these and the other words of the row.
const SEPARATORS: [char; 5] = [' ', '-', ',', ';', '/'];

/// Whether a line says that a copy is a corrected one: `C O R R E C T E D  C O P Y (ADDED TAGS)`.
pub(crate) fn is_correction(line: &str) -> bool {
    correction(line).is_some()
}

/// The caption of such a line, with what was corrected: `CORRECTED COPY (ADDED TAGS)`.
pub(crate) fn correction(line: &str) -> Option<String> {
    let bracket = usize::from(line.starts_with('('));
    let remark = line.get(correction_at(line, bracket)?..)?;
    // A bracket around all of it is not part of the caption, nor are marks that fill the row behind it.
    let remark = if bracket > 0 { remark.strip_suffix(')').unwrap_or(remark) } else { remark };
    Some(one_line(&format!("{CORRECTION}{}", remark.trim_end_matches(SEPARATORS))))
}

/// Where other captions or an instruction begin behind these words: they do not say what was corrected.
pub(super) fn beside_correction(line: &str) -> Option<usize> {
    let rest = line.get(correction_at(line, 0)?..)?.trim_start_matches(SEPARATORS);
    let mut behind = rest;
    while let Some((end, _)) = caption_at(behind, 0) {
        behind = behind.get(end..)?.trim_start_matches(SEPARATORS);
    }
    let is_apart = behind.is_empty() || passing::is_surely_instruction(behind);
    (is_apart && !rest.is_empty()).then(|| start_of(rest, line))
}

/// The end of these words, if they stand at `at`.
pub(crate) fn correction_at(line: &str, at: usize) -> Option<usize> {
    spelled(line, at, CORRECTION)
}

/// Whether the words behind an open caption are a name or number, not prose.
fn is_name(rest: &str) -> bool {
    rest.split_whitespace().count() <= 6 && !has_small(rest)
}

#[cfg(test)]
mod tests {
    use super::captions;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let found: Vec<String> = captions(line).into_iter().flatten().map(|(_, caption)| caption).collect();
        assert_eq!(found, expected, "{line:?}");
    }

    #[test]
    fn lines() {
        check("SIPDIS", &["SIPDIS"]);
        check("  SIPDIS  ", &["SIPDIS"]);
        check("NOFORN SIPDIS", &["NOFORN", "SIPDIS"]);
        check("N O F O R N", &["NOFORN"]);
        check("ROGER CHANNEL", &["ROGER CHANNEL"]);
        check("SENSITIVE, SIPDIS", &["SENSITIVE", "SIPDIS"]);
        check("E F T O", &["EFTO"]);
        check("CODEL  EXAMPLE", &["CODEL EXAMPLE"]);
        check("TOSEC 340058", &["TOSEC 340058"]);
        check("Sipdis", &["SIPDIS"]);
    }

    #[test]
    fn corrections() {
        for line in ["CORRECTED COPY", "C O R R E C T E D COPY CAPTION", "C O R R E C T E D C O PY (TEXT)"] {
            assert!(super::is_correction(line), "{line}");
        }
        assert!(!super::is_correction("CORRECTED FIGURES"));
        for (line, caption) in [
            ("C O R R E C T E D  C O P Y  (ADDED TAGS)", "CORRECTED COPY (ADDED TAGS)"),
            ("(CORRECTED COPY)", "CORRECTED COPY"),
            ("CORRECTED COPY//SUBJECT LINE////", "CORRECTED COPY//SUBJECT LINE"),
        ] {
            assert_eq!(super::correction(line).as_deref(), Some(caption), "{line}");
        }
    }

    #[test]
    fn beside_corrections() {
        for (line, expected) in [
            ("CORRECTED COPY NOFORN", Some("NOFORN")),
            ("CORRECTED COPY - SIPDIS", Some("SIPDIS")),
            ("CORRECTED COPY; DEPT FOR EUR", Some("DEPT FOR EUR")),
            ("CORRECTED COPY - NOFORN CAPTION ADDED", None),
            ("CORRECTED COPY (NOFORN)", None),
            ("CORRECTED COPY", None),
        ] {
            assert_eq!(super::beside_correction(line).map(|at| &line[at..]), expected, "{line}");
        }
        assert_eq!(super::correction("CORRECTED COPY -").as_deref(), Some("CORRECTED COPY"));
    }

    #[test]
    fn captions_joined_to_a_word() {
        for (word, core, expected) in [
            ("TARSISSIPDIS", "TARSIS", &["SIPDIS"] as &[_]),
            ("SIPDISTARSIS", "TARSIS", &["SIPDIS"]),
            ("000417NOFORNSIPDIS", "000417", &["SIPDIS", "NOFORN"]),
            ("TARSIS", "TARSIS", &[]),
            ("SIPDIS", "SIPDIS", &[]),
            ("", "", &[]),
        ] {
            let (range, joined) = super::without_captions(word);
            let joined: Vec<&str> = joined.into_iter().map(|(_, caption)| caption).collect();
            assert_eq!((&word[range], joined.as_slice()), (core, expected), "{word}");
        }
    }

    #[test]
    fn other_lines() {
        for line in
            ["", "  ", "SIPDIS Scenarios under which", "Sensitive talks", "CODEL Example met the minister", "//"]
        {
            check(line, &[]);
        }
    }
}
