//! The telegram's own glossary: what its codes and abbreviations mean, how sure that is, and where they are used.

use cable::glossary::{Confidence, Term, TermKind, tag, terms};
use cable::{Cable, Paragraph, Span, sort_by_place};

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What kind of code it is.
    pub kind: TermKind,
    /// The code.
    pub code: String,
    /// What it means, or that this is not known.
    pub meaning: String,
    /// The years, how sure the meaning is, and its source; empty where nothing is known.
    pub note: String,
    /// Its first place.
    pub first: Span,
    /// Where it occurs first, and in how many places it occurs: `¶4`, `Header, 3×`.
    pub places: String,
}

/// The word for a term in common use for which no published source was seen.
pub const UNCONFIRMED: &str = "Unconfirmed";
/// The same said once for all such terms, with the mark that the style sheet puts behind their meanings.
pub const WHAT_IS_UNCONFIRMED: &str = "* Unconfirmed: common usage, no published source seen";

/// The id of the element of the entry at `index`.
pub fn entry_id(index: usize) -> String {
    format!("term-{index}")
}

/// The headings of the glossary, each with the kinds of codes below it.
pub const GROUPS: [(&str, &[TermKind]); 5] = [
    ("TAGS", &[TermKind::Tag]),
    ("Handling", &[TermKind::Caption, TermKind::Precedence, TermKind::Signal]),
    ("Classification", &[TermKind::Order, TermKind::Exemption, TermKind::Reason]),
    ("Posts and stations", &[TermKind::Post, TermKind::Routing]),
    ("Abbreviations", &[TermKind::Abbreviation]),
];

/// The terms of one telegram, with all their places.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The terms.
    pub entries: Vec<Entry>,
    /// Each place with the index of its term, in text order.
    uses: Vec<(Span, usize)>,
}

impl Glossary {
    /// The glossary of a telegram.
    pub fn new(cable: &Cable, text: &str) -> Self {
        let mut glossary = Self::default();
        for used in terms(cable, text) {
            let Term { kind, code, meaning, .. } = used.term;
            let entry = Entry {
                kind,
                code: code.to_owned(),
                meaning: said(kind, meaning),
                note: note(&used.term),
                first: used.spans.first().copied().unwrap_or_default(),
                places: places(cable, &used.spans),
            };
            let index = glossary.entries.len();
            glossary.uses.extend(used.spans.iter().map(|&span| (span, index)));
            glossary.entries.push(entry);
        }
        glossary.add_unknown(cable);
        sort_by_place(&mut glossary.uses, |(span, _)| [span.start, span.end, 0]);
        glossary
    }

    /// Adds TAGS that no table explains for the telegram's date: the reader is told so, and nothing is made up.
    fn add_unknown(&mut self, cable: &Cable) {
        for tag in cable.tags.iter().filter(|found| tag(cable, &found.value.code).is_none()) {
            self.uses.push((tag.raw, self.entries.len()));
            self.entries.push(Entry {
                kind: TermKind::Tag,
                code: tag.value.code.clone(),
                meaning: said(TermKind::Tag, None),
                note: "Not in the table of TAGS for its time".to_owned(),
                first: tag.raw,
                places: places(cable, &[tag.raw]),
            });
        }
    }

    /// The indices of the terms in a stretch of the text, each with its place, in text order.
    pub fn within(&self, stretch: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        let from = self.uses.partition_point(|(span, _)| span.start < stretch.start);
        let rest = self.uses[from..].iter().copied();
        rest.take_while(move |(span, _)| span.start < stretch.end).filter(move |(span, _)| span.end <= stretch.end)
    }

    /// Returns whether a term is an abbreviation of running text.
    pub fn is_abbreviation(&self, index: usize) -> bool {
        self.entries.get(index).is_some_and(|entry| entry.kind == TermKind::Abbreviation)
    }
}

/// What a term means. An indicator names a station, which can serve several addressees.
fn said(kind: TermKind, meaning: Option<&str>) -> String {
    match meaning {
        None => "Meaning not known".to_owned(),
        Some(name) if kind == TermKind::Routing => ["Most often ", name].concat(),
        Some(meaning) => meaning.to_owned(),
    }
}

