//! Portion marks: `(S//NF)` in front of a paragraph or a subject.

use super::caveat::caveats;
use crate::words::{start_of, starts_with_any_case};
use crate::{Level, Mark};

/// The longest mark; longer brackets hold prose.
const LONGEST: usize = 160;

/// Names of levels, the common ones first, each with the caveat that it includes. The last ones are misprints; so is
/// `SBU/N`, which may or may not mean NOFORN.
const LEVELS: [(&str, Level, Option<&str>); 18] = [
    ("C", Level::Confidential, None),
    ("S", Level::Secret, None),
    ("U", Level::Unclassified, None),
    ("SBU/N", Level::Unclassified, Some("SBU")),
    ("SBU", Level::Unclassified, Some("SBU")),
    ("LOU", Level::LimitedOfficialUse, None),
    ("TS", Level::TopSecret, None),
    ("FOUO", Level::Unclassified, Some("FOUO")),
    ("SENSITIVE BUT UNCLASSIFIED", Level::Unclassified, Some("SENSITIVE BUT UNCLASSIFIED")),
    ("LIMITED OFFICIAL USE", Level::LimitedOfficialUse, None),
    ("CONFIDENTIAL", Level::Confidential, None),
    ("UNCLASSIFIED", Level::Unclassified, None),
    ("TOP SECRET", Level::TopSecret, None),
    ("UNCLAS", Level::Unclassified, None),
    ("SECRET", Level::Secret, None),
    ("CNF", Level::Confidential, Some("NF")),
    ("SNF", Level::Secret, Some("NF")),
    ("N/SF", Level::Secret, Some("NF")),
];

/// The portion mark that `text` begins with, and its length in bytes, including brackets and a colon or full stop right
/// behind them.
///
/// Only for the start of a paragraph behind its number, or of a subject: elsewhere `(c)` and `C)` are items of a
/// list. In 14 of 5,700 marked paragraphs the opening bracket is lost.
pub(crate) fn portion_mark(text: &str) -> Option<(usize, Mark)> {
    let (len, mark) = mark_in_row(text)?;
    // `3 (C). The minister spoke.`, where `C).` is an item of a list.
    let stop = match text.as_bytes().get(len..)? {
        [b'.'] | [b'.', b' ' | b'\t' | b'\n' | b'\r', ..] => text.starts_with(['(', '[']),
        _ => false,
    };
    Some((len.saturating_add(usize::from(stop)), mark))
}

/// The portion mark in the middle of a row; a full stop behind it is not part of it but ends the sentence: `TARSIS 138
/// (C).`
pub(crate) fn mark_in_row(text: &str) -> Option<(usize, Mark)> {
    let (len, level, caveats) = read(text)?;
    let written = text.get(..len)?.to_owned();
    // `(C): The minister spoke.`
    let colon = usize::from(text.as_bytes().get(len) == Some(&b':'));
    Some((len.saturating_add(colon), Mark { level, caveats, text: Some(written) }))
}

/// The length of the portion mark in brackets in front of a title, `(U) THE LAMP`; 0 if there is none.
pub fn title_mark(title: &str) -> usize {
    portion_mark(title).map_or(0, |(len, _)| if title.starts_with('(') && len < title.len() { len } else { 0 })
}

/// Whether a portion mark stands at the start of `text`.
pub(crate) fn is_marked(text: &str) -> bool {
    read(text).is_some()
}

/// Whether a row is only the mark of the entire text: `(S) ENTIRE TEXT`.
pub(crate) fn marks_entire_text(row: &str) -> bool {
    let words = row.trim_end_matches(['.', ')', ']']);
    let ends = words.get(words.len().saturating_sub(ENTIRE_TEXT.len())..);
    ends.is_some_and(|ends| ends.eq_ignore_ascii_case(ENTIRE_TEXT))
        && read(row).is_some_and(|(len, ..)| len == row.len())
}

