//! Rows that say who a telegram is for and how to handle it: addressees below the envelope, classification line,
//! captions and passing instructions.

use super::quotation::opens_quotation;
use super::{Place, Seen};
use crate::body;
use crate::envelope::{FormatLine, designator};
use crate::heading::{self, Label, passing};
use crate::item::opens_bracket;
use crate::known::is_among;
use crate::row::Gap;
use crate::zone::addressees::continues_addressees;
use crate::zone::header::is_archive_date;
use crate::zone::{Reading, Zone};

/// An addressee without a label, below the last label of the envelope.
pub(super) fn addressee(place: &Place, seen: &Seen) -> Option<Reading> {
    let above = place.above?;
    let line = place.row();
    let goes_on = continues_addressees(line, place.gap(), &above)
        && !(seen.classification && passing::is_instruction(line))
        && place.line.classification().is_none()
        && !place.is_classification_by_place(seen);
    goes_on.then(|| Reading::begins(above.zone))
}

/// An information addressee that some posts set below the classification. Without a label only a list of posts is sure
/// not to be a passing instruction. Right below one, `INFO` goes on with it if it names only offices.
pub(super) fn addressee_below_classification(place: &Place, seen: &Seen) -> Option<Reading> {
    if !seen.classification || !place.labels_ahead || seen.executive_order {
        return None;
    }
    let is_below_instruction = place.above_zone() == Some(Zone::Passing) && place.gap() == Gap::Line;
    let names_offices =
        |label: usize| place.row().get(label..).is_some_and(|named| passing::names_offices_alone(named, place.below));
    if let Some((kind @ (FormatLine::Info | FormatLine::Exempt), label)) = place.line.format_line()
        && !(is_below_instruction && (names_offices(label) || place.row().len() == label && place.is_open()))
    {
        let is_of_post = place.gap() == Gap::Line && place.words_above().is_some_and(is_section_action);
        let zone = if is_of_post { Zone::Distribution } else { Zone::Envelope(kind) };
        return Some(Reading::labelled(zone, label));
    }
    let are_posts = designator::is_post_alone(place.row()) && designator::is_post_alone(place.below);
    are_posts.then(|| Reading::begins(Zone::Envelope(FormatLine::Info)))
}

/// Whether a row names the section of a post that acts on a telegram it received, above the sections that read it:
/// `ACTION: POL`, `INFO: CONS RSO AMB`.
pub(in crate::zone) fn is_section_action(row: &str) -> bool {
    const SECTIONS: &str = "ADM AMB CONS DAO DCM ECON MGT PAO POL RSO";
    row.strip_prefix("ACTION: ").is_some_and(|section| is_among(section.trim_start(), SECTIONS))
}

/// `BT` between envelope and text.
pub(super) fn separator(place: &Place, seen: &Seen) -> Option<Reading> {
    let is_separator = !seen.subject && place.row() == "BT";
    is_separator.then(|| Reading::begins(Zone::Envelope(FormatLine::Separator)))
}

/// The row that opens a telegram quoted above the subject, or its classification line.
pub(super) fn quoted(place: &Place, seen: &Seen) -> Option<Reading> {
    let opens = || !seen.subject && opens_quotation(place.row());
    let is_quoted = seen.quotation && (place.line.classification().is_some() || opens());
    is_quoted.then(|| Reading::begins(Zone::Distribution))
}

/// The classification line.
pub(super) fn classification(place: &Place, seen: &Seen) -> Option<Reading> {
    // A low number below the telegram's own is one of a telegram that is mentioned: `SECRET PARIS 12`.
    let is_own = || !seen.number || !heading::has_low_number(place.row());
    let is_classification = !seen.subject && place.line.classification().is_some() && is_own();
    (is_classification || place.is_classification_by_place(seen)).then(|| Reading::begins(Zone::Classification))
}

/// A second classification line, where a copy repeats its heading or a telegram quotes another with its whole header.
/// If it is the first, the fields above were printed by the copy and are not a heading.
pub(super) fn classification_again(place: &Place, seen: &Seen) -> Option<Reading> {
    // The archive's date can stand in front of the second copy.
    let is_date = || seen.classification && is_archive_date(place.row()) && heading::names_telegram(place.below);
    let is_again = seen.subject && place.labels_ahead && (place.line.names_telegram() || is_date());
    is_again.then(|| Reading::begins(if seen.classification { Zone::Distribution } else { Zone::Classification }))
}

