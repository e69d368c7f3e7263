//! Whether a line end is only a wrap, or the writer's.

mod cut;
mod list;
mod room;
mod series;

pub(crate) use cut::is_cut;
use list::goes_on_behind_mark;
pub(crate) use list::{SHORTEST_LIST, begins_entry, is_of_sentence, list_width, may_be_entry};
pub(crate) use room::{Room, is_unwrapped};
pub(crate) use series::Label;

use crate::known::{is_one_of, last_word};
use crate::prose::{Ending, wants_word};
use crate::redaction::{has_redaction, has_small_besides, is_redacted};
use crate::words::{has_small, is_number, slice, starts_with_any_case};
use crate::{Span, date, item, line};

/// Lines of telegrams are at most 69 characters long (ACP 127). A line longer than this has been re-flowed and says
/// nothing about where its neighbours wrap.
pub(crate) const LONGEST_WRAPPED: usize = 80;

/// The width that the Department sets its text in.
const WIDTH: usize = 55;

/// A line that a print cut in the middle of a sentence is at least this long.
pub(crate) const SHORTEST_CUT: usize = 40;

/// How the lines of a paragraph are set, which two lines do not show by themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// Length of the longest line, which hints at the width that all were wrapped to.
    pub width: usize,
    /// Whether every second line is blank, so that one blank line is a line end.
    pub spaced: bool,
}

impl Setting {
    /// The setting of `lines`.
    pub fn of(source: &str, lines: impl Iterator<Item = Span> + Clone) -> Self {
        let width = lines.clone().map(|line| line.len() as usize).max().unwrap_or(0);
        Self { width, spaced: width <= LONGEST_WRAPPED && is_spaced(source, lines) }
    }
}

/// Whether every second line of a paragraph is blank: no two lines are parted by a single line end, and most blank
/// lines cut a sentence.
fn is_spaced(source: &str, lines: impl Iterator<Item = Span> + Clone) -> bool {
    /// Fewer cuts can come from page breaks.
    const FEWEST: usize = 3;
    let pairs = lines.clone().zip(lines.skip(1));
    let gap = |(above, below): (Span, Span)| Span::new(above.end, below.start).of(source);
    // Most paragraphs answer with their first line end.
    if pairs.clone().any(|pair| line_ends(gap(pair)) == 1) {
        return false;
    }
    // A copy that sets a blank behind every line also has one on the writer's own blank lines.
    let is_added = || pairs.clone().all(|pair| gap(pair).starts_with(' '));
    let is_cut = |(above, below): &(Span, Span)| is_cut(above.of(source), below.of(source), gap((*above, *below)));
    let cut = pairs.clone().filter(is_cut).count();
    let fewest = if cut < FEWEST && is_added() { 1 } else { FEWEST };
    cut >= fewest && cut.saturating_mul(2) >= pairs.count()
}

/// What belongs between two lines of prose, a blank or a line break, given the bytes between them and how the paragraph
/// is set.
pub(crate) fn joint(above: &str, below: &str, gap: &str, setting: Setting) -> char {
    let Setting { width, spaced } = setting;
    let ends = if spaced && blank_lines(gap) == 1 { 1 } else { line_ends(gap) };
    let breaks = is_gap(above)
        || is_gap(below)
        || item::is_below(above, below) && !goes_on_behind_mark(above, below, width)
        || match ends {
            0 => false,
            1 => {
                had_room(above, below, width)
                    || list::are_entries(above, below, width)
                    || is_formula(above) && begins_large(below)
            }
            _ => is_blank(gap) && !is_cut(above, below, gap),
        };
    if breaks { '\n' } else { ' ' }
}

/// Whether a line is the crosses that some copies have where rows are left out. It has exactly as many as those copies
/// do, and not those that stand for a name.
fn is_gap(line: &str) -> bool {
    matches!(line, "#####" | "###########")
}

/// Whether a line is the salutation of a letter, `Dear Mr. Roe,`, or the formula above its signature.
fn is_formula(line: &str) -> bool {
    const CLOSINGS: [&str; 6] =
        ["Respectfully", "Sincerely", "Sincerely yours", "Yours sincerely", "Best regards", "With best regards"];
    line.strip_suffix(',')
        .filter(|words| words.len() < SHORTEST_CUT)
        .is_some_and(|words| words.starts_with("Dear ") && !words.contains(',') || is_one_of(words, &CLOSINGS))
}

/// The line of `source` that `row` ends, or its last bytes: a row can begin in the middle of its line.
pub(crate) fn end_of_line(source: &str, row: Span) -> &str {
    let end = row.end as usize;
    let start = end.saturating_sub(LONGEST_WRAPPED).min(row.start as usize);
    let before = (start..end).find_map(|start| source.get(start..end)).unwrap_or_default();
    let line_end = memchr::memrchr2(b'\n', b'\r', before.as_bytes()).unwrap_or(0);
    before.get(line_end..).unwrap_or_default().trim_start()
}

/// Whether the writer broke a line in front of `below`.
pub(crate) fn is_broken(above: &str, below: &str) -> bool {
    had_room(above, below, WIDTH)
}

