//! Zones of the heading: what each row belongs to between the envelope and the text.

use super::header::{Line, goes_on_with_subject};
use super::quotation::is_quotation;
use super::text_below::{
    calls_reader, gives_last_reason, is_marked_text, is_sentence_below, is_text_below, is_text_below_reference,
    names_nothing,
};
use super::{Zone, ZonedRow, continues_addressees, is_post_and_number, is_torn_number, is_unfinished};
use crate::envelope::{FormatLine, addressee, is_counter};
use crate::heading::{self, Label, passing};
use crate::row::Gap;
use crate::words::{has_small, is_number};
use crate::{ReferenceKind, body, wrap};

/// What the header has shown so far.
#[derive(Default)]
pub(super) struct Seen {
    classification: bool,
    /// Whether a classification line has given post and number.
    number: bool,
    executive_order: bool,
    subject: bool,
    /// Whether another telegram is quoted, with its header, above all labels.
    quotation: bool,
}

pub(super) fn heading_zone(
    text: &str,
    read: &Line,
    above: Option<ZonedRow>,
    seen: &mut Seen,
    labels_ahead: bool,
    below: &str,
) -> (Zone, usize, bool) {
    let (row, line) = (read.row, read.text);
    // `for reasons` / `E.O. 12958, 1.4(b)`: the order is that of the reasons, and says nothing of its own.
    let is_of_reasons = |label| {
        let above = above.filter(|above| above.zone == Zone::Field(Label::ClassifiedBy) && row.gap == Gap::Line);
        label == Label::ExecutiveOrder
            && above.is_some_and(|above| is_unfinished(above.row.span.of(text)))
            && !line.contains([':', ';'])
            && !line.contains("DECL")
    };
    if let Some((label, len)) = read.label() {
        if is_of_reasons(label) {
            return (Zone::Field(Label::ClassifiedBy), 0, false);
        }
        seen.executive_order |= matches!(label, Label::ExecutiveOrder | Label::Tags);
        seen.subject |= label == Label::Subject;
        return (Zone::Field(label), len, true);
    }
    if !seen.executive_order && !seen.subject && heading::is_declassification_by_place(line) {
        seen.executive_order = true;
        return (Zone::Field(Label::ExecutiveOrder), 0, true);
    }
    let above_zone = above.map(|above| above.zone);
    if matches!(above_zone, Some(Zone::Field(Label::ExecutiveOrder | Label::Tags)))
        && !seen.subject
        && let Some(len) = heading::subject_by_place(line)
    {
        seen.subject = true;
        return (Zone::Field(Label::Subject), len, true);
    }
    if above_zone != Some(Zone::Field(Label::Subject))
        && let Some(len) = heading::codes_by_place(line)
    {
        seen.executive_order = true;
        return (Zone::Field(Label::Tags), len, true);
    }
    // The last addressees stand behind the last label of the envelope.
    if let Some(zone @ Zone::Envelope(FormatLine::To | FormatLine::Info | FormatLine::Exempt)) = above_zone
        && continues_addressees(line, row.gap)
        && !(seen.classification && passing::is_instruction(line))
        && heading::classification(line).is_none()
    {
        return (zone, 0, true);
    }
    // Some posts set information addressees below the classification.
    if seen.classification
        && labels_ahead
        && !seen.executive_order
        && let Some((kind @ (FormatLine::Info | FormatLine::Exempt), label)) = read.format_line()
    {
        return (Zone::Envelope(kind), label, true);
    }
    // Without a label only a list of posts can be no passing instruction.
    let are_posts = || addressee::is_post_alone(line) && addressee::is_post_alone(below);
    if seen.classification && labels_ahead && !seen.executive_order && are_posts() {
        return (Zone::Envelope(FormatLine::Info), 0, true);
    }
    if !seen.subject && line == "BT" {
        return (Zone::Envelope(FormatLine::Separator), 0, true);
    }
    // Some posts leave out the label of the list.
    if above_zone == Some(Zone::Field(Label::Subject)) && heading::begins_list(line) {
        return (Zone::Field(Label::References), 0, true);
    }
    let is_classification = heading::classification(line).is_some();
    seen.quotation |= seen.classification && !seen.subject && is_quotation(line);
    if seen.quotation && is_classification {
        return (Zone::Distribution, 0, true);
    }
    // A low number below another one is that of a telegram which is spoken of: `SECRET PARIS 12`.
    let is_own = |seen: &Seen| !seen.number || !heading::has_low_number(line);
    if !seen.subject && is_classification && is_own(seen) {
        let names_telegram = heading::names_telegram(line);
        seen.number |= names_telegram;
        // Order and codes that a copy printed above its telegram are no heading.
        seen.executive_order &= seen.classification || !names_telegram;
        seen.classification = true;
        return (Zone::Classification, 0, true);
    }
    // A copy can repeat its heading, and a telegram quote another with its whole header.
    if seen.subject && labels_ahead {
        if is_classification && heading::names_telegram(line) {
            // Fields that a copy printed above its telegram are no heading.
            let is_first = !seen.classification;
            seen.classification = true;
            return (if is_first { Zone::Classification } else { Zone::Distribution }, 0, true);
        }
        if is_quotation(line) || matches!(read.format_line(), Some((FormatLine::DateTimeGroup, _))) {
            return (Zone::Body, 0, true);
        }
    }
    // Some copies say where the envelope ends: `------ header ends ------`.
    if labels_ahead && !seen.classification && line.starts_with("---") && line.ends_with("---") {
        return (Zone::Distribution, 0, true);
    }
    // A scan can have the counter below the rows that it stood above.
    if is_counter(line) {
        return (Zone::Distribution, 0, true);
    }
    let nothing_labelled = seen.classification && labels_ahead && !seen.executive_order && !seen.subject;
    // A note in a box of rules can stand above the first label.
    let is_in_box = || {
        let above = above.filter(|above| above.zone == Zone::Distribution && row.gap == Gap::Line);
        above.is_some_and(|above| !passing::names_sender(above.row.span.of(text)))
    };
    if nothing_labelled && (body::is_rule(line) || is_in_box()) {
        return (Zone::Distribution, 0, true);
    }
    if body::begins(line)
        && !(above_zone == Some(Zone::Field(Label::Subject)) && goes_on_with_subject(line, row.gap, below))
        && !(labels_ahead && above_zone == Some(Zone::Field(Label::References)) && row.gap == Gap::Line)
    {
        return (Zone::Body, 0, true);
    }
    // Captions stand above the subject. Below it a page break prints them again, but none that names somebody.
    let goes_on_with_name =
        above_zone == Some(Zone::Field(Label::Subject)) && row.gap == Gap::Line && heading::is_open_caption(line);
    if !goes_on_with_name && (heading::handling(line).is_some() || heading::is_correction(line)) {
        return (Zone::Caption, 0, true);
    }
    let unfinished = above.is_some_and(|above| {
        let words = above.row.span.of(text);
        is_label_alone(&above) || is_unfinished(words) || labels_ahead && goes_on_in_capitals(&above, words, line)
    });
    // A page marker stands in front of a text as well as inside of a subject in capitals.
    let is_behind_page = || {
        let above = above.filter(|above| above.zone == Zone::Field(Label::Subject) && row.gap == Gap::Page);
        above.is_some_and(|above| has_small(line) && !has_small(above.row.span.of(text)))
    };
    // It stands between blank rows, so it carries a list on only where a reference stands below it.
    let is_below_list = || {
        let above = above.filter(|above| above.zone == Zone::Field(Label::References) && row.gap == Gap::Page);
        above.is_some() && names_nothing(line)
    };
    let goes_on = row.gap != Gap::Blank && !is_behind_page() && !is_below_list() || unfinished;
    let is_open = || above.is_some_and(|above| is_unfinished(above.row.span.of(text)));
    if seen.subject && row.gap == Gap::Line && !is_open() {
        if passing::is_from_somebody(line) {
            return (Zone::Passing, 0, true);
        }
        if passing::introduces_text(line) {
            return (Zone::Body, 0, true);
        }
    }
    // Between the labels of one heading an instruction is no more of a field than below them.
    let is_order_or_codes = matches!(above_zone, Some(Zone::Field(Label::ExecutiveOrder | Label::Tags)));
    if (seen.subject || is_order_or_codes) && row.gap == Gap::Line && !unfinished {
        let goes_on = above_zone == Some(Zone::Passing) && passing::is_instruction(line);
        if goes_on || passing::is_surely_instruction(line) {
            return (Zone::Passing, 0, true);
        }
        if seen.subject && !labels_ahead && above.is_some_and(|above| is_text_below(&above, text, line)) {
            return (Zone::Body, 0, true);
        }
    }
    let is_below_reference =
        || row.gap == Gap::Blank && above.is_some_and(|above| is_text_below_reference(&above, text, line));
    if above_zone == Some(Zone::Field(Label::References))
        && !labels_ahead
        && (heading::is_marked_sentence(line) || is_below_reference())
    {
        return (Zone::Body, 0, true);
    }
    let is_classified_by = above_zone == Some(Zone::Field(Label::ClassifiedBy));
    let is_below_reasons = || above.is_some_and(|above| gives_last_reason(above.row.span.of(text)));
    let is_text = || is_marked_text(line) || is_below_reasons() && calls_reader(line);
    if is_classified_by && !labels_ahead && !unfinished && is_text() {
        return (Zone::Body, 0, true);
    }
    // One that stands alone below the subject is none of the text.
    if seen.subject && row.gap == Gap::Blank && above_zone != Some(Zone::Body) && passing::is_surely_instruction(line) {
        return (Zone::Passing, 0, true);
    }
    if seen.subject && row.gap == Gap::Blank && above_zone != Some(Zone::Body) && passing::names_author(line) {
        return (Zone::Distribution, 0, true);
    }
    if above.is_some_and(|above| is_sentence_below(&above, text, line)) {
        return (Zone::Body, 0, true);
    }
    match above_zone {
        Some(Zone::Classification) if is_post_and_number(line) || is_section(line) || is_torn_number(line, row.gap) => {
            (Zone::Classification, 0, false)
        }
        Some(Zone::Field(Label::Tags)) if heading::is_tag_row(line) => (Zone::Field(Label::Tags), 0, false),
        Some(Zone::Field(Label::Tags)) if goes_on && (unfinished || heading::may_hold_tags(line)) => {
            (Zone::Field(Label::Tags), 0, false)
        }
        Some(Zone::Field(Label::References))
            if goes_on
                || heading::is_lettered(line) && !is_lettered_text(line)
                || above.is_some_and(|above| completes_reference(above.row.span.of(text), line)) =>
        {
            (Zone::Field(Label::References), 0, false)
        }
        Some(Zone::Field(Label::ClassifiedBy))
            if goes_on
                || !is_classification
                    && above.is_some_and(|above| completes_reasons(above.row.span.of(text), line)) =>
        {
            (Zone::Field(Label::ClassifiedBy), 0, false)
        }
        Some(Zone::Field(label)) if goes_on && label != Label::Tags => (Zone::Field(label), 0, false),
        Some(Zone::Caption)
            if row.gap == Gap::Line
                && above.is_some_and(|above| heading::is_correction(above.row.span.of(text)))
                && (line.starts_with('(') || !passing::is_instruction(line) && !passing::names_office(line)) =>
        {
            (Zone::Caption, 0, false)
        }
        // Below an instruction it can say whose that is.
        zone if nothing_labelled
            && passing::names_sender(line)
            && !(zone == Some(Zone::Passing) && row.gap == Gap::Line) =>
        {
            (Zone::Distribution, 0, true)
        }
        _ if nothing_labelled => (Zone::Passing, 0, true),
        _ if labels_ahead => (Zone::Distribution, 0, true),
        _ => (Zone::Body, 0, true),
    }
}

