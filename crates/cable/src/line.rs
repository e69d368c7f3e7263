//! Physical lines. A line ends with LF, CR LF or a lone CR; there are copies of all three kinds.

use crate::Span;
use memchr::{memchr2, memchr2_iter, memrchr2};

/// The lines of `span` with something on them, without the white space around them.
pub(crate) fn rows(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut ends = memchr2_iter(b'\n', b'\r', span.of(source).as_bytes());
    let mut next = Some(span.start);
    std::iter::from_fn(move || {
        while let Some(start) = next {
            let end = ends.next().map(|end| span.offset(end));
            next = end.map(|end| end.saturating_add(1));
            let row = row(source, Span::new(start, end.unwrap_or(span.end)));
            if !row.is_empty() {
                return Some(row);
            }
        }
        None
    })
}

/// The lines of `span` with something on them, the last one first.
pub(crate) fn rows_above(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut end = Some(span.end);
    std::iter::from_fn(move || {
        while let Some(line_end) = end {
            let above = Span::new(span.start, line_end).of(source);
            let break_at = memrchr2(b'\n', b'\r', above.as_bytes()).map(|at| span.start.saturating_add(at as u32));
            end = break_at;
            let row = row(source, Span::new(break_at.map_or(span.start, |at| at.saturating_add(1)), line_end));
            if !row.is_empty() {
                return Some(row);
            }
        }
        None
    })
}

/// The first line of `span`, without the white space around it.
pub(crate) fn first(source: &str, span: Span) -> Span {
    let rest = span.of(source);
    let len = memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    row(source, Span::new(span.start, span.start.saturating_add(len as u32)))
}

/// A line without the white space around it, and without the backslash that the export of a table leaves at its end.
/// Behind the last word of a text, or on a row of its own, the letter of what ended its column follows the backslash:
/// `ROE \v`.
pub(crate) fn row(source: &str, line: Span) -> Span {
    let row = trim(source, line);
    let escape = match row.bytes(source) {
        [.., b'\\'] => 1,
        [b'\\', b'v'] | [.., b' ', b'\\', b'v'] => 2,
        _ => return row,
    };
    trim(source, Span::new(row.start, row.end.saturating_sub(escape)))
}

/// Where the blanks in front of `offset` begin.
pub(crate) fn blanks_before(source: &str, offset: u32) -> u32 {
    let before = source.get(..offset as usize).unwrap_or_default();
    before.trim_end_matches([' ', '\t']).len() as u32
}

/// `span` without the white space at its ends.
pub(crate) fn trim(source: &str, span: Span) -> Span {
    let bytes = span.bytes(source);
    let behind = bytes.trim_ascii_start();
    let words = behind.trim_ascii_end();
    let start = bytes.len().saturating_sub(behind.len());
    match words {
        // Most spans begin and end with ASCII.
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => span.part(start..start.saturating_add(words.len())),
        _ => {
            let text = span.of(source);
            let behind = text.trim_start();
            let start = span.offset(text.len().saturating_sub(behind.len()));
            Span::new(start, start.saturating_add(behind.trim_end().len() as u32))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_blank() {
        for (source, expected) in
            [(" a b\t", "a b"), ("\u{A0}é\u{2003} ", "é"), ("é", "é"), ("\u{B}a", "a"), (" ", ""), ("", "")]
        {
            assert_eq!(trim(source, Span::new(0, source.len() as u32)).of(source), expected, "{source:?}");
        }
    }

    #[test]
    fn escaped_line_ends() {
        let source = "one \\\n \\\ntwo\\";
        let words: Vec<_> = rows(source, Span::new(0, source.len() as u32)).map(|row| row.of(source)).collect();
        assert_eq!(words, ["one", "two"]);
        for (source, words) in [
            ("ROE \\v", "ROE"),
            ("\\v", ""),
            ("ROE \\n", "ROE \\n"),
            ("C:\\v", "C:\\v"),
            ("R \\vw", "R \\vw"),
            ("R \\V", "R \\V"),
        ] {
            assert_eq!(row(source, Span::new(0, source.len() as u32)).of(source), words, "{source:?}");
        }
    }

    #[test]
    fn every_kind_of_line_end() {
        let source = "one\n\n two \r\nthree\rfour\n";
        let words: Vec<_> = rows(source, Span::new(0, source.len() as u32)).map(|row| row.of(source)).collect();
        assert_eq!(words, ["one", "two", "three", "four"]);
    }
}
