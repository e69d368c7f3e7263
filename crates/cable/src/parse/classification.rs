//! Reads the classification line: the level and its caveats, the number of the telegram, captions and an instruction.

use super::Parser;
use super::fields::pieces;
use crate::envelope::designator;
use crate::heading::{self, Numbered, numbering_of};
use crate::mark::is_caveat;
use crate::words::shifted;
use crate::zone::ZonedRow;
use crate::{Code, Field, Logical, Mark, PartKind};
use std::ops::Range;

/// No mark has more.
const MOST_CAVEATS: usize = 64;

impl Parser<'_> {
    pub(super) fn classification(&mut self, group: &[ZonedRow]) {
        let pieces = pieces(group);
        let field = Logical::prose(self.text, &pieces);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let own = self.cable.from.as_ref().map(|from| designator::post(&from.value.name));
        let own = own.as_deref().unwrap_or_default();
        let strict = heading::classification(field.text());
        let read = strict.or_else(|| heading::classification_by_place(field.text()));
        let rest = read.as_ref().and_then(|read| field.text().get(read.rest.clone())).unwrap_or_default();
        let numbering = numbering_of(rest, own);
        if read.as_ref().is_some_and(|read| read.by_place && !numbering.is_sure(rest, own)) {
            return group.iter().for_each(|row| self.distribution(row));
        }
        self.part(PartKind::Classification, first.cover(*last));
        let Some(read) = read else { return };
        // If a copy has two, a banner and the line, the one with the number counts. Anything that a later one says
        // besides the level becomes a caption: `SECRET/NOFORN`.
        if let Some(known) = self.cable.classification.as_ref().filter(|_| self.cable.reference_number.is_some()) {
            let is_known = |caveat: &String| known.value.caveats.iter().take(MOST_CAVEATS).any(|known| known == caveat);
            let stated: Vec<String> = read.caveats.into_iter().filter(|caveat| !is_known(caveat)).collect();
            stated.into_iter().for_each(|caveat| self.caption(first.cover(*last), caveat));
            return;
        }
        let raw = field.source(read.text.clone());
        let text = field.text().get(read.text.clone()).map(str::to_owned);
        let place = |range: Range<usize>| field.source(shifted(range, read.rest.start));
        if read.damaged || numbering.damaged {
            self.diagnose(Code::ClassificationRepaired, raw, None);
        }
        self.cable.section_count = numbering.sections.map(|(value, range)| Field::bare(place(range), value));
        let mut caveats = read.caveats;
        for (range, caption) in numbering.captions {
            // A caption in front of the number that limits who may read the telegram is part of the mark.
            match is_caveat(&caption) {
                true if !caveats.contains(&caption) => caveats.push(caption),
                true => {}
                false => self.caption(place(range), caption),
            }
        }
        if let Some(range) = numbering.passing {
            self.instruction(place(range), false);
        }
        self.cable.classification = Some(Field::bare(raw, Mark { level: read.level, caveats, text }));
        let behind = numbering.number.as_ref().map_or(rest.len(), |number| number.place.end);
        for (range, caption) in rest.get(behind..).and_then(heading::captions).unwrap_or_default() {
            self.caption(place(shifted(range, behind)), caption);
        }
        let Some(Numbered { post, number, place: range }) = numbering.number else { return };
        match post {
            Some(post) => self.number_of_post(post, number, place(range)),
            None => self.number_of_originator(number, place(range)),
        }
    }
}
