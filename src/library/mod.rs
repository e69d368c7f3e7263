//! What came in together: one text or many, each with its telegrams.
//!
//! - `telegrams.rs`: the telegrams of one text
//! - `card.rs`: what the list says about a telegram
//! - `listing.rs`: the list, sorted and narrowed to words

mod card;
mod listing;
mod telegrams;

pub use card::{Card, number};
pub use listing::{Column, Order, listed, sorted, table};
pub use telegrams::{Finder, Telegrams};

use crate::find::{Folded, query};
use cable::Logical;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// The most telegrams that get a card; the others can only be reached one after another.
const MOST_CARDS: usize = 100_000;

/// The bytes of text after which reading cards, or searching the telegrams, pauses.
const STRETCH: usize = 1 << 19;

/// The telegrams that came in together, at least one. It equals only itself.
#[derive(Debug)]
pub struct Library {
    /// Each telegram's text, and which of the text's telegrams it is. A text is dropped with the last of them.
    telegrams: Vec<(Rc<Telegrams>, usize)>,
    /// The cards of the first telegrams. Their number only grows.
    cards: RefCell<Vec<Card>>,
    looking: RefCell<Looking>,
}

/// A search in the telegrams.
#[derive(Debug, Default)]
struct Looking {
    /// The words, folded.
    words: Vec<String>,
    /// For each of the first telegrams, whether it holds every one of the words.
    holds: Vec<bool>,
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Library {
    /// The library of these texts, in their order; `None` where there are none.
    pub fn of(texts: Vec<Rc<Telegrams>>) -> Option<Self> {
        let mut telegrams = Vec::new();
        for text in texts {
            for index in 0..text.count() {
                telegrams.push((text.clone(), index));
            }
        }
        Self::with(telegrams, Vec::new())
    }

    /// The library without the telegram at `place`, with the cards that were read; `None` where no telegram is left.
    pub fn without(&self, place: usize) -> Option<Self> {
        let (mut telegrams, mut cards) = (self.telegrams.clone(), self.cards.take());
        telegrams.remove(place);
        if place < cards.len() {
            cards.remove(place);
        }
        Self::with(telegrams, cards)
    }

    fn with(telegrams: Vec<(Rc<Telegrams>, usize)>, cards: Vec<Card>) -> Option<Self> {
        let is_empty = telegrams.is_empty();
        (!is_empty).then(|| Self { telegrams, cards: cards.into(), looking: RefCell::default() })
    }

    /// How many telegrams there are.
    pub fn count(&self) -> usize {
        self.telegrams.len()
    }

    /// The text that holds telegram `place`, counted from 0, and which of the text's telegrams that is; the last
    /// telegram where there are not that many.
    pub fn at(&self, place: usize) -> (&Rc<Telegrams>, usize) {
        let (text, index) = &self.telegrams[place.min(self.telegrams.len() - 1)];
        (text, *index)
    }

    /// The cards read so far.
    pub fn cards(&self) -> Ref<'_, [Card]> {
        Ref::map(self.cards.borrow(), Vec::as_slice)
    }

    /// How many telegrams get cards.
    pub fn cards_in_all(&self) -> usize {
        self.count().min(MOST_CARDS)
    }

    /// Reads some more cards; returns whether there are more to read.
    pub fn read_cards(&self) -> bool {
        let mut cards = self.cards.borrow_mut();
        let mut bytes = 0;
        while bytes < STRETCH && cards.len() < self.cards_in_all() {
            let (text, index) = self.at(cards.len());
            let cable = text.cable(index, None);
            // A telegram has a cost however short it is.
            bytes += cable.span.len() as usize + 1000;
            cards.push(Card::of(&cable, &text.opened));
        }
        cards.len() < self.cards_in_all()
    }

    /// Starts a search for words, each of which may be anywhere in a telegram or on its card.
    pub fn look_for(&self, words: &str) {
        let words = Folded::new(words, false).text().split_whitespace().map(str::to_owned).collect();
        *self.looking.borrow_mut() = Looking { words, holds: Vec::new() };
        self.look_on();
    }

