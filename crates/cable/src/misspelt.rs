//! How far a written word is from a known one.

/// The letters of a word, a bit each.
pub(crate) const fn letter_set(word: &str) -> u32 {
    let mut rest = word.as_bytes();
    let mut set = 0;
    while let [letter, behind @ ..] = rest {
        if letter.is_ascii_alphabetic() {
            set |= 1 << (*letter & 31);
        }
        rest = behind;
    }
    set
}

/// Whether a word, in any case, is at most `most` letters away from one that is known.
pub(crate) fn is_near(word: &str, known: &str, most: usize) -> bool {
    // Each wrong letter takes away at most one of the known word's. Most words differ in more, and need no counting.
    let lost = || letter_set(known) & !letter_set(word);
    word.eq_ignore_ascii_case(known)
        || word.len().abs_diff(known.len()) <= most
            && lost().count_ones() as usize <= most
            && distance(word.to_ascii_uppercase().as_bytes(), known.to_ascii_uppercase().as_bytes()) <= most
}

/// How many letters to insert, remove or change to get from one word to the other (Levenshtein).
pub(crate) fn distance(a: &[u8], b: &[u8]) -> usize {
    // The distances from the letters of `a` so far to each beginning of `b`.
    let mut row: Vec<usize> = (1..=b.len()).collect();
    for (above, x) in a.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above.saturating_add(1);
        for (cell, y) in row.iter_mut().zip(b) {
            let changed = diagonal.min(*cell).min(left).saturating_add(1);
            left = if x == y { diagonal } else { changed };
            diagonal = std::mem::replace(cell, left);
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::{distance, is_near, letter_set};

    #[test]
    fn letters_that_differ() {
        for (a, b, expected) in [
            ("SECRET", "SECRET", 0),
            ("SECRET", "SECRT", 1),
            ("SECRET", "SEECRET", 1),
            ("SECRET", "SECRFT", 1),
            ("SECRET", "ESCRET", 2),
            ("", "SECRET", 6),
            ("SECRET", "", 6),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
        }
    }

    #[test]
    fn words_nearby() {
        for (word, most, expected) in [
            ("SECRET", 0, true),
            ("Secret", 0, true),
            ("SECRT", 1, true),
            ("SECRXT", 1, true),
            ("ESCRET", 1, false),
            ("ESCRET", 2, true),
            ("TERCES", 2, false),
            ("", 5, false),
            ("", 6, true),
        ] {
            assert_eq!(is_near(word, "SECRET", most), expected, "{word} {most}");
        }
    }

    #[test]
    fn letters_as_a_set() {
        assert_eq!(letter_set("SECRET"), letter_set("RESECT-RETS"));
        assert_eq!(letter_set("secret"), letter_set("SECRET"));
        assert_eq!((letter_set("SECRET") & !letter_set("SECT")).count_ones(), 1);
    }
}
