//! Whether a line end is only a wrap, or the writer's.

mod cut;
mod list;

pub(crate) use cut::{is_closed, is_cut};
use list::goes_on_behind_mark;
pub(crate) use list::{SHORTEST_LIST, begins_entry, is_of_sentence, list_width, may_be_entry};

use crate::known::{is_word_of, last_word};
use crate::prose::is_unfinished;
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
            1 => had_room(above, below, width) || list::are_entries(above, below, width),
            _ => is_blank(gap) && !is_cut(above, below, gap),
        };
    if breaks { '\n' } else { ' ' }
}

/// Whether a line is the crosses that some copies have where rows are left out. It has exactly as many as those copies
/// do, and not those that stand for a name.
fn is_gap(line: &str) -> bool {
    matches!(line, "#####" | "###########")
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
    let has_ended = || above.ends_with(['.', ':', ';', '?', '!']) || is_title();
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
        && !goes_on(above)
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

/// Whether a line ends where another word must follow.
pub(crate) fn goes_on(line: &str) -> bool {
    line.ends_with([',', '-', '/']) || is_unfinished(line) && !line.ends_with(" A") || wants_more(line)
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

/// Whether a line ends with a verb or a preposition that another word follows.
fn wants_more(line: &str) -> bool {
    const WORDS: &str = "\
        after are be been before exceed had has have is nlt over per than through until was were within would";
    let last = last_word(line);
    last.len() < line.len() && is_word_of(last, WORDS)
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
pub(crate) mod tests {
    use super::{Setting, cuts_address, joint};
    use crate::Span;

    #[track_caller]
    pub fn check(above: &str, below: &str, width: usize, expected: char) {
        let setting = Setting { width, spaced: false };
        assert_eq!(joint(above, below, "\n", setting), expected, "{above} / {below}");
    }

    #[test]
    fn lines_with_room() {
        check("Ann Loam, Consul", "Tom Alder, notetaker", 60, '\n');
        check("HEADLINES", "BRIEFING", 17, '\n');
        check("THE OLD QUAY OF LYDDA IS SHUT", "(Gazette) The harbour master has seen it.", 50, '\n');
        check("NORTH QUAY 2 60 FT A", "NORTH QUAY 3", 60, '\n');
        check("The ropes of the boats at the quay:", "North 12", 46, '\n');
        check("#####", "of the harbour master", 60, '\n');
        check("the ropes of the", "###########", 60, '\n');
        check("the harbour master met", "##########", 60, ' ');
        check("##########", "and he said that", 60, ' ');
        check("##### 417", "of the harbour master", 60, ' ');
        check("Ropes and boats of the quay", "North Quay", 36, '\n');
    }

    #[test]
    fn rows_of_lists() {
        let list = "Harbour Master Jane Roe of the old quay\nSenior Clerk of the Board of the Quays of the North Tom\nAlder\nDr. Ann \
                    Loam, of the new quay\n\nLydda\n\nMinister Doe\nMr. Birch";
        let prose = |text: &str| crate::Logical::prose(text, &[Span::new(0, text.len() as u32)]).into_text();
        assert_eq!(
            prose(list),
            "Harbour Master Jane Roe of the old quay\nSenior Clerk of the Board of the Quays of the North Tom Alder\nDr. Ann Loam, of the \
             new quay\nLydda\nMinister Doe\nMr. Birch"
        );
        let apart = "Ann Loam, First Deputy Clerk of the Department of the Old\nQuay\n\nTom Alder, Clerk of the \
                     Harbours of the North and the South\n\nJane Roe, First Deputy Master of the Department of New\nBoats\n\n\
                     John Doe, Deputy Master of the Department of the Old\nQuay\n\nMr. Birch";
        assert_eq!(prose(apart), apart.replace("\n\n", "|").replace('\n', " ").replace('|', "\n"));
        let said = "Harbour Master Jane Roe has said that the\nQuay of the North is shut. Mr. Tom Alder of\nLydda saw the \
                    ropes. Nobody else did, and\nMinister Doe is away.";
        assert_eq!(prose(said), said.replace('\n', " "));
    }

    #[test]
    fn rows_that_were_blackened_out() {
        let check = |text: &str, expected: &str| {
            let whole = [Span::new(0, text.len() as u32)];
            assert_eq!(crate::Logical::prose(text, &whole).text(), expected, "{text}");
        };
        let below = "who keeps all of the boats that lie at the old quay.";
        check(
            &format!("Minister xxxxxxxxxxxx sent for\nConsul Roe,\n{below}"),
            &format!("Minister xxxxxxxxxxxx sent for Consul Roe, {below}"),
        );
        check(
            &format!("XXXXXXXXXXXX\nXXXXXXXXXXXX told Consul Roe,\n{below}"),
            &format!("XXXXXXXXXXXX XXXXXXXXXXXX told Consul Roe, {below}"),
        );
        for list in [
            format!("Minister XXXXXXXXXXXX left.\nConsul Roe is the one {below}"),
            format!("TALKS WITH XXXXXXXXXXXX OF TARSIS\nConsul Roe is the one {below}"),
            "The clerks of it are:\nXXXXXXXXXXXX, head of boats\nTom Alder, head of all of the ropes of the old quay"
                .to_owned(),
            "It was said.\nMinister XXXXXXXXXXXX\nColonel Birch of the quay and of all its boats and ropes".to_owned(),
            "It was said.\nXXXXXXXXXXXX\nBoats Are Old and Ropes Are Dear in All of the Harbour Towns".to_owned(),
        ] {
            check(&list, &list);
        }
    }

    #[test]
    fn every_second_line_blank() {
        let text = "The harbour master has seen it.\n\nHe has closed the quay and all of the\n\nboats in it, and he \
                    will not see the\n\nminister of the town before it is\n\nopen.\n\n\n\nHe is glad.";
        let setting = |text: &str| {
            let whole = Span::new(0, text.len() as u32);
            let lines: Vec<Span> = crate::line::rows(text, whole).collect();
            Setting::of(text, lines.iter().copied())
        };
        let spaced = setting(text);
        assert!(spaced.spaced);
        assert_eq!(joint("The harbour master has seen it, and so it is.", "He has", "\n\n", spaced), ' ');
        assert_eq!(joint("open.", "He is glad.", "\n\n\n\n", spaced), '\n');
        assert!(!setting("The quay is shut.\n\nNobody knows why.\n\nThe boats lie in\n\nthe bay.").spaced);
        let short = "The quay was shut on both days.\n\nThe harbour master keeps the ropes of the\n\nboats in it.";
        assert!(!setting(short).spaced);
        assert!(setting(&short.replace("\n\n", " \n\n")).spaced);
        assert!(!setting(&text.replacen("\n\n", "\n", 1)).spaced);
    }

    #[test]
    fn web_addresses() {
        for (above, below, cut) in [
            ("at http://quay.example/boats/", "ropes/index.htm.", true),
            ("at http://quay.example/boats", "/ropes", true),
            ("at http://quay.example/boats/", "The quay is shut.", false),
            ("at http://quay.example/boats", "ropes/index.htm", false),
            ("at http://quay.example/", "U.S. boats", false),
            ("at http://quay.example/", "9/11 boats", false),
            ("AT HTTP://QUAY.EXAMPLE/BOATS/", "ROPES.HTM", true),
            ("AT HTTP://QUAY.EXAMPLE/", "U.S. BOATS", false),
            ("of boats/", "ropes/nets", false),
            ("at www.quay.example/boats/", "ropes/index.htm", true),
            ("at WWW.QUAY.EXAMPLE/BOATS", "THE ROPES", false),
        ] {
            assert_eq!(cuts_address(above, below, "\n"), cut, "{above} / {below}");
        }
        assert!(!cuts_address("at http://quay.example/boats/", "ropes/index.htm", "\n\n"));
    }

    #[test]
    fn lines_that_were_wrapped() {
        check("The harbour master has closed the north", "Quay and the new one", 45, ' ');
        check("He asks for a visit of", "Minister Loam", 60, ' ');
        check("He will be at the quay from 15 to 17", "August, 2006.", 60, ' ');
        check("HE SAID THAT XXXXXXXXXXXX, HAVE", "GIVEN ROPES", 60, ' ');
        check("The boats that count are", "(8) old; (9) new.", 60, ' ');
        check("Ropes come to the quay not later than", "4 May of this year.", 60, ' ');
        check("Ropes are kept by the Board of Quays", "(BOQ) in the town.", 60, ' ');
        check("ROPES ARE KEPT BY THE BOARD OF QUAYS", "(BOQ) IN THE TOWN.", 60, ' ');
        check("BOARD OF QUAYS", "(the old one) met.", 60, ' ');
        check("Ropes are kept by:", "(in the town) Ann Loam", 60, '\n');
        check("They were laid in", "2003. Nobody was asked.", 23, ' ');
        check("Boats come to the quay within", "4 days of it.", 60, ' ');
        check("Boats of the quay (see paragraph", "6c) are old.", 60, ' ');
        check("The boats of the north are in the bay. (Note:", "Nobody asked.", 60, ' ');
    }
}
