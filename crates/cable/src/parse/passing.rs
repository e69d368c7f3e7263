//! Passing instructions: which rows make one, and each of them once.

use super::Parser;
use crate::heading;
use crate::row::Gap;
use crate::zone::{Zone, ZonedRow, is_unfinished};
use crate::{Code, Field, Logical, PartKind, Span, line};
use std::collections::HashMap;

/// A passing instruction takes a few lines; what goes on longer is something else.
const LONGEST_INSTRUCTION: u32 = 400;

impl Parser<'_> {
    /// The instructions of a row. Where the one above stops in the middle, a blank line between them is noise.
    pub(super) fn passing(&mut self, row: &ZonedRow, above: Option<&ZonedRow>) {
        let mut rest = row.row.span;
        self.part(PartKind::Passing, rest);
        let above = above.filter(|above| above.zone == Zone::Passing);
        let mut below =
            above.is_some_and(|above| row.row.gap == Gap::Line || is_unfinished(above.row.span.of(self.text)));
        while let Some(at) = heading::passing::next_instruction(rest.of(self.text)) {
            let (one, behind) = rest.split_at(at);
            self.instruction(line::trim(self.text, one), below);
            (rest, below) = (behind, false);
        }
        self.instruction(rest, below);
    }

    /// One that stands `below` another and names nobody goes on with it: `DEPARTMENT FOR EUR/CB, G/AB,` / `AND DRL`.
    fn instruction(&mut self, span: Span, below: bool) {
        let text = self.text;
        if let Some(last) = self.cable.passing.last_mut().filter(|_| below) {
            if last.raw.len() < LONGEST_INSTRUCTION && heading::passing::goes_on(&last.value, span.of(text)) {
                last.raw = last.raw.cover(span);
                last.value = Logical::line(text, &[last.raw]).into_text();
                return;
            }
            // The comma between two instructions belongs to neither.
            const SEPARATORS: [char; 3] = [',', ';', ' '];
            last.raw = last.raw.split_at(last.raw.of(text).trim_end_matches(SEPARATORS).len()).0;
            last.value.truncate(last.value.trim_end_matches(SEPARATORS).len());
        }
        let value = Logical::line(text, &[span]).into_text();
        self.cable.passing.push(Field::bare(span, value));
    }

    /// A copy can have its header twice: an instruction that stands again counts once, whatever its blanks. One that
    /// nothing stands behind is none.
    pub(super) fn each_passing_once(&mut self) {
        self.cable.passing.retain(|found| !heading::passing::is_empty(&found.value));
        if self.cable.passing.len() < 2 {
            return;
        }
        // A map as that of the TAGS codes: another kind would add its own copy to the program.
        let mut known: HashMap<String, Span> = HashMap::new();
        let letters = |found: &Field<String>| found.value.split_whitespace().collect();
        let is_first = |found: &Field<String>| known.insert(letters(found), found.raw).is_none();
        let (first, again): (Vec<_>, Vec<_>) = std::mem::take(&mut self.cable.passing).into_iter().partition(is_first);
        self.cable.passing = first;
        again.into_iter().for_each(|found| self.diagnose(Code::FieldRepeated, found.raw, None));
    }
}
