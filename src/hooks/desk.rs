//! Verbs for the open document. They hold no state, so passing them on causes no new render.

use crate::platform;
use crate::reading::glossary::entry_id;
use crate::state::{Action, At, Goal, Panel, Tab, ViewAction};
use cable::{Dialect, Span};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

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
    /// A click handler that shows a stretch of the source.
    pub fn choosing(&self, span: Span) -> Callback<MouseEvent> {
        let view = self.view.clone();
        Callback::from(move |event: MouseEvent| {
            platform::note_way(&platform::id_around(&event).unwrap_or_default());
            view.emit(ViewAction::Choose(span));
        })
    }

    /// Shows the tab again from which the reader went to the source, with the keyboard on what led there.
    pub fn go_back(&self, tab: Tab) {
        self.open_tab(tab);
        Timeout::new(0, move || {
            platform::focus(&Panel::Tab(tab).heading_id());
            platform::focus_way_back();
        })
        .forget();
    }

    /// Shows a tab of the inspector.
    pub fn open_tab(&self, tab: Tab) {
        self.view.emit(ViewAction::Show(tab));
    }

    /// Leads to a thing on the page.
    pub fn lead_to(&self, goal: Goal) {
        self.view.emit(ViewAction::LeadTo(goal));
    }

    /// Moves to the first place of a term that the page shows, otherwise to its place in the source.
    pub fn reveal_term(&self, index: usize, first: Span) {
        if !platform::focus_term(index) {
            platform::note_way(&entry_id(index));
            self.view.emit(ViewAction::Choose(first));
        }
    }

    /// Shows what the page's address leads to.
    pub fn go_to(&self, at: Option<&At>) {
        match at {
            Some(at) => self.lead_to(Goal::Quotation(at.paragraph, at.marked())),
            None => platform::show_quoted(None),
        }
    }

    /// A click handler that puts a text on the clipboard and says so. The text is made only then.
    pub fn copying(&self, what: &'static str, text: impl Fn() -> String + 'static) -> Callback<MouseEvent> {
        super::copying(&self.store, what, text)
    }

    /// Reads the text by the rules of a dialect, and announces it first: a long text takes a while.
    pub fn read_as(&self, dialect: Option<Dialect>) {
        self.announce("Reading …".to_owned());
        let store = self.store.clone();
        Timeout::new(platform::NOTICED, move || store.emit(Action::ReadAs(dialect))).forget();
    }

    /// Announces a sentence.
    pub fn announce(&self, sentence: String) {
        self.store.emit(Action::Announce(sentence));
    }
}
