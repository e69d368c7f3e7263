//! What a print laid over the text: page markers and the banners around them.
//!
//! This file reads markers that count the sections of a telegram, and `post` the post in front of them. `page` reads
//! page lines, `printed_page` those of programs that print, `release` what is printed over a telegram released under
//! the Freedom of Information Act, `review` the stamp of its reviewer.

mod page;
mod post;
mod printed_page;
mod release;
mod review;

pub(crate) use page::{behind_page_line, page_numbers, without_print_number};
pub(crate) use printed_page::printed_pages;
pub(crate) use release::{is_print_number, released};

use crate::heading::SIPDIS;
pub(crate) use crate::overlay::{Interruption, InterruptionKind};
use crate::redaction::is_redacted;
use crate::words::{self, is_number};
use crate::{Span, line, sort_by_place};
use memchr::memmem;

/// The part that every counting marker has, with the first of the three digits: no telegram has a hundred sections.
/// Most other places of the word are in prose.
const COUNTS: [&str; 2] = [" OF 0", " of 0"];

/// Classification lines stand at most this far from a telegram's start, except behind very long lists of addressees.
const LONGEST_HEADER: usize = 4096;

/// A post's name has at most this many words (`USUN NEW YORK`, `PORT AU PRINCE`).
const POST_WORDS: usize = 4;

/// Every page marker and banner of `text` besides those already `found`, in order and apart from each other.
pub(crate) fn interruptions(text: &str, span: Span, mut found: Vec<Interruption>) -> Vec<Interruption> {
    for counts in COUNTS {
        let mut free = span.start;
        for at in memmem::find_iter(span.of(text).as_bytes(), counts) {
            let at = span.offset(at);
            let head = words::head(span.of(text), LONGEST_HEADER);
            if let Some(marker) = counted_marker(text, head, Span::new(free, span.end), at, counts) {
                free = marker.span.end;
                found.push(marker);
            }
        }
    }
    for at in memmem::find_iter(span.of(text).as_bytes(), "PAGE ") {
        if let Some(marker) = page::page_line(text, span, span.offset(at)) {
            found.push(marker);
        }
    }
    in_order(&mut found);
    let mut free = span.start;
    let mut banners = Vec::new();
    // A page line without a banner can have one joined to the text above it.
    let mut without = Vec::new();
    for marker in &found {
        if marker.is_page_line() || marker.kind == InterruptionKind::Stamp {
            let above = Span::new(free, marker.span.start);
            let count = banners.len();
            banners.extend(page::banners(text, above, marker.span));
            without.extend((banners.len() == count && marker.is_page_line()).then_some(above));
        }
        free = marker.span.end;
    }
    let printed = page::printed(text, &banners);
    banners.extend(without.into_iter().filter_map(|above| page::joined_banner(text, above, &printed)));
    let is_known = |pair: &Interruption| {
        let mut known = found.iter().chain(&banners);
        known.any(|known| known.span.start < pair.span.end && pair.span.start < known.span.end)
    };
    let near = words::head(span.of(text), LONGEST_HEADER);
    let pairs = page::feet_and_heads(text, span.split_at(near.len()).0);
    let pairs: Vec<Interruption> = pairs.filter(|pair| !is_known(pair)).collect();
    banners.extend(pairs);
    if !banners.is_empty() {
        found.extend(banners);
        in_order(&mut found);
    }
    found
}

fn in_order(found: &mut Vec<Interruption>) {
    sort_by_place(found, |marker| [marker.span.start, !marker.span.end, 0]);
    found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
}

