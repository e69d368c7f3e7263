//! Reads the reasons for classification: the letters of a section of the executive order, `1.4 (b) and (d)`.

use super::cursor::Cursor;
use super::marked_sentence::is_marked_sentence;
use std::ops::Range;

/// The reasons: where they stand, and each once, as `1.4(b)`, with the place of its letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons {
    pub range: Range<usize>,
    pub letters: Vec<(Range<usize>, String)>,
}

/// Words that can stand between a section and its letters.
const FILLERS: [&str; 8] = ["PARAGRAPHS", "PARAGRAPH", "PARAS", "PARA", "SUBPARAGRAPHS", "SECTIONS", "SECTION", "BOTH"];

/// Reads the reasons of the first section that is named, and of those that directly follow. Section 1.4 lists them
/// since 2003, 1.5 in the first text of E.O. 12958, 1.3 in E.O. 12356; categories go from a to j.
pub(crate) fn reasons(text: &str) -> Option<Reasons> {
    let start = memchr::memchr_iter(b'1', text.as_bytes()).find(|at| section(text, *at).is_some())?;
    let mut found = Reasons { range: start..start, letters: Vec::new() };
    let mut at = start;
    while let Some((name, end)) = section(text, at) {
        found.range.end = end;
        at = letters(text, end, &name, &mut found);
        found.range.end = found.range.end.max(at);
        let mut next = Cursor::new(text, at);
        separator(&mut next);
        at = next.at();
    }
    Some(found)
}

/// Whether a row gives reasons.
pub(crate) fn gives_reasons(row: &str) -> bool {
    reasons(row).is_some_and(|found| !found.letters.is_empty())
}

/// Reads `1.4`, also split by a line wrap (`1 .4`) or misprinted (`1/4`, `1,4`), unless it is joined to another number.
fn section(text: &str, at: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let is_joined = || at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|before| is_number(*before));
    let mut cursor = Cursor::new(text, at);
    if !cursor.eat(b'1') || is_joined() {
        return None;
    }
    cursor.blanks();
    let is_misprint = matches!(cursor.peek(), Some(b'/' | b','));
    (is_misprint || cursor.peek() == Some(b'.')).then(|| cursor.step())?;
    cursor.blanks();
    let digit = cursor.peek().filter(|byte| (b'3'..=b'6').contains(byte))?;
    cursor.step();
    let is_joined = cursor.peek().is_some_and(|byte| byte.is_ascii_digit() || byte == b'/');
    let is_reason = !is_misprint || cursor.rest().trim_start().starts_with('(');
    (!is_joined && is_reason).then(|| (format!("1.{}", digit as char), cursor.at()))
}

fn is_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'/' || byte == b'.'
}

/// Reads letters from `at` on, and returns where the last one ends.
fn letters(text: &str, at: usize, section: &str, found: &mut Reasons) -> usize {
    let mut cursor = Cursor::new(text, at);
    let mut end = at;
    let mut previous: Option<u8> = None;
    loop {
        let separator = separator(&mut cursor);
        let letter = cursor.peek().filter(|byte| byte.is_ascii_alphabetic()).map(|byte| byte.to_ascii_lowercase());
        let Some(letter) = letter.filter(|letter| (b'a'..=b'j').contains(letter)) else { break };
        let start = cursor.at();
        cursor.step();
        let is_word = cursor.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
        // A letter behind the first needs a bracket or something that joins it: not "a" in "(b) and (d) a source said".
        let is_loose = !separator.bracket && previous.is_some() && !separator.joint;
        // A bracket behind a full stop can hold a further letter, or the mark of the text.
        let is_text = || !separator.bracket || text.get(start.saturating_sub(1)..).is_some_and(is_marked_sentence);
        if is_word || is_loose || separator.stop && previous.is_some() && is_text() {
            break;
        }
        let first = previous.filter(|_| separator.range).map_or(letter, |previous| previous.saturating_add(1));
        for letter in first.min(letter)..=letter {
            let reason = format!("{section}({})", letter as char);
            if !found.letters.iter().any(|(_, known)| *known == reason) {
                found.letters.push((start..cursor.at(), reason));
            }
        }
        previous = Some(letter);
        end = closing(text, cursor.at());
        cursor = Cursor::new(text, end);
    }
    end
}

/// The marks and words between two letters.
#[derive(Default)]
struct Separator {
    bracket: bool,
    joint: bool,
    stop: bool,
    range: bool,
}

