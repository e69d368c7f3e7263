//! Labels of paragraphs: `1.`, `¶1.`, `[1](#)1.`, and `11.` where the link was lost and its digit stayed.

use crate::mark::{is_marked, portion_mark};
use crate::markup;
use crate::words::start_of;
use std::borrow::Cow;

/// A number at the start of a row that may be a paragraph's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// Length of the label with anchor and full stop.
    pub len: usize,
    /// The number as written.
    pub number: u32,
    /// The number without its first digit, if that is a 1 that may be all that is left of a mangled `¶`.
    pub without_anchor: Option<u32>,
    /// Whether an anchor stands in front, as only labels have one (and numbers that wrapping brought to a line's
    /// start).
    pub anchored: bool,
    /// Whether a portion mark follows.
    pub marked: bool,
    /// Whether a bracket stands in place of the full stop: `1)`.
    pub bracketed: bool,
}

/// No telegram counts its paragraphs beyond this; longer numbers are years, sums or serials.
pub(super) const MOST_DIGITS: usize = 4;

/// What stands between a number and its mark is no longer than this.
const LONGEST_STOP: usize = 4;

/// What Markdown sets around a number: `**1.** (C) Text`.
const BOLD: &str = "**";

/// Reads the label at the start of a row. Every row is asked, and most begin with a letter.
#[inline]
pub(crate) fn read(line: &str) -> Option<Label> {
    if begins(line) { counted(line) } else { None }
}

#[inline(never)]
fn counted(line: &str) -> Option<Label> {
    // `1)` is an item of a list.
    let counts = |label: &Label| !label.bracketed || label.anchored || label.marked;
    label(line).filter(counts).or_else(|| behind_bracket(line))
}

/// Whether a row begins with a number that only its mark makes a label: `10 (C) Text`.
pub(in crate::body) fn has_lost_stop(line: &str) -> bool {
    let has_mark = |label: &Label| line.get(label.len..).is_some_and(|behind| is_marked(behind.trim_start()));
    read(line).is_some_and(|label| !label.anchored && !label.marked && has_mark(&label))
}

/// Reads the label at the start of a row if it has a bracket in place of the full stop.
pub(crate) fn bracketed(line: &str) -> Option<Label> {
    if begins(line) { label(line).filter(|label| label.bracketed) } else { None }
}

/// Whether a text begins with a word of two capitals or more; a single capital numbers a part.
fn begins_in_capitals(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    text.len().saturating_sub(rest.len()) > 1 && rest.starts_with([' ', ',', '\'', '’'])
}

fn label(line: &str) -> Option<Label> {
    let front = front_mark(line)?;
    let unmarked = line.get(front..)?.trim_start();
    let anchor = markup::anchor(unmarked);
    let bold = if unmarked.starts_with(BOLD) { BOLD } else { "" };
    let digits = unmarked.get(anchor.max(bold.len())..)?;
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 || count > MOST_DIGITS {
        return None;
    }
    let (number, rest) = digits.split_at_checked(count)?;
    let (number, rest) = match torn(rest) {
        Some((others, rest)) if count.saturating_add(others.len()) <= MOST_DIGITS => {
            (Cow::Owned(format!("{number}{others}")), rest)
        }
        _ => (Cow::Borrowed(number), rest),
    };
    // In front of a mark any sign, or none, can stand in place of the full stop.
    let before_mark = || {
        let is_stop = |byte: &u8| *byte == b' ' || byte.is_ascii_punctuation() && !matches!(byte, b'(' | b'[');
        let len = rest.bytes().take_while(is_stop).count();
        let (stop, behind) = rest.split_at_checked(len).filter(|_| len <= LONGEST_STOP)?;
        is_marked(behind).then(|| rest.get(stop.trim_end().len()..))?
    };
    let stop = || rest.strip_prefix('.').or_else(|| rest.strip_prefix(')')).or_else(|| rest.strip_prefix(" ."));
    let (stop, marked) = match before_mark() {
        Some(stop) => (stop, true),
        None => {
            let stop = stop()?.strip_prefix(bold)?;
            (stop, is_marked(stop.trim_start()) || begins_mark(stop.trim_start()))
        }
    };
    // `1.5 million` and `12.30` are no labels, and neither is `1.A.`, which numbers a part of a paragraph.
    let apart = stop.is_empty() || stop.starts_with([' ', '\t', '(', '"', '“']) || marked;
    // `18.This is`, `1.USAID`
    let apart = apart || matches!(stop.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..]) || begins_in_capitals(stop);
    if !apart && (anchor == 0 || stop.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    Some(Label {
        len: start_of(stop, line),
        number: number.parse().ok()?,
        without_anchor: number
            .strip_prefix('1')
            .filter(|tail| !tail.starts_with('0'))
            .and_then(|tail| tail.parse().ok()),
        anchored: anchor > 0,
        marked: (marked || front > 0) && rest.starts_with(['.', ',', ')']),
        bracketed: rest.starts_with(')'),
    })
}

/// The other digits of a number that a line end tore, and what stands behind them. A row that holds a line end begins
/// with a torn label.
fn torn(rest: &str) -> Option<(&str, &str)> {
    let below = rest.trim_start_matches(' ').strip_prefix(['\n', '\r'])?.trim_start();
    let digits = below.get(markup::anchor(below)..)?;
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits.split_at_checked(count).filter(|_| count > 0)
}

