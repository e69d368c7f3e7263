//! TAGS: traffic analysis by geography and subject.

use super::{Confidence, TAGS};
use crate::TagKind;

/// What a TAGS code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagMeaning {
    /// What kind of code it is.
    pub kind: TagKind,
    /// What it stands for, where that is known.
    pub meaning: Option<&'static str>,
    /// How well that is sourced.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: &'static str,
}

pub(super) struct TagRow {
    pub code: &'static str,
    pub kind: TagKind,
    pub meaning: Option<&'static str>,
    pub confidence: Confidence,
    pub source: &'static str,
    /// First and last year in which the code means this.
    pub from: u16,
    pub until: u16,
}

/// What an upper-case code means in a telegram of `year`. Without a year it is the oldest meaning: most copies in
/// circulation are older than the change from FIPS 10-4 to GENC country codes (about 2012), which turned `MU` from
/// Oman to Mauritius.
///
/// ```
/// use cable::glossary::tag;
/// assert_eq!(tag("MU", Some(2008)).and_then(|tag| tag.meaning), Some("Oman"));
/// assert_eq!(tag("MU", Some(2020)).and_then(|tag| tag.meaning), Some("Mauritius"));
/// ```
pub fn tag(code: &str, year: Option<u16>) -> Option<TagMeaning> {
    let first = TAGS.partition_point(|row| row.code < code);
    let mut rows = TAGS[first..].iter().take_while(|row| row.code == code);
    let row = match year {
        Some(year) => rows.find(|row| (row.from..=row.until).contains(&year)),
        None => rows.next(),
    }?;
    Some(TagMeaning { kind: row.kind, meaning: row.meaning, confidence: row.confidence, source: row.source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_means_what_it_meant_then() {
        let cases = [
            ("PHUM", Some(2008), Some("Human Rights")),
            ("RS", Some(2009), Some("Russia")),
            ("RS", Some(2015), Some("Serbia")),
            ("CZ", Some(1985), Some("Czechoslovakia")),
            ("CZ", Some(2005), None),
            ("GE", None, Some("Federal Republic of Germany")),
            ("KBCT", Some(2008), None),
            ("QQQQ", Some(2008), None),
            ("", None, None),
        ];
        for (code, year, meaning) in cases {
            assert_eq!(tag(code, year).and_then(|tag| tag.meaning), meaning, "{code} in {year:?}");
        }
    }

    #[test]
    fn a_code_without_a_meaning_still_has_a_kind() {
        let tag = tag("KBCT", Some(2008));
        assert_eq!(tag.map(|tag| (tag.kind, tag.confidence)), Some((TagKind::Program, Confidence::Unknown)));
    }
}
