//! Misprinted portion marks.

use super::portion_mark::parse;
use crate::Mark;
use crate::words::{has_small, slice, start_of, up_to};

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
    if let Some(unclosed) = unclosed(inner) {
        return Some(unclosed);
    }
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

/// A mark that has lost its closing bracket, `(C The quay`, or has a brace in its place, and its length.
fn unclosed(inner: &str) -> Option<(usize, Mark)> {
    let (written, behind) = inner.split_once([' ', '}'])?;
    let sentence = behind.trim_start();
    let is_open = up_to(sentence, b"()").len() == sentence.len() || up_to(sentence, b")").contains('(');
    let begins = matches!(sentence.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'a'..=b'z' | b' ', ..]);
    let (level, caveats) = parse(written).filter(|_| is_open && begins && !has_small(written))?;
    let len = inner.len().saturating_sub(behind.len()).saturating_add(1);
    let text = ["(", slice(inner, ..len.saturating_sub(1))].concat();
    Some((len, Mark { level, caveats, text: Some(text.trim_end().to_owned()) }))
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
            ("(C The minister spoke.", Some(Confidential)),
            ("(S/NF The minister (Roe) spoke.", Some(Secret)),
            ("(C} The minister spoke.", Some(Confidential)),
            ("(S Lydda) The minister spoke.", None),
            ("(U the minister", None),
            ("(Roe The minister", None),
            ("(Sub) Contractors", None),
        ] {
            assert_eq!(misprinted(text).map(|(_, mark)| mark.level), expected, "{text}");
        }
    }
}
