//! Export: the open telegram in every form in which it can be taken away.

use super::shown::shown;
use crate::document::Document;
use crate::hooks::{copying, saving, saving_page};
use crate::platform;
use crate::state::Action;
use crate::taking::Form;
use cable::export::Style;
use std::rc::Rc;
use yew::prelude::*;

/// Id of the panel.
pub const PANEL_ID: &str = "export";
/// Id of the button that shows it. The keyboard goes back to it when the panel is put away.
pub const BUTTON_ID: &str = "export-button";

const NO_PAGE: &str = "The one file cable-viewer.html can save itself with this text in it. The page of a web server \
                       cannot: once it has started it loads nothing, not even itself.";

/// The panel; nothing in it where it is not shown.
pub fn export_panel(document: Option<&Rc<Document>>, act: &Callback<Action>, is_shown: bool) -> Html {
    let Some(document) = document.filter(|_| is_shown) else {
        return html! { <div id={PANEL_ID} hidden=true></div> };
    };
    let put_away = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                act.emit(Action::ShowExport(false));
                platform::focus(BUTTON_ID);
            }
        })
    };
    let [documents, notes, records] = [&Form::ALL[..4], &Form::ALL[4..7], &Form::ALL[7..]];
    let rows = |forms: &[Form]| forms.iter().map(|&form| row(document, act, form)).collect::<Html>();
    let print = Callback::from(|_: MouseEvent| platform::print());
    html! {
        <div class="export-drawer" id={PANEL_ID} role="group" aria-label="Export" onkeydown={put_away}>
            <div>
                <p class="export-title">{ "The telegram" }</p>
                <ul class="export-forms" aria-label="The telegram">{ rows(documents) }</ul>
                <p class="export-page">
                    if platform::can_save_page() {
                        <button type="button" class="button" onclick={saving_page(act, document)}>{ "Save as one HTML file" }</button>
                        { " The viewer with this text in it: it opens anywhere, without a network." }
                    } else {
                        { NO_PAGE }
                    }
                </p>
                <p class="export-page"><button type="button" class="button" onclick={print}>{ "Print" }</button></p>
            </div>
            <div>
                <p class="export-title">{ "Citations" }</p>
                <ul class="export-forms" aria-label="Citations">{ rows(notes) }{ rows(records) }</ul>
            </div>
        </div>
    }
}

/// A form with its ways out. A note is short enough to be read here.
fn row(document: &Rc<Document>, act: &Callback<Action>, form: Form) -> Html {
    let name = form.name();
    let note = match form {
        Form::Citation(Style::Nara | Style::Frus | Style::Chicago) => Some(form.of(document)),
        _ => None,
    };
    let text = document.clone();
    let copy = copying(act, name, move || form.of(&text));
    html! {
        <li>
            <span class="export-name">{ name }</span>
            <button type="button" class="quiet-button" aria-label={["Copy ", name].concat()} onclick={copy}>{ "Copy" }</button>
            <button type="button" class="quiet-button" aria-label={["Save ", name].concat()} onclick={saving(act, document, form)}>
                { "Save" }
            </button>
            if let Some(note) = note {
                <p class="export-note">{ shown(note.trim_end()) }</p>
            }
        </li>
    }
}
