//! References of a message, and their explanations: `REF/A/DOC/COMTARSIS/20FEB2002//`, `NARR/REF A IS …//`.

use crate::known::is_among;
use crate::words::{starts_with_any_case, up_to, words};
use crate::{Field, Logical, Reference, ReferenceKind, Span, heading};
use std::ops::Range;

/// Types of reference that are messages.
const MESSAGES: &str = "MSG MESSAGE RMG GENADMIN NAVADMIN ALNAV ALCOAST ALARACT MARADMIN";

/// Reads a set of reference without its name: letter, type, originator, date.
pub(crate) fn reference(field: &Logical) -> Option<Field<Reference>> {
    let text = field.text();
    let first = up_to(text, b"/");
    let letter = first.trim().trim_matches(['(', ')']);
    let is_letter = (1..=2).contains(&letter.len()) && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
    let from = if is_letter { first.len().saturating_add(1) } else { 0 };
    let rest = text.get(from..)?;
    let value = rest.trim_start_matches(['/', ' ']);
    let start = text.len().checked_sub(value.len()).filter(|start| *start < text.len())?;
    let raw = field.source(start..text.len());
    let label = if is_letter { field.source(0..first.len()) } else { Span::empty(raw.start) };
    let reference = Reference {
        label: is_letter.then(|| letter.to_ascii_uppercase()),
        kind: kind(value),
        number: None,
        text: value.to_owned(),
    };
    Some(Field { label, raw, value: reference })
}

/// What is referred to, by the type in front; without a known type, a date-time group shows a message.
fn kind(value: &str) -> ReferenceKind {
    let named = up_to(value, b"/");
    let named = named.strip_prefix("MSGID:").unwrap_or(named);
    match up_to(named.trim(), b" ") {
        word if is_among(word, MESSAGES) => ReferenceKind::Cable,
        "CONF" | "MTG" => ReferenceKind::Meeting,
        "RPT" => ReferenceKind::Report,
        // A call by telephone or radio, even if its minute is given.
        word if word == named.trim() && matches!(word, "TEL" | "VOX") => ReferenceKind::Telcon,
        _ => match heading::reference_kind(named) {
            ReferenceKind::Other if heading::names_message(value) => ReferenceKind::Cable,
            kind => kind,
        },
    }
}

/// The explanations in a set, each with its letter and its place: `REF A IS …  REF B IS …`. An explanation without a
/// letter is for what stands in front of the set.
pub(crate) fn explanations(text: &str) -> Vec<(Option<String>, Range<usize>)> {
    let mut found: Vec<(Option<String>, Range<usize>)> = Vec::new();
    let mut parts = words(text).peekable();
    let mut ended = true;
    let mut in_list = false;
    while let Some(word) = parts.next() {
        let written = text.get(word.clone()).unwrap_or_default();
        // Behind a comma, a word is the next letter only if it continues the sequence: `REF B IS`.
        let goes_on = |letter: &str, behind: usize| {
            let last = found.last().and_then(|(last, _)| last.as_deref());
            let is_next = last.is_some_and(|last| last.bytes().map(|byte| byte.saturating_add(1)).eq(letter.bytes()));
            is_next && text.get(behind..).is_some_and(|behind| starts_with_any_case(behind.trim_start(), "IS "))
        };
        let letter = parts
            .peek()
            .filter(|_| (ended || in_list) && is_reference(written))
            .and_then(|next| letter(text, next.clone()).filter(|letter| ended || goes_on(letter, next.end)));
        in_list = written.ends_with(',');
        ended = written.ends_with(['.', ';', '/', ')']);
        if let Some(letter) = letter {
            if let Some((_, last)) = found.last_mut() {
                last.end = word.start;
            }
            let end = parts.next().map_or(word.end, |next| next.end);
            found.push((Some(letter), end..text.len()));
        } else if word.start == 0 && !is_several(written) {
            found.push((None, word.start..text.len()));
        }
    }
    found
        .into_iter()
        .map(|(letter, range)| (letter, bare(text, range)))
        .filter(|(_, range)| !range.is_empty())
        .collect()
}

