//! What begins inside the row of the field above it: some prints set TAGS behind the order on one line, others lost
//! their line ends.

use super::caption::caption_at;
use super::classification::classification;
use super::handling::handling;
use super::label::{Label, is_caption, label};
use super::lettering::is_lettered;
use super::reasons::gives_reasons;
use super::text_behind::{behind_reasons, behind_reference};
use super::{passing, reference_number};
use crate::parse::{Numbering, numbering};
use crate::words::{start_of, starts_with_any_case};
use memchr::{memchr_iter, memmem};

/// Labels of later fields as they stand inside a row, and whether they count in a field of prose, where they must be
/// as written here.
const LATER: [(&str, Label, bool); 13] = [
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
];

/// The caption that copies join to what stands beside it.
const CAPTION: &str = "SIPDIS";

/// Where in a row of `field` a later field begins. Fields have an order, so a row is cut a few times at most.
pub(crate) fn inside(field: Label, row: &str) -> Option<usize> {
    let is_prose = field == Label::Subject;
    // Few words begin as a label does.
    let may_begin = |blank: &usize| {
        let first = row.as_bytes().get(blank.saturating_add(1));
        matches!(first, Some(b'T' | b't' | b'A' | b'a' | b'S' | b's' | b'R' | b'r' | b'C' | b'c'))
    };
    let is_misspelt = |rest: &str| {
        starts_with_any_case(rest, " CLAS") && matches!(label(rest.trim_start()), Some((Label::ClassifiedBy, _)))
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
        Label::Subject => glued_references(row).into_iter().chain(reasoned(row)).min(),
        Label::ExecutiveOrder => glued_tags(row),
        Label::References => instruction(row).or_else(|| behind_reference(row)),
        Label::ClassifiedBy => behind_reasons(row),
        _ => None,
    };
    found.into_iter().chain(glued).min()
}

/// Where it is said behind a subject who classified the telegram, without a colon but with the reasons.
fn reasoned(row: &str) -> Option<usize> {
    let found = [" classified by ", " CLASSIFIED BY "].iter().filter_map(|words| row.find(words)).min()?;
    gives_reasons(row.get(found..)?).then(|| found.saturating_add(1))
}

/// Where `TAGS:` stands that lost its blank to the date in front of it: `DECL: 06/01/2019TAGS: PREL`.
fn glued_tags(row: &str) -> Option<usize> {
    let at = row.find("TAGS:")?;
    row.get(..at)?.ends_with(|c: char| c.is_ascii_digit() || c == 'A').then_some(at)
}

/// Where `REF:` stands that lost its blank to the subject in front of it: `THE NEW QUAYREF: A. TARSIS 138`. A telegram
/// must follow, as after every word that only happens to end so.
fn glued_references(row: &str) -> Option<usize> {
    const LABEL: &str = "REF:";
    let at = row.find(LABEL)?;
    let value = row.get(at.saturating_add(LABEL.len())..)?.trim_start();
    let value = if is_lettered(value) { value.get(2..)? } else { value };
    let glued = row.get(..at)?.ends_with(char::is_alphanumeric);
    (glued && reference_number(value.trim_start()).is_some()).then_some(at)
}

/// Where a passing instruction begins behind a reference: `REF: TARSIS 138 PLEASE PASS TO EMBOFFS`.
fn instruction(row: &str) -> Option<usize> {
    let front = row.get(..row.find("PASS ")?)?;
    let asks = ["PLEASE ", "PLS "].iter().find_map(|word| front.strip_suffix(word));
    let is_asked = asks.is_some() || row.get(front.len()..)?.starts_with("PASS TO ");
    let reference = asks.unwrap_or(front);
    let ends = reference.ends_with(' ')
        && reference.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')' || c == '.');
    (is_asked && ends).then_some(reference.len())
}

/// Where a row that begins no field must be cut: in front of an executive order, on both sides of captions that two
/// blanks set apart from the rest, and behind one that a dash does.
pub(crate) fn unlabelled(row: &str) -> Option<usize> {
    const STRETCHES: usize = 4;
    let bytes = row.as_bytes();
    let behind_blanks = |wanted: u8| {
        let behind = memchr_iter(b' ', bytes).map(|blank| blank.saturating_add(1));
        behind.filter(move |at| bytes.get(*at) == Some(&wanted))
    };
    let order = behind_blanks(b'E').chain(behind_blanks(b'e')).find(|at| {
        let found = row.get(*at..).and_then(label);
        matches!(found, Some((Label::ExecutiveOrder, _)))
    });
    // A name in front of it can have lost the blank between them: `NSC FOR ROEE.O. 12958`.
    let is_numbered = |at: &usize| matches!(bytes.get(at.saturating_add(4)..), Some([b'1', ..] | [b' ', b'1', ..]));
    let numbered = || memmem::find_iter(bytes, b"E.O.").find(is_numbered);
    let order = order.or_else(|| numbered().filter(|order| *order > 0));
    let mut free = 0;
    let pairs = behind_blanks(b' ').filter(|second| {
        let is_apart = *second > free;
        free = if is_apart { second.saturating_add(1) } else { free };
        is_apart
    });
    let stretches = pairs.take(STRETCHES).filter_map(|second| row.split_at_checked(second.saturating_sub(1)));
    let caption = stretches.map(|(before, rest)| (before, rest.trim_start())).find(|(before, rest)| {
        let next = rest.split("  ").next().unwrap_or_default();
        is_caption(before) || is_caption(next) && classification(before).is_some()
    });
    let caption = caption.map(|(_, rest)| start_of(rest, row));
    let dash = behind_blanks(b'-').find(|dash| bytes.get(dash.saturating_add(1)) == Some(&b' '));
    let dash = dash.filter(|dash| row.get(..dash.saturating_sub(1)).is_some_and(is_caption));
    [
        joined_classification(row),
        glued_caption(row),
        beside_instruction(row),
        order,
        caption,
        dash.map(|dash| dash.saturating_add("- ".len())),
    ]
    .into_iter()
    .flatten()
    .min()
}

