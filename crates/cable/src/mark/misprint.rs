//! Misprinted portion marks.

use super::portion_mark::parse;
use crate::Mark;
use crate::words::start_of;

/// Misprints in front of a sentence, which a serial number is not, `(S/N) 4417`, and what is meant. Nobody can say whether
/// `S/N` means NOFORN.
const MISPRINTS: [(&str, &str); 8] = [
    ("S/N", "S"),
    ("C/N", "C"),
    ("S/FN", "S/NF"),
    ("C/FN", "C/NF"),
    ("SUB", "SBU"),
    ("BSU", "SBU"),
    ("SB", "SBU"),
    ("CONF", "C"),
];

/// The misprinted mark that the text right behind a paragraph's number begins with, and its length: elsewhere
/// `(SB) Security Bureau` is an acronym, and `(S/N) A4417` a serial number.
pub(crate) fn misprinted(text: &str) -> Option<(usize, Mark)> {
    let inner = text.strip_prefix('(')?;
    let (behind, meant) = MISPRINTS.iter().find_map(|(misprint, meant)| {
        let behind = inner.strip_prefix(misprint)?.strip_prefix(')')?;
        Some((behind, meant))
    })?;
    let words = behind.trim_start_matches(['"', ' ']).as_bytes();
    matches!(words, [b'A'..=b'Z', b'A'..=b'Z' | b'a'..=b'z' | b' ', ..]).then_some(())?;
    let (level, caveats) = parse(meant)?;
    let len = start_of(behind, text);
    Some((len, Mark { level, caveats, text: text.get(..len).map(str::to_owned) }))
}

#[cfg(test)]
mod tests {
    use super::misprinted;
    use crate::Level::*;

    #[test]
    fn misprints() {
        for (text, expected) in [
            ("(S/N) The minister spoke.", Some(Secret)),
            ("(C/FN) The minister spoke.", Some(Confidential)),
            ("(SUB) \"It rains.\"", Some(Unclassified)),
            ("(CONF) A BOAT CAME.", Some(Confidential)),
            ("(C) The minister spoke.", None),
            ("(S/N) A4417 engine", None),
            ("(S/N) 4417", None),
            ("(SUB) contractors", None),
            ("(Sub) Contractors", None),
        ] {
            assert_eq!(misprinted(text).map(|(_, mark)| mark.level), expected, "{text}");
        }
    }
}
