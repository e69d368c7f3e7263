//! `BEGIN` and what it sets apart: `BEGIN TEXT`, `BEGIN POINTS FOR LYDDA:`, `[BEGIN TEXT OF LIST]`.

use super::behind_name::{LONGEST_TITLE, ended, joined, punctuation};
use super::bracket::Brackets;
use super::event::{Does, Event, MOST_PREFIX_WORDS, opening};
use super::name::bounded_name;
use crate::Role;
use crate::known::begins_with_one_of;
use crate::prose::ends_sentence;
use crate::words::{has_small, is_stopped, slice, start_of, starts_with_any_case, words};
use std::ops::Range;

pub(super) const BEGIN: &str = "begin ";

const DASH: &str = "--";

/// The opening whose `BEGIN` stands at `at`.
pub(super) fn beginning(text: &str, at: usize, brackets: &Brackets) -> Option<Event> {
    let (before, rest) = text.split_at_checked(at)?;
    let named = rest.get(BEGIN.len()..)?;
    let (kind, len) = bounded_name(named).or_else(|| named_last(rest))?;
    let behind = named.get(len..)?;
    if before.ends_with(['(', '['])
        && let Some(title) = enclosed(behind)
    {
        let end = start_of(behind.get(title..)?, text);
        return Some(Event { at: at.saturating_sub(1)..end, kind, does: Does::Open { sure: true } });
    }
    let quoted = || match sentence(behind).max(named_of(behind)) {
        0 => whole(before, rest, behind),
        len => len,
    };
    let title = titled(behind).max(if kind == Role::Text { quoted() } else { joined(behind, false) });
    let behind = behind.get(title..)?;
    // A dash behind a title is that of the first item.
    let is_item = title > 0 && kind == Role::Text && behind.starts_with(" -- ");
    let behind = behind.get(if is_item { 0 } else { punctuation(behind) }..)?;
    Some(opening(text, at, at..start_of(behind, text), kind, brackets, true))
}

/// The name of a quoted text behind words with capitals, and the length up to its end: `BEGIN LYDDA TALKING POINTS:`,
/// `Begin Final Statement:`. Where those words have small letters, a colon must follow the name.
fn named_last(rest: &str) -> Option<(Role, usize)> {
    let (begin, named) = rest.split_at_checked(BEGIN.len())?;
    let is_capital = |word: &str| word.starts_with(|c: char| !c.is_lowercase());
    let mut ahead = named;
    for _ in 0..MOST_PREFIX_WORDS {
        let (word, behind) = ahead.split_once(' ').filter(|(word, _)| !word.ends_with(':') && !is_stopped(word))?;
        if !is_capital(begin) || !is_capital(word) {
            return None;
        }
        if let Some((Role::Text, len)) = bounded_name(behind) {
            let has_title = |rest: &str| !has_small(ahead.get(..word.len()).unwrap_or_default()) && titled(rest) > 0;
            let is_title = behind.get(len..).is_some_and(|rest| rest.starts_with(':') || has_title(rest));
            return is_title.then(|| (Role::Text, start_of(behind, named).saturating_add(len)));
        }
        ahead = behind;
    }
    None
}

/// Length of the words in front of a colon that say what is quoted: `BEGIN TEXT OF LETTER:`, `BEGIN TALKING
/// POINTS/NON-PAPER:`.
fn titled(rest: &str) -> usize {
    ended(rest).filter(|(_, mark)| *mark == b':' && rest.starts_with([' ', '/'])).map_or(0, |(end, _)| end)
}

/// Length of ` OF TALKING POINTS`. Such a name of what is quoted needs no mark behind it, if nothing more is said of
/// it.
fn named_of(rest: &str) -> usize {
    const OF: &str = " of ";
    const GOES_ON: [&str; 6] = [" by ", " for ", " from ", " of ", " on ", " to "];
    let named = rest.get(OF.len()..).filter(|_| starts_with_any_case(rest, OF)).and_then(bounded_name);
    let len = named.filter(|(kind, _)| *kind == Role::Text).map_or(0, |(_, len)| len.saturating_add(OF.len()));
    let goes_on = |behind: &str| begins_with_one_of(behind, &GOES_ON);
    if rest.get(len..).is_some_and(goes_on) { 0 } else { len }
}

/// Length of ` OF THE AGREED PAPER` on a row of its own: in capitals, all that is left of its paragraph, and behind the
/// end of a sentence.
fn whole(before: &str, begin: &str, rest: &str) -> usize {
    let is_title = begin.len() <= LONGEST_TITLE && rest.starts_with(" OF ") && !has_small(begin);
    let is_row = before.is_empty() || before.ends_with('\n');
    let is_whole = is_title && is_row && !begin.contains('\n') && !begin.contains(" END ");
    let is_whole = is_whole && !before.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',');
    if is_whole { rest.trim_end_matches(['.', ' ']).len() } else { 0 }
}

