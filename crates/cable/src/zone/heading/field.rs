//! Rows of the labelled fields.

use super::{Place, Seen, order};
use crate::ReferenceKind;
use crate::heading::{self, Label};
use crate::row::Gap;
use crate::words::{first_is, is_number};
use crate::wrap;
use crate::zone::{Reading, Zone};

/// A row that begins with a label.
pub(super) fn labelled(place: &Place, _: &Seen) -> Option<Reading> {
    let (label, len) = place.line.label()?;
    // `for reasons` / `E.O. 12958, 1.4(b)`: the order belongs to the reasons and is not a field of its own.
    let is_of_reasons = label == Label::ExecutiveOrder
        && place.gap() == Gap::Line
        && place.above_in(Label::ClassifiedBy).is_some()
        && place.is_open()
        && !place.row().contains([':', ';'])
        && !place.row().contains("DECL");
    Some(match is_of_reasons {
        true => Reading::more(Zone::Field(Label::ClassifiedBy)),
        false => Reading::labelled(Zone::Field(label), len),
    })
}

/// A row recognized by the fields above it: its label is badly misspelt, or it has codes without a label.
pub(super) fn labelled_by_place(place: &Place, seen: &Seen) -> Option<Reading> {
    let is_below_codes = matches!(place.above_zone(), Some(Zone::Field(Label::ExecutiveOrder | Label::Tags)));
    let subject = || heading::subject_by_place(place.row()).filter(|_| is_below_codes && !seen.subject);
    let codes = || heading::codes_by_place(place.row()).filter(|_| place.above_in(Label::Subject).is_none());
    let below_order = || heading::codes_below_order(place.row()).filter(|_| seen.executive_order && !seen.subject);
    let codes = || codes().or_else(below_order);
    let subject = subject().map(|len| Reading::labelled(Zone::Field(Label::Subject), len));
    subject.or_else(|| Some(Reading::labelled(Zone::Field(Label::Tags), codes()?)))
}

/// A list of references whose label the post left out. An unlettered list must stand apart from the subject.
pub(super) fn list_without_label(place: &Place, _: &Seen) -> Option<Reading> {
    let apart = || place.gap() != Gap::Line && !place.is_open() && heading::are_telegrams(place.row());
    let is_below_subject = place.above_in(Label::Subject).is_some();
    if let Some(label) = heading::list_by_place(place.row()).filter(|_| is_below_subject && !place.is_open()) {
        return Some(Reading::labelled(Zone::Field(Label::References), label));
    }
    let begins = is_below_subject && (heading::begins_list(place.row()) || apart());
    begins.then(|| Reading::begins(Zone::Field(Label::References))).or_else(|| numbered(place))
}

/// A row of a numbered list, which by itself could also begin the text.
fn numbered(place: &Place) -> Option<Reading> {
    let above = place.above_in(Label::References)?;
    let value = place.words_above()?.get(above.label..)?;
    heading::is_numbered_below(value, place.row()).then(|| Reading::more(Zone::Field(Label::References)))
}

/// A row that goes on with the zone above.
pub(super) fn continued(place: &Place, _: &Seen) -> Option<Reading> {
    let zone = place.above_zone()?;
    let line = place.row();
    let completes = |completes: fn(&str, &str) -> bool| place.words_above().is_some_and(|above| completes(above, line));
    let goes_on = match zone {
        Zone::Classification => {
            heading::is_post_and_number(line) || is_section(line, place.gap()) || is_torn_number(line, place.gap())
        }
        Zone::Field(Label::Tags) => {
            let may_go_on = || place.is_unfinished() || heading::may_hold_tags(line) || completes(heading::ends_term);
            heading::is_tag_row(line) || place.goes_on() && may_go_on()
        }
        Zone::Field(Label::References) => {
            place.goes_on() || heading::is_lettered(line) && !is_lettered_text(line) || completes(completes_reference)
        }
        Zone::Field(Label::ClassifiedBy) => {
            place.goes_on() || place.line.classification().is_none() && completes(completes_reasons)
        }
        Zone::Field(Label::ExecutiveOrder) => place.goes_on() && completes(order::goes_on),
        Zone::Field(Label::Subject) => place.goes_on(),
        Zone::Caption => {
            place.gap() == Gap::Line
                && place.words_above().is_some_and(heading::is_correction)
                && (line.starts_with('(')
                    || !heading::passing::is_instruction(line) && !heading::passing::names_office(line))
        }
        _ => false,
    };
    goes_on.then(|| Reading::more(zone))
}

