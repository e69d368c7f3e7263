//! Caveats: what a mark says besides the level.

use crate::words::{one_line, up_to};

// Caveats of one word or phrase: short forms as in portion marks, long ones as in classification lines.
include!(concat!(env!("OUT_DIR"), "/caveats.rs"));

/// Caveats that a list of countries or agencies follows: `REL TO USA, FVEY`, `FGI`, `REL NATO`.
const LISTS: [&str; 3] = ["REL", "RELTO", "FGI"];

/// The caveats of `written`, in upper case and in their order; several are separated by strokes. `None` if anything in
/// it is not a caveat. `ENTIRE TEXT` says how far a mark reaches, and is skipped.
pub(crate) fn caveats(written: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    if written.is_empty() {
        return Some(found);
    }
    for part in written.split('/').filter(|part| !part.is_empty()) {
        let upper = part.trim_matches(is_edge).to_ascii_uppercase();
        let part = upper.strip_suffix("ENTIRE TEXT").unwrap_or(&upper).trim_matches(is_edge);
        if part.is_empty() || is_caveat(part) {
            found.extend((!part.is_empty()).then(|| one_line(part)));
            continue;
        }
        for word in part.split([' ', ',', '-']).filter(|word| !word.is_empty()) {
            is_caveat(word).then(|| found.push(word.to_owned()))?;
        }
    }
    Some(found)
}

/// Every caveat of one word or phrase.
pub(crate) fn all_caveats() -> impl Iterator<Item = &'static str> {
    CAVEATS.iter().copied()
}

/// Whether a word or phrase in capitals is a caveat.
pub(crate) fn is_caveat(part: &str) -> bool {
    let first = up_to(part, b" ,");
    // A country has at most two words here; more belong to a sentence.
    let is_short = |to: &str| to.split(',').all(|name| name.split_whitespace().count() <= 2 && !name.contains('.'));
    let is_list = (LISTS.contains(&first) || part.strip_prefix("RELEASABLE TO ").is_some_and(is_short))
        && part.bytes().all(|byte| byte.is_ascii_alphabetic() || b" ,&.'-".contains(&byte));
    is_list || CAVEATS.contains(&part)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || "-,.;:\\".contains(c)
}
