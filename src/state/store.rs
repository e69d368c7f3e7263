//! The documents and what is announced about them.

use super::{At, Drawer};
use crate::document::Document;
use crate::fresh::Fresh;
use crate::intake::Refusal;
use crate::reading::words;
use cable::Dialect;
use std::rc::Rc;
use yew::prelude::*;

/// Everything that the page holds of what was opened. Nothing of it is kept anywhere else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// The open document.
    pub document: Option<Rc<Document>>,
    /// Counts what has been opened, stepped back to and closed. Another telegram that came in with it does not count.
    pub opening: u32,
    /// The value of `opening` with which the current telegrams came in. Closing some of them does not change it.
    pub set: u32,
    /// The target of the page's address.
    pub at: Fresh<Option<At>>,
    /// The document that was open before, one step back.
    pub previous: Option<Rc<Document>>,
    /// What was not opened of the last things that came in, and why.
    pub refused: Fresh<Vec<Refusal>>,
    /// The open drawer.
    pub drawer: Option<Drawer>,
    /// Whether the find bar is shown.
    pub finding: bool,
    /// What Find asks for at first: the words that narrowed the list from which the current telegram was chosen.
    pub sought: String,
    /// What a screen reader is to say.
    pub announcement: Fresh<Announcement>,
}

/// A sentence for the live region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcement {
    /// The sentence.
    pub text: String,
    /// Whether it is shown as well, since nothing else on the page shows it.
    pub seen: bool,
}

/// What can happen to the documents.
#[derive(Clone, Debug)]
pub enum Action {
    /// A document was opened; the one that was open stays one step back.
    Open(Rc<Document>),
    /// Something was not opened; what was open stays open.
    Refuse(Vec<Refusal>),
    /// The reader has read why, and the notice goes.
    Dismiss,
    /// The document and the one before it trade places.
    Back,
    /// Everything is forgotten.
    Close,
    /// The current telegram is forgotten, and another of those that came in with it is shown.
    CloseFor(usize),
    /// Another telegram that came in with it is to be shown, with what is sought in it.
    Turn(usize, String),
    /// The target of what follows the `#` in the page's address is to be shown.
    GoTo(String),
    /// The text is to be read by the rules of a dialect; with `None` its own is recognised.
    ReadAs(Option<Dialect>),
    /// A drawer is opened in place of the one that was open, or that one is put away.
    Draw(Option<Drawer>),
    /// The find bar is shown or put away.
    Find(bool),
    /// Something is to be said.
    Announce(String),
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Open(document) => {
                next.announce(format!("Opened: {}", said_title(&document)), false);
                next.previous = next.document.replace(document).or(next.previous);
                next.begin();
            }
            Action::Refuse(refused) => {
                next.refused = next.refused.then(refused);
            }
            Action::Dismiss => next.refused.value.clear(),
            Action::Back => {
                if let Some(previous) = next.previous.take() {
                    next.announce(format!("Back to: {}", said_title(&previous)), false);
                    next.previous = next.document.replace(previous);
                    next.begin();
                }
            }
            Action::Close => {
                next = Self { announcement: next.announcement, opening: next.opening, ..Self::default() };
                next.begin();
                next.announce("Closed. Nothing of it is kept.".to_owned(), true);
            }
            Action::CloseFor(place) => {
                if let Some(document) = next.document.as_ref().and_then(|document| document.closed_for(place)) {
                    // The other telegrams have new places now, and no earlier address leads to them.
                    next.opening = next.opening.wrapping_add(1);
                    next.show(document);
                }
            }
            Action::Turn(index, sought) => {
                // A reader who has put Find away reads on without it.
                if next.sought != sought {
                    next.finding |= !sought.is_empty();
                    next.sought = sought;
                }
                next.turn(index);
            }
            Action::GoTo(fragment) => next.go_to(&fragment),
            Action::ReadAs(dialect) => {
                if let Some(document) = &next.document {
                    let again = Rc::new(document.read_as(dialect));
                    next.announce(format!("Read as: {}", words::dialect(again.cable.dialect)), false);
                    (next.document, next.at) = (Some(again), next.at.then(None));
                }
            }
            Action::Draw(drawer) => next.drawer = drawer,
            Action::Find(shown) => next.finding = shown,
            Action::Announce(text) => next.announce(text, true),
        }
        Rc::new(next)
    }
}

impl Store {
    /// A store whose page came with a document.
    pub fn with(document: Option<Document>) -> Self {
        let mut store = Self { document: document.map(Rc::new), ..Self::default() };
        if store.document.is_some() {
            store.begin();
        }
        store
    }

    /// Counts another opening, and drops what belonged to the other document.
    fn begin(&mut self) {
        self.opening = self.opening.wrapping_add(1);
        (self.set, self.at, self.drawer) = (self.opening, self.at.then(None), None);
        self.refused.value.clear();
        self.sought.clear();
    }