    /// Searches some more of the telegrams that have cards; returns whether there are more to search.
    pub fn look_on(&self) -> bool {
        let (cards, mut looking) = (self.cards(), self.looking.borrow_mut());
        let Looking { words, holds } = &mut *looking;
        let mut bytes = 0;
        while let Some(card) = cards.get(holds.len()).filter(|_| bytes < STRETCH && !words.is_empty()) {
            let mut words = words.iter().filter(|word| !card.words.contains(word.as_str())).peekable();
            let found = words.peek().is_none() || {
                let text = self.folded(holds.len(), card);
                bytes += text.text().len();
                words.all(|word| text.text().contains(word.as_str()))
            };
            holds.push(found);
        }
        !words.is_empty() && holds.len() < cards.len()
    }

    /// The text of a telegram as it is searched: without line ends and page markers, and with divided words joined.
    fn folded(&self, place: usize, card: &Card) -> Folded {
        Folded::new(Logical::prose(self.at(place).0.text(), &card.pieces).text(), false)
    }

    /// The query for Find that shows those of the words that occur in the text of a telegram.
    pub fn to_find(&self, place: usize, words: &str) -> String {
        let cards = self.cards();
        let Some(card) = cards.get(place) else { return String::new() };
        let text = self.folded(place, card);
        let stands = |word: &&str| text.text().contains(Folded::new(word, false).text());
        query(words.split_whitespace().filter(stands))
    }

    /// How many of the telegrams have been searched.
    pub fn looked(&self) -> usize {
        let looking = self.looking.borrow();
        if looking.words.is_empty() { self.cards().len() } else { looking.holds.len() }
    }

    /// Returns whether a telegram matches the search, as far as is known.
    pub fn holds(&self, place: usize) -> bool {
        let looking = self.looking.borrow();
        looking.words.is_empty() || looking.holds.get(place) == Some(&true)
    }

    /// The place of the telegram with a canonical message reference number, among those that have cards.
    pub fn with_number(&self, mrn: &str) -> Option<usize> {
        self.cards.borrow().iter().position(|card| card.number == mrn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::library;

    const TWO: &str = include_str!("../../crates/cable/fixtures/two-telegrams.txt");
    const ONE: &str = include_str!("../example.txt");

    #[test]
    fn telegrams_are_counted_through_all_texts() {
        let library = library(&[TWO, ONE, TWO]);
        assert_eq!(library.count(), 5);
        let places: Vec<_> = (0..6).map(|place| library.at(place)).map(|(text, index)| (text.count(), index)).collect();
        assert_eq!(places, [(2, 0), (2, 1), (1, 0), (2, 0), (2, 1), (2, 1)]);
        assert!(Library::of(Vec::new()).is_none());
    }

    #[test]
    fn one_is_closed_and_a_text_goes_with_its_last() {
        let library = library(&[TWO, ONE]);
        while library.read_cards() {}
        let watch = Rc::downgrade(library.at(2).0);
        let left = library.without(2).and_then(|left| left.without(0));
        drop(library);
        assert!(watch.upgrade().is_none(), "the text of the third is forgotten");
        let said = left.as_ref().map(|left| (left.count(), left.at(0).1, left.cards().len()));
        assert_eq!(said, Some((1, 1, 1)));
        assert!(left.is_some_and(|left| left.without(0).is_none()));
    }

    #[test]
    fn words_that_a_line_or_page_end_divides_are_found_and_asked_for() {
        let library = library(&["FM AMEMBASSY TARSIS\n\nUNCLAS SECTION 01 OF 02 TARSIS 000412\n\nSUBJECT: QUAY\n\n\
            1. A con-\nsensus, of 1,000, in a six-\nmonth talk, with ap-\n\nTARSIS 00000412  002 OF 002\n\nplause.\n"]);
        while library.read_cards() {}
        for (words, found) in
            [("consensus", true), ("SIX-MONTH talk", true), ("con-", false), ("sixmonth", false), ("applause", true)]
        {
            library.look_for(words);
            assert_eq!(library.holds(0), found, "{words}");
        }
        assert_eq!(library.to_find(0, "Consensus 1,000 nowhere Quay"), "Consensus, \"1,000\", Quay");
        assert_eq!(library.to_find(9, "Consensus"), "", "of a telegram that is not there");
    }

    #[test]
    fn cards_are_read_on_until_all_are() {
        let library = library(&[TWO, ONE, TWO]);
        assert_eq!(library.cards().len(), 0);
        while library.read_cards() {}
        assert_eq!(library.cards().len(), 5);
        let number = library.cards()[1].number.clone();
        assert_eq!(library.with_number(&number), Some(1));
        assert_eq!(library.with_number("09NOWHERE1"), None);
    }
}
