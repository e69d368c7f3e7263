//! Characters that were lost before the text was saved. They stay as they are; their places are reported.

use crate::diagnostic::in_places;
use crate::{Code, Diagnostic, Span};
use memchr::{memchr, memchr_iter, memchr3_iter, memmem};

/// One diagnostic for each kind of loss, at the first place, with the number of places.
pub(super) fn characters(text: &str, span: Span) -> impl Iterator<Item = Diagnostic> {
    let whole = span.of(text);
    let bytes = whole.as_bytes();
    let wide = if whole.is_ascii() { &[] } else { bytes };
    let replaced = memmem::find_iter(wide, "\u{FFFD}".as_bytes()).filter(|&at| !is_anchor(bytes, at));
    let mut found = [
        (Code::CharacterLost, first(replaced), 3),
        (Code::ApostropheLost, None, 1),
        (Code::QuotationMarkLost, None, 1),
        (Code::EscapeLeft, None, 1),
    ];
    for at in memchr3_iter(b',', b'&', b'\\', bytes) {
        let code = match bytes.get(at) {
            Some(b',') if is_lost_apostrophe(bytes, at) => Code::ApostropheLost,
            Some(b'&') if is_lost_quotation(bytes, at) => Code::QuotationMarkLost,
            Some(b'\\') if is_escape(bytes, at) => Code::EscapeLeft,
            _ => continue,
        };
        for (_, found, _) in found.iter_mut().filter(|(other, ..)| *other == code) {
            let (_, places) = found.get_or_insert((at, 0));
            *places = places.saturating_add(1);
        }
    }
    found.into_iter().filter_map(move |(code, found, len)| {
        let (at, places) = found?;
        let start = span.start.saturating_add(u32::try_from(at).ok()?);
        Some(Diagnostic::new(code, Span::new(start, start.saturating_add(len)), in_places(places)))
    })
}

/// The first place, and the number of places.
fn first(mut places: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let first = places.next()?;
    Some((first, places.count().saturating_add(1)))
}

/// Whether the backslash at `at` ends its line, by itself or with the letter that `line::row` takes with it.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let is_apart = || at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b' ');
    match bytes.get(at.saturating_add(1)..).unwrap_or_default() {
        [b'\n' | b'\r', ..] => true,
        [b'v', behind @ ..] if is_apart() => {
            behind.iter().find(|byte| !matches!(byte, b' ' | b'\t')).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
        }
        _ => false,
    }
}

