//! Addresses of places in a text, as they follow the `#` in the page's address. This is the only definition of them:
//!
//! | address | place |
//! |---|---|
//! | `p4` | the paragraph with the number 4, as the page numbers it; of several, the telegram's own before those of lists and telegrams inside it, then the first |
//! | `p4+2` | the second paragraph behind it, where that one has no address of its own: no number, or a repeated one |
//! | `p+1` | the first paragraph of a text, where nothing numbered stands before it |
//! | `p4:12-40` | its characters from 12 up to but not including 40, counted from 0 |
//! | `2.p4` | the same in the second telegram of the text |
//! | `2` | the second telegram |
//!
//! Characters are Unicode scalar values of the paragraph's logical text: its prose without label and mark, lines and
//! divided words joined, page markers and residue removed. So an address depends on what was written, not on how a copy
//! is wrapped.

use cable::Cable;
use std::ops::Range;

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The telegram, counted from 1; with `None`, the one that is shown.
    pub telegram: Option<usize>,
    /// The paragraph.
    pub paragraph: Option<Counted>,
    /// Characters of its logical text.
    pub characters: Option<Range<usize>>,
}

/// A paragraph, counted from a numbered one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The number; with `None`, the paragraph is counted from the beginning of the text.
    number: Option<u32>,
    /// How many paragraphs it is behind that.
    behind: usize,
}

impl Address {
    /// Reads an address; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (telegram, rest) = match text.split_once('.') {
            Some((telegram, rest)) => (Some(number(telegram)?), rest),
            None if text.starts_with('p') => (None, text),
            None => return Some(Self { telegram: Some(number(text)?), ..Self::default() }),
        };
        let (paragraph, characters) = match rest.strip_prefix('p')?.split_once(':') {
            Some((paragraph, characters)) => (paragraph, Some(range(characters)?)),
            None => (rest.strip_prefix('p')?, None),
        };
        let (from, behind) = match paragraph.split_once('+') {
            Some((from, behind)) => (from, number(behind)?),
            None => (paragraph, 0),
        };
        let from = if from.is_empty() { None } else { Some(u32::try_from(number(from)?).ok()?) };
        let is_none = from.is_none() && behind == 0;
        (!is_none).then_some(Self { telegram, paragraph: Some(Counted { number: from, behind }), characters })
    }
}

fn range(text: &str) -> Option<Range<usize>> {
    let (from, to) = text.split_once('-')?;
    let range = number(from)?..number(to)?;
    (!range.is_empty()).then_some(range)
}

/// Only digits: `parse` would accept a sign as well.
fn number(text: &str) -> Option<usize> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

impl Address {
    /// The address as it is written.
    pub fn written(&self) -> String {
        let number = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
        let mut out = self.telegram.map_or_else(String::new, |telegram| telegram.to_string());
        if let Some(paragraph) = self.paragraph {
            out += if out.is_empty() { "p" } else { ".p" };
            out += &number(paragraph.number);
            if paragraph.behind > 0 {
                out += &["+", &paragraph.behind.to_string()].concat();
            }
        }
        if let Some(Range { start, end }) = &self.characters {
            out += &[":", &start.to_string(), "-", &end.to_string()].concat();
        }
        out
    }
}

/// The paragraphs of a telegram that have an address of their own, from which the others are counted.
#[derive(Debug, Default)]
pub struct Numbered {
    /// Number and index, sorted by number.
    by_number: Vec<(u32, usize)>,
    /// The same, sorted by index.
    by_index: Vec<(u32, usize)>,
}

impl Numbered {
    /// The numbered paragraphs of a telegram.
    pub fn new(cable: &Cable) -> Self {
        let paragraphs = cable.paragraphs.iter().enumerate();
        let numbers = paragraphs.filter_map(|(index, one)| Some((one.number?, one.depth > 0, index)));
        let mut all: Vec<(u32, bool, usize)> = numbers.collect();
        cable::sort_by_place(&mut all, |&(number, inner, index)| [number, inner.into(), index as u32]);
        all.dedup_by_key(|(number, ..)| *number);
        let by_number: Vec<(u32, usize)> = all.into_iter().map(|(number, _, index)| (number, index)).collect();
        let mut by_index = by_number.clone();
        cable::sort_by_place(&mut by_index, |&(_, index)| [index as u32, 0, 0]);
        Self { by_number, by_index }
    }

