//! Reads the sets of a message, each from the row with its name to the last that continues it.

use super::Parser;
use super::fields::pieces;
use crate::dialect::navy::{reference, release, set::SetKind};
use crate::envelope::janap;
use crate::words::{in_capitals, shifted, words};
use crate::zone::{Zone, ZonedRow};
use crate::{Field, Logical, Paragraph, PartKind, Span, dialect::navy::set, line};

/// The last paragraphs, one of which names who released a message.
const MOST_PARAGRAPHS: usize = 3;

/// The most bytes that strokes and line ends between two sets take.
const LONGEST_END: u32 = 8;

/// References are lettered A to Z, then AA to ZZ.
const MOST_LETTERS: usize = 52;

/// The lines of a set whose name is `label`, without the stroke in front of one that continues the field above: `AND
/// CAREER`, `/PLANS`. The first line can have been joined to the second.
fn lines(text: &str, label: Span, set: Span) -> impl Iterator<Item = Span> + '_ {
    line::rows(text, set).flat_map(move |line| {
        let named = if line.start == set.start { line.start.saturating_sub(label.start) as usize } else { 0 };
        let joined = joined_at(line.of(text), janap::LONGEST_LINE.saturating_sub(named)).filter(|_| named > 0);
        let (first, second) = line.split_at(joined.unwrap_or(line.len() as usize));
        [line::trim(text, first), second].into_iter().filter(|line| !line.is_empty()).map(move |line| {
            let strokes = line.of(text).bytes().take_while(|byte| *byte == b'/').count();
            line.split_at(strokes).1
        })
    })
}

/// Where the first word begins that a line of `width` had no room for, if it begins with a stroke.
fn joined_at(line: &str, width: usize) -> Option<usize> {
    let words = words(line).take_while(|word| word.start <= width);
    words
        .last()
        .filter(|word| word.end > width && line.get(word.clone()).is_some_and(|word| word.starts_with('/')))
        .map(|word| word.start)
}

