//! Whether a row below a field of the heading is the first of the text.

use crate::heading::{self, Label};
use crate::known::begins_with_one_of;
use crate::mark::portion_mark;
use crate::words::last_is;
use crate::zone::{Zone, ZonedRow};
use crate::{ReferenceKind, Span, item, line, wrap};

/// Whether a row is a separate sentence below a subject in capitals: `This is an action request. See paragraph 2.`
pub(super) fn is_sentence_below(above: &ZonedRow, text: &str, line: &str) -> bool {
    let subject = above.row.span.of(text).get(above.label..).unwrap_or_default();
    let small = |line: &str| line.bytes().filter(u8::is_ascii_lowercase).count();
    above.zone == Zone::Field(Label::Subject)
        && small(subject) == 0
        && line.ends_with('.')
        && small(line).saturating_mul(2) > line.len()
        && line.split_whitespace().nth(4).is_some()
}

/// Whether a row without a blank line above is text below the last field: the line above was ended early, and a row
/// below references names none.
pub(super) fn is_text_below(above: &ZonedRow, text: &str, line: &str) -> bool {
    let fits = match above.zone {
        Zone::Field(Label::Subject) => true,
        Zone::Field(Label::References) => names_nothing(line),
        _ => false,
    };
    fits && line.len() >= wrap::SHORTEST_CUT && wrap::is_broken(above.row.span.of(text), line)
}

/// Whether a row is a mark and words below the only row of a list. That row is not lettered, so the letter in brackets
/// is a mark.
pub(super) fn is_text_below_reference(above: &ZonedRow, text: &str, line: &str) -> bool {
    let value = above.row.span.of(text).get(above.label..).unwrap_or_default();
    above.label > 0 && !heading::is_lettered(value) && is_marked_text(line)
}

/// Whether a row gives reasons and ends with a full stop, so that the field that says who classified is complete.
pub(super) fn gives_last_reason(line: &str) -> bool {
    line.ends_with('.') && heading::gives_reasons(line)
}

/// Whether a row addresses the reader of a text: `Mr. Secretary:`, `Dear Ambassador Roe,`.
pub(super) fn calls_reader(line: &str) -> bool {
    const TITLES: [&str; 6] = ["Mr. ", "Mrs. ", "Ms. ", "Madam ", "Madame ", "Dear "];
    line.ends_with([':', ',']) && begins_with_one_of(line, &TITLES)
}

/// Whether a row is a mark with words of a text behind it: `(U) This is an action request.` Reasons go on with `(C) and
/// (D)`.
pub(super) fn is_marked_text(line: &str) -> bool {
    let behind = portion_mark(line).and_then(|(len, _)| line.get(len..)).unwrap_or_default().trim_start();
    let mut words = behind.split_whitespace();
    words.next().is_some_and(|first| first.starts_with(char::is_uppercase) && !first.eq_ignore_ascii_case("AND"))
        && words.nth(2).is_some()
        && !heading::gives_reasons(line)
}

/// Whether a row below a lettered reference that ends with its number is a mark, not a letter of the list, and a
/// sentence that goes on behind a comma in the row `below`. Below a reference's title it could be another reference.
pub(super) fn is_marked_sentence_over(above: &ZonedRow, text: &str, line: &str, below: &str) -> bool {
    const MOST_BELOW: usize = 6;
    let (_, value) = above.row.span.split_at(above.label);
    let reference = value.of(text);
    let mut rows = line::rows(text, Span::new(value.end, text.len() as u32)).take(MOST_BELOW);
    let is_mark = || begins_with_one_of(line, &["(S)", "(U)"]) || !heading::is_lettered(line);
    line.starts_with('(')
        && line.ends_with(',')
        && below.starts_with(char::is_lowercase)
        && is_mark()
        && heading::is_lettered(reference)
        && last_is(reference, u8::is_ascii_digit)
        && heading::reference_kind(line) == ReferenceKind::Other
        && heading::is_marked_sentence(&format!("{line} {below}."))
        && !rows.any(|row| item::follows(reference.trim(), row.of(text)))
}

/// Whether a row consists of five or more words and names no reference.
pub(super) fn names_nothing(line: &str) -> bool {
    line.split_whitespace().nth(4).is_some()
        && heading::reference_kind(line) == ReferenceKind::Other
        && !heading::is_lettered(line)
        && heading::reference_number(line).is_none()
}

#[cfg(test)]
mod tests {
    use super::{calls_reader, gives_last_reason};

    #[test]
    fn readers() {
        for line in ["Mr. Deputy Secretary:", "MADAM SECRETARY:", "Dear Ambassador Roe,"] {
            assert!(calls_reader(line), "{line}");
        }
        for line in ["Mr. Roe, Chief of Section", "Ambassador Roe:", "Mr. Secretary", ""] {
            assert!(!calls_reader(line), "{line}");
        }
    }

    #[test]
    fn rows_below_reasons() {
        let check = |rows: &str, expected: usize| {
            let text = format!("SECRET TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. (C) They are new.\n");
            let cable = crate::parse(&text);
            let heading = cable.paragraphs.iter().find(|paragraph| !paragraph.heading.is_empty());
            assert_eq!((cable.classification_reasons.len(), cable.paragraphs.len()), (expected, 1), "{rows}");
            assert!(heading.is_none(), "{rows}");
        };
        let by = "CLASSIFIED BY: AMB JANE ROE. REASON: 1.4 (B)";
        check(&format!("{by} AND (D)\nDERIVED FROM MULTIPLE SOURCES"), 2);
        check(&format!("{by} AND (D)\nDECLASSIFY ON 20180415"), 2);
        check(&format!("{by}\nFOREIGN GOVERNMENT INFORMATION"), 1);
        check(&format!("{by}\nOR (D) OF E.O. 12958"), 2);
        check(&format!("{by}, (C)\nAND (D)"), 3);
    }

