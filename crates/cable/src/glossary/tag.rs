//! Kinds of TAGS codes.

use super::TAGS;
use crate::TagKind;

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