/// Where the classification line begins that a copy joined to what stands above it: the last addressee, `Cable
/// dated:2009-09-14T13:52:00`, or the sentence of a partial extract. A section or post and number must be there.
pub(crate) fn joined_classification(row: &str) -> Option<usize> {
    const OPENINGS: [&str; 4] = ["T O P", "S E C R E T", "C O N F I D E N T I A L", "UNCLAS"];
    // Few rows have single letters with blanks between.
    let may_begin = |window: &[u8]| matches!(window, [_, b' ', _, b' ' | b'P'] | [b'U', b'N', b'C', b'L']);
    let begins =
        |at: &usize| row.get(*at..).is_some_and(|rest| OPENINGS.iter().any(|opening| rest.starts_with(opening)));
    let places = row.as_bytes().windows(4).enumerate().skip(1).filter(|(_, window)| may_begin(window));
    let found = places.map(|(at, _)| at).find(begins)?;
    // A caption can be joined to the number, and more to the caption.
    let end = glued_caption(row).filter(|end| *end > found).unwrap_or(row.len());
    let numbered = numbered(row.get(found..end)?)?;
    let is_whole = numbered.sections.is_some() || numbered.number.is_some_and(|number| number.post.is_some());
    (is_whole && classification(row).is_none()).then_some(found)
}

/// Whether a classification line gives post and number: `UNCLAS TARSIS 000417`.
pub(crate) fn names_telegram(line: &str) -> bool {
    numbered(line).and_then(|numbered| numbered.number).is_some_and(|number| number.post.is_some())
}

/// What stands behind the level of a classification line.
fn numbered(line: &str) -> Option<Numbering> {
    classification(line).and_then(|found| line.get(found.rest)).map(numbering)
}

/// Where an instruction begins behind captions on one row, or the caption behind it: `SIPDIS STATE FOR EUR`.
fn beside_instruction(row: &str) -> Option<usize> {
    let behind = caption_at(row, 0).and_then(|(end, _)| row.get(end..)).map(str::trim_start);
    // `SIPDIS, STATE FOR EUR`
    let behind = behind.map(|rest| match rest.strip_prefix(',').map(str::trim_start) {
        Some(listed) if passing::is_instruction(listed) => listed,
        _ => rest,
    });
    let behind = behind.filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
    // `SENSITIVE BUT UNCLASSIFIED, PLEASE PROTECT ACCORDINGLY` is for nobody.
    let is_beside =
        |rest: &&str| caption_at(rest, 0).is_some() || passing::is_instruction(rest) && handling(row).is_none();
    if let Some(rest) = behind.filter(is_beside) {
        return Some(start_of(rest, row));
    }
    let instruction = row.get(..captions_behind(row)?)?;
    // In a clause the captions can be those that it names.
    (passing::is_instruction(instruction) && !passing::has_clause(instruction)).then_some(instruction.len())
}

/// Where the captions begin that end a row, that which nearly every telegram of its years has among them.
fn captions_behind(row: &str) -> Option<usize> {
    const MOST_WORDS: usize = 4;
    row.rfind(CAPTION)?;
    let blanks = row.rmatch_indices(' ').take(MOST_WORDS).map(|(blank, _)| blank.saturating_add(1));
    let are_captions = |at: &usize| {
        let mut rest = row.get(*at..).unwrap_or_default();
        let has_common = rest.contains(CAPTION);
        while let Some(behind) = caption_at(rest, 0).and_then(|(end, _)| rest.get(end..)) {
            rest = behind.trim_start();
        }
        has_common && rest.is_empty()
    };
    blanks.filter(are_captions).last()
}

