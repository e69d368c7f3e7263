//! Posts and offices, named as citations name them.

use crate::glossary::{PostKind, known_post, post};

/// A sender or an addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Party {
    kind: Kind,
    /// The place of a post, the name of anything else.
    name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Department,
    /// A kind of post, named in front of its place.
    Post(&'static str),
    /// A post of no stated kind.
    City,
    /// Named in full.
    Mission,
    /// As the telegram has it.
    Other,
}

/// Designators of posts with what they stand for.
const DESIGNATORS: [(&str, &str); 9] = [
    ("AMEMBASSY", "Embassy"),
    ("EMBASSY", "Embassy"),
    ("AMCONSUL", "Consulate"),
    ("AMCONGEN", "Consulate General"),
    ("CONGEN", "Consulate General"),
    ("CONSULATE", "Consulate"),
    ("USMISSION", "Mission"),
    ("USINT", "Interests Section"),
    ("USLO", "Liaison Office"),
];

impl Party {
    /// Reads a plain-language address designator (`AMEMBASSY MUSCAT`).
    pub fn read(designator: &str) -> Self {
        let designator = designator.trim();
        let known = match known_post(&post(designator)) {
            Some((PostKind::Department, name)) => return Self { kind: Kind::Department, name: name.to_owned() },
            // A comma would separate the name from its place in a note and make a person of it in a record.
            Some((PostKind::Mission, name)) => return Self { kind: Kind::Mission, name: name.replace(", ", " in ") },
            Some((PostKind::City, name)) => Some(name.to_owned()),
            None => None,
        };
        let (first, place) = designator.split_once(' ').unwrap_or((designator, ""));
        let kind = DESIGNATORS.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(first));
        match (kind, known) {
            (Some((_, kind)), Some(name)) => Self { kind: Kind::Post(kind), name },
            (Some((_, kind)), None) if !place.is_empty() => Self { kind: Kind::Post(kind), name: capitalized(place) },
            (None, Some(name)) => Self { kind: Kind::City, name },
            _ => Self { kind: Kind::Other, name: designator.to_owned() },
        }
    }

    /// `Embassy Muscat`, as the National Archives' models have it.
    pub fn name(&self) -> String {
        match self.kind {
            Kind::Post(kind) => [kind, " ", &self.name].concat(),
            _ => self.name.clone(),
        }
    }

    /// `the Embassy in Muscat`, as in a heading of *Foreign Relations*, except for the place: there an embassy is named
    /// by its country, which a telegram does not give.
    pub fn described(&self) -> String {
        match self.kind {
            Kind::Post(kind) => ["the ", kind, " in ", &self.name].concat(),
            Kind::City | Kind::Other => self.name.clone(),
            _ => ["the ", &self.name].concat(),
        }
    }

    /// Whether it belongs to the Department of State.
    pub fn is_of_the_department(&self) -> bool {
        self.kind != Kind::Other
    }
}

/// Capitalizes each word: `CEDAR BAY` becomes `Cedar Bay`.
pub(super) fn capitalized(words: &str) -> String {
    let mut begins = true;
    let letter = |c: char| {
        let written = if begins { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
        begins = !c.is_alphanumeric() && c != '\'';
        written
    };
    words.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(designator: &str, name: &str, described: &str) {
        let party = Party::read(designator);
        assert_eq!((party.name().as_str(), party.described().as_str()), (name, described));
    }

    #[test]
    fn posts_and_offices_are_named() {
        check("SECSTATE WASHDC", "Department of State", "the Department of State");
        check("AMEMBASSY ABU DHABI", "Embassy Abu Dhabi", "the Embassy in Abu Dhabi");
        check("AmEmbassy CEDAR BAY", "Embassy Cedar Bay", "the Embassy in Cedar Bay");
        check("AMCONGEN HONG KONG", "Consulate General Hong Kong", "the Consulate General in Hong Kong");
        check("USINT TARSIS", "Interests Section Tarsis", "the Interests Section in Tarsis");
        check("USMISSION GENEVA", "US Mission Geneva", "the US Mission Geneva");
        check(
            "USUN NEW YORK",
            "US Mission to the United Nations in New York",
            "the US Mission to the United Nations in New York",
        );
    }

    #[test]
    fn what_is_not_known_stays_as_written() {
        check(
            "GULF COOPERATION COUNCIL COLLECTIVE",
            "GULF COOPERATION COUNCIL COLLECTIVE",
            "GULF COOPERATION COUNCIL COLLECTIVE",
        );
        check("AMEMBASSY", "AMEMBASSY", "AMEMBASSY");
        check("MUSCAT", "Muscat", "Muscat");
        check("", "", "");
    }

    #[test]
    fn capitals_follow_marks_and_blanks() {
        assert_eq!(capitalized("PORT-AU-PRINCE ST. JOHN'S"), "Port-Au-Prince St. John's");
    }
}
