//! `SECTION 01 OF 02` against the other counts of sections.

use super::Comparison;
use crate::interruption::Interruption;
use crate::{Cable, Check, CheckKind, Code, Paragraph};

/// The section behind the station serial number is the section of the classification line.
pub(super) fn transmission_section(cable: &Cable) -> Option<Check> {
    let sent = cable.transmission.section.as_ref()?;
    let count = cable.section_count.as_ref()?;
    let compared = Comparison { kind: CheckKind::TransmissionSection, span: sent.raw, against: count.raw };
    let own = count.value.number;
    Some(match sent.value == u32::from(own) {
        true => compared.holds(format!("Transmitted as section {own}, as the classification line says.")),
        false => compared.fails(
            Code::SectionDiffers,
            format!("Transmitted as section {}, while the classification line says {own}.", sent.value),
        ),
    })
}

/// Page markers count up to the last section: from the second, or from the first if they count its parts too. A copy
/// without any text was torn off in the first section. A copy that begins with a later section, if the first page
/// marker and the transmission header allow that, has lost those in front.
pub(super) fn complete(cable: &Cable, interruptions: &[Interruption]) -> Option<Check> {
    let count = cable.section_count.as_ref()?;
    if cable.diagnostics.iter().any(|found| found.code == Code::SectionMisplaced) {
        return None;
    }
    // A text with the first paragraph begins with the first section, whatever the heading says.
    let begins = |first: &Paragraph| {
        first.number != Some(1) && count.raw.start < first.pieces.first().map_or(first.label.start, |piece| piece.start)
    };
    // Columns that a database left behind the text can have the markers of another copy of it.
    let columns = cable.diagnostics.iter().find(|found| found.code == Code::ColumnsRemoved);
    let is_text = |found: &&Interruption| columns.is_none_or(|columns| found.span.start < columns.span.start);
    let pages = interruptions.iter().filter(is_text);
    let mut pages = pages.filter_map(|found| Some((found.section?, found.span))).peekable();
    let own = count.value.number;
    let is_own = pages.peek().is_none_or(|(first, _)| first.0 > own)
        && cable.transmission.section.as_ref().is_none_or(|sent| sent.value == u32::from(own));
    if own > 1 && is_own && cable.paragraphs.first().is_some_and(begins) {
        let compared = Comparison { kind: CheckKind::SectionCount, span: count.raw, against: count.raw };
        let message = format!("The text begins with section {} of {}.", count.value.number, count.value.of);
        return Some(compared.fails(Code::SectionsIncomplete, message));
    }
    let Some((first, place)) = pages.next() else {
        let compared = Comparison { kind: CheckKind::SectionCount, span: count.raw, against: count.raw };
        let message = || format!("The heading counts {} sections, and there is no text.", count.value.of);
        let is_torn_off = count.value.of > 1 && cable.paragraphs.is_empty();
        return is_torn_off.then(|| compared.fails(Code::SectionsIncomplete, message()));
    };
    let mut ordered = first.0 <= count.value.number.saturating_add(1);
    let (mut last, mut span) = (first, place);
    for (page, place) in pages {
        ordered &= (last.0..=last.0.saturating_add(1)).contains(&page.0);
        (last, span) = (page, place);
    }
    let compared = Comparison { kind: CheckKind::SectionCount, span, against: count.raw };
    Some(match ordered && last.0 == last.1 && last.1 == count.value.of {
        true if count.value.of == 2 => compared.holds("Both sections are there.".to_owned()),
        true => compared.holds(format!("All {} sections are there.", count.value.of)),
        false => compared.fails(
            Code::SectionsIncomplete,
            format!(
                "The heading counts {} sections, the last page marker is {} of {}.",
                count.value.of, last.0, last.1
            ),
        ),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn markers_in_columns() {
        let check = |behind: &str, expected: bool| {
            let text = format!(
                "UNCLAS SECTION 01 OF 02 TARSIS 000417\n\nSUBJECT: GOATS\n\n1. The goats that are on\n\nTARSIS \
                 00000417  002 OF 002\n\nthe quay eat the ropes.\n\nROE{behind}\n"
            );
            let cable = crate::parse(&text);
            let found = cable.checks.iter().find(|check| check.kind == crate::CheckKind::SectionCount);
            assert_eq!(found.map(|check| check.holds), Some(expected), "{text}");
        };
        check(" 0 11/15/2007 5833 PREL TARSIS 00000417 001.2 OF 002 GOATS", true);
        check("\n\nTARSIS 00000417 001.2 OF 002\n\nGOATS", false);
    }

    #[test]
    fn a_later_section() {
        for (sections, label, below, expected) in [
            ("SECTION 02 OF 03", "5.", "", Some("The text begins with section 2 of 3.")),
            ("SECTION 02 OF 03", "5.", "TARSIS 00000417  003 OF 003\n\n", Some("The text begins with section 2 of 3.")),
            ("SECTION 02 OF 03", "5.", "TARSIS 00000417  002 OF 003\n\nTARSIS 00000417  003 OF 003\n\n", None),
            ("SECTION 02 OF 03", "1.", "", None),
            ("SECTION 01 OF 03", "5.", "", None),
        ] {
            let text = format!(
                "O 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nC O N F I D E N T I A L {sections} TARSIS 000417\n\nSUBJECT: GOATS\n\n{label} (C) The goats that are on\n\n{below}the quay eat the ropes."
            );
            let cable = crate::read(&text).cables.remove(0);
            let found = cable.diagnostics.iter().find(|found| found.code == crate::Code::SectionsIncomplete);
            assert_eq!(found.and_then(|found| found.detail.as_deref()), expected, "{text}");
        }
    }
}
