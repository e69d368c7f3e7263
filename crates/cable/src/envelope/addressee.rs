//! Format lines 6 to 9: who sent it, and to whom.

use crate::envelope::line::is_routing_indicator;
use crate::words::one_line;
use crate::{Addressee, Precedence};

/// Reads `RUEHC/SECSTATE WASHDC IMMEDIATE 4711`: routing indicator, designator, precedence, message serial. Only
/// the designator is always there.
pub(crate) fn addressee(line: &str) -> Option<Addressee> {
    let (routing, designator) = match line.split_once('/') {
        Some((routing, rest)) if is_delivery(routing.trim()) => {
            (Some(routing.trim().to_owned()), rest.trim_start_matches('/'))
        }
        _ => (None, line),
    };
    let mut name = designator.trim();
    let mut serial = None;
    // An address indicator group has its number for a name (`AIG 7661`).
    if let Some((before, word)) = last_word(name).filter(|(before, word)| *before != "AIG" && is_serial(word)) {
        (name, serial) = (before, Some(word.to_owned()));
    }
    // Some set what the night shift is to do behind the precedence: `IMMEDIATE NIACT`.
    let without = |name, end: &str| last_word(name).filter(|(_, word)| *word == end).map(|(before, _)| before);
    let behind = without(name, "NIACT").filter(|before| without(before, "IMMEDIATE").is_some());
    name = behind.unwrap_or(name);
    let mut given = None;
    while let Some((before, word)) = last_word(name)
        && let Some(precedence) = precedence_word(word)
    {
        given = Some(given.map_or(precedence, |above: Precedence| above.max(precedence)));
        name = before;
    }
    if given == Some(Precedence::Immediate)
        && let Some(before) = without(name, "NIACT").or(behind.and(Some(name)))
    {
        (name, given) = (before, Some(Precedence::NiactImmediate));
    }
    // Prints set the precedence apart: `SECSTATE WASHDC - ROUTINE`.
    if given.is_some() {
        name = without(name, "-").unwrap_or(name);
    }
    (!name.is_empty()).then(|| Addressee { routing, name: one_line(name), precedence: given, serial })
}

/// The last of several words, and what stands before it.
fn last_word(words: &str) -> Option<(&str, &str)> {
    words.rsplit_once(char::is_whitespace).map(|(before, word)| (before.trim_end(), word))
}

/// The post that a designator names, as reference numbers write it: `AMEMBASSY TEL AVIV` is TELAVIV.
pub(crate) fn post(designator: &str) -> String {
    crate::glossary::post(designator.strip_suffix("WASHDC").unwrap_or(designator))
}

/// A routing indicator, or `ZEN` where the message is delivered by other means.
fn is_delivery(word: &str) -> bool {
    word == "ZEN" || is_routing_indicator(word)
}

/// The precedence that a phrase names, in any case.
pub(crate) fn precedence(phrase: &str) -> Option<Precedence> {
    let upper = phrase.trim().to_ascii_uppercase();
    match upper.strip_prefix("NIACT") {
        Some(_) => Some(Precedence::NiactImmediate),
        None => precedence_word(&upper),
    }
}

fn precedence_word(word: &str) -> Option<Precedence> {
    match word {
        "ROUTINE" => Some(Precedence::Routine),
        "PRIORITY" => Some(Precedence::Priority),
        "IMMEDIATE" => Some(Precedence::Immediate),
        "FLASH" => Some(Precedence::Flash),
        _ => None,
    }
}

/// A message continuity number: digits, or a range of them (`2276-2279`).
fn is_serial(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
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
        check("SECSTATE WASHDC IMMEDIATE 1291", None, "SECSTATE WASHDC", Some(Precedence::Immediate), Some("1291"));
        check("RUEHXX/A COLLECTIVE PRIORITY", Some("RUEHXX"), "A COLLECTIVE", Some(Precedence::Priority), None);
        check("AMEMBASSY TARSIS NIACT IMMEDIATE", None, "AMEMBASSY TARSIS", Some(Precedence::NiactImmediate), None);
        check("SECSTATE IMMEDIATE NIACT 17", None, "SECSTATE", Some(Precedence::NiactImmediate), Some("17"));
        check("RUEHXX/AMCONSUL LYDDA 2276-2279", Some("RUEHXX"), "AMCONSUL LYDDA", None, Some("2276-2279"));
        check("ZEN/AMEMBASSY TARSIS", Some("ZEN"), "AMEMBASSY TARSIS", None, None);
        check("OSD//USDP/ISA//", None, "OSD//USDP/ISA//", None, None);
        check("AIG 7661", None, "AIG 7661", None, None);
    }

    #[test]
    fn posts() {
        assert_eq!(post("AMEMBASSY NEW TARSIS"), "NEWTARSIS");
        assert_eq!(post("SECSTATE WASHDC"), "STATE");
    }

    #[test]
    fn nothing() {
        assert_eq!(addressee(""), None);
        assert_eq!(addressee("  "), None);
    }
}