/// Reads the label in brackets at the start of a row: `(1) (C) Text`, `(1) Text`. Without a mark behind it, it is a
/// label only in a text that begins with one; otherwise it numbers items.
pub(crate) fn in_brackets(line: &str) -> Option<Label> {
    let inner = line.strip_prefix('(').filter(|inner| inner.starts_with(|c: char| c.is_ascii_digit()))?;
    let (number, behind) = inner.split_at_checked(inner.bytes().take(3).position(|byte| byte == b')')?)?;
    let rest = behind.strip_prefix(')')?.strip_prefix('.').or(behind.strip_prefix(')'))?;
    rest.starts_with([' ', '\t']).then_some(())?;
    Some(Label {
        len: start_of(rest, line),
        number: number.parse().ok()?,
        without_anchor: None,
        anchored: false,
        marked: is_marked(rest.trim_start()),
        bracketed: true,
    })
}

/// Reads the label of a portion behind a bracket: its own, `(1) (C) Text`, or one that the whole portion stands in,
/// `(11. (C) Text)`.
fn behind_bracket(line: &str) -> Option<Label> {
    let inner = line.strip_prefix('(').filter(|inner| begins_number(inner))?;
    let whole = || label(inner).map(|label| Label { len: label.len.saturating_add(1), ..label });
    in_brackets(line).or_else(whole).filter(|label| label.marked)
}

/// Whether a row begins with a byte that a label can begin with: a digit, a link, `¶` or what damage made of it,
/// a portion mark.
fn begins(line: &str) -> bool {
    begins_number(line) || line.starts_with('(')
}

pub(super) fn begins_number(line: &str) -> bool {
    matches!(line.as_bytes().first(), Some(b'0'..=b'9' | b'[' | b'*' | 0xC2 | 0xEF))
}

/// Length of the mark that can stand in front of a number: `(C) 1.`; `None` where a bracket is something else.
fn front_mark(line: &str) -> Option<usize> {
    if !line.starts_with('(') {
        return Some(0);
    }
    let (_, behind) = line.split_once(')')?;
    begins_number(behind.trim_start()).then(|| portion_mark(line))?.map(|(len, _)| len)
}

/// Whether a portion mark begins that ends on a later row: `(S//REL AFGHANISTAN,`.
fn begins_mark(text: &str) -> bool {
    ["(S/", "(C/", "(U/", "(SBU/"].iter().any(|mark| text.starts_with(mark)) && !text.contains(')')
}

impl Label {
    /// Whether it can be the first label of a text: paragraph 1, 11 with a mangled anchor, or 2 or 3 where those before
    /// lost theirs.
    pub fn opens_body(&self) -> bool {
        let low = |number: u32| (1..=3).contains(&number);
        (low(self.number) || self.without_anchor.is_some_and(low)) && (self.anchored || self.marked || self.number <= 2)
            || self.number == 11
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(u32, Option<u32>, bool, bool, &str)>) {
        let read = read(line).map(|l| (l.number, l.without_anchor, l.anchored, l.marked, &line[l.len..]));
        assert_eq!(read, expected, "{line}");
    }

    #[test]
    fn labels() {
        check("1. (C) Text", Some((1, None, false, true, " (C) Text")));
        check("¶12. Text", Some((12, Some(2), true, false, " Text")));
        check("[1](#)2.(SBU) Text", Some((2, None, true, true, "(SBU) Text")));
        check("110. (C) Text", Some((110, Some(10), false, true, " (C) Text")));
        check("6.(C)  Text", Some((6, None, false, true, "(C)  Text")));
        check("18, (SBU) Text", Some((18, Some(8), false, true, " (SBU) Text")));
        check("18, which is more", None);
        check("3.. (C) Text", Some((3, None, false, true, " (C) Text")));
        check("3..  (C) Text", Some((3, None, false, true, "  (C) Text")));
        check("3. - (C) Text", Some((3, None, false, true, " (C) Text")));
        check("**3.** (C) Text", Some((3, None, false, true, " (C) Text")));
        check("**3. Text", None);
        check("¶ 3. Text", Some((3, None, true, false, " Text")));
        check("¶ 3 below", None);
        check("3 - (C) Text", Some((3, None, false, false, " (C) Text")));
        check("4 (C) Text", Some((4, None, false, false, " (C) Text")));
        check("4.This is text", Some((4, None, false, false, "This is text")));
        check("4.USAID is text", Some((4, None, false, false, "USAID is text")));
        check("4.USAID's text", Some((4, None, false, false, "USAID's text")));
        check("4.A is text", None);
        check("(C) 3. Text", Some((3, None, false, true, " Text")));
        check("(11. (C) Text)", Some((11, Some(1), false, true, " (C) Text)")));
        check("(S/NF) ¶12. Text", Some((12, Some(2), true, true, " Text")));
        check("3.", Some((3, None, false, false, "")));
        check("1\n¶0. (U) Text", Some((10, None, false, true, " (U) Text")));
        check("12 \r\n3. (U) Text", Some((123, Some(23), false, true, " (U) Text")));
        check("123\n45. (U) Text", None);
    }

    #[test]
    fn numbers_in_brackets() {
        let check = |line: &str, expected| assert_eq!(in_brackets(line).map(|l| (l.number, l.marked, l.len)), expected);
        check("(1) (C) Text", Some((1, true, 3)));
        check("(12). Text", Some((12, false, 5)));
        for line in ["(1)(2) Text", "(2008) Text", "(1", "(C) Text", "1) Text", ""] {
            check(line, None);
        }
    }

    #[test]
    fn numbers_in_prose() {
        for line in [
            "(C) 1.5 million",
            "(see 3. below)",
            "(3. below)",
            "1.5 million",
            "2007 was",
            "12345. x",
            "1.A. part",
            "1) first",
            "¶B. TARSIS 12",
            "1",
            "",
        ] {
            check(line, None);
        }
    }
}
