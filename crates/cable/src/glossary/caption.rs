//! Captions: how a telegram is to be handled.

use super::{CAPTION_WORDS, Term, TermKind, term};

/// Every caption, and whether words of the telegram's own follow it, such as the name after `CODEL`.
pub(crate) fn captions() -> impl Iterator<Item = (&'static str, bool)> {
    CAPTION_WORDS.iter().copied()
}

/// The captions that begin with an upper-case letter.
pub(crate) fn captions_of(letter: u8) -> impl Iterator<Item = (&'static str, bool)> {
    let is_before = |(words, _): &(&str, bool)| words.as_bytes().first().is_some_and(|first| *first < letter);
    let from = CAPTION_WORDS.partition_point(is_before);
    let behind = CAPTION_WORDS.iter().skip(from).copied();
    behind.take_while(move |(words, _)| words.as_bytes().first() == Some(&letter))
}

/// What a caption asks for; the words behind an open caption are passed over (`CODEL EXAMPLE`).
pub(super) fn caption(words: &str) -> Option<Term> {
    let exact = term(TermKind::Caption, words, None);
    exact.or_else(|| {
        let (first, _) = words.split_once(' ')?;
        let is_open = captions().any(|(caption, is_open)| is_open && caption == first);
        term(TermKind::Caption, first, None).filter(|_| is_open)
    })
}
