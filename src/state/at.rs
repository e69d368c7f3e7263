//! The target of the page's address: one of the telegrams that came in together, and a paragraph in it.

use super::Store;
use super::store::said_title;
use crate::document::Document;
use crate::reading::address::{Address, to_units};
use std::ops::Range;
use std::rc::Rc;

/// A paragraph that an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The paragraph.
    pub paragraph: usize,
    /// The quoted part of its prose, in UTF-16 units, which scripts use.
    pub units: Option<Range<u32>>,
}

impl At {
    /// Start and end of the quoted part; two zeros where nothing is quoted.
    pub fn marked(&self) -> [u32; 2] {
        self.units.as_ref().map_or([0, 0], |units| [units.start, units.end])
    }
}

impl Store {
    /// Shows another telegram of what came in together.
    pub(super) fn turn(&mut self, index: usize) {
        let Some(document) = &self.document else { return };
        let turned = document.turned_to(index);
        self.show(turned);
    }

    /// Shows one of several telegrams.
    pub(super) fn show(&mut self, turned: Document) {
        let (number, of) = (turned.place + 1, turned.library.count());
        self.announce(format!("Telegram {number} of {of}: {}", said_title(&turned)), false);
        (self.document, self.at) = (Some(Rc::new(turned)), self.at.then(None));
    }

    /// Shows what the part of the page's address behind the `#` leads to.
    pub(super) fn go_to(&mut self, fragment: &str) {
        let Some(document) = self.document.clone() else { return };
        // Without a fragment the text is as it was opened.
        let first = Address { telegram: Some(1), ..Address::default() };
        let Some(address) = Address::read(fragment).or(fragment.is_empty().then_some(first)) else { return };
        let telegram = address.telegram.unwrap_or(document.place + 1);
        if telegram == 0 || telegram > document.library.count() {
            return self.announce(format!("There is no telegram {telegram}."), true);
        }
        if telegram != document.place + 1 {
            self.turn(telegram - 1);
        }
        self.at = self.at.then(None);
        if address.paragraph.is_none() {
            return;
        }
        let Some(document) = self.document.clone() else { return };
        let Some(paragraph) = document.paragraph_at(&address) else {
            return self.announce(format!("This telegram has no paragraph at #{fragment}."), true);
        };
        let text = document.logical(paragraph);
        let units = address.characters.as_ref().and_then(|characters| to_units(&text, characters));
        if units.is_none() && address.characters.is_some() {
            self.announce("The paragraph is shorter than this address says. It is shown whole.".to_owned(), true);
        }
        self.at = self.at.then(Some(At { paragraph, units }));
    }
}

#[cfg(test)]
mod tests {
    use crate::document::tests::document;
    use crate::state::Action;
    use crate::state::store::tests::after;
    use std::rc::Rc;
    use yew::Reducible;

    #[test]
    fn the_same_address_leads_there_again() {
        let go = || Action::GoTo("p1".into());
        let once = after([Action::Open(Rc::new(document("SUBJECT: X\n\n1. (U) One.\n"))), go()]);
        assert_eq!(once.at.value.as_ref().map(|at| at.paragraph), Some(0));
        assert_ne!(once.clone().reduce(go()).at, once.at);
    }

    #[test]
    fn an_address_leads_to_its_paragraph_and_telegram() {
        let both = Rc::new(document(include_str!("../../crates/cable/fixtures/two-telegrams.txt")));
        let open = after([Action::Open(both)]);
        let shown = |fragment: &str| {
            let store = open.clone().reduce(Action::GoTo(fragment.into()));
            let at = store.at.value.as_ref().map(|at| (at.paragraph, at.units.clone()));
            (store.document.as_ref().map(|document| document.index), at)
        };
        assert_eq!(shown("p1"), (Some(0), Some((0, None))));
        assert_eq!(shown("2.p1:2-5"), (Some(1), Some((0, Some(2..5)))));
        assert_eq!(shown("2"), (Some(1), None));
        assert_eq!(shown("p1:2-999999"), (Some(0), Some((0, None))), "shown whole");
        for fragment in ["", "main", "p99", "3.p1", "0"] {
            assert_eq!(shown(fragment), (Some(0), None), "{fragment}");
        }
        let back = open.clone().reduce(Action::GoTo("2".into())).reduce(Action::GoTo(String::new()));
        assert_eq!(back.document.as_ref().map(|document| document.index), Some(0));
    }
}
