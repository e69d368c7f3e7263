//! One reference: the telegram that it names, or what else it is.

use super::cursor::{Cursor, trim};
use super::portion_mark::portion_mark;
use crate::date::{self, full_year};
use crate::envelope::date_time_group;
use crate::words::{shifted, slice};
use crate::{ReferenceKind, ReferenceNumber, glossary};
use std::ops::Range;

/// A telegram that is named, and the bytes that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Without a year where none is written.
    pub number: ReferenceNumber,
    pub end: usize,
}

/// No post has more words (`USMISSION USUN NEW YORK`, `PORT AU PRINCE`).
const WORDS: usize = 4;
/// No telegram has a higher number in its year. A misprint of a known post's has a digit more.
const HIGHEST: u32 = 999_999;

/// Words between a post and its number, or in front of it, that say only that a telegram is meant.
const TELEGRAM_WORDS: [&str; 9] =
    ["CABLE", "CABLES", "CONFIDENTIAL", "SECRET", "TEL", "TELEGRAM", "TELEGRAMS", "UNCLAS", "UNCLASS"];

/// Words in front of a number that make it something other than a telegram's: papers, their parts, and links.
const NO_POST: [&str; 60] = [
    "A",
    "AND",
    "ART",
    "ARTICLE",
    "AT",
    "BY",
    "CFR",
    "CHAPTER",
    "CIRCULAR",
    "DATED",
    "DTD",
    "DTG",
    "EMAIL",
    "EMAILS",
    "EO",
    "FAH",
    "FAM",
    "FAX",
    "FBIS",
    "FOR",
    "FROM",
    "IIR",
    "IN",
    "LETTER",
    "MEETING",
    "MEMCON",
    "MEMO",
    "MSG",
    "NO",
    "NOTE",
    "NR",
    "NUMBER",
    "OF",
    "ON",
    "OSC",
    "PAGE",
    "PARA",
    "PARAGRAPH",
    "PARAS",
    "POINTS",
    "PREVIOUS",
    "REF",
    "REPORT",
    "REPORTS",
    "RESOLUTION",
    "SECTION",
    "SEE",
    "SUBJ",
    "TAB",
    "TD",
    "TDX",
    "TELCON",
    "TELCONS",
    "THE",
    "THROUGH",
    "THRU",
    "TO",
    "UNSCR",
    "USC",
    "WITH",
];

/// Names of posts that hold a word which ends a name elsewhere.
const WITH_PARTICLES: [&str; 3] = ["PORT OF SPAIN", "RIO DE JAN", "THE HAGUE"];

/// The telegram that is named at `at`: `TARSIS 138`, `08 STATE 81854`, `08STATE81854`, `2008 LA PAZ 12`, each with
/// or without a year behind it (`(07)`, `-91`, `/08`, `of 2007`) or between post and number (`TARSIS (07) 138`).
pub(super) fn telegram(text: &str, at: usize) -> Option<Named> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat(b'\'');
    let before = cursor.digits();
    let year = match before {
        "" => None,
        _ => Some(year(before)?),
    };
    cursor.take(|byte| byte.is_ascii_whitespace() || year.is_some() && byte == b'-');
    eat_telegram_word(&mut cursor);
    let name = post_words(&mut cursor)?;
    let post = glossary::named_post(text.get(name)?);
    let is_known = glossary::is_post(&post);
    let year = year.or_else(|| year_between(&mut cursor));
    mark_between(&mut cursor);
    let number = serial(&mut cursor, is_known)?;
    let year = year.or_else(|| year_behind(&mut cursor, number.1));
    Some(Named { number: ReferenceNumber { year, post, number: number.0 }, end: cursor.at() })
}

/// The message reference number that `text` begins with: `09 TARSIS 417`.
pub(crate) fn reference_number(text: &str) -> Option<(ReferenceNumber, Range<usize>)> {
    telegram(text, 0).map(|named| (named.number, 0..named.end))
}

/// `377 KATHMANDU`: the number first, and nothing behind the post up to `end`.
pub(super) fn number_first(text: &str, range: Range<usize>) -> Option<Named> {
    let mut cursor = Cursor::new(text.get(..range.end)?, range.start);
    let digits = cursor.digits();
    if !(3..=6).contains(&digits.len()) || year(digits).is_some() {
        return None;
    }
    cursor.blanks();
    let start = cursor.at();
    let mut next = || word(&mut cursor).map(|_| cursor.blanks());
    let words = (0..WORDS).map_while(|_| next()).count();
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    let post = glossary::named_post(text.get(start..range.end)?);
    let found = Named { number: ReferenceNumber { year: None, post, number }, end: range.end };
    (words > 0 && cursor.is_done()).then_some(found)
}

