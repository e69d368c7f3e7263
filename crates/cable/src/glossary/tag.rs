//! Kinds of TAGS codes, and what they mean in a telegram.

use super::{TAGS, Term, TermKind, term};
use crate::{Cable, Date, TagKind};

/// What an upper-case code meant in a telegram, on its day. A telegram without a day is of the year of its number, or
/// otherwise of the days of its executive order; then a code has a meaning only if it had it on all of those days.
///
/// ```
/// let meaning = |text| cable::glossary::tag(&cable::parse(text), "GE").and_then(|tag| tag.meaning);
/// assert_eq!(meaning("TAGS: GE\nSUBJECT: GOATS\n\n1. Rain."), Some("Germany (East)"));
/// assert_eq!(meaning("E.O. 12958: N/A\nTAGS: GE\nSUBJECT: GOATS\n\n1. Rain."), None);
/// ```
pub fn tag(cable: &Cable, code: &str) -> Option<Term> {
    let Some((first, last)) = days(cable) else { return term(TermKind::Tag, code, None) };
    let found = term(TermKind::Tag, code, last.or(Some(first)))?;
    let holds = found.era.0.is_none_or(|from| from <= first) && (last.is_some() || found.era.1.is_none());
    holds.then_some(found)
}

/// The days on which a telegram can have been written; there is no last day for an order that is in force.
fn days(cable: &Cable) -> Option<(Date, Option<Date>)> {
    if let Some(day) = cable.written_on() {
        return Some((day, Some(day)));
    }
    if let Some(year) = cable.reference_number.as_ref().and_then(|number| number.value.year) {
        return Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)));
    }
    let order = cable.executive_order.as_ref()?.value.order.as_deref()?;
    let (first, last) = term(TermKind::Order, order, None)?.era;
    Some((first?, last))
}

/// The kind of an upper-case code; `None` for one that is not in the table.
pub(crate) fn tag_kind(code: &str) -> Option<TagKind> {
    TAGS.kind(code).map(|kind| match kind {
        b's' => TagKind::Subject,
        b'p' => TagKind::Program,
        b'g' => TagKind::Geographic,
        _ => TagKind::Organization,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_kind_in_every_era() {
        for row in TAGS.rows() {
            assert!(TAGS.of(row.code).all(|other| other.kind() == row.kind()), "{row:?}");
        }
    }

    #[test]
    fn kinds() {
        for (code, kind) in [
            ("SHUM", Some(TagKind::Subject)),
            ("KMPI", Some(TagKind::Program)),
            ("XZ", Some(TagKind::Geographic)),
            ("C-20", Some(TagKind::Organization)),
            ("QQQQ", None),
        ] {
            assert_eq!(tag_kind(code), kind, "{code}");
        }
    }

    #[test]
    fn meanings_without_a_day() {
        let check = |head: &str, code: &str, expected: Option<&str>| {
            let cable = crate::parse(&format!("{head}\nTAGS: {code}\nSUBJECT: GOATS\n\n1. Rain."));
            assert_eq!(tag(&cable, code).and_then(|tag| tag.meaning), expected, "{head} {code}");
        };
        check("E.O. 12958: N/A", "RS", Some("Russia"));
        check("E.O. 12356: DECL: OADR", "WTO", None);
        check("E.O. 12065: N/A", "PINS", None);
        check("E.O. 13526: DECL: 2041/03/04", "RS", None);
        check("MRN: 99 TARSIS 417\n\nE.O. 12958: N/A", "UNHRC", None);
        check("MRN: 09 TARSIS 417\n\nE.O. 13526: N/A", "RS", Some("Russia"));
    }
}
