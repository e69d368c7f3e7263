//! Tables: neighbouring lines whose words stand in columns, which are lost with the blanks between them.

use crate::prose::{Ending, is_unfinished};
use crate::{item, wrap};
use memchr::{memchr, memchr2, memmem::Finder};
use std::{ops::Range, sync::LazyLock};

/// What sets columns apart where no tab does: more blanks than stand between two sentences.
const APART: &str = "   ";
static FIND_APART: LazyLock<Finder> = LazyLock::new(|| Finder::new(APART));

/// Blanks between two cells that are as wide as their columns.
const CLOSE: usize = 2;

/// A gap this wide is meant, wherever it stands; one behind a full stop must be wider.
const WIDE: usize = 4;

/// Columns of a line printer. A longer line is a paragraph whose wraps were lost.
const LONGEST_ROW: usize = 132;

/// A title above columns, or the rest of a cell, is no longer than this and is indented at least [`SET_IN`] further
/// than the rows.
const LONGEST_TITLE: usize = 50;
const SET_IN: usize = 8;

/// Fewer lines are no table: a stray gap in a line of prose makes none unless it is wide.
const FEWEST_ROWS: usize = 2;

/// Lines inside a table that may be no rows, if they end no sentence: a rule, a title, the rest of one.
const MOST_BETWEEN: usize = 2;

/// A row of a table at most this many lines away shows that one with less between its words is another: a rule can
/// stand between.
const NEAR: usize = 2;

/// Whether any line of a text may be a row of a table; few paragraphs have one, and asking each line takes a while.
pub(crate) fn may_hold(text: &str) -> bool {
    FIND_APART.find(text.as_bytes()).is_some() || memchr(b'\t', text.as_bytes()).is_some()
}

/// The gaps of a line with at least `fewest` blanks, or with a tab, each with what stands in front of it. The gap
/// behind the label of an item does not count.
fn gaps(line: &str, fewest: usize) -> impl Iterator<Item = (&str, &str)> {
    let label = if item::is_item(line) { wrap::first_word(line) } else { 0 };
    let mut at = label;
    std::iter::from_fn(move || {
        loop {
            let start = at.saturating_add(memchr2(b' ', b'\t', line.as_bytes().get(at..)?)?);
            let (before, behind) = line.split_at_checked(start)?;
            let gap = behind.get(..behind.find(|c| !matches!(c, ' ' | '\t'))?)?;
            at = start.saturating_add(gap.len());
            if start > label && (gap.len() >= fewest || gap.contains('\t')) {
                return Some((before, gap));
            }
        }
    })
}

/// Whether a line, trimmed of white space, is a row of a table: wide blanks stand in it behind a word, not behind a
/// sentence, a label or a bullet.
pub(crate) fn has_columns(line: &str) -> bool {
    line.len() <= LONGEST_ROW && has_cell(line, APART.len())
}

/// Whether a line beside a row of a table can be one itself: a short line can have only two blanks where its cells are
/// as wide as their columns.
pub(crate) fn may_be_row(line: &str) -> bool {
    // Few lines have a gap at all.
    if !line.contains("  ") && !line.contains('\t') {
        return false;
    }
    has_columns(line)
        || line.len() <= LONGEST_TITLE
            && !Ending::of(line).is_of_part()
            && !is_unfinished(line)
            && has_cell(line, CLOSE)
            && cells_behind(line).any(|cell| !cell.starts_with(char::is_lowercase))
}

/// What stands behind each gap of a row; in prose that begins with a small letter.
fn cells_behind(line: &str) -> impl Iterator<Item = &str> {
    gaps(line, CLOSE).filter_map(|(before, gap)| line.get(before.len().saturating_add(gap.len())..))
}

/// How many cells a row has.
pub(crate) fn cells(line: &str) -> usize {
    cells_behind(line).count().saturating_add(1)
}

/// Whether the last cell of a row is a figure: `12`, `(40)`, `$5`.
pub(crate) fn ends_with_figure(line: &str) -> bool {
    let is_figure =
        |cell: &str| cell.trim_start_matches(['(', '$', '-', '+']).starts_with(|c: char| c.is_ascii_digit());
    cells_behind(line).last().is_some_and(is_figure)
}

fn has_cell(line: &str, fewest: usize) -> bool {
    let is_cell = |(before, gap): (&str, &str)| {
        let word = before.trim_end_matches([')', '"', '*']);
        word.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '$'))
            || word.ends_with('.') && gap.len() > WIDE && before.len() > WIDE
    };
    gaps(line, fewest).any(is_cell)
}

/// Whether a line is a row of a table wherever it stands.
pub(crate) fn is_row(line: &str) -> bool {
    has_columns(line) && is_wide(line)
}

/// Whether a row shows by its own gaps that it is one of a table.
fn is_wide(line: &str) -> bool {
    gaps(line, WIDE).any(|(before, gap)| gap.len() >= WIDE && !before.ends_with('.'))
}