/// `POST 00000417  002 OF 002`, with ` OF ` at `at`: three digits on both sides, eight digits and a post in front. A
/// copy that is not in capitals has it in small letters. `header` holds the first rows of the telegram.
fn counted_marker(text: &str, header: &str, room: Span, at: u32, counts: &str) -> Option<Interruption> {
    let before = Span::new(room.start, at).of(text);
    let after = Span::new(at, room.end).of(text).get(counts.len().checked_sub(1)?..)?;
    let whole = after.split_at_checked(3).filter(|(of, _)| is_number(of));
    let (of, behind) = whole.or_else(|| cut_count(after))?;
    if behind.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The caption of the header, printed again on the same row.
    let again = behind.trim_start_matches(' ').strip_prefix(SIPDIS);
    let again = again.filter(|behind| behind.starts_with(' ') && header.lines().any(|row| row.trim() == SIPDIS));
    let behind = again.unwrap_or(behind);
    let (front, page) = last_word(before)?;
    let (front, number) = last_word(front)?;
    // Some systems count parts of a section: `001.2 OF 002`.
    let (page, part) = page.split_once('.').unwrap_or((page, ""));
    let counted = page.len() == 3 && is_number(page) && (part.is_empty() || is_number(part));
    // A redaction can stand in place of post and number.
    let numbered = number.len() >= 5 && is_number(number) || is_redacted(number) && begins_line(front);
    if !counted || !numbered {
        return None;
    }
    let is_small = counts.contains('o');
    let post = post::of_header(front, header).or_else(|| post::start(front, is_redacted(number), is_small));
    let start = room.offset(post.unwrap_or(front.len()));
    let end = room.end.saturating_sub(behind.len() as u32);
    Some(Interruption {
        kind: InterruptionKind::PageMarker,
        span: line::trim(text, Span::new(start, end)),
        numbered: None,
        number: number.parse().ok(),
        page: None,
        // A copy that was cut off does not say how many there are.
        section: whole.and_then(|_| Some((page.parse().ok()?, of.parse().ok()?))),
    })
}

/// The count that an excerpt cut off with dots at its end, and what stands behind the dots: `001.2 OF 0...`
fn cut_count(after: &str) -> Option<(&str, &str)> {
    let dots = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = dots.strip_prefix("..")?.trim_start_matches('.');
    let cut = after.len().saturating_sub(behind.len());
    behind.trim_start().is_empty().then(|| after.split_at_checked(cut)).flatten()
}

/// Whether only blanks stand between the last line end (or the start) and the end of `before`.
pub(crate) fn begins_line(before: &str) -> bool {
    let trimmed = before.trim_end_matches([' ', '\t']);
    trimmed.is_empty() || trimmed.ends_with(['\n', '\r'])
}

