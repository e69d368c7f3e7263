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
use crate::zone::line::Line;
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
        let zone =
            if informs_sections(place.line, place.words_above()) { Zone::Distribution } else { Zone::Envelope(kind) };
        return Some(Reading::labelled(zone, label));
    }
    let are_posts = designator::is_post_alone(place.row()) && designator::is_post_alone(place.below);
    are_posts.then(|| Reading::begins(Zone::Envelope(FormatLine::Info)))
}

/// Whether a row names the sections of a post that read a telegram it received, below the one that acts on it:
/// `ACTION: POL`, `INFO: CONS RSO AMB`.
pub(in crate::zone) fn informs_sections(line: &Line, above: Option<&str>) -> bool {
    const SECTIONS: &str = "ADM AMB CONS DAO DCM ECON MGT PAO POL RSO";
    let names = |row: &str, label: &str| {
        let sections = row.strip_prefix(label).unwrap_or_default();
        is_among(sections.split_ascii_whitespace().next().unwrap_or_default(), SECTIONS)
    };
    line.row.gap == Gap::Line && names(line.text, "INFO:") && above.is_some_and(|above| names(above, "ACTION:"))
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
mod tests;
