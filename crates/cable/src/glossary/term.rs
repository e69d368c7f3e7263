//! One lookup for every code that the glossary explains.

use super::table::{Row, Table};
use super::{
    ABBREVIATIONS, CAPTIONS, Confidence, EXEMPTIONS, ORDERS, POSTS, PRECEDENCES, REASONS, ROUTING, SIGNALS, TAGS,
};
use crate::Date;

/// The kind of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// Traffic analysis by geography and subject (`PHUM`, `MU`).
    Tag,
    /// Handling caption (`SIPDIS`).
    Caption,
    /// Letter of a precedence (`O`).
    Precedence,
    /// Operating signal (`ZDK`).
    Signal,
    /// Number of an executive order on classification (`12958`).
    Order,
    /// Word or code of the executive order line (`OADR`, `25X1`).
    Exemption,
    /// Reason for classification (`1.4(b)`).
    Reason,
    /// Routing indicator. It names a station that can front several addressees, so a name in the text takes precedence.
    Routing,
    /// Post, as in a message reference number (`RIODEJANEIRO`).
    Post,
    /// Abbreviation of running text (`REFTEL`).
    Abbreviation,
}

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What kind of code it is.
    pub kind: TermKind,
    /// The code, upper case.
    pub code: &'static str,
    /// What it stands for; `None` for a code that occurs and is not explained anywhere.
    pub meaning: Option<&'static str>,
    /// First and last day on which it means this; `None` at an end without a limit.
    pub era: (Option<Date>, Option<Date>),
    /// How well the meaning is sourced.
    pub confidence: Confidence,
    /// Where the meaning was read.
    pub source: &'static str,
}

/// What an upper-case code meant on a day. Without a day it is what the code meant before the change from FIPS 10-4 to
/// GENC country codes (about 2012), which turned `MU` from Oman to Mauritius, or otherwise its oldest meaning: most
/// copies that have lost their day are from before the change.
///
/// ```
/// use cable::{Date, glossary::{TermKind, term}};
/// let meaning = |code, year| term(TermKind::Tag, code, Date::new(year, 6, 1)).and_then(|term| term.meaning);
/// assert_eq!(meaning("MU", 2008), Some("Oman"));
/// assert_eq!(meaning("MU", 2020), Some("Mauritius"));
/// ```
pub fn term(kind: TermKind, code: &str, when: Option<Date>) -> Option<Term> {
    let rows = table(kind).of(code);
    find(kind, rows.clone(), when).map(|row| Term {
        kind,
        code: row.code,
        meaning: Some(row.meaning).filter(|meaning| !meaning.is_empty()),
        era: if kind == TermKind::Post { (None, None) } else { era(rows, &row) },
        confidence: row.confidence(),
        source: row.source(),
    })
}

/// The time zone of a message reference number's post, as the IANA database names it.
///
/// ```
/// assert_eq!(cable::glossary::time_zone("MUSCAT"), Some("Asia/Muscat"));
/// ```
pub fn time_zone(post: &str) -> Option<&'static str> {
    POSTS.of(post).next().map(|row| row.more.0)
}

pub(super) fn row(kind: TermKind, code: &str, when: Option<Date>) -> Option<Row> {
    find(kind, table(kind).of(code), when)
}

/// The one of a code's rows that says what it meant on a day.
fn find(kind: TermKind, rows: impl Iterator<Item = Row> + Clone, when: Option<Date>) -> Option<Row> {
    let on = |day: Option<Date>| rows.clone().find(|row| day.is_none_or(|day| row.is_of(day)));
    match when {
        _ if kind == TermKind::Post => on(None),
        Some(_) => on(when),
        None => on(last_of_fips()).or_else(|| on(None)),
    }
}

/// The whole time in which a row's code has the row's meaning: a meaning can have several sources, each for a part of
/// that time.
fn era(rows: impl Iterator<Item = Row>, row: &Row) -> (Option<Date>, Option<Date>) {
    let eras = rows.filter(|other| other.meaning == row.meaning).map(|other| other.era());
    eras.reduce(|(from, _), (_, until)| (from, until)).unwrap_or_default()
}

/// The day before the change to GENC country codes.
fn last_of_fips() -> Option<Date> {
    Date::new(2012, 12, 31)
}

