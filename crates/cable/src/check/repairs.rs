//! Repairs made by the readers of fields, found by comparing each value with what was written.

use super::lost;
use crate::envelope::date_time_group;
use crate::words::up_to;
use crate::{Cable, Code, Diagnostic, Span, TagKind, markup};

/// Reasons begin at most this far behind the section they belong to.
const REASON_REACH: u32 = 80;

/// Adds a diagnostic for each repair.
pub(super) fn repairs(text: &str, cable: &mut Cable) {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut add = |code, span, detail| found.push(Diagnostic::new(code, span, detail));
    if let Some(field) = &cable.executive_order
        && let Some(order) = field.value.order.as_deref()
        && let Some(written) = order_written(field.label.cover(field.raw).of(text), order)
    {
        add(Code::OrderRepaired, field.raw, Some(format!("It reads \u{201c}{written}\u{201d}.")));
    }
    if let Some(date) = cable.date.as_ref().filter(|date| date_time_group::is_torn(date.raw.of(text))) {
        add(Code::DateRepaired, date.raw, None);
    }
    for by in &cable.classified_by {
        if is_rejoined(by.raw.of(text), &by.value.name) {
            add(Code::NameJoined, by.raw, Some(by.value.name.clone()));
        }
    }
    let mut sections: Vec<&str> = Vec::new();
    for reason in &cable.classification_reasons {
        let section = up_to(&reason.value, b"(");
        let before = Span::new(reason.raw.start.saturating_sub(REASON_REACH).max(cable.span.start), reason.raw.start);
        // A section written once stands for all letters behind it.
        if !sections.contains(&section) && !head(text, before).contains(section) {
            add(Code::ReasonRepaired, reason.raw, Some(reason.value.clone()));
        }
        sections.push(section);
    }
    for tag in &cable.tags {
        let written = tag.raw.of(text);
        if tag.value.kind != TagKind::Person
            && written.len() == tag.value.code.len().saturating_add(1)
            && is_word(written)
        {
            add(Code::TagRepaired, tag.raw, Some(tag.value.code.clone()));
        }
    }
    for (one, next) in cable.tags.iter().zip(cable.tags.iter().skip(1)) {
        if one.raw.end == next.raw.start {
            add(Code::TagsSplit, next.raw, Some(format!("{} and {}", one.value.code, next.value.code)));
        }
    }
    // A repeated code can also be joined to the code in front of it.
    for again in cable.diagnostics.iter().filter(|found| found.code == Code::TagRepeated) {
        let before = text.get(..again.span.start as usize).unwrap_or_default();
        let front = before.rsplit(|c: char| !c.is_ascii_uppercase()).next().filter(|front| !front.is_empty());
        if let (Some(front), Some(code)) = (front, &again.detail) {
            add(Code::TagsSplit, again.span, Some(format!("{front} and {code}")));
        }
    }
    found.extend(lost::characters(text, cable.span));
    cable.diagnostics.append(&mut found);
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// What stands in place of `E.O. 12958` or `EO 12958`.
fn order_written<'a>(line: &'a str, order: &str) -> Option<&'a str> {
    // A number that is not found has lost a digit.
    let number = line.find(order).or_else(|| line.find(|c: char| c.is_ascii_digit()))?;
    let (before, rest) = line.split_at_checked(number)?;
    let before = before.get(markup::anchor(before)..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letters: String = before.chars().filter(|c| !c.is_whitespace() && !".,:#".contains(*c)).collect();
    let spelled = ["EO", "", "EXECUTIVEORDER"].iter().any(|label| letters.eq_ignore_ascii_case(label));
    let written = line.get(..number.saturating_add(digits))?.trim();
    (!spelled || digits != order.len()).then_some(written)
}

/// Whether a name holds a word that was written as two.
fn is_rejoined(written: &str, name: &str) -> bool {
    let parts: Vec<&str> = written.split(|c: char| c.is_whitespace() || ",;()".contains(c)).collect();
    let is_there = |word: &str| parts.iter().any(|part| part.contains(word.trim_matches([',', ';'])));
    let torn = |word: &str| {
        parts.iter().zip(parts.iter().skip(1)).any(|(one, two)| {
            word.strip_prefix(one).is_some_and(|rest| !one.is_empty() && !rest.is_empty() && two.starts_with(rest))
        })
    };
    name.split(' ').any(|word| !is_there(word) && torn(word))
}

/// The text of a span that can begin inside a character.
fn head(text: &str, span: Span) -> &str {
    let mut start = span.start;
    while start < span.end && !text.is_char_boundary(start as usize) {
        start = start.saturating_add(1);
    }
    Span::new(start, span.end).of(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        for (line, expected) in [
            ("E.O. 12958: DECL: 06/01/2019", None),
            ("EO 12958 DECL: 06/01/2019", None),
            ("e.o. 12958", None),
            ("\u{b6}E. O. 12958: N/A", None),
            ("12958: N/A", None),
            ("E.0. 12958: N/A", Some("E.0. 12958")),
            ("MO. 12958: N/A", Some("MO. 12958")),
            ("E.O.112958 N/A", Some("E.O.112958")),
            ("E.O. 1295: N/A", Some("E.O. 1295")),
            ("E.O.", None),
        ] {
            assert_eq!(order_written(line, "12958"), expected, "{line}");
        }
    }

    #[test]
    fn names() {
        assert!(is_rejoined("Consul Ann L oam", "Ann Loam"));
        assert!(is_rejoined("Consul A\nnn Loam", "Ann Loam"));
        assert!(!is_rejoined("Ann Loam, Consul", "Ann Loam"));
        assert!(!is_rejoined("ANN C.LOAM", "ANN C. LOAM"));
    }
}