/// Which of `lines`, with the blanks in front of them, are tables: ranges of their indices, in order.
pub(crate) fn among(lines: &[&str]) -> Vec<Range<usize>> {
    let indent = |line: &str| line.len().saturating_sub(line.trim_start().len());
    let rows: Vec<bool> = lines.iter().map(|line| has_columns(line.trim())).collect();
    let in_rows = lines.iter().zip(&rows).filter(|(_, is_row)| **is_row).map(|(line, _)| indent(line));
    let Some(edge) = in_rows.min() else { return Vec::new() };
    let is_title = |line: &str| line.trim().len() <= LONGEST_TITLE && indent(line) >= edge.saturating_add(SET_IN);
    let is_rule = |line: &str| !line.contains(char::is_alphanumeric);
    let is_beside = |at: usize| rows.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR + 1).any(|is_row| *is_row);
    let belongs = |at, line: &str| is_rule(line) || is_title(line) || may_be_row(line.trim()) && is_beside(at);
    let mut found: Vec<Found> = Vec::new();
    for (at, (line, &is_row)) in lines.iter().zip(&rows).enumerate() {
        if !is_row && !belongs(at, line) {
            continue;
        }
        let goes_on = |table: &mut Found| {
            let between = lines.get(table.lines.end..at).unwrap_or_default();
            let is_prose = |line: &&str| line.len() > wrap::LONGEST_WRAPPED || Ending::of(line.trim_end()).is_of_part();
            between.len() <= MOST_BETWEEN && !between.iter().any(is_prose)
        };
        let lone = || Found { lines: at..at, rows: 0, is_wide: false };
        let mut table = found.pop_if(goes_on).unwrap_or_else(lone);
        table.lines.end = at.saturating_add(1);
        table.rows = table.rows.saturating_add(usize::from(is_row));
        table.is_wide |= is_row && is_wide(line.trim());
        found.push(table);
    }
    found.retain(|table| table.rows >= FEWEST_ROWS || table.is_wide);
    found.into_iter().map(|table| table.lines).collect()
}

/// Lines that may be a table.
struct Found {
    lines: Range<usize>,
    /// How many of them have columns.
    rows: usize,
    is_wide: bool,
}

/// Finds the tables of a [logical text](crate::Logical), each as whole lines, in order.
///
/// ```
/// let text = "They are these:\nQuay       Boats\nNorth         12\nNobody counted more.";
/// let tables: Vec<_> = cable::tables(text).into_iter().map(|table| &text[table]).collect();
/// assert_eq!(tables, ["Quay       Boats\nNorth         12\n"]);
/// ```
pub fn tables(text: &str) -> Vec<Range<usize>> {
    if !may_hold(text) {
        return Vec::new();
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let starts =
        lines.iter().scan(0_usize, |next, line| Some(std::mem::replace(next, next.saturating_add(line.len()))));
    let starts: Vec<usize> = starts.chain([text.len()]).collect();
    let start = |line: usize| starts.get(line).copied().unwrap_or(text.len());
    among(&lines).into_iter().map(|table| start(table.start)..start(table.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tables(text).into_iter().map(|table| &text[table]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows() {
        check("", &[]);
        check("one\ntwo", &[]);
        check("Quay   Boats\nNorth     12", &["Quay   Boats\nNorth     12"]);
        check("They are:\nQuay    12\nNobody knows more.", &["Quay    12\n"]);
        check("They are:\nQuay   Boats\nNorth     12\nNo more.", &["Quay   Boats\nNorth     12\n"]);
        let cells = "           Boats   Crews\nNorth      12      40 %\nSouth (new)    1";
        check(cells, &[cells]);
        let tabs = "Quay\tBoats\nNorth\t12";
        check(tabs, &[tabs]);
        let stops = "Sr.  Alder, J.      12\nJr.  Loam, A.        1";
        check(stops, &[stops]);
    }

    #[test]
    fn titles_and_rests_of_cells() {
        let table = "          OLD QUAYS\nNorth    Ann Loam,\n           Mayor\nSouth    Tom Alder\n";
        check(&format!("They are these:\n{table}Nobody knows more."), &[table]);
    }

    #[test]
    fn lines_beside_rows() {
        let close = "Year  Boats\n-----------\n2006      2\n2007  14\n===\n";
        check(&format!("They are these:\n{close}Nobody knows more."), &[close]);
        check("It is  shut, and\nQuay   Boats\nNorth     12", &["Quay   Boats\nNorth     12"]);
        check("It  is\n\n-----\nquiet", &[]);
        const CELLS: &str = "Quay   Boats\nNorth     12\n";
        check(&format!("{CELLS}The Mayor  said that it was not so and that\nhe did not know"), &[CELLS]);
        check(&format!("the quay  is old\nand all  of them\n{CELLS}"), &[CELLS]);
        let small = format!("quay  boats  2006\n{CELLS}");
        check(&small, &[&small]);
    }

    #[test]
    fn lines_between_rows() {
        check("Quay   Boats\n----\nNorth     12", &["Quay   Boats\n----\nNorth     12"]);
        check("Quay   Boats\nThese lie\nhere.\nNorth   12", &[]);
        check("Quay    Boats\nThese\nhere:\nQuay    Crews\n", &["Quay    Boats\n", "Quay    Crews\n"]);
    }

    #[test]
    fn gaps_in_prose() {
        check("The quay is   closed\nand will stay so.", &[]);
        check("It is closed.   Nobody\nknows why.   Nobody asks.", &[]);
        check("It is closed (and will be.)    So\nit stays.", &[]);
        check(&["The quay    is closed. "; 10].concat(), &[]);
        check("SUBJ:     QUAY\nREF:      NONE", &[]);
        check("--   the quay\n--   the bay", &[]);
        check("(a)    the quay\nof the town\n(b)    the bay", &[]);
        check("1)\tthe quay\n2)\tthe bay", &[]);
    }
}