/// A number that takes over the post of the telegram before it: `STATE 936/935`, `AND 2764`.
pub(super) fn same_post(text: &str, at: usize, before: &ReferenceNumber) -> Option<Named> {
    if telegram(text, at).is_some() {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    let (number, digits) = serial(&mut cursor, glossary::is_post(&before.post))?;
    let year = before.year.or_else(|| year_behind(&mut cursor, digits));
    Some(Named { number: ReferenceNumber { year, number, ..before.clone() }, end: cursor.at() })
}

/// An intelligence report by its number: `IIR 4 201 3706 05`, `TD-314/03138-05`, `314/07696-07`.
pub(super) fn report(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    if cursor.eat_word("IIR") {
        let number = cursor.take(|byte| byte.is_ascii_digit() || b" -\n".contains(&byte));
        let digits = trim(text, number, char::is_whitespace);
        let count = slice(text, digits.clone()).bytes().filter(u8::is_ascii_digit).count();
        return (count >= 8).then_some(digits.end);
    }
    if cursor.eat_word("TDX") || cursor.eat_word("TD") {
        cursor.take(|byte| byte == b'-' || byte == b' ');
    }
    let series = cursor.digits();
    let serial = cursor.eat(b'/').then(|| cursor.digits())?;
    let year = cursor.eat(b'-').then(|| cursor.digits())?;
    (series.len() == 3 && serial.len() >= 4 && year.len() == 2).then_some(cursor.at())
}

/// Whether a reference has a date-time group: messages of other services are named by originator and time.
pub(crate) fn names_message(text: &str) -> bool {
    let begins = |byte: u8| byte.is_ascii_digit();
    let mut rest = text.get(text.bytes().position(begins).unwrap_or(text.len())..).unwrap_or_default();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(|byte| begins(*byte)).count();
        if digits == 6 && date_time_group::read(rest).is_some() {
            return true;
        }
        let behind = rest.get(digits..).unwrap_or_default();
        rest = behind.get(behind.bytes().position(begins).unwrap_or(behind.len())..).unwrap_or_default();
    }
    false
}

/// What a reference is that names no telegram.
pub(crate) fn kind(text: &str) -> ReferenceKind {
    use ReferenceKind::*;
    let upper = text.to_ascii_uppercase();
    let words = [
        ("HTTP:", Web),
        ("HTTPS:", Web),
        ("WWW.", Web),
        ("E-MAIL", Email),
        ("EMAIL", Email),
        ("E MAIL", Email),
        ("TELCON", Telcon),
        ("TELECON", Telcon),
        ("TELEPHONE", Telcon),
        ("PHONECON", Telcon),
        ("PHONCON", Telcon),
        ("PHONE CALL", Telcon),
        ("MEMO", Memo),
        ("MEMCON", Memo),
        ("MEETING", Meeting),
        ("MTG", Meeting),
        ("IIR ", Report),
        ("REPORT", Report),
        ("TD-", Report),
        ("TDX-", Report),
        ("FBIS", Report),
        ("OSC ", Report),
    ];
    let first = words.iter().filter_map(|(word, kind)| Some((upper.find(word)?, *kind))).min_by_key(|found| found.0);
    let message = || if names_message(text) { Cable } else { Other };
    first.map_or_else(message, |found| found.1)
}

/// A year of two or four digits, from the first electronic telegrams' decade on.
fn year(digits: &str) -> Option<u16> {
    let year = digits.parse().ok()?;
    match digits.len() {
        2 => Some(full_year(year)),
        4 => Some(year).filter(|year| (1960..=2065).contains(year)),
        _ => None,
    }
}

/// One to four words that can name a post, up to the number or the bracket that stands in front of it.
fn post_words(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let start = cursor.at();
    if let Some(len) = WITH_PARTICLES.iter().find_map(|name| words_here(cursor.rest(), name)) {
        cursor.forward(len);
        cursor.blanks();
        return Some(shifted(0..len, start));
    }
    let mut end = start;
    for words in 0..=WORDS {
        let next = cursor.peek()?;
        if words > 0 && (next.is_ascii_digit() || next == b'(' || is_misread_zero(cursor.rest())) {
            return Some(start..end);
        }
        let range = (words < WORDS).then(|| word(cursor)).flatten()?;
        // Only a name of one word can have its number joined to it: `HK05511`, but not `EXP. LIC. D328589`.
        if words > 0 && cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) && range.len() < 3 {
            return None;
        }
        end = range.end;
        separate(cursor);
    }
    None
}

