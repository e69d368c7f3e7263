//! References, redactions and damaged characters in running text.

use std::ops::Range;

/// A stretch of running text that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// `ref A`: the letter of one of the telegram's references.
    Reference(Range<usize>, usize),
    /// Something that is not as it was written.
    Loss(Range<usize>, Loss),
}

/// What became of words or a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// `XXXXXXXXXXXX`, `xxxxxxxxxxxx`, `[SOURCE REMOVED]`: the publisher of the copy took something out.
    Redaction,
    /// U+FFFD: a character was lost.
    Character,
    /// `the post,s`: a comma stands for an apostrophe.
    Apostrophe,
}

impl Loss {
    /// The quiet mark behind it.
    pub const fn mark(self) -> &'static str {
        match self {
            Loss::Redaction => "redacted",
            Loss::Character => "lost",
            Loss::Apostrophe => "\u{2019}",
        }
    }

    /// The text said in its place: the apostrophe belongs to its word.
    pub const fn said(self) -> &'static str {
        match self {
            Loss::Apostrophe => self.mark(),
            _ => self.meaning(),
        }
    }

    /// What the mark means.
    pub const fn meaning(self) -> &'static str {
        match self {
            Loss::Redaction => "Taken out before this copy was published",
            Loss::Character => "A character was lost before the text was saved",
            Loss::Apostrophe => "The comma stands where an apostrophe was lost",
        }
    }
}

/// Redacted names are written as runs of this many X or more; fewer can be a word or a Roman numeral.
const SHORTEST_REDACTION: usize = 4;

/// Every spot of a text, in order. `labels` are the letters of the references; a bare `reftel` means the only one.
pub fn spots(text: &str, labels: &[Option<&str>]) -> Vec<Spot> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts_word = at == 0 || !is_word(bytes[at - 1]);
        at = match bytes[at] {
            b'r' | b'R' if starts_word => reference(text, at, labels, &mut out),
            cross @ (b'X' | b'x') if starts_word => {
                let end = word_end(bytes, at);
                let redacted = end - at >= SHORTEST_REDACTION && bytes[at..end].iter().all(|&byte| byte == cross);
                if redacted {
                    out.push(Spot::Loss(at..end, Loss::Redaction));
                }
                end
            }
            b'[' => match removal(text, at) {
                Some(end) => {
                    out.push(Spot::Loss(at..end, Loss::Redaction));
                    end
                }
                None => at + 1,
            },
            b',' if cable::is_lost_apostrophe(bytes, at) => {
                out.push(Spot::Loss(at..at + 1, Loss::Apostrophe));
                at + 1
            }
            0xEF if text[at..].starts_with(char::REPLACEMENT_CHARACTER) => {
                let lost = text[at..].chars().take_while(|&c| c == char::REPLACEMENT_CHARACTER);
                let end = at + lost.map(char::len_utf8).sum::<usize>();
                out.push(Spot::Loss(at..end, Loss::Character));
                end
            }
            _ => at + 1,
        };
    }
    out
}

/// Reads `ref A`, `Refs A and B`, `REF (A), (C)`, `reference (a)` or `reftel` at `at`; returns where to go on.
fn reference(text: &str, at: usize, labels: &[Option<&str>], out: &mut Vec<Spot>) -> usize {
    let bytes = text.as_bytes();
    let end = word_end(bytes, at);
    let word = &text[at..end];
    if (word.eq_ignore_ascii_case("reftel") || word.eq_ignore_ascii_case("reftels")) && labels.len() == 1 {
        out.push(Spot::Reference(at..end, 0));
        return end;
    }
    let named = ["ref", "refs", "reftel", "reftels", "reference", "references"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name));
    if !named {
        return end;
    }
    let is_spelled_out = word.len() > "reftels".len();
    let mut cursor = end;
    let mut above: Option<u8> = None;
    loop {
        let first = above.is_none();
        let mut letter = cursor + if first { blanks(&bytes[cursor..]) } else { separator(&bytes[cursor..]) };
        let is_bracketed = letter > cursor && bytes.get(letter) == Some(&b'(');
        letter += usize::from(is_bracketed);
        let mut stop = word_end(bytes, letter);
        let named = text.get(letter..stop).filter(|_| stop > letter);
        let Some(index) = labels.iter().position(|&label| is_label(label, named, above)) else { return cursor };
        above = bytes.get(letter).copied();
        // `for reference a list`
        if is_spelled_out && !is_bracketed && above.is_some_and(|letter| letter.is_ascii_lowercase()) {
            return cursor;
        }
        if is_bracketed {
            if bytes.get(stop) != Some(&b')') {
                return cursor;
            }
            (letter, stop) = (letter - 1, stop + 1);
        }
        // The first link includes the word `ref`, the others are only their letter.
        out.push(Spot::Reference(if first { at } else { letter }..stop, index));
        cursor = stop;
    }
}

