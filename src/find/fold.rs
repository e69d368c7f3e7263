//! Letters without diacritics and case.

use std::ops::Range;

/// The letters from U+00C0 to U+017F without their diacritics; a dot stands for one that is left as it is.
const LATIN: &[u8; 192] = b"AAAAAAACEEEEIIIIDNOOOOO.OUUUUY.saaaaaaaceeeeiiiidnooooo.ouuuuy.y\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// A text in which everything that looks the same to a reader is equal, with the way back.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of it, and for its end, the offset in the original; empty where all offsets are the same.
    stood: Vec<u32>,
}

impl Folded {
    /// Folds a text. With `case`, capitals stay.
    pub fn new(text: &str, case: bool) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), stood: Vec::new() };
        let mut is_even = text.is_ascii();
        for (at, letter) in text.char_indices() {
            // The page draws the apostrophe, and a reader searches for what is on the page.
            let letter = if letter == ',' && cable::is_lost_apostrophe(text.as_bytes(), at) { '\'' } else { letter };
            // In a table, the blanks between two columns count as one.
            match fold(letter, case).filter(|&letter| letter != ' ' || !folded.text.ends_with(' ')) {
                Some(letter) => folded.text.push(letter),
                None if is_even => {
                    is_even = false;
                    folded.stood.extend(0..at as u32);
                }
                None => {}
            }
            if !is_even {
                folded.stood.resize(folded.text.len(), at as u32);
            }
        }
        if !is_even {
            folded.stood.push(text.len() as u32);
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of it was in the original, with the diacritics behind its last letter.
    pub fn stood(&self, range: Range<usize>) -> Range<usize> {
        let at = |offset: usize| self.stood.get(offset).map_or(offset, |&stood| stood as usize);
        at(range.start)..at(range.end)
    }
}

/// A letter in the form that is compared; `None` for a diacritic on the letter before it.
fn fold(letter: char, case: bool) -> Option<char> {
    let plain = match letter {
        '\n' | '\r' | '\t' | '\u{A0}' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' => return None,
        '\u{C0}'..='\u{17F}' => match LATIN.get(letter as usize - 0xC0) {
            Some(b'.') | None => letter,
            Some(&plain) => char::from(plain),
        },
        _ => letter,
    };
    Some(if case { plain } else { small(plain) })
}

/// The small letter of a Latin, Greek or Cyrillic capital. These need no table.
fn small(letter: char) -> char {
    let distance = match letter {
        '\u{391}'..='\u{3A9}' | '\u{410}'..='\u{42F}' => 32,
        '\u{400}'..='\u{40F}' => 80,
        _ => return letter.to_ascii_lowercase(),
    };
    char::from_u32(letter as u32 + distance).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_is_equal() {
        let check = |text: &str, case: bool, expected: &str| assert_eq!(Folded::new(text, case).text(), expected);
        check("Port Calder", false, "port calder");
        check("Port Calder", true, "Port Calder");
        check("Ünïted ŻÓŁW Øre ß ×÷", false, "united zolw ore s ×÷");
        check("Łódź", true, "Lodz");
        check("The post,s goats, and it,s late", true, "The post's goats, and it's late");
        check("ÄŸŹſ", true, "AYZs");
        check("Cafe\u{301}\n\u{201C}it\u{2019}s\u{201D}", false, "cafe \"it's\"");
        check("ΑΩ ЖЁ", false, "αω жё");
        check("North    12\n South", false, "north 12 south");
    }

    #[test]
    fn each_letter_knows_where_it_stood() {
        let check = |text: &str, words: &str, expected: &str| {
            let folded = Folded::new(text, false);
            let at = folded.text().find(words).unwrap_or_default();
            assert_eq!(&text[folded.stood(at..at + words.len())], expected);
        };
        let text = "a cafe\u{301} in Łódź";
        check(text, "cafe", "cafe\u{301}");
        check(text, "lodz", "Łódź");
        check(text, "in", "in");
        check("a North    12    40", "north 12", "North    12");
        check("Quay\tBoats\n North\t12", "north 12", "North\t12");
        check("a North    12    40", " 40", "    40");
    }
}
