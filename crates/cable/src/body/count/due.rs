//! Damaged labels, which count only where their number is due.

use super::candidate::Candidate;
use super::label::{Label, MOST_DIGITS, begins_number};
use crate::date::month;
use crate::mark::is_marked;
use crate::markup;
use crate::words::{is_number, start_of};

/// At most this many signs stand in place of the full stop of such a label: `2..`
const MOST_SIGNS: usize = 2;

/// Reads a label that counts only where its number is due. It has another sign in place of the full stop, or none, `2,
/// Text`; its full stop is joined to an item or an article, `3.I) Text`, `2.A text`; or a scan read letters for its
/// digits and a mark follows, `l2. (C) Text`.
pub(super) fn due(line: &str) -> Option<Label> {
    if !begins_number(line) && !line.starts_with(['l', 'I', 'O']) {
        return None;
    }
    let anchor = markup::anchor(line);
    let digits = line.get(anchor..)?;
    let is_digit = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'l' | b'I' | b'O');
    let (number, rest) = digits.split_at_checked(digits.bytes().take(MOST_DIGITS).take_while(is_digit).count())?;
    let stops = rest.bytes().take(MOST_SIGNS).take_while(|byte| b".,:;-)".contains(byte)).count();
    let (stop, text) = rest.split_at_checked(stops)?;
    let is_label = match is_number(number) {
        true => stop == "." && is_joined(text) || begins_sentence(text),
        false => stop.starts_with('.') && is_marked(text.trim_start()),
    };
    is_label.then_some(())?;
    Some(Label {
        len: start_of(text, line),
        number: number.replace(['l', 'I'], "1").replace('O', "0").parse().ok()?,
        without_anchor: None,
        anchored: false,
        marked: false,
        bracketed: false,
    })
}

/// Whether an item or an article begins here: `I) Text`, `A text`.
fn is_joined(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'Z', b')', b' ', ..] | [b'A', b' ', b'a'..=b'z', ..])
}

/// Whether a blank and a sentence stand here; behind a number a month is the rest of a date.
fn begins_sentence(text: &str) -> bool {
    let words = text.trim_start();
    let is_month = || month(words.split([' ', '.', ',']).next().unwrap_or_default()).is_some();
    text.starts_with(' ') && words.starts_with(|c: char| c.is_uppercase() || c == '"') && !is_month()
}

/// Whether a full stop joins the number to an item, `3.I) Text`: such a label needs no next number behind it.
pub(super) fn joins_item(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'Z', b')', ..])
}

/// How far the rows have counted.
#[derive(Default)]
pub(super) struct Count {
    last: u32,
    /// Whether a list has begun since the last label.
    in_list: bool,
}

impl Count {
    /// Takes a number that is written as a label is.
    pub fn take(&mut self, number: u32) {
        (self.last, self.in_list) = (number, false);
    }

    /// Takes a number if it is the next one, and returns whether it is. Behind a colon, or a number that was there
    /// before, it is an item of a list.
    pub fn goes_on(&mut self, number: u32, announced: bool) -> bool {
        self.in_list |= announced || number <= self.last;
        let is_next = !self.in_list && number == self.last.saturating_add(1);
        self.last = if is_next { number } else { self.last };
        is_next
    }
}

/// Removes the candidates that need the next number behind them and do not have it.
pub(super) fn retain_followed(found: &mut Vec<Candidate>) {
    if !found.iter().any(|candidate| candidate.wants_next) {
        return;
    }
    let mut next = None;
    found.reverse();
    found.retain(|&Candidate { wants_next, label, .. }| {
        let stays = !wants_next || Some(label.number.saturating_add(1)) == next;
        next = Some(label.number).filter(|_| stays);
        stays
    });
    found.reverse();
}

#[cfg(test)]
mod tests {
    use super::due;

    #[test]
    fn labels_where_they_are_due() {
        let check =
            |line: &str, expected| assert_eq!(due(line).map(|l| (l.number, &line[l.len..])), expected, "{line}");
        for (line, number, text) in [
            ("3.I) Date", 3, "I) Date"),
            ("12.A) Date", 12, "A) Date"),
            ("2, Text", 2, " Text"),
            ("2.. Text", 2, " Text"),
            ("¶2; Text", 2, " Text"),
            ("2 Text", 2, " Text"),
            ("2.A text", 2, "A text"),
            ("l2. (C) Text", 12, " (C) Text"),
            ("1O. (C) Text", 10, " (C) Text"),
            ("I.  (S/NF) Text", 1, "  (S/NF) Text"),
        ] {
            check(line, Some((number, text)));
        }
        for line in [
            "3.i) date",
            "I) Date",
            "3.I)",
            "2 boats",
            "2,000 Boats",
            "2.A TEXT",
            "2.5 Boats",
            "2 June at the quay",
            "2, MAY. The boats",
            "I. Text",
            "I (C) Text",
            "Old. (C) Text",
            "lO: (C) Text",
            "2... Text",
            "Text",
            "",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn labels_that_are_due() {
        for (below, expected) in [
            ("2, The boats.", &[1, 2, 3][..]),
            ("2 The boats.", &[1, 2, 3]),
            ("(2) The boats.", &[1, 2, 3]),
            ("2.A boat.", &[1, 2, 3]),
            ("4, The boats.", &[1, 3]),
            ("(1) Boats.\n\n(2) Ropes.\n\n2. Goats.", &[1, 2, 3]),
            ("1 Roe\n\n2 Doe\n\n3 Alder\n\n2. Goats.", &[1, 2, 3]),
            ("2 Roe\n\n3 Doe\n\n4 Alder", &[1, 3]),
            ("He left in\n2 Boats.", &[1, 3]),
            ("2, The boats.\n\n2 Boats more.", &[1, 2, 3]),
            ("2.I) Boats.\n\n2 Roe.", &[1, 2, 3]),
            ("The boats lie at\n\n2 Quay Street.", &[1, 3]),
            ("This is about paragraph\n\n2, Boats of Lydda.", &[1, 3]),
            ("The harbour has\n\n(2) Boats of Lydda.", &[1, 3]),
            ("The boats came on\n\n2 June with ropes.", &[1, 3]),
            ("(1) The boats.\n\n(2) The ropes.", &[1, 3]),
            ("1 Boats.\n\n2 Ropes.", &[1, 3]),
            ("The boats are:\n\n2 Ropes.", &[1, 3]),
            ("Answers keyed to reftel:\n\n(2) Never.", &[1, 3]),
            ("2.A) Boats.\n\n2.B) Ropes.", &[1, 2, 3]),
        ] {
            let cable = crate::parse(&format!("1. Ropes.\n\n{below}\n\n3. Quays."));
            let numbers: Vec<u32> = cable.paragraphs.iter().filter_map(|paragraph| paragraph.number).collect();
            assert_eq!(numbers, expected, "{below}");
        }
    }
    #[test]
    fn items_joined_to_labels() {
        for (text, expected) in [
            ("1. Answers.\n\n2.A) Yes.\n\n3.A) Yes.\n\n4.A) No.", &[1, 2, 3, 4][..]),
            ("1.A) Yes.\n\n1.B) No.\n\n2.A) Yes.\n\n2.B) No.\n\n3.A) Yes.", &[1, 2, 3]),
            ("1. Boats.\n\n2.I) No.\n\n4. Goats.", &[1, 2, 4]),
        ] {
            let numbers: Vec<u32> = crate::parse(text).paragraphs.iter().filter_map(|found| found.number).collect();
            assert_eq!(numbers, expected, "{text}");
        }
    }
}
