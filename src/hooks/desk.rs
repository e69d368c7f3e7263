//! Verbs for the open document. They know no state, so that handing them on renders nothing again.

use crate::platform;
use crate::reading::glossary::entry_id;
use crate::reading::places::Place;
use crate::state::{Action, At, Tab, ViewAction};
use cable::{Dialect, Span};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How often one looks whether something is drawn: for a second, by the timers of browsers.
const PATIENCE: u32 = 250;

/// What can be done with the open document.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// To the store.
    pub store: Callback<Action>,
    /// To the view.
    pub view: Callback<ViewAction>,
}

impl yew::html::ImplicitClone for Desk {}

impl Desk {
    /// On a click: shows a stretch of the source.
    pub fn choosing(&self, span: Span) -> Callback<MouseEvent> {
        let view = self.view.clone();
        Callback::from(move |_| view.emit(ViewAction::Choose(span)))
    }

    /// Shows a tab of the inspector.
    pub fn open_tab(&self, tab: Tab) {
        self.view.emit(ViewAction::Show(tab));
    }

    /// Moves to a thing on the page, which the focus marks.
    pub fn reveal(&self, place: Place) {
        if let Place::Reference(_) = place {
            self.open_tab(Tab::References);
        }
        arrive(place.id());
    }

    /// Moves to a panel by its id.
    pub fn reveal_panel(&self, id: &str) {
        arrive([id, "-heading"].concat());
    }

    /// Moves to the entry of a term in the glossary.
    pub fn open_term(&self, index: usize) {
        self.open_tab(Tab::Glossary);
        arrive(entry_id(index));
    }

    /// Moves to the first place of a term that the page shows, else to its place in the source.
    pub fn reveal_term(&self, index: usize, first: Span) {
        if !platform::focus_term(index) {
            self.view.emit(ViewAction::Choose(first));
        }
    }

    /// Shows what the page's address leads to.
    pub fn go_to(&self, at: Option<&At>) {
        let Some(At { paragraph, units, .. }) = at.cloned() else { return platform::show_quoted(None) };
        self.view.emit(ViewAction::Reach(paragraph));
        let show = move || platform::show_quoted(Some((paragraph, units.unwrap_or_default())));
        move_to(Place::Paragraph(paragraph).id(), PATIENCE, show);
    }

    /// On a click: puts a text, made only then, on the clipboard and says so.
    pub fn copying(&self, what: &'static str, text: impl Fn() -> String + 'static) -> Callback<MouseEvent> {
        super::copying(&self.store, what, text)
    }

    /// Reads the text by the rules of a dialect, and says so first: a long one takes a while.
    pub fn read_as(&self, dialect: Option<Dialect>) {
        self.announce("Reading …".to_owned());
        let store = self.store.clone();
        Timeout::new(platform::NOTICED, move || store.emit(Action::ReadAs(dialect))).forget();
    }

    /// Says a sentence.
    pub fn announce(&self, sentence: String) {
        self.store.emit(Action::Announce(sentence));
    }
}

/// Brings an element into view and gives it the keyboard.
fn arrive(id: String) {
    move_to(id.clone(), PATIENCE, move || platform::show(&id));
}

/// Moves the keyboard to an element as soon as it is drawn and shown, which takes a render or two.
fn move_to(id: String, tries: u32, then: impl FnOnce() + 'static) {
    Timeout::new(0, move || {
        platform::focus(&id);
        match tries.checked_sub(1).filter(|_| !platform::has_focus(&id)) {
            Some(tries) => move_to(id, tries, then),
            None => then(),
        }
    })
    .forget();
}
