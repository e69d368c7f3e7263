//! Page lines of the Department's printers, with the banners around them: `PAGE 02 TARSIS 04321 01 OF 03 171200Z`.

use super::{Interruption, InterruptionKind, POST_WORDS, begins_line};
use crate::envelope::date_time_group;
use crate::hyphen::{Hyphen, hyphen};
use crate::known::{is_among, last_word};
use crate::words::{first_is, has_small, head, is_number, last_is, slice, words};
use crate::{Span, date, heading, line, markup};
use memchr::memmem;
use std::ops::Range;

/// A page line is no longer than this, even if a copy broke it in two.
const LONGEST: usize = 160;

/// Classifications as a printer sets them at the head and foot of a page, the longer ones first.
const BANNERS: [&str; 5] = ["LIMITED OFFICIAL USE", "TOP SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "SECRET"];

/// The foot of one page and the head of the next, each perhaps printed twice.
const MOST_BANNERS: usize = 4;

/// The page line that begins at `at`, which must begin a line: page, post and number, section, time of receipt, and on
/// some circuits the level. A copy can have broken the line behind the page or the number.
pub(super) fn page_line(text: &str, span: Span, at: u32) -> Option<Interruption> {
    let before = Span::new(span.start, at).of(text).trim_end_matches([' ', '\t']);
    // A page can break behind the label of the addressees.
    let label = ["TO", "INFO"].into_iter().find_map(|label| before.strip_suffix(label));
    if !begins_line(before) && !label.is_some_and(begins_line) {
        return None;
    }
    let head = head(Span::new(at, span.end).of(text), LONGEST);
    let mut rest = Rest { head, at: "PAGE".len() };
    let page = rest.next(0)?;
    let page = head.get(page).filter(|page| page.len() <= 3 && is_number(page))?;
    // Behind blank rows, only a time of receipt shows that the row continues the line.
    let is_near = rest.next(1);
    let post = is_near.clone().or_else(|| rest.next(usize::MAX))?;
    let mut number = post.clone();
    let mut names = 0..POST_WORDS;
    while !carries_number(head.get(number.clone())?) {
        names.next().filter(|_| head.get(number).is_some_and(is_name))?;
        number = rest.next(0)?;
    }
    // A number joined to a routing indicator is the station's serial.
    let digits = head.get(number.clone()).filter(|digits| is_number(digits));
    let numbered = digits.map(|_| line::trim(text, place(at, post.start..number.end)));
    rest.series();
    let section = rest.section();
    let before = rest.at;
    rest.time();
    if is_near.is_none() && rest.at == before {
        return None;
    }
    rest.level();
    Some(Interruption {
        kind: InterruptionKind::PageMarker,
        span: Span::new(at, at.saturating_add(rest.at as u32)),
        numbered,
        number: digits.and_then(|digits| digits.parse().ok()),
        page: page.parse().ok(),
        section,
    })
}

/// What stands behind the page line at the start of a row; the whole row if it begins with none.
pub(crate) fn behind_page_line(row: &str) -> &str {
    let whole = Span::new(0, row.len() as u32);
    let line = if row.starts_with("PAGE ") { page_line(row, whole, 0) } else { None };
    line.map_or(row, |line| Span::new(line.span.end, whole.end).of(row).trim_start())
}

/// The numbers that the page lines in `span` give, in order.
pub(crate) fn page_numbers(text: &str, span: Span) -> impl Iterator<Item = u32> + '_ {
    let pages = memmem::find_iter(span.of(text).as_bytes(), "PAGE ");
    pages.filter_map(move |at| page_line(text, span, span.offset(at))?.number)
}

/// The banners right above a page line, the nearest first: lines with only a classification, or such a word behind two
/// blanks at the end of the line above, or joined there to the beginning of a word that the page cuts.
pub(super) fn banners(text: &str, above: Span, line: Span) -> impl Iterator<Item = Interruption> + '_ {
    let mut above = above;
    let behind = head(text.get(line.end as usize..).unwrap_or_default(), LONGEST).trim_start();
    let mut below = None;
    std::iter::from_fn(move || {
        let trimmed = above.of(text).trim_end();
        let bare = without_print_number(trimmed);
        let (banner, start) = BANNERS.into_iter().find_map(|banner| {
            let before = bare.strip_suffix(banner)?;
            let is_joined = || below == Some(banner) && (ends_with_cut_word(before) || is_cut_word(before, behind));
            (begins_line(before) || before.ends_with("  ") || is_joined()).then_some((banner, before.len()))
        })?;
        below = Some(banner);
        let span = Span::new(above.offset(start), above.offset(trimmed.len()));
        above.end = span.start;
        Some(Interruption::between(InterruptionKind::Banner, span))
    })
    .take(MOST_BANNERS)
}

