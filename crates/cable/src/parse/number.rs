//! What stands behind level and caveats on the classification line: sections, post and number.

use crate::SectionCount;
use crate::words::{is_number, words};
use std::ops::Range;

/// Post, number, and where both stand.
pub(crate) type Numbered = (String, u32, Range<usize>);

/// `SECTION 01 OF 02 TARSIS 000417`: the sections, and post and number, with their places.
pub(crate) fn section_and_number(rest: &str) -> (Option<(SectionCount, Range<usize>)>, Option<Numbered>) {
    let parts: Vec<Range<usize>> = words(rest).collect();
    let word = |index: usize| parts.get(index).map_or("", |part| &rest[part.clone()]);
    let says = |index: usize, wanted: &str| word(index).eq_ignore_ascii_case(wanted);
    let number = |index: usize| word(index).parse::<u16>().ok();
    let mut sections = None;
    let mut from = 0;
    for index in 0..parts.len() {
        let last = index + 3;
        let count = if says(index, "SECTION") && says(index + 2, "OF") {
            number(index + 1).zip(number(last))
        } else if says(index, "FINAL") && says(index + 1, "SECTION") && says(index + 2, "OF") {
            number(last).map(|of| (of, of))
        } else {
            continue;
        };
        if let (Some((number, of)), Some(end)) = (count, parts.get(last)) {
            sections = Some((SectionCount { number, of }, parts[index].start..end.end));
            from = last + 1;
            break;
        }
    }
    (sections, post_and_number(rest, parts.get(from..).unwrap_or_default()))
}

/// The post is what stands before the last number; several numbers (`STATE 311722 TOSEC 340058`) name the first.
fn post_and_number(rest: &str, parts: &[Range<usize>]) -> Option<Numbered> {
    let digits = parts.iter().position(|part| is_number(&rest[part.clone()]))?;
    let number = parts.get(digits)?;
    let posts = parts.get(..digits)?;
    let first = posts.first()?;
    let is_post = |part: &Range<usize>| {
        rest[part.clone()].bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'-' | b'\''))
    };
    if posts.len() > 5 || !posts.iter().all(is_post) {
        return None;
    }
    let post: String = posts
        .iter()
        .flat_map(|part| rest[part.clone()].bytes())
        .filter(u8::is_ascii_alphabetic)
        .map(|byte| byte.to_ascii_uppercase() as char)
        .collect();
    let value = rest[number.clone()].parse().ok()?;
    Some((post, value, first.start..number.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rest: &str, sections: Option<(u16, u16)>, number: Option<(&str, u32)>) {
        let (count, written) = section_and_number(rest);
        assert_eq!(count.map(|(count, _)| (count.number, count.of)), sections, "{rest}");
        assert_eq!(written.as_ref().map(|(post, number, _)| (post.as_str(), *number)), number, "{rest}");
    }

    #[test]
    fn forms() {
        check("SECTION 01 OF 02 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
        check("section 01 of 04 new tarsis 000348", Some((1, 4)), Some(("NEWTARSIS", 348)));
        check("FINAL SECTION OF 2 TARSIS 0905", Some((2, 2)), Some(("TARSIS", 905)));
        check("STATE 311722 TOSEC 340058", None, Some(("STATE", 311_722)));
        check("TARSIS 000243 SIPDIS NOFORN", None, Some(("TARSIS", 243)));
        check("SECTION 01 OF 02", Some((1, 2)), None);
        check("000417", None, None);
        check("", None, None);
    }
}
