//! Characters that were lost before the text was saved. They stay as they are; where they stand is said.

use crate::{Code, Diagnostic, Span};
use memchr::{memchr_iter, memmem};

/// One diagnostic for each kind of loss, at the first place, with the number of places.
pub(super) fn characters(text: &str, span: Span) -> impl Iterator<Item = Diagnostic> {
    let whole = span.of(text);
    let bytes = whole.as_bytes();
    let replaced = memmem::find_iter(bytes, "\u{FFFD}".as_bytes()).filter(|&at| !is_anchor(bytes, at));
    let commas = memchr_iter(b',', bytes).filter(|&at| is_lost_apostrophe(bytes, at));
    let escapes =
        memchr_iter(b'\\', bytes).filter(|&at| matches!(bytes.get(at.saturating_add(1)), Some(b'\n' | b'\r')));
    let found = [
        (Code::CharacterLost, first(replaced), 3),
        (Code::ApostropheLost, first(commas), 1),
        (Code::EscapeLeft, first(escapes), 1),
    ];
    found.into_iter().filter_map(move |(code, found, len)| {
        let (at, places) = found?;
        let start = span.start.saturating_add(u32::try_from(at).ok()?);
        let detail = (places > 1).then(|| format!("It is so in {places} places."));
        Some(Diagnostic { code, span: Span::new(start, start.saturating_add(len)), related: None, detail })
    })
}

/// The first place, and how many there are.
fn first(mut places: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let first = places.next()?;
    Some((first, places.count().saturating_add(1)))
}

/// Whether the U+FFFD at `at` stands for the pilcrow in front of a label.
fn is_anchor(bytes: &[u8], at: usize) -> bool {
    let begins = at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(u8::is_ascii_whitespace);
    begins && bytes.get(at.saturating_add(3)).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the comma at `at` stands where only an apostrophe can: `post,s`, in the middle of a word that ends in S, or
/// behind the article of a title, `Charge d,Affaires`; in capitals, `POST,S` and `CAN,T`, behind more than two letters,
/// because a list can have letters.
pub fn is_lost_apostrophe(bytes: &[u8], at: usize) -> bool {
    const SHORTEST: usize = 3;
    let is_word = || {
        let word = at.checked_sub(SHORTEST).and_then(|start| bytes.get(start..at));
        word.is_some_and(|word| word.iter().all(u8::is_ascii_uppercase))
    };
    let in_capitals = || match bytes.get(at.saturating_add(1)..) {
        Some([b'S', b' ' | b'\r' | b'\n', ..]) => is_word(),
        Some([b'T', b' ' | b'\r' | b'\n', ..]) => {
            is_word() && at.checked_sub(1).and_then(|n| bytes.get(n)) == Some(&b'N')
        }
        _ => false,
    };
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let is_article = || byte(at.checked_sub(2)) == b' ' && byte(at.checked_add(1)).is_ascii_uppercase();
    byte(at.checked_sub(1)) == b'd' && is_article()
        || byte(at.checked_sub(1)).is_ascii_lowercase()
            && byte(at.checked_add(1)) == b's'
            && !byte(at.checked_add(2)).is_ascii_alphanumeric()
        || in_capitals()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Code, &str, Option<&str>)]) {
        let found: Vec<Diagnostic> = characters(text, Span::new(0, text.len() as u32)).collect();
        let found: Vec<_> = found.iter().map(|it| (it.code, it.span.of(text), it.detail.as_deref())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn losses() {
        check("the post,s goats, sheep,swine", &[(Code::ApostropheLost, ",", None)]);
        check("it,s the post,s", &[(Code::ApostropheLost, ",", Some("It is so in 2 places."))]);
        check("the Charge d,Affaires", &[(Code::ApostropheLost, ",", None)]);
        check("items c, d, and d,1", &[]);
        check("THE POST,S GOATS CAN,T GO", &[(Code::ApostropheLost, ",", Some("It is so in 2 places."))]);
        check("ITEMS NF,S AND GOATS,SHEEP OF MALTA,S. AFRICA, PORT,T AND P,S X", &[]);
        check("a b,s", &[(Code::ApostropheLost, ",", None)]);
        check("caf\u{FFFD} au lait", &[(Code::CharacterLost, "\u{FFFD}", None)]);
        check("\u{FFFD}1. Text\n\u{FFFD}2. Text", &[]);
        check("goats\\\nand sheep", &[(Code::EscapeLeft, "\\", None)]);
        check("1,000 goats, and A,S", &[]);
    }
}
