//! Whether a row below a field of the heading is none of it, but the first of the text.

use crate::heading::{self, Label};
use crate::words::{has_small, starts_with_any_case};
use crate::zone::{Zone, ZonedRow};
use crate::{ReferenceKind, body, wrap};

/// Whether a row is a sentence of its own below a subject in capitals: `This is an action request. See paragraph 2.`
pub(super) fn is_sentence_below(above: &ZonedRow, text: &str, line: &str) -> bool {
    let subject = above.row.span.of(text).get(above.label..).unwrap_or_default();
    let small = |line: &str| line.bytes().filter(u8::is_ascii_lowercase).count();
    above.zone == Zone::Field(Label::Subject)
        && small(subject) == 0
        && line.ends_with('.')
        && small(line).saturating_mul(2) > line.len()
        && line.split_whitespace().nth(4).is_some()
}

/// Whether a row is the text below the last field, without a blank line between them: the writer has broken the line
/// above, and no reference stands in this one.
pub(super) fn is_text_below(above: &ZonedRow, text: &str, line: &str) -> bool {
    let fits = match above.zone {
        Zone::Field(Label::Subject) => true,
        Zone::Field(Label::References) => names_nothing(line),
        _ => false,
    };
    fits && line.len() >= wrap::SHORTEST_CUT && wrap::is_broken(above.row.span.of(text), line)
}

/// Whether a row is a mark and words below the only row of a list, which has no letters: one in brackets is no letter, then.
pub(super) fn is_text_below_reference(above: &ZonedRow, text: &str, line: &str) -> bool {
    let value = above.row.span.of(text).get(above.label..).unwrap_or_default();
    above.label > 0 && !heading::is_lettered(value) && is_marked_text(line)
}

/// Whether a row is the first of a text whose parts have letters, or the title above it: the row above is the only one of
/// a list that began without a letter and ends with its reference, so that it does not go on with `A. TARSIAN INTERESTS`.
pub(super) fn is_title_of_parts(above: &ZonedRow, text: &str, line: &str, below: &str) -> bool {
    let value = above.row.span.of(text).get(above.label..).unwrap_or_default();
    let is_over = || value.ends_with(|c: char| c.is_ascii_digit() || c == ')') && !heading::is_lettered(value);
    let is_part = |line: &str| {
        line.strip_prefix("A. ").is_some_and(|words| {
            heading::reference_number(words).is_none() && heading::reference_kind(words) == ReferenceKind::Other
        })
    };
    let is_title = || body::is_title(line) && names_nothing(line);
    above.label > 0 && (is_part(line) || is_part(below) && is_title()) && is_over()
}

/// Whether a row in capitals is the title of the first paragraph, which begins `below`.
pub(super) fn is_title_above(line: &str, below: &str) -> bool {
    let is_reason = || line.starts_with(['(', '[']) || heading::gives_reasons(line) || line.starts_with("AND ");
    !has_small(line) && line.contains(' ') && body::is_paragraph(below) && body::is_title(line) && !is_reason()
}

/// Whether a row ends with reasons and a bracket or full stop, so that nobody goes on to say who classified.
pub(super) fn gives_last_reason(line: &str) -> bool {
    line.ends_with(['.', ')']) && heading::gives_reasons(line)
}

/// Whether a row calls the reader of a text: `Mr. Secretary:`, `Dear Ambassador Roe,`.
pub(super) fn calls_reader(line: &str) -> bool {
    const TITLES: [&str; 6] = ["Mr. ", "Mrs. ", "Ms. ", "Madam ", "Madame ", "Dear "];
    line.ends_with([':', ',']) && TITLES.iter().any(|title| starts_with_any_case(line, title))
}

/// Whether a row is a mark and words of a text behind it: `(U) This is an action request.` Reasons go on with `(C) and
/// (D)`.
pub(super) fn is_marked_text(line: &str) -> bool {
    let behind = heading::portion_mark(line).and_then(|(len, _)| line.get(len..)).unwrap_or_default().trim_start();
    let mut words = behind.split_whitespace();
    words.next().is_some_and(|first| first.starts_with(char::is_uppercase) && !first.eq_ignore_ascii_case("AND"))
        && words.nth(2).is_some()
        && !heading::gives_reasons(line)
}

