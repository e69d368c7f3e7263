//! Designators of posts: `AMEMBASSY TEL AVIV`, `SECSTATE WASHDC`.

use super::addressee::addressee;
use crate::glossary;

/// The words that designators of posts and of the Department begin with.
const KINDS: [&str; 4] = ["AMEMBASSY ", "AMCONSUL ", "USMISSION ", "SECSTATE "];

/// Whether a designator names a post, or the Department.
pub(crate) fn is_post(designator: &str) -> bool {
    KINDS.iter().any(|kind| designator.starts_with(kind))
}

/// Whether a designator is only a known post.
pub(super) fn is_known_post(designator: &str) -> bool {
    is_post(designator) && glossary::is_post(&post(designator))
}

/// Whether a row is a post, with its precedence at most. The post must be known or have a name of one word: any other
/// word behind a post is an office there, or what it is to do: `AMEMBASSY LYDDA RSO`.
pub(crate) fn is_post_alone(line: &str) -> bool {
    let is_place = |place: &str| place.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ');
    let names = |name: &str| {
        let place = KINDS.iter().find_map(|kind| name.strip_prefix(kind));
        place.is_some_and(|place| is_place(place) && (!place.contains(' ') || glossary::is_post(&post(name))))
    };
    // Few rows begin with a post.
    is_post(line) && addressee(line).is_some_and(|found| names(&found.name))
}

/// Whether words are the name of a known post.
pub(super) fn is_place(name: &str) -> bool {
    glossary::is_post(&glossary::post(name))
}

/// The post that a designator names, as reference numbers write it: TELAVIV for `AMEMBASSY TEL AVIV`.
pub(crate) fn post(designator: &str) -> String {
    glossary::post(designator.strip_suffix("WASHDC").unwrap_or(designator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts() {
        assert_eq!(post("AMEMBASSY NEW TARSIS"), "NEWTARSIS");
        assert_eq!(post("SECSTATE WASHDC"), "STATE");
    }

    #[test]
    fn posts_alone() {
        for line in
            ["AMEMBASSY TARSIS", "AMCONSUL LYDDA PRIORITY", "SECSTATE WASHDC", "AMEMBASSY TEL AVIV IMMEDIATE 12"]
        {
            assert!(is_post_alone(line), "{line}");
        }
        for line in [
            "AMEMBASSY TARSIS - POLOFF",
            "AMCONSUL LYDDA (ATTN ECONOFF)",
            "SECSTATE DS/IP/NEA",
            "AMEMBASSY LYDDA RSO",
            "AMEMBASSY LYDDA TAKE NOTE",
            "AMEMBASSY FOR DOE",
            "AMEMBASSY Tarsis",
            "TARSIS",
        ] {
            assert!(!is_post_alone(line), "{line}");
        }
    }
}
