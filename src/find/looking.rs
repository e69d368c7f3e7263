//! What the reader does with Find: what is asked for, and which hit is looked at.

use super::{Found, Hit, Index, Manner};
use crate::fresh::Fresh;

/// What is asked for, and how far the reader has stepped through the hits.
#[derive(Clone, Default, PartialEq)]
pub struct Looking {
    /// The words.
    pub query: String,
    /// How they are compared.
    pub manner: Manner,
    /// The hit that the reader went to. It is shown again each time it is set.
    pub gone: Fresh<Option<usize>>,
    /// The paragraph from which the search begins while the reader has gone to no hit.
    from: Option<usize>,
    /// What is said when a step goes around the end.
    pub around: &'static str,
    /// Whether all hits are listed.
    pub lists: bool,
}

impl Looking {
    /// The same words from this paragraph on, for when the bar is opened or closed.
    pub fn begun_at(&self, from: Option<usize>) -> Self {
        Self { gone: Fresh::default(), around: "", from, ..self.clone() }
    }

    /// Words that were looked for elsewhere, from the first paragraph on: the header is on the screen already.
    pub fn for_words(query: String) -> Self {
        let from = (!query.is_empty()).then_some(0);
        Self { query, from, ..Self::default() }
    }

    /// Asks for something else. The search goes on where the reader is: at the paragraph of the current hit, if any.
    pub fn asking(&self, query: String, manner: Manner, paragraph: Option<usize>) -> Self {
        let from = if self.gone.value.is_some() { paragraph } else { self.from };
        Self { query, manner, ..self.begun_at(from) }
    }

    /// Lists all hits, or stops listing them. The current hit is shown again in what is left of the screen.
    pub fn listing(&self) -> Self {
        Self { lists: !self.lists, gone: self.gone.then(self.gone.value), ..self.clone() }
    }

    /// Goes to a hit.
    pub fn gone_to(&self, at: usize) -> Self {
        Self { gone: self.gone.then(Some(at)), around: "", ..self.clone() }
    }

    /// Goes from hit `at` of `count` to its neighbour, around the end if need be.
    pub fn stepped(&self, back: bool, at: Option<usize>, count: usize) -> Self {
        let (to, around) = match (back, at) {
            (_, None) => return self.clone(),
            (false, Some(at)) if at + 1 >= count => (0, " · reached the end, continued from the top"),
            (true, Some(0)) => (count.saturating_sub(1), " · reached the top, continued from the end"),
            (false, Some(at)) => (at + 1, ""),
            (true, Some(at)) => (at - 1, ""),
        };
        Self { around, ..self.gone_to(to) }
    }

    /// The current hit; `None` until the search reaches the reader's place.
    pub fn here(&self, index: &Index, found: &Found) -> Option<usize> {
        // A text read by other rules can have fewer hits.
        let last = found.hits.len().checked_sub(1)?;
        let is_ahead = |hit: &Hit| index.unit(hit).and_then(|unit| unit.paragraph) >= self.from;
        match self.gone.value {
            Some(at) => Some(at.min(last)),
            None => found.hits.iter().position(is_ahead).or(found.is_done.then_some(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(back: bool, at: usize, count: usize, to: usize, says: bool) {
        let stepped = Looking::default().stepped(back, Some(at), count);
        assert_eq!((stepped.gone.value, !stepped.around.is_empty()), (Some(to), says));
    }

    #[test]
    fn steps_go_around_the_ends() {
        check(false, 0, 3, 1, false);
        check(false, 2, 3, 0, true);
        check(true, 1, 3, 0, false);
        check(true, 0, 3, 2, true);
        check(false, 0, 1, 0, true);
        assert!(Looking::default().stepped(false, None, 3).gone.value.is_none());
    }

    #[test]
    fn the_same_hit_is_shown_again() {
        let once = Looking::default().gone_to(1);
        assert!(once != once.gone_to(1));
    }

    #[test]
    fn other_words_are_looked_for_where_one_is() {
        let gone = Looking::default().gone_to(1);
        let asks = |looking: &Looking| looking.asking(String::from("quay"), Manner::default(), Some(4));
        assert_eq!((asks(&gone).gone.value, asks(&gone).from), (None, Some(4)));
        // Nobody has gone anywhere yet.
        assert_eq!(asks(&Looking::default().begun_at(Some(2))).from, Some(2));
    }
}