fn separator(cursor: &mut Cursor<'_>) -> Separator {
    let mut found = Separator::default();
    loop {
        match cursor.peek() {
            Some(byte) if byte.is_ascii_whitespace() => cursor.step(),
            Some(b'(' | b'[') => {
                found.bracket = true;
                cursor.step();
            }
            Some(b',' | b'/' | b'&' | b'+' | b';' | b':') => {
                found.joint = true;
                cursor.step();
            }
            Some(b'-') => {
                (found.joint, found.range) = (true, true);
                cursor.step();
            }
            Some(b'.') => {
                found.stop = true;
                cursor.step();
            }
            Some(_) if and(cursor) => found.joint = true,
            Some(_) if FILLERS.iter().any(|word| cursor.eat_word(word)) => {}
            _ => return found,
        }
    }
}

/// Moves over `and`, also split by a line wrap (`a nd`, `an d`), or over `or`.
fn and(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    for letter in *b"AND" {
        if !ahead.peek().is_some_and(|byte| byte.eq_ignore_ascii_case(&letter)) {
            return cursor.eat_word("OR");
        }
        ahead.step();
        let joined = ahead;
        ahead.blanks();
        if letter == b'D' {
            // "and d": nothing may be joined to the word.
            let is_word = joined.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
            let found = !is_word;
            *cursor = if found { joined } else { *cursor };
            return found;
        }
    }
    false
}

/// The end of the bracket behind a letter, with any points or blanks in front of it.
fn closing(text: &str, at: usize) -> usize {
    let mut cursor = Cursor::new(text, at);
    cursor.blanks_and(b".");
    if cursor.eat(b')') || cursor.eat(b']') { cursor.at() } else { at }
}

#[cfg(test)]
mod tests {
    use super::reasons;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = reasons(text).unwrap_or_default();
        let letters: Vec<&str> = found.letters.iter().map(|(_, reason)| reason.as_str()).collect();
        assert_eq!(letters.join(" "), expected, "{text:?}");
    }

    #[test]
    fn letters_of_one_section() {
        for text in [
            "1.4 (b) and (d).",
            "1.4(B), (D)",
            "1.4 (b/d)",
            "1.4 b/d.",
            "1.4 b and d",
            "1.4 b, d",
            "1.4 (b,d)",
            "1.4 (B & D)",
            "1.4 (b)(d)",
            "1.4 (b) (d)",
            "1.4 (b) a nd (d)",
            "1.4 (b) an d (d)",
            "1.4 (B AN D D)",
            "1 .4 (b) and (d)",
            "1. 4 (b) and (d)",
            "1.4. (b) & (d) .",
            "1.4, b/d.",
            "1.4b,d",
            "1.4 (b+d)",
            "1.4 (b) and( d).",
            "1.4 (b. ) and (d.)",
            "1.4 (B) and (D )",
            "1/4 (B), (D)",
            "1,4 (B/D)",
            "1.4 paragraphs (b) and (d)",
            "1.4 (b). (d)",
            "1.4 (b) and (d). (C) The harbour of Tarsis is closed until the spring.",
            "1.4 (b) and (d). A source said",
            "1.4 (b) and (d) a source said",
            "1.4 b and d 1.(C) Summary",
            "1.4 (b), (d), (b)",
            "E.O. 12958 1.4 (b,d)",
            "1.4 (b) and 1.4 (d)",
        ] {
            check(text, "1.4(b) 1.4(d)");
        }
    }

    #[test]
    fn other_letters() {
        check("1.4 (d)", "1.4(d)");
        check("1.4(d.)", "1.4(d)");
        check("1.5 (b) and (d)", "1.5(b) 1.5(d)");
        check("1.4 (a), (b), (c), (d)", "1.4(a) 1.4(b) 1.4(c) 1.4(d)");
        check("1.4 (B), (C) & (D)", "1.4(b) 1.4(c) 1.4(d)");
        check("1.4 a,b,and d.", "1.4(a) 1.4(b) 1.4(d)");
        check("1.4 (b-d)", "1.4(b) 1.4(c) 1.4(d)");
        check("1.4 (d) and (b)", "1.4(d) 1.4(b)");
        check("1.4 (b) and 1.5 (c)", "1.4(b) 1.5(c)");
        check("1.5 (A/C).", "1.5(a) 1.5(c)");
    }

    #[test]
    fn no_reasons() {
        for text in [
            "",
            "1.4",
            "1.4 and",
            "11.4 (b)",
            "1.45 (b)",
            "1/4/09 (b)",
            "1,400 (b)",
            "1,4 b",
            "DSCG 05-1 B, D",
            "\u{e9}1.9(b)",
        ] {
            check(text, "");
        }
    }
}