/// Returns whether a word names the reference with this label. Some telegrams write all letters small, `refs a and b`;
/// after a capital, `a` is an article.
fn is_label(label: Option<&str>, word: Option<&str>, above: Option<u8>) -> bool {
    let Some((label, word)) = label.zip(word) else { return false };
    let is_small = |letter: u8| letter.is_ascii_lowercase();
    let may_be_small = above.is_none_or(is_small) && (above.is_none() || word != "a");
    label == word || may_be_small && word.bytes().all(is_small) && label.eq_ignore_ascii_case(word)
}

/// The length of what may be between two letters: `, `, ` and `, ` or `, `/`, `-`, ` through `.
fn separator(rest: &[u8]) -> usize {
    let mut at = blanks(rest);
    if matches!(rest.get(at), Some(b',' | b'/' | b'&' | b'-')) {
        at += 1;
        at += blanks(&rest[at..]);
    }
    let word = &rest[at..at + word_end(&rest[at..], 0)];
    let joins = ["and", "or", "through", "thru"].iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()));
    let behind = blanks(&rest[at + word.len()..]);
    if joins && behind > 0 { at + word.len() + behind } else { at }
}

/// How many blanks a text begins with.
fn blanks(rest: &[u8]) -> usize {
    rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
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

/// Bytes of non-ASCII characters count as letters: `préf A` is not a reference.
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
                Spot::Loss(range, _) => text[range].to_owned(),
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
        assert_eq!(found("as (ref b) says", &["A", "B"]), ["ref b -> 1"]);
        assert_eq!(found("refs a and b, a list", &["A", "B"]), ["refs a -> 0", "b -> 1"]);
        assert_eq!(found("ref A, a list", &["A", "B"]), ["ref A -> 0"]);
        assert_eq!(found("refs A and C", &["A", "B", "C"]), ["refs A -> 0", "C -> 2"]);
        assert_eq!(found("Refs A, B, and C show", &["A", "B", "C"]), ["Refs A -> 0", "B -> 1", "C -> 2"]);
        assert_eq!(found("refs A/B", &["A", "B"]), ["refs A -> 0", "B -> 1"]);
        assert_eq!(found("reftels B and C", &["A", "B", "C"]), ["reftels B -> 1", "C -> 2"]);
        assert_eq!(found("REFS (A) AND (B)", &["A", "B"]), ["REFS (A) -> 0", "(B) -> 1"]);
        assert_eq!(found("refs A-C, or B", &["A", "B", "C"]), ["refs A -> 0", "C -> 2", "B -> 1"]);
    }

    #[test]
    fn references_are_named_in_full_as_well() {
        assert_eq!(found("chapters 1 and 2 of reference (a).", &["A", "B"]), ["reference (a) -> 0"]);
        assert_eq!(found("REFERENCES (A) AND (B)", &["A", "B"]), ["REFERENCES (A) -> 0", "(B) -> 1"]);
        assert_eq!(found("for reference a list, in reference to A", &["A", "B"]), Vec::<String>::new());
    }

    #[test]
    fn letters_without_a_reference_are_text() {
        assert_eq!(found("ref C, the ref Ambassador, xref A, a brief A", &["A", "B"]), Vec::<String>::new());
        assert_eq!(found("septel; reftels", &["A", "B"]), Vec::<String>::new());
        assert_eq!(found("refs A and Bahrain", &["A", "B"]), ["refs A -> 0"]);
        assert_eq!(found("ref(A), ref (A, ref () and ref A and (", &["A", "B"]), ["ref A -> 0"]);
    }

    #[test]
    fn reftel_is_the_only_reference() {
        assert_eq!(found("as in reftel.", &[""]), ["reftel -> 0"]);
    }

    #[test]
    fn redactions_are_found() {
        assert_eq!(found("met XXXXXXXXXXXX, who", &[]), ["XXXXXXXXXXXX"]);
        assert_eq!(found("met xxxxxxxxxxxx, who", &[]), ["xxxxxxxxxxxx"]);
        assert_eq!(found("from [SOURCE REMOVED] in", &[]), ["[SOURCE REMOVED]"]);
        assert_eq!(found("XXX and XXXXy and [sic] [", &[]), Vec::<String>::new());
    }

    #[test]
    fn damaged_characters_are_found() {
        assert_eq!(found("the post,s goats, caf\u{FFFD}\u{FFFD}, 1,000", &[]), [",", "\u{FFFD}\u{FFFD}"]);
        assert_eq!(found("\u{FF01}", &[]), Vec::<String>::new());
    }

    #[test]
    fn it_ends_at_the_end() {
        for text in ["ref", "ref ", "ref (", "refs A,", "refs A and", "refs A and ", "X", "[", "a,", "\u{FFFD}"] {
            assert!(found(text, &["A"]).len() <= 1, "{text}");
        }
    }
}
