//! Reads the second half of the classification line from both ends, if the sender is known.
//!
//! The number stands behind the sender's post. In front of that stand the section and captions, none of which are part
//! of the post. Captions that are in no table are kept as written: `USDA TARSIS 000417`.

use super::front::is_mark;
use super::number::{MOST_WORDS, Numbered, Numbering, is_reference, numbering, post_of};
use crate::glossary;
use crate::heading::caption::{CORRECTION, caption_at, captions, correction_at};
use crate::known::is_among;
use crate::words::{first_is, shifted, slice, start_of, words};
use std::ops::Range;

/// Reads the words behind level and caveats by the sender's `own` post; if that is empty or not there, as [`numbering`]
/// does.
pub(crate) fn numbering_of(rest: &str, own: &str) -> Numbering {
    let Some(number) = own_number(rest, own).filter(|_| !own.is_empty()) else { return numbering(rest) };
    let mut found = Numbering::default();
    let front = slice(rest, ..number.place.start);
    let mut unknown: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(next) = front.get(at..).and_then(|rest| words(rest).next()) {
        let word = shifted(next, at);
        let marks = slice(front, word.clone());
        let start = word.end.saturating_sub(marks.trim_start_matches(is_mark).len());
        if let Some(end) = found.eat_sections(front, start) {
            found.as_written(front, unknown.take());
            at = end.max(word.end);
        } else if let Some((end, caption)) = caption(front, start) {
            found.as_written(front, unknown.take());
            found.captions.push((start..end, caption.to_owned()));
            at = end;
        } else {
            let end = slice(front, start..word.end).find("//").map_or(word.end, |len| start.saturating_add(len));
            at = end;
            let core = found.without_captions(front, word.start..end);
            unknown = Some(unknown.map_or(core.start, |run| run.start)..core.end);
        }
    }
    found.as_written(front, unknown);
    let behind = number.place.end;
    if found.sections.is_none()
        && let Some(next) = words(slice(rest, behind..)).next()
    {
        found.eat_sections(rest, behind.saturating_add(next.start));
    }
    found.number = Some(number);
    found
}

impl Numbering {
    /// Whether the number is surely that of `own`, or of a known post if the sender is unknown. Only captions may stand
    /// behind it, and a number like a day or a year may not have other words in front, as in `AGREEMENTS, ROME 1944`.
    pub fn is_sure(&self, rest: &str, own: &str) -> bool {
        let Some(Numbered { post: Some(post), number, place }) = &self.number else { return false };
        let is_posts = if own.is_empty() { glossary::is_post(&glossary::post(post)) } else { is_of(post, own) };
        let digits = slice(rest, place.clone()).bytes().filter(u8::is_ascii_digit).count();
        let is_day_or_year = digits < 4 || digits == 4 && (1900..2100).contains(number);
        let behind = slice(rest, place.end..);
        let is_last = behind.trim_matches(is_mark).is_empty() || captions(behind).is_some();
        is_posts && is_last && (self.captions.is_empty() && self.passing.is_none() || !is_day_or_year)
    }
}

/// The caption at `at`, or the note of a corrected copy, and where it ends.
fn caption(rest: &str, at: usize) -> Option<(usize, &'static str)> {
    correction_at(rest, at).map(|end| (end, CORRECTION)).or_else(|| caption_at(rest, at))
}

