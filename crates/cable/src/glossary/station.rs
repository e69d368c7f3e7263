//! Posts as reference lines name them, and as message reference numbers do.

use super::{POSTS, STATIONS};

/// What a post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostKind {
    /// The Department itself.
    Department,
    /// A mission or office that is named in full.
    Mission,
    /// An embassy or a consulate, named by its city.
    City,
}

/// What the post of a message reference number is, and its name.
pub(crate) fn known_post(post: &str) -> Option<(PostKind, &'static str)> {
    let row = POSTS.of(post).next()?;
    let kind = match row.kind() {
        b'd' => PostKind::Department,
        b'm' => PostKind::Mission,
        _ => PostKind::City,
    };
    Some((kind, row.meaning))
}

/// The post of a message reference number for a name as written: upper case, blanks and marks removed, and one
/// name a post (`SecState` and `STATE`; `Rio` and `RIO DE JANEIRO`).
pub(crate) fn post(written: &str) -> String {
    let mut name: String =
        written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    // A designator in front of the place names the mission, which a reference number leaves out.
    for designator in ["AMEMBASSY", "AMCONSUL", "AMCONGEN", "EMBASSY", "CONGEN", "USMISSION", "USINT", "USLO"] {
        if let Some(place) = name.strip_prefix(designator).filter(|place| !place.is_empty()) {
            name = place.to_owned();
            break;
        }
    }
    let known = STATIONS.of(&name).next();
    known.map_or(name, |row| row.meaning.to_owned())
}

#[cfg(test)]
mod tests {
    use super::post;

    #[test]
    fn one_name_a_post() {
        let cases = [
            ("TARSIS", "TARSIS"),
            ("Abu Dhabi", "ABUDHABI"),
            ("St. Petersburg", "STPETERSBURG"),
            ("SecState", "STATE"),
            ("USUN NEW YORK", "USUNNEWYORK"),
            ("USUN", "USUNNEWYORK"),
            ("KL", "KUALALUMPUR"),
            ("AmEmbassy Nowhere", "NOWHERE"),
        ];
        for (written, expected) in cases {
            assert_eq!(post(written), expected, "{written}");
        }
    }
}