/// Whether the U+FFFD at `at` stands for the pilcrow in front of a label.
fn is_anchor(bytes: &[u8], at: usize) -> bool {
    let begins = at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(u8::is_ascii_whitespace);
    begins && bytes.get(at.saturating_add(3)).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the comma at `at` stands where only an apostrophe can: `post,s`, `NATO,s`, in the middle of a word that ends
/// in S, in `can,t` and `they,re`, or behind the article of a title, `Charge d,Affaires`. In capitals, `POST,S` and
/// `CAN,T`, more than two letters must stand in front, because a list can have single letters.
pub fn is_lost_apostrophe(bytes: &[u8], at: usize) -> bool {
    let behind = bytes.get(at.saturating_add(1)..).unwrap_or_default();
    if !behind.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let before = bytes.get(..at).unwrap_or_default();
    let ends = |count: usize, is_letter: fn(&u8) -> bool| {
        before
            .len()
            .checked_sub(count)
            .and_then(|start| before.get(start..))
            .is_some_and(|word| word.iter().all(is_letter))
    };
    let in_capitals = || ends(3, u8::is_ascii_uppercase);
    let is_n = |n: u8| before.last() == Some(&n);
    match behind {
        [b's', rest @ ..] if is_over(rest) => ends(1, u8::is_ascii_lowercase) || ends(2, u8::is_ascii_uppercase),
        [b'S', b' ' | b'\r' | b'\n', ..] => in_capitals(),
        [b'T', b' ' | b'\r' | b'\n', ..] => in_capitals() && is_n(b'N'),
        [b't', rest @ ..] if is_over(rest) => ends(3, u8::is_ascii_lowercase) && is_n(b'n'),
        [b'd' | b'm', rest @ ..] | [b'r' | b'v', b'e', rest @ ..] | [b'l', b'l', rest @ ..] if is_over(rest) => {
            is_pronoun(before)
        }
        [b'A'..=b'Z', ..] => before.ends_with(b" d"),
        _ => false,
    }
}

/// Whether the `&` at `at` opens words that an 8 closes, `&hot topic8`. The `&` stands in front of a word and behind
/// none. The 8 stands behind a word of more than one letter, because `G8` is a word, or behind the word's mark.
fn is_lost_quotation(bytes: &[u8], at: usize) -> bool {
    /// Words in quotation marks are few.
    const LONGEST: usize = 160;
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let opens = before.is_none_or(|before| before.is_ascii_whitespace() || matches!(before, b'(' | b'-'));
    let behind = bytes.get(at.saturating_add(1)..).unwrap_or_default();
    let words = behind.get(..LONGEST).unwrap_or(behind);
    let words = words.get(..memchr(b'&', words).unwrap_or(words.len())).unwrap_or_default();
    let closes = |end: usize| {
        let word = words.get(..end).and_then(|words| words.get(words.len().checked_sub(2)?..)).unwrap_or_default();
        let is_word = matches!(word, [first, last] if first.is_ascii_alphabetic()
            && (last.is_ascii_alphabetic() || matches!(last, b'.' | b',' | b';' | b'!' | b'?' | b')')));
        is_word && is_over(words.get(end.saturating_add(1)..).unwrap_or_default())
    };
    opens && words.first().is_some_and(u8::is_ascii_alphanumeric) && memchr_iter(b'8', words).any(closes)
}

/// Whether the word in front of these bytes has ended.
fn is_over(bytes: &[u8]) -> bool {
    !bytes.first().is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a text ends with a word that verbs are joined to: `they`. `I` is left out because it can be an item of a
/// list of letters.
fn is_pronoun(before: &[u8]) -> bool {
    const PRONOUNS: [&[u8]; 9] = [b"he", b"she", b"it", b"we", b"you", b"they", b"who", b"that", b"there"];
    PRONOUNS.iter().any(|word| {
        before.split_at_checked(before.len().saturating_sub(word.len())).is_some_and(|(above, last)| {
            last.eq_ignore_ascii_case(word) && !above.last().is_some_and(u8::is_ascii_alphanumeric)
        })
    })
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
        check("it,s the post,s", &[(Code::ApostropheLost, ",", Some("The same in 2 places."))]);
        check("the Charge d,Affaires", &[(Code::ApostropheLost, ",", None)]);
        check("items c, d, and d,1", &[]);
        check("THE POST,S GOATS CAN,T GO", &[(Code::ApostropheLost, ",", Some("The same in 2 places."))]);
        check("ITEMS NF,S AND GOATS,SHEEP OF MALTA,S. AFRICA, PORT,T AND P,S X", &[]);
        check("a b,s", &[(Code::ApostropheLost, ",", None)]);
        check("caf\u{FFFD} au lait", &[(Code::CharacterLost, "\u{FFFD}", None)]);
        check("\u{FFFD}1. Text\n\u{FFFD}2. Text", &[]);
        check("goats\\\nand sheep", &[(Code::EscapeLeft, "\\", None)]);
        check("goats\n ROE \\v ", &[(Code::EscapeLeft, "\\", None)]);
        check("goats\n in C:\\v", &[]);
        check("goats \\v in Tarsis", &[]);
        check("KFOR,s goats, the US,s, and ISAF,s", &[(Code::ApostropheLost, ",", Some("The same in 3 places."))]);
        check("We,d go, they,re here, we can,t", &[(Code::ApostropheLost, ",", Some("The same in 3 places."))]);
        check("points n,t and m,n,t, of A,s, (a,d), the,re, I,m, tree,d", &[]);
        check("the &hot topic8 of &goats.8", &[(Code::QuotationMarkLost, "&", Some("The same in 2 places."))]);
        check("to &toughen up;8 more", &[(Code::QuotationMarkLost, "&", None)]);
        check("(&Option II8)", &[(Code::QuotationMarkLost, "&", None)]);
        check("R&D of 8, R & D8, &Co of the G8, &one &two, &D in 1988", &[]);
        check("1,000 goats, and A,S", &[]);
    }
}
