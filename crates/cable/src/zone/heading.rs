//! Zones of the heading: what each row between the envelope and the text belongs to.
//!
//! Each rule answers one question, and the first that knows a row decides. The surest come first: labels, then known
//! forms of rows, then what the row above leaves open.

mod aside;
mod field;
mod handling;
mod order;
mod quotation;
mod text_begins;
mod text_below;

use super::line::Line;
use super::{Reading, Zone, ZonedRow};
use crate::heading::{self, Label};
use crate::prose::is_unfinished;
use crate::row::Gap;
use crate::words::{behind_last, has_small};
use crate::wrap;
pub(super) use handling::informs_sections;
pub(super) use quotation::is_quotation;

/// What the header has shown so far.
#[derive(Default)]
pub(super) struct Seen {
    classification: bool,
    /// Whether the heading has no row that reads as a classification line.
    unclassified: bool,
    /// Whether an envelope stands above.
    sent: bool,
    /// Whether a classification line has given post and number.
    number: bool,
    /// Whether an executive order or TAGS stand above.
    executive_order: bool,
    subject: bool,
    /// Whether another telegram is quoted, with its header, below the classification and above the subject.
    quotation: bool,
}

/// A row of the heading and its surroundings.
pub(super) struct Place<'a> {
    pub text: &'a str,
    pub line: &'a Line<'a>,
    pub above: Option<ZonedRow>,
    pub below: &'a str,
    /// Whether a row with a label stands below.
    pub labels_ahead: bool,
}

/// Says what a row belongs to, if the rule knows it.
type Rule = fn(&Place, &Seen) -> Option<Reading>;

const RULES: [Rule; 28] = [
    field::labelled,
    order::order_by_place,
    field::labelled_by_place,
    handling::addressee,
    handling::addressee_below_classification,
    handling::separator,
    field::list_without_label,
    handling::quoted,
    handling::classification,
    handling::classification_again,
    text_begins::quotation,
    aside::end_of_envelope,
    aside::counter,
    aside::boxed,
    text_begins::first_words,
    handling::captions,
    handling::instruction_below_subject,
    text_begins::introduction,
    handling::instruction_in_heading,
    handling::instruction_below_references,
    text_begins::mark_alone,
    text_begins::below_subject,
    text_begins::below_references,
    text_begins::below_classifier,
    aside::alone_below_subject,
    aside::instruction_of_unclassified,
    text_begins::sentence,
    field::continued,
];

/// Says what a row belongs to.
pub(super) fn heading_zone(place: &Place, seen: &mut Seen) -> Reading {
    seen.quotation |= seen.classification && !seen.subject && is_quotation(place.row());
    let reading = RULES.iter().find_map(|rule| rule(place, seen)).unwrap_or_else(|| aside::unlabelled(place, seen));
    seen.note(place, reading);
    reading
}

impl Seen {
    pub fn new(sent: bool, unclassified: bool) -> Self {
        Self { sent, unclassified, ..Self::default() }
    }

    fn note(&mut self, place: &Place, reading: Reading) {
        match reading.zone {
            Zone::Field(Label::ExecutiveOrder | Label::Tags) => self.executive_order = true,
            Zone::Field(Label::Subject) => self.subject = true,
            Zone::Classification if reading.begins => {
                let names_telegram = place.line.names_telegram();
                self.number |= names_telegram;
                // Order and codes that a copy printed above its telegram do not belong to the heading.
                self.executive_order &= self.classification || !names_telegram;
                self.classification = true;
            }
            _ => {}
        }
    }

    /// Whether the telegram has no row for its classification, and no field stands above.
    fn lacks_classification(&self) -> bool {
        self.unclassified && !self.classification && !self.executive_order && !self.subject
    }

    /// Whether the classification stands above, and all labels below.
    fn nothing_labelled(&self, place: &Place) -> bool {
        self.classification && place.labels_ahead && !self.executive_order && !self.subject
    }
}

impl<'a> Place<'a> {
    fn row(&self) -> &'a str {
        self.line.text
    }

    fn gap(&self) -> Gap {
        self.line.row.gap
    }

    fn above_zone(&self) -> Option<Zone> {
        self.above.map(|above| above.zone)
    }

    /// Whether the row begins with a level, in a telegram that has no other row for it.
    fn is_classification_by_place(&self, seen: &Seen) -> bool {
        seen.lacks_classification() && self.labels_ahead && heading::classification_by_place(self.row()).is_some()
    }

    /// The row above if it belongs to this field.
    fn above_in(&self, label: Label) -> Option<ZonedRow> {
        self.above.filter(|above| above.zone == Zone::Field(label))
    }

    /// The text of the row above.
    fn words_above(&self) -> Option<&'a str> {
        Some(self.above?.row.span.of(self.text))
    }

    /// Whether the row above stops where a sentence or list cannot end.
    fn is_open(&self) -> bool {
        self.words_above().is_some_and(is_unfinished)
    }

    /// Whether the row stands below the subject without a blank line, and the row above is finished.
    fn is_directly_below_subject(&self, seen: &Seen) -> bool {
        seen.subject && self.gap() == Gap::Line && !self.is_open()
    }

    /// Whether the order or codes above have ended: a list of codes must end with a code, and have commas or room for
    /// this row's first word.
    fn is_field_over(&self) -> bool {
        let line = self.row();
        self.words_above().is_some_and(|above| match self.above_in(Label::Tags) {
            // Behind a word that is not a code, a term can go on.
            Some(_) => {
                let is_code = heading::is_tag_row(behind_last(above, b" ,"));
                is_code && (above.contains(',') || wrap::is_broken(above, line))
            }
            None => order::is_over(above),
        })
    }

    /// Whether the field above must go on: it has only a label, is open, or is a title that continues here.
    fn is_unfinished(&self) -> bool {
        let is_label_alone = |above: &ZonedRow| above.label > 0 && above.label == above.row.span.len() as usize;
        self.above.as_ref().is_some_and(is_label_alone)
            || self.is_open()
            || self.labels_ahead && self.goes_on_in_capitals()
    }

    /// Whether the row continues a title in capitals, as behind the blank line that a page break leaves.
    fn goes_on_in_capitals(&self) -> bool {
        let is_open = |line: &str| !line.ends_with('.') && !has_small(line);
        let line = self.row();
        let is_notice = line.starts_with('(') || line.contains("CLASSIFIED") || line.contains("ACTION");
        self.above_in(Label::Subject).is_some()
            && self.words_above().is_some_and(is_open)
            && is_open(line)
            && !is_notice
    }

    /// Whether the row goes on with the field above, judged by the gap between them.
    fn goes_on(&self) -> bool {
        let behind_page = |label| self.above_in(label).is_some() && self.gap() == Gap::Page;
        // A page marker can stand in front of a text as well as inside a subject in capitals.
        let is_text =
            || behind_page(Label::Subject) && has_small(self.row()) && !self.words_above().is_some_and(has_small);
        // Below a page marker a list goes on only if the row can name a reference.
        let is_below_list = || behind_page(Label::References) && text_below::names_nothing(self.row());
        self.gap() != Gap::Blank && !is_text() && !is_below_list() || self.is_unfinished()
    }
}