/// Whether a lettered row is too long for a list of references: no line of one is so long without naming a reference.
fn is_lettered_text(line: &str) -> bool {
    let Some((start, _)) = line.split_at_checked(line.floor_char_boundary(wrap::LONGEST_WRAPPED)) else { return false };
    let named = start.split_once(' ').map_or("", |(_, named)| named.trim_start());
    start.len() < line.len()
        && heading::reference_number(named).is_none()
        && heading::reference_kind(named) == ReferenceKind::Other
}

/// Whether a blank line cuts a reference in two: `C) PORT OF`, and `SPAIN 1291` below it; `C) 05`, and `TARSIS 138`.
fn completes_reference(above: &str, line: &str) -> bool {
    // The longest name of a post.
    const LONGEST_POST: usize = 24;
    let begun = above.rsplit([')', '.', ',', ';', ']']).next().unwrap_or_default().trim();
    let (year, post) = begun.split_at_checked(2).filter(|(year, _)| is_number(year)).unwrap_or(("", begun));
    begun.len() <= LONGEST_POST
        && (year.is_empty() || post.is_empty() || post.starts_with(' '))
        && post.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
        && heading::reference_number(&format!("{begun} {}", line.get(..LONGEST_POST).unwrap_or(line))).is_some()
}

/// Whether a blank line separates the reasons from who classified: `…DOE, FOR REA`, and `SONS 1.4 (B)` below it.
fn completes_reasons(above: &str, line: &str) -> bool {
    !heading::gives_reasons(above) && heading::gives_reasons(line)
}

/// Whether a line is `SECTION 01 OF 02 TARSIS 000417`, or the rest of it: `OF 02 TARSIS 000417`.
fn is_section(line: &str, gap: Gap) -> bool {
    line.starts_with("SECTION ") && heading::numbering(line).sections.is_some()
        || gap == Gap::Line
            && line.strip_prefix("OF ").is_some_and(|count| first_is(count, u8::is_ascii_digit))
            && heading::numbering(line).number.is_some()
}

/// Whether a line is only `000417`, below a classification line that had no room for it.
fn is_torn_number(line: &str, gap: Gap) -> bool {
    gap == Gap::Line && (5..=8).contains(&line.len()) && is_number(line)
}

#[cfg(test)]
mod tests {
    use super::completes_reference;

    #[test]
    fn rows_below_the_order() {
        let check = |rows: &str, expected: &str| {
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n{rows}\nSUBJECT: ROPES\n"));
            let found = cable.executive_order.and_then(|order| order.value.instruction);
            assert_eq!(found.as_deref(), Some(expected), "{rows}");
        };
        check("E.O. 12958: DECL: N/A\nOADR", "DECL: N/A OADR");
        check("E.O. 12958: REASON N/A\n04/15/2018", "REASON N/A 04/15/2018");
        check("E.O. 12958:\nN/A", "N/A");
        check("E.O. 12958: DECL:\nDEC 2003", "DECL: DEC 2003");
        check("(U) E.O. 12958: N/A\nTAGS: EWWT", "N/A");
    }

