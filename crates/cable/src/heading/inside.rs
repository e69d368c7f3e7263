//! A field that begins inside the one above it: some prints set TAGS behind the order on one line, others lost their
//! line ends.

use super::label::Label;
use std::ops::Range;

/// Labels as they stand inside a line, capitals and colon included, so that prose is not mistaken for them. "TAGS"
/// and "Classified By" need no colon where no prose can stand.
const INSIDE: [(&str, Label); 8] = [
    (" TAGS ", Label::Tags),
    (" TAGS:", Label::Tags),
    (" SUBJECT:", Label::Subject),
    (" SUBJ:", Label::Subject),
    (" REF:", Label::References),
    (" REFS:", Label::References),
    (" REFTEL:", Label::References),
    (" Classified By:", Label::ClassifiedBy),
];

/// The first later field that begins in the text of `field`, and the place of its label with the blanks behind it.
/// Fields have an order, so a text can be divided a few times at most.
pub(crate) fn inside(field: Label, text: &str) -> Option<(Label, Range<usize>)> {
    let labels = INSIDE.iter().filter(|(words, label)| {
        rank(*label) > rank(field) && (words.ends_with(':') || field == Label::ExecutiveOrder)
    });
    let named = labels.filter_map(|(words, label)| Some((*label, text.find(words)?, words.len())));
    let found = named.chain(classified_by(field, text)).min_by_key(|(_, at, _)| *at);
    found.map(|(label, at, len)| {
        let behind = text[at + len..].trim_start();
        (label, at + 1..text.len() - behind.len())
    })
}

/// "Classified By" behind a reference, in any case and without its colon.
fn classified_by(field: Label, text: &str) -> Option<(Label, usize, usize)> {
    const WORDS: &str = " CLASSIFIED BY ";
    let mut windows = text.as_bytes().windows(WORDS.len()).take(text.len() * usize::from(field == Label::References));
    let at = windows.position(|window| window.eq_ignore_ascii_case(WORDS.as_bytes()))?;
    Some((Label::ClassifiedBy, at, WORDS.len()))
}

fn rank(label: Label) -> u8 {
    match label {
        Label::ExecutiveOrder => 0,
        Label::Tags => 1,
        Label::Subject => 2,
        Label::References => 3,
        Label::ClassifiedBy => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, inside};

    #[track_caller]
    fn check(field: Label, text: &str, expected: Option<(Label, &str)>) {
        let found = inside(field, text).map(|(label, range)| (label, &text[range.end..]));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn later_fields() {
        use Label::*;
        check(ExecutiveOrder, "DECL: 04/15/2018 TAGS: PREL, PGOV", Some((Tags, "PREL, PGOV")));
        check(ExecutiveOrder, "DECL: 04/15/2018 TAGS PREL SUBJECT: TALKS", Some((Tags, "PREL SUBJECT: TALKS")));
        check(Tags, "PREL SUBJECT: TALKS", Some((Subject, "TALKS")));
        check(Subject, "TALKS REF: ROME 1 Classified By: DCM Doe", Some((References, "ROME 1 Classified By: DCM Doe")));
        check(References, "ROME 1 CLASSIFIED BY DCM DOE", Some((ClassifiedBy, "DCM DOE")));
        check(References, "ROME 1 Classified By: DCM Doe", Some((ClassifiedBy, "DCM Doe")));
    }

    #[test]
    fn prose() {
        use Label::*;
        check(Subject, "PRICE TAGS AND A REF MADE", None);
        check(Subject, "Papers classified by the ministry", None);
        check(References, "ROME 1 REF: ROME 2", None);
        check(ExecutiveOrder, "N/A", None);
    }
}
