//! The labels of labelled copies.

use crate::heading;
use crate::known::is_among;
use crate::misspelt::is_near;
use crate::words::{first_is, has_small};
use crate::zone::Zone;

/// A field that only labelled copies have; the fields of every text header are a [`heading::Label`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// `MRN: 09 TARSIS 417`
    Number,
    /// `Date/DTG: Sep 16, 2023 / 160150Z SEP 23`
    Date,
    /// `From: AMEMBASSY TARSIS`
    From,
    /// `Action: WASHDC, SECSTATE ROUTINE`
    Action,
    /// `Info: …`
    Info,
    /// `Exempt: …`
    Exempt,
    /// `Precedence: ROUTINE`
    Precedence,
    /// `Classification: UNCLASSIFIED`, and the banner of a page, which is label and value in one
    Classification,
    /// `Captions: SENSITIVE`
    Captions,
    /// `Pass Line: …`
    Passing,
    /// `Signature: ROE`
    Signature,
    /// `Drafted By:`, and unknown labels: kept as they are with their values
    Attribute,
}

use Label::*;
use heading::Label::{ExecutiveOrder, References, Subject, Tags};

/// Longer words in front of a colon are a sentence.
const LONGEST: usize = 32;

/// A label of at least this many letters is recognised with one letter wrong.
const SURE: usize = 7;

/// The letters of each label, what it begins, and its weight as a sign of a labelled copy: a weight of three shows one.
/// Letters and memoranda have a sender, a date and a subject too.
const LABELS: [(&str, Zone, u8); 40] = [
    ("MRN", Zone::Labelled(Number), 3),
    ("DATEDTG", Zone::Labelled(Date), 3),
    ("DTG", Zone::Labelled(Date), 2),
    ("DATE", Zone::Labelled(Date), 0),
    ("FROM", Zone::Labelled(From), 1),
    ("ACTION", Zone::Labelled(Action), 1),
    ("TO", Zone::Labelled(Action), 0),
    ("INFO", Zone::Labelled(Info), 0),
    ("XMT", Zone::Labelled(Exempt), 1),
    ("EXEMPT", Zone::Labelled(Exempt), 0),
    ("PRECEDENCE", Zone::Labelled(Precedence), 1),
    ("CLASSIFICATION", Zone::Labelled(Classification), 0),
    ("CAPTIONS", Zone::Labelled(Captions), 2),
    ("CAPTION", Zone::Labelled(Captions), 1),
    ("PASSLINE", Zone::Labelled(Passing), 2),
    ("EO", Zone::Field(ExecutiveOrder), 0),
    ("EXECUTIVEORDER", Zone::Field(ExecutiveOrder), 0),
    ("TAGS", Zone::Field(Tags), 0),
    ("TAG", Zone::Field(Tags), 0),
    ("SUBJECT", Zone::Field(Subject), 0),
    ("SUBJ", Zone::Field(Subject), 0),
    ("REFERENCES", Zone::Field(References), 0),
    ("REFERENCE", Zone::Field(References), 0),
    ("REFTEL", Zone::Field(References), 0),
    ("REFS", Zone::Field(References), 0),
    ("REF", Zone::Field(References), 0),
    ("SIGNATURE", Zone::Labelled(Signature), 0),
    ("DRAFTEDBY", Zone::Labelled(Attribute), 0),
    ("CLEAREDBY", Zone::Labelled(Attribute), 0),
    ("APPROVEDBY", Zone::Labelled(Attribute), 0),
    ("RELEASEDBY", Zone::Labelled(Attribute), 0),
    ("DRAFTED", Zone::Labelled(Attribute), 0),
    ("CLEARED", Zone::Labelled(Attribute), 0),
    ("APPROVED", Zone::Labelled(Attribute), 0),
    ("RELEASED", Zone::Labelled(Attribute), 0),
    ("DISSEMINATIONRULE", Zone::Labelled(Attribute), 3),
    ("DISSEMINATION", Zone::Labelled(Attribute), 2),
    ("CHARGE", Zone::Labelled(Attribute), 1),
    ("CONFERENCENAME", Zone::Labelled(Attribute), 0),
    ("CABLETEXT", Zone::Labelled(Attribute), 3),
];

/// What `line` begins, and the length of its label with the blanks behind it.
pub(super) fn label(line: &str) -> Option<(Zone, usize)> {
    match known(line) {
        Some(((_, zone, _), len)) => Some((*zone, len)),
        None if dated(line).is_some() => dated(line),
        None => heading::label(line).map(|(label, len)| (Zone::Field(label), len)),
    }
}

