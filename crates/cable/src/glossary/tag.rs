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
