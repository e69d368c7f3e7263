//! Verbs for components that show a document. They know no state, so using them renders nothing again.

use crate::platform;
use crate::reading::places::Place;
use crate::state::{Action, Tab, ViewAction};
use cable::Span;
use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What can be done with the open document. It comes in a context; outside of one its verbs do nothing.
#[derive(Clone, Default, PartialEq)]
pub struct Desk {
    /// To the store.
    pub store: Callback<Action>,
    /// To the view.
    pub view: Callback<ViewAction>,
}

impl Desk {
    /// Shows a stretch of the source.
    pub fn choose(&self, span: Span) {
        self.view.emit(ViewAction::Choose(span));
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
        let id = place.id();
        // A tab that opens has its panel shown with the next render.
        Timeout::new(0, move || {
            platform::show(&id);
            platform::focus(&id);
        })
        .forget();
    }

    /// Puts a text on the clipboard and says so.
    pub fn copy(&self, what: &'static str, text: String) {
        let store = self.store.clone();
        spawn_local(async move {
            let said = match platform::copy(&text).await {
                true => format!("{what} copied."),
                false => format!("The browser did not allow copying. Select the text of {what} and copy it."),
            };
            store.emit(Action::Announce(said));
        });
    }
}

/// The verbs for the open document.
#[hook]
pub fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_default()
}