/// The number behind the longest run of words that is a post, if that is the sender's. A post behind a word of prose is
/// only mentioned: `TALKS IN ROME 2004`.
fn own_number(rest: &str, own: &str) -> Option<Numbered> {
    const PROSE: &str = "AND AT BY FOR FROM IN ON THE TO VIA WITH";
    const MOST_DIGITS: usize = 8;
    const SHORTEST: usize = 3;
    let mut run: Vec<Range<usize>> = Vec::new();
    for word in words(rest) {
        let written = slice(rest, word.clone());
        if is_reference(written) {
            return None;
        }
        // A number can be joined to the post, and have a mark in front or a year behind it: `ROME000123`, `#000123/08`.
        let from = written.find(|c: char| c.is_ascii_digit()).unwrap_or(written.len());
        let behind = slice(written, from..).trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = from..start_of(behind, written);
        run.push(shifted(0..from, word.start));
        if digits.is_empty() {
            continue;
        }
        // Airgrams have a letter and a hyphen in front: `TARSIS A-417`.
        if digits.start == 2 && first_is(written, u8::is_ascii_alphabetic) && written.get(1..2) == Some("-") {
            run.clear();
            continue;
        }
        // `TARSIS 01 OF 02`
        if slice(rest, word.end..).starts_with(" OF ") {
            run.clear();
            continue;
        }
        let number = shifted(digits, word.start);
        let first = run.len().saturating_sub(MOST_WORDS.saturating_add(1));
        let mut runs = (first..run.len()).filter_map(|start| Some((start, post_of(rest, run.get(start..)?))));
        let longest = runs
            .find(|(_, post)| post.len() >= SHORTEST && (is_of(post, own) || glossary::is_post(&glossary::post(post))));
        let is_spoken_of = |start: usize| {
            let before = start.checked_sub(1).and_then(|before| rest.get(run.get(before)?.clone()));
            before.is_some_and(|before| is_among(before, PROSE))
        };
        let is_whole = number.len() >= 5 || !first_is(behind, u8::is_ascii_alphabetic);
        if let Some((start, post)) = longest
            && is_of(&post, own)
            && is_whole
            && number.len() <= MOST_DIGITS
            && !is_spoken_of(start)
        {
            let value = slice(rest, number.clone()).parse().ok()?;
            let place = run.get(start)?.start..number.end;
            return Some(Numbered { post: Some(post), number: value, place });
        }
        run.clear();
    }
    None
}

/// Whether a post as written is the sender's, also by another of its names or misprinted.
fn is_of(post: &str, own: &str) -> bool {
    post == own || glossary::post(post) == own || glossary::is_misprint(post, own)
}

#[cfg(test)]
mod tests {
    use super::numbering_of;

