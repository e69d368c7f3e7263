//! A paragraph's text as a document lays it out: lines that can be wrapped, and tables that cannot.

/// A block of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block<'a> {
    /// A line of prose, without its line end.
    Line(&'a str),
    /// The rows of a table.
    Table(&'a str),
}

/// The blocks of a logical text, in order; at least one.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut out = Vec::new();
    let mut start = 0;
    for table in crate::tables(text) {
        let above = text.get(start..table.start).unwrap_or_default();
        out.extend(above.lines().map(Block::Line));
        out.push(Block::Table(text.get(table.clone()).unwrap_or_default()));
        start = table.end;
    }
    let rest = text.get(start..).unwrap_or_default();
    if out.is_empty() || !rest.is_empty() {
        out.extend(rest.split('\n').map(Block::Line));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Block::*, *};

    #[test]
    fn lines_and_tables() {
        assert_eq!(blocks(""), [Line("")]);
        assert_eq!(blocks("one\ntwo"), [Line("one"), Line("two")]);
        let text = "They are:\nNorth    12\nSouth     1\nNo more.";
        assert_eq!(blocks(text), [Line("They are:"), Table("North    12\nSouth     1\n"), Line("No more.")]);
        assert_eq!(blocks("North    12"), [Table("North    12")]);
    }
}
