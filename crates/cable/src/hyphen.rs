//! Words that were divided at the end of a line: `CON-` / `SENSUS` is one word, `U.S.-` / `SOVIET` keeps its hyphen.
//!
//! A typist divides between syllables. So the hyphen goes where one half cannot be a word: where the first is a prefix
//! that is never set apart, or the second begins like the end of a word. In capitals, in which telegrams were typed that
//! divide words, it goes between doubled consonants too (`AT-TACK`), and behind a syllable that heads few compounds
//! (`DE-PARTMENT`). Elsewhere it stays: messages in capitals have compounds there and nothing else (`ACTIVE-DUTY`), and
//! a word that is joined wrongly is worse than a hyphen too many.

mod halves;

use crate::Span;
use crate::known::{beginning_like, is_one_of};
use crate::words::starts_with_any_case;
use halves::{APART, ENDINGS, HEADS, SYLLABLES, TAILS, VERB_ENDINGS, WHOLE, WORDS};

/// What stands between two halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hyphen {
    /// Nothing: they are one word, and the hyphen with the line end is noise.
    Divides,
    /// The hyphen of a compound; only the line end is noise.
    Joins,
}

/// No word is longer.
const LONGEST_WORD: usize = 40;

/// What joins the end of one line to the start of the next; `None` where `above` does not end within a word, or the
/// hyphen waits for a later one (`PRE-` / `AND POST-WAR`).
pub(crate) fn hyphen(above: &str, below: &str) -> Option<Hyphen> {
    let before = above.strip_suffix('-')?;
    let first = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '.').next()?;
    let len = below.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let second = below.get(..len)?;
    let waits = is_one_of(second, &["AND", "OR", "TO", "VS"]);
    if first.is_empty() || second.is_empty() || waits || before.ends_with('-') {
        return None;
    }
    let is_compound = || before.strip_suffix(first).is_some_and(|front| front.ends_with('-'));
    let divides = is_letters(first)
        && second.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (beginning_like(first, HEADS).any(|head| first.eq_ignore_ascii_case(head))
            || beginning_like(second, TAILS).any(|tail| starts_with_any_case(second, tail))
            || beginning_like(second, ENDINGS).any(|ending| second.eq_ignore_ascii_case(ending))
            || is_whole(first, second)
            || is_verb(first, second)
            || is_between_syllables(first, second))
        && !is_compound();
    Some(if divides { Hyphen::Divides } else { Hyphen::Joins })
}

/// Whether a half is letters throughout; a scan has figures for two of them: `F0LLOW-ING`.
fn is_letters(half: &str) -> bool {
    let misread = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)].map(|at| half.as_bytes().get(at?));
        beside.into_iter().all(|letter| letter.is_some_and(u8::is_ascii_uppercase))
    };
    half.bytes().enumerate().all(|(at, byte)| byte.is_ascii_alphabetic() || matches!(byte, b'0' | b'1') && misread(at))
}

fn is_whole(first: &str, second: &str) -> bool {
    beginning_like(first, WHOLE).any(|whole| {
        let halves = whole.split_at_checked(first.len()).unwrap_or_default();
        halves.0.eq_ignore_ascii_case(first) && halves.1.eq_ignore_ascii_case(second)
    })
}

fn is_verb(first: &str, second: &str) -> bool {
    first.len() > 2 && first.ends_with(['I', 'i', 'Y', 'y']) && is_one_of(second, &VERB_ENDINGS)
}

/// Whether two halves in capitals are parted where a typist parts a word, and no compound has its hyphen.
fn is_between_syllables(first: &str, second: &str) -> bool {
    let is_vowel = |letter: &u8| b"AEIOUY".contains(letter);
    let is_capital = first.bytes().chain(second.bytes()).all(|byte| byte.is_ascii_uppercase());
    let ([before, last], Some(next)) = (first.as_bytes(), second.as_bytes().first()) else { return false };
    // Longer halves are words too often: `YEAR-ROUND`, `PART-TIME`, `ARMS-SALES`.
    let is_doubled = last == next && is_vowel(before) && !is_vowel(last) && !WORDS.contains(&first);
    let is_syllable = SYLLABLES.contains(&first) && !is_vowel(next) && !APART.contains(&second);
    is_capital && second.len() > 2 && (is_doubled || is_syllable)
}

/// Whether a hyphen in front of blanks in the middle of a line divides a word, as where a converter joined two lines.
/// In capitals only: `pre- and` with small letters is no print's.
pub(crate) fn divides_in_line(line: &str, blanks: usize, behind: usize) -> bool {
    let (Some(above), Some(below)) = (line.get(..blanks), line.get(behind..)) else { return false };
    above.ends_with('-')
        && below.starts_with(|c: char| c.is_ascii_uppercase())
        && hyphen(above, below) == Some(Hyphen::Divides)
}

/// The hyphens in `pieces` that divide a word, each with the white space or noise behind it.
pub(crate) fn divided(source: &str, pieces: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let text = piece.of(source);
        for at in memchr::memchr_iter(b'-', text.as_bytes()) {
            let behind = text.get(at.saturating_add(1)..).unwrap_or_default();
            if behind.starts_with(|c: char| !c.is_whitespace()) {
                continue;
            }
            let (rest, place) = match pieces.get(index.saturating_add(1)) {
                Some(next) if behind.is_empty() => (next.of(source), next.start),
                _ => {
                    let rest = behind.trim_start();
                    (rest, piece.end.saturating_sub(rest.len() as u32))
                }
            };
            let start = piece.start.saturating_add(at as u32);
            let gap = Span::new(start.saturating_add(1), place);
            let in_line = !gap.of(source).contains(['\n', '\r']);
            let above = line_up_to(text, at.saturating_add(1));
            if gap.is_empty() || in_line && !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
                continue;
            }
            if hyphen(above, rest) == Some(Hyphen::Divides) {
                found.push(Span::new(start, place));
            }
        }
    }
    found
}