    /// The address of a paragraph.
    pub fn address(&self, paragraph: usize) -> Counted {
        let before = self.by_index.partition_point(|&(_, index)| index <= paragraph);
        match before.checked_sub(1).and_then(|last| self.by_index.get(last)) {
            Some(&(number, index)) => Counted { number: Some(number), behind: paragraph - index },
            None => Counted { number: None, behind: paragraph + 1 },
        }
    }

    /// The paragraph at an address. It need not exist in this telegram.
    pub fn paragraph(&self, address: Counted) -> Option<usize> {
        let Some(number) = address.number else { return address.behind.checked_sub(1) };
        let at = self.by_number.binary_search_by_key(&number, |&(number, _)| number).ok()?;
        self.by_number.get(at)?.1.checked_add(address.behind)
    }
}

/// Converts characters of a text to UTF-16 units, which scripts use; `None` where the text ends before them.
pub fn to_units(text: &str, characters: &Range<usize>) -> Option<Range<u32>> {
    let mut units = 0;
    let mut start = None;
    for (at, letter) in text.chars().map(Some).chain([None]).enumerate() {
        if at == characters.start {
            start = Some(units);
        }
        if at == characters.end {
            return Some(start?..units);
        }
        units += letter.map_or(0, char::len_utf16) as u32;
    }
    None
}

/// Converts UTF-16 units of a text to characters. A place inside a character counts as that character.
pub fn to_characters(text: &str, units: Range<u32>) -> Range<usize> {
    let at = |unit: u32| {
        let ends = text.chars().scan(0, |end, letter| {
            *end += letter.len_utf16() as u32;
            Some(*end)
        });
        ends.take_while(|&end| end <= unit).count()
    };
    at(units.start)..at(units.end)
}

/// The part of a text at these units.
pub fn in_units(text: &str, units: Range<u32>) -> &str {
    let (mut unit, mut start, mut end) = (0, text.len(), text.len());
    for (at, letter) in text.char_indices() {
        if unit == units.start {
            start = at;
        }
        if unit == units.end {
            end = at;
        }
        unit += letter.len_utf16() as u32;
    }
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for text in ["p4", "p4+2", "p+1", "p4:12-40", "2.p4", "2", "12.p+3:0-1"] {
            assert_eq!(Address::read(text).map(|address| address.written()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_address_leads_nowhere() {
        for text in [
            "",
            "p",
            "main",
            "reference-1",
            "p4:",
            "p4:3",
            "p4:4-4",
            "p4:9-3",
            "p+0",
            "p-4",
            "p4+x",
            ".p4",
            "p99999999999",
        ] {
            assert_eq!(Address::read(text), None, "{text}");
        }
    }

    #[test]
    fn every_paragraph_has_one_address() {
        let text = "SUBJECT: X\n\nAn opening.\n\n¶1. (U) One.\n\n¶2. (U) Two:\n\nBEGIN POINTS:\n\n1. Inner one.\n\n2. Inner two.\n\n\
                    END POINTS.\n\n¶3. Three.\n";
        let cable = cable::parse(text);
        let numbered = Numbered::new(&cable);
        let addresses: Vec<String> = (0..cable.paragraphs.len())
            .map(|index| {
                let paragraph = numbered.address(index);
                assert_eq!(numbered.paragraph(paragraph), Some(index));
                Address { paragraph: Some(paragraph), ..Address::default() }.written()
            })
            .collect();
        assert_eq!(addresses, ["p+1", "p1", "p2", "p2+1", "p2+2", "p3"]);
        assert_eq!(numbered.paragraph(Counted { number: Some(9), behind: 0 }), None);
    }

    #[test]
    fn characters_and_units_are_told_apart() {
        let text = "Ä\u{1D11E}bc";
        assert_eq!(to_units(text, &(0..2)), Some(0..3));
        assert_eq!(to_units(text, &(2..4)), Some(3..5));
        assert_eq!(to_units(text, &(2..5)), None);
        assert_eq!(to_characters(text, 0..3), 0..2);
        assert_eq!(to_characters(text, 3..5), 2..4);
        assert_eq!([in_units(text, 0..3), in_units(text, 3..5)], ["Ä\u{1D11E}", "bc"]);
    }
}
