//! What copies blacken out: with a run of `X` or `x` for the words, or with a note in brackets.

use memchr::memmem;

/// Whether nothing is left of these words: they have no letters but the crosses.
pub(crate) fn is_redacted(words: &str) -> bool {
    let is_all =
        |cross: char, run: &str| words.contains(run) && !words.contains(|c: char| c.is_alphabetic() && c != cross);
    is_all('X', "X") || is_all('x', "xxx")
}

/// Whether something in a text is blackened out with crosses.
pub(crate) fn has_redaction(text: &str) -> bool {
    ["XXXX", "xxxx"].iter().any(|run| memmem::find(text.as_bytes(), run.as_bytes()).is_some())
}

/// Whether a text has small letters besides those that blacken something out.
pub(crate) fn has_small_besides(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase() && byte != b'x')
}

#[cfg(test)]
mod tests {
    use super::is_redacted;

    #[test]
    fn redacted() {
        for words in ["XXXXXXXXXXXX", "XXXXXXXXXXXX, XXXXXXXXXXXX (XX)", "xxxxx", "xxx xxxxx"] {
            assert!(is_redacted(words), "{words}");
        }
        for words in ["WITH XXXXXXXXXXXX", "with xxxxx", "(x)", "xx", "417", ""] {
            assert!(!is_redacted(words), "{words}");
        }
    }
}
