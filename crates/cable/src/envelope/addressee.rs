//! Reads format lines 6 to 9: the sender and the addressees.

use super::designator::{is_place, is_post};
use crate::date::month;
use crate::envelope::line::is_routing_indicator;
use crate::known::is_among;
use crate::misspelt::is_near;
use crate::words::{first_is, is_number, last_is, one_line, slice, start_of, words};
use crate::{Addressee, Precedence};

/// Words in front of `POUCH`, where a copy goes by courier.
const POUCHED: &str = "AIR BY CLASSIFIED DIPLOMATIC FOR SENT UNCLAS VIA";

/// Reads `RUEHC/SECSTATE WASHDC IMMEDIATE 4711`: routing indicator, designator, precedence, message serial. Only the
/// designator is required.
pub(crate) fn addressee(line: &str) -> Option<Addressee> {
    let (routing, designator) = match line.split_once('/') {
        Some((routing, rest)) if is_delivery(routing.trim()) => {
            (Some(routing.trim().to_owned()), rest.trim_start_matches('/'))
        }
        Some((routing, rest)) if is_torn_indicator(routing) && is_post(rest) => (None, rest),
        _ => (None, line),
    };
    let without = |name, end: &str| last_word(name).filter(|(_, word)| *word == end).map(|(before, _)| before);
    let name = without_marker(designator.trim_matches([' ', '\t', ',', ';']));
    // Format line 10, which says that the groups are not counted, can be joined to the last addressee.
    let mut name = without(name, "GRNC").unwrap_or(name);
    let mut serial = None;
    // The note that a copy goes by courier is not part of a post's name: `AMEMBASSY TARSIS BY POUCH`.
    if let Some(before) = without(name, "POUCH").filter(|before| is_post(before)) {
        name = before;
        while let Some((before, _)) = last_word(name).filter(|(_, word)| is_among(word, POUCHED)) {
            name = before;
        }
    }
    if let Some(end) = joined_serial(name).filter(|_| is_post(name)) {
        (name, serial) = (name.get(..end)?, name.get(end..).map(str::to_owned));
    }
    // The number of a general message in its series is not the addressee's serial: `TO NAVADMIN 126/22`.
    if let Some((before, _)) = last_word(name).filter(|(_, word)| is_series_number(word)) {
        name = before;
    }
    // An address indicator group has a number in its name (`AIG 7661`).
    if let Some((before, word)) = last_word(name).filter(|(before, word)| *before != "AIG" && is_serial(word)) {
        (name, serial) = (before, Some(word.to_owned()));
    }
    // Some copies have the month of the telegram in front of the serial, with the next addressee joined to it: `LA PAZ
    // MAY LIMA 3214`.
    if let Some((before, behind)) =
        at_month(name).filter(|(_, behind)| serial.is_some() || behind.is_empty() || is_place(behind))
    {
        (name, serial) = (before, serial.filter(|_| behind.is_empty()));
    }
    // `NIACT` stands in front of the precedence, behind it, or by itself.
    let mut given = None;
    while let Some((before, word)) = last_word(name)
        && let Some(precedence) = precedence_word(word)
    {
        given = Some(given.map_or(precedence, |above: Precedence| above.max(precedence)));
        name = before;
    }
    // Prints set the precedence apart: `SECSTATE WASHDC - ROUTINE`.
    if given.is_some() {
        name = without(name, "-").unwrap_or(name);
    }
    (name.len() > 1).then(|| Addressee { routing, name: one_line(name), precedence: given, serial })
}

/// Strips what the military's message handling system puts behind an addressee: `CMC WASHINGTON DC(uc)`.
pub(crate) fn without_marker(line: &str) -> &str {
    ["(uc)", "(sc)"].iter().find_map(|marker| line.strip_suffix(marker)).unwrap_or(line)
}

/// Whether a word is a routing indicator that lost its first letter: `UEHC/SECSTATE WASHDC`. Fewer letters can be an
/// office: `PM/AMEMBASSY TARSIS`.
fn is_torn_indicator(word: &str) -> bool {
    is_routing_indicator(&format!("R{word}"))
}

/// Whether an addressee is damaged: its routing indicator is torn, the month stands in front of its serial, or only one
/// letter is left.
pub(crate) fn is_damaged(line: &str) -> bool {
    let (routing, designator) = line.split_once('/').unwrap_or(("", line));
    let is_torn = || is_post(designator) && is_torn_indicator(routing);
    let without_month = || {
        let (before, _) = at_month(designator)?;
        let read = addressee(line)?;
        (joined(line).is_some() || read.name == one_line(before)).then_some(())
    };
    line.len() == 1 || !routing.is_empty() && !is_delivery(routing) && is_torn() || without_month().is_some()
}

/// Where a four-digit serial begins that is joined to the name in front of it: `USMISSION TARSIS0162`.
fn joined_serial(name: &str) -> Option<usize> {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_joined = name.len().checked_sub(letters.len()) == Some(4);
    (is_joined && last_is(letters, u8::is_ascii_uppercase)).then_some(letters.len())
}

