//! Which kind of copy a text is. Each dialect with rules of its own has a file here that says what shows the dialect.
//!
//! A text that none of them recognises is read by the rules of the Cablegate set, whose copies differ only in residue.

pub(crate) mod labelled;
pub(crate) mod nara;
pub(crate) mod navy;

use crate::envelope::janap;
use crate::{Dialect, Span, line};
use memchr::memmem;

/// The dialect shows in this many rows from the start: banners, a post's own blocks and distribution lists stand in
/// front.
const FIRST_ROWS: usize = 60;

/// Recognises a dialect by the first rows of a telegram.
type Recogniser = fn(&[&str]) -> bool;

/// The most telling first: telegrams of the seventies are older than all sets, a joint message can carry labels, and a
/// labelled print can hold a whole telegram.
const RECOGNISERS: [(Dialect, Recogniser); 3] =
    [(Dialect::Nara1970s, nara::shows), (Dialect::Navy, navy::shows), (Dialect::Labelled, labelled::shows)];

/// The dialect that a telegram shows at its start or its end; `None` if it shows none but the Cablegate set's.
pub(crate) fn recognise(text: &str, span: Span) -> Option<Dialect> {
    let mut rows = line::rows(text, span).take(FIRST_ROWS).map(|row| row.of(text)).peekable();
    // Most telegrams of the Cablegate set begin with a start of transmission (format line 1 of ACP 127). Of the others
    // only messages do, with their header line below it.
    if rows.next_if(|first| first.starts_with("VZCZC")).is_some()
        && rows.peek().is_none_or(|below| janap::header(below).is_none())
    {
        return None;
    }
    let rows: Vec<&str> = rows.collect();
    RECOGNISERS
        .into_iter()
        .find_map(|(dialect, shows)| shows(&rows).then_some(dialect))
        .or_else(|| nara::archive::begins(text, span).map(|_| Dialect::Nara1970s))
}

/// Which copy of the Cablegate set a text is, by the residue of its anchors.
pub(crate) fn copy(text: &str) -> Dialect {
    match memmem::find(text.as_bytes(), b"](#)") {
        Some(_) => Dialect::CablegateMarkdown,
        None => Dialect::Cablegate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Dialect>) {
        assert_eq!(recognise(text, Span::new(0, text.len() as u32)), expected, "{text}");
    }

    #[test]
    fn order() {
        let message = "FM COMTARSIS\nTO ALDER\nMSGID/GENADMIN/TARSIS//\nSUBJ/FERRIES//\nRMKS/1. A FERRY.\n";
        let quoted = "PAGE 02 RUEHXX 0012 UNCLAS\nR 121407Z DEC 76\n";
        check(&format!("R 021130Z JUL 07\n{message}{quoted}"), Some(Dialect::Navy));
        check(&format!("{message}{quoted}"), Some(Dialect::Navy));
        // A message of the seventies that the Department received and the archive keeps.
        check(&format!("PAGE 01 TARSIS 00417\nR 121407Z DEC 76\n{message}"), Some(Dialect::Nara1970s));
        check("From: Tarsis\nTo: Alder\nMSGID/GENADMIN/TARSIS//\n", Some(Dialect::Navy));
        check("R 021130Z JUL 07\nFM AMEMBASSY TARSIS\n", None);
    }
}
