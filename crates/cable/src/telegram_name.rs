//! Names in the form of a reference number, as files, rows of an archive and lines between texts have them.

use crate::{ReferenceNumber, glossary};
use std::fmt;

/// Year, post and number: `09TARSIS417.txt`, `1975STATE011531_b.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TelegramName {
    /// Two digits or four, as written.
    pub year: u16,
    /// Upper case.
    pub post: String,
    /// Without leading zeros.
    pub number: u32,
}

impl TelegramName {
    /// Reads a name; an ending or a remark can stand behind the number.
    pub fn read(name: &str) -> Option<Self> {
        let (year, rest) = split_where(name, |c| !c.is_ascii_digit());
        let (post, rest) = split_where(rest, |c| !c.is_ascii_alphabetic());
        let (number, rest) = split_where(rest, |c| !c.is_ascii_digit());
        let ends = rest.is_empty() || rest.starts_with(['.', '_', ' ', '(']);
        if !matches!(year.len(), 2 | 4) || post.len() < 3 || !ends {
            return None;
        }
        Some(Self { year: year.parse().ok()?, post: post.to_ascii_uppercase(), number: number.parse().ok()? })
    }

    /// Whether it names the telegram of this post and number.
    pub fn is_of(&self, post: &str, number: u32) -> bool {
        self.number == number && self.names(post)
    }

    /// Whether it names another telegram. A number without a year can be of any year. A caption of the classification
    /// line can have run into the post: `08EFTOTARSIS417`.
    pub fn differs(&self, number: &ReferenceNumber) -> bool {
        let is_caption = |front: &str| glossary::captions().any(|(words, _)| words == front);
        let same_post = self.names(&number.post) || self.post.strip_suffix(&number.post).is_some_and(is_caption);
        number.year.is_some_and(|year| self.year % 100 != year % 100) || !same_post || self.number != number.number
    }

    /// Whether it names this post. With a year of four digits the name is one of the National Archives, which cut posts
    /// off at six letters.
    fn names(&self, post: &str) -> bool {
        const LONGEST: usize = 6;
        self.post == post || self.year > 99 && self.post.len() == LONGEST && post.starts_with(&self.post)
    }
}

impl fmt::Display for TelegramName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}{}{}", self.year % 100, self.post, self.number)
    }
}

fn split_where(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at_checked(text.find(end).unwrap_or(text.len())).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_telegrams() {
        for (name, expected) in [
            ("09BIRCHPORT417", true),
            ("2009BIRCHP00417", true),
            ("09BIRCHP417", false),
            ("2009BIRCH00417", false),
            ("2009BIRCHP00418", false),
        ] {
            let is_own = TelegramName::read(name).map(|named| named.is_of("BIRCHPORT", 417));
            assert_eq!(is_own, Some(expected), "{name}");
        }
    }

    #[test]
    fn other_telegrams() {
        let number = ReferenceNumber { year: Some(2009), post: "BIRCHPORT".to_owned(), number: 417 };
        for (name, expected) in [
            ("09BIRCHPORT417.txt", false),
            ("09EFTOBIRCHPORT417.txt", false),
            ("2009BIRCHP00417_b.html", false),
            ("2009BIRCH00417_b.html", true),
            ("09NEWBIRCHPORT417.txt", true),
            ("09BIRCHPORT418.txt", true),
            ("08BIRCHPORT417.txt", true),
        ] {
            let differs = TelegramName::read(name).map(|named| named.differs(&number));
            assert_eq!(differs, Some(expected), "{name}");
        }
    }
}
