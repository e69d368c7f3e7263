//! Finds fields that begin inside the row of the one before: some prints set TAGS behind the order on one line, others
//! lost their line ends.

use super::text_behind::{behind_reasons, behind_reference, behind_subject, ends_reference};
use crate::heading::{self, Label, gives_reasons, is_lettered, label, reference_number};
use crate::words::{place_of, start_of, starts_with_any_case};
use memchr::memchr_iter;

/// Labels of later fields as they stand inside a row, and whether they count in a field of prose. There they must be
/// written exactly as here.
const LATER: [(&str, Label, bool); 15] = [
    (" TAGS:", Label::Tags, false),
    (" AGS:", Label::Tags, false),
    (" TAGS ", Label::Tags, false),
    (" SUBJECT:", Label::Subject, false),
    (" SUBJ:", Label::Subject, false),
    (" REF:", Label::References, true),
    (" REFS:", Label::References, true),
    (" REFTEL:", Label::References, true),
    (" REF(S):", Label::References, true),
    (" Ref(s):", Label::References, true),
    (" Classified By:", Label::ClassifiedBy, true),
    (" CLASSIFIED BY:", Label::ClassifiedBy, true),
    (" CLASSIFIED BY ", Label::ClassifiedBy, false),
    // With the quotation mark of a column that an export left.
    (" \"TAGS:", Label::Tags, false),
    (" \"Classified By:", Label::ClassifiedBy, false),
];

/// Where in a row of `field` a later field begins. Fields have an order, so a row is split a few times at most.
pub(super) fn inside(field: Label, row: &str) -> Option<usize> {
    let is_prose = field == Label::Subject;
    // Few words begin with the first letter of a label.
    let may_begin = |blank: &usize| {
        let first = row.as_bytes().get(blank.saturating_add(1));
        matches!(first, Some(b'T' | b't' | b'A' | b'a' | b'S' | b's' | b'R' | b'r' | b'C' | b'c' | b'"'))
    };
    // A misspelt label counts only behind a complete reference, as the words of a list can resemble it.
    let is_misspelt = |rest: &str| {
        let is_behind = || {
            row.get(..start_of(rest, row))
                .is_some_and(|front| front.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | '.')))
        };
        starts_with_any_case(rest, " CLAS")
            && is_behind()
            && matches!(label(rest.trim_start()), Some((Label::ClassifiedBy, _)))
    };
    let begins = |rest: &str| {
        field == Label::References && is_misspelt(rest)
            || LATER.iter().filter(|(_, label, _)| rank(*label) > rank(field)).any(
                |(words, _, in_prose)| match is_prose {
                    true => *in_prose && rest.starts_with(words),
                    false => starts_with_any_case(rest, words),
                },
            )
    };
    let mut blanks = memchr_iter(b' ', row.as_bytes()).filter(may_begin);
    let found = blanks.find(|at| row.get(*at..).is_some_and(begins));
    let found = found.map(|blank| blank.saturating_add(1));
    let glued = match field {
        Label::Subject => glued_references(row).into_iter().chain(reasoned(row)).chain(behind_subject(row)).min(),
        Label::ExecutiveOrder => glued_tags(row),
        Label::References => instruction(row).or_else(|| handling(row)).or_else(|| behind_reference(row)),
        Label::ClassifiedBy => behind_reasons(row),
        _ => None,
    };
    found.into_iter().chain(glued).min()
}

/// Where words behind a subject say who classified the telegram, without a colon but with the reasons.
fn reasoned(row: &str) -> Option<usize> {
    let found = [" classified by ", " CLASSIFIED BY "].iter().filter_map(|words| place_of(row, words)).min()?;
    gives_reasons(row.get(found..)?).then(|| found.saturating_add(1))
}

/// Where `TAGS:` is joined to the value of the order in front of it: `DECL: 06/01/2019TAGS: PREL`.
fn glued_tags(row: &str) -> Option<usize> {
    let at = place_of(row, "TAGS:")?;
    row.get(..at)?.ends_with(|c: char| c.is_ascii_digit() || c == 'A').then_some(at)
}

/// Where `REF:` is joined to the subject in front of it, `THE NEW QUAYREF: A. TARSIS 138`, or `Ref:` stands behind it.
/// A telegram must follow, as other words can end the same. Behind `Ref:`, which can be a word of the subject, the row
/// must also end with a number or bracket.
fn glued_references(row: &str) -> Option<usize> {
    ["REF:", " Ref:"].iter().filter(|label| row.contains(**label)).find_map(|label| {
        let (front, value) = row.split_once(label)?;
        let value = value.trim_start();
        let value = if is_lettered(value) { value.get(2..)? } else { value };
        let is_whole = || *label == "REF:" || row.ends_with(|c: char| c.is_ascii_digit() || c == ')');
        let follows =
            front.ends_with(char::is_alphanumeric) && reference_number(value.trim_start()).is_some() && is_whole();
        follows.then(|| front.len().saturating_add(usize::from(label.starts_with(' '))))
    })
}