fn table(kind: TermKind) -> &'static Table {
    match kind {
        TermKind::Tag => &TAGS,
        TermKind::Caption => &CAPTIONS,
        TermKind::Precedence => &PRECEDENCES,
        TermKind::Signal => &SIGNALS,
        TermKind::Order => &ORDERS,
        TermKind::Exemption => &EXEMPTIONS,
        TermKind::Reason => &REASONS,
        TermKind::Routing => &ROUTING,
        TermKind::Post => &POSTS,
        TermKind::Abbreviation => &ABBREVIATIONS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: TermKind, code: &str, year: Option<u16>, meaning: Option<&str>) {
        let when = year.and_then(|year| Date::new(year, 6, 1));
        assert_eq!(term(kind, code, when).and_then(|term| term.meaning), meaning, "{code} in {year:?}");
    }

    #[test]
    fn a_code_means_what_it_meant_then() {
        use TermKind::*;
        check(Tag, "PHUM", Some(2008), Some("Human Rights"));
        check(Tag, "RS", Some(2009), Some("Russia"));
        check(Tag, "RS", Some(2015), Some("Serbia"));
        check(Tag, "CZ", Some(1985), Some("Czechoslovakia"));
        check(Tag, "CZ", Some(2005), None);
        check(Tag, "GE", Some(1975), Some("Germany (East)"));
        check(Tag, "GE", Some(1978), None);
        check(Tag, "GE", Some(1985), Some("Federal Republic of Germany"));
        check(Tag, "GE", Some(2015), Some("Georgia"));
        check(Tag, "GW", Some(1979), Some("Germany (West)"));
        check(Tag, "GW", Some(1980), None);
        check(Tag, "VN", Some(1975), Some("Viet-Nam (North)"));
        check(Tag, "VN", Some(2015), Some("Vietnam"));
        check(Tag, "PU", Some(1974), Some("Portuguese Guinea"));
        check(Tag, "PU", Some(1975), Some("Guinea-Bissau"));
        check(Tag, "XF", Some(1974), Some("Middle East"));
        check(Tag, "XF", Some(2008), None);
        check(Tag, "ACLM", Some(1974), Some("Claims for Private Personal Property"));
        check(Tag, "ACLM", Some(1976), Some("Claims Against the U.S. Government"));
        check(Tag, "EAIR", Some(1974), Some("Aeronautics and Aviation"));
        check(Tag, "EAIR", Some(2008), Some("Civil Aviation"));
        check(Tag, "PINS", Some(1976), Some("Internal Security"));
        check(Tag, "PINS", Some(2008), Some("National Security"));
        check(Tag, "SHUM", Some(1977), Some("Human Rights"));
        check(Tag, "SHUM", Some(2008), None);
        check(Tag, "CSCE", Some(1975), Some("Conference on Security and Cooperation in Europe"));
        check(Tag, "WTO", Some(1975), Some("Warsaw Pact Organization"));
        check(Tag, "WTO", Some(1990), None);
        check(Tag, "WTO", Some(2008), Some("World Trade Organization"));
        check(Tag, "KBCT", Some(2008), None);
        check(Tag, "QQQQ", Some(2008), None);
        check(Tag, "", None, None);
        check(Reason, "1.4(d)", Some(2008), Some("Foreign relations or foreign activities of the United States"));
        check(Reason, "1.4(d)", Some(1998), None);
        check(Reason, "1.5(h)", Some(1998), None);
        check(Caption, "SIPDIS", Some(2008), Some("SIPRNET distribution"));
        check(Routing, "RUEHC", Some(2008), Some("SECSTATE WASHDC"));
        check(Exemption, "OADR", Some(1990), Some("Originating agency's determination required"));
        check(Exemption, "OADR", Some(2008), None);
        check(Post, "RIODEJANEIRO", Some(1975), Some("Rio de Janeiro"));
    }

    #[test]
    fn a_code_without_a_day_means_what_it_meant_before_the_change() {
        use TermKind::*;
        check(Tag, "MU", None, Some("Oman"));
        check(Tag, "WTO", None, Some("World Trade Organization"));
        check(Tag, "XF", None, None);
        check(Tag, "GE", None, Some("Germany (East)"));
        check(Tag, "AX", None, Some("Aland Islands"));
        check(Exemption, "OADR", None, Some("Originating agency's determination required"));
    }

    #[test]
    fn a_handbook_is_official_for_its_time() {
        let sure = |code, year| term(TermKind::Tag, code, Date::new(year, 6, 1)).map(|term| term.confidence);
        assert_eq!(sure("MARR", 1975), Some(Confidence::Official));
        assert_eq!(sure("MARR", 2008), Some(Confidence::Unconfirmed));
        assert_eq!(sure("NATO", 1975), Some(Confidence::Official));
        assert_eq!(sure("NATO", 2008), Some(Confidence::Unconfirmed));
        assert_eq!(sure("OVIP", 1974), Some(Confidence::Official));
        assert_eq!(sure("OVIP", 1976), Some(Confidence::Archive1970s));
        assert_eq!(sure("OVIP", 2008), Some(Confidence::Unconfirmed));
        assert_eq!(sure("XA", 1975), Some(Confidence::Official));
        assert_eq!(sure("XA", 2008), Some(Confidence::Unknown));
    }

    #[test]
    fn an_era_has_every_source_of_its_meaning() {
        let era = |code, year| {
            let era = term(TermKind::Tag, code, Date::new(year, 6, 1)).map(|term| term.era);
            era.map(|(from, until)| (from.map(Date::year), until.map(Date::year)))
        };
        assert_eq!(era("MARR", 1975), Some((None, None)));
        assert_eq!(era("YO", 1975), Some((None, Some(1992))));
        assert_eq!(era("XF", 1975), Some((None, Some(1979))));
        assert_eq!(era("PINS", 2008), Some((Some(1980), None)));
    }

    #[test]
    fn an_era_ends_on_its_day() {
        let at = |code, day| term(TermKind::Reason, code, Date::new(2003, 9, day)).map(|term| term.confidence);
        assert_eq!((at("1.4(b)", 21), at("1.4(b)", 22)), (None, Some(Confidence::Official)));
        assert_eq!((at("1.5(b)", 21), at("1.5(b)", 22)), (Some(Confidence::Official), Some(Confidence::Unconfirmed)));
    }

    #[test]
    fn a_code_without_a_meaning_says_so() {
        let term = term(TermKind::Tag, "KBCT", None);
        assert_eq!(term.map(|term| (term.meaning, term.confidence)), Some((None, Confidence::Unknown)));
    }

    #[test]
    fn every_row_is_found_by_its_code() {
        use TermKind::*;
        for kind in [Tag, Caption, Precedence, Signal, Order, Exemption, Reason, Routing, Post, Abbreviation] {
            for row in table(kind).rows() {
                assert!(table(kind).of(row.code).any(|found| found.meaning == row.meaning), "{kind:?} {row:?}");
            }
        }
    }
}
