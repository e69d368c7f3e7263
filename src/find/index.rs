//! The text in units of logical text, and the hits in them.

use super::fold::Folded;
use cable::{Cable, Logical, Span};
use std::ops::Range;

/// The most hits that are kept. A reader who finds more asks for a longer word.
const MOST_HITS: usize = 10_000;
/// The number of bytes searched between two looks at the clock.
const GLANCE: usize = 64 * 1024;

/// How words are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether capitals differ from small letters.
    pub case: bool,
    /// Whether hits must be whole words.
    pub whole: bool,
}

/// A paragraph, or what is between two: the header before the first one, labels, headings.
#[derive(Debug)]
pub struct Unit {
    /// Which paragraph it is.
    pub paragraph: Option<usize>,
    /// Its text, with the way to the source.
    pub logical: Logical,
    folded: Folded,
}

/// A text prepared for searching, as far as it has been searched yet. Its units tile the telegram, except for the page
/// markers inside paragraphs.
#[derive(Debug)]
pub struct Index {
    units: Vec<Unit>,
    case: bool,
    /// The paragraph that is prepared next; `None` where the page shows the text without paragraphs.
    next: Option<usize>,
    /// The end of what is prepared.
    end: u32,
}

/// A place where a term occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The unit.
    pub unit: usize,
    /// The range of bytes in its logical text.
    pub at: Range<usize>,
    /// The number of the term.
    pub term: usize,
}

/// What is asked for.
#[derive(Debug, Default)]
pub struct Query {
    terms: Vec<Folded>,
    whole: bool,
}

impl Query {
    /// A query for these terms, compared in this manner.
    pub fn new(terms: &[String], manner: Manner) -> Self {
        Self { terms: terms.iter().map(|term| Folded::new(term, manner.case)).collect(), whole: manner.whole }
    }
}

/// The hits in text order, as far as the text has been searched.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The hits.
    pub hits: Vec<Hit>,
    /// Whether there are more hits than are kept.
    pub is_cut: bool,
    /// Whether the search is over: all of the text has been searched, or more hits were found than are kept.
    pub is_done: bool,
    /// The number of units that have been searched.
    units: usize,
}

impl Index {
    /// The index of a telegram; `paragraphs` says whether the page shows its body as paragraphs.
    pub fn new(cable: &Cable, paragraphs: bool, case: bool) -> Self {
        Self { units: Vec::new(), case, next: paragraphs.then_some(0), end: cable.span.start }
    }

    /// The unit of a hit.
    pub fn unit(&self, hit: &Hit) -> Option<&Unit> {
        self.units.get(hit.unit)
    }

    /// Goes on from where `found` ends and collects every place of every term, until `enough` says to pause.
    pub fn search(&mut self, text: &str, cable: &Cable, query: &Query, found: &mut Found, enough: impl Fn() -> bool) {
        let mut bytes = 0;
        while !found.is_done {
            if found.units == self.units.len() && !self.grow(text, cable) {
                found.is_done = true;
            }
            let Some(unit) = self.units.get(found.units) else { continue };
            find(unit, found.units, query, &mut found.hits);
            found.units += 1;
            if found.hits.len() > MOST_HITS {
                found.hits.truncate(MOST_HITS);
                (found.is_cut, found.is_done) = (true, true);
            }
            bytes += unit.logical.text().len();
            if bytes >= GLANCE {
                bytes = 0;
                if enough() {
                    return;
                }
            }
        }
    }

    /// Prepares the next paragraph and what is in front of it; returns `false` where nothing is left.
    fn grow(&mut self, text: &str, cable: &Cable) -> bool {
        let before = self.units.len();
        while self.units.len() == before && self.end < cable.span.end {
            let paragraph = self.next.and_then(|next| Some((next, cable.paragraphs.get(next)?)));
            let Some((index, paragraph)) = paragraph else {
                self.push(text, None, &[Span::new(self.end, cable.span.end)]);
                self.end = cable.span.end;
                break;
            };
            self.next = Some(index + 1);
            let Some(whole) = paragraph.pieces.iter().copied().reduce(Span::cover) else { continue };
            if self.end < whole.start {
                self.push(text, None, &[Span::new(self.end, whole.start)]);
            }
            self.push(text, Some(index), &paragraph.pieces);
            self.end = self.end.max(whole.end);
        }
        self.units.len() > before
    }

    fn push(&mut self, text: &str, paragraph: Option<usize>, pieces: &[Span]) {
        let logical = Logical::prose(text, pieces);
        let folded = Folded::new(logical.text(), self.case);
        self.units.push(Unit { paragraph, logical, folded });
    }

    /// A hit with its surroundings, up to `width` letters on each side `within` a part of the unit's text, with no word
    /// cut. The five parts are: dots for what is left out in front, or nothing; what is before the hit; the hit; what
    /// is behind it; dots again, or nothing.
    pub fn context<'a>(&'a self, hit: &Hit, within: Range<usize>, width: usize) -> Option<[&'a str; 5]> {
        let text = self.unit(hit)?.logical.text();
        let (before, after) = (text.get(within.start..hit.at.start)?, text.get(hit.at.end..within.end)?);
        let from = before.char_indices().rev().nth(width).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(width).map_or(after.len(), |(at, _)| at);
        let (near, far) = (before.get(from..)?, after.get(..to)?);
        let (dots, near) = match from {
            0 => ("", near),
            _ => ("… ", near.split_once(' ').map_or(near, |(_, words)| words)),
        };
        let (far, more) = match to == after.len() {
            true => (far, ""),
            false => (far.rsplit_once(' ').map_or(far, |(words, _)| words), " …"),
        };
        Some([dots, near, text.get(hit.at.clone())?, far, more])
    }
}