/// The foot of one page and the head of the next in a heading: the same level on two rows. The classification line,
/// which has a number, shows that they are not the telegram's own. They stand above a label or directly below one.
pub(super) fn feet_and_heads(text: &str, near: Span) -> impl Iterator<Item = Interruption> + '_ {
    let heading_end = move || {
        let is_own = |line: &str| {
            line.len() < LONGEST && last_is(line, u8::is_ascii_digit) && heading::classification(line).is_some()
        };
        let (mut end, mut is_numbered) = (near.start, false);
        for row in line::rows(text, near).take_while(|row| !begins_paragraph(row.of(text))) {
            let is_number = is_own(row.of(text));
            is_numbered |= is_number;
            end = if is_number || heading::label(row.of(text)).is_some() { row.end } else { end };
        }
        is_numbered.then_some(end)
    };
    let mut end = None;
    let rows = near.of(text);
    let pairs = BANNERS.into_iter().flat_map(move |banner| {
        memmem::find_iter(rows.as_bytes(), banner).filter_map(move |at| {
            let (before, foot) = rows.split_at_checked(at)?;
            let gap = foot.strip_prefix(banner)?;
            let head = gap.trim_start();
            let behind = head.strip_prefix(banner)?;
            let is_row = |behind: &str| behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            (begins_line(before) && is_row(gap) && is_row(behind))
                .then(|| near.part(at..rows.len().saturating_sub(behind.len())))
        })
    });
    pairs
        .filter(move |pair| {
            let end = end.get_or_insert_with(heading_end);
            end.is_some_and(|end| Span::new(end.min(pair.start), pair.start).of(text).trim().is_empty())
        })
        .map(|pair| Interruption::between(InterruptionKind::Banner, pair))
}

/// Whether a line begins with the number of a paragraph, which ends the heading.
fn begins_paragraph(line: &str) -> bool {
    let label = slice(line, markup::anchor(line)..);
    let behind = label.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < label.len() && behind.starts_with(['.', ')'])
}

/// Whether a line ends with a syllable in capitals that does not make another word of a classification, as in
/// `NONSECRET`.
fn ends_with_cut_word(line: &str) -> bool {
    let last = last_word(line);
    let is_syllable = (2..=4).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_uppercase());
    is_syllable && last.len() < line.len() && !makes_other_word(last)
}

/// Whether the word at the end of a line continues behind the page line, with or without its hyphen:
/// `AGREE-CONFIDENTIAL`, then `MENT`.
fn is_cut_word(line: &str, behind: &str) -> bool {
    let divided = line.trim_end_matches(' ').strip_suffix('-');
    let last = last_word(divided.unwrap_or(line));
    let is_capital = |word: &str| first_is(word, u8::is_ascii_uppercase) && !has_small(word);
    let goes_on = || hyphen("", Span::default(), &[last, "-"].concat(), behind) == Some(Hyphen::Divides);
    is_capital(last) && is_capital(behind.get(..2).unwrap_or_default()) && !makes_other_word(last) && goes_on()
}

fn makes_other_word(first: &str) -> bool {
    is_among(first, "NATO NON SEMI TOP UK US")
}

/// The classifications that are banners of a print.
pub(super) fn printed(text: &str, banners: &[Interruption]) -> Vec<&'static str> {
    let is_printed = |name: &&str| banners.iter().any(|banner| banner.span.of(text).starts_with(name));
    BANNERS.into_iter().filter(is_printed).collect()
}

/// The banner at the end of the row above a page line, behind one blank, where a copy joined it to the text. Only a
/// banner that the print has elsewhere counts.
pub(super) fn joined_banner(text: &str, above: Span, printed: &[&str]) -> Option<Interruption> {
    let trimmed = above.of(text).trim_end();
    let is_last = |banner: &&&str| trimmed.strip_suffix(**banner).is_some_and(|front| front.ends_with(' '));
    let banner = printed.iter().find(is_last)?;
    let start = trimmed.len().checked_sub(banner.len())?;
    let span = Span::new(above.offset(start), above.offset(trimmed.len()));
    Some(Interruption::between(InterruptionKind::Banner, span))
}