impl Parser<'_> {
    pub(super) fn set(&mut self, kind: SetKind, group: &[ZonedRow]) {
        let part = match kind {
            SetKind::Subject => PartKind::Subject,
            SetKind::Reference | SetKind::Explanation => PartKind::References,
            SetKind::Declassification => PartKind::ExecutiveOrder,
            SetKind::Text => PartKind::Label,
            SetKind::Other => PartKind::Distribution,
        };
        for row in group {
            self.part(part, row.row.span);
        }
        let Some(first) = group.first() else { return };
        let label = Span::new(first.row.span.start, first.row.span.offset(first.label));
        let mut pieces = pieces(group);
        if let Some(piece) = pieces.first_mut() {
            let strokes =
                Span::new(label.end, piece.end).of(self.text).bytes().take_while(|byte| *byte == b'/').count();
            *piece = line::trim(self.text, Span::new(Span::new(label.end, piece.end).offset(strokes), piece.end));
        }
        if let Some(piece) = pieces.last_mut() {
            piece.end = piece.offset(set::without_end(piece.of(self.text)));
        }
        pieces.retain(|piece| !piece.is_empty());
        match kind {
            SetKind::Subject => {
                let lines: Vec<Span> = pieces.iter().flat_map(|piece| lines(self.text, label, *piece)).collect();
                self.subject(label, &lines);
            }
            SetKind::Reference => {
                self.cable.references.extend(reference::reference(&Logical::line(self.text, &pieces)));
            }
            SetKind::Explanation => self.explain(label, &pieces),
            SetKind::Declassification => self.executive_order(label, &pieces),
            SetKind::Text | SetKind::Other => {}
        }
    }

    /// Adds a set's explanations to the references they name. One that names none explains the set right above.
    fn explain(&mut self, label: Span, pieces: &[Span]) {
        let field = Logical::line(self.text, pieces);
        for (letter, range) in reference::explanations(field.text()) {
            let references = &mut self.cable.references;
            let explained = match &letter {
                Some(_) => {
                    references.iter_mut().rev().take(MOST_LETTERS).find(|reference| reference.value.label == letter)
                }
                None => references.last_mut().filter(|last| label.start.saturating_sub(last.raw.end) <= LONGEST_END),
            };
            if let (Some(reference), Some(words)) = (explained, field.text().get(range)) {
                reference.value.text.push_str(": ");
                reference.value.text.push_str(words);
            }
        }
    }

    /// Makes the titles of free text the headings of the paragraphs behind them.
    pub(super) fn titled(&mut self, zoned: &[ZonedRow], paragraphs: &mut [Paragraph]) {
        for row in zoned.iter().filter(|row| row.zone == Zone::Set(SetKind::Text)).map(|row| row.row.span) {
            let Some(title) = set::title(row.of(self.text)).map(|title| row.part(title)) else { continue };
            self.part(PartKind::Heading, row);
            let behind = paragraphs.partition_point(|paragraph| paragraph.label.start < row.end);
            if let Some(paragraph) = paragraphs.get_mut(behind).filter(|paragraph| paragraph.heading.is_empty()) {
                paragraph.heading = vec![title];
            }
        }
    }

    /// Takes as signer the person who released the message, named in a paragraph or on a last row without a number.
    pub(super) fn released(&mut self) {
        for paragraph in self.cable.paragraphs.iter().rev().take(MOST_PARAGRAPHS) {
            let text = Logical::prose(self.text, &paragraph.pieces);
            let last = text.text().rfind('\n').map_or(0, |end| end.saturating_add(1));
            let released = |from: usize| release::surname(text.text().get(from..)?).map(|name| shifted(name, from));
            if let Some(name) = released(0).or_else(|| released(last)) {
                let value = in_capitals(text.text().get(name.clone()).unwrap_or_default());
                self.cable.signature = vec![Field::bare(text.source(name), value)];
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_the_row_of_its_subject() {
        const HEAD: &str = "R 021709Z JUN 22 FM COMTARSIS TO QUAYGEN INFO CNO WASHINGTON DC COMLYDDA WASHINGTON DC BT UNCLAS \
            QUAYGEN 126/22 MSGID/GENADMIN/COMTARSIS// ";
        let check = |row: &str, subject: &str, paragraphs: usize| {
            let cable = crate::parse(&format!("{HEAD}{row} BT #0001 NNNN CLASSIFICATION: UNCLASSIFIED//"));
            assert_eq!(cable.subject.map(|field| field.value).as_deref(), Some(subject), "{row}");
            assert_eq!((cable.paragraphs.len(), cable.info.len()), (paragraphs, 2), "{row}");
        };
        check("SUBJ/ROPES// 1. Boats land. 2. Quays are closed. 3. Released by J. Roe.//", "ROPES", 3);
        check("SUBJ/ROPES// REF/A/LTR/COMTARSIS// 1. Boats land. 2. Quays are closed.//", "ROPES", 2);
        check("SUBJ/ROPES OF 1. BERTH// RMKS/1. Boats land. 2. Quays are closed.//", "ROPES OF 1. BERTH", 2);
        check("SUBJ/ROPES// REF/A/LTR/ROPE 1. COIL// RMKS/1. Boats land. 2. Quays are closed.//", "ROPES", 2);
        check("SUBJ/ROPES// REF/A/LTR// 1. COIL// RMKS/1. Boats land. 2. Quays are closed.//", "ROPES", 2);
    }

    #[test]
    fn titles_of_copies() {
        let check = |rows: &str, subject: &str, from: Option<&str>| {
            let below = "MSGID/GENADMIN/COMTARSIS//\nSUBJ/ROPES//\nRMKS/1. Boats land.//\n";
            let cable = crate::parse(&format!("{rows}\n{below}"));
            let from_ = cable.from.map(|from| from.value.name);
            let found = cable.subject.map(|subject| subject.value);
            assert_eq!((found.as_deref(), from_.as_deref()), (Some(subject), from), "{rows}");
        };
        let envelope = "R 021130Z JUN 14\nFM COMTARSIS\nTO QUAYGEN";
        let title = "QUAYGEN 126/14 - SUBJ/ROPES";
        check(&format!("{title}\n\n{envelope}"), "ROPES", Some("COMTARSIS"));
        check(&format!("{title}\n\nAND BOATS\n\n{envelope}"), "ROPES AND BOATS", Some("COMTARSIS"));
        check("UNCLAS\nSUBJ/LOSS OF\nR 021130Z JUN 14", "LOSS OF R 021130Z JUN 14", None);
        check(&format!("{envelope}\nSUBJ/LOSS OF\n\nR 021130Z JUN 14"), "LOSS OF R 021130Z JUN 14", Some("COMTARSIS"));
    }

    #[test]
    fn lines_that_were_joined() {
        let check = |line: &str, width, expected| assert_eq!(joined_at(line, width), expected, "{line}");
        check("ROPES OF /BOATS AND", 12, Some(9));
        check("ROPES OF /BOATS AND", 15, None);
        check("ROPES OF/BOATS AND", 12, None);
        check("", 12, None);
    }
}
