//! Words of a telegram in quotation marks, with their citation.

use super::notes;
use super::source::Source;
use crate::Cable;

/// `words` of `cable` as a quotation, cited as the National Archives ask for it, with the number and mark of each of
/// the `paragraphs`, given as indices, that the words stand in. The words stay as they are.
pub fn quotation(text: &str, cable: &Cable, file: &str, words: &str, paragraphs: &[usize]) -> String {
    let paragraphs = paragraphs.iter().filter_map(|&index| cable.paragraphs.get(index));
    let place = place(paragraphs.filter_map(|paragraph| {
        let mark = paragraph.mark.as_ref().and_then(|mark| mark.value.text.as_deref());
        // Some marks are sentences: `C - ENTIRE TEXT`.
        Some((paragraph.number?, mark.filter(|mark| mark.starts_with('(')).unwrap_or_default()))
    }));
    let note = notes::nara(&Source::of(text, cable, file), &place);
    ["“", words.trim(), "”\n\n", &note, "\n"].concat()
}

/// The place from numbers and marks: `paragraph 3 (C)`, `paragraphs 2–3 (C), 5 (S/NF)`; empty if none has a number.
fn place<'a>(paragraphs: impl Iterator<Item = (u32, &'a str)>) -> String {
    let mut ranges: Vec<(u32, u32, &str)> = Vec::new();
    for (number, mark) in paragraphs {
        match ranges.last_mut() {
            Some((_, last, same)) if number == last.saturating_add(1) && *same == mark => *last = number,
            Some(&mut (_, last, same)) if number == last && same == mark => {}
            _ => ranges.push((number, number, mark)),
        }
    }
    let written = |&(first, last, mark): &(u32, u32, &str)| {
        let mut range = first.to_string();
        if first != last {
            range.extend(["–", &last.to_string()]);
        }
        if !mark.is_empty() {
            range.extend([" ", mark]);
        }
        range
    };
    let word = match ranges.as_slice() {
        [] => return String::new(),
        [(first, last, _)] if first == last => "paragraph ",
        _ => "paragraphs ",
    };
    word.to_owned() + &ranges.iter().map(written).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::place;

    fn check(paragraphs: &[(u32, &str)], expected: &str) {
        assert_eq!(place(paragraphs.iter().copied()), expected);
    }

    #[test]
    fn paragraphs_that_follow_are_a_range() {
        check(&[], "");
        check(&[(3, "")], "paragraph 3");
        check(&[(3, "(C)"), (3, "(C)")], "paragraph 3 (C)");
        check(&[(3, "(U)"), (3, "(C)")], "paragraphs 3 (U), 3 (C)");
        check(&[(2, ""), (3, "")], "paragraphs 2–3");
        check(&[(2, "(C)"), (3, "(C)"), (4, "(S/NF)")], "paragraphs 2–3 (C), 4 (S/NF)");
        check(&[(2, ""), (5, ""), (6, "")], "paragraphs 2, 5–6");
        check(&[(u32::MAX, ""), (1, "")], "paragraphs 4294967295, 1");
    }
}