/// Whether the line above had room for the first word of the line below, so that the writer broke it and not the
/// wrapping. Nobody breaks a line behind `of`, `than` or `have`, or between a day and its month; a row of a table can
/// end with the letter A.
fn had_room(above: &str, below: &str, width: usize) -> bool {
    // A bracket or a number at the start of a line can go on with the line above: the bracket where that is an
    // unfinished sentence, `the Board` / `(the old one) met`, the number where it has an open bracket. A title in
    // capitals has ended: `OLD QUAY SHUT` / `(Gazette) The harbour master said`.
    let is_title =
        || !has_small(above) && below.split_once(") ").is_some_and(|(_, text)| begins_large(text) && has_small(text));
    let has_ended = || Ending::of(above).is_of_part() || is_title();
    let begins = || match below.chars().next() {
        Some('(') => has_ended(),
        Some('0'..='9') => !item::opens_bracket(above),
        _ => begins_large(below),
    };
    // No copy is wrapped narrower than this. A paragraph of shorter lines is a list, and a list begins behind a colon.
    let is_quoted = || below.starts_with(['"', '“']);
    let is_list = width < SHORTEST_CUT || announces(above) && !is_quoted();
    let width = width.max(SHORTEST_CUT);
    width <= LONGEST_WRAPPED
        && (is_list || above.len() < width.saturating_mul(3) / 4)
        && begins()
        && !wants_word(above)
        && !is_date(above, below)
        && fits(above, below, width)
}

/// Whether a line of a sentence was longer before something in it was blackened out. A name as well as a sentence can
/// follow redacted words at its end, and a title in capitals is no sentence.
pub(crate) fn hides_width(above: &str, below: &str, gap: &str) -> bool {
    has_redaction(above)
        && above.ends_with(char::is_alphanumeric)
        && line_ends(gap) == 1
        && may_be_word(below)
        && match is_redacted(last_word(above)) {
            true => is_redacted(slice(below, ..first_word(below))),
            false => has_small_besides(above),
        }
}

/// Whether the first word of the line below would have stood on the line above.
fn fits(above: &str, below: &str, width: usize) -> bool {
    above.len().saturating_add(first_word(below)) < width.saturating_sub(1)
}

/// Whether a line can begin inside a sentence and is no item of a list.
fn may_be_word(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“')) && !item::is_item(line)
}

/// Whether a line begins with a capital, or with a quotation.
fn begins_large(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
}

/// Whether a line ends with a colon in front of a list. Behind a single word inside a line, `She left. (Note:`, a
/// sentence follows.
fn announces(line: &str) -> bool {
    let Some(front) = line.strip_suffix(':') else { return false };
    let last = front.rsplit(['.', '(', '?', '!']).next().unwrap_or_default();
    last.len() == front.len() || last.trim_start().contains(' ')
}

/// Whether the line end between two lines cuts a web address, behind or in front of one of its strokes.
pub(crate) fn cuts_address(above: &str, below: &str, gap: &str) -> bool {
    // Few lines meet like that.
    let goes_on = above.ends_with(['/', '_', '=', '?', '&']);
    if !goes_on && !below.starts_with('/') {
        return false;
    }
    let last = last_word(above);
    if !last.contains("://") && !starts_with_any_case(last, "www.") || line_ends(gap) > 1 {
        return false;
    }
    let next = slice(below, ..first_word(below)).trim_end_matches(['.', ',', ')']);
    // Names in an address in small letters begin with a small letter; `U.S.` is no part of any address.
    let is_name = next.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_uppercase() && !has_small(last));
    let has_ending = next.rsplit_once('.').is_some_and(|(_, ending)| ending.len() > 1);
    let is_part = is_name && (next.contains(['/', '_', '=', '?']) || has_ending);
    !goes_on || next.starts_with('/') || is_part
}

/// Whether a line end stands between a day and its month: `15 to 17` / `August, 2006`.
fn is_date(above: &str, below: &str) -> bool {
    let day = last_word(above);
    let month = below.split([' ', ',', '.']).next().unwrap_or_default();
    is_number(day) && day.len() <= 2 && month.len() >= 3 && date::month(month).is_some()
}

/// Length of a line's first word.
pub(crate) fn first_word(line: &str) -> usize {
    line.find(char::is_whitespace).unwrap_or(line.len())
}

/// How many line ends stand in the white space between two lines, counted up to two.
pub fn line_ends(gap: &str) -> usize {
    let count = |end: u8| gap.bytes().filter(|byte| *byte == end).take(2).count();
    count(b'\n').max(count(b'\r'))
}

/// How many blank lines stand between two lines, counted up to two.
fn blank_lines(gap: &str) -> usize {
    gap.bytes().filter(|byte| *byte == b'\n').take(3).count().saturating_sub(1)
}

/// Whether the gap holds only what a copy left at the ends of lines. Where a page marker was taken out of it, it is a
/// wrap.
fn is_blank(gap: &str) -> bool {
    line::rows(gap, Span::new(0, gap.len() as u32)).next().is_none()
}

#[cfg(test)]
pub(crate) mod tests;
