//! Format lines 6 to 9: who sent it, and to whom.

use crate::envelope::line::is_routing_indicator;
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
    let words: Vec<&str> = designator.split_whitespace().collect();
    let mut end = words.len();
    let word = |end: usize| words.get(end.checked_sub(1)?).copied();
    // An address indicator group has its number for a name (`AIG 7661`).
    let group = words.first() == Some(&"AIG") && end == 2;
    let serial = words.last().filter(|word| end > 1 && !group && is_serial(word)).map(|word| (*word).to_owned());
    end = end.saturating_sub(usize::from(serial.is_some()));
    let mut given = None;
    while end > 1
        && let Some(precedence) = word(end).and_then(precedence_word)
    {
        given = Some(given.map_or(precedence, |above: Precedence| above.max(precedence)));
        end = end.saturating_sub(1);
    }
    if end > 1 && given == Some(Precedence::Immediate) && word(end) == Some("NIACT") {
        given = Some(Precedence::NiactImmediate);
        end = end.saturating_sub(1);
    }
    // Prints set the precedence apart: `SECSTATE WASHDC - ROUTINE`.
    end = end.saturating_sub(usize::from(end > 1 && given.is_some() && word(end) == Some("-")));
    let name = words.get(..end)?.join(" ");
    (!name.is_empty()).then_some(Addressee { routing, name, precedence: given, serial })
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