/// Captions stand above the subject. A page break prints them again below it, except one that is followed by a name.
pub(super) fn captions(place: &Place, _: &Seen) -> Option<Reading> {
    let line = place.row();
    let goes_on_with_name =
        || place.gap() == Gap::Line && place.above_in(Label::Subject).is_some() && heading::is_open_caption(line);
    // `EUR AND` / `REL AFFAIRS`
    let goes_on_with_names = || {
        let is_below = matches!(place.above_zone(), Some(Zone::Passing | Zone::Field(_)));
        place.gap() == Gap::Line && is_below && heading::is_release(line)
    };
    // `(EXDIS)` refers to the reference above it, and a bracket below a subject belongs to that.
    let is_remark = || {
        let is_below = matches!(place.above_zone(), Some(Zone::Field(Label::References | Label::Subject)));
        place.gap() == Gap::Line && is_below && line.starts_with('(')
    };
    let goes_on = || goes_on_with_name() || goes_on_with_names() || is_remark();
    let are_captions = (heading::handling(line).is_some() || heading::is_correction(line)) && !goes_on();
    are_captions.then(|| Reading::begins(Zone::Caption))
}

/// `FOR ROE FROM AMBASSADOR DOE` or a request to an agency directly below the subject; no subject goes on like that.
pub(super) fn instruction_below_subject(place: &Place, seen: &Seen) -> Option<Reading> {
    let line = place.row();
    let is_instruction = || passing::is_from_somebody(line) || passing::asks_agency(line);
    (place.is_directly_below_subject(seen) && is_instruction()).then(|| Reading::begins(Zone::Passing))
}

/// `ROME FOR ROE` between a list that ends with its number and the first paragraph. Below a blank row it can be a
/// title, and below other words it goes on with them.
pub(super) fn instruction_below_references(place: &Place, _: &Seen) -> Option<Reading> {
    place.above_in(Label::References).filter(|_| !place.labels_ahead && place.gap() == Gap::Line)?;
    let is_over = || place.words_above().is_some_and(ends_with_number);
    let is_instruction = passing::is_for_post(place.row()) && body::is_paragraph(place.below) && is_over();
    is_instruction.then(|| Reading::begins(Zone::Passing))
}

