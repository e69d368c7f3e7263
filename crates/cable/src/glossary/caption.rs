//! Captions: how a telegram is to be handled.

use super::{CAPTION_WORDS, Term, TermKind, term};

/// Every caption, and whether words of its own follow, such as the name after `CODEL`.
pub(crate) fn captions() -> impl Iterator<Item = (&'static str, bool)> {
    CAPTION_WORDS.iter().copied()
}

/// What a caption asks for, with the words that follow an open one passed over (`CODEL EXAMPLE`).
pub(super) fn caption(words: &str) -> Option<Term> {
    let exact = term(TermKind::Caption, words, None);
    exact.or_else(|| {
        let (first, _) = words.split_once(' ')?;
        let is_open = captions().any(|(caption, is_open)| is_open && caption == first);
        term(TermKind::Caption, first, None).filter(|_| is_open)
    })
}