/// Where a passing instruction begins behind a reference: `REF: TARSIS 138 PLEASE PASS TO EMBOFFS`.
fn instruction(row: &str) -> Option<usize> {
    let front = row.get(..place_of(row, "PASS ")?)?;
    let asks = ["PLEASE ", "PLS "].iter().find_map(|word| front.strip_suffix(word));
    let is_asked = asks.is_some() || row.get(front.len()..)?.starts_with("PASS TO ");
    let reference = asks.unwrap_or(front);
    let ends = reference.ends_with(' ')
        && reference.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')' || c == '.');
    (is_asked && ends).then_some(reference.len())
}

/// Where words behind a reference say how to handle the telegram: `REF: TARSIS 138 SENSITIVE BUT UNCLASSIFIED`.
fn handling(row: &str) -> Option<usize> {
    let (reference, behind) = row.split_at_checked(place_of(row, heading::SENSITIVE)?)?;
    let is_behind = reference.ends_with(' ') && ends_reference(reference) && heading::handling(behind).is_some();
    is_behind.then_some(reference.len())
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
    fn check(field: Label, row: &str, expected: Option<&str>) {
        assert_eq!(inside(field, row).map(|at| &row[at..]), expected, "{row:?}");
    }

    #[test]
    fn later_fields() {
        use Label::*;
        check(ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019 TAGS: PREL, PGOV", Some("TAGS: PREL, PGOV"));
        check(ExecutiveOrder, "E.O. 12958: N/A TAGS PREL SUBJECT: TALKS", Some("TAGS PREL SUBJECT: TALKS"));
        check(ExecutiveOrder, "decl: 06/01/2019 Tags: prel Subject: talks", Some("Tags: prel Subject: talks"));
        check(Tags, "TAGS: PREL SUBJECT: TALKS", Some("SUBJECT: TALKS"));
        check(Tags, "TAGS: PREL, SUBJ: TALKS", Some("SUBJ: TALKS"));
        check(Subject, "SUBJECT: TALKS REF: ROME 1", Some("REF: ROME 1"));
        check(
            Subject,
            "subject: talks classified by dcm Doe, reasons: 1.4 (b)",
            Some("classified by dcm Doe, reasons: 1.4 (b)"),
        );
        check(ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019 AGS: PREL", Some("AGS: PREL"));
        check(Subject, "SUBJECT: TALKS Ref(s): A) ROME 1", Some("Ref(s): A) ROME 1"));
        check(Subject, "SUBJECT: TALKSREF: A. ROME 1", Some("REF: A. ROME 1"));
        check(Subject, "SUBJECT: TALKSREF: ROME 1", Some("REF: ROME 1"));
        check(Subject, "SUBJECT: TALKS Ref:A) Rome 283; B) Oslo 5", Some("Ref:A) Rome 283; B) Oslo 5"));
        check(ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019TAGS: PREL", Some("TAGS: PREL"));
        check(ExecutiveOrder, "E.O. 12958: N/ATAGS: PREL", Some("TAGS: PREL"));
        check(References, "REF: ROME 1 CLASSIFIED BY DCM DOE", Some("CLASSIFIED BY DCM DOE"));
        check(References, "B. ROME 1 Classified By: DCM Doe", Some("Classified By: DCM Doe"));
        check(References, "REF: ROME 1  PLEASE PASS TO EMBOFFS", Some("PLEASE PASS TO EMBOFFS"));
        check(References, "B. ROME 1 (NOTAL). PASS TO DOE", Some("PASS TO DOE"));
        const HANDLING: &str = "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY.";
        check(References, &format!("(C) ROME 1 {HANDLING}"), Some(HANDLING));
        check(References, "PASS TO DOE. Classified By: DCM Doe", Some("Classified By: DCM Doe"));
        check(References, "B. ROME 1 Classiied By: DCM Doe", Some("Classiied By: DCM Doe"));
        check(ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019 \"TAGS: PREL", Some("\"TAGS: PREL"));
        check(References, "B. ROME 1 \"Classified By: DCM Doe \"", Some("\"Classified By: DCM Doe \""));
        check(Subject, "SUBJECT: A STAMP \"Classified By:\"", None);
        check(References, "B. ROME 1 AND THE LIST CLASSIFIEDS BY PORT", None);
    }

    #[test]
    fn nothing_later() {
        use Label::*;
        check(Subject, "SUBJECT: PRICE TAGS: A REF", None);
        check(Subject, "SUBJECT: ABREF: THE MATTER", None);
        check(Subject, "SUBJECT: TALKS Ref: THE MATTER", None);
        check(Subject, "SUBJECT: Talks: Terms of Ref: Rome 12 Response", None);
        check(Subject, "SUBJECT: QUAYS Ref: OSLO 2008 PLAN", None);
        check(Subject, "SUBJECT: Papers classified by the ministry", None);
        check(References, "REF: ROME 1 REF: ROME 2", None);
        check(References, "REF: ROME 1, THE PASS AT TARSIS", None);
        check(References, "REF: ROME 1 SENSITIVE BUT UNCLASSIFIED TALKS", None);
        check(References, "REF: MEMO OF JUNE - SENSITIVE BUT UNCLASSIFIED", None);
        check(Subject, "SUBJECT: RULE 12 SENSITIVE BUT UNCLASSIFIED", None);
        check(References, "REF: ROME 1 (A BILL TO PASS TODAY)", None);
        check(ExecutiveOrder, "E.O. 12958: N/A", None);
    }
}
