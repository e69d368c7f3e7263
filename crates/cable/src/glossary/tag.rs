//! Kinds of TAGS codes, and what they mean in a telegram.

use super::term::last_of_fips;
use super::{TAGS, Term, TermKind, term};
use crate::{Cable, TagKind};

/// What an upper-case code meant in a telegram, on its day. One that has lost its day is of the days of its executive
/// order, and a code meant what it did on the last of them or, where it meant nothing any more, on the first.
///
/// ```
/// let meaning = |text| cable::glossary::tag(&cable::parse(text), "GE").and_then(|tag| tag.meaning);
/// assert_eq!(meaning("TAGS: GE\nSUBJECT: GOATS\n\n1. Rain."), Some("Germany (East)"));
/// assert_eq!(meaning("E.O. 12958: N/A\nTAGS: GE\nSUBJECT: GOATS\n\n1. Rain."), None);
/// ```
pub fn tag(cable: &Cable, code: &str) -> Option<Term> {
    let when = cable.written_on();
    let order =
        cable.executive_order.as_ref().filter(|_| when.is_none()).and_then(|order| order.value.order.as_deref());
    let Some((from, until)) = order.and_then(|order| term(TermKind::Order, order, None)).map(|order| order.era) else {
        return term(TermKind::Tag, code, when);
    };
    let last = until.into_iter().chain(last_of_fips()).min();
    last.into_iter().chain(from).find_map(|day| term(TermKind::Tag, code, Some(day)))
}

/// The kind of an upper-case code; `None` for one that is not in the table.
pub(crate) fn tag_kind(code: &str) -> Option<TagKind> {
    TAGS.of(code).next().map(|row| match row.kind() {
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
}