/// Length of ` of the agreement` in front of the colon, full stop or dash that ends it; those of an abbreviation do
/// not.
pub(super) fn sentence(rest: &str) -> usize {
    if !starts_with_any_case(rest, " of ") {
        return 0;
    }
    let end = |word: Range<usize>| {
        let title = slice(rest, ..word.end);
        let ends = title.ends_with(':') || title.ends_with('.') && ends_sentence(title);
        match slice(rest, word.clone()) {
            DASH => Some(word.start.saturating_sub(1)),
            _ => ends.then(|| word.end.saturating_sub(1)),
        }
    };
    words(rest).take_while(|word| word.end <= LONGEST_TITLE).find_map(end).unwrap_or(0)
}

/// Length of what stands between a name and the bracket that closes behind it, the bracket included.
pub(super) fn enclosed(rest: &str) -> Option<usize> {
    let within = ended(rest).map_or(LONGEST_TITLE, |(end, _)| end);
    let mut bytes = rest.bytes().take(within).enumerate();
    let (close, bracket) = bytes.find(|(_, byte)| matches!(byte, b')' | b']' | b'(' | b'['))?;
    matches!(bracket, b')' | b']').then(|| close.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::super::event::events;

    fn check(text: &str, expected: &[&str]) {
        let found = events(text);
        let shown: Vec<_> = found.iter().map(|event| &text[event.at.clone()]).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn openings() {
        check("BEGIN LYDDA-SPECIFIC TALKING POINTS: One.", &["BEGIN LYDDA-SPECIFIC TALKING POINTS:"]);
        check("BEGIN \"IF ASKED\" POINTS FOR LYDDA: One.", &["BEGIN \"IF ASKED\" POINTS FOR LYDDA:"]);
        check("Begin Final Statement: One.", &["Begin Final Statement:"]);
        check("BEGIN U.S. DEMARCHE TO LYDDA: One.", &["BEGIN U.S. DEMARCHE TO LYDDA:"]);
        check(
            "Begin informal Embassy translation of letter:\nOne.",
            &["Begin informal Embassy translation of letter:"],
        );
        check("Begin unofficial translation: One.", &["Begin unofficial translation:"]);
        check("Begin unofficial translation -- One.", &["Begin unofficial translation --"]);
        check("BEGIN FULL TEXT: One. END FULL TEXT.", &["BEGIN FULL TEXT:", "END FULL TEXT."]);
        check("BEGIN DEMARCHE: One. END U.S. DEMARCHE.", &["BEGIN DEMARCHE:", "END U.S. DEMARCHE."]);
        check("BEGIN TEXT OF U.S. PAPER: One. Two.", &["BEGIN TEXT OF U.S. PAPER:"]);
        check("Begin text of Mr. Roe's letter: One.", &["Begin text of Mr. Roe's letter:"]);
        check("BEGIN TEXT OF S//REL NONPAPER -- One.", &["BEGIN TEXT OF S//REL NONPAPER"]);
        check("BEGIN TEXT OF TALKING POINTS QUAYS OF TARSIS", &["BEGIN TEXT OF TALKING POINTS"]);
        check("BEGIN TEXT OF TALKING POINTS", &["BEGIN TEXT OF TALKING POINTS"]);
        check("BEGIN TEXT OF LETTER FROM ROE", &["BEGIN TEXT OF LETTER FROM ROE"]);
        check("BEGIN TEXT OF LETTER FROM ROE\nONE", &["BEGIN TEXT"]);
        check("Begin text of letter from Roe", &["Begin text"]);
        check("ROPES. BEGIN TEXT OF LAW PORTS ARE SHUT", &["BEGIN TEXT"]);
        check("BEGIN TEXT OF LAW PORTS ARE SHUT END TEXT", &["BEGIN TEXT", "END TEXT"]);
        check("BEGIN DRAFT, UNCLEARED TEXT: One.", &["BEGIN DRAFT, UNCLEARED TEXT:"]);
        check("WORK IS TO\nBEGIN TEXT OF LETTER FROM ROE", &["BEGIN TEXT"]);
        check("BEGIN AGREED TEXT: One. END AGREED TEXT.", &["BEGIN AGREED TEXT:", "END AGREED TEXT."]);
        check("BEGIN TEXT OF LETTER FROM ROE: One.", &["BEGIN TEXT OF LETTER FROM ROE:"]);
        check("[BEGIN TEXT OF LIST] One. [END TEXT OF LIST]", &["[BEGIN TEXT OF LIST]", "[END TEXT OF LIST]"]);
        check("(Begin text) One. (End text.) Two.", &["(Begin text)", "(End text.)"]);
        check("(Begin note: one. End note.)", &["(Begin note:", "End note.)"]);
    }

    #[test]
    fn prose() {
        check("BEGIN WORK ON THE POINTS AT ISSUE. ONE.", &[]);
        check("They begin to make points: one.", &[]);
        check("Begin informal talks: one.", &[]);
        check("Begin full text search by May.", &[]);
        check("Begin full informal Embassy text: one.", &[]);
        check("BEGIN WITH THE MINISTER: ONE.", &[]);
        check("BEGIN CLASS: 4 MAY. END CLASS 6 JUN.", &[]);
        check("BEGIN IT. DEMARCHE: ONE.", &[]);
        check("Begin Final Points on quays: one.", &[]);
        check("Begin final points: one.", &[]);
    }
}