/// `TELEGRAM        June 03, 2003`, the title of a print.
fn dated(line: &str) -> Option<(Zone, usize)> {
    let value = line.strip_prefix("TELEGRAM")?.trim_start();
    heading::written_date(value).map(|_| (Zone::Labelled(Date), line.len().saturating_sub(value.len())))
}

/// The weight of a row as a sign of a labelled copy, and the name under which it counts once.
pub(super) fn weight(line: &str) -> Option<(&'static str, u8)> {
    if line.contains("DB/Inbox:") {
        return Some(("DB/Inbox", 3));
    }
    known(line).map(|((name, _, weight), _)| (*name, *weight))
}

/// The length of a label that the table does not hold: a few words, each with a capital, a colon and a blank behind. A
/// word all in capitals is no label, because subjects in capitals have colons in them.
pub(super) fn unknown(line: &str) -> Option<usize> {
    let (name, len) = before_colon(line)?;
    let words = || name.split([' ', '/']).filter(|word| !word.is_empty());
    let is_word = |word: &str| {
        first_is(word, u8::is_ascii_uppercase)
            && word.bytes().all(|byte| byte.is_ascii_alphabetic() || b"-.'".contains(&byte))
    };
    (has_small(name) && words().count() <= 4 && words().all(is_word)).then_some(len)
}

/// Whether a row closes a telegram: it stands behind the text, and no text stands behind it.
pub(super) fn is_closing(line: &str) -> bool {
    const CLOSING: &str = "SIGNATURE DRAFTEDBY CLEAREDBY APPROVEDBY RELEASEDBY DISSEMINATIONRULE";
    known(line).is_some_and(|((name, ..), _)| is_among(name, CLOSING))
}

/// The label of the table that a line begins with. Poor copies misread a letter of it or add one (`DatelDTG:`).
fn known(line: &str) -> Option<(&'static (&'static str, Zone, u8), usize)> {
    let (name, len) = before_colon(line)?;
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let near = |known: &str| known.len() >= SURE && is_near(&letters, known, 1);
    let found = LABELS.iter().find(|(known, ..)| *known == letters);
    let found = found.or_else(|| LABELS.iter().find(|(known, ..)| near(known)))?;
    Some((found, len))
}

/// The words before the colon at the start of a line, and their length with colon and blanks. Poor copies have a
/// semicolon for the colon.
fn before_colon(line: &str) -> Option<(&str, usize)> {
    let colon = line.bytes().take(LONGEST).position(|byte| matches!(byte, b':' | b';'))?;
    let (name, rest) = line.split_at_checked(colon)?;
    let value = rest.get(1..)?.trim_start_matches([' ', '\t', ':']);
    Some((name, line.len().saturating_sub(value.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(Zone, &str)>) {
        assert_eq!(label(line).map(|(zone, len)| (zone, &line[len..])), expected, "{line}");
    }

    #[test]
    fn labels() {
        check("MRN: 09 TARSIS 417", Some((Zone::Labelled(Number), "09 TARSIS 417")));
        check("Date / DTG :  Sep 16, 2023", Some((Zone::Labelled(Date), "Sep 16, 2023")));
        check("E.O.: 13526", Some((Zone::Field(ExecutiveOrder), "13526")));
        check("E.O. 13526: N/A", Some((Zone::Field(ExecutiveOrder), "E.O. 13526: N/A")));
        check("CAPTIONS; None", Some((Zone::Labelled(Captions), "None")));
        check("Classified by: DCM Jane Roe", Some((Zone::Field(heading::Label::ClassifiedBy), "DCM Jane Roe")));
        check("DatelDTG: Oct 30, 2009", Some((Zone::Labelled(Date), "Oct 30, 2009")));
        check("Subject:", Some((Zone::Field(Subject), "")));
        check("From the ministry: nothing", None);
        check("Actions: none", None);
    }

    #[test]
    fn unknown_labels() {
        for line in ["Conference Title: Talks", "Visit Name:", "Post/Office: TARSIS"] {
            assert!(unknown(line).is_some(), "{line}");
        }
        for line in ["PORT SECURITY: NEXT STEPS", "The mayor said: no", "It is 4: no", "no label", "A: b"] {
            assert_eq!(unknown(line), None, "{line}");
        }
    }
}