/// Where a caption begins or ends that lost its blanks on both sides: `TARSIS 000417SIPDISDEPT FOR EUR`.
fn glued_caption(row: &str) -> Option<usize> {
    let at = row.find(CAPTION)?;
    let end = at.saturating_add(CAPTION.len());
    let is_glued = row.get(end..)?.starts_with(|c: char| c.is_ascii_uppercase());
    let cut = if at == 0 { end } else { at };
    (is_glued && (at == 0 || row.get(..at)?.ends_with(|c: char| c.is_ascii_digit()))).then_some(cut)
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
        check(ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019TAGS: PREL", Some("TAGS: PREL"));
        check(ExecutiveOrder, "E.O. 12958: N/ATAGS: PREL", Some("TAGS: PREL"));
        check(References, "REF: ROME 1 CLASSIFIED BY DCM DOE", Some("CLASSIFIED BY DCM DOE"));
        check(References, "B. ROME 1 Classified By: DCM Doe", Some("Classified By: DCM Doe"));
        check(References, "REF: ROME 1  PLEASE PASS TO EMBOFFS", Some("PLEASE PASS TO EMBOFFS"));
        check(References, "B. ROME 1 (NOTAL). PASS TO DOE", Some("PASS TO DOE"));
        check(References, "PASS TO DOE. Classified By: DCM Doe", Some("Classified By: DCM Doe"));
        check(References, "B. ROME 1 Classiied By: DCM Doe", Some("Classiied By: DCM Doe"));
    }

    #[test]
    fn rows_without_a_label() {
        for (row, expected) in [
            ("SIPDIS E.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("NSC FOR ROE EO 12958 DECL: 06/01/2019", Some("EO 12958 DECL: 06/01/2019")),
            ("NSC FOR ROEE.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("Unclas tarsis 000417 e.o. 12958: n/a", Some("e.o. 12958: n/a")),
            ("Cable dated:2009-09-14T13:52:00S E C R E T TARSIS 000417", Some("S E C R E T TARSIS 000417")),
            (
                "Cable dated:2009-09-14T13:52:00S E C R E T TARSIS 000417SIPDISSIPDISSTATE FOR ROE",
                Some("S E C R E T TARSIS 000417SIPDISSIPDISSTATE FOR ROE"),
            ),
            ("Cable dated:2009-09-14T13:52:00", None),
            ("AMEMBASSY LYDDA PRIORITYS E C R E T TARSIS 000417", Some("S E C R E T TARSIS 000417")),
            ("AMEMBASSY LYDDAUNCLAS SECTION 01 OF 02 TARSIS 000417", Some("UNCLAS SECTION 01 OF 02 TARSIS 000417")),
            ("AMEMBASSY LYDDA UNCLAS", None),
            ("SS E C R E T TARSIS 000417", None),
            ("S E C R E T TARSIS 000417SIPDISDEPT FOR EUR", Some("SIPDISDEPT FOR EUR")),
            ("SIPDISDEPT FOR EUR", Some("DEPT FOR EUR")),
            ("S E C R E T TARSIS 000417SIPDIS", None),
            ("S E C R E T TARSIS 000417  SIPDIS  STATE FOR EUR", Some("SIPDIS  STATE FOR EUR")),
            ("SIPDIS  STATE FOR EUR", Some("STATE FOR EUR")),
            ("EXDIS - LYDDA PASS ELMSTAD", Some("LYDDA PASS ELMSTAD")),
            ("EUR - NEA FOR ROE", None),
            ("STATE FOR EUR  NSC FOR ROE", None),
            ("EUROPE E 12958", None),
            ("SIPDIS STATE FOR EUR", Some("STATE FOR EUR")),
            ("SIPDIS NOFORN STATE FOR EUR", Some("NOFORN STATE FOR EUR")),
            ("SIPDIS, STATE FOR EUR", Some("STATE FOR EUR")),
            ("SIPDIS, NOFORN", None),
            ("COMMERCE FOR ROE SIPDIS", Some("SIPDIS")),
            ("COMMERCE FOR ROE SENSITIVE SIPDIS", Some("SENSITIVE SIPDIS")),
            ("COMMERCE FOR ROE SIPDIS NOFORN", Some("SIPDIS NOFORN")),
            ("STATE PASS ROE SENSITIVE", None),
            ("STATE PASS TO OFFICE THAT HANDLES NODIS SIPDIS", None),
            ("COMMERCE FOR ROE E.O.12958: N/A", Some("E.O.12958: N/A")),
            ("SIPDIS", None),
            ("SENSITIVE BUT UNCLASSIFIED, PLEASE PROTECT ACCORDINGLY", None),
        ] {
            assert_eq!(super::unlabelled(row).map(|at| &row[at..]), expected, "{row:?}");
        }
    }

    #[test]
    fn nothing_later() {
        use Label::*;
        check(Subject, "SUBJECT: PRICE TAGS: A REF", None);
        check(Subject, "SUBJECT: ABREF: THE MATTER", None);
        check(Subject, "SUBJECT: Papers classified by the ministry", None);
        check(References, "REF: ROME 1 REF: ROME 2", None);
        check(References, "REF: ROME 1, THE PASS AT TARSIS", None);
        check(References, "REF: ROME 1 (A BILL TO PASS TODAY)", None);
        check(ExecutiveOrder, "E.O. 12958: N/A", None);
    }
}
