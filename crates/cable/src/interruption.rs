//! What a print laid over the text: page markers and the banners around them.

use crate::words::{is_number, words};
use crate::{Span, line, sort_by_place};
use memchr::memmem;

/// A stretch that interrupts the text without being part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interruption {
    /// What it is.
    pub kind: InterruptionKind,
    /// Its bytes, without the white space around them.
    pub span: Span,
    /// The telegram's number, where it says so.
    pub number: Option<u32>,
    /// The page or section that begins behind it, and how many there are, where it says so.
    pub page: Option<(u16, u16)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InterruptionKind {
    /// `TARSIS 00000417  002 OF 002`, `PAGE 02 TARSIS 04321 01 OF 03 171200Z`
    PageMarker,
    /// A classification printed at the head or foot of a page.
    Banner,
    /// The header of a later section, or of the same telegram sent again.
    SectionHeader,
    /// The line that a joined file has in front of a telegram.
    Separator,
}

impl Interruption {
    /// One without number or page.
    pub fn between(kind: InterruptionKind, span: Span) -> Self {
        Self { kind, span, number: None, page: None }
    }
}

/// A post's name has at most this many words (`USUN NEW YORK`, `PORT AU PRINCE`).
const POST_WORDS: usize = 4;

/// Every page marker and banner of `text` besides those already `found`, in order and apart from each other.
pub(crate) fn interruptions(text: &str, span: Span, mut found: Vec<Interruption>) -> Vec<Interruption> {
    let mut free = span.start;
    for at in memmem::find_iter(span.of(text).as_bytes(), " OF ") {
        let at = span.start + at as u32;
        if let Some(marker) = counted_marker(text, Span::new(free, span.end), at) {
            free = marker.span.end;
            found.push(marker);
        }
    }
    for at in memmem::find_iter(span.of(text).as_bytes(), "PAGE ") {
        if let Some(marker) = page_line(text, span, span.start + at as u32) {
            found.push(marker);
        }
    }
    sort_by_place(&mut found, |marker| [marker.span.start, !marker.span.end, 0]);
    found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    with_banners(text, span, found)
}

/// `POST 00000417  002 OF 002`, with ` OF ` at `at`: three digits on both sides, eight digits and a post in front.
fn counted_marker(text: &str, room: Span, at: u32) -> Option<Interruption> {
    let before = Span::new(room.start, at).of(text);
    let after = Span::new(at + 4, room.end).of(text);
    let of = after.get(..3).filter(|of| is_number(of))?;
    if after.as_bytes().get(3).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let (front, page) = last_word(before)?;
    let (front, number) = last_word(front)?;
    // Some systems count parts of a section: `001.2 OF 002`.
    let (page, part) = page.split_once('.').unwrap_or((page, ""));
    let counted = page.len() == 3 && is_number(page) && (part.is_empty() || is_number(part));
    // A redaction can stand where post and number stood.
    let numbered = number.len() >= 5 && is_number(number) || is_redaction(number) && ends_line(front);
    if !counted || !numbered {
        return None;
    }
    let start = at as usize - (before.len() - post_start(front, is_redaction(number)).unwrap_or(front.len()));
    Some(Interruption {
        kind: InterruptionKind::PageMarker,
        span: line::trim(text, Span::new(start as u32, at + 7)),
        number: number.parse().ok(),
        page: Some((page.parse().ok()?, of.parse().ok()?)),
    })
}

/// Where the post's name begins that ends `front`: at the line's start, behind two blanks, or one word back.
fn post_start(front: &str, none: bool) -> Option<usize> {
    if none {
        return Some(front.trim_end_matches([' ', '\t']).len());
    }
    let mut start = front.len();
    let mut rest = front;
    for _ in 0..POST_WORDS {
        let Some((before, word)) = last_word(rest) else { break };
        let upper = word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'-' | b'\''));
        if !upper && !is_redaction(word) {
            break;
        }
        start = before.len();
        if ends_line(before) || before.ends_with("  ") {
            return Some(start);
        }
        rest = before;
    }
    // In the middle of a line nothing shows where the sentence ends and the post begins: take one word.
    let (before, word) = last_word(front)?;
    (start < front.len() && word.len() > 1).then_some(before.len())
}

