//! Recognizes instructions that say who a telegram is from: `FOR DOE FROM CHARGE`, `FROM THE AMBASSADOR`.

use crate::known::is_among;
use crate::words::has_small;

/// Titles of people, besides offices, that a telegram can be from.
const SENDERS: &str = "AMBASSADOR AMB CG CHARGE DCM SECRETARY ASSISTANT";

/// Whether a line in capitals says who a telegram is for and from: `FOR AMBASSADOR ROE FROM S/PRS`.
pub(crate) fn is_from_somebody(line: &str) -> bool {
    let split = line.strip_prefix("FOR ").and_then(|rest| rest.split_once(" FROM "));
    split.filter(|_| !has_small(line)).is_some_and(|(_, from)| {
        let first = from.split(' ').next().unwrap_or_default();
        first.contains('/') || is_among(first, SENDERS)
    })
}

/// Whether words in capitals name an officer by title: `AMBASSADOR ROE`, `THE SECRETARY`.
pub(super) fn is_officer(words: &str) -> bool {
    is_author(words) && !has_small(words)
}

/// Whether a line in capitals names only the post or office that sent a telegram: `FROM EMBASSY TARSIS`.
pub(crate) fn names_sender(line: &str) -> bool {
    sender(line).is_some_and(|name| !is_author(name))
}

/// Whether a line in capitals names only the person who wrote the text: `FROM THE AMBASSADOR`, `FM CHARGE ROE`.
pub(crate) fn names_author(line: &str) -> bool {
    sender(line).is_some_and(is_author)
}

fn sender(line: &str) -> Option<&str> {
    let is_asked = |word: &str| ["FOR", "PASS", "TO"].contains(&word);
    let name = line.strip_prefix("FROM ").or_else(|| line.strip_prefix("FM "))?;
    (!has_small(name) && !name.split_ascii_whitespace().any(is_asked)).then_some(name)
}

fn is_author(name: &str) -> bool {
    name.split_ascii_whitespace().find(|word| *word != "THE").is_some_and(|title| is_among(title, SENDERS))
}

#[cfg(test)]
mod tests {
    use super::{is_from_somebody, names_author, names_sender};

    #[test]
    fn senders() {
        for (line, expected) in [
            ("FOR AMBASSADOR ROE FROM S/PRS", true),
            ("FOR DOE FROM CHARGE", true),
            ("FOR SALE OF SHIPS FROM LYDDA", false),
            ("FROM THE AMBASSADOR", false),
            ("For Doe FROM S/PRS", false),
        ] {
            assert_eq!(is_from_somebody(line), expected, "{line}");
        }
    }

    #[test]
    fn authors() {
        for (line, sender, author) in [
            ("FROM EMBASSY TARSIS/MESSAGE NO. 12", true, false),
            ("FROM THE AMBASSADOR", false, true),
            ("FM AMBASSADOR JANE ROE", false, true),
            ("FM AMEMBASSY TARSIS", true, false),
            ("FROM THE AMBASSADOR TO THE SECRETARY", false, false),
            ("From the Ambassador", false, false),
        ] {
            assert_eq!((names_sender(line), names_author(line)), (sender, author), "{line}");
        }
    }
}