/// Splits a post's name at the abbreviation of a month: the words before and behind it.
fn at_month(name: &str) -> Option<(&str, &str)> {
    if !is_post(name) {
        return None;
    }
    let is_month = |word: &str| first_is(word, u8::is_ascii_alphabetic) && month(word).is_some();
    let month = words(name).skip(2).find(|word| name.get(word.clone()).is_some_and(is_month))?;
    Some((name.get(..month.start)?.trim_end(), name.get(month.end..)?.trim_start()))
}

/// Where an addressee ends and the next begins, if a copy joined them at the month: `AMEMBASSY LA PAZ MAY LIMA 3214`.
/// Both are posts, and only the second can have kept its serial.
pub(crate) fn joined(line: &str) -> Option<(usize, usize)> {
    let designator = line.split_once('/').map_or(line, |(_, rest)| rest);
    let (before, behind) = at_month(designator)?;
    let post = last_word(behind).filter(|(_, serial)| is_serial(serial)).map_or(behind, |(post, _)| post);
    is_place(post).then(|| (start_of(designator, line).saturating_add(before.len()), start_of(behind, line)))
}

/// Splits off the last of several words: what stands before it, and the word.
fn last_word(words: &str) -> Option<(&str, &str)> {
    words.rsplit_once(char::is_whitespace).map(|(before, word)| (before.trim_end(), word))
}

/// Whether a word is a routing indicator, or `ZEN`: the message is delivered by other means.
fn is_delivery(word: &str) -> bool {
    word == "ZEN" || is_routing_indicator(word)
}

/// Whether the addressee read is only a routing indicator of the diplomatic network.
pub(crate) fn is_indicator_alone(read: &Addressee) -> bool {
    let is_indicator = read.name.starts_with("RUE") && is_routing_indicator(&read.name);
    is_indicator && read.routing.is_none() && read.precedence.is_none() && read.serial.is_none()
}

/// The precedence that a phrase names, in any case.
pub(crate) fn precedence(phrase: &str) -> Option<Precedence> {
    let upper = phrase.trim().to_ascii_uppercase();
    match upper.strip_prefix("NIACT") {
        Some(_) => Some(Precedence::NiactImmediate),
        None => precedence_word(&upper),
    }
}

/// Whether a word is one that follows an addressee's name: a precedence or serial.
pub(super) fn is_behind_name(word: &str) -> bool {
    precedence_word(word).is_some() || is_serial(word)
}

/// Whether a row gives the precedence, serial or both that the addressee above still lacks.
pub(crate) fn is_tail_of(above: &Addressee, row: &str) -> bool {
    let is_open = above.serial.is_none() && (above.precedence.is_none() || is_serial(row));
    is_open && words(row).all(|word| is_behind_name(slice(row, word)))
}

/// The precedence that a word names; a letter can be lost or wrong: `PRORITY`.
fn precedence_word(word: &str) -> Option<Precedence> {
    let is = |name: &str| {
        let begins = word.as_bytes().first() == name.as_bytes().first();
        word == name || begins && name.len() > 5 && is_near(word, name, 1)
    };
    let known = [
        ("ROUTINE", Precedence::Routine),
        ("PRIORITY", Precedence::Priority),
        ("IMMEDIATE", Precedence::Immediate),
        ("IMMED", Precedence::Immediate),
        ("NIACT", Precedence::NiactImmediate),
        ("FLASH", Precedence::Flash),
    ];
    known.into_iter().find_map(|(name, precedence)| is(name).then_some(precedence))
}

/// Whether a word is the number of a message and its year: `126/22`, `038-12/2012`.
pub(crate) fn is_series_number(word: &str) -> bool {
    let is_year = |year: &str| is_number(year) && matches!(year.len(), 2 | 4);
    word.split_once('/').is_some_and(|(number, year)| number.split('-').all(is_number) && is_year(year))
}

