//! The outline of a text: its headings, and parts that have a name but no heading.

use super::words;
use cable::{Cable, Role, title_mark};

/// The longest title, in characters.
const LONGEST: usize = 80;

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The heading, or the name of the part.
    pub title: String,
    /// The paragraph that it begins with.
    pub paragraph: usize,
}

/// The outline; empty where it would not distinguish parts from one another.
pub fn outline(cable: &Cable, text: &str) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let mut last: Option<Role> = None;
    for (paragraph, one) in cable.paragraphs.iter().enumerate() {
        let begins = one.role.filter(|role| last != Some(*role) && *role != Role::Text);
        let title = match begins {
            _ if !one.heading.is_empty() => Some(parted(&heading(one, text)).1.trim_start().to_owned()),
            Some(role) => Some(words::role(role).to_owned()),
            None => None,
        };
        last = one.role;
        out.extend(title.map(|title| Entry { title: words::shortened(&title, LONGEST), paragraph }));
    }
    if out.len() < 2 { Vec::new() } else { out }
}

/// The heading of a paragraph; each of several titles is on a line of its own.
pub fn heading(paragraph: &cable::Paragraph, text: &str) -> String {
    cable::export::heading(text, &paragraph.heading)
}

/// Splits a heading into its portion mark, if it has one, and its title.
pub fn parted(heading: &str) -> (&str, &str) {
    heading.split_at(title_mark(heading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_named_parts() {
        let text = "SUBJECT: X\n\n1. (U) Summary: A lamp. End Summary.\n\nTHE LAMP\n--------\n\n2. (U) It is lit.\n\n3. (U) It is dear.\n\n\
                    (U) THE KEEPER\n--------------\n\n4. (U) She is old.\n\n5. (U) Comment: So it goes. End Comment.\n";
        let cable = cable::parse(text);
        let entries: Vec<_> = outline(&cable, text).into_iter().map(|entry| (entry.title, entry.paragraph)).collect();
        let expected = [("Summary", 0), ("THE LAMP", 1), ("THE KEEPER", 3), ("Comment", 4)];
        assert_eq!(entries, expected.map(|(title, paragraph)| (title.to_owned(), paragraph)));
    }

    #[test]
    fn one_entry_is_no_outline() {
        let text = "SUBJECT: X\n\nTHE LAMP\n--------\n\n1. (U) It is lit.\n";
        assert_eq!(outline(&cable::parse(text), text), []);
    }
}
