//! A telegram that a copy holds twice, from its header to its signature: an export wrote a row of its table two times.

use super::section_header::LONGEST;
use crate::{Span, body, line};

/// A copy of a telegram's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SecondCopy {
    /// The columns of a table joined to the last row of the text above; empty, at that text's end, if there are none.
    pub columns: Span,
    pub text: Span,
}

/// The copy of the text `first` in what follows the `FM` line that `from` begins with.
pub(super) fn find(text: &str, first: Span, from: Span) -> Option<SecondCopy> {
    let copy = self::text(text, from)?;
    let (columns, end) = compare(text, first, copy);
    (is_columns(text, columns) && is_end(text, end, from.end))
        .then_some(SecondCopy { columns, text: Span::new(copy.start, end) })
}

/// The text behind the header that begins `whole`. A copy can repeat rows of the header.
pub(super) fn text(text: &str, whole: Span) -> Option<Span> {
    let mut rows = line::rows(text, whole).take(LONGEST);
    rows.find(|row| body::begins(row.of(text))).map(|row| Span::new(row.start, whole.end))
}

/// What is left of `first` where `copy` begins to differ, and where that is in `copy`. Blanks do not count.
fn compare(text: &str, first: Span, copy: Span) -> (Span, u32) {
    let letters = |span: Span| {
        let letters = span.of(text).char_indices().filter(|(_, letter)| !letter.is_ascii_whitespace());
        letters.map(move |(at, letter)| (span.offset(at), letter))
    };
    let mut below = letters(copy);
    let mut end = copy.start;
    for (at, letter) in letters(first) {
        match below.next() {
            Some((place, other)) if other == letter => end = place.saturating_add(letter.len_utf8() as u32),
            _ => return (Span::new(at, first.end), end),
        }
    }
    (Span::empty(first.end), end)
}

/// Whether a copy that equals the first text down to `end` ends there and not inside a word: `Text` and `Textiles`.
fn is_end(text: &str, end: u32, whole: u32) -> bool {
    Span::new(end, whole).of(text).bytes().next().is_none_or(|next| next.is_ascii_whitespace())
}

/// Whether nothing is left of a text except the columns of the table on its last row.
fn is_columns(text: &str, left: Span) -> bool {
    let columns = left.of(text).trim_end();
    let above = text.get(..left.start as usize).unwrap_or_default();
    columns.is_empty() || above.ends_with('\t') && !columns.contains(['\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::{compare, is_columns, is_end};
    use crate::Span;

    #[track_caller]
    fn check(first: &str, copy: &str, left: &str, matched: &str, whole: bool) {
        let text = format!("{first}{copy}");
        let (first, copy) = Span::new(0, text.len() as u32).split_at(first.len());
        let found = compare(&text, first, copy);
        assert_eq!(found.0.of(&text), left, "{text:?}");
        assert_eq!(Span::new(copy.start, found.1).of(&text), matched, "{text:?}");
        assert_eq!(is_columns(&text, found.0), whole, "{text:?}");
    }

    #[test]
    fn copies() {
        check("1. It holds.\nROE\n", "1. It  holds. ROE", "", "1. It  holds. ROE", true);
        check("1. It holds.\nROE \tTarsis\tX\n", "1. It holds.\nROE\n", "Tarsis\tX\n", "1. It holds.\nROE", true);
        check("1. It holds.\nROE\n", "1. It holds.\nDOE\n", "ROE\n", "1. It holds.", false);
        check("1. It holds.\nROE\n", "1. It holds.\n", "ROE\n", "1. It holds.", false);
        check("1. It holds é\n", "1. It holds è\n", "é\n", "1. It holds", false);
    }

    #[test]
    fn ends() {
        assert!(is_end("1. Text\nNNNN", 7, 12));
        assert!(is_end("1. Text", 7, 7));
        assert!(!is_end("1. Textiles", 7, 11));
    }
}