/// `O1512`: the first digit of a number is an O.
fn is_misread_zero(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'O' | b'o', digit, ..] if digit.is_ascii_digit())
}

/// How far `name` reaches at the start of `text`, in any case and with any blanks between its words.
fn words_here(text: &str, name: &str) -> Option<usize> {
    let mut cursor = Cursor::new(text, 0);
    name.split(' ').all(|word| {
        cursor.blanks();
        cursor.eat_word(word)
    });
    let end = cursor.at();
    let found = text.get(..end)?.split_whitespace().count() == name.split(' ').count();
    found.then_some(end)
}

/// Moves over what stands between a post and its number: blanks, or one of `:`, `#`, `No.`, `CABLES`; a comma where
/// a number of three digits or more follows.
fn separate(cursor: &mut Cursor<'_>) {
    cursor.blanks();
    if cursor.eat(b':') || cursor.eat(b'#') || ["NO.", "NO", "NR"].iter().any(|word| cursor.eat_word(word)) {
        cursor.take(|byte| byte.is_ascii_whitespace() || byte == b'.');
    }
    let mut behind = *cursor;
    if behind.eat(b',') {
        behind.blanks();
        let number = behind;
        if behind.digits().len() >= 3 && !behind.rest().trim_start().starts_with(|c: char| c.is_ascii_alphabetic()) {
            *cursor = number;
        }
    }
    let mut behind = *cursor;
    if eat_telegram_word(&mut behind) && behind.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        *cursor = behind;
    }
}

fn eat_telegram_word(cursor: &mut Cursor<'_>) -> bool {
    let found = TELEGRAM_WORDS.iter().any(|word| cursor.eat_word(word));
    if found {
        cursor.blanks();
    }
    found
}

/// Moves over a mark between post and number: `TARSIS (C) 138`.
fn mark_between(cursor: &mut Cursor<'_>) {
    if let Some((len, _)) = portion_mark(cursor.rest()) {
        let mut behind = *cursor;
        behind.forward(len);
        behind.blanks();
        if behind.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            *cursor = behind;
        }
    }
}

/// A year between post and number: `TARSIS (07) 138`, `TARSIS 07 138`, `TARSIS 07-138`.
fn year_between(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let is_bracket = ahead.eat(b'(');
    ahead.eat(b'\'');
    let digits = ahead.digits();
    let is_closed = if is_bracket { ahead.eat(b')') } else { matches!(ahead.peek(), Some(b' ' | b'-')) };
    ahead.take(|byte| b" -".contains(&byte));
    let mut number = ahead;
    let longer = number.digits().len() >= 3 && !number.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let year = year(digits).filter(|_| is_closed && longer && (is_bracket || digits.len() == 2))?;
    *cursor = ahead;
    Some(year)
}

/// A word that can be part of a post's name.
fn word(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let rest = cursor.rest();
    let mut range = cursor.take(|byte| byte.is_ascii_alphabetic() || b".'-".contains(&byte));
    // A zero between letters is an O: `COTON0U`.
    if matches!(cursor.rest().as_bytes(), [b'0', letter, ..] if range.len() > 1 && letter.is_ascii_alphabetic()) {
        cursor.step();
        range.end = cursor.take(|byte| byte.is_ascii_alphabetic()).end;
    }
    let word = rest.get(..range.len())?;
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect();
    let name = word.trim_end_matches('-');
    let before_number = cursor.peek().is_some_and(|byte| byte.is_ascii_digit());
    // `TARSIS-138` names a post; `C-AL9-02352` and `U-0011-06` are numbers of other papers.
    let is_joined =
        name.len() < word.len() && (!before_number || letters.len() < 3) || before_number && name.contains('-');
    let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_joined && letters.len() <= 20;
    let is_other = date::month(&letters).is_some() || NO_POST.binary_search(&letters.as_str()).is_ok();
    (is_word && !is_other).then_some(shifted(0..name.len(), range.start))
}

/// A line that ends in a torn number is at least this long: the text of a field is wrapped at 55 to 70 characters.
const FULL_LINE: usize = 50;

/// How far what is joined to a number is looked at.
const JOINED: usize = 24;

