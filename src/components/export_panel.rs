//! Export: the open telegram in every form in which it can be copied or saved.

use super::button::{button, quiet_named};
use super::element::{element, worded};
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

const WHOLE: &str = "Each form holds the whole telegram, hidden portions too. What is printed or copied from a panel \
                     is what is shown.";

/// The panel. It is empty where there is no document.
pub fn export_panel(document: Option<&Rc<Document>>, act: &Callback<Action>) -> Html {
    let id = Drawer::Export.id();
    let Some(document) = document else { return html! { <div {id} hidden=true></div> } };
    let (documents, citations) = Form::ALL.split_at(4);
    let listed = |title: &'static str, forms: &[Form]| {
        let rows = forms.iter().map(|&form| row(document, act, form));
        html! {
            <>
                { worded("p", "export-title", title) }
                <ul class="export-forms" aria-label={title}>{ for rows }</ul>
            </>
        }
    };
    let print = Callback::from(|_: MouseEvent| platform::print());
    html! {
        <div class="export-drawer" {id} role="group" aria-label="Export">
            <div>
                { listed("The telegram", documents) }
                { worded("p", "export-page", WHOLE) }
                <p class="export-page">
                    if platform::can_save_page() {
                        { button("Save as one HTML file", saving_page(act, document)) }
                        { " The viewer with this text in it: it opens anywhere, without a network." }
                    } else {
                        { NO_PAGE }
                    }
                </p>
                { element("p", "export-page", button("Print", print)) }
            </div>
            <div>{ listed("Citations", citations) }</div>
        </div>
    }
}

/// A form with its buttons. A note is short enough to be read here.
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
            { worded("span", "export-name", name) }
            { quiet_named("Copy", ["Copy ", name].concat(), copy) }
            { quiet_named("Save", ["Save ", name].concat(), saving(act, document, form)) }
            if let Some(note) = note {
                { element("p", "export-note", shown(note.trim_end())) }
            }
        </li>
    }
}
