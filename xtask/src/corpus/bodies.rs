//! What is counted over the texts of 1973-79, which have lost their headers.

use super::measure::{compare, first, given, is_subsequence};
use super::{Measure, Outcome, Text, reading};
use cable::{Part, PartKind};

/// Every measure.
pub const ALL: &[Measure<Text>] = &[
    Measure { name: "bodies-paragraphs", threshold: Some(95.0), of: paragraphs },
    Measure { name: "bodies-signature", threshold: Some(90.0), of: signature },
    Measure { name: "bodies-complete", threshold: Some(95.0), of: complete },
];

/// Every label that continues the count is a paragraph.
pub fn paragraphs(text: &Text) -> Outcome {
    let counted = reading::counted(&reading::labels(&text.text));
    let cable = first(&text.text);
    let numbers: Vec<u32> = cable.iter().flat_map(|cable| &cable.paragraphs).filter_map(|found| found.number).collect();
    if is_subsequence(&counted, &numbers) {
        return Outcome::Right;
    }
    compare(format!("{counted:?}"), format!("{numbers:?}"))
}

/// The last line that is one word in capitals names the signer.
fn signature(text: &Text) -> Outcome {
    let names = reading::captures(r"(?m)^([A-Z]{2}[A-Z-]+)[ \t]*$", &text.text);
    let Some(name) = names.iter().rfind(|name| *name != "UNQUOTE") else { return Outcome::NotCounted };
    let signers = first(&text.text).map(|cable| cable.signature).unwrap_or_default();
    compare(name, given(signers.last().map(|signer| signer.value.clone())))
}

/// Nothing is left in front of the text: there are no lists of offices and no drafters.
fn complete(text: &Text) -> Outcome {
    let parts = first(&text.text).map(|cable| cable.parts).unwrap_or_default();
    let is_left = |part: &&Part| matches!(part.kind, PartKind::Distribution | PartKind::Passing);
    match parts.iter().find(is_left) {
        None => Outcome::Right,
        Some(part) => Outcome::Wrong(part.span.of(&text.text).to_owned()),
    }
}