/// The last word of a line and what stands before it; `None` at the start of the line.
fn last_word(before: &str) -> Option<(&str, &str)> {
    let trimmed = before.trim_end_matches([' ', '\t']);
    let word = trimmed.rsplit([' ', '\t', '\n', '\r']).next().filter(|word| !word.is_empty())?;
    Some((trimmed.strip_suffix(word)?, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let span = Span::new(0, text.len() as u32);
        let found = interruptions(text, span, Vec::new());
        let found: Vec<_> = found.iter().map(|found| found.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_markers() {
        check("so\n\nTARSIS 00000417 002 OF 002\n\nmost", &["TARSIS 00000417 002 OF 002"]);
        check("------ TARSIS 00000417 002 OF 003", &["TARSIS 00000417 002 OF 003"]);
        check("NEW TARSIS 00000013  002 OF 002 \nand", &["NEW TARSIS 00000013  002 OF 002"]);
        check("TARSIS 00001657 002 OF 002 French firms", &["TARSIS 00001657 002 OF 002"]);
        check("knows that  TARSIS 00000228  002 OF 002   it", &["TARSIS 00000228  002 OF 002"]);
        check("TARSIS 00000440 001.2 OF 002\nnext", &["TARSIS 00000440 001.2 OF 002"]);
        check("so\nNew Tarsis 00000440 001.2 of 002\nnext", &["New Tarsis 00000440 001.2 of 002"]);
        check("as he said. Tarsis 00000440  002 of 002 It", &["Tarsis 00000440  002 of 002"]);
        check("REF: TARSIS 12\nTARSIS 00000440 001.2 OF 0...\n", &["TARSIS 00000440 001.2 OF 0..."]);
        check(
            "UNCLAS ROWAN BURGH 000228\nit is in ROWAN BURG 00000228  002 OF 002  2006",
            &["ROWAN BURG 00000228  002 OF 002"],
        );
        check(
            "FM AMEMBASSY ROWAN ON TARN \n\nUNCLAS\nSUBJECT: NEW ROWAN ON TARN 00000228  001.2 OF 002\nSECRET",
            &["ROWAN ON TARN 00000228  001.2 OF 002"],
        );
        check(
            "FM AMEMBASSY TARSIS\n\nSECRET NOFORN TARSIS 000228\nit is NOFORN TARSIS 00000228 002 OF 002",
            &["TARSIS 00000228 002 OF 002"],
        );
        check("FM AMEMBASSY TARSIS\nSo the AMEMBASSY TARSIS 00000228 002 OF 002 ", &["TARSIS 00000228 002 OF 002"]);
        check("UNCLAS TARSIS 000228\nIt is in TARSIS 00000228 002 OF 002", &["TARSIS 00000228 002 OF 002"]);
        check(
            "UNCLAS TARSIS 000228\nREF: ROWAN TARSIS 228\nso in ROWAN TARSIS 00000228 002 OF 002",
            &["TARSIS 00000228 002 OF 002"],
        );
        check("it is in ROWAN BURG 00000228  002 OF 002  2006", &["BURG 00000228  002 OF 002"]);
        check("XXXXXXXXXXXX  002 OF 002\nnext", &["XXXXXXXXXXXX  002 OF 002"]);
        check(
            "A,  CONFIDENTIAL\nPAGE 04 TARSIS 04321 01 OF 03 171200Z COALITION",
            &["CONFIDENTIAL", "PAGE 04 TARSIS 04321 01 OF 03 171200Z"],
        );
        check(
            "A  SECRET\nPAGE 02  STATE 015113\nB XXXX SECRET\nPAGE 03  STATE 015113 C",
            &["SECRET", "PAGE 02  STATE 015113", "SECRET", "PAGE 03  STATE 015113"],
        );
        check("IT IS SECRET\nPAGE 02  STATE 015113\nB", &["PAGE 02  STATE 015113"]);
        check("A\n SECRET     PTQ0417\nPAGE 02  STATE 015113\nB", &["SECRET     PTQ0417", "PAGE 02  STATE 015113"]);
        check("TO PAGE 02  TARSIS 04321  171200Z\nAMEMBASSY LYDDA", &["PAGE 02  TARSIS 04321  171200Z"]);
        check("PAGE 02 RUEHXRA0170 UNCLAS\ntext", &["PAGE 02 RUEHXRA0170 UNCLAS"]);
        check("PAGE 02 RUEHXRA0170 S E C R E T\ntext", &["PAGE 02 RUEHXRA0170 S E C R E T"]);
        check("A\n\nSECRET\n\n\nSECRET\n\nPAGE 02  STATE 015113\n\nB", &["SECRET", "SECRET", "PAGE 02  STATE 015113"]);
        check("IN A DIFSECRET\nSECRET\nPAGE 02  STATE 015113\nFERENT", &["SECRET", "SECRET", "PAGE 02  STATE 015113"]);
        for joined in ["A NONSECRET", "A TOPSECRET", "A SEMISECRET", "TARSISSECRET", "A DIF,SECRET", "A TARSISSECRET"] {
            check(&format!("{joined}\nSECRET\nPAGE 02  STATE 015113\nB"), &["SECRET", "PAGE 02  STATE 015113"]);
        }
        const PAGE: &str = "PAGE 02  STATE 015113";
        for (cut, rest) in [
            ("THE AGREE-SECRET", "MENT"),
            ("THE AGREESECRET", "MENT"),
            ("THE AGREE- SECRET", "MENT"),
            ("COMMUNI-SECRET", "CATIONS OF LYDDA"),
        ] {
            check(&format!("{cut}\nSECRET\n{PAGE}\n{rest}"), &["SECRET", "SECRET", PAGE]);
            check(&format!("{cut}\n{PAGE}\n{rest}"), &[PAGE]);
        }
        for (joined, rest) in [
            ("IT IS NON-SECRET", "SENSE"),
            ("IT IS TOP-SECRET", "ICAL"),
            ("THE TRADE-SECRET", "OF THE QUAY"),
            ("THE AGREE SECRET", "MENT"),
            ("It is agree-SECRET", "ment"),
            ("THE MINISTRY-SECRET", "PAPERS"),
        ] {
            check(&format!("{joined}\nSECRET\n{PAGE}\n{rest}"), &["SECRET", PAGE]);
        }
        check("IN A DIFSECRET\nCONFIDENTIAL\nPAGE 02  STATE 015113\nB", &["CONFIDENTIAL", "PAGE 02  STATE 015113"]);
        check("IN A DIFSECRET\nPAGE 02  STATE 015113\nB", &["PAGE 02  STATE 015113"]);
        check("PAGE 02  STATE 311722  TOSEC 340058\nB", &["PAGE 02  STATE 311722  TOSEC 340058"]);
        check("PAGE 01\nSTATE  297216\nORIGIN SS-25", &["PAGE 01\nSTATE  297216"]);
        check("PAGE 01  TARSIS 00905\n01 OF 03  060018Z\nACTION", &["PAGE 01  TARSIS 00905\n01 OF 03  060018Z"]);
        check("A\nPAGE 02\n\n\nTARSIS 00905 01 OF 03 060018Z\nB", &["PAGE 02\n\n\nTARSIS 00905 01 OF 03 060018Z"]);
        check("PAGE 02 EC BRU 05448 02 OF 02 211200Z\nB 12 SHIPS", &["PAGE 02 EC BRU 05448 02 OF 02 211200Z"]);
        check("PAGE 02 TARSIS 07114 241329 Z\nOPEN", &["PAGE 02 TARSIS 07114 241329 Z"]);
        check("PAGE 01 STATE 15113 181745Z JUN 97\nA SHIP", &["PAGE 01 STATE 15113 181745Z JUN 97"]);
        check("PAGE 01 STATE 15113 181745Z MAY 12 SHIPS", &["PAGE 01 STATE 15113 181745Z"]);
        check("PAGE 03 STATE 015113 A SHIP", &["PAGE 03 STATE 015113"]);
        check("PAGE 03 STATE 015113 01 OF 02 1717452\nA SHIP", &["PAGE 03 STATE 015113 01 OF 02 1717452"]);
        check("PAGE 03 STATE 015113 1717452 SHIPS", &["PAGE 03 STATE 015113"]);
        check("PAGE 03 STATE 015113 4100002\nA SHIP", &["PAGE 03 STATE 015113"]);
        check("PAGE 03 STATE 015113 12 SHIPS OF", &["PAGE 03 STATE 015113"]);
        check("PAGE 03 STATE 015113 120000 SHIPS", &["PAGE 03 STATE 015113"]);
    }

    #[test]
    fn pages_of_a_heading() {
        const HEADER: &str = "FM AMEMBASSY TARSIS\nINFO AMEMBASSY LYDDA\n";
        for (rows, found) in [
            ("SECRET\n\nSECRET\nAMCONSUL ROWAN\nSECRET TARSIS 0417\n", 1),
            ("SECRET TARSIS 0417\nSUBJECT: ROPES\nSECRET\nSECRET\nAND BOATS\n", 1),
            ("SECRET\nSECRET\nSUBJECT: ROPES\n", 0),
            ("SECRET\nNOFORN\nSECRET\nSECRET TARSIS 0417\n", 0),
            ("SECRET\nCONFIDENTIAL\nSECRET TARSIS 0417\n", 0),
            ("SECRET TARSIS 0417\nSUBJECT: ROPES\n1. THE LEVELS ARE:\nSECRET\nSECRET\nREF: LYDDA 1\n", 0),
            ("SECRET TARSIS 0417\nSUBJECT: ROPES\n\nTHE BOX WAS MARKED:\nSECRET\nSECRET\n", 0),
        ] {
            let text = format!("{HEADER}{rows}");
            assert_eq!(interruptions(&text, Span::new(0, text.len() as u32), Vec::new()).len(), found, "{text}");
        }
        check(
            "SIPDIS\nREF: A. LYDDA 1\nTARSIS 00000417  002 OF 002 SIPDIS B. LYDDA 2",
            &["TARSIS 00000417  002 OF 002 SIPDIS"],
        );
        check("TARSIS 00000417  002 OF 002 SIPDIS B. LYDDA 2", &["TARSIS 00000417  002 OF 002"]);
    }

    #[test]
    fn leaves_prose() {
        check("SECTION 01 OF 02 TARSIS 000417", &[]);
        check("in 100 OF 200 cases", &[]);
        check("in 100 of 200 cases", &[]);
        check("TARSIS 00000440 001 OF 0... and so on", &[]);
        check("PAGE 2 OF THE BOOK", &[]);
        check("see PAGE 02 TARSIS 04321", &[]);
        check("PAGE 02\n\nOF TARSIS", &[]);
        check("TARSIS 04321 171200Z\nPAGE 02\nB", &[]);
        check("PAGE 02\n\nTARSIS 00905 IS READ AT 060018Z", &[]);
    }
}
