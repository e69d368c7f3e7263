//! Finds what copies join in a row that begins no field: the classification line, captions, instructions, order and
//! TAGS.

use super::caption::{SIPDIS, beside_correction, caption_at, captions};
use super::classification::{ClassificationLine, Numbering, classification, numbering};
use super::handling::handling;
use super::label::{Label, is_caption, label};
use super::passing;
use crate::glossary::tag_kind;
use crate::known::{is_among, last_word};
use crate::mark::portion_mark;
use crate::words::{first_is, last_is, place_of, slice, start_of, up_to};
use memchr::memchr_iter;

/// Where a row that begins no field must first be split: around a joined classification line, captions, an instruction
/// or an executive order, at two blanks beside captions, or behind a caption and a dash.
pub(crate) fn unlabelled(row: &str) -> Option<usize> {
    // An order with only a portion mark in front is joined to nothing.
    let is_mark = |front: &str| portion_mark(front).is_some_and(|(len, _)| slice(front, len..).trim().is_empty());
    let order = order(row).filter(|at| !row.starts_with('(') || !is_mark(slice(row, ..*at)));
    let common = place_of(row, SIPDIS);
    let before_order = order.and_then(|at| row.get(..at)).map_or(row, str::trim_end);
    [
        joined_classification(row),
        behind_number(row, order),
        beside_correction(row),
        common.and_then(|at| glued(row, at)),
        beside_instruction(before_order, common.is_some()),
        order,
        behind_instruction(row),
        caption_apart(row),
        behind_dash(row),
    ]
    .into_iter()
    .flatten()
    .min()
}

/// Where the rest begins behind the first stretch, ending at two blanks, that is a caption or precedes one.
fn caption_apart(row: &str) -> Option<usize> {
    const STRETCHES: usize = 4;
    const APART: &str = "  ";
    // Few rows have two blanks.
    row.contains(APART).then_some(())?;
    let mut ends = row.match_indices(APART).take(STRETCHES).filter_map(|(end, _)| row.split_at_checked(end));
    ends.find_map(|(before, rest)| {
        let rest = rest.trim_start();
        let next = || rest.split(APART).next().unwrap_or_default();
        // A caption in front of the number belongs to the classification line.
        let is_level = || classification(before).is_some() && (names_telegram(before) || !names_telegram(row));
        let is_apart = is_caption(before) || is_caption(next()) && is_level();
        is_apart.then(|| start_of(rest, row))
    })
}

/// Where the words behind a caption and a dash begin: `NODIS - LYDDA PASS ELMSTAD`.
fn behind_dash(row: &str) -> Option<usize> {
    const DASH: &str = " - ";
    row.contains(DASH).then_some(())?;
    let (caption, behind) = row.split_once(DASH)?;
    is_caption(caption).then(|| start_of(behind, row))
}

/// The starts of words that have a blank in front and begin with one of two letters.
fn behind_blanks(row: &str, first: [u8; 2]) -> impl Iterator<Item = usize> {
    let [one, other] = first;
    let pairs = row.as_bytes().iter().zip(row.as_bytes().iter().skip(1));
    let begins = pairs.map(move |(blank, byte)| (*blank == b' ') & ((*byte == one) | (*byte == other)));
    // Few rows have any. Branches would prevent vector instructions.
    let any = begins.clone().fold(false, |any, begins| any | begins);
    let places =
        any.then(|| begins.enumerate().filter(|(_, begins)| *begins).map(|(blank, _)| blank.saturating_add(1)));
    places.into_iter().flatten()
}

/// Where an executive order begins inside a row.
pub(crate) fn order(row: &str) -> Option<usize> {
    let bytes = row.as_bytes();
    let order = behind_blanks(row, *b"Ee").find(|at| {
        let found = row.get(*at..).and_then(label);
        matches!(found, Some((Label::ExecutiveOrder, _)))
    });
    // The blank behind a name in front can be lost: `NSC FOR ROEE.O. 12958`.
    let is_numbered = |at: &usize| {
        matches!(bytes.get(*at..), Some([b'E', b'.', b'O', b'.', b'1', ..] | [b'E', b'.', b'O', b'.', b' ', b'1', ..]))
    };
    let before_stops = || memchr_iter(b'.', bytes).filter_map(|stop| stop.checked_sub(1));
    order.or_else(|| before_stops().find(is_numbered).filter(|order| *order > 0))
}

