//! Rows with which the text begins.

use super::handling::ends_with_number;
use super::text_below::{
    calls_reader, gives_last_reason, is_marked_sentence_over, is_marked_text, is_sentence_below, is_text_below,
    is_text_below_reference,
};
use super::{Place, Seen, is_quotation};
use crate::ReferenceKind;
use crate::body;
use crate::envelope::FormatLine;
use crate::heading::{self, Label, passing};
use crate::known::is_word_of;
use crate::mark::marks_entire_text;
use crate::row::Gap;
use crate::words::{first_is, starts_with_any_case};
use crate::zone::header::goes_on_with_subject;
use crate::zone::{Reading, Zone};

/// Another telegram that is quoted, with its whole header, below the subject.
pub(super) fn quotation(place: &Place, seen: &Seen) -> Option<Reading> {
    let is_header = || matches!(place.line.format_line(), Some((FormatLine::DateTimeGroup, _)));
    begins(seen.subject && place.labels_ahead && (is_quotation(place.row()) || is_header()))
}

/// A paragraph's label, or the opening of a summary.
pub(super) fn first_words(place: &Place, _: &Seen) -> Option<Reading> {
    let is_subject =
        || place.above_in(Label::Subject).is_some() && goes_on_with_subject(place.row(), place.gap(), place.below);
    let is_list = || place.labels_ahead && place.gap() == Gap::Line && place.above_in(Label::References).is_some();
    begins(body::begins(place.row()) && !is_subject() && !is_list())
}

/// A row directly below the subject that says that a text follows.
pub(super) fn introduction(place: &Place, seen: &Seen) -> Option<Reading> {
    begins(place.is_directly_below_subject(seen) && passing::introduces_text(place.row()))
}

/// The text directly below the subject or the references, if the line above was ended early.
pub(super) fn below_subject(place: &Place, seen: &Seen) -> Option<Reading> {
    let may_be = seen.subject && place.gap() == Gap::Line && !place.labels_ahead && !place.is_unfinished();
    begins(may_be && place.above.is_some_and(|above| is_text_below(&above, place.text, place.row())))
}

/// The text below the list of references.
pub(super) fn below_references(place: &Place, _: &Seen) -> Option<Reading> {
    let above = place.above_in(Label::References).filter(|_| !place.labels_ahead)?;
    let (text, line) = (place.text, place.row());
    let is_below = || place.gap() == Gap::Blank && is_text_below_reference(&above, text, line);
    let goes_on = || is_marked_sentence_over(&above, text, line, place.below);
    begins(heading::is_marked_sentence(line) || is_below() || goes_on() || is_title(place))
}

/// Words for papers that are references, and for restrictions on a telegram: a row with one is not a title.
const PAPERS: &str = "AGREEMENT AIRGRAM EXDIS LETTER LIMDIS MESSAGE NODIS NOTAL NOTE TREATY";

/// Whether a row is a title: it names no reference, stands below a list that ends with a number, and has a rule of its
/// own length below it.
fn is_title(place: &Place) -> bool {
    let line = place.row();
    body::is_rule(place.below)
        && place.below.len().abs_diff(line.len()) <= 1
        && place.words_above().is_some_and(ends_with_number)
        && first_is(line, u8::is_ascii_uppercase)
        && !line.split(' ').any(|word| is_word_of(word, PAPERS))
        && !starts_with_any_case(line, "AND ")
        && matches!(heading::reference_kind(line), ReferenceKind::Other | ReferenceKind::Report)
        && !heading::is_lettered(line)
        && heading::reference_number(line).is_none()
}

/// The mark of the entire text on a row of its own. Below the subject it marks the subject.
pub(super) fn mark_alone(place: &Place, _: &Seen) -> Option<Reading> {
    let is_below_field = matches!(place.above_zone(), Some(Zone::Field(label)) if label != Label::Subject);
    begins(is_below_field && !place.labels_ahead && marks_entire_text(place.row()))
}

/// The text below the field that says who classified the telegram.
pub(super) fn below_classifier(place: &Place, _: &Seen) -> Option<Reading> {
    place.above_in(Label::ClassifiedBy).filter(|_| !place.labels_ahead && !place.is_unfinished())?;
    let is_below_reasons = || place.words_above().is_some_and(gives_last_reason);
    begins(is_marked_text(place.row()) || is_below_reasons() && calls_reader(place.row()))
}

/// A sentence below a subject in capitals.
pub(super) fn sentence(place: &Place, _: &Seen) -> Option<Reading> {
    begins(is_sentence_below(&place.above?, place.text, place.row()))
}

fn begins(is_text: bool) -> Option<Reading> {
    is_text.then(|| Reading::begins(Zone::Body))
}
