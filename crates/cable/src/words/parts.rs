//! Parts of a text and their places; a part that does not fit is empty.

use std::{ops::Range, slice::SliceIndex};

/// The part of `text` in `range`; empty where it does not fit.
pub(crate) fn slice(text: &str, range: impl SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}

/// Where `rest` begins in `text`, which ends with it.
pub(crate) fn start_of(rest: &str, text: &str) -> usize {
    text.len().saturating_sub(rest.len())
}

/// The range that lies `by` further on.
pub(crate) fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start.saturating_add(by)..range.end.saturating_add(by)
}

/// Where `words` first stand in a text. Most texts have none, and testing for them is cheaper than finding them.
pub(crate) fn place_of(text: &str, words: &str) -> Option<usize> {
    if text.contains(words) { text.find(words) } else { None }
}

/// What stands in front of the first of the ASCII `marks`, or all of a text that has none.
pub(crate) fn up_to<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let end = text.bytes().position(|byte| marks.contains(&byte));
    slice(text, ..end.unwrap_or(text.len()))
}

/// What stands behind the last of the ASCII `marks`, or all of a text that has none.
pub(crate) fn behind_last<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let end = text.bytes().rposition(|byte| marks.contains(&byte));
    slice(text, end.map_or(0, |end| end.saturating_add(1))..)
}

/// The first `most` bytes of a text, or a few less where that would cut a character.
pub(crate) fn head(text: &str, most: usize) -> &str {
    let mut ends = (0..4).filter_map(|less| most.checked_sub(less));
    if text.len() <= most { text } else { ends.find_map(|end| text.get(..end)).unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::{behind_last, up_to};

    #[test]
    fn parts_at_marks() {
        for (text, front, behind) in
            [("A, B", "A", " B"), ("A;B,", "A", ""), (",A", "", "A"), ("\u{c4}B", "\u{c4}B", "\u{c4}B"), ("", "", "")]
        {
            assert_eq!((up_to(text, b",;"), behind_last(text, b",;")), (front, behind), "{text:?}");
        }
    }
}
