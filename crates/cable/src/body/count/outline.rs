//! Items of an outline, which messages letter and number below their paragraphs (`A.`, `(1)`, `(A)`, `2.A.(1)`).
//!
//! No order of styles is laid down, so a style's place follows from where it first stands. A new one that begins with
//! its first letter or number lies below the item above; one that is open goes on.

use super::line_break::{Break, LineBreaks};
use super::sequence::Accepted;
use crate::row::Row;

/// Items lie this deep at most.
const DEEPEST: usize = 6;

/// How an item is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::body) struct Style {
    alphabet: Alphabet,
    bracketed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alphabet {
    Upper,
    Lower,
    Digits,
}

/// One part of a label: `A.`, `(1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    style: Style,
    value: u32,
}

/// The labels of a text with those of its items, in order. `own` are those of its paragraphs.
pub(crate) fn with_items(text: &str, rows: &[Row], breaks: &LineBreaks, own: Vec<Accepted>) -> Vec<Accepted> {
    let mut all = Vec::with_capacity(own.len());
    let mut own = own.into_iter().peekable();
    let mut open: Vec<Part> = Vec::with_capacity(DEEPEST);
    for (index, row) in rows.iter().enumerate() {
        let found = match own.next_if(|label| label.row == index) {
            Some(label) => Some(placed(label, &mut open)),
            None => item(index, row.span.of(text), &mut open, breaks.above(index)),
        };
        all.extend(found);
    }
    all
}

/// Places a label of the count: that of a paragraph closes what is open, and an item of a numbered list lies below it.
fn placed(label: Accepted, open: &mut Vec<Part>) -> Accepted {
    let part =
        Part { style: Style { alphabet: Alphabet::Digits, bracketed: false }, value: label.number.unwrap_or_default() };
    if label.depth == 0 {
        open.clear();
        open.push(part);
        return label;
    }
    let depth = place(part, open).unwrap_or(label.depth);
    Accepted { depth, ..label }
}

/// The item that a row begins. A label of several parts (`2.A.`) repeats those of the items that it lies in.
fn item(row: usize, line: &str, open: &mut Vec<Part>, begun: Break) -> Option<Accepted> {
    let (parts, len) = label(line)?;
    let (last, outer) = parts.split_last().filter(|_| begun != Break::Wrapping)?;
    let depth = if outer.is_empty() {
        let goes_on = open
            .iter()
            .skip(1)
            .any(|above| above.style == last.style && last.value.checked_sub(above.value) == Some(1));
        (goes_on || begun == Break::Writer).then(|| place(*last, open))??
    } else {
        let own = open.first().map_or(0, |own| own.value);
        let fits = outer.first()?.value.checked_sub(own).is_some_and(|ahead| ahead <= 1);
        fits.then(|| open.clone_from(&parts))?;
        outer.len() as u8
    };
    let number = (last.style.alphabet == Alphabet::Digits).then_some(last.value);
    Some(Accepted { row, len, number, depth, finding: None })
}

/// How deep an item lies; `None` where it does not go on with what is open.
fn place(part: Part, open: &mut Vec<Part>) -> Option<u8> {
    // The first is the paragraph's own number.
    let known = (1..open.len()).find(|at| open.get(*at).is_some_and(|above| above.style == part.style));
    match known {
        Some(at) => {
            let ahead = part.value.checked_sub(open.get(at)?.value)?;
            (1..=2).contains(&ahead).then(|| open.truncate(at))?;
        }
        None => (part.value == 1 && open.len() <= DEEPEST).then_some(())?,
    }
    if open.is_empty() {
        open.push(Part { style: Style { alphabet: Alphabet::Digits, bracketed: false }, value: 0 });
    }
    open.push(part);
    u8::try_from(open.len().saturating_sub(1)).ok()
}

/// The parts of the label at the start of a row, and its length. Digits before a full stop are an item's only in front
/// of another part: alone they number paragraphs.
fn label(line: &str) -> Option<(Vec<Part>, usize)> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some((part, len)) = part(line.get(at..)?) {
        parts.push(part);
        at = at.saturating_add(len);
        if parts.len() > DEEPEST {
            return None;
        }
    }
    let rest = line.get(at..)?;
    let last = parts.last()?.style;
    let apart =
        rest.is_empty() || rest.starts_with([' ', '\t']) || last.bracketed && !rest.starts_with(['/', ',', '-']);
    let is_number = parts.len() == 1 && last == Style { alphabet: Alphabet::Digits, bracketed: false };
    // `A. B. TARSIS` in a list of names.
    let is_initial = !last.bracketed && part(rest.trim_start()).is_some_and(|(next, _)| next.style == last);
    (apart && !is_number && !is_initial).then_some((parts, at))
}

