//! Words of a telegram in quotation marks, with their citation.

use super::notes;
use super::source::Source;
use crate::Cable;

/// `words` of `cable` as a quotation, cited as the National Archives ask for it, with the numbers of the `paragraphs`
/// that they stand in. The words stay as they are.
pub fn quotation(text: &str, cable: &Cable, file: &str, words: &str, paragraphs: &[u32]) -> String {
    let place = place(paragraphs);
    let note = notes::nara(&Source::of(text, cable, file), &place);
    ["“", words.trim(), "”\n\n", &note, "\n"].concat()
}

/// `paragraph 3`, `paragraphs 2–3`, `paragraphs 2, 5`: empty where none has a number.
fn place(paragraphs: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &number in paragraphs {
        match ranges.last_mut() {
            Some((_, last)) if number == last.saturating_add(1) => *last = number,
            Some(&mut (_, last)) if number == last => {}
            _ => ranges.push((number, number)),
        }
    }
    let written = |&(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { [&first.to_string(), "–", &last.to_string()].concat() }
    };
    let word = match ranges.as_slice() {
        [] => return String::new(),
        [(first, last)] if first == last => "paragraph ",
        _ => "paragraphs ",
    };
    word.to_owned() + &ranges.iter().map(written).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn paragraphs_that_follow_are_a_range() {
        assert_eq!(place(&[]), "");
        assert_eq!(place(&[3]), "paragraph 3");
        assert_eq!(place(&[3, 3]), "paragraph 3");
        assert_eq!(place(&[2, 3]), "paragraphs 2–3");
        assert_eq!(place(&[2, 5, 6]), "paragraphs 2, 5–6");
        assert_eq!(place(&[u32::MAX, 1]), "paragraphs 4294967295, 1");
    }
}