    /// Section, captions, post and number.
    type Read<'a> = (Option<(u16, u16)>, &'a [&'a str], Option<(&'a str, u32)>);

    #[track_caller]
    fn check(line: &str, own: &str, expected: Read) {
        let found = numbering_of(line, own);
        let sections = found.sections.map(|(count, _)| (count.number, count.of));
        let captions: Vec<&str> = found.captions.iter().map(|(_, caption)| caption.as_str()).collect();
        let number = found.number.as_ref().map(|read| (read.post.as_deref().unwrap_or_default(), read.number));
        assert_eq!((sections, captions.as_slice(), number), expected, "{line}");
    }

    #[test]
    fn numbers_of_the_sender() {
        let own = Some(("TARSIS", 417));
        for (line, section, captions) in [
            ("TARSIS 000417", None, &[] as &[_]),
            ("ROPES TARSIS 000417", None, &["ROPES"]),
            ("(ROPES) TARSIS 000417", None, &["ROPES"]),
            ("- ROPES AND QUAYS - TARSIS 417", None, &["ROPES AND QUAYS"]),
            ("CODEL ROE TARSIS 000417", None, &["CODEL ROE"]),
            ("TOSEC 12 TARSIS 417", None, &["TOSEC 12"]),
            ("SECTO 12 TARSIS 417", None, &["SECTO 12"]),
            ("SECTOR ROPES TARSIS 417", None, &["SECTOR ROPES"]),
            ("INSECT STUDY TARSIS 417", None, &["INSECT STUDY"]),
            ("CAIRO 123 TARSIS 417", None, &[]),
            ("NODIS NEW DELHI 123 TARSIS 417", None, &["NODIS"]),
            ("DEPT PLEASE PASS NSC TARSIS 417", None, &[]),
            ("FOR ROE FROM DOE TARSIS 417", None, &[]),
            ("PREPARATIONS FOR LYDDA TALKS TARSIS 417", None, &[]),
            ("FORMS PASSED TARSIS 417", None, &["FORMS PASSED"]),
            ("FGI//NOFORN//MR TARSIS 000417", None, &["FGI", "NOFORN", "MR"]),
            ("REL TO USA, TRS TARSIS 000417", None, &["REL TO USA, TRS"]),
            ("ROPES SECTION 01 OF 02 QUAYS TARSIS 000417", Some((1, 2)), &["ROPES", "QUAYS"]),
            ("SECTION 1 OF TWO TARSIS 417", Some((1, 2)), &[]),
            ("(SECTION 01 OF 02) TARSIS 000417", Some((1, 2)), &[]),
            ("SEC 01 OF 02 SIPDIS TARSIS 000417", Some((1, 2)), &["SIPDIS"]),
            ("TARSIS 000417 SECTION 01 OF 02", Some((1, 2)), &[]),
            ("SECTION01 OF 02 TARSIS 000417", None, &[]),
            ("TARSIS: 417", None, &[]),
            ("TARSIS, #417", None, &[]),
            ("TARSIS - 000417", None, &[]),
            ("TARSIS-000417", None, &[]),
            ("TARSIS000417", None, &[]),
            ("TARSIS 000417/08", None, &[]),
            ("TARSIS 000417.", None, &[]),
        ] {
            check(line, "TARSIS", (section, captions, own));
        }
        check("ROPES NEW TARSIS 417", "NEWTARSIS", (None, &["ROPES"], Some(("NEWTARSIS", 417))));
        check("ROPES OSL 417", "OSLO", (None, &["ROPES"], Some(("OSL", 417))));
    }

    #[test]
    fn numbers_of_others() {
        check("LYDDA 000417", "TARSIS", (None, &[], Some(("LYDDA", 417))));
        check("SECTO 417", "TARSIS", (None, &[], Some(("SECTO", 417))));
        check("RPO DUBAI 000417", "DUBAI", (None, &[], Some(("RPODUBAI", 417))));
        check("MBFR VIENNA 0417", "VIENNA", (None, &[], Some(("MBFRVIENNA", 417))));
        check("USUN ROME 000417", "ROME", (None, &[], Some(("USUNROME", 417))));
        check("USNATO BRUSSELS 0417", "BRUSSELS", (None, &[], Some(("USNATOBRUSSELS", 417))));
        check("SIPDIS OECD PARIS 0417", "PARIS", (None, &["SIPDIS"], Some(("OECDPARIS", 417))));
        check("ROPES VIENNA 0417", "VIENNA", (None, &["ROPES"], Some(("VIENNA", 417))));
        check("USDA PARIS 0417", "PARIS", (None, &["USDA"], Some(("PARIS", 417))));
        check("MBFR ROPES VIENNA 0417", "VIENNA", (None, &["MBFR ROPES"], Some(("VIENNA", 417))));
        check("TALKS IN TARSIS 2004", "TARSIS", (None, &[], Some(("TALKSINTARSIS", 2004))));
        check("REF: TARSIS 1200 TARSIS 1234", "TARSIS", (None, &[], None));
        check("(REFTEL TARSIS 1200)", "TARSIS", (None, &[], None));
        check("REF LYDDA 123, TARSIS 1200", "TARSIS", (None, &[], None));
        check("SECTION 01 OF 02 REF LYDDA 417", "TARSIS", (Some((1, 2)), &[], None));
        check("TARSIS 1234 REF: TARSIS 1200", "TARSIS", (None, &[], Some(("TARSIS", 1234))));
        check("REFUGEES TARSIS 1234", "TARSIS", (None, &["REFUGEES"], Some(("TARSIS", 1234))));
        check("TARSIS A-417", "TARSIS", (None, &[], None));
        check("ROME A-417", "ROME", (None, &[], None));
        check("TARSIS 417SKIFFS", "TARSIS", (None, &[], None));
        check("SECTION 01 OF 02", "TARSIS", (Some((1, 2)), &[], None));
    }

    #[test]
    fn lines_by_place() {
        let check = |row: &str, expected: Option<&str>| {
            let sent = "R 160544Z JUN 75\nFM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n";
            let cable = crate::parse(&format!("{sent}\n{row}\n\nE.O. 11652: GDS\nTAGS: EWWT\nSUBJECT: ROPES\n"));
            let number = cable.reference_number.as_ref().and_then(|read| read.value.canonical());
            assert_eq!((cable.classification.is_some(), number.as_deref()), (expected.is_some(), expected), "{row}");
            assert!(expected.is_some() || cable.captions.is_empty() && cable.passing.is_empty(), "{row}");
        };
        check("UNCLAS (ROPES) TARSIS 4170", Some("75TARSIS4170"));
        check("UNCLAS (ROPES) TARSIS 000417 NODIS", Some("75TARSIS417"));
        check("CONFIDENTIAL TARSIS: 417", Some("75TARSIS417"));
        check("SECRET SERVICE PROTECTION 24 HOURS REQUESTED", None);
        check("SECRET SERVICE OFFICER, ROOM 1204", None);
        check("SECRET TREATY, TARSIS 1944", None);
        check("SECRET ENCLOSURE 2, TARSIS 1975", None);
        check("SECRET PROTOCOL, TARSIS 24 MARCH 1957", None);
        check("SECRET, TARSIS 24 MARCH 1957", None);
        check("CONFIDENTIAL HARBOUR BOARD, TARSIS 12", None);
        check("UNCLASSIFIED PARAS 3 AND 4", None);
        check("SECRET: LYDDA 4170", None);
    }
}