/// Whether a row begins with the label of an item.
pub(super) fn is_item(line: &str) -> bool {
    label(line).is_some()
}

/// The style and the value of the item that a row begins, if its label has one part.
pub(in crate::body) fn single_part(line: &str) -> Option<(Style, u32)> {
    let (parts, _) = label(line)?;
    match parts.as_slice() {
        [part] => Some((part.style, part.value)),
        _ => None,
    }
}

/// The label of an item as most are written: `C.`, `(3)`.
pub(in crate::body) fn item_label(style: Style, value: u32) -> String {
    let letter = |first: u8| char::from_u32(u32::from(first).saturating_add(value).saturating_sub(1));
    let written = match style.alphabet {
        Alphabet::Upper => letter(b'A').map(String::from).unwrap_or_default(),
        Alphabet::Lower => letter(b'a').map(String::from).unwrap_or_default(),
        Alphabet::Digits => value.to_string(),
    };
    if style.bracketed { format!("({written})") } else { format!("{written}.") }
}

/// `A.`, `(A)`, `a)`, `12.`, `(12)`, and its length.
fn part(text: &str) -> Option<(Part, usize)> {
    let inner = text.strip_prefix('(');
    let bare = inner.unwrap_or(text);
    let first = *bare.as_bytes().first()?;
    // The low five bits of a letter are its place in the alphabet.
    let (alphabet, value, len) = match first {
        b'A'..=b'Z' => (Alphabet::Upper, u32::from(first & 0x1F), 1),
        b'a'..=b'z' => (Alphabet::Lower, u32::from(first & 0x1F), 1),
        b'1'..=b'9' => {
            let digits = bare.bytes().take(3).take_while(u8::is_ascii_digit).count();
            (Alphabet::Digits, bare.get(..digits).filter(|_| digits < 3)?.parse().ok()?, digits)
        }
        _ => return None,
    };
    let close = *bare.as_bytes().get(len)?;
    let bracketed = close == b')';
    (bracketed || close == b'.' && inner.is_none()).then_some(())?;
    let style = Style { alphabet, bracketed };
    let brackets = if inner.is_some() { 2 } else { 1 };
    Some((Part { style, value }, len.saturating_add(brackets)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::count::{candidate, label as own, sequence};
    use crate::{Span, row};

    /// Depths and labels of what counts.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let candidates: Vec<_> = rows
            .iter()
            .enumerate()
            .filter_map(|(row, at)| {
                Some(candidate::Candidate {
                    row,
                    label: own::read(at.span.of(text))?,
                    at_break: true,
                    below_heading: false,
                    announced: false,
                    only_due: false,
                    wants_next: false,
                    below_short: false,
                })
            })
            .collect();
        let all =
            with_items(text, &rows, &LineBreaks::new(text, &rows), sequence::sequence(&candidates, false, false).0);
        let shown: Vec<String> = all
            .iter()
            .map(|label| {
                let line = rows.get(label.row).map_or("", |row| row.span.of(text));
                format!("{}{}", ">".repeat(label.depth.into()), line.get(..label.len).unwrap_or_default())
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn outlines() {
        check(
            "1. Yes.\nA. Yes.\nB. Yes.\n(1) Yes.\n(A) Yes.\n(B) Yes.\n(2) Yes.\nC. Yes.\n2. Yes.",
            "1. >A. >B. >>(1) >>>(A) >>>(B) >>(2) >C. 2.",
        );
        check("1. Yes.\n(1) Yes.\na. Yes.\nb. Yes.\n(2) Yes.\n2. Yes.\n(1) Yes.", "1. >(1) >>a. >>b. >(2) 2. >(1)");
        check(
            "1. Yes.\n1.A. Yes.\n1.A.(1) Yes.\n1.B. Yes.\n2. Yes.\n2.a.(1) Yes.",
            "1. >1.A. >>1.A.(1) >1.B. 2. >>2.a.(1)",
        );
        check("A. Yes.\nB. Yes.", ">A. >B.");
    }

    #[test]
    fn letters_of_the_text() {
        check("1. AS REFERENCES A AND B ALLOW FOR, EXCEPT WHERE REFERENCE\nA. THE SECOND IS", "1.");
        check("1. AS REFERENCES ALLOW, CONSISTENT WITH REFERENCES\n(a) and (b)", "1.");
        check("1. THE NAMES ARE\nA. B. ROE\nB. C. DOE", "1.");
        check("1. A:\n(1) ONE, AND\n(2) TWO", "1. >(1) >(2)");
        check("1. Yes.\nC. Yes.\nU.S. ships.\n(b) and so on.\n1) Yes.", "1. >1)");
    }
}
