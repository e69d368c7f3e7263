//! Status line: which text this is and how it was read.

use super::shown::shown;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::platform;
use crate::reading::words;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct StatusLineProps {
    pub document: Rc<Document>,
}

/// The line at the foot of the page.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let document = &props.document;
    let opened = &document.opened;
    let desk = use_desk();
    let copy = {
        let (desk, document) = (desk.clone(), document.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(json) = document.json() {
                desk.copy("JSON", json);
            }
        })
    };
    let save = {
        let document = document.clone();
        Callback::from(move |_: MouseEvent| {
            let name = document.json_name();
            let said = match document.json().and_then(|json| platform::save(&name, "application/json", &json)) {
                Some(()) => format!("Saved as {name}."),
                None => "The browser did not allow saving. Copy the JSON instead.".to_owned(),
            };
            desk.store.emit(Action::Announce(said));
        })
    };
    html! {
        <footer class="status-line">
            <dl>
                <div><dt>{ "File" }</dt><dd>{ shown(&opened.name) }</dd></div>
                <div><dt>{ "Size" }</dt><dd>{ format!("{} bytes", words::thousands(opened.bytes)) }</dd></div>
                <div><dt>{ "Encoding" }</dt><dd>{ opened.encoding.to_string() }</dd></div>
                <div><dt>{ "Line ends" }</dt><dd>{ opened.line_ends.to_string() }</dd></div>
                <div><dt>{ "SHA-256" }</dt><dd class="digest">{ words::hexadecimal(&opened.sha256) }</dd></div>
                <div><dt>{ "Recognised" }</dt><dd>{ words::dialect(document.cable.dialect) }</dd></div>
            </dl>
            if let Some(sentence) = opened.sentence() {
                <p>{ shown(&sentence) }</p>
            }
            if document.others > 0 {
                <p>{ format!("The text holds {} behind this one.", words::count(document.others, "telegram", "telegrams")) }</p>
            }
            <p class="export">
                <button type="button" class="button" onclick={copy}>{ "Copy JSON" }</button>
                <button type="button" class="button" onclick={save}>{ "Save JSON" }</button>
            </p>
        </footer>
    }
}