/// `PAGE 02 TARSIS 04321 01 OF 03 171200Z` and `PAGE 02 RUEHXRA0170 S E C R E T` at the start of a line.
fn page_line(text: &str, span: Span, at: u32) -> Option<Interruption> {
    let before = Span::new(span.start, at).of(text).trim_end_matches([' ', '\t']);
    // A page can break behind the label of the addressees.
    let label = ["TO", "INFO"].into_iter().find_map(|label| before.strip_suffix(label));
    if !ends_line(before) && !label.is_some_and(ends_line) {
        return None;
    }
    let rest = Span::new(at, span.end).of(text);
    let line = rest.get(..rest.find(['\n', '\r']).unwrap_or(rest.len()))?;
    let mut words = words(line).skip(1);
    let page = words.next().map(|word| &line[word]).filter(|page| page.len() <= 3 && is_number(page))?.parse().ok()?;
    // The post, and a number that may be joined to it.
    let carries_number = |word: &str| word.len() >= 4 && word.bytes().rev().take(4).all(|byte| byte.is_ascii_digit());
    let is_post = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase());
    let number = words
        .by_ref()
        .take(POST_WORDS + 1)
        .find(|word| carries_number(&line[word.clone()]) || !is_post(&line[word.clone()]))
        .filter(|word| carries_number(&line[word.clone()]))?;
    // What follows the number on a marker: section count, time of receipt, classification.
    let goes_on = |word: &str| {
        is_number(word)
            || matches!(word, "OF" | "UNCLAS")
            || word.len() == 1 && is_post(word)
            || word.strip_suffix('Z').is_some_and(|time| time.len() == 6 && is_number(time))
    };
    let end = words.take_while(|word| goes_on(&line[word.clone()])).last().map_or(number.end, |word| word.end);
    Some(Interruption {
        kind: InterruptionKind::PageMarker,
        span: Span::new(at, at + end as u32),
        number: None,
        page: Some((page, 0)),
    })
}

/// Adds the banners that stand right above or below a `PAGE` line: a line that is a classification and no more, or
/// such a word behind two blanks at the end of the line above.
fn with_banners(text: &str, span: Span, markers: Vec<Interruption>) -> Vec<Interruption> {
    let mut all: Vec<Interruption> = Vec::with_capacity(markers.len());
    for marker in markers {
        let free = all.last().map_or(span.start, |last| last.span.end);
        if Span::new(marker.span.start, span.end).of(text).starts_with("PAGE ") {
            let above = Span::new(free, marker.span.start);
            if let Some(banner) = banner_at_end(text, above) {
                all.push(Interruption { kind: InterruptionKind::Banner, span: banner, number: None, page: None });
            }
        }
        all.push(marker);
    }
    all
}

fn banner_at_end(text: &str, above: Span) -> Option<Span> {
    let trimmed = above.of(text).trim_end();
    let word = ["CONFIDENTIAL", "SECRET", "UNCLASSIFIED", "LIMITED OFFICIAL USE"].into_iter().find(|banner| {
        trimmed.strip_suffix(banner).is_some_and(|before| ends_line(before) || before.ends_with("  "))
    })?;
    let end = above.start + trimmed.len() as u32;
    Some(line::trim(text, Span::new(end - word.len() as u32, end)))
}

/// Whether nothing but blanks stands between the last line end (or the start) and the end of `before`.
fn ends_line(before: &str) -> bool {
    let trimmed = before.trim_end_matches([' ', '\t']);
    trimmed.is_empty() || trimmed.ends_with(['\n', '\r'])
}

/// The last word of a line and what stands before it, or `None` where the line begins.
fn last_word(before: &str) -> Option<(&str, &str)> {
    let trimmed = before.trim_end_matches([' ', '\t']);
    let start = trimmed.rfind([' ', '\t', '\n', '\r']).map_or(0, |at| at + 1);
    let word = &trimmed[start..];
    (!word.is_empty()).then_some((&trimmed[..start], word))
}

fn is_redaction(word: &str) -> bool {
    word.len() >= 4 && word.bytes().all(|byte| byte == b'X')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let span = Span::new(0, text.len() as u32);
        let found: Vec<_> = interruptions(text, span, Vec::new()).iter().map(|found| found.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_markers() {
        check("so\n\nTARSIS 00000417 002 OF 002\n\nmost", &["TARSIS 00000417 002 OF 002"]);
        check("NEW TARSIS 00000013  002 OF 002 \nand", &["NEW TARSIS 00000013  002 OF 002"]);
        check("TARSIS 00001657 002 OF 002 French firms", &["TARSIS 00001657 002 OF 002"]);
        check("knows that  TARSIS 00000228  002 OF 002   it", &["TARSIS 00000228  002 OF 002"]);
        check("TARSIS 00000440 001.2 OF 002\nnext", &["TARSIS 00000440 001.2 OF 002"]);
        check("XXXXXXXXXXXX  002 OF 002\nnext", &["XXXXXXXXXXXX  002 OF 002"]);
        check(
            "A,  CONFIDENTIAL\nPAGE 04 TARSIS 04321 01 OF 03 171200Z COALITION",
            &["CONFIDENTIAL", "PAGE 04 TARSIS 04321 01 OF 03 171200Z"],
        );
        check("TO PAGE 02  TARSIS 04321  171200Z\nAMEMBASSY LYDDA", &["PAGE 02  TARSIS 04321  171200Z"]);
        check("PAGE 02 RUEHXRA0170 UNCLAS\ntext", &["PAGE 02 RUEHXRA0170 UNCLAS"]);
        check("PAGE 02 RUEHXRA0170 S E C R E T\ntext", &["PAGE 02 RUEHXRA0170 S E C R E T"]);
    }

    #[test]
    fn leaves_prose() {
        check("SECTION 01 OF 02 TARSIS 000417", &[]);
        check("in 100 OF 200 cases", &[]);
        check("PAGE 2 OF THE BOOK", &[]);
        check("see PAGE 02 TARSIS 04321", &[]);
    }
}