fn read(text: &str) -> Option<(usize, Level, Vec<String>)> {
    let bytes = text.as_bytes();
    let close = |brackets: &[u8]| bytes.iter().take(LONGEST).position(|byte| brackets.contains(byte));
    let (inner, len) = match bytes.first()? {
        b'(' | b'[' => {
            let close = close(b")]")?;
            (text.get(1..close)?, close.saturating_add(1))
        }
        b'C' | b'S' | b'U' | b'T' | b'L' if level(text).is_some() => match entire_text(text) {
            Some(end) => (text.get(..end)?, end),
            None => {
                let close = close(b"()").filter(|close| bytes.get(*close) == Some(&b')'))?;
                (text.get(..close).filter(|inner| !inner.contains(char::is_whitespace))?, close.saturating_add(1))
            }
        },
        _ => return None,
    };
    let (level, caveats) = parse(inner)?;
    // The full stop behind `(C - ENTIRE TEXT)` belongs to the mark.
    let is_entire = inner.get(inner.len().saturating_sub(ENTIRE_TEXT.len())..) == Some(ENTIRE_TEXT);
    let stop = usize::from(is_entire && bytes.get(len) == Some(&b'.'));
    let len = len.saturating_add(stop);
    Some((len.saturating_add(behind(text.get(len..)?)), level, caveats))
}

const ENTIRE_TEXT: &str = "ENTIRE TEXT";

/// Where `C - ENTIRE TEXT.` without brackets ends.
fn entire_text(text: &str) -> Option<usize> {
    let head = text.as_bytes().get(..text.len().min(40))?;
    let words = head.windows(ENTIRE_TEXT.len()).position(|words| words.eq_ignore_ascii_case(ENTIRE_TEXT.as_bytes()))?;
    let end = words.saturating_add(ENTIRE_TEXT.len());
    Some(end.saturating_add(usize::from(text.as_bytes().get(end) == Some(&b'.'))))
}

/// The length of the words behind the bracket that still belong to the mark: `(C) ENTIRE TEXT.`
fn behind(text: &str) -> usize {
    let words = text.trim_start_matches([' ', '-']);
    match starts_with_any_case(words, ENTIRE_TEXT) {
        true => start_of(words, text).saturating_add(entire_text(words).unwrap_or_default()),
        false => 0,
    }
}

pub(super) fn parse(inner: &str) -> Option<(Level, Vec<String>)> {
    let (rest, level, included) = level(inner.trim().trim_end_matches('.'))?;
    let mut found: Vec<String> = included.map(str::to_owned).into_iter().collect();
    found.extend(caveats(rest)?);
    Some((level, found))
}

/// The level whose name begins `inner`, the caveat that the name includes, and what stands behind it.
fn level(inner: &str) -> Option<(&str, Level, Option<&'static str>)> {
    let first = inner.as_bytes().first()?.to_ascii_uppercase();
    let mut levels = LEVELS.iter().filter(|(name, ..)| name.as_bytes().first() == Some(&first));
    levels.find_map(|(name, level, included)| {
        let (head, rest) = inner.split_at_checked(name.len())?;
        let ends = rest.is_empty() || rest.starts_with(['/', '-', ' ', ',', ')', '.', '\\']);
        (head.eq_ignore_ascii_case(name) && ends).then_some((rest, *level, *included))
    })
}

