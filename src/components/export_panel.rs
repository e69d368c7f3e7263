//! Export: the open telegram in every form in which it can be taken away.

use super::button::{button, quiet_named};
use super::shown::shown;
use crate::document::Document;
use crate::hooks::{copying, saving, saving_page};
use crate::platform;
use crate::state::{Action, Drawer};
use crate::taking::Form;
use cable::export::Style;
use std::rc::Rc;
use yew::prelude::*;

const NO_PAGE: &str = "The one file cable-viewer.html can save itself with this text in it. The page of a web server \
                       cannot: once it has started it loads nothing, not even itself.";

const WHOLE: &str = "Each form holds the whole telegram, hidden portions too. What is printed or copied from a panel is \
                     what is shown.";

/// The panel; nothing in it where there is no document to show it for.
pub fn export_panel(document: Option<&Rc<Document>>, act: &Callback<Action>) -> Html {
    let id = Drawer::Export.id();
    let Some(document) = document else { return html! { <div {id} hidden=true></div> } };
    let [documents, notes, records] = [&Form::ALL[..4], &Form::ALL[4..7], &Form::ALL[7..]];
    let rows = |forms: &[Form]| forms.iter().map(|&form| row(document, act, form)).collect::<Html>();
    let print = Callback::from(|_: MouseEvent| platform::print());
    html! {
        <div class="export-drawer" {id} role="group" aria-label="Export">
            <div>
                <p class="export-title">{ "The telegram" }</p>
                <ul class="export-forms" aria-label="The telegram">{ rows(documents) }</ul>
                <p class="export-page">{ WHOLE }</p>
                <p class="export-page">
                    if platform::can_save_page() {
                        { button("Save as one HTML file", saving_page(act, document)) }
                        { " The viewer with this text in it: it opens anywhere, without a network." }
                    } else {
                        { NO_PAGE }
                    }
                </p>
                <p class="export-page">{ button("Print", print) }</p>
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
            { quiet_named("Copy", ["Copy ", name].concat(), copy) }
            { quiet_named("Save", ["Save ", name].concat(), saving(act, document, form)) }
            if let Some(note) = note {
                <p class="export-note">{ shown(note.trim_end()) }</p>
            }
        </li>
    }
}
