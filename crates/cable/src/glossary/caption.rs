//! Captions: how a telegram is to be handled.

use super::{CAPTIONS, Confidence};

/// What a caption means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaptionMeaning {
    /// What it asks for.
    pub meaning: Option<&'static str>,
    /// How well that is sourced.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: &'static str,
    /// Whether words of its own follow, such as the name after `CODEL`.
    pub open: bool,
}

pub(super) struct CaptionRow {
    pub words: &'static str,
    pub open: bool,
    pub meaning: Option<&'static str>,
    pub confidence: Confidence,
    pub source: &'static str,
}

/// What an upper-case caption means, its words one blank apart. Words that follow an open caption are passed over.
///
/// ```
/// use cable::glossary::caption;
/// assert_eq!(caption("SIPDIS").and_then(|caption| caption.meaning), Some("SIPRNET distribution"));
/// assert!(caption("CODEL EXAMPLE").is_some());
/// ```
pub fn caption(words: &str) -> Option<CaptionMeaning> {
    let exact = CAPTIONS.binary_search_by(|row| row.words.cmp(words)).ok().and_then(|index| CAPTIONS.get(index));
    let row = exact.or_else(|| {
        let (first, _) = words.split_once(' ')?;
        CAPTIONS.iter().find(|row| row.open && row.words == first)
    })?;
    Some(CaptionMeaning { meaning: row.meaning, confidence: row.confidence, source: row.source, open: row.open })
}

/// Every caption with whether it is open.
pub(crate) fn captions() -> impl Iterator<Item = (&'static str, bool)> {
    CAPTIONS.iter().map(|row| (row.words, row.open))
}