#[cfg(test)]
mod tests {
    use super::{mark_in_row, marks_entire_text, portion_mark, title_mark};
    use crate::Level::{self, *};

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Level, &[&str])>) {
        let found = portion_mark(text);
        let found = found.as_ref().map(|(len, mark)| (&text[..*len], mark.level, mark.caveats.clone()));
        let expected = expected.map(|(written, level, caveats)| {
            (written, level, caveats.iter().map(|caveat| (*caveat).to_owned()).collect())
        });
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn marks() {
        let cases: &[(&str, Level, &[&str])] = &[
            ("(C)", Confidential, &[]),
            ("(S)", Secret, &[]),
            ("(SBU)", Unclassified, &["SBU"]),
            ("(S/NF)", Secret, &["NF"]),
            ("(U)", Unclassified, &[]),
            ("(C/NF)", Confidential, &["NF"]),
            ("(S//NF)", Secret, &["NF"]),
            ("(c)", Confidential, &[]),
            ("(S/REL NATO)", Secret, &["REL NATO"]),
            ("(U//FOUO)", Unclassified, &["FOUO"]),
            ("(SBU/NF)", Unclassified, &["SBU", "NF"]),
            ("(S//FGI//NF)", Secret, &["FGI", "NF"]),
            ("(S//REL TO USA, FVEY)", Secret, &["REL TO USA, FVEY"]),
            ("(C/NOFORN)", Confidential, &["NOFORN"]),
            ("(S-NF)", Secret, &["NF"]),
            ("(S/Rel to Freedonia)", Secret, &["REL TO FREEDONIA"]),
            ("(SECRET/REL FREEDONIA)", Secret, &["REL FREEDONIA"]),
            ("(C/Releasable to Freedonia)", Confidential, &["RELEASABLE TO FREEDONIA"]),
            ("(SNF)", Secret, &["NF"]),
            ("(N/SF)", Secret, &["NF"]),
            ("(SBU/N)", Unclassified, &["SBU"]),
            ("SBU/N)", Unclassified, &["SBU"]),
            ("(C - ENTIRE TEXT)", Confidential, &[]),
            ("(C - ENTIRE TEXT).", Confidential, &[]),
            ("C - ENTIRE TEXT.", Confidential, &[]),
            ("(SECRET-ENTIRE TEXT.)", Secret, &[]),
            ("(C) ENTIRE TEXT.", Confidential, &[]),
            ("(S/NF - Entire text.)", Secret, &["NF"]),
            ("(LOU)", LimitedOfficialUse, &[]),
            ("(TS)", TopSecret, &[]),
            ("[C]", Confidential, &[]),
            ("( C )", Confidential, &[]),
            ("(C.NF)", Confidential, &["NF"]),
            ("(S\\NF)", Secret, &["NF"]),
            ("C)", Confidential, &[]),
            ("S/NF)", Secret, &["NF"]),
        ];
        for (written, level, caveats) in cases {
            check(&format!("{written} The minister spoke."), Some((written, *level, caveats)));
        }
    }

    #[test]
    fn stops() {
        for (written, stop) in [
            ("(C): The minister spoke.", ":"),
            ("(C). The minister spoke.", "."),
            ("(C).", "."),
            ("(C).The minister spoke.", ""),
            ("(C) . The minister spoke.", ""),
            ("(C)... the minister spoke.", ""),
        ] {
            let found = portion_mark(written).map(|(len, mark)| (len, mark.text));
            assert_eq!(found, Some(("(C)".len() + stop.len(), Some("(C)".to_owned()))), "{written}");
        }
        assert_eq!(portion_mark("C). Nets").map(|(len, _)| len), Some("C)".len()));
        assert_eq!(mark_in_row("(C). The minister spoke.").map(|(len, _)| len), Some("(C)".len()));
    }

    #[test]
    fn marks_of_titles() {
        assert_eq!(title_mark("(SBU) THE LAMP"), "(SBU)".len());
        for title in ["THE LAMP", "C) THE LAMP", "(C)", "(Old) LAMP"] {
            assert_eq!(title_mark(title), 0, "{title}");
        }
    }

    #[test]
    fn marks_of_the_entire_text() {
        for row in ["(S) ENTIRE TEXT", "(C) Entire Text.", "(C - ENTIRE TEXT).", "C - ENTIRE TEXT."] {
            assert!(marks_entire_text(row), "{row}");
        }
        for row in ["(S) ENTIRE TEXT OF A NOTE", "(S)", "ENTIRE TEXT", ""] {
            assert!(!marks_entire_text(row), "{row}");
        }
    }

    #[test]
    fn false_friends() {
        for text in [
            "(U.S.) officials",
            "(S/N) 4417",
            "(S/N) Boats came",
            "(SB) Security Bureau of Lydda",
            "(SUB) COMMITTEE OF LYDDA",
            "(CONF) Confederation of Labor.",
            "(C/N) and others",
            "(Sub) Contractors",
            "(SUB) contractors",
            "(C. Roe) The minister",
            "(U.N.) Officials",
            "(SBU/NGO) boats",
            "(SBU/N boats)",
            "(Freedonia) The minister",
            "(See para 4)",
            "(a) first",
            "(S/he said so)",
            "(C releasable by the ministry)",
            "(C, releasable to the press today, he said)",
            "(C",
            "()",
            "(",
            "Confidential sources (two) said",
            "Sources (C) said",
            "",
            "(\u{e9})",
            "Tr\u{e9}s) bien",
        ] {
            check(text, None);
        }
    }
}
