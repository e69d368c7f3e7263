//! Caption lines: `SIPDIS`, `NOFORN`, `CODEL EXAMPLE`.

use super::{cursor::Cursor, spelled::spelled};
use crate::glossary;
use crate::words::{one_line, slice};
use std::ops::Range;

/// The captions of a line that holds nothing else: where each stands, and its words in capitals. `None` where any
/// other word stands on the line. Letters may be spaced.
pub(crate) fn captions(line: &str) -> Option<Vec<(Range<usize>, String)>> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(line, 0);
    loop {
        cursor.take(|byte| byte.is_ascii_whitespace() || b"/,;-".contains(&byte));
        if cursor.is_done() {
            return (!found.is_empty()).then_some(found);
        }
        let start = cursor.at();
        let first = line.as_bytes().get(start)?.to_ascii_uppercase();
        let known = glossary::captions_of(first);
        let known = known.filter_map(|(words, open)| Some((spelled(line, start, words)?, words, open)));
        let (end, words, open) = known.max_by_key(|(end, ..)| *end)?;
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

/// Whether a line begins with a caption that has words of its own behind it: `CODEL EXAMPLE`.
pub(crate) fn is_open_caption(line: &str) -> bool {
    let Some(first) = line.as_bytes().first() else { return false };
    glossary::captions_of(*first).any(|(words, open)| open && spelled(line, 0, words).is_some())
}

/// Whether a line says that the copy is a corrected one: `C O R R E C T E D  C O P Y (ADDED TAGS)`.
pub(crate) fn is_correction(line: &str) -> bool {
    spelled(line, 0, "CORRECTED COPY").is_some()
}

/// Whether what follows an open caption is a name or number of its own rather than prose.
fn is_name(rest: &str) -> bool {
    rest.split_whitespace().count() <= 6 && !rest.bytes().any(|byte| byte.is_ascii_lowercase())
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