/// The line without the number that a print's first page has behind the banner: `UNCLASSIFIED     PTQ0417`.
pub(crate) fn without_print_number(line: &str) -> &str {
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = line.len().saturating_sub(bare.len());
    let letters = bare.len().saturating_sub(bare.trim_end_matches(|c: char| c.is_ascii_uppercase()).len());
    match bare.len().checked_sub(3).and_then(|end| bare.get(..end)) {
        Some(before) if digits == 4 && letters == 3 && before.ends_with(' ') => before.trim_end_matches(' '),
        _ => line,
    }
}

/// The part of a page line that is still to be read. Each step changes nothing if other words follow.
struct Rest<'a> {
    head: &'a str,
    at: usize,
}

impl Rest<'_> {
    /// The next word, if at most `line_ends` line ends stand in front of it.
    fn next(&mut self, line_ends: usize) -> Option<Range<usize>> {
        let rest = self.head.get(self.at..)?;
        let word = words(rest).next()?;
        (crate::wrap::line_ends(rest.get(..word.start)?) <= line_ends).then_some(())?;
        let word = self.at.saturating_add(word.start)..self.at.saturating_add(word.end);
        self.at = word.end;
        Some(word)
    }

    /// Whether the row has nothing more.
    fn ends_row(&self) -> bool {
        let behind = self.head.get(self.at..).unwrap_or_default().trim_start_matches([' ', '\t']);
        behind.is_empty() || behind.starts_with(['\n', '\r'])
    }

    /// `TOSEC 010042`: the number in the series of telegrams to or from the Secretary of State on a journey.
    fn series(&mut self) {
        let before = self.at;
        let name = self.next(0).and_then(|word| self.head.get(word));
        let number = self.next(0).and_then(|word| self.head.get(word));
        let is_series = matches!(name, Some("TOSEC" | "SECTO")) && number.is_some_and(is_number);
        self.at = if is_series { self.at } else { before };
    }

    /// `01 OF 03`
    fn section(&mut self) -> Option<(u16, u16)> {
        let before = self.at;
        let mut read = || {
            let number = self.next(1)?;
            let of = self.next(0)?;
            let all = self.next(0)?;
            let short = |word: Range<usize>| self.head.get(word).filter(|word| word.len() <= 3)?.parse().ok();
            (self.head.get(of)? == "OF").then_some((short(number)?, short(all)?))
        };
        let section = read();
        self.at = if section.is_some() { self.at } else { before };
        section
    }

    /// `171200Z`, in copies of 1973 `171200 Z`, in the head of a message handler's page `171200Z JUN 96`
    fn time(&mut self) {
        let before = self.at;
        let word = self.next(0).and_then(|word| self.head.get(word)).unwrap_or_default();
        // At the end of a row, scans have a figure for the zone.
        let misread = date_time_group::minute_before_misread_zone(word).filter(|_| self.ends_row());
        let time = word.strip_suffix('Z').or(misread).or_else(|| {
            let zone = self.next(0).and_then(|zone| self.head.get(zone));
            (zone == Some("Z")).then_some(word)
        });
        if !time.is_some_and(|time| time.len() == 6 && is_number(time)) {
            self.at = before;
            return;
        }
        let before = self.at;
        let month = self.next(0).and_then(|month| self.head.get(month)).and_then(date::month);
        let year = self.next(0).and_then(|year| self.head.get(year));
        let is_dated = month.is_some() && year.is_some_and(|year| year.len() == 2 && is_number(year));
        self.at = if is_dated && self.ends_row() { self.at } else { before };
    }

    /// `S E C R E T`, `UNCLAS`: fewer spaced letters are a word of the text, as in `A SHIP`
    fn level(&mut self) {
        const SHORTEST: usize = "SECRET".len();
        let before = self.at;
        if self.next(0).is_some_and(|word| self.head.get(word) == Some("UNCLAS")) {
            return;
        }
        self.at = before;
        let (mut end, mut letters) = (before, 0usize);
        while let Some(letter) = self.next(0).filter(|word| word.len() == 1)
            && self.head.get(letter).is_some_and(is_name)
        {
            (end, letters) = (self.at, letters.saturating_add(1));
        }
        self.at = if letters < SHORTEST { before } else { end };
    }
}

/// A telegram's number has four digits or more; some circuits join it to a routing indicator.
fn carries_number(word: &str) -> bool {
    word.len() >= 4 && word.bytes().rev().take(4).all(|byte| byte.is_ascii_digit())
}

fn is_name(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

fn place(at: u32, range: Range<usize>) -> Span {
    Span::new(at.saturating_add(range.start as u32), at.saturating_add(range.end as u32))
}
