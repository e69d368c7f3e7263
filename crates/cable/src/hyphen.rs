//! Words that were divided at the end of a line: `CON-` / `SENSUS` is one word, `U.S.-` / `SOVIET` keeps its hyphen.
//!
//! The text itself decides first: a word that stands near by without a break, or with its hyphen inside a line, is
//! written that way. Otherwise the hyphen goes if both halves together are English, or if the second is nothing but
//! endings. Elsewhere it stays: two words are a compound, and a name joined wrongly is worse than a hyphen too many.

mod english;
mod near;

use crate::Span;
use crate::known::{is_one_of, is_word_of};
use crate::words::{first_is, last_is};
use english::is_word;
use near::stands_near;

/// What stands between two halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hyphen {
    /// Nothing: they are one word, and the hyphen with the line end is noise.
    Divides,
    /// The hyphen of a compound; only the line end is noise.
    Joins,
}

/// No word is longer than this.
const LONGEST_WORD: usize = 40;

/// Behind or in front of a single letter, so few letters are rather a word by themselves: `annex s` / `how`.
const LONGEST_LETTERED: usize = 5;

/// Prefixes that are no words and are never set apart in a compound; at least three letters stand behind them.
const INSEPARABLE: &str = "com con dis im";

/// Titles of persons that look like pieces of words.
const TITLES: [&str; 4] = ["dr", "mr", "mrs", "ms"];

/// The halves of a word at the end of one line and the start of the next.
#[derive(Clone, Copy)]
struct Halves<'a> {
    first: &'a str,
    second: &'a str,
    /// Whether another hyphen stands in the word, in front of the first half.
    more: bool,
}

/// The halves; `None` where `above` does not end within a word, or the hyphen waits for a later one (`PRE-` /
/// `AND POST-WAR`, but not `UP-` / `TO-DATE`).
fn halves<'a>(above: &'a str, below: &'a str) -> Option<Halves<'a>> {
    let before = above.strip_suffix('-')?;
    let first = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '.').next()?;
    let (second, behind) = below.split_at_checked(below.bytes().take_while(u8::is_ascii_alphanumeric).count())?;
    let goes_on = behind.starts_with('-');
    let waits = !goes_on && is_one_of(second, &["AND", "OR", "TO", "VS"]);
    if first.is_empty() || second.is_empty() || waits || before.ends_with('-') {
        return None;
    }
    let more = before.strip_suffix(first).is_some_and(|front| front.ends_with('-'));
    Some(Halves { first, second, more })
}

/// What joins the end of one line to the start of the next in a text, where `gap` stands between them.
pub(crate) fn hyphen(source: &str, gap: Span, above: &str, below: &str) -> Option<Hyphen> {
    let halves = halves(above, below)?;
    let Halves { first, second, more } = halves;
    let stands_near = |between: &str| !more && stands_near(source, gap, &[first, between, second].concat());
    let divides = match halves.are_word() {
        true => !stands_near("-"),
        false => is_letters(first) && first.len().min(second.len()) > 1 && stands_near(""),
    };
    Some(if divides { Hyphen::Divides } else { Hyphen::Joins })
}

impl Halves<'_> {
    /// Whether both halves are one English word.
    fn are_word(self) -> bool {
        let Self { first, second, more } = self;
        // `Alder-Roe`: no word goes on with a capital behind small letters.
        let is_name = last_is(first, u8::is_ascii_lowercase) && first_is(second, u8::is_ascii_uppercase);
        if more || is_name || !is_letters(first) || !second.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return false;
        }
        let first = first.to_ascii_lowercase().replace('0', "o").replace('1', "i");
        let second = second.to_ascii_lowercase();
        if first.len() < 2 || second.len() < 2 || first.len().saturating_add(second.len()) > LONGEST_WORD {
            return false;
        }
        second.len() > 2 && is_word_of(&first, INSEPARABLE) || is_word(&first, &second)
    }
}

/// Whether the line end between two rows tore a word that no hyphen divides: `th` / `ese`. Behind a figure a letter is
/// its unit.
pub(crate) fn is_torn(above: &str, below: &str, gap: &str) -> bool {
    // Few rows meet like that.
    if !english::may_be_torn(above.as_bytes(), below.as_bytes()) || !matches!(gap, "\n" | "\r\n" | "\r") {
        return false;
    }
    let (before, first) = line_up_to(above, above.len()).rsplit_once(' ').unwrap_or_default();
    let (second, behind) = below.split_at(below.bytes().take_while(u8::is_ascii_lowercase).count());
    let is_word = first.bytes().all(|byte| byte.is_ascii_lowercase()) && last_is(before, u8::is_ascii_lowercase);
    let ends = behind.is_empty() || behind.starts_with([' ', '.', ',', ';', ':', ')', '\n', '\r']);
    let len = first.len().saturating_add(second.len());
    // A single letter can be the label of an item, or that of an annex.
    let is_label = second.len() == 1 && behind.starts_with(['.', ')']);
    let is_apart = first.len().min(second.len()) == 1 && len <= LONGEST_LETTERED;
    is_word
        && ends
        && len <= LONGEST_WORD
        && !is_label
        && !is_apart
        && !is_one_of(second, &TITLES)
        && english::are_word(first, second)
}