/// Whether a list ends with the number of a reference, with or without the remark `(NOTAL)`: `ROME 1 (NOTAL)`.
pub(super) fn ends_with_number(list: &str) -> bool {
    list.trim_end_matches("(NOTAL)").trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// An instruction directly below a field, between the labels of a heading or below them.
pub(super) fn instruction_in_heading(place: &Place, seen: &Seen) -> Option<Reading> {
    let is_order_or_codes = matches!(place.above_zone(), Some(Zone::Field(Label::ExecutiveOrder | Label::Tags)));
    let is_below = place.above_zone() == Some(Zone::Passing);
    // A list of offices goes on in the header of a second copy.
    let is_listed = is_below && place.labels_ahead && place.is_open();
    // Between order and subject only an instruction asks somebody for something.
    let is_asked = || {
        is_order_or_codes
            && !seen.subject
            && place.labels_ahead
            && passing::asks_somebody(place.row())
            && place.is_field_over()
    };
    if place.is_unfinished() && !is_listed {
        return None;
    }
    let may_be = (seen.subject || is_order_or_codes) && place.gap() == Gap::Line;
    let goes_on = || {
        let in_bracket = || place.words_above().is_some_and(opens_bracket);
        is_listed || is_below && (passing::is_instruction(place.row()) || in_bracket())
    };
    (may_be && (goes_on() || passing::is_surely_instruction(place.row())) || is_asked())
        .then(|| Reading::begins(Zone::Passing))
}

#[cfg(test)]
mod tests {
    #[test]
    fn addressees_below_the_classification() {
        let check = |rows: &str, informed: usize| {
            let text = format!("UNCLAS TARSIS 0417\n\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\n");
            assert_eq!(crate::parse(&text).info.len(), informed, "{rows}");
        };
        check("CXLYDDA:\n    ACTION: POL\n    INFO:   CONS RSO AMB\n            DCM", 0);
        check("ACTION: ALDER\nINFO: BIRCH", 1);
        check("INFO: AMCONSUL LYDDA", 1);
    }

    #[test]
    fn second_copies() {
        let check = |row: &str, paragraphs: usize| {
            let header = "E.O. 12958: N/A TAGS: EWWT";
            let text = format!("UNCLAS TARSIS 0417\nSUBJECT: ROPES\n{row}UNCLAS TARSIS 0417 {header}\n\n1. RAIN.\n");
            let cable = crate::parse(&text);
            let subject = cable.subject.as_ref().map(|subject| subject.value.as_str());
            assert_eq!((subject, cable.paragraphs.len()), (Some("ROPES"), paragraphs), "{row}");
        };
        check("\n", 1);
        check("\n4/1/2009 14:50 ", 1);
        check("\n14:50 ", 2);
        check("\n4/1/2009 AT 14:50 ", 2);
    }

    #[test]
    fn releases() {
        let check = |rows: &str, captions: &[&str], passing: &[&str]| {
            let text =
                format!("UNCLAS TARSIS 0417\n\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\nREL TO BOATS\n");
            let cable = crate::parse(&text);
            let words =
                |fields: &[crate::Field<String>]| fields.iter().map(|field| field.value.clone()).collect::<Vec<_>>();
            assert_eq!(
                (words(&cable.captions), words(&cable.passing)),
                (
                    captions.iter().map(|word| (*word).to_owned()).collect(),
                    passing.iter().map(|word| (*word).to_owned()).collect()
                ),
                "{rows}"
            );
            assert_eq!(cable.subject.map(|subject| subject.value).as_deref(), Some("ROPES REL TO BOATS"), "{rows}");
        };
        check("SIPDIS\nREL TO UK", &["SIPDIS", "REL TO UK"], &[]);
        check("STATE FOR DRL, EUR AND\nREL AFFAIRS", &[], &["STATE FOR DRL, EUR AND REL AFFAIRS"]);
    }

    #[test]
    fn captions_in_brackets() {
        let check = |rows: &str, captions: usize, subject: &str, references: usize| {
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\n{rows}\n\n1. RAIN.\n"));
            let found = cable.subject.map(|subject| subject.value);
            assert_eq!(
                (cable.captions.len(), found.as_deref(), cable.references.len()),
                (captions, Some(subject), references),
                "{rows}"
            );
        };
        check("SUBJECT: ROPES\nREF: (A) ROME 1\n(EXDIS)\n(B) OSLO 2", 0, "ROPES", 2);
        check("SUBJECT: ROPES\nREF: ROME 1\n(NODIS)", 0, "ROPES", 1);
        check("SUBJECT: VISIT OF THE HARBOR\n(TERREP)", 0, "VISIT OF THE HARBOR (TERREP)", 0);
        check("(EXDIS)\nSUBJECT: ROPES\nREF: ROME 1", 1, "ROPES", 1);
    }

    #[test]
    fn instructions_between_fields() {
        let check = |order: &str, codes: &str, rows: &str, passing: &[&str], subject: &str| {
            let fields = format!("E.O. 12958: N/A{order}\nTAGS: EWWT, XG{codes}\nSUBJECT: ROPES{rows}\nREF: ROME 1");
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\n{fields}\n\n1. THEY ARE NEW.\n"));
            let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            assert_eq!((found.as_slice(), cable.tags.len(), cable.references.len()), (passing, 2, 1), "{fields}");
            assert_eq!(cable.subject.map(|subject| subject.value).as_deref(), Some(subject), "{fields}");
            let order = cable.executive_order.and_then(|order| order.value.instruction);
            assert_eq!(order.as_deref(), Some("N/A"), "{fields}");
        };
        let row = "USAID FOR AFR/SA";
        check(&format!("\n{row}"), "", "", &[row], "ROPES");
        check(&format!("\n\n{row}"), "", "", &[row], "ROPES");
        check("", &format!("\n{row}"), "", &[row], "ROPES");
        check("", "", &format!("\n{row}"), &[row], "ROPES");
        check("", "", &format!("\n\n{row}"), &[row], "ROPES");
        check("", "\nFOR AMBASSADOR ROE", "", &["FOR AMBASSADOR ROE"], "ROPES");
        check("", "", "\nSTATE PASS USTR", &["STATE PASS USTR"], "ROPES");
        check("", "", "\nFOR AMBASSADOR FROM ROE", &[], "ROPES FOR AMBASSADOR FROM ROE");
        check("", "", "\nUSAID FOR FLOOD RELIEF", &[], "ROPES USAID FOR FLOOD RELIEF");
        check("", "", " OF\nUSAID FOR AFR/SA", &[], "ROPES OF USAID FOR AFR/SA");
        check("", "", "\nFOR SALE FROM LYDDA", &[], "ROPES FOR SALE FROM LYDDA");
        check("", "", ": LETTERS\nFOR AMBASSADOR ROE FROM DOE", &[], "ROPES: LETTERS FOR AMBASSADOR ROE FROM DOE");
        check("", "", "\nTARSIS PASS REOPENS", &[], "ROPES TARSIS PASS REOPENS");
        check("\nHARBOR WATCHERS", "", "", &[], "ROPES");
        check("", "", "\nUSAID FOR HIV/AIDS BOATS", &[], "ROPES USAID FOR HIV/AIDS BOATS");
        check("", "", "\nFOR AMBASSADOR ROE FROM LYDDA HARBOR", &[], "ROPES FOR AMBASSADOR ROE FROM LYDDA HARBOR");
    }

    #[test]
    fn codes_with_words() {
        let check = |rows: &str, tags: usize, passing: usize| {
            let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\nE.O. 12958: N/A\nTAGS: {rows}\nSUBJECT: ROPES\n"));
            assert_eq!((cable.tags.len(), cable.passing.len()), (tags, passing), "{rows}");
        };
        check("EWWT, MOVEMENT\nFOR DEMOCRATIC CHANGE", 2, 0);
        check("EWWT, COMMITTEE\nFOR HARBOR RIGHTS, XG", 3, 0);
        check("EWWT, XG\nFOR AMBASSADOR ROE", 2, 1);
    }

    #[test]
    fn captions_below_a_page_marker() {
        const AGAIN: &str = "\n\nTARSIS 00000417  002 OF 003\n\nNOFORN\nSIPDIS\n\n";
        let check = |rows: &str, subject: &str, references: usize, paragraphs: usize| {
            let text = format!("SECRET TARSIS 000417\n\nNOFORN\nSIPDIS\n\nTAGS: EWWT\nSUBJECT: {rows}\n");
            let cable = crate::parse(&text);
            let found = cable.subject.map(|subject| subject.value);
            assert_eq!(
                (found.as_deref(), cable.references.len(), cable.paragraphs.len()),
                (Some(subject), references, paragraphs),
                "{rows}"
            );
        };
        check(&format!("ROPES AND THE{AGAIN}OLD QUAY\n\n1. RAIN."), "ROPES AND THE OLD QUAY", 0, 1);
        check(&format!("ROPES\n\nREF: A. ROME 1{AGAIN}B. OSLO 2\n\n1. RAIN."), "ROPES", 2, 1);
        check(&format!("ROPES{AGAIN}1. RAIN."), "ROPES", 0, 1);
        check(&format!("ROPES{AGAIN}The harbour is closed for a long while."), "ROPES", 0, 1);
        check(&format!("ROPES{AGAIN}REF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
        check(&format!("ROPES{AGAIN}DEPARTMENT FOR EUR/SE\nREF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
        check(&format!("ROPES\n\nREF: ROME 1{AGAIN}DEPARTMENT FOR EUR/SE\n\n1. RAIN."), "ROPES", 1, 1);
        check(&format!("ROPES{AGAIN}ACTION REQUEST\n\n1. RAIN."), "ROPES", 0, 1);
        check(&format!("ROPES{AGAIN}TRANSACTIONS\n\n1. RAIN."), "ROPES TRANSACTIONS", 0, 1);
        check(&format!("ROPES{AGAIN}THIS IS AN ACTION CABLE - SEE PARA 5\nREF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
        check(&format!("ROPES{AGAIN}THE HARBOUR IS CLOSED FOR A LONG WHILE.\n\nROE"), "ROPES", 0, 1);
        check(&format!("ROPES\n\nREF: ROME 1{AGAIN}COMMENT AND SUMMARY\n\n1. RAIN."), "ROPES", 1, 1);
        check(&format!("ROPES OF{AGAIN}LYDDA CLOSED THE QUAY.\n\n1. RAIN."), "ROPES OF LYDDA CLOSED THE QUAY.", 0, 1);
        check(
            &format!("ROPES AND{}QUAY\n\n1. RAIN.", AGAIN.replace("SIPDIS", "SIPDIS\nEXDIS\nNODIS\nSENSITIVE")),
            "ROPES AND QUAY",
            0,
            1,
        );
        check("ROPES\n\nSIPDIS\n\nThe harbour is closed for a long while.", "ROPES", 0, 1);
    }

    #[test]
    fn instructions_below_references() {
        let check = |rows: &str, passing: &[&str], references: usize| {
            let text = format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. THEY ARE NEW.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            assert_eq!((found.as_slice(), cable.references.len()), (passing, references), "{rows}");
        };
        check("REF: A) ROME 1 B) OSLO 2\nOSLO FOR ROE", &["OSLO FOR ROE"], 2);
        check("REF: ROME 1 (NOTAL)\nOSLO, ROME FOR ROE", &["OSLO, ROME FOR ROE"], 1);
        check("REF: ROME 1 (SUMMIT IN ROME)\nOSLO FOR TALKS", &[], 2);
        check("REF: ROME 1\n\nOSLO FOR THE TALKS", &[], 1);
        check("REF: DOE-ROE TELCON ON TRIP TO\nOSLO FOR TALKS", &[], 1);
        check("REF: ROME 1,\nOSLO FOR ROE", &[], 2);
        check("REF: ROME 1\nTALKS FOR ROE", &[], 2);
    }
}
