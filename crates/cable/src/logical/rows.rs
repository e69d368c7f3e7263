//! The lines that a logical text is made of.

use crate::{Span, line, table, wrap};

/// A line of the pieces, without the white space around it.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub span: Span,
    /// Whether it is known to begin where its line does: the first row of a piece can begin in the middle.
    is_whole: bool,
    /// Whether it is a row of a table.
    pub is_tabular: bool,
    /// Whether it begins an entry of a list, below another.
    pub begins_entry: bool,
}

impl Row {
    /// The line that it ends.
    pub fn line<'a>(&self, source: &'a str) -> &'a str {
        if self.is_whole { self.span.of(source) } else { wrap::end_of_line(source, self.span) }
    }
}

/// The lines of `pieces` with something on them.
pub(super) fn rows(source: &str, pieces: &[Span]) -> Vec<Row> {
    let bytes: usize = pieces.iter().map(|piece| piece.len() as usize).sum();
    let mut rows: Vec<Row> = Vec::with_capacity((bytes / 32).saturating_add(pieces.len()));
    for piece in pieces {
        let first = rows.len();
        rows.extend(line::rows(source, *piece).map(|span| Row {
            span,
            is_whole: true,
            is_tabular: false,
            begins_entry: false,
        }));
        rows.iter_mut().skip(first).take(1).for_each(|row| row.is_whole = false);
    }
    rows
}

/// The lines of `pieces` with something on them, with the rows of lists and tables marked.
pub(super) fn rows_of_prose(source: &str, pieces: &[Span]) -> Vec<Row> {
    let mut rows = rows(source, pieces);
    set_lists(source, &mut rows);
    if pieces.iter().any(|piece| table::may_hold(piece.of(source))) {
        set_tables(source, &mut rows);
    }
    rows
}

/// Marks the rows that begin an entry of a list.
fn set_lists(source: &str, rows: &mut [Row]) {
    let ends = |row: &Row| !wrap::may_be_entry(row.span.of(source));
    for run in rows.split_mut(ends).filter(|run| run.len() >= wrap::SHORTEST_LIST) {
        set_entries(source, run);
    }
}

/// Whether the first of these rows belongs to a sentence that goes on below it, although it could be an entry by its
/// form.
pub(super) fn are_sentence(source: &str, rows: &[Row]) -> bool {
    /// In prose few rows in succession begin with a capital.
    const MOST: usize = 16;
    let mut lines = rows.iter().take(MOST).map(|row| row.span.of(source));
    lines.find(|line| !wrap::may_be_entry(line)).is_some_and(wrap::is_of_sentence)
}

/// Marks the entries of rows that may be a list.
fn set_entries(source: &str, rows: &mut [Row]) {
    let lines: Vec<&str> = rows.iter().map(|row| row.line(source)).collect();
    let gap = |pair: &[Row]| match pair {
        [above, below] => Span::new(above.span.end, below.span.start).of(source),
        _ => "",
    };
    let apart: Vec<bool> = rows.windows(2).map(|pair| wrap::line_ends(gap(pair)) > 1).collect();
    let Some(width) = wrap::list_width(&lines, apart.iter().filter(|is_apart| **is_apart).count()) else { return };
    for ((row, pair), is_apart) in rows.iter_mut().skip(1).zip(lines.windows(2)).zip(apart) {
        let [above, below] = pair else { continue };
        row.begins_entry = wrap::begins_entry(above, below, is_apart, width);
    }
}

/// Marks the rows of tables, and adds the blanks by which one is indented further than another: its first cell is
/// empty.
fn set_tables(source: &str, rows: &mut [Row]) {
    let start = |row: &Row| if row.is_whole { line::blanks_before(source, row.span.start) } else { row.span.start };
    let lines: Vec<&str> = rows.iter().map(|row| Span::new(start(row), row.span.end).of(source)).collect();
    let indent = |(row, line): (&Row, &&str)| (line.len() as u32).saturating_sub(row.span.len());
    for table in table::among(&lines) {
        let lines = lines.get(table.clone()).unwrap_or_default();
        let rows = rows.get_mut(table).unwrap_or_default();
        // How far a tab reaches depends on all that stands in front of it.
        let has_tabs = lines.iter().any(|line| line.contains('\t'));
        let whole = rows.iter().zip(lines).filter(|(row, _)| row.is_whole && !has_tabs);
        let common = whole.map(indent).min().unwrap_or_default();
        for (row, line) in rows.iter_mut().zip(lines) {
            let further = indent((row, line)).saturating_sub(common);
            row.span.start = row.span.start.saturating_sub(further);
            row.is_tabular = true;
        }
    }
}
