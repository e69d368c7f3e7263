//! What is counted over Navy messages.

use super::measure::{compare, first, given};
use super::{Measure, Outcome, Text, bodies, reading};
use cable::{Cable, Dialect};

/// Every measure.
pub const ALL: &[Measure<Text>] = &[
    Measure { name: "messages-dialect", threshold: Some(98.0), of: dialect },
    Measure { name: "messages-date", threshold: Some(98.0), of: date },
    Measure { name: "messages-subject", threshold: Some(96.0), of: subject },
    Measure { name: "messages-references", threshold: Some(95.0), of: references },
    Measure { name: "messages-paragraphs", threshold: Some(95.0), of: bodies::paragraphs },
];

fn read<T>(text: &Text, field: impl Fn(&Cable) -> Option<T>) -> Option<T> {
    first(&text.text).as_ref().and_then(field)
}

fn dialect(text: &Text) -> Outcome {
    let got = read(text, |cable| Some(cable.dialect));
    compare(format!("{:?}", Some(Dialect::Navy)), format!("{got:?}"))
}

/// Day, time and year of the first date-time group; messages quote others after it.
fn date(text: &Text) -> Outcome {
    let upper = text.text.to_uppercase();
    let found = |pattern: &str| reading::captures(pattern, &upper).into_iter().next();
    let Some(minute) = found(r"\b(\d{6})Z\s*(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\s*\d{2}") else {
        return Outcome::NotCounted;
    };
    let year = found(r"\b\d{6}Z\s*[A-Z]{3}\s*(?:20|19)?(\d{2})").unwrap_or_default();
    let got = read(text, |cable| cable.date.as_ref()?.value)
        .map(|at| format!("{:02}{:02}{:02} {:02}", at.date.day(), at.hour, at.minute, at.date.year() % 100));
    compare(format!("{minute} {year}"), given(got))
}

/// The words between `SUBJ/` and the slashes that end the set.
fn subject(text: &Text) -> Outcome {
    let Some(expected) = reading::captures(r"(?m)^SUBJ/([^/]+)//", &text.text).into_iter().next() else {
        return Outcome::NotCounted;
    };
    let got = given(read(text, |cable| Some(cable.subject.as_ref()?.value.clone())));
    if reading::words(&expected).concat() == reading::words(&got).concat() {
        return Outcome::Right;
    }
    compare(expected, got)
}

/// Every letter in a set `REF/A/` is a reference.
fn references(text: &Text) -> Outcome {
    let letters = reading::captures(r"(?m)^REF/([A-Z])/", &text.text);
    if letters.is_empty() {
        return Outcome::NotCounted;
    }
    let references = read(text, |cable| Some(cable.references.clone())).unwrap_or_default();
    let labels: Vec<String> = references.into_iter().filter_map(|reference| reference.value.label).collect();
    if letters.iter().all(|letter| labels.contains(letter)) {
        return Outcome::Right;
    }
    compare(letters.concat(), labels.concat())
}