/// Whether a row is a label and nothing else.
fn is_label_alone(row: &ZonedRow) -> bool {
    row.label > 0 && row.label == row.row.span.len() as usize
}

/// Whether a title in capitals goes on behind a blank line, as page breaks leave it.
fn goes_on_in_capitals(above: &ZonedRow, words: &str, line: &str) -> bool {
    let is_open = |line: &str| !line.ends_with('.') && !has_small(line);
    let is_notice = line.starts_with('(') || line.contains("CLASSIFIED") || line.contains("ACTION");
    above.zone == Zone::Field(Label::Subject) && is_open(words) && is_open(line) && !is_notice
}

/// Whether a lettered row is none of a list of references: no line of one is so long without naming what it refers to.
fn is_lettered_text(line: &str) -> bool {
    let Some((start, _)) = line.split_at_checked(line.floor_char_boundary(wrap::LONGEST_WRAPPED)) else { return false };
    let named = start.split_once(' ').map_or("", |(_, named)| named.trim_start());
    start.len() < line.len()
        && heading::reference_number(named).is_none()
        && heading::reference_kind(named) == ReferenceKind::Other
}

/// Whether a blank line cuts a reference in two: `C) PORT OF`, and `SPAIN 1291` below it; `C) 05`, and `TARSIS 138`.
fn completes_reference(above: &str, line: &str) -> bool {
    // Every post's name is shorter.
    const LONGEST_POST: usize = 24;
    let begun = above.rsplit([')', '.', ',', ';', ']']).next().unwrap_or_default().trim();
    let (year, post) = begun.split_at_checked(2).filter(|(year, _)| is_number(year)).unwrap_or(("", begun));
    begun.len() <= LONGEST_POST
        && (year.is_empty() || post.is_empty() || post.starts_with(' '))
        && post.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
        && heading::reference_number(&format!("{begun} {}", line.get(..LONGEST_POST).unwrap_or(line))).is_some()
}

/// Whether a blank line cuts off the reasons from who classified: `…DOE, FOR REA`, and `SONS 1.4 (B)` below it.
fn completes_reasons(above: &str, line: &str) -> bool {
    !heading::gives_reasons(above) && heading::gives_reasons(line)
}

/// `SECTION 01 OF 02 TARSIS 000417` on a line of its own.
fn is_section(line: &str) -> bool {
    line.starts_with("SECTION ") && crate::parse::numbering(line).sections.is_some()
}

#[cfg(test)]
mod tests {
    use super::completes_reference;

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