/// Whether a half is letters throughout. A scan can read `0` and `1` for letters between capitals: `F0LLOW-ING`.
fn is_letters(half: &str) -> bool {
    let misread = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)].map(|at| half.as_bytes().get(at?));
        beside.into_iter().all(|letter| letter.is_some_and(u8::is_ascii_uppercase))
    };
    half.bytes().enumerate().all(|(at, byte)| byte.is_ascii_alphabetic() || matches!(byte, b'0' | b'1') && misread(at))
}

/// Whether a hyphen in front of blanks in the middle of a line divides a word, as where a converter joined two lines.
/// The blanks stand from `blanks` to `behind`. Only in capitals: `pre- and` in small letters is no division of a print.
pub(crate) fn divides_in_line(source: &str, line: Span, blanks: usize, behind: usize) -> bool {
    let ((above, _), (_, below)) = (line.split_at(blanks), line.split_at(behind));
    let (gap, above, below) = (Span::new(above.end, below.start), above.of(source), below.of(source));
    above.ends_with('-')
        && below.starts_with(|c: char| c.is_ascii_uppercase())
        && hyphen(source, gap, above, below) == Some(Hyphen::Divides)
}

/// The hyphens in `pieces` that divide a word, each with the white space or noise behind it.
pub(crate) fn divided(source: &str, pieces: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let text = piece.of(source);
        found.extend(torn(source, *piece));
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
            if hyphen(source, gap, above, rest) == Some(Hyphen::Divides) {
                found.push(Span::new(start, place));
            }
        }
    }
    found
}

