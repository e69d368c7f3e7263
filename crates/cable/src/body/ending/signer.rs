//! The surnames that a signature holds.

use crate::Span;
use crate::known::is_among;
use crate::words::{in_capitals, shifted, words};
use std::ops::Range;

/// Words in front of the last one that belong to a surname.
pub(super) const PARTICLES: [&str; 14] =
    ["VAN", "VON", "DE", "DER", "DEN", "LA", "LE", "DI", "DELLA", "EL", "AL", "TEN", "ST.", "SAINT"];

/// Words behind a surname that belong to it.
const SUFFIXES: &str = "JR JR. II III IV";

/// The surnames in a signature, upper case, each once, and where the signers stand: `SHANNON SHANNON` is one, `ROE/DOE`
/// and `ROE AND DOE` are two. `by` is the name of who classified the telegram.
pub(crate) fn signers(text: &str, span: Span, by: Option<&str>) -> Vec<(Span, String)> {
    let mut found: Vec<(Span, String)> = Vec::new();
    for range in names(span.of(text)) {
        let place = crate::line::trim(text, span.part(range));
        let written = in_capitals(place.of(text));
        // Signers leave out first names: what is left of a known name is a surname, even if it has two words.
        let is_surname = by.is_some_and(|by| by.len() > written.len() && ends_name(by, &written));
        let name = if is_surname { &written } else { surname(&written) };
        if !name.is_empty() && found.iter().all(|(_, other)| other != name) {
            found.push((place, name.to_owned()));
        }
    }
    found
}

/// Whether a name ends with `words`.
pub(super) fn ends_name(name: &str, words: &str) -> bool {
    let start = name.len().checked_sub(words.len());
    let ends = |start: usize| name.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(words));
    let apart = |start: usize| name.get(..start).is_some_and(|front| front.is_empty() || front.ends_with(' '));
    start.is_some_and(|start| ends(start) && apart(start))
}

/// The names of a signature: what stands between strokes, line ends and `AND`.
fn names(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at: usize = 0;
    for part in line.split_inclusive(['/', '\\', '\n', '\r']) {
        let mut start = 0;
        let ends =
            words(part).filter(|word| part.get(word.clone()).is_some_and(|word| word.eq_ignore_ascii_case("and")));
        let len = part.trim_end_matches(['/', '\\', '\n', '\r']).len();
        for end in ends.chain(std::iter::once(len..len)) {
            found.push(shifted(start..end.start, at));
            start = end.end;
        }
        at = at.saturating_add(part.len());
    }
    found
}

/// The surname of a name in capitals: its last word with what belongs to it, or the whole name if it begins with a
/// particle.
fn surname(name: &str) -> &str {
    // First name or title stand behind a comma.
    let name = name.split(',').next().unwrap_or_default().trim_end();
    let name = name.strip_suffix(" ACTING").unwrap_or(name);
    const NO_FIRST_NAMES: &str = "VAN VON DE LA DI";
    if name.split(' ').next().is_some_and(|first| is_among(first, NO_FIRST_NAMES)) {
        return name;
    }
    let mut words = name.split(' ').rev().peekable();
    let mut len = 0usize;
    let mut take = |word: &str| len = len.saturating_add(word.len()).saturating_add(usize::from(len > 0));
    while let Some(suffix) = words.next_if(|word| word.is_empty() || is_among(word, SUFFIXES)) {
        take(suffix);
    }
    words.next().into_iter().for_each(&mut take);
    words.take_while(|word| PARTICLES.contains(word)).for_each(&mut take);
    name.len().checked_sub(len).and_then(|start| name.get(start..)).unwrap_or(name)
}

/// The last word of a name.
pub(super) fn last_word(name: &str) -> Option<&str> {
    name.rsplit(' ').next()
}

/// Whether a name is that of the officer who classified the telegram, or a part of it with the surname.
pub(in crate::body) fn is_signer(name: &str, signer: Option<&str>) -> bool {
    signer.and_then(last_word).is_some_and(|signer| {
        let is_signer = |word: &str| word.eq_ignore_ascii_case(signer);
        words(name).any(|word| name.get(word).is_some_and(is_signer)) && words(name).count() <= 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames() {
        for (name, expected) in [
            ("ROE", "ROE"),
            ("JANE ROE", "ROE"),
            ("AMBASSADOR ROE", "ROE"),
            ("JANE VAN DER ROE", "VAN DER ROE"),
            ("VAN DER ROE DOE", "VAN DER ROE DOE"),
            ("TEN ROE", "TEN ROE"),
            ("JANE DELLA ROE", "DELLA ROE"),
            ("JANE ROE ACTING", "ROE"),
            ("JANE ROE JR", "ROE JR"),
            ("ST. ROE", "ST. ROE"),
            ("ROE, JANE", "ROE"),
            ("JANE ROE, AMBASSADOR", "ROE"),
            ("", ""),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn who_signs() {
        for (line, expected) in [
            ("Jane Roe", vec!["ROE"]),
            ("ROE ROE", vec!["ROE"]),
            ("ROE/DOE", vec!["ROE", "DOE"]),
            ("ROE / DOE", vec!["ROE", "DOE"]),
            ("ROE AND DOE", vec!["ROE", "DOE"]),
            ("ROE\nDOE", vec!["ROE", "DOE"]),
            ("ANDREWS", vec!["ANDREWS"]),
            ("COLE HART", vec!["COLE HART"]),
            ("JANE COLE HART", vec!["HART"]),
            ("ANN HART", vec!["HART"]),
            ("", vec![]),
        ] {
            let found: Vec<String> = signers(line, Span::new(0, line.len() as u32), Some("Jane Cole Hart"))
                .into_iter()
                .map(|(_, name)| name)
                .collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
