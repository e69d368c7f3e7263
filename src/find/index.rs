//! The text in units of logical text, and the hits in them.

use super::fold::Folded;
use cable::{Cable, Logical, Span};
use std::ops::Range;

/// Hits that are kept. Whoever finds more asks for a longer word.
const MOST_HITS: usize = 10_000;

/// How words are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether capitals differ from small letters.
    pub case: bool,
    /// Whether a hit is whole words.
    pub whole: bool,
}

/// A paragraph, or what stands between two: the header before the first one, labels, headings.
#[derive(Debug)]
pub struct Unit {
    /// Which paragraph it is.
    pub paragraph: Option<usize>,
    /// Its text, with the way to the source.
    pub logical: Logical,
    folded: Folded,
}

/// A text made ready to be searched. It tiles the telegram, apart from the page markers inside paragraphs.
#[derive(Debug)]
pub struct Index {
    units: Vec<Unit>,
    case: bool,
}

/// A place where a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The unit.
    pub unit: usize,
    /// The bytes of its logical text.
    pub at: Range<usize>,
    /// Which term.
    pub term: usize,
}

/// All hits in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The hits.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub is_cut: bool,
}

impl Index {
    /// Of a telegram; `paragraphs` says whether the page shows its body as such.
    pub fn new(text: &str, cable: &Cable, paragraphs: bool, case: bool) -> Self {
        let mut units = Vec::new();
        let mut push = |paragraph: Option<usize>, pieces: &[Span]| {
            let logical = Logical::prose(text, pieces);
            let folded = Folded::new(logical.text(), case);
            units.push(Unit { paragraph, logical, folded });
        };
        let mut from = cable.span.start;
        for (index, paragraph) in cable.paragraphs.iter().enumerate().filter(|_| paragraphs) {
            let Some(whole) = paragraph.pieces.iter().copied().reduce(Span::cover) else { continue };
            if from < whole.start {
                push(None, &[Span::new(from, whole.start)]);
            }
            push(Some(index), &paragraph.pieces);
            from = from.max(whole.end);
        }
        if from < cable.span.end {
            push(None, &[Span::new(from, cable.span.end)]);
        }
        Self { units, case }
    }

    /// The unit of a hit.
    pub fn unit(&self, hit: &Hit) -> Option<&Unit> {
        self.units.get(hit.unit)
    }

    /// Every place of every term, in the order of the text.
    pub fn find(&self, terms: &[String], whole: bool) -> Found {
        let terms: Vec<Folded> = terms.iter().map(|term| Folded::new(term, self.case)).collect();
        let mut found = Found::default();
        for (number, unit) in self.units.iter().enumerate() {
            let text = unit.folded.text();
            let mut here: Vec<Hit> = Vec::new();
            for (term, words) in terms.iter().map(Folded::text).enumerate().filter(|(_, words)| !words.is_empty()) {
                let places = text.match_indices(words).map(|(at, _)| at..at + words.len());
                let places = places.filter(|at| !whole || is_whole(text, at)).take(MOST_HITS + 1);
                here.extend(places.map(|at| Hit { unit: number, at: unit.folded.stood(at), term }));
            }
            cable::sort_by_place(&mut here, |hit| [hit.at.start as u32, !(hit.at.end as u32), 0]);
            found.hits.append(&mut here);
            if found.hits.len() > MOST_HITS {
                found.hits.truncate(MOST_HITS);
                found.is_cut = true;
                break;
            }
        }
        found
    }

    /// What stands before a hit, the hit, and what stands behind it, up to `width` letters each.
    pub fn context<'a>(&'a self, hit: &Hit, width: usize) -> Option<[&'a str; 3]> {
        let text = self.unit(hit)?.logical.text();
        let (before, after) = (text.get(..hit.at.start)?, text.get(hit.at.end..)?);
        let from = before.char_indices().rev().take(width).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(width).map_or(after.len(), |(at, _)| at);
        Some([before.get(from..)?, text.get(hit.at.clone())?, after.get(..to)?])
    }
}

/// Whether no letter or digit stands right before or behind.
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

    fn found(terms: &[&str], manner: Manner) -> Vec<String> {
        let cable = cable::parse(TEXT);
        let index = Index::new(TEXT, &cable, true, manner.case);
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        let show = |hit: &Hit| {
            let unit = index.unit(hit)?;
            let place = unit.paragraph.map_or_else(|| "-".to_owned(), |paragraph| paragraph.to_string());
            Some(format!("{place} {} {:?}", hit.term, unit.logical.source(hit.at.clone()).of(TEXT)))
        };
        index.find(&terms, manner.whole).hits.iter().filter_map(show).collect()
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
        let cable = cable::parse(TEXT);
        let index = Index::new(TEXT, &cable, true, false);
        let found = index.find(&["lit".to_owned()], false);
        let context = found.hits.first().and_then(|hit| index.context(hit, 6));
        assert_eq!(context.map(|[before, hit, after]| (before, hit, &after[..2])), Some(("mp is ", "lit", ". ")));
    }

    #[test]
    fn very_many_hits_are_cut() {
        let text = "a ".repeat(MOST_HITS + 1);
        let found = Index::new(&text, &cable::parse(&text), false, false).find(&["a".to_owned()], true);
        assert_eq!((found.hits.len(), found.is_cut), (MOST_HITS, true));
        let text = "a ".repeat(MOST_HITS);
        assert!(!Index::new(&text, &cable::parse(&text), false, false).find(&["a".to_owned()], true).is_cut);
    }
}