/// The line ends of `piece` that tore a word.
fn torn(source: &str, piece: Span) -> impl Iterator<Item = Span> {
    let text = piece.of(source);
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'\n', b'\r', bytes).filter_map(move |end| {
        let behind = end.saturating_add(1);
        let at = end.saturating_sub(usize::from(bytes.get(end.saturating_sub(1)) == Some(&b'\r')));
        let gap = Span::new(piece.offset(at), piece.offset(behind));
        is_torn(text.get(..at)?, text.get(behind..)?, gap.of(source)).then_some(gap)
    })
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

    fn check(above: &str, below: &str, expected: Option<Hyphen>) {
        assert_eq!(hyphen("", Span::default(), above, below), expected, "{above} / {below}");
    }

    #[test]
    fn divided_words() {
        let rows = "\
            IN-CREASE IN-VOLVED SIGNIFI-CANT develop-ment BE-LIEVES DE-PARTMENT RE-PORT F0LLOW-ING MIN-ISTER \
            AMBAS-SADOR SO-VIET TO-DAY AS-SISTANCE PUB-LIC AN-SWER AT-TACK OF-FICE UN-LESS NE-GOTIATE COMMIT-TEE \
            JURIS-DICTION DEVEL-OPED TERMI-NATE PRE-LIMINARY HEMIS-PHERIC IN-TENTIONS CUR-RENTLY COUN-TRY \
            PAR-TICIPANTS EX-PRESS EX-PRESSED EX-PANDED EX-CEPTIONAL PERFOR-MANCE APPRO-PRIATE TELE-GRAPHIC \
            PRES-IDENT IN-DEFINITELY INTER-NATIONALLY ACCI-DENTAL PRO-CESSION EX-CESSIVE INTER-FERING IN-STRUCTOR \
            EX-PRESSING INCI-DENTAL ORGANI-ZATIONS REALI-ZED ANALY-ZING re-port UNSATIS-FACTORY PRO-TEST EX-CHANGE \
            DU-RING PAS-SENGERS POSSIBI-LITIES MEMBER-SHIP PEACE-FULLY PLAN-NED BEGIN-NERS CORRESPONDEN-CE \
            PRESEN-TED CONTROL-LED CAPA-CITY LEADER-SHIP BE-CAUSE AT-TENTION AD-DITIONAL OB-SERVERS RE-SERVED \
            CASUAL-TIES RE-PLIED SUB-MISSION WEDNES-DAY AMERI-CAN";
        for (first, second) in rows.split(' ').filter_map(|row| row.split_once('-')) {
            check(&[first, "-"].concat(), second, Some(Hyphen::Divides));
        }
        check("BROAD CON-", "SENSUS IS", Some(Hyphen::Divides));
        check("GOVERN-", "MENT'S", Some(Hyphen::Divides));
        check("RE-", "GARDLESS OF", Some(Hyphen::Divides));
        check("HOW-", "EVER, IT", Some(Hyphen::Divides));
        check("THE PRO-", "GRAM", Some(Hyphen::Divides));
        check("THE RESOL-", "UTION", Some(Hyphen::Divides));
    }

    #[test]
    fn compounds() {
        let rows = "\
            counter-terrorism EX-MINISTER ARAB-ISRAELI B-52 US-SOVIET MID-EAST FOLLOW-UP VICE-MINISTER SO-CALLED \
            RE-ELECTION PART-TIME NON-NUCLEAR EX-RECTOR EX-JURIST EX-CAPT OP-ED CO-ED ARMS-SALES YEAR-ROUND AL-LAWI \
            PRO-WESTERN LONG-TERM ACTIVE-DUTY ABU-ZED LI-ZED Y-ZED TARSIS-LED HARBOR-LED COUNCIL-LED government-led \
            DIVISION-SIZED SECOND-TIER CAPITAL-CITY MILITARY-SALES POLICE-CAR FIFTY-CENT HIGH-ALERT POST-SALT \
            SEVEN-TENTHS SIEGE-MENTALITY LYDDA-SPONSORED FULL-LENGTH ABOVE-MENTIONED WELL-STRUCTURED CAR-FERRY \
            TEA-GARDEN NON-CULTIVATION TARSIS-PRESS ROE-UEDA ROE-MANCE TELE-TARSIS NON-GRAPHIC ROE-SIVERS AL-SIFI \
            DOE-FIEDLER ROE-ERALP NON-ITAR PORT-IDENT ALDER-BACKED HARBORIST-ROWER EX-SERVICE EXPORT-ORIENTED \
            HOSPITAL-SHIP DEFENSE-RELATED PRESIDENT-ELECT FOUR-MAN SCHOOL-AGE IN-HOUSE UN-SPONSORED PRO-REGIME \
            Alder_Transfer-Redes";
        for (first, second) in rows.split(' ').filter_map(|row| row.split_once('-')) {
            check(&[first, "-"].concat(), second, Some(Hyphen::Joins));
        }
        check("U.S.-", "SOVIET TALKS", Some(Hyphen::Joins));
        check("A SIX-", "MONTH PERIOD", Some(Hyphen::Joins));
        check("END-OF-", "TION", Some(Hyphen::Joins));
        check("ALDER TZE-", "ZING", Some(Hyphen::Joins));
        check("UP-", "TO-DATE", Some(Hyphen::Joins));
        check("cut-", "and-dried", Some(Hyphen::Joins));
    }

    #[test]
    fn torn_words() {
        for (above, below) in [
            ("he has told us th", "ese ropes are short"),
            ("and he says that his t", "ransparency"),
            ("and he is willin", "g to mend it"),
            ("to co", "nfirm, he says"),
            ("that the minister is to co", "nfirm."),
        ] {
            assert!(is_torn(above, below, "\n"), "{above} / {below}");
        }
        for (above, below, gap) in [
            ("and he says that his t", "ransparency", " \n"),
            ("and he says that his t", "ransparency", "\n\n"),
            ("he has mended 5 m", "iles of rope", "\n"),
            ("ropes of a", "long quay", "\n"),
            ("to see him in", "form and not", "\n"),
            ("the ropes per", "cent", "\n"),
            ("the plan b", "oats have", "\n"),
            ("what is said of the de", "bate", "\n"),
            ("and he says that his Gen", "tl men", "\n"),
            ("he is paid by the km", "and says", "\n"),
            ("as in annex b", "and in it", "\n"),
            ("a harbour officer", "c) the language of the town", "\n"),
            ("the terms of mooring", "c. the price of rope", "\n"),
            ("the date of release", "d. the price of rope", "\n"),
            ("to see who can go", "d. the price of rope", "\n"),
            ("as it says in reference", "d, and in it", "\n"),
            ("that is the old note", "s of it", "\n"),
            ("it was mended for", "ms. roe", "\n"),
            ("as it says in annex s", "how the ropes", "\n"),
        ] {
            assert!(!is_torn(above, below, gap), "{above} / {below}");
        }
    }

    #[test]
    fn no_word_goes_on() {
        check("B0-", "TION", Some(Hyphen::Joins));
        check("PRE-", "AND POST-WAR", None);
        check("EXPORT-", "TO AND RE-EXPORT", None);
        check("AND SO --", "THE END", None);
        check("AND SO -", "THE END", None);
        check("THE END", "OF IT", None);
        check("THE END-", "(OF IT)", None);
    }
}
