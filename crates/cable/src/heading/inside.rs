//! A field that begins inside the row of the one above it: some prints set TAGS behind the order on one line, others
//! lost their line ends.

use super::classification::classification;
use super::label::{Label, is_caption, label};

/// Labels of later fields as they stand inside a row, and whether they count in a field of prose, where they must be
/// as written here.
const LATER: [(&str, Label, bool); 9] = [
    (" TAGS:", Label::Tags, false),
    (" TAGS ", Label::Tags, false),
    (" SUBJECT:", Label::Subject, false),
    (" REF:", Label::References, true),
    (" REFS:", Label::References, true),
    (" REFTEL:", Label::References, true),
    (" Classified By:", Label::ClassifiedBy, true),
    (" CLASSIFIED BY:", Label::ClassifiedBy, true),
    (" CLASSIFIED BY ", Label::ClassifiedBy, false),
];

/// Where in a row of `field` a later field begins. Fields have an order, so a row is cut a few times at most.
pub(crate) fn inside(field: Label, row: &str) -> Option<usize> {
    let is_prose = field == Label::Subject;
    let found = LATER.iter().filter(|(_, label, _)| rank(*label) > rank(field)).filter_map(|(words, _, in_prose)| {
        let found = if is_prose { row.find(words).filter(|_| *in_prose) } else { find_any_case(row, words) };
        found.map(|at| at + 1)
    });
    found.min()
}

/// Where a row that begins no field must be cut: in front of an executive order, and on both sides of captions that
/// two blanks set apart from the rest.
pub(crate) fn unlabelled(row: &str) -> Option<usize> {
    const STRETCHES: usize = 4;
    let order = row.match_indices(" E").map(|(at, _)| at + 1).find(|at| {
        let found = row.get(*at..).and_then(label);
        matches!(found, Some((Label::ExecutiveOrder, _)))
    });
    let stretches = row.match_indices("  ").take(STRETCHES).filter_map(|(at, _)| row.split_at_checked(at));
    let caption = stretches.map(|(before, rest)| (before, rest.trim_start())).find(|(before, rest)| {
        let next = rest.split("  ").next().unwrap_or_default();
        is_caption(before) || is_caption(next) && classification(before).is_some()
    });
    let caption = caption.map(|(_, rest)| row.len() - rest.len());
    [order, caption].into_iter().flatten().min()
}

fn find_any_case(row: &str, words: &str) -> Option<usize> {
    row.as_bytes().windows(words.len()).position(|window| window.eq_ignore_ascii_case(words.as_bytes()))
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
        check(Subject, "SUBJECT: TALKS REF: ROME 1", Some("REF: ROME 1"));
        check(References, "REF: ROME 1 CLASSIFIED BY DCM DOE", Some("CLASSIFIED BY DCM DOE"));
        check(References, "B. ROME 1 Classified By: DCM Doe", Some("Classified By: DCM Doe"));
    }

    #[test]
    fn rows_without_a_label() {
        for (row, expected) in [
            ("SIPDIS E.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("NSC FOR ROE EO 12958 DECL: 06/01/2019", Some("EO 12958 DECL: 06/01/2019")),
            ("S E C R E T TARSIS 000417  SIPDIS  STATE FOR EUR", Some("SIPDIS  STATE FOR EUR")),
            ("SIPDIS  STATE FOR EUR", Some("STATE FOR EUR")),
            ("STATE FOR EUR  NSC FOR ROE", None),
            ("EUROPE E 12958", None),
        ] {
            assert_eq!(super::unlabelled(row).map(|at| &row[at..]), expected, "{row:?}");
        }
    }

    #[test]
    fn nothing_later() {
        use Label::*;
        check(Subject, "SUBJECT: PRICE TAGS: A REF", None);
        check(Subject, "SUBJECT: Papers classified by the ministry", None);
        check(References, "REF: ROME 1 REF: ROME 2", None);
        check(ExecutiveOrder, "E.O. 12958: N/A", None);
    }
}
