//! Reads passing instructions: which rows form one, and each only once.

use super::Parser;
use crate::heading;
use crate::prose::is_unfinished;
use crate::row::Gap;
use crate::zone::{Zone, ZonedRow};
use crate::{Code, Field, Logical, PartKind, Span, line};
use std::collections::HashMap;

/// The longest passing instruction in bytes: it takes a few lines, and anything longer is something else.
const LONGEST_INSTRUCTION: u32 = 400;

impl Parser<'_> {
    /// Reads the instructions of a row. If the one above is unfinished, a blank line in between is noise.
    pub(super) fn passing(&mut self, row: &ZonedRow, above: Option<&ZonedRow>) {
        let mut rest = row.row.span;
        let is_caption_place = above.is_some_and(|above| matches!(above.zone, Zone::Classification | Zone::Caption));
        if is_caption_place && let Some((caption, behind)) = heading::behind_distribution(rest.of(self.text)) {
            let (own, instruction) = rest.split_at(behind);
            let own = own.split_at(caption.len()).0;
            self.part(PartKind::Caption, own);
            self.caption(own, caption.to_owned());
            rest = instruction;
        }
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

    /// Adds an instruction. If it stands `below` another and names nobody, it continues that one: `DEPARTMENT FOR
    /// EUR/CB, G/AB,` / `AND DRL`.
    pub(super) fn instruction(&mut self, span: Span, below: bool) {
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

    /// Removes repeated instructions, whatever their blanks, as a copy can have its header twice. Removes empty ones,
    /// too.
    pub(super) fn each_passing_once(&mut self) {
        self.cable.passing.retain(|found| !heading::passing::is_empty(&found.value));
        if self.cable.passing.len() < 2 {
            return;
        }
        // The same type of map as for the TAGS codes: another would add its own copy to the program.
        let mut known: HashMap<String, Span> = HashMap::new();
        let letters = |found: &Field<String>| found.value.split_whitespace().collect();
        let is_first = |found: &Field<String>| known.insert(letters(found), found.raw).is_none();
        let (first, again): (Vec<_>, Vec<_>) = std::mem::take(&mut self.cable.passing).into_iter().partition(is_first);
        self.cable.passing = first;
        again.into_iter().for_each(|found| self.diagnose(Code::FieldRepeated, found.raw, None));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn instructions_on_the_classification_line() {
        let check = |words: &str, captions: &[&str], passing: &[&str]| {
            let sent = "R 160544Z JUN 75\nFM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n";
            let text = format!("{sent}\nS E C R E T {words} TARSIS 0417\n\nTAGS: EWWT\nSUBJECT: ROPES\n\n1. RAIN.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.captions.iter().map(|field| field.value.as_str()).collect();
            let asked: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            assert_eq!((found.as_slice(), asked.as_slice()), (captions, passing), "{words}");
            assert_eq!(cable.reference_number.map(|read| read.value.number), Some(417), "{words}");
        };
        check("FOR THE SECRETARY FROM ROE", &[], &["FOR THE SECRETARY FROM ROE"]);
        check("SIPDIS DEPT PLEASE PASS NSC", &["SIPDIS"], &["DEPT PLEASE PASS NSC"]);
        check("ROME FOR ROE", &[], &["ROME FOR ROE"]);
        check("PREPARATIONS FOR TALKS", &[], &[]);
        check("BIRCH PASS", &[], &[]);
        check("LETTER FROM ROE", &[], &[]);
        check("ROPES", &["ROPES"], &[]);
    }

    #[test]
    fn captions_in_front_of_more() {
        let check = |rows: &str, captions: &[&str], passing: &[&str]| {
            let text = format!("SECRET TARSIS 0417\n{rows}\nE.O. 11652: GDS\nTAGS: EWWT\nSUBJECT: ROPES\n1. RAIN.\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.captions.iter().map(|field| field.value.as_str()).collect();
            let asked: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            assert_eq!((found.as_slice(), asked.as_slice()), (captions, passing), "{rows}");
        };
        check("EXDIS TOROE 71/TOALD 52 - LYDDA ONLY", &["EXDIS"], &["TOROE 71/TOALD 52 - LYDDA ONLY"]);
        check("NOFORN\nLIMDIS TOROE 24", &["NOFORN", "LIMDIS"], &["TOROE 24"]);
        for row in [
            "EXDIS REMOVED 9/3/73",
            "NODIS PARAGRAPHS 3 AND 4 ONLY",
            "NODIS TOKYO 24",
            "NODIS TOTAL 24 COPIES",
            "NODIS TOROE",
            "TOROE 24 EXDIS LYDDA ONLY",
        ] {
            check(row, &[], &[row]);
        }
        check("STATE FOR EUR,\nNODIS ADDRESSEES ONLY", &[], &["STATE FOR EUR, NODIS ADDRESSEES ONLY"]);
    }
}
