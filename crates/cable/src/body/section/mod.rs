//! Sections: summaries, comments, notes, action requests, biographic notes and quoted texts.
//!
//! `name` holds what they are called, `behind_name` what can follow a name, and `call` finds where one can begin.
//! `event` finds the words that open and close them in a paragraph: `begin` those that `BEGIN` opens, `closing` those
//! that `END` closes, `bracket` where those in brackets end, `misspelt` opening words that are one letter off, and
//! `passage` what a mark opens inside a paragraph. `pairing` puts openings and closings together over all paragraphs,
//! `extent` knows how far a section reaches, `remark` which paragraphs belong to none, and `request` which sections are
//! an action request as well. `cut` takes out the words that only say that a section goes on.

mod begin;
mod behind_name;
mod bracket;
mod call;
mod closing;
mod cut;
mod event;
mod extent;
mod misspelt;
mod name;
mod pairing;
mod passage;
mod remark;
mod request;
mod signs;

use super::title::behind_mark;
use crate::known::begins_with_one_of;
use crate::{Diagnostic, Paragraph, Role, Section, Span, sort_by_place};
use begin::BEGIN;
use event::{Does, events};
pub(super) use name::{kind_of_title, opening_alone};

/// Whether a row opens a summary, and so the text.
pub(super) fn opens_summary(line: &str) -> bool {
    let bare = behind_mark(line);
    begins_with_one_of(bare, &["summary", "begin summary"])
        && events(bare.get(..bare.len().min(40)).unwrap_or_default()).iter().any(|event| event.kind == Role::Summary)
}

/// Whether a row says that a section ends or begins, and nothing else: `END SUMMARY`, `BEGIN TEXT`. The words `BEGIN
/// SUMMARY` alone are a title, as `SUMMARY` is.
pub(super) fn is_bound(line: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let mut bare = line.trim_start_matches(is_mark);
    // The colon can be what shows that something begins: `BEGIN AGREED TEXT:`
    if begins_with_one_of(bare, &["end"]) {
        bare = bare.trim_end_matches(is_mark);
    } else if !begins_with_one_of(bare, &[BEGIN]) {
        return false;
    }
    events(bare).first().is_some_and(|event| match event.does {
        Does::Close => event.at == (0..bare.len()),
        _ => event.at.start == 0 && (event.kind == Role::Text || event.at.end < bare.len()),
    })
}

/// The sections of the text, in order, and what was repaired. A paragraph that is a section as a whole gets its role.
pub(crate) fn sections(text: &str, paragraphs: &mut [Paragraph]) -> (Vec<Section>, Vec<Diagnostic>) {
    let (mut found, diagnostics) = pairing::paired(text, paragraphs);
    let requests: Vec<Section> = found.iter().filter_map(|section| request::request(text, section)).collect();
    found.extend(requests);
    sort_by_place(&mut found, |section| [section.opener.start, !section.opener.end, 0]);
    for section in &found {
        assign_role(text, paragraphs, section);
    }
    (found, diagnostics)
}

/// Gives the section's role to the paragraphs that lie in it from their first word to their last, except for a short
/// remark at the end.
fn assign_role(text: &str, paragraphs: &mut [Paragraph], section: &Section) {
    if section.kind == Role::Text {
        return;
    }
    let start = section.opener.start;
    let end = section.closer.or(section.pieces.last().copied()).map_or(section.opener.end, |last| last.end);
    for index in &section.paragraphs {
        let Some(paragraph) = paragraphs.get_mut(*index) else { continue };
        let (Some(first), Some(last)) = (paragraph.pieces.first(), paragraph.pieces.last()) else { continue };
        let rest = Span::new(end.clamp(first.start, last.end), last.end).of(text);
        let begins = start <= first.start;
        let ends = rest.len() <= last.end.saturating_sub(first.start) as usize / 4;
        if begins && ends && paragraph.role.is_none() {
            paragraph.role = Some(section.kind);
        }
    }
}

#[cfg(test)]
mod tests {
    /// The prose of the sections of a text.
    pub fn prose(text: &str) -> Vec<String> {
        let of = |section: &crate::Section| crate::Logical::prose(text, &section.pieces).text().to_owned();
        crate::parse(text).sections.iter().map(of).collect()
    }
}