/// Whether a word is a message continuity number: digits, or a range of them (`2276-2279`).
fn is_serial(word: &str) -> bool {
    first_is(word, u8::is_ascii_digit) && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, routing: Option<&str>, name: &str, precedence: Option<Precedence>, serial: Option<&str>) {
        let expected = Addressee {
            routing: routing.map(str::to_owned),
            name: name.to_owned(),
            precedence,
            serial: serial.map(str::to_owned),
        };
        assert_eq!(addressee(line), Some(expected), "{line}");
    }

    #[test]
    fn forms() {
        check("RUEHC/SECSTATE WASHDC 4711", Some("RUEHC"), "SECSTATE WASHDC", None, Some("4711"));
        check("AMEMBASSY TARSIS GRNC", None, "AMEMBASSY TARSIS", None, None);
        check("SECSTATE WASHDC IMMEDIATE 1291", None, "SECSTATE WASHDC", Some(Precedence::Immediate), Some("1291"));
        check("RUEHXX/A COLLECTIVE PRIORITY", Some("RUEHXX"), "A COLLECTIVE", Some(Precedence::Priority), None);
        check("AMEMBASSY TARSIS NIACT IMMEDIATE", None, "AMEMBASSY TARSIS", Some(Precedence::NiactImmediate), None);
        check("SECSTATE IMMEDIATE NIACT 17", None, "SECSTATE", Some(Precedence::NiactImmediate), Some("17"));
        check("RUEHXX/AMCONSUL LYDDA 2276-2279", Some("RUEHXX"), "AMCONSUL LYDDA", None, Some("2276-2279"));
        check("ZEN/AMEMBASSY TARSIS", Some("ZEN"), "AMEMBASSY TARSIS", None, None);
        check("OSD//USDP/ISA//", None, "OSD//USDP/ISA//", None, None);
        check("AIG 7661", None, "AIG 7661", None, None);
        check("AMCONSUL LYDDA NIACT IMMED 17", None, "AMCONSUL LYDDA", Some(Precedence::NiactImmediate), Some("17"));
        check("AMCONSUL LYDDA NIACT 17", None, "AMCONSUL LYDDA", Some(Precedence::NiactImmediate), Some("17"));
        check("AMCONSUL LYDDA IMMED 17", None, "AMCONSUL LYDDA", Some(Precedence::Immediate), Some("17"));
        check("A NIACT COLLECTIVE", None, "A NIACT COLLECTIVE", None, None);
        check("AMCONSUL LYDDA 17,", None, "AMCONSUL LYDDA", None, Some("17"));
        check("AMEMBASSY TARSIS BY POUCH", None, "AMEMBASSY TARSIS", None, None);
        check("AMCONSUL LYDDA POUCH", None, "AMCONSUL LYDDA", None, None);
        check("AMCONSUL LYDDA VIA AIR POUCH", None, "AMCONSUL LYDDA", None, None);
        check("THE POUCH", None, "THE POUCH", None, None);
        check("AMEMBASSY TARSIS PRORITY 12", None, "AMEMBASSY TARSIS", Some(Precedence::Priority), Some("12"));
        check("UEHC/SECSTATE WASHDC 1675", None, "SECSTATE WASHDC", None, Some("1675"));
        check("PM/AMEMBASSY TARSIS 1675", None, "PM/AMEMBASSY TARSIS", None, Some("1675"));
        check("OSD/USDP WASHDC 12", None, "OSD/USDP WASHDC", None, Some("12"));
        check("RUEHXX/USMISSION TARSIS0162", Some("RUEHXX"), "USMISSION TARSIS", None, Some("0162"));
        check("RUEHXX/AMEMBASSY LA PAZ OCT 8280", Some("RUEHXX"), "AMEMBASSY LA PAZ", None, Some("8280"));
        check("RUEHXX/AMEMBASSY LA PAZ MAY LIMA 3214", Some("RUEHXX"), "AMEMBASSY LA PAZ", None, None);
        check("COMTARSIS TARSIS(uc)", None, "COMTARSIS TARSIS", None, None);
        check("COMTARSIS TARSIS (UC)", None, "COMTARSIS TARSIS (UC)", None, None);
        check("COMTARSIS(N1)", None, "COMTARSIS(N1)", None, None);
        check("RUEHXX/AMEMBASSY LA PAZ MAY", Some("RUEHXX"), "AMEMBASSY LA PAZ", None, None);
    }

    #[test]
    fn damage() {
        for line in ["R", "UEHC/SECSTATE WASHDC", "RUEHXX/AMEMBASSY LA PAZ MAY LIMA 3214"] {
            assert!(is_damaged(line), "{line}");
        }
        for line in [
            "RUEHXX/AMEMBASSY TARSIS 12",
            "OSD/USDP WASHDC",
            "PM/AMEMBASSY TARSIS",
            "ZEN/AMEMBASSY TARSIS",
            "AMEMBASSY LA PAZ 12",
        ] {
            assert!(!is_damaged(line), "{line}");
        }
        assert_eq!(addressee("R"), None);
    }

    #[test]
    fn two_on_a_row() {
        let check = |line: &str, expected: Option<(&str, &str)>| {
            assert_eq!(joined(line).map(|(end, start)| (&line[..end], &line[start..])), expected, "{line}");
        };
        check("RUEHXX/AMEMBASSY LA PAZ MAY LIMA 3214", Some(("RUEHXX/AMEMBASSY LA PAZ", "LIMA 3214")));
        check("RUEHXX/AMEMBASSY LA PAZ MAY LIMA", Some(("RUEHXX/AMEMBASSY LA PAZ", "LIMA")));
        check("RUEHXX/AMEMBASSY LA PAZ MAY 3214", None);
        check("RUEHXX/AMEMBASSY LA PAZ MAY BE 3214", None);
        check("RUEHXX/AMEMBASSY LA PAZ 3214", None);
    }

    #[test]
    fn nothing() {
        assert_eq!(addressee(""), None);
        assert_eq!(addressee("  "), None);
    }
}
