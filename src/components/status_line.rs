//! Status line: which text this is and how it was read.

use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform;
use crate::reading::words;
use std::rc::Rc;
use yew::prelude::*;

/// The line at the foot of the page.
pub fn status_line(document: &Rc<Document>, desk: &Desk) -> Html {
    let opened = &document.opened;
    let copy = {
        let document = document.clone();
        desk.copying("JSON", move || document.json())
    };
    let save = {
        let (document, desk) = (document.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            let name = document.json_name();
            desk.announce(match platform::save(&name, "application/json", &document.json()) {
                Some(()) => format!("Saved as {name}."),
                None => "The browser did not allow saving. Copy the JSON instead.".to_owned(),
            });
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