/// Whether a row is words that name no reference.
pub(super) fn names_nothing(line: &str) -> bool {
    line.split_whitespace().nth(4).is_some()
        && heading::reference_kind(line) == ReferenceKind::Other
        && !heading::is_lettered(line)
        && heading::reference_number(line).is_none()
}

#[cfg(test)]
mod tests {
    use super::{calls_reader, gives_last_reason, is_title_above};

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
    fn titles() {
        for line in ["QUAYS AND HARBORS", "THE NEXT STEPS (ALL OF THEM)"] {
            assert!(is_title_above(line, "1. (C) Rain."), "{line}");
        }
        for line in ["AND (D)", "(C) AND (D)", "TARSIS", "1.4 (D) AND MORE", "Quays and Harbors", "THEY ARE NEW."] {
            assert!(!is_title_above(line, "1. (C) Rain."), "{line}");
        }
        assert!(!is_title_above("QUAYS AND HARBORS", "Rain"));
    }

    #[test]
    fn titles_below_reasons() {
        let check = |rows: &str, expected: Option<&str>| {
            let text = format!("SECRET TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. (C) They are new.\n");
            let heading = crate::parse(&text).paragraphs.first().and_then(|first| first.heading.first().copied());
            assert_eq!(heading.map(|heading| heading.of(&text)), expected, "{rows}");
        };
        let by = "CLASSIFIED BY: JANE ROE, DCM.\nREASON: 1.4";
        check(&format!("{by} (B), (D)\nQUAYS AND HARBORS"), Some("QUAYS AND HARBORS"));
        check(&format!("{by} (B), (C)\nAND (D)"), None);
        check(&format!("{by} (B), (C),\n(D)"), None);
        check(&format!("{by} (B) AND\nQUAYS AND HARBORS"), None);
    }

    #[test]
    fn parts_below_a_list() {
        let check = |rows: &str, refs: &[&str], first: &str| {
            let text = format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. THEY ARE NEW.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.references.iter().map(|field| field.value.text.as_str()).collect();
            let prose = cable.paragraphs.first().map(|first| crate::Logical::prose(&text, &first.pieces).into_text());
            assert_eq!((found.as_slice(), prose.as_deref()), (refs, Some(first)), "{rows}");
        };
        check("REF: CERP 0001\nA. TARSIAN INTERESTS", &["CERP 0001"], "A. TARSIAN INTERESTS");
        let title = "PART I - WHAT TARSIS HAS";
        check(
            &format!("REF: CERP 0001\n{title}\nA. TARSIAN INTERESTS"),
            &["CERP 0001"],
            &format!("{title}\nA. TARSIAN INTERESTS"),
        );
        check("REF: ROME 1\nA. OSLO 2", &["ROME 1", "OSLO 2"], "THEY ARE NEW.");
        check("REF: ROME 1\nA. DOE TELCON", &["ROME 1", "DOE TELCON"], "THEY ARE NEW.");
        check("REF: A. ROME 1\nA. THE LETTER", &["ROME 1", "THE LETTER"], "THEY ARE NEW.");
        check("REF: DOE LETTER OF\nA. JUNE", &["DOE LETTER OF", "JUNE"], "THEY ARE NEW.");
        check("REF: ROME 1\n(S) ENTIRE TEXT", &["ROME 1"], "");
        check("REF: (A) ROME 1\n(B) ENTIRE TEXT OF A NOTE", &["ROME 1", "ENTIRE TEXT OF A NOTE"], "THEY ARE NEW.");
    }

    #[test]
    fn last_reasons() {
        assert!(gives_last_reason("Classified By: CDA John Doe for reasons 1.4 (b) and (d)."));
        assert!(!gives_last_reason("Classified By: CDA John Doe for reasons 1.4 (b) and"));
        assert!(!gives_last_reason("Classified By: CDA John Doe."));
        assert!(gives_last_reason("REASON: 1.4 (B), (C), (D)"));
        assert!(!gives_last_reason("REASON: 1.4 (B), (C), (D), FOREIGN"));
    }
}