/// `REFS A AND B ARE …` explains no single reference.
fn is_several(word: &str) -> bool {
    ["REFS", "REFERENCES"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

fn is_reference(word: &str) -> bool {
    ["REF", "REFERENCE"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// `A`, `(A)`, `(a)`.
fn letter(text: &str, word: Range<usize>) -> Option<String> {
    let bare = text.get(word)?.trim_matches(['(', ')']);
    let is_letter = (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_letter && !bare.eq_ignore_ascii_case("IS")).then(|| bare.to_ascii_uppercase())
}

/// The range without the verb in front, and without the full stop and strokes behind.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let front = text.get(range.clone()).unwrap_or_default().trim_start();
    let behind = ["IS ", "ARE "].iter().find_map(|verb| {
        let (head, behind) = front.split_at_checked(verb.len())?;
        head.eq_ignore_ascii_case(verb).then_some(behind)
    });
    let front = behind.unwrap_or(front).trim_start();
    let start = range.end.saturating_sub(front.len());
    start..start.saturating_add(front.trim_end_matches(|c: char| c.is_whitespace() || "./;,".contains(c)).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let field = Logical::line(text, &[Span::new(0, text.len() as u32)]);
        let shown = reference(&field).map(|field| {
            let reference = field.value;
            format!("{} {:?} {}", reference.label.as_deref().unwrap_or("-"), reference.kind, reference.text)
        });
        assert_eq!(shown.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn sets() {
        check("A/DOC/COMTARSIS/20FEB2002", "A Other DOC/COMTARSIS/20FEB2002");
        check("B/MSG/COMTARSIS/N1/092022ZJUL08", "B Cable MSG/COMTARSIS/N1/092022ZJUL08");
        check("C/NAVADMIN 038/18/R 202004Z FEB 18", "C Cable NAVADMIN 038/18/R 202004Z FEB 18");
        check("G/ALNAV/COMTARSIS/025/20", "G Cable ALNAV/COMTARSIS/025/20");
        check("E/MSGID:MSG/COMTARSIS/220800zMAY2001", "E Cable MSGID:MSG/COMTARSIS/220800zMAY2001");
        check("B/VOX/COMTARSIS/160415ZAPR20", "B Telcon VOX/COMTARSIS/160415ZAPR20");
        check("D/PHONCON/ROE-DOE/191900LSEP2005", "D Telcon PHONCON/ROE-DOE/191900LSEP2005");
        check("E/EMAIL/ROE/3AUG18", "E Email EMAIL/ROE/3AUG18");
        check("AA/MEMO/DOE/21MAR2011", "AA Memo MEMO/DOE/21MAR2011");
        check("HARBOUR RULES/1990", "- Other HARBOUR RULES/1990");
        check("A/", "none");
    }

    #[test]
    fn explained() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = explanations(text);
            let found: Vec<_> =
                found.iter().map(|(letter, range)| (letter.as_deref().unwrap_or("-"), &text[range.clone()])).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "REF A IS HARBOUR RULES.  REF B IS TIDES, REF A AMENDED.",
            &[("A", "HARBOUR RULES"), ("B", "TIDES, REF A AMENDED")],
        );
        check("REFERENCE (a) is Rules.//\nREF B UPDATES TIDES", &[("A", "Rules"), ("B", "UPDATES TIDES")]);
        check("REF A IS RULES, REF B IS TIDES.", &[("A", "RULES"), ("B", "TIDES")]);
        check("REF A IS RULES, REF C IS TIDES.", &[("A", "RULES, REF C IS TIDES")]);
        check("REFS A AND B ARE RULES.", &[]);
        check("HARBOUR RULES.", &[("-", "HARBOUR RULES")]);
        check("", &[]);
    }
}