    #[test]
    fn paragraphs_on_an_order() {
        let check = |fields: &str, rows: &str| {
            let text = format!("UNCLAS TARSIS 0417\n{fields}SUBJECT: ROPES\nREF: ROME 1\n\n{rows}\n\n(U) Rain.\n");
            let cable = crate::parse(&text);
            assert_eq!((cable.paragraphs.len(), cable.passing.len()), (2, 0), "{text}");
            let order = cable.executive_order.and_then(|order| order.value.instruction);
            assert_eq!(order.is_some(), !fields.is_empty(), "{text}");
        };
        for fields in ["", "E.O. 12958: N/A\n", "(U) E.O. 12958: N/A\nTAGS: EWWT\n"] {
            check(fields, "(U) E.O. 13224: The Embassy gave the names on May 5. It is done.");
            check(fields, "(U) E.O. 12958: The Minister was told.");
        }
    }

    #[test]
    fn rows_of_a_numbered_list() {
        let check = |rows: &str, references: usize, paragraphs: usize| {
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n"));
            assert_eq!((cable.references.len(), cable.paragraphs.len()), (references, paragraphs), "{rows}");
        };
        check("REF: 1. OSLO 138\n     2. ROME 160\n     3. OSLO 5\n\n1. They are new.", 3, 1);
        check("REF: 1. OSLO 138\n\n     2. ROME 160;\n\n1. They are new.", 2, 1);
        check("REF: 1. OSLO 138\n\n2. ROME 160 said so.", 1, 1);
        check("REF: OSLO 138\n\n1. ROME 160 said so.\n\n2. LYDDA 417", 1, 2);
        check("REF: A. OSLO 138\n\n2. ROME 160", 1, 1);
    }

    #[test]
    fn lists_without_a_label() {
        let check = |rows: &str, expected: usize| {
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n\n1. RAIN.\n"));
            let subject = cable.subject.map(|subject| subject.value.len() == "ROPES".len());
            assert_eq!((cable.references.len(), subject), (expected, Some(expected > 0)), "{rows}");
        };
        check("\n2003 ROME 00412, 2005 ROME 00633, 2007 OSLO 00154\nAND 00160", 4);
        check("\n07 ROME 412; ROME 633", 2);
        check("REFERENCE - ROME 412", 1);
        check("REFERENCE(S): A. ROME 412 B. OSLO 5", 2);
        check("\nREFERENCE ROME 412", 1);
        check("RE: ROME 412", 1);
        check("REEF: ROME 412, OSLO 5", 2);
        check("REEF ROME 412", 0);
        check("RE ROME 412", 0);
        check("RED: ROME 412 SHIPS", 0);
        check("REFERENCE ROME HARBOR", 0);
        check("REEF: THE OLD QUAY", 0);
        check("RAIN: ROME 412", 0);
        check("OF\n\n07 ROME 412", 0);
        check("OF\nRE: ROME 412", 0);
        check("AND\n\nREEF: OSLO 5", 0);
        check("2007 ROME 412", 0);
        let none = |rows: &str| {
            let cable =
                crate::parse(&format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n\n{rows}\n\n1. RAIN.\n"));
            assert_eq!(cable.references.len(), 0, "{rows}");
        };
        none("2003 ROME 412 BOATS");
        none("ROME 2008, OSLO 2009");
        none("2008 BOATS 417");
        none("2008 ROME");
    }

    #[test]
    fn references_that_a_blank_line_cuts() {
        for (above, line, expected) in [
            ("REF: (A) TARSIS 138 (B) PORT OF", "SPAIN 1291", true),
            ("REF: (A) TARSIS 138, (B) 05", "Tarsis 431", true),
            ("REF: (A) TARSIS 138, (B) 05 PORT OF", "SPAIN 1291", true),
            ("REF: (A) TARSIS 138, (B) 05", "The ferry sails again.", false),
            ("REF: (A) TARSIS 138, (B) 054", "Tarsis 431", false),
        ] {
            assert_eq!(completes_reference(above, line), expected, "{above} / {line}");
        }
    }
}