    pub(super) fn announce(&mut self, text: String, seen: bool) {
        self.announcement = self.announcement.then(Announcement { text, seen });
    }
}

/// A title short enough to be listened to; a text can hold a subject of megabytes.
pub(super) fn said_title(document: &Document) -> String {
    words::shortened(document.title(), 200)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::document::tests::document;
    use crate::intake::Reason;

    pub fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Store> {
        actions.into_iter().fold(Rc::new(Store::default()), |store, action| store.reduce(action))
    }

    #[test]
    fn a_new_document_leaves_the_old_one_step_back() {
        let (one, two) = (Rc::new(document("one")), Rc::new(document("two")));
        let store = after([Action::Open(one.clone()), Action::Open(two.clone())]);
        assert_eq!((&store.document, &store.previous), (&Some(two.clone()), &Some(one.clone())));
        let store = store.reduce(Action::Back);
        assert_eq!((&store.document, &store.previous), (&Some(one), &Some(two)));
    }

    #[test]
    fn back_without_a_step_changes_nothing() {
        let one = Rc::new(document("one"));
        assert_eq!(after([Action::Open(one.clone()), Action::Back]).document, Some(one));
    }

    #[test]
    fn a_refusal_leaves_what_is_open() {
        let one = Rc::new(document("one"));
        let refused = vec![Refusal { name: "reef.zip".into(), reason: Reason::NoFiles }];
        let store = after([Action::Open(one.clone()), Action::Refuse(refused.clone())]);
        assert_eq!((&store.document, &store.refused.value), (&Some(one), &refused));
        assert_eq!(store.reduce(Action::Dismiss).refused.value, []);
    }

    #[test]
    fn another_telegram_or_reading_is_no_other_document() {
        let one = Rc::new(document("one"));
        let open = after([Action::Open(one.clone())]);
        for action in [Action::Turn(0, String::new()), Action::ReadAs(Some(Dialect::Navy))] {
            let store = open.clone().reduce(action);
            assert_eq!((store.opening, &store.previous), (open.opening, &None));
            assert!(store.document.as_ref() != Some(&one));
            assert_ne!(store.announcement, open.announcement);
        }
        assert_ne!(open.clone().reduce(Action::Close).opening, open.opening);
    }

    #[test]
    fn one_of_several_is_closed_alone() {
        let two = || Rc::new(document(include_str!("../../crates/cable/fixtures/two-telegrams.txt")));
        let open = after([Action::Open(two())]);
        let left = open.clone().reduce(Action::CloseFor(1));
        let shown = left.document.as_ref().map(|document| (document.library.count(), document.index));
        assert_eq!(shown, Some((1, 1)));
        assert_eq!((left.opening, left.set), (open.opening + 1, open.set));
        assert_eq!(left.clone().reduce(Action::CloseFor(0)).document, left.document, "the only one stays");
        assert_ne!(left.reduce(Action::Open(two())).set, open.set);
    }

    #[test]
    fn what_was_sought_opens_find_until_it_is_put_away() {
        let turn = |sought: &str| Action::Turn(0, sought.to_owned());
        let store = after([Action::Open(Rc::new(document("one"))), turn("")]);
        assert!(!store.finding);
        let store = store.reduce(turn("lamp"));
        assert!(store.finding && store.sought == "lamp");
        let store = store.reduce(Action::Find(false)).reduce(turn("lamp"));
        assert!(!store.finding && store.sought == "lamp");
        assert!(store.clone().reduce(turn("lamp, quay")).finding);
        assert_eq!(store.reduce(Action::Open(Rc::new(document("two")))).sought, "");
    }

    #[test]
    fn one_drawer_is_drawn_out_until_something_is_opened() {
        let one = Rc::new(document("one"));
        let store = after([Action::Draw(Some(Drawer::Settings)), Action::Draw(Some(Drawer::WaysIn))]);
        assert_eq!(store.drawer, Some(Drawer::WaysIn));
        assert_eq!(store.reduce(Action::Open(one)).drawer, None);
    }

    #[test]
    fn closing_forgets_everything() {
        let (one, two) = (Rc::new(document("one")), Rc::new(document("two")));
        let watch = Rc::downgrade(&one);
        let store = after([Action::Open(one), Action::Open(two), Action::Close]);
        assert_eq!((&store.document, &store.previous), (&None, &None));
        assert!(watch.upgrade().is_none());
    }

    #[test]
    fn the_same_sentence_twice_is_said_twice() {
        let store = after([Action::Announce("Copied.".into())]);
        let first = store.announcement.clone();
        assert_ne!(store.reduce(Action::Announce("Copied.".into())).announcement, first);
    }
}