/// Collects the hits in one unit, in text order.
fn find(unit: &Unit, number: usize, query: &Query, hits: &mut Vec<Hit>) {
    let text = unit.folded.text();
    let mut here: Vec<Hit> = Vec::new();
    for (term, words) in query.terms.iter().map(Folded::text).enumerate().filter(|(_, words)| !words.is_empty()) {
        let places = text.match_indices(words).map(|(at, _)| at..at + words.len());
        let places = places.filter(|at| !query.whole || is_whole(text, at)).take(MOST_HITS + 1);
        here.extend(places.map(|at| Hit { unit: number, at: unit.folded.stood(at), term }));
    }
    cable::sort_by_place(&mut here, |hit| [hit.at.start as u32, !(hit.at.end as u32), 0]);
    hits.append(&mut here);
}

/// Returns whether no letter or digit is right before or behind.
fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let before = text.get(..at.start).and_then(|before| before.chars().next_back());
    let after = text.get(at.end..).and_then(|after| after.chars().next());
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "FM AMEMBASSY TARSIS\nSUBJECT: THE LAMP\n\n1. (U) The lamp\nis lit. A lamp-\nlighter said: Café.\n\n\
                        TARSIS 00000412 002 OF 002\n\n2. (U) Lamps are dear.\n";

    /// All hits, with the index, searched in the smallest possible steps.
    fn search(text: &str, paragraphs: bool, terms: &[&str], manner: Manner) -> (Index, Found) {
        let cable = cable::parse(text);
        let mut index = Index::new(&cable, paragraphs, manner.case);
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        let (query, mut found) = (Query::new(&terms, manner), Found::default());
        while !found.is_done {
            index.search(text, &cable, &query, &mut found, || true);
        }
        let mut again = Found::default();
        index.search(text, &cable, &query, &mut again, || false);
        assert_eq!(again, found, "in one go");
        (index, found)
    }

    fn found(terms: &[&str], manner: Manner) -> Vec<String> {
        let (index, found) = search(TEXT, true, terms, manner);
        let show = |hit: &Hit| {
            let unit = index.unit(hit)?;
            let place = unit.paragraph.map_or_else(|| "-".to_owned(), |paragraph| paragraph.to_string());
            Some(format!("{place} {} {:?}", hit.term, unit.logical.source(hit.at.clone()).of(TEXT)))
        };
        found.hits.iter().filter_map(show).collect()
    }

    #[test]
    fn across_wraps_and_divided_words() {
        assert_eq!(found(&["LAMP IS"], Manner::default()), ["0 0 \"lamp\\nis\""]);
        assert_eq!(found(&["cafe"], Manner::default()), ["0 0 \"Café\""]);
    }

    #[test]
    fn header_and_body_in_the_order_of_the_text() {
        let all = found(&["lamp", "tarsis"], Manner::default());
        let places: Vec<&str> = all.iter().map(|hit| &hit[..3]).collect();
        assert_eq!(places, ["- 1", "- 0", "0 0", "0 0", "- 1", "1 0"]);
    }

    #[test]
    fn case_and_whole_words() {
        assert_eq!(found(&["lamp"], Manner { case: true, whole: false }).len(), 2);
        assert_eq!(found(&["LAMP"], Manner { case: true, whole: false }), ["- 0 \"LAMP\""]);
        assert_eq!(found(&["Lamp"], Manner { case: true, whole: true }), Vec::<String>::new());
        assert_eq!(found(&["lamps"], Manner { case: false, whole: true }).len(), 1);
    }

    #[test]
    fn the_context_is_short() {
        let (index, found) = search(TEXT, true, &["lit"], Manner::default());
        let context = |width| found.hits.first().and_then(|hit| index.context(hit, 0..44, width));
        assert_eq!(context(6), Some(["… ", "is ", "lit", ". A", " …"]));
        assert_eq!(context(1), Some(["… ", "", "lit", ".", " …"]));
        assert_eq!(context(99), Some(["", "The lamp is ", "lit", ". A lamp-lighter said: Café.", ""]));
        let within = found.hits.first().and_then(|hit| index.context(hit, 9..18, 99));
        assert_eq!(within, Some(["", "is ", "lit", ". A", ""]));
    }

    #[test]
    fn very_many_hits_are_cut() {
        let whole = Manner { case: false, whole: true };
        let found = |count: usize| search(&"a ".repeat(count), false, &["a"], whole).1;
        let (more, all) = (found(MOST_HITS + 1), found(MOST_HITS));
        assert_eq!((more.hits.len(), more.is_cut), (MOST_HITS, true));
        assert!(!all.is_cut);
    }

    #[test]
    fn a_long_text_is_searched_in_steps() {
        let text = ["SUBJECT: X\n\n", &["1. A lamp", &" and hay".repeat(20), ".\n\n"].concat().repeat(2_000)].concat();
        let cable = cable::parse(&text);
        let mut index = Index::new(&cable, true, false);
        let (query, mut found) = (Query::new(&["lamp".to_owned()], Manner::default()), Found::default());
        index.search(&text, &cable, &query, &mut found, || true);
        assert!(!found.is_done && !found.hits.is_empty() && found.hits.len() < MOST_HITS, "{}", found.hits.len());
    }
}
