//! Whether words can be the surname of a signer.

use super::message_end::is_level;
use super::signer::PARTICLES;
use crate::heading;
use crate::known::{is_one_of, is_word_of};
use crate::words::{behind_last, words};
use std::ops::Range;

const LONGEST_SURNAME: usize = 30;

/// Whether a line is one to three words of letters, four with a particle, each with a capital in front, and no full
/// stop behind. Particles may be small.
pub(super) fn is_surname(line: &str) -> bool {
    let is_part = |word: &str| {
        let particle = matches!(word, "de" | "von" | "van" | "der" | "la" | "di" | "and" | "/");
        let name = word.starts_with(|c: char| c.is_uppercase())
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '/'));
        (particle || name || matches!(word, "ST." | "JR.")) && word != "UNQUOTE"
    };
    // `MAIN ST.` is a road, and behind an initial JR. is not the whole name.
    let is_whole = match line.rsplit_once(' ').unwrap_or(("", line)) {
        (front, "JR.") => front.len() > 2 && !front.ends_with('.'),
        (_, last) => last != "ST.",
    };
    let is_particle = |word: Range<usize>| line.get(word).is_some_and(|word| PARTICLES.contains(&word));
    is_whole
        && words(line).all(|word| line.get(word).is_some_and(is_part))
        && words(line).next().is_some()
        && words(line).count() <= if words(line).any(is_particle) { 4 } else { 3 }
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && line.len() <= LONGEST_SURNAME
        && !line.contains("XXX")
        && !heading::is_caption(line)
        && !is_level(line)
        && !is_last_word(line)
}

/// Whether a word begins a sentence, as at the end of a text that breaks off: `5.6 percent. The`
pub(super) fn opens_sentence(name: &str) -> bool {
    const OPENINGS: &str = "a an and as at but for he however if in it moreover on our she the there they this we";
    let first = name.trim_start().split(' ').next().unwrap_or_default();
    is_word_of(first, OPENINGS)
}

/// Whether a line is words that end a telegram and are no name.
pub(super) fn is_last_word(line: &str) -> bool {
    const LAST: [&str; 10] =
        ["END", "END COMMENT", "END SUMMARY", "END TEXT", "END NOTE", "COMMENT", "NOTE", "NOT", "NFI", "CLASSIFIED"];
    is_one_of(line, &LAST)
}

/// Whether a line can be a surname in small letters throughout, which is believed only on a line of its own.
pub(super) fn is_small_surname(line: &str) -> bool {
    (3..=LONGEST_SURNAME).contains(&line.len())
        && line.bytes().all(|byte| byte.is_ascii_lowercase())
        && !is_last_word(line)
}

/// A row without what says in which capacity somebody signed, or an end of message that a copy joined to it.
pub(super) fn without_capacity(row: &str) -> &str {
    /// An office is nobody's name.
    const OFFICES: &str = "AMBASSADOR CHAIRMAN CHIEF CONSUL COUNSELOR DIRECTOR MINISTER OFFICER PRESIDENT SECRETARY";
    const BEHIND: [&str; 6] = [" (ACTING)", ", ACTING", " ACTING", " (CHARGE)", ", CHARGE", " BT"];
    let name = BEHIND.iter().find_map(|behind| row.strip_suffix(behind));
    // `NO SINGLE GROUP ACTING` goes on with a sentence.
    let is_clause = |name: &str| name.contains(' ') && row.ends_with(" ACTING");
    name.filter(|name| !is_clause(name) && !is_word_of(behind_last(name, b" "), OFFICES)).unwrap_or(row)
}
