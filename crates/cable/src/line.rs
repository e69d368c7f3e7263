//! Physical lines. A line ends with LF, CR LF or a lone CR; copies of all three kinds are about.

use crate::Span;
use memchr::{memchr2, memchr2_iter, memrchr2};

/// The lines of `span` with something on them, without the white space around them.
pub(crate) fn rows(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let bytes = span.of(source).as_bytes();
    let mut at = 0;
    let ends = memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]);
    ends.filter_map(move |end| {
        let line = bytes.get(at..end)?;
        let start = span.offset(at);
        at = end.saturating_add(1);
        let row = match plain(line) {
            Some((front, len)) => {
                let start = start.saturating_add(front as u32);
                Span::new(start, start.saturating_add(len as u32))
            }
            None => trim(source, Span::new(start, start.saturating_add(line.len() as u32))),
        };
        (!row.is_empty()).then_some(row)
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
            let row = trim(source, Span::new(break_at.map_or(span.start, |at| at.saturating_add(1)), line_end));
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
    trim(source, Span::new(span.start, span.start.saturating_add(len as u32)))
}

/// `span` without the white space at its ends.
pub(crate) fn trim(source: &str, span: Span) -> Span {
    let text = span.of(source);
    let (front, len) = plain(text.as_bytes())
        .unwrap_or_else(|| (text.len().saturating_sub(text.trim_start().len()), text.trim().len()));
    let start = span.offset(front);
    Span::new(start, start.saturating_add(len as u32))
}

/// How many blanks stand in front of a line, and its length without those at its ends; `None` where white space of
/// other scripts may be among them, which is rare, and slow to look for.
fn plain(line: &[u8]) -> Option<(usize, usize)> {
    let behind = line.trim_ascii_start();
    let kept = behind.trim_ascii_end();
    let is_plain = kept.first().is_none_or(u8::is_ascii_graphic) && line.last().is_none_or(u8::is_ascii);
    is_plain.then_some((line.len().saturating_sub(behind.len()), kept.len()))
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
    fn every_kind_of_line_end() {
        let source = "one\n\n two \r\nthree\rfour\n";
        let words: Vec<_> = rows(source, Span::new(0, source.len() as u32)).map(|row| row.of(source)).collect();
        assert_eq!(words, ["one", "two", "three", "four"]);
    }
}