/// Where TAGS begin behind an instruction: `STATE FOR EUR/CB TAGS: PREL`, but not `PASS CORRECTED TAGS: PREL`.
fn behind_instruction(row: &str) -> Option<usize> {
    const LABEL: &str = " TAGS: ";
    // Few rows have the label.
    row.contains(LABEL).then_some(())?;
    let (instruction, codes) = row.split_once(LABEL)?;
    let is_over = !is_among(
        last_word(instruction),
        "ADD ADDED AND AS BY CORRECT CORRECTED FOLLOWING NEW OF THE UNDER USE USING WITH WITHOUT",
    );
    let is_code = || tag_kind(up_to(codes, b" ,")).is_some();
    let is_instruction = || passing::is_surely_instruction(instruction) && !passing::has_clause(instruction);
    (is_over && is_code() && is_instruction()).then(|| instruction.len().saturating_add(" ".len()))
}

/// Where captions or an instruction begin behind the number of a classification line, if more than captions stand
/// there.
fn behind_number(row: &str, order: Option<usize>) -> Option<usize> {
    // Most rows with a number end with it.
    let has_more = order.is_some() || !last_is(row, u8::is_ascii_digit);
    (has_more && row.bytes().any(|byte| byte.is_ascii_digit())).then_some(())?;
    let line = row.get(classification(row)?.rest)?;
    let rest = line.get(numbering(line).number?.place.end..)?.trim_start();
    let instruction = || rest.get(..order?.checked_sub(start_of(rest, row))?);
    let is_instruction = || instruction().filter(|words| passing::is_surely_instruction(words));
    let is_more = caption_at(rest, 0).is_some() && captions(rest).is_none() || is_instruction().is_some();
    is_more.then(|| start_of(rest, row))
}

/// Where a classification line begins that a copy joined to the row above it: the last addressee, `Cable
/// dated:2009-09-14T13:52:00`, or the sentence of a partial extract. It must have a section, or post and number.
pub(crate) fn joined_classification(row: &str) -> Option<usize> {
    const OPENINGS: [&str; 4] = ["T O P", "S E C R E T", "C O N F I D E N T I A L", "UNCLAS"];
    // Few rows have spaced letters. Branches would prevent vector instructions.
    let may_begin = |a: u8, b: u8, d: u8| {
        let is_spaced = ((a == b'T') | (a == b'S') | (a == b'C')) & (b == b' ') & (d == b' ');
        is_spaced | (a == b'U') & (b == b'N') & (d == b'L')
    };
    let [first, second, fourth] = [0, 1, 3].map(|by| row.as_bytes().get(by..).unwrap_or_default());
    let windows = || first.iter().zip(second).zip(fourth).map(|((a, b), d)| may_begin(*a, *b, *d));
    windows().fold(false, |any, may_begin| any | may_begin).then_some(())?;
    let begins =
        |at: &usize| row.get(*at..).is_some_and(|rest| OPENINGS.iter().any(|opening| rest.starts_with(opening)));
    let found = windows().enumerate().skip(1).filter(|(_, may_begin)| *may_begin).map(|(at, _)| at).find(begins)?;
    // A caption can be joined to the number, and further words to the caption.
    let glued = place_of(row, SIPDIS).and_then(|at| glued(row, at));
    let end = glued.filter(|end| *end > found).unwrap_or(row.len());
    let numbering = numbered(row.get(found..end)?)?;
    let is_whole = numbering.sections.is_some() || numbering.number.is_some_and(|number| number.post.is_some());
    (is_whole && classification(row).is_none()).then_some(found)
}

/// Whether a line is a classification line that gives post and number: `UNCLAS TARSIS 000417`.
pub(crate) fn names_telegram(line: &str) -> bool {
    classification(line).is_some_and(|found| gives_number(line, &found))
}

