//! The lines that a logical text is made of.

use crate::known::last_word;
use crate::prose::{ends_sentence, is_unfinished, wants_word};
use crate::redaction::{has_redaction, has_small_besides};
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
    set_series(source, &mut rows);
    set_unwrapped(source, &mut rows);
    if pieces.iter().any(|piece| table::may_hold(piece.of(source))) {
        set_tables(source, &mut rows);
    }
    rows
}

/// So many rows by themselves are a title.
const LONGEST_TITLE: usize = 2;

/// Marks the rows that begin an entry of a list.
fn set_lists(source: &str, rows: &mut [Row]) {
    let mut room = wrap::Room::default();
    let all = rows.len();
    let mut rest = rows;
    while !rest.is_empty() {
        let is_entry = |row: &Row| wrap::may_be_entry(row.span.of(source));
        let len = rest.iter().take_while(|row| is_entry(row)).count();
        let is_whole = len == all && len <= LONGEST_TITLE;
        let goes_on = || match rest.get(len.saturating_sub(1)..) {
            Some([last, below, ..]) => {
                let gap = Span::new(last.span.end, below.span.start).of(source);
                let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
                (below.span.of(source).starts_with(goes_on) || wants_word(last.span.of(source)))
                    && wrap::line_ends(gap) == 1
            }
            _ => false,
        };
        let is_block = len > 1 && !is_whole && !goes_on();
        let (run, behind) = rest.split_at_mut(len.max(1).min(rest.len()));
        if is_block || len >= wrap::SHORTEST_LIST {
            set_entries(source, run, is_block, &mut room);
        }
        rest = behind;
    }
}

/// No copy is re-flowed to longer rows than this, so that a longer one is a whole paragraph.
const WIDEST: usize = 2 * wrap::LONGEST_WRAPPED;

/// Marks the rows of a copy that has each paragraph on one row.
fn set_unwrapped(source: &str, rows: &mut [Row]) {
    let is_long = |row: &Row| row.span.len() as usize > WIDEST && has_small_besides(row.span.of(source));
    let Some(long) = rows.iter().find(|row| is_long(row)).filter(|_| rows.len() > 1) else { return };
    if !wrap::is_unwrapped(source, long.span.start) {
        return;
    }
    let mut above: Option<Span> = None;
    for row in rows {
        let is_whole = |above: Span| {
            let line = above.of(source);
            let is_short = line.len() < wrap::LONGEST_WRAPPED && !last_word(line).starts_with(char::is_lowercase);
            let is_whole = || is_short && !is_unfinished(line) && !line.ends_with('.');
            let ends = ends_sentence(line) || line.ends_with([':', ')', '"']) || is_whole();
            ends && wrap::line_ends(Span::new(above.end, row.span.start).of(source)) == 1
        };
        row.begins_entry |= above.is_some_and(is_whole);
        above = Some(row.span);
    }
}

/// Marks the rows that begin with labels of one series.
fn set_series(source: &str, rows: &mut [Row]) {
    let mut last: Option<(usize, wrap::Label)> = None;
    for index in 0..rows.len() {
        let line = |index: usize| rows.get(index).map_or("", |row| row.span.of(source));
        let is_apart = |above: usize, below: usize| match rows.get(above..=below) {
            Some([above, below]) => wrap::line_ends(Span::new(above.span.end, below.span.start).of(source)) > 1,
            _ => false,
        };
        let Some(label) = wrap::Label::of(line(index)) else { continue };
        let above = index.checked_sub(1).filter(|above| !is_apart(*above, index)).map_or("", line);
        let first = last.filter(|(_, other)| label.follows(*other, above)).map(|(at, _)| at);
        for at in first.into_iter().chain(first.map(|_| index)) {
            rows.get_mut(at).into_iter().for_each(|row| row.begins_entry = true);
        }
        last = (first.is_some() || label.is_first(above)).then_some((index, label));
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

/// Marks the entries of rows that may be a list. In a `block`, whose last row is no part of a sentence, a row begins one
/// also where it would have fitted above by the width that the prose around was wrapped to.
fn set_entries(source: &str, rows: &mut [Row], is_block: bool, room: &mut wrap::Room) {
    let lines: Vec<&str> = rows.iter().map(|row| row.line(source)).collect();
    let gap = |pair: &[Row]| match pair {
        [above, below] => Span::new(above.span.end, below.span.start).of(source),
        _ => "",
    };
    let apart: Vec<bool> = rows.windows(2).map(|pair| wrap::line_ends(gap(pair)) > 1).collect();
    let width = wrap::list_width(&lines, apart.iter().filter(|is_apart| **is_apart).count());
    let room = rows.first().filter(|_| is_block).map_or(0, |row| room.near(source, row.span.start));
    let begins = |pair: &[&str], is_apart: bool, width: usize| match pair {
        [above, below] => wrap::begins_entry(above, below, is_apart, width),
        _ => false,
    };
    // Where more than one row in four had none, wrapping parted them all.
    let pairs = || lines.windows(2).zip(&apart);
    let had_room = pairs().filter(|(pair, is_apart)| begins(pair, **is_apart, room)).count();
    let is_block = is_block && had_room.saturating_mul(4) >= apart.len().saturating_mul(3);
    for (row, (pair, is_apart)) in rows.iter_mut().skip(1).zip(pairs()) {
        let is_below = || {
            !is_apart
                && is_block
                && begins(pair, false, room)
                && !pair.first().is_some_and(|above| has_redaction(above))
        };
        row.begins_entry = width.is_some_and(|width| begins(pair, *is_apart, width)) || is_below();
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
