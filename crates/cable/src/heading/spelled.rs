//! Reads words in spaced letters, as in classification lines and captions: `N O F O R N`.

/// The end of `word` at `at`, in any case and with any blanks between its letters. `None` if it is not there, or if
/// more letters or digits are joined to it. Blanks in `word` are ignored.
pub(super) fn spelled(text: &str, at: usize, word: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at;
    for letter in word.bytes().filter(|byte| *byte != b' ') {
        while end > at && bytes.get(end).is_some_and(|byte| *byte == b' ' || *byte == b'\t') {
            end = end.saturating_add(1);
        }
        if !bytes.get(end)?.eq_ignore_ascii_case(&letter) {
            return None;
        }
        end = end.saturating_add(1);
    }
    (end > at && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn letters_may_stand_apart() {
        for (text, word, end) in [
            ("NOFORN", "NOFORN", Some(6)),
            ("N O F O R N X", "NOFORN", Some(11)),
            ("Top  secret", "TOP SECRET", Some(11)),
            ("SECRETARY", "SECRET", None),
            ("SECRET7", "SECRET", None),
            ("SECRE", "SECRET", None),
            (" SECRET", "SECRET", None),
            ("", "SECRET", None),
        ] {
            assert_eq!(spelled(text, 0, word), end, "{text:?}");
        }
    }
}
