//! What copies blacken out, with a run of `X` for the words.

/// Whether nothing is left of these words: they have no other letters.
pub(crate) fn is_redacted(words: &str) -> bool {
    words.contains('X') && !words.contains(|c: char| c.is_alphabetic() && c != 'X')
}

#[cfg(test)]
mod tests {
    use super::is_redacted;

    #[test]
    fn redacted() {
        for words in ["XXXXXXXXXXXX", "XXXXXXXXXXXX, XXXXXXXXXXXX (XX)"] {
            assert!(is_redacted(words), "{words}");
        }
        for words in ["WITH XXXXXXXXXXXX", "417", ""] {
            assert!(!is_redacted(words), "{words}");
        }
    }
}
