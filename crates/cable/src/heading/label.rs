//! Labels of the text header: which field a row begins. `misprint` reads those with wrong letters.

mod misprint;

use super::executive_order::misread_order;
use crate::glossary::tag_kind;
use crate::known::begins_with_one_of;
use crate::mark::portion_mark;
use crate::markup;
use crate::words::{first_is, has_small, slice, start_of, starts_with_any_case, up_to};
use misprint::misprint;
pub(crate) use misprint::{codes_below_order, codes_by_place, order_by_place, subject_by_place};

/// A labelled field of the text header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// `E.O. 12958:`; the number belongs to the value.
    ExecutiveOrder,
    /// `TAGS:`
    Tags,
    /// `SUBJECT:`
    Subject,
    /// `REF:`
    References,
    /// `Classified By:`, `Reason:`, `Derived from:`
    ClassifiedBy,
}

/// What distinguishes a label from prose that begins with the same word.
#[derive(Clone, Copy)]
enum Needs {
    /// A colon behind it.
    Colon,
    /// A colon, or capitals throughout.
    ColonOrCapitals,
    /// Nothing else.
    Nothing,
}

const LABELS: [(&str, Label, Needs); 22] = [
    ("SUBJECT", Label::Subject, Needs::ColonOrCapitals),
    ("SUBJ", Label::Subject, Needs::ColonOrCapitals),
    ("TAGS", Label::Tags, Needs::ColonOrCapitals),
    ("TAG", Label::Tags, Needs::ColonOrCapitals),
    ("REFERENCES", Label::References, Needs::Colon),
    ("REFERENCE", Label::References, Needs::Colon),
    ("REF TEL", Label::References, Needs::Colon),
    ("REFTELS", Label::References, Needs::ColonOrCapitals),
    ("REFTEL", Label::References, Needs::ColonOrCapitals),
    ("RETELS", Label::References, Needs::Colon),
    ("RETEL", Label::References, Needs::Colon),
    ("REF(S)", Label::References, Needs::Nothing),
    ("REFS", Label::References, Needs::ColonOrCapitals),
    ("REF", Label::References, Needs::ColonOrCapitals),
    ("CLASSIFIED BY", Label::ClassifiedBy, Needs::Nothing),
    ("CLASSIFIEDBY", Label::ClassifiedBy, Needs::Nothing),
    ("CLASSIFIED", Label::ClassifiedBy, Needs::Colon),
    ("REASONS", Label::ClassifiedBy, Needs::Colon),
    ("REASON", Label::ClassifiedBy, Needs::Colon),
    ("DERIVED FROM", Label::ClassifiedBy, Needs::Colon),
    ("DECLASSIFY ON", Label::ClassifiedBy, Needs::Colon),
    ("DECL ON", Label::ClassifiedBy, Needs::Colon),
];

/// The field that `line` begins, and the length of its label with anchor, colon and blanks. Some forms print a label,
/// and the drafter wrote it again: `SUBJECT: SUBJECT:`.
pub(crate) fn label(line: &str) -> Option<(Label, usize)> {
    let (label, len) = first_label(line)?;
    if label == Label::ExecutiveOrder {
        return Some((label, len));
    }
    // In `SUBJECT: SUBJECT OF TALKS` only the first is a label.
    let is_label =
        |more: usize| line.get(len..len.saturating_add(more)).is_some_and(|label| label.contains([':', ';']));
    let again = line.get(len..).and_then(first_label).filter(|(again, more)| *again == label && is_label(*more));
    Some((label, again.map_or(len, |(_, more)| len.saturating_add(more))))
}

fn first_label(line: &str) -> Option<(Label, usize)> {
    let anchor = markup::anchor(line);
    let (label, len) = bare_label(line.get(anchor..)?)?;
    Some((label, anchor.saturating_add(len)))
}

