//! References and redactions in running text.

use std::ops::Range;

/// A stretch of running text that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// `ref A`: the letter of one of the telegram's references.
    Reference(Range<usize>, usize),
    /// `XXXXXXXXXXXX`, `[SOURCE REMOVED]`: something that the publisher of the copy took out.
    Redaction(Range<usize>),
}

/// Redacted names are written as runs of this many X and more; fewer can be a word or a Roman number.
const SHORTEST_REDACTION: usize = 4;

/// Every spot of a text, in order. `labels` are the letters of the references; without a letter, `reftel` means the
/// only one there is.
pub fn spots(text: &str, labels: &[Option<&str>]) -> Vec<Spot> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts_word = at == 0 || !is_word(bytes[at - 1]);
        at = match bytes[at] {
            b'r' | b'R' if starts_word => reference(text, at, labels, &mut out),
            b'X' if starts_word => {
                let end = word_end(bytes, at);
                let redacted = end - at >= SHORTEST_REDACTION && bytes[at..end].iter().all(|&byte| byte == b'X');
                if redacted {
                    out.push(Spot::Redaction(at..end));
                }
                end
            }
            b'[' => match removal(text, at) {
                Some(end) => {
                    out.push(Spot::Redaction(at..end));
                    end
                }
                None => at + 1,
            },
            _ => at + 1,
        };
    }
    out
}

/// Reads `ref A`, `Refs A and B`, `REF A, C` or `reftel` at `at`; gives where to go on.
fn reference(text: &str, at: usize, labels: &[Option<&str>], out: &mut Vec<Spot>) -> usize {
    let bytes = text.as_bytes();
    let end = word_end(bytes, at);
    let word = &text[at..end];
    if (word.eq_ignore_ascii_case("reftel") || word.eq_ignore_ascii_case("reftels")) && labels.len() == 1 {
        out.push(Spot::Reference(at..end, 0));
        return end;
    }
    let named = ["ref", "refs", "reftel", "reftels"].iter().any(|name| word.eq_ignore_ascii_case(name));
    if !named {
        return end;
    }
    let mut from = at;
    let mut cursor = end;
    loop {
        let letter = cursor + separator(&bytes[cursor..], from == at);
        let stop = word_end(bytes, letter);
        let Some(index) = labels.iter().position(|&label| stop > letter && label == Some(&text[letter..stop])) else {
            return cursor;
        };
        // The first link takes the word with it, those after it are their letter alone.
        out.push(Spot::Reference(if from == at { at } else { letter }..stop, index));
        from = stop;
        cursor = stop;
    }
}

/// Length of what may stand between `ref` and its letter, or between two letters.
fn separator(rest: &[u8], first: bool) -> usize {
    let blanks = |from: usize| rest[from..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if first {
        return blanks(0);
    }
    let mut at = blanks(0);
    if matches!(rest.get(at), Some(b',' | b'/' | b'&')) {
        at += 1;
        at += blanks(at);
    }
    if rest[at..].len() > 4 && rest[at..at + 3].eq_ignore_ascii_case(b"and") && rest[at + 3].is_ascii_whitespace() {
        at += 3 + blanks(at + 3);
    }
    at
}

/// The end of a bracketed remark that says something was taken out.
fn removal(text: &str, at: usize) -> Option<usize> {
    const LONGEST_REMARK: usize = 60;
    let head = &text.as_bytes()[at..text.len().min(at + LONGEST_REMARK)];
    let end = at + head.iter().position(|&byte| byte == b']')? + 1;
    let words = &text[at + 1..end - 1];
    ["REMOVED", "REDACTED", "DELETED", "EXCISED"].iter().any(|word| words.ends_with(word)).then_some(end)
}

fn word_end(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|&&byte| is_word(byte)).count()
}

/// Bytes of characters beyond ASCII count as letters: `préf A` is no reference.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, labels: &[&str]) -> Vec<String> {
        let labels: Vec<_> = labels.iter().map(|label| (!label.is_empty()).then_some(*label)).collect();
        spots(text, &labels)
            .into_iter()
            .map(|spot| match spot {
                Spot::Reference(range, index) => format!("{} -> {index}", &text[range]),
                Spot::Redaction(range) => text[range].to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_letter_is_linked() {
        assert_eq!(found("convictions (ref A). See Ref B, septel.", &["A", "B"]), ["ref A -> 0", "Ref B -> 1"]);
        assert_eq!(found("REFTEL A says", &["A", "B"]), ["REFTEL A -> 0"]);
    }

    #[test]
    fn several_letters_are_linked_each() {
        assert_eq!(found("refs A and C", &["A", "B", "C"]), ["refs A -> 0", "C -> 2"]);
        assert_eq!(found("Refs A, B, and C show", &["A", "B", "C"]), ["Refs A -> 0", "B -> 1", "C -> 2"]);
        assert_eq!(found("refs A/B", &["A", "B"]), ["refs A -> 0", "B -> 1"]);
    }

    #[test]
    fn letters_without_a_reference_are_text() {
        assert_eq!(found("ref C, the ref Ambassador, xref A, a brief A", &["A", "B"]), Vec::<String>::new());
        assert_eq!(found("septel; reftels", &["A", "B"]), Vec::<String>::new());
        assert_eq!(found("refs A and Bahrain", &["A", "B"]), ["refs A -> 0"]);
    }

    #[test]
    fn reftel_is_the_only_reference() {
        assert_eq!(found("as in reftel.", &[""]), ["reftel -> 0"]);
    }

    #[test]
    fn redactions_are_found() {
        assert_eq!(found("met XXXXXXXXXXXX, who", &[]), ["XXXXXXXXXXXX"]);
        assert_eq!(found("from [SOURCE REMOVED] in", &[]), ["[SOURCE REMOVED]"]);
        assert_eq!(found("XXX and XXXXy and [sic] [", &[]), Vec::<String>::new());
    }

    #[test]
    fn it_ends_at_the_end() {
        for text in ["ref", "ref ", "refs A,", "refs A and", "refs A and ", "X", "["] {
            assert!(found(text, &["A"]).len() <= 1, "{text}");
        }
    }
}
