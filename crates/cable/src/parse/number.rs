//! What stands behind level and caveats on the classification line: sections, post and number.

use crate::SectionCount;
use crate::words::{is_number, words};
use std::ops::Range;

/// Post, number, and where both stand.
pub(crate) type Numbered = (String, u32, Range<usize>);

/// `SECTION 01 OF 02 TARSIS 000417`: the sections, and post and number, with their places.
pub(crate) fn section_and_number(rest: &str) -> (Option<(SectionCount, Range<usize>)>, Option<Numbered>) {
    let parts: Vec<Range<usize>> = words(rest).collect();
    let sections = parts.windows(4).find_map(|parts| {
        let [first, second, third, last] = parts else { return None };
        let word = |part: &Range<usize>| rest.get(part.clone()).unwrap_or_default();
        let says = |part, wanted: &str| word(part).eq_ignore_ascii_case(wanted);
        let number = |part| word(part).parse::<u16>().ok();
        let (number, of) = if says(first, "SECTION") && says(third, "OF") {
            number(second).zip(number(last))?
        } else if says(first, "FINAL") && says(second, "SECTION") && says(third, "OF") {
            number(last).map(|of| (of, of))?
        } else {
            return None;
        };
        Some((SectionCount { number, of }, first.start..last.end))
    });
    let end = sections.as_ref().map_or(0, |(_, place)| place.end);
    let behind = parts.get(parts.partition_point(|part| part.start < end)..);
    (sections, post_and_number(rest, behind.unwrap_or_default()))
}

/// The post is what stands before the last number; several numbers (`STATE 311722 TOSEC 340058`) name the first.
fn post_and_number(rest: &str, parts: &[Range<usize>]) -> Option<Numbered> {
    let word = |part: &Range<usize>| rest.get(part.clone()).unwrap_or_default();
    let digits = parts.iter().position(|part| is_number(word(part)))?;
    let number = parts.get(digits)?;
    let posts = parts.get(..digits)?;
    let first = posts.first()?;
    let is_post = |part: &Range<usize>| {
        word(part).bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'-' | b'\''))
    };
    if posts.len() > 5 || !posts.iter().all(is_post) {
        return None;
    }
    let post: String = posts
        .iter()
        .flat_map(|part| word(part).bytes())
        .filter(u8::is_ascii_alphabetic)
        .map(|byte| byte.to_ascii_uppercase() as char)
        .collect();
    let value = word(number).parse().ok()?;
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