    #[test]
    fn rows_below_a_list() {
        let check = |rows: &str, refs: &[&str], first: &str| {
            let text = format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. THEY ARE NEW.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.references.iter().map(|field| field.value.text.as_str()).collect();
            let mark = cable.paragraphs.first().and_then(|first| first.mark.as_ref()?.value.text.as_deref());
            assert_eq!((found.as_slice(), mark.unwrap_or_default()), (refs, first), "{rows}");
        };
        check("REF: ROME 1\n(S) ENTIRE TEXT", &["ROME 1"], "(S) ENTIRE TEXT");
        check("REF: ROME 1\n(S) Entire text.", &["ROME 1"], "(S) Entire text.");
        check("(S) ENTIRE TEXT", &[], "");
        check("REF: (A) ROME 1\n(B) ENTIRE TEXT OF A NOTE", &["ROME 1", "ENTIRE TEXT OF A NOTE"], "");
        let rest = "and it will be for a long while, says the harbour master of Tarsis,";
        let open = |mark: &str| {
            format!("REF: A. ROME 1\nB. ROME 2\n{mark} The old quay of the harbour of Lydda is closed,\n{rest}")
        };
        for mark in ["(U)", "(S)", "(SBU)", "(C/NF)"] {
            check(&open(mark), &["ROME 1", "ROME 2"], mark);
        }
        check(
            &open("(C)"),
            &[
                "ROME 1",
                "ROME 2",
                &format!("The old quay of the harbour of Lydda is closed, {}", rest.trim_end_matches(',')),
            ],
            "",
        );
        for (title, below) in [
            ("(SBU) Post's paper on the new ropes", "and the quay\nC. ROME 3"),
            ("(SBU) Post's paper on the new ropes", "and the quay"),
            ("(U) Post's long paper on the new ropes of the boats of Lydda", "and the quay\nC. ROME 3"),
        ] {
            let cable = crate::parse(&format!(
                "UNCLAS TARSIS 0417\nSUBJECT: ROPES\nREF: A. ROME 1\nB. ROME 2\n{title}\n{below}\n\n1. Rain.\n"
            ));
            assert_eq!(cable.paragraphs.len(), 1, "{title} {below}");
        }
        let telegram = "(U) ROME 2 on the new quay and";
        check(&format!("REF: ROME 1\n{telegram}\nboats"), &["ROME 1", &format!("{telegram} boats")], "");
        let letter = "(U) Letter of May 4 from Roe on the new";
        check(&format!("REF: ROME 1\n{letter}\nquay"), &["ROME 1", &format!("{letter} quay")], "");
        let paper = "(U) Draft canal agreement handed to the port";
        check(
            &format!("REF: A. ROME 1\n{paper}\nby Roe on May 4"),
            &["ROME 1", &format!("{paper} by Roe on May 4")],
            "",
        );
        check("REF: STATE 1\nA. DRAFT AGREEMENT\nB. ROME 12", &["STATE 1", "DRAFT AGREEMENT", "ROME 12"], "");
        check("REF: STATE 1\nA. ROE TALK OF MAY 5\nB. ROE NOTE", &["STATE 1", "ROE TALK OF MAY 5", "ROE NOTE"], "");
    }

    #[test]
    fn titles_below_a_list() {
        let check = |rows: &str, refs: &[&str], heading: &str| {
            let text = format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. THEY ARE NEW.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.references.iter().map(|field| field.value.text.as_str()).collect();
            let title = cable.paragraphs.first().and_then(|first| first.heading.first()).map(|row| row.of(&text));
            assert_eq!((found.as_slice(), title.unwrap_or_default()), (refs, heading), "{rows}");
        };
        check("REF: ROME 1\nOLD QUAYS\n---------", &["ROME 1"], "OLD QUAYS");
        check("REF: ROME 1 (NOTAL)\nHARBOR REPORT\n-------------", &["ROME 1 (NOTAL)"], "HARBOR REPORT");
        check("REF: A. ROME 1\nB. OSLO 2\nThe Old Quays\n-------------", &["ROME 1", "OSLO 2"], "The Old Quays");
        for (rows, more) in [
            ("OSLO 2\n------", "OSLO 2"),
            ("B. OLD NOTE\n-----------", "OLD NOTE"),
            ("OLD NOTE\n--------", "OLD NOTE"),
            ("Canal Treaty of 1998\n--------------------", "Canal Treaty of 1998"),
            ("TARSIS AIRGRAM\n--------------", "TARSIS AIRGRAM"),
            ("THE OLD QUAYS\n-------------------------------", "THE OLD QUAYS"),
            ("ROE EMAIL OF MAY\n----------------", "ROE EMAIL OF MAY"),
        ] {
            check(&format!("REF: A. ROME 1\n{rows}"), &["ROME 1", more], "");
        }
        check("REF: ROME 1 AND THE\nOLD QUAYS\n---------", &["ROME 1", "THE OLD QUAYS"], "");
        check("REF: A. ROME 1\n(OLD NOTAL)\n-----------", &["ROME 1 (OLD NOTAL)"], "");
        check("REF: ROME 1\nAND PREVIOUS\n------------", &["ROME 1 AND PREVIOUS"], "");
    }

    #[test]
    fn last_reasons() {
        assert!(gives_last_reason("Classified By: CDA John Doe for reasons 1.4 (b) and (d)."));
        assert!(!gives_last_reason("Classified By: CDA John Doe for reasons 1.4 (b) and"));
        assert!(!gives_last_reason("Classified By: CDA John Doe."));
        assert!(!gives_last_reason("CLASSIFIED BY: AMB JANE ROE, REASON 1.4 (B)"));
    }
}