/// Whether the classification line `found` in `line` gives post and number.
pub(crate) fn gives_number(line: &str, found: &ClassificationLine) -> bool {
    let number = line.get(found.rest.clone()).and_then(|rest| numbering(rest).number);
    number.is_some_and(|number| number.post.is_some())
}

/// Whether the number of a classification line has at most three digits: `UNCLAS TARSIS 12`.
pub(crate) fn has_low_number(line: &str) -> bool {
    let digits = |written: &str| written.bytes().filter(u8::is_ascii_digit).count();
    let rest = classification(line).and_then(|found| line.get(found.rest));
    let number = rest.and_then(|rest| rest.get(numbering(rest).number?.place));
    number.is_some_and(|number| digits(number) <= 3)
}

/// Reads the words behind the level of a classification line.
pub(crate) fn numbered(line: &str) -> Option<Numbering> {
    classification(line).and_then(|found| line.get(found.rest)).map(numbering)
}

/// Where a further caption or an instruction begins behind the first caption of a row, or where captions begin behind
/// an instruction: `SIPDIS STATE FOR EUR`.
fn beside_instruction(row: &str, has_common: bool) -> Option<usize> {
    let behind = caption_at(row, 0).and_then(|(end, _)| row.get(end..)).map(str::trim_start);
    // `SIPDIS, STATE FOR EUR`
    let behind = behind.map(|rest| match rest.strip_prefix(',').map(str::trim_start) {
        Some(listed) if passing::is_instruction(listed) => listed,
        _ => rest,
    });
    let behind = behind.filter(|rest| first_is(rest, u8::is_ascii_uppercase));
    // `SENSITIVE BUT UNCLASSIFIED, PLEASE PROTECT ACCORDINGLY` is not for anybody in particular.
    let is_beside =
        |rest: &&str| caption_at(rest, 0).is_some() || passing::is_instruction(rest) && handling(row).is_none();
    if let Some(rest) = behind.filter(is_beside) {
        return Some(start_of(rest, row));
    }
    let captions = has_common.then(|| captions_behind(row)).flatten()?;
    let instruction = row.get(..captions)?;
    // A clause can mention captions.
    (passing::is_instruction(instruction) && !passing::has_clause(instruction)).then_some(instruction.len())
}

/// Where the captions at the end of a row begin, if the common caption is among them.
fn captions_behind(row: &str) -> Option<usize> {
    const MOST_WORDS: usize = 4;
    let blanks = row.rmatch_indices(' ').take(MOST_WORDS).map(|(blank, _)| blank.saturating_add(1));
    let are_captions = |at: &usize| {
        let mut rest = row.get(*at..).unwrap_or_default();
        let has_common = rest.contains(SIPDIS);
        while let Some(behind) = caption_at(rest, 0).and_then(|(end, _)| rest.get(end..)) {
            rest = behind.trim_start();
        }
        has_common && rest.is_empty()
    };
    blanks.filter(are_captions).last()
}