/// A telegram's number and how many digits it is written with; not a date, a time group or part of another number.
fn serial(cursor: &mut Cursor<'_>, is_known: bool) -> Option<(u32, usize)> {
    if is_misread_zero(cursor.rest()) {
        cursor.step();
    }
    let digits = torn(cursor);
    let highest = if is_known { HIGHEST.saturating_mul(10) } else { HIGHEST };
    let number = digits.parse().ok().filter(|number| (1..=highest).contains(number) && digits.len() <= 8)?;
    // A list of numbers is joined too, and read number by number: so far is enough to tell.
    let is_joining = |byte: &&u8| byte.is_ascii_alphanumeric() || b"/-.".contains(byte);
    let joined = cursor.rest().bytes().take(JOINED).take_while(|byte| is_joining(&byte)).count();
    let joined = cursor.rest().get(..joined)?.trim_end_matches(['.', '-']);
    let is_joined = joined.starts_with(|c: char| c.is_ascii_alphabetic());
    (!is_date(&digits, joined, is_known) && !is_joined).then_some((number, digits.len()))
}

/// Whether what is joined to a number makes a date or a number of another kind of it: `4/12`, `5/16/07`, `201/2006`;
/// not `692/317/274`, which are telegrams of one post.
fn is_date(digits: &str, joined: &str, is_known: bool) -> bool {
    let parts: Vec<&str> = joined.split(['/', '-', '.']).skip(1).collect();
    match parts.as_slice() {
        [] => false,
        [month] => !is_known && joined.starts_with('/') && (digits.len() <= 2 && month.len() <= 2 || month.len() == 4),
        [..] => digits.len() < 3 || !joined.starts_with('/'),
    }
}

/// A run of digits, also one that the end of a full line tears.
fn torn(cursor: &mut Cursor<'_>) -> String {
    let mut digits = cursor.digits().to_owned();
    let mut below = *cursor;
    if !digits.is_empty() && below.eat(b'\n') && cursor.column() >= FULL_LINE {
        let rest = below.digits();
        if !rest.is_empty() && digits.len().saturating_add(rest.len()) <= 6 {
            digits.push_str(rest);
            *cursor = below;
        }
    }
    digits
}