/// The paragraph of the first of these places, and how many places there are.
fn places(cable: &Cable, spans: &[Span]) -> String {
    let start = spans.first().map_or(0, |span| span.start);
    let begins = |paragraph: &Paragraph| paragraph.pieces.first().is_none_or(|first| first.start <= start);
    let above = cable.paragraphs.partition_point(begins).checked_sub(1).and_then(|at| cable.paragraphs.get(at));
    let within = above.filter(|above| above.pieces.last().is_some_and(|last| start < last.end));
    let place = match within.map(|paragraph| paragraph.number) {
        Some(Some(number)) => ["¶", &number.to_string()].concat(),
        Some(None) => "Text".to_owned(),
        None => "Header".to_owned(),
    };
    match spans.len() {
        0 | 1 => place,
        count => [&place, ", ", &count.to_string(), "×"].concat(),
    }
}

/// `1995–2003. Official: Text of the executive orders`
fn note(term: &Term) -> String {
    let year = |date: cable::Date| date.year().to_string();
    let era = match term.era {
        (Some(from), Some(until)) => [&year(from), "–", &year(until), ". "].concat(),
        (Some(from), None) => ["From ", &year(from), ". "].concat(),
        (None, Some(until)) => ["Until ", &year(until), ". "].concat(),
        (None, None) => String::new(),
    };
    let sure = match term.confidence {
        Confidence::Official => "Official: ",
        Confidence::Archive1970s => "Archival: ",
        Confidence::Unconfirmed if WHAT_IS_UNCONFIRMED.ends_with(term.source) => return era + UNCONFIRMED,
        Confidence::Unconfirmed => "Unconfirmed: ",
        Confidence::Unknown => "Unknown: ",
    };
    [&*era, sure, term.source].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
FM AMEMBASSY TARSIS
O 101200Z JUN 09

C O N F I D E N T I A L TARSIS 000417

TAGS: PREL, QQXZ, KBCT, MU
SUBJECT: GOATS

1. (C) PolOff met the MFA. PolOff left.
";

    fn glossary() -> Glossary {
        Glossary::new(&cable::parse(TEXT), TEXT)
    }

    #[track_caller]
    fn check(code: &str, meaning: &str, note: &str, places: &str) {
        let glossary = glossary();
        let found = glossary.entries.iter().find(|entry| entry.code == code);
        let found = found.map(|entry| (&*entry.meaning, &*entry.note, &*entry.places));
        assert_eq!(found, Some((meaning, note, places)), "{code}");
    }

    #[test]
    fn each_says_how_sure_it_is() {
        check("PREL", "External Political Relations", "Unconfirmed", "Header");
        check("MU", "Oman", "Until 2012. Official: FIPS 10-4 country codes", "Header");
        check("POLOFF", "Political officer", "Unconfirmed", "¶1, 2×");
    }

    #[test]
    fn nothing_is_made_up() {
        check("KBCT", "Meaning not known", "Unknown: code attested, meaning not found", "Header");
        check("QQXZ", "Meaning not known", "Not in the table of TAGS for its time", "Header");
    }

    #[test]
    fn every_kind_has_a_heading_and_every_term_is_found_where_it_stands() {
        let glossary = glossary();
        let whole = Span::new(0, TEXT.len() as u32);
        for (index, entry) in glossary.entries.iter().enumerate() {
            let headings = GROUPS.iter().filter(|(_, kinds)| kinds.contains(&entry.kind)).count();
            let places: Vec<_> = glossary.within(whole).filter(|&(_, at)| at == index).map(|(span, _)| span).collect();
            let count = entry.places.split_once(", ").map_or("1", |(_, count)| count.trim_end_matches('×'));
            assert_eq!((headings, places.len().to_string().as_str(), places[0]), (1, count, entry.first), "{entry:?}");
            assert!(entry.first.of(TEXT).eq_ignore_ascii_case(&entry.code) || entry.kind != TermKind::Abbreviation);
        }
        let mfa = TEXT.find("MFA").unwrap_or_default() as u32;
        assert_eq!(glossary.within(Span::new(mfa, mfa + 2)).count(), 0, "only whole terms");
    }
}
