//! The signature, against the officer who classified the telegram.

use super::Comparison;
use crate::words::in_capitals;
use crate::{Cable, Check, CheckKind, Code};

/// Shorter surnames can be one letter apart by chance.
const SHORTEST: usize = 4;

/// Often one officer classifies and signs (193 of 351 measured). A different signature is no contradiction, because the
/// chief of mission signs for the post. A surname that is one letter off is one.
pub(super) fn signer(cable: &Cable) -> Option<Check> {
    let pairs = cable.signature.iter().flat_map(|signed| cable.classified_by.iter().map(move |by| (signed, by)));
    let pairs: Vec<_> =
        pairs.map(|(signed, by)| (signed, by, surname(&signed.value), surname(&by.value.name))).collect();
    let same = pairs.iter().find(|(_, _, signed, by)| !by.is_empty() && signed == by);
    let nearly = || pairs.iter().find(|(_, _, signed, by)| signed.len() >= SHORTEST && one_letter_apart(signed, by));
    let (signed, by, _, _) = same.or_else(nearly)?;
    let compared = Comparison { kind: CheckKind::Signer, span: signed.raw, against: by.raw };
    Some(match same {
        Some(_) => compared.holds(format!("Signed by {}, who classified it.", by.value.name)),
        None => compared.fails(
            Code::SignerSpelledOtherwise,
            format!("Signed {}, while {} classified it.", signed.value, by.value.name),
        ),
    })
}

/// The letters of a surname in upper case: the last word that is no addition such as `JR`.
fn surname(name: &str) -> String {
    let upper = in_capitals(name);
    let mut words = upper.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',')).rev();
    let word = words.find(|word| !matches!(*word, "" | "JR" | "SR" | "II" | "III" | "IV")).unwrap_or_default();
    // A redacted name is nobody's.
    if word.bytes().all(|byte| byte == b'X') {
        return String::new();
    }
    word.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether one letter differs, one is missing, or two have changed places.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str, skipped: usize| text.bytes().skip(same.saturating_add(skipped)).collect::<Vec<u8>>();
    let swapped = {
        let (a, b) = (rest(short, 0), rest(long, 0));
        matches!((a.as_slice(), b.as_slice()), ([a, b, a_rest @ ..], [c, d, b_rest @ ..])
            if (a, b) == (d, c) && a_rest == b_rest)
    };
    match long.len().saturating_sub(short.len()) {
        0 => short != long && (swapped || rest(short, 1) == rest(long, 1)),
        1 => rest(short, 0) == rest(long, 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames() {
        for (name, expected) in [
            ("Ira N. Whitfield", "WHITFIELD"),
            ("WHITFIELD JR", "WHITFIELD"),
            ("Ann Loam, Jr.", "LOAM"),
            ("ANN C.LOAM", "LOAM"),
            ("Ann O'Loam", "OLOAM"),
            ("XXXXXXXX", ""),
            ("", ""),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn a_letter_off() {
        for (one, other) in [("LOAM", "LAOM"), ("LOAM", "LOAN"), ("LOAM", "LOAMS"), ("LOAM", "OAM")] {
            assert!(one_letter_apart(one, other) && one_letter_apart(other, one), "{one} {other}");
        }
        for (one, other) in [("LOAM", "LOAM"), ("LOAM", "LIME"), ("LOAM", ""), ("LOAM", "MOAL")] {
            assert!(!one_letter_apart(one, other), "{one} {other}");
        }
    }
}