/// A year behind the number: `(07)`, `-91`, `/08`, or four digits where no name follows them.
fn year_behind(cursor: &mut Cursor<'_>, number_digits: usize) -> Option<u16> {
    let mut ahead = *cursor;
    ahead.blanks();
    let is_apart = ahead.at() > cursor.at();
    let (digits, is_closed) = match ahead.peek()? {
        b'(' => {
            ahead.step();
            (ahead.digits(), ahead.eat(b')'))
        }
        b'-' | b'/' if !is_apart => {
            ahead.step();
            (ahead.digits(), true)
        }
        b'O' | b'o' if is_apart && ahead.eat_word("OF") => {
            ahead.blanks();
            let digits = ahead.digits();
            (digits, digits.len() == 4)
        }
        byte if is_apart && byte.is_ascii_digit() => {
            let digits = ahead.digits();
            let mut behind = ahead;
            behind.blanks();
            let names_post = behind.peek().is_some_and(|byte| byte.is_ascii_alphabetic());
            let ends = behind.peek().is_none_or(|byte| b",;.)".contains(&byte));
            (digits, digits.len() == 4 && !names_post || digits.len() == 2 && number_digits >= 5 && ends)
        }
        _ => return None,
    };
    let is_joined = ahead.peek().is_some_and(|byte| byte.is_ascii_alphanumeric());
    // `5/16` is a day, not number 5 of 2016.
    let is_day = number_digits <= 2 && cursor.peek() == Some(b'/');
    let year = year(digits).filter(|_| is_closed && !is_joined && !is_day)?;
    *cursor = ahead;
    Some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<u16>, &str, u32)>) {
        let found = telegram(text, 0);
        let found = found
            .as_ref()
            .map(|named| (&text[..named.end], named.number.year, named.number.post.as_str(), named.number.number));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn telegrams() {
        for (text, written, year, post, number) in [
            ("TARSIS 138", "TARSIS 138", None, "TARSIS", 138),
            ("MEXICO 002071", "MEXICO 002071", None, "MEXICO", 2071),
            ("08 STATE 81854 (NOTAL)", "08 STATE 81854", Some(2008), "STATE", 81854),
            ("99 PRETORIA 12315", "99 PRETORIA 12315", Some(1999), "PRETORIA", 12315),
            ("08STATE81854", "08STATE81854", Some(2008), "STATE", 81854),
            ("2008 LA PAZ 12", "2008 LA PAZ 12", Some(2008), "LAPAZ", 12),
            ("PORT AU PRINCE 3", "PORT AU PRINCE 3", None, "PORTAUPRINCE", 3),
            ("USUN NEW YORK 123", "USUN NEW YORK 123", None, "USUNNEWYORK", 123),
            ("St. Petersburg 4", "St. Petersburg 4", None, "STPETERSBURG", 4),
            ("KABUL 12 (07)", "KABUL 12 (07)", Some(2007), "KABUL", 12),
            ("KABUL 123-91", "KABUL 123-91", Some(1991), "KABUL", 123),
            ("KABUL 123/08, ROME 1", "KABUL 123/08", Some(2008), "KABUL", 123),
            ("MOSCOW 03242 2008", "MOSCOW 03242 2008", Some(2008), "MOSCOW", 3242),
            ("ROME 709 2008 SAO PAULO 5", "ROME 709", None, "ROME", 709),
            ("SECSTATE 1234.", "SECSTATE 1234", None, "STATE", 1234),
            ("STATE 936/935", "STATE 936", None, "STATE", 936),
            ("PORT OF\nSPAIN 3", "PORT OF\nSPAIN 3", None, "PORTOFSPAIN", 3),
            ("THE HAGUE 3", "THE HAGUE 3", None, "THEHAGUE", 3),
            ("TARSIS-138", "TARSIS-138", None, "TARSIS", 138),
            ("TARSIS: 138", "TARSIS: 138", None, "TARSIS", 138),
            ("TARSIS CABLES 138", "TARSIS CABLES 138", None, "TARSIS", 138),
            ("UNCLAS TARSIS 138", "UNCLAS TARSIS 138", None, "TARSIS", 138),
            ("TARSIS (C)0138", "TARSIS (C)0138", None, "TARSIS", 138),
            ("TARSIS O1512", "TARSIS O1512", None, "TARSIS", 1512),
            ("COTON0U 348", "COTON0U 348", None, "COTONOU", 348),
            ("Brasila 12", "Brasila 12", None, "BRASILIA", 12),
            ("PRAGUE, 1228, STATE 5", "PRAGUE, 1228", None, "PRAGUE", 1228),
            ("STATE 1484761", "STATE 1484761", None, "STATE", 1484761),
            ("TARSIS 692/317/274", "TARSIS 692", None, "TARSIS", 692),
            ("TARSIS 07718 99, ROME 1", "TARSIS 07718 99", Some(1999), "TARSIS", 7718),
            ("HK05511", "HK05511", None, "HONGKONG", 5511),
            ("TARSIS #138", "TARSIS #138", None, "TARSIS", 138),
            ("TARSIS No. 138", "TARSIS No. 138", None, "TARSIS", 138),
            ("TARSIS (07) 138", "TARSIS (07) 138", Some(2007), "TARSIS", 138),
            ("TARSIS 07 138", "TARSIS 07 138", Some(2007), "TARSIS", 138),
            ("TARSIS 07-138", "TARSIS 07-138", Some(2007), "TARSIS", 138),
            ("07-TARSIS-138", "07-TARSIS-138", Some(2007), "TARSIS", 138),
            ("TARSIS 138 of 2007", "TARSIS 138 of 2007", Some(2007), "TARSIS", 138),
            ("TARSIS 12-08", "TARSIS 12-08", Some(2008), "TARSIS", 12),
        ] {
            check(text, Some((written, year, post, number)));
        }
    }

    #[test]
    fn other_things() {
        for text in [
            "SMITH 12/14/07",
            "APRIL 16",
            "MAY 9",
            "E-MAIL OF 3/23",
            "UNSCR 1737",
            "IIR 4 201 3706 05",
            "SECDEF MSG DTG 301601Z SEP 08",
            "DOE EMAIL 10.01.2009",
            "PARA 4",
            "USDAO ROME EX U-0011-06",
            "ROME",
            "ROME 0",
            "TARSIS 1234567",
            "12345",
            "9 FAM 41",
            "C-AL9-02352",
            "THE REPORT 12",
            "TARSIS (NOTAL)",
            "the minister said that he had seen 12",
            "",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn reports() {
        for (text, end) in [
            ("IIR 4 201 3706 05", Some(17)),
            ("IIR 6-849-9075-10 X", Some(17)),
            ("TD-314/03138-05", Some(15)),
            ("TDX-315/090481-08 AND", Some(17)),
            ("314/07696-07", Some(12)),
            ("STATE 123", None),
            ("3/4/05", None),
        ] {
            assert_eq!(report(text, 0), end, "{text:?}");
        }
    }

    #[test]
    fn the_number_can_stand_first() {
        let found =
            |text: &str| number_first(text, 0..text.len()).map(|named| (named.number.post, named.number.number));
        assert_eq!(found("377 KATHMANDU"), Some(("KATHMANDU".to_owned(), 377)));
        assert_eq!(found("2008 KATHMANDU"), None);
        assert_eq!(found("377 KATHMANDU 12"), None);
        assert_eq!(found("41 FAM"), None);
    }

    #[test]
    fn words_are_sorted() {
        assert!(NO_POST.is_sorted());
    }
}
