//! Rows above a label that look like titles and are the end of the paragraph above: the value of a label, the last item
//! of a list, an address, figures in columns.

use super::heading::{is_labelled, is_rule};
use super::words::without_mark;
use crate::body::words_above;
use crate::known::holds_one_of;
use crate::mark::is_marked;
use crate::row::{Gap, Row};
use crate::table;
use crate::words::slice;

/// This many items of a list are looked at, up to what opens it.
const MOST_ITEMS: usize = 16;

/// This many rows on either side show whether a row is one of a table.
const MOST_NEIGHBOURS: usize = 3;

/// This many figures in columns make a row one of a table.
const FEWEST_FIGURES: usize = 2;

/// Whether the row at `at` belongs to what stands above it: behind a colon, in a list that a colon opens, as an
/// address, or as the last row of a table.
pub(super) fn is_value(text: &str, rows: &[Row], at: usize) -> bool {
    let line = |at| rows.get(at).map_or("", |row: &Row| row.span.of(text));
    let own = line(at);
    let opens = |at: usize| words_above(text, rows, at).ends_with(':');
    // Items of a list are made alike: `Jane Roe, Lydda, 1997`.
    let is_alike = |item: &usize| marks(own).next().is_some() && marks(line(*item)).eq(marks(own));
    let first = at.saturating_sub(MOST_ITEMS);
    // A title can end with a colon, too.
    !own.ends_with(':')
        && (is_address(own)
            || has_figures(own)
            || is_tabular(text, rows, at)
            || (first..=at).rev().take_while(|item| *item == at || is_alike(item)).any(opens))
}

/// The marks of a line, in order.
fn marks(line: &str) -> impl Iterator<Item = char> + '_ {
    line.chars().filter(|c| !c.is_alphanumeric() && *c != ' ')
}

/// Whether a line is a row of a table with figures in its last columns: `ALL   13,830   259`.
fn has_figures(line: &str) -> bool {
    let is_figure = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    table::is_row(line) && line.split("   ").map(str::trim).filter(is_figure).count() >= FEWEST_FIGURES
}

/// Whether the row at `at` is one of a table: its neighbours, perhaps beyond a rule, have columns as well. Beyond a
/// blank line this holds only if the row shows columns by itself or has more than two cells: a title can have a wide
/// gap, too.
pub(super) fn is_tabular(text: &str, rows: &[Row], at: usize) -> bool {
    let cells_of = |row: &Row| without_marks(row.span.of(text));
    let may_be = |line: &str| table::may_be_row(line) && !is_labelled(line) && !is_spaced(line);
    let Some(own) = rows.get(at).map(cells_of).filter(|own| may_be(own)) else { return false };
    let (cells, shows) = (table::cells(own), table::is_row(own) || table::ends_with_figure(own));
    let reaches = |lower: &Row| lower.gap != Gap::Blank || shows || cells > 2;
    let (above, below) = rows.split_at_checked(at).unwrap_or_default();
    let uppers = above.iter().rev().zip(rows.iter().take(at.saturating_add(1)).rev());
    let lowers = below.iter().skip(1).map(|row| (row, row));
    let belongs = |(row, lower): &(&Row, &Row)| reaches(lower) && (is_rule(row.span.of(text)) || may_be(cells_of(row)));
    let near = uppers.take(MOST_NEIGHBOURS).take_while(belongs).chain(lowers.take(MOST_NEIGHBOURS).take_while(belongs));
    near.map(|(row, _)| cells_of(row)).filter(|line| !is_rule(line)).any(|line| {
        let is_alike = || shows || table::cells(line) == cells;
        table::has_columns(own) || table::has_columns(line) && is_alike()
    })
}

/// A row without the portion marks in front of it and behind it: `COMMENT   (C)`.
fn without_marks(line: &str) -> &str {
    let line = without_mark(line);
    match line.rsplit_once('(') {
        Some((front, _)) if line.ends_with(')') && is_marked(slice(line, front.len()..)) => {
            front.trim_end_matches([' ', '-'])
        }
        _ => line,
    }
}

/// Whether words stand in spaced letters, with more blanks between them: `B O A T S   A N D   Q U A Y`.
fn is_spaced(line: &str) -> bool {
    let letters = line.split("  ").next().unwrap_or_default();
    letters.contains(' ') && letters.split(' ').all(|letter| letter.len() == 1)
}

/// Whether a row of a table stands right above or below the rule at `rule`, which is then part of the table.
pub(in crate::body) fn is_beside_table(text: &str, rows: &[Row], rule: usize) -> bool {
    [rule.checked_sub(1), rule.checked_add(1)].into_iter().flatten().any(|at| is_tabular(text, rows, at))
}

/// Whether a line holds the address of a page or the name of a file, which a wrap can tear.
fn is_address(line: &str) -> bool {
    holds_one_of(line, &["://", "www.", "%20", ".pdf", ".doc", ".htm", ".gov"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, row};

    #[test]
    fn tables_are_whole() {
        let check = |rows: &str, expected: &[&str]| {
            let text = format!("1. (C) It is so:\n\n{rows}\n\n2. (C) It is shut.\n");
            let prose = |paragraph: &crate::Paragraph| crate::Logical::prose(&text, &paragraph.pieces).into_text();
            assert_eq!(crate::parse(&text).paragraphs.iter().map(prose).collect::<Vec<_>>(), expected);
        };
        const TABLE: &str = "----------------------\nQuay    Boats    Crews\n----------------------\nNorth      12       40\n\
            ====\nAll  12       40";
        check(TABLE, &[&format!("It is so:\n{TABLE}"), "It is shut."]);
        check("It is old.\n-----\nNobody  knows.", &["It is so:\nIt is old.", "Nobody knows.", "It is shut."]);
    }

    #[test]
    fn values() {
        for (text, expected) in [
            ("PURPOSE:\n\nFor the boats of Lydda", true),
            ("These sailed:\n\nJane Roe, Lydda, 1997\n\nJohn Doe, Tarsis, 1998", true),
            ("It is shut.\n\nJane Roe, Lydda, 1997\n\nJohn Doe, Tarsis, 1998", false),
            ("These sailed:\n\nJane Roe, Lydda, 1997\n\nThe quay", false),
            ("These sailed:\n\nBoats\n\nThe quay", false),
            ("It is on the net.\n\nRopes2006%20 final .pdf", true),
            ("It is shut.\n\nThe quay", false),
            ("These sailed:\n\nThe boats:", false),
            ("The quay", false),
            ("It is shut.\n\nREGION    13,830      259", true),
            ("It is shut.\n\nBUDGET OF LYDDA  2007  2008", false),
            ("It is shut.\n\nTALKS ON MAY 4  --  5  --  6", false),
            ("It is shut.\n\nBUDGET OF LYDDA    2007", false),
            ("It is shut.\n\nELECTIONS OF 2004, 2006 AND 2008", false),
        ] {
            let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
            assert_eq!(is_value(text, &rows, rows.len() - 1), expected, "{text}");
        }
    }
}