fn bare_label(line: &str) -> Option<(Label, usize)> {
    match line.as_bytes().first()?.to_ascii_uppercase() {
        b'E' | b'M' if is_executive_order(line) => Some((Label::ExecutiveOrder, 0)),
        b'S' | b'T' | b'R' | b'C' | b'D' => word(line).or_else(|| misprint(line)),
        b'U' => misprint(line),
        // The label can follow the first letter of the list: `A. REF TARSIS 138`.
        b'A' if line.starts_with("A. REF ") => Some((Label::References, 0)),
        b'A' => misprint(line),
        // An export left the quotation mark of a column.
        b'"' => {
            let rest = line.strip_prefix('"')?;
            // A quotation mark that closes a quotation has no blank in front.
            let is_stray = || rest.contains(':') && !rest.strip_suffix(" \"").unwrap_or(rest).contains('"');
            let is_label = |label: &Label, len: usize| match label {
                Label::Tags => tag_kind(up_to(slice(rest, len..), b" ,")).is_some(),
                label => *label == Label::ClassifiedBy,
            };
            let found = word(rest).filter(|(label, len)| is_label(label, *len) && is_stray());
            found.map(|(label, len)| (label, len.saturating_add(1)))
        }
        // The paragraph that says who classified the telegram, or the TAGS, can have a mark in front.
        b'(' => {
            // Some posts put the whole list of references in brackets.
            if let Some((Label::References, len)) = word(line.strip_prefix('(')?) {
                return Some((Label::References, "(".len().saturating_add(len)));
            }
            let (mark, _) = portion_mark(line)?;
            let rest = line.get(mark..)?.trim_start();
            let front = start_of(rest, line);
            match word(rest)? {
                (label @ (Label::ClassifiedBy | Label::Tags), len) => Some((label, front.saturating_add(len))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a label is recognized only by likeness or place (`Classfied By:`).
pub(crate) fn is_misspelt(label: &str) -> bool {
    let bare = label.get(markup::anchor(label)..).unwrap_or_default();
    // A label of codes or references that was recognized by place does not begin with their words.
    let is_by_place = || bare.starts_with(['R', 'T']) && !begins_with_one_of(bare, &["REF", "TAGS"]);
    word(bare).is_none()
        && (misprint(bare).is_some()
            || codes_by_place(bare).is_some()
            || subject_by_place(bare).is_some()
            || is_by_place())
}

/// The field whose label `line` begins with, correctly spelt.
fn word(line: &str) -> Option<(Label, usize)> {
    let begun: [u8; 2] = line.as_bytes().first_chunk()?.map(|byte| byte.to_ascii_uppercase());
    let mut known = LABELS.iter().filter(|(word, ..)| word.as_bytes().starts_with(&begun));
    known.find_map(|(word, label, needs)| Some((*label, label_len(line, word, *needs)?)))
}

fn label_len(line: &str, word: &str, needs: Needs) -> Option<usize> {
    if !starts_with_any_case(line, word) {
        return None;
    }
    let rest = line.get(word.len()..)?;
    // `Classified ByMinister Counselor Doe`: the capital shows where the label ends.
    let is_glued = || {
        word == "CLASSIFIED BY"
            && line.get(..word.len()).is_some_and(|label| label.ends_with('y'))
            && first_is(rest, u8::is_ascii_uppercase)
    };
    if rest.starts_with(|c: char| c.is_alphanumeric()) && !is_glued() {
        return None;
    }
    // `REF. TARSIS 138`, `REF...TARSIS 138`: a full stop is enough if a telegram follows.
    let behind_stops = rest.trim_start_matches(['.', ' ']);
    let listed = || match behind_stops.as_bytes() {
        [b'A', b' ' | b'.' | b')', ..] => behind_stops.get(2..).unwrap_or_default().trim_start(),
        _ => behind_stops,
    };
    if matches!(word, "REF" | "REFS") && rest.starts_with('.') && super::reference_number(listed()).is_some() {
        return Some(start_of(behind_stops, line));
    }
    // The list behind it can be cut off: `REF...`
    if word.starts_with("REF") && rest.starts_with("..") && behind_stops.is_empty() {
        return Some(word.len());
    }
    // `SUBJECT(U): THE QUAY`: the mark belongs to the value.
    if word.starts_with("SUBJ") && portion_mark(rest).is_some_and(|(len, _)| slice(rest, ..len).ends_with(':')) {
        return Some(word.len());
    }
    let value = rest.trim_start_matches([' ', '\t', ':', ';']);
    // `Ref A: TARSIS 138`: the colon stands behind the letter of the list.
    let is_letter = || word.starts_with("REF") && matches!(value.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z', b':', ..]);
    let colon = rest.trim_start().starts_with([':', ';']) || is_letter();
    let dashed = value.trim_start_matches('-');
    let value = if dashed.starts_with(' ') { dashed } else { value }.trim_start();
    let separated = colon || value.len() < rest.len() || rest.is_empty();
    // Words of prose have no capitals behind the first letter.
    let capitals = line.get(1..word.len()).is_some_and(|behind| behind.bytes().any(|byte| byte.is_ascii_uppercase()));
    // A code of the table tells `tags prel, pgov` from prose.
    let first = up_to(value, b" ,");
    let is_code = word.starts_with("TAG") && first.len() == 4 && tag_kind(&first.to_ascii_uppercase()).is_some();
    let holds = match needs {
        Needs::Colon => colon,
        Needs::ColonOrCapitals => colon || (capitals || is_code) && separated,
        Needs::Nothing => true,
    };
    holds.then_some(start_of(value, line))
}

/// Whether a row holds only captions.
pub(crate) fn is_caption(line: &str) -> bool {
    super::captions(line).is_some()
}

/// Whether a row without a label can only go on with TAGS: codes of two to five capitals.
pub(crate) fn is_tag_row(line: &str) -> bool {
    line.split([' ', ',', '\t']).filter(|word| !word.is_empty()).all(|word| {
        let code = word.strip_prefix('[').and_then(|link| link.split_once("](")).map_or(word, |(code, _)| code);
        (2..=5).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// Whether a row without a label can go on with TAGS: it is in capitals, or begins with a code of the table.
pub(crate) fn may_hold_tags(line: &str) -> bool {
    let first = up_to(line, b" ,;");
    let is_instruction = || line.split(' ').nth(1) == Some("FOR");
    // A single longer word is neither a code nor a person, whose name has two.
    let is_word = || line.len() > 5 && line.bytes().all(|byte| byte.is_ascii_uppercase());
    !has_small(line) && !is_instruction() && !line.contains(':') && !is_word()
        || tag_kind(&first.to_ascii_uppercase()).is_some()
}

/// Whether a line begins with `E.O. 12958`, `EO 12958`, or a damaged form (`E.0.`, `E.O.112065`, `MO. 11652`): the two
/// letters, then a number of four digits or more, `N/A`, or a number that an export cut off with dots.
fn is_executive_order(line: &str) -> bool {
    if starts_with_any_case(line, "EXECUTIVE ORDER 1") {
        return true;
    }
    let is_letter =
        |byte: &u8| matches!(byte, b'E' | b'e' | b'M' | b'O' | b'o' | b'0' | b'.' | b' ' | b'\t' | b',' | b':');
    // At most eight can stand there, so nine are read.
    let skipped = line.bytes().take(9).take_while(is_letter).count();
    let Some((letters, rest)) = line.split_at_checked(skipped) else { return false };
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let is_cut = || digits > 0 && rest.get(digits..).is_some_and(|behind| behind.trim_end() == "...");
    let number = starts_with_any_case(rest, "N/A") || digits == 4 || misread_order(rest).is_some() || is_cut();
    let is_order = letters.contains(['O', 'o', '0']);
    // The zero of `E.0.` is skipped with the letters, but never a digit of the number, as orders begin with 1.
    (2..=8).contains(&skipped) && is_order && number && !line.starts_with("MM")
}

#[cfg(test)]
mod tests;
