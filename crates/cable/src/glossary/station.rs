//! Posts as reference lines and message reference numbers name them.

use super::{POSTS, STATIONS};
use std::sync::LazyLock;

/// What a post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostKind {
    /// The Department itself.
    Department,
    /// A mission or office, named in full.
    Mission,
    /// An embassy or a consulate, named by its city.
    City,
}

/// The kind and the name of a message reference number's post.
pub(crate) fn known_post(post: &str) -> Option<(PostKind, &'static str)> {
    let row = POSTS.of(post).next()?;
    let kind = match row.kind() {
        b'd' => PostKind::Department,
        b'm' => PostKind::Mission,
        _ => PostKind::City,
    };
    Some((kind, row.meaning))
}

/// The post of a message reference number for a name as written: upper case, without blanks and marks, and one name a
/// post (`SecState` and `STATE`; `Rio` and `RIO DE JANEIRO`).
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

/// As [`post`], for a name in a list of references. A name that no table has counts as a misprint of the only post one
/// letter away (`BRASILA`, `JERSUALEM`), and a zero between letters as an O.
pub(crate) fn named_post(written: &str) -> String {
    let letters = written.bytes().filter(u8::is_ascii_alphabetic).count();
    let name = if letters > 0 { post(&written.replace('0', "O")) } else { post(written) };
    if is_post(&name) {
        return name;
    }
    let lens = name.len().saturating_sub(1).max(SHORTEST)..=name.len().saturating_add(1);
    let mut near = lens.filter_map(|len| BY_LENGTH.get(len)).flatten().filter(|post| is_one_apart(&name, post));
    match (near.next(), near.next()) {
        (Some(post), None) => (*post).to_owned(),
        _ => name,
    }
}

/// Whether a name that no table has is a misprint of the sender's `post`, which a table has, however short the name is.
pub(crate) fn is_misprint(name: &str, post: &str) -> bool {
    name.len() > 2 && !is_post(name) && is_post(post) && is_one_apart(name, post)
}

/// The posts by their number of letters, because a list of references can hold thousands of names that no table has.
static BY_LENGTH: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let mut posts: Vec<Vec<&'static str>> = Vec::new();
    for row in POSTS.rows() {
        let len = row.code.len();
        posts.resize_with(posts.len().max(len.saturating_add(1)), Vec::new);
        posts.get_mut(len).into_iter().for_each(|posts| posts.push(row.code));
    }
    posts
});

/// Whether a name, as message reference numbers have it, is in the table of posts.
pub(crate) fn is_post(name: &str) -> bool {
    POSTS.has(name)
}

/// Shorter names have too many neighbours.
const SHORTEST: usize = 5;

/// Whether one letter is added, left out or different, or two neighbouring ones have changed places.
fn is_one_apart(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    match (a, b) {
        ([x, y, a @ ..], [v, w, b @ ..]) if (x, y) == (w, v) && a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        _ => a.get(1..) == Some(b) || b.get(1..) == Some(a),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_misprint, named_post, post};

    #[test]
    fn misprints() {
        for (written, expected) in [
            ("BRASILA", "BRASILIA"),
            ("Jersualem", "JERUSALEM"),
            ("COTON0U", "COTONOU"),
            ("WELLLINGTON", "WELLINGTON"),
            ("HELSINKY", "HELSINKI"),
            ("TARSIS", "TARSIS"),
            ("MANAMA", "MANAMA"),
            ("OSLA", "OSLA"),
            ("DACCA", "DACCA"),
            ("HK", "HONGKONG"),
            ("", ""),
        ] {
            assert_eq!(named_post(written), expected, "{written}");
        }
    }

    #[test]
    fn misprints_of_a_post() {
        for (name, post, expected) in [
            ("BRASIIA", "BRASILIA", true),
            ("BRASILIA", "BRASILIA", false),
            ("MANAMA", "PANAMA", false),
            ("TARSIA", "TARSIS", false),
            ("OSLA", "OSLO", true),
            ("OSO", "OSLO", true),
            ("OS", "OSLO", false),
            ("LIMA", "LOME", false),
            ("SECTO", "STATE", false),
        ] {
            assert_eq!(is_misprint(name, post), expected, "{name}");
        }
    }

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