/// The last words of `text` up to `end`.
fn line_up_to(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(LONGEST_WORD);
    while !text.is_char_boundary(start) {
        start = start.saturating_add(1);
    }
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_in_order() {
        for list in [HEADS, TAILS, ENDINGS, WHOLE] {
            assert!(list.split(' ').is_sorted(), "{list}");
        }
    }

    fn check(above: &str, below: &str, expected: Option<Hyphen>) {
        assert_eq!(hyphen(above, below), expected, "{above} / {below}");
    }

    #[test]
    fn divided_words() {
        for (above, below) in [
            ("BROAD CON-", "SENSUS IS"),
            ("IN-", "CREASE"),
            ("IN-", "VOLVED"),
            ("SIGNIFI-", "CANT"),
            ("GOVERN-", "MENT'S"),
            ("RE-", "GARDLESS OF"),
            ("HOW-", "EVER, IT"),
            ("develop-", "ment"),
            ("BE-", "LIEVES"),
            ("THE PRO-", "GRAM"),
            ("DE-", "PARTMENT"),
            ("RE-", "PORT"),
            ("F0LLOW-", "ING"),
            ("MIN-", "ISTER"),
            ("AMBAS-", "SADOR"),
            ("SO-", "VIET"),
            ("TO-", "DAY"),
            ("AS-", "SISTANCE"),
            ("PUB-", "LIC"),
            ("AN-", "SWER"),
            ("AT-", "TACK"),
            ("OF-", "FICE"),
            ("UN-", "LESS"),
            ("NE-", "GOTIATE"),
            ("COMMIT-", "TEE"),
            ("JURIS-", "DICTION"),
            ("DEVEL-", "OPED"),
            ("TERMI-", "NATE"),
            ("PRE-", "LIMINARY"),
            ("HEMIS-", "PHERIC"),
            ("IN-", "TENTIONS"),
            ("CUR-", "RENTLY"),
            ("COUN-", "TRY"),
            ("PAR-", "TICIPANTS"),
            ("EX-", "PRESS"),
            ("EX-", "PRESSED"),
            ("PERFOR-", "MANCE"),
            ("APPRO-", "PRIATE"),
            ("TELE-", "GRAPHIC"),
            ("PRES-", "IDENT"),
            ("IN-", "DEFINITELY"),
            ("INTER-", "NATIONALLY"),
            ("ACCI-", "DENTAL"),
            ("PRO-", "CESSION"),
            ("EX-", "CESSIVE"),
            ("INTER-", "FERING"),
            ("IN-", "STRUCTOR"),
            ("EX-", "PRESSING"),
            ("INCI-", "DENTAL"),
            ("ORGANI-", "ZATIONS"),
            ("REALI-", "ZED"),
            ("ANALY-", "ZING"),
        ] {
            check(above, below, Some(Hyphen::Divides));
        }
    }

    #[test]
    fn compounds() {
        for (above, below) in [
            ("U.S.-", "SOVIET TALKS"),
            ("A SIX-", "MONTH PERIOD"),
            ("counter-", "terrorism"),
            ("EX-", "MINISTER"),
            ("ARAB-", "ISRAELI"),
            ("B-", "52"),
            ("END-OF-", "TION"),
            ("US-", "SOVIET"),
            ("MID-", "EAST"),
            ("FOLLOW-", "UP"),
            ("VICE-", "MINISTER"),
            ("SO-", "CALLED"),
            ("RE-", "ELECTION"),
            ("PART-", "TIME"),
            ("NON-", "NUCLEAR"),
            ("ARMS-", "SALES"),
            ("YEAR-", "ROUND"),
            ("AL-", "LAWI"),
            ("PRO-", "WESTERN"),
            ("LONG-", "TERM"),
            ("re-", "port"),
            ("ACTIVE-", "DUTY"),
            ("ALDER TZE-", "ZING"),
            ("ABU-", "ZED"),
            ("LI-", "ZED"),
            ("Y-", "ZED"),
            ("TARSIS-", "LED"),
            ("LYDDA-", "SPONSORED"),
            ("FULL-", "LENGTH"),
            ("ABOVE-", "MENTIONED"),
            ("WELL-", "STRUCTURED"),
            ("CAR-", "FERRY"),
            ("TEA-", "GARDEN"),
            ("NON-", "CULTIVATION"),
            ("TARSIS-", "PRESS"),
            ("STORY-", "TELLING"),
            ("FREE-", "TICKETS"),
            ("NON-", "OPERATED"),
            ("ROE-", "UEDA"),
            ("ROE-", "MANCE"),
            ("TELE-", "TARSIS"),
            ("NON-", "GRAPHIC"),
            ("ROE-", "SIVERS"),
            ("AL-", "SIFI"),
            ("DOE-", "FIEDLER"),
            ("ROE-", "ERALP"),
            ("NON-", "ITAR"),
            ("PORT-", "IDENT"),
        ] {
            check(above, below, Some(Hyphen::Joins));
        }
    }

    #[test]
    fn no_word_goes_on() {
        check("B0-", "TION", Some(Hyphen::Joins));
        check("PRE-", "AND POST-WAR", None);
        check("AND SO --", "THE END", None);
        check("AND SO -", "THE END", None);
        check("THE END", "OF IT", None);
        check("THE END-", "(OF IT)", None);
    }
}
