//! Tables: neighbouring lines whose words stand in columns, which are lost with the blanks between them.

use memchr::memmem::Finder;
use std::{ops::Range, sync::LazyLock};

/// What sets columns apart: more blanks than stand between two sentences.
static APART: LazyLock<Finder> = LazyLock::new(|| Finder::new("   "));

/// Columns of a line printer. A longer line is a paragraph whose wraps were lost.
const LONGEST_ROW: usize = 132;

/// Fewer lines are no table: a stray gap in a line of prose makes none, unless it is wide.
const FEWEST_LINES: usize = 2;

/// A gap that is as wide is meant.
const WIDE: &str = "    ";

/// Lines inside a table that may have no columns: the rest of a cell, a rule, a heading of its own.
const MOST_LINES_BETWEEN: usize = 1;

/// Whether any line of a text may be a row of a table; few paragraphs have one, and asking each line takes a while.
pub(crate) fn may_hold(text: &str) -> bool {
    APART.find(text.as_bytes()).is_some()
}

/// Whether a line without white space around it is a row of a table: blanks stand behind a word in it, not behind a
/// sentence, a label or a bullet.
fn has_columns(line: &str) -> bool {
    let is_cell = |before: &str| {
        before.trim_end_matches([')', '"', '*']).ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '$'))
    };
    line.len() <= LONGEST_ROW && APART.find_iter(line.as_bytes()).filter_map(|at| line.get(..at)).any(is_cell)
}

/// Which of `lines` are tables: ranges of their indices, in order.
pub(crate) fn among<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_table = true;
    for (at, line) in lines.map(str::trim).enumerate().filter(|(_, line)| has_columns(line)) {
        let end = at.saturating_add(1);
        match found.last_mut().filter(|table| at.saturating_sub(table.end) <= MOST_LINES_BETWEEN) {
            Some(table) => {
                table.end = end;
                is_table |= table.len() >= FEWEST_LINES;
            }
            None => {
                found.pop_if(|_| !is_table);
                found.push(at..end);
                is_table = false;
            }
        }
        is_table |= line.contains(WIDE);
    }
    found.pop_if(|_| !is_table);
    found
}

/// Where the tables of a [logical text](crate::Logical) stand, each as whole lines, in order.
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
    let lines = || text.split_inclusive('\n');
    let starts = lines().scan(0_usize, |next, line| Some(std::mem::replace(next, next.saturating_add(line.len()))));
    let starts: Vec<usize> = starts.chain([text.len()]).collect();
    let start = |line: usize| starts.get(line).copied().unwrap_or(text.len());
    among(lines()).into_iter().map(|table| start(table.start)..start(table.end)).collect()
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
    }

    #[test]
    fn lines_between_rows() {
        check("Quay   Boats\n----\nNorth     12", &["Quay   Boats\n----\nNorth     12"]);
        check("Quay   Boats\n\n\nNorth   12", &[]);
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
    }
}