/// Where to split at the common caption at `at` if it lost its blanks: in front of it, or behind it at the start of a
/// row: `TARSIS 000417SIPDISDEPT FOR EUR`.
fn glued(row: &str, at: usize) -> Option<usize> {
    let end = at.saturating_add(SIPDIS.len());
    let is_glued = first_is(row.get(end..)?, u8::is_ascii_uppercase);
    let cut = if at == 0 { end } else { at };
    (is_glued && (at == 0 || last_is(row.get(..at)?, u8::is_ascii_digit))).then_some(cut)
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_without_a_label() {
        for (row, expected) in [
            ("SIPDIS E.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("NSC FOR ROE EO 12958 DECL: 06/01/2019", Some("EO 12958 DECL: 06/01/2019")),
            ("NSC FOR ROEE.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("(U) E.O. 12958: N/A", None),
            ("(EXDIS) E.O. 12958: N/A", Some("E.O. 12958: N/A")),
            ("Unclas tarsis 000417 e.o. 12958: n/a", Some("e.o. 12958: n/a")),
            ("Cable dated:2009-09-14T13:52:00S E C R E T TARSIS 000417", Some("S E C R E T TARSIS 000417")),
            (
                "Cable dated:2009-09-14T13:52:00S E C R E T TARSIS 000417SIPDISSIPDISSTATE FOR ROE",
                Some("S E C R E T TARSIS 000417SIPDISSIPDISSTATE FOR ROE"),
            ),
            ("Cable dated:2009-09-14T13:52:00", None),
            ("AMEMBASSY LYDDA PRIORITYS E C R E T TARSIS 000417", Some("S E C R E T TARSIS 000417")),
            ("AMEMBASSY LYDDAUNCLAS SECTION 01 OF 02 TARSIS 000417", Some("UNCLAS SECTION 01 OF 02 TARSIS 000417")),
            ("AMEMBASSY LYDDA UNCLAS", None),
            ("SS E C R E T TARSIS 000417", None),
            ("S E C R E T TARSIS 000417SIPDISDEPT FOR EUR", Some("SIPDISDEPT FOR EUR")),
            ("SIPDISDEPT FOR EUR", Some("DEPT FOR EUR")),
            ("S E C R E T TARSIS 000417SIPDIS", None),
            ("S E C R E T TARSIS 000417  SIPDIS  STATE FOR EUR", Some("SIPDIS  STATE FOR EUR")),
            ("SIPDIS  STATE FOR EUR", Some("STATE FOR EUR")),
            ("STATE PASS ROE DOL FOR DOE TAGS: PINR, PGOV", Some("TAGS: PINR, PGOV")),
            ("STATE PASS ROE TAGS: ROPES", None),
            ("STATE PASS NEW TAGS: PREL", None),
            ("STATE PASS TO OFFICE WHICH HAS ASKED FOR TAGS: PREL", None),
            ("CORRECTED COPY (MISSING TAGS: PREL)", None),
            ("PRICE TAGS: PREL", None),
            ("STATE FOR ROE Tags: PREL", None),
            ("EXDIS - LYDDA PASS ELMSTAD", Some("LYDDA PASS ELMSTAD")),
            ("EUR - NEA FOR ROE", None),
            ("STATE FOR EUR  NSC FOR ROE", None),
            ("EUROPE E 12958", None),
            ("SIPDIS STATE FOR EUR", Some("STATE FOR EUR")),
            ("SIPDIS NOFORN STATE FOR EUR", Some("NOFORN STATE FOR EUR")),
            ("SIPDIS, STATE FOR EUR", Some("STATE FOR EUR")),
            ("SIPDIS, NOFORN", None),
            ("COMMERCE FOR ROE SIPDIS", Some("SIPDIS")),
            ("COMMERCE FOR ROE SENSITIVE SIPDIS", Some("SENSITIVE SIPDIS")),
            ("COMMERCE FOR ROE SIPDIS NOFORN", Some("SIPDIS NOFORN")),
            ("LYDDA PASS USOECD SIPDIS E.O. 12958: N/A", Some("SIPDIS E.O. 12958: N/A")),
            ("STATE PASS ROE SENSITIVE", None),
            ("STATE PASS TO OFFICE THAT HANDLES NODIS SIPDIS", None),
            ("COMMERCE FOR ROE E.O.12958: N/A", Some("E.O.12958: N/A")),
            ("SIPDIS", None),
            ("S E C R E T TARSIS 000417 NOFORN SIPDIS", None),
            (
                "UNCLAS TARSIS 000417 NOFORN SIPDIS DEPT FOR EUR E.O. 12958",
                Some("NOFORN SIPDIS DEPT FOR EUR E.O. 12958"),
            ),
            ("S E C R E T TARSIS 000417 DEPT FOR EUR E.O. 12958", Some("DEPT FOR EUR E.O. 12958")),
            ("CORRECTED COPY - SIPDIS", Some("SIPDIS")),
            ("SENSITIVE BUT UNCLASSIFIED, PLEASE PROTECT ACCORDINGLY", None),
        ] {
            assert_eq!(super::unlabelled(row).map(|at| &row[at..]), expected, "{row:?}");
        }
    }
}
