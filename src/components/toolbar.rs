//! Toolbar: the page's name, what is open, and the ways to something else and out.

use super::export_panel;
use super::find_bar::BAR_ID;
use super::reading_settings::ReadingSettings;
use super::shown::shown;
use crate::reading::visible;
use crate::state::{Action, Store};
use yew::prelude::*;

/// Id of the button that shows the ways in. The keyboard goes back to it when they are put away.
pub const OPEN_BUTTON_ID: &str = "open";

/// The line at the top of the page, with the ways in and out below it where they are shown.
pub fn toolbar(store: &Store, act: &Callback<Action>, ways_in: Html) -> Html {
    let on = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    html! {
        <header>
        <div class="toolbar">
            <p class="app-name">{ "Cable Viewer" }</p>
            if let Some(document) = &store.document {
                <p class="open-name">{ shown(&document.opened.name) }</p>
                <div class="toolbar-buttons">
                    if let Some(previous) = &store.previous {
                        <button type="button" class="button" title={format!("Back to {}", visible::spelled(&previous.opened.name))} onclick={on(Action::Back)}>
                            { "Back" }
                        </button>
                    }
                    <button type="button" class="button" aria-expanded={store.finding.to_string()} aria-controls={BAR_ID}
                        title="Ctrl+F" onclick={on(Action::Find(!store.finding))}>
                        { "Find" }
                    </button>
                    <button type="button" class="button" id={export_panel::BUTTON_ID} aria-expanded={store.exporting.to_string()}
                        aria-controls={export_panel::PANEL_ID} onclick={on(Action::ShowExport(!store.exporting))}>
                        { "Export" }
                    </button>
                    <button type="button" class="button" id={OPEN_BUTTON_ID} aria-expanded={store.ways_in.to_string()}
                        aria-controls="ways-in" onclick={on(Action::ShowWaysIn(!store.ways_in))}>
                        { "Open" }
                    </button>
                    <button type="button" class="button" title="Forgets this text and the one before it" onclick={on(Action::Close)}>
                        { "Close" }
                    </button>
                </div>
            }
            <ReadingSettings />
            <p class="promise-short">{ "Sends nothing" }</p>
        </div>
        { ways_in }
        { export_panel::export_panel(store.document.as_ref(), act, store.exporting) }
        </header>
    }
}
