//! Rows of the heading that belong to no field: rules, boxes, counters, the sender, and instructions.

use super::{Place, Seen};
use crate::body;
use crate::envelope::is_counter;
use crate::heading::passing;
use crate::known::is_word_of;
use crate::row::Gap;
use crate::words::has_small;
use crate::zone::{Reading, Zone};

/// A row with which some copies say that the envelope ends: `------ header ends ------`.
pub(super) fn end_of_envelope(place: &Place, seen: &Seen) -> Option<Reading> {
    let line = place.row();
    let ends = place.labels_ahead && !seen.classification && line.starts_with("---") && line.ends_with("---");
    ends.then(|| Reading::begins(Zone::Distribution))
}

/// A counter, which a scan can have below the rows that it stood above.
pub(super) fn counter(place: &Place, _: &Seen) -> Option<Reading> {
    is_counter(place.row()).then(|| Reading::begins(Zone::Distribution))
}

/// A note between rules, above the first label.
pub(super) fn boxed(place: &Place, seen: &Seen) -> Option<Reading> {
    let is_in_box = || {
        place.gap() == Gap::Line
            && place.above_zone() == Some(Zone::Distribution)
            && !place.words_above().is_some_and(passing::names_sender)
            // In a repeated telegram, a request to the Department stands below the classification line.
            && !(seen.quotation && passing::is_surely_instruction(place.row()))
    };
    let is_boxed = seen.nothing_labelled(place) && (body::is_rule(place.row()) || is_in_box());
    is_boxed.then(|| Reading::begins(Zone::Distribution))
}

/// An instruction, or the author's name, that stands apart below the subject and is not part of the text.
pub(super) fn alone_below_subject(place: &Place, seen: &Seen) -> Option<Reading> {
    if !seen.subject || place.gap() != Gap::Blank || place.above_zone() == Some(Zone::Body) {
        return None;
    }
    let line = place.row();
    let is_passing = passing::is_surely_instruction(line) || passing::names_author(line) || passing::asks_agency(line);
    is_passing.then(|| Reading::begins(Zone::Passing))
}

/// An instruction between the envelope and the labels of a telegram that has lost its classification line.
pub(super) fn instruction_of_unclassified(place: &Place, seen: &Seen) -> Option<Reading> {
    let may_be = seen.sent && seen.lacks_classification();
    let goes_on = || place.above_zone() == Some(Zone::Passing) && place.gap() == Gap::Line && place.is_open();
    let is_passing = may_be
        && place.labels_ahead
        && (passing::is_surely_instruction(place.row()) || passing::is_for_post(place.row()) || goes_on());
    is_passing.then(|| Reading::begins(Zone::Passing))
}

/// A row that no rule knows: between the classification and the labels it is an instruction, below the labels text.
pub(super) fn unlabelled(place: &Place, seen: &Seen) -> Reading {
    let is_above_labels = seen.nothing_labelled(place);
    // Directly below an instruction, a sender's name can belong to that.
    let is_of_instruction = || place.above_zone() == Some(Zone::Passing) && place.gap() == Gap::Line;
    let line = place.row();
    let is_note =
        is_above_labels && (passing::names_sender(line) || speaks_of_classification(line)) && !is_of_instruction();
    Reading::begins(match place.labels_ahead {
        true if is_above_labels && !is_note => Zone::Passing,
        true => Zone::Distribution,
        false => Zone::Body,
    })
}

/// Whether a row in prose says how the telegram is classified, and asks nobody for anything.
fn speaks_of_classification(line: &str) -> bool {
    const LEVELS: &str = "classified confidential declassified secret unclassified";
    let mut above = "";
    let mut said = line.split_ascii_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let says = said.any(|word| {
        let is_said = is_word_of(above, "are been is was were") && is_word_of(word, LEVELS);
        above = word;
        is_said || word == "declassified"
    });
    has_small(line) && !passing::is_instruction(line) && says
}

#[cfg(test)]
mod tests {
    #[test]
    fn instructions_without_a_classification_line() {
        let check = |rows: &str, passing: &[&str]| {
            let sent = "R 160544Z FEB 08\nFM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n";
            let cable = crate::parse(&format!("{sent}\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\n"));
            let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            assert_eq!(found, passing, "{rows}");
        };
        check("XXXXXXXXXXXX\n\nNSC FOR ROE, DOE,\nAND BIRCH", &["NSC FOR ROE, DOE, AND BIRCH"]);
        check("SIPDIS\n\nSTATE PASS USTR\n\nOSLO FOR ROE", &["STATE PASS USTR", "OSLO FOR ROE"]);
        check("ID: 417\nSOURCE: EMBASSY TARSIS\nROPES FOR BOATS\nTHE BOATS PASSED", &[]);
    }
}
