//! Status line: which text this is and how it was read.

use super::choice::choice;
use super::report::report;
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
    html! {
        <footer class="status-line">
            <dl>
                <div><dt>{ "File" }</dt><dd>{ shown(&opened.name) }</dd></div>
                if !opened.within.is_empty() {
                    <div><dt>{ "In" }</dt><dd>{ shown(&opened.within) }</dd></div>
                }
                <div><dt>{ "Size" }</dt><dd>{ format!("{} bytes", words::thousands(opened.bytes)) }</dd></div>
                <div><dt>{ "Encoding" }</dt><dd>{ opened.encoding.to_string() }</dd></div>
                <div><dt>{ "Line ends" }</dt><dd>{ opened.line_ends.to_string() }</dd></div>
                <div><dt>{ "SHA-256" }</dt><dd class="digest">{ words::hexadecimal(&opened.sha256) }</dd></div>
                // Otherwise the choice says it.
                if document.read_as.is_some() {
                    <div><dt>{ "Recognised" }</dt><dd>{ words::dialect(document.recognised) }</dd></div>
                }
                <div>
                    <dt><label for="read-as">{ "Read as" }</label></dt>
                    <dd>{ read_as(document, desk) }</dd>
                </div>
            </dl>
            if let Some(sentence) = opened.sentence() {
                <p>{ shown(&sentence) }</p>
            }
            { report(Some(document), &desk.store) }
        </footer>
    }
}

/// Which rules the text is read by: the page's choice, or the reader's for as long as the text is open.
fn read_as(document: &Document, desk: &Desk) -> Html {
    let desk = desk.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some((dialect, _)) = platform::chosen(&event).and_then(|chosen| words::CHOICES.get(chosen)) {
            desk.read_as(*dialect);
        }
    });
    let chosen = document.read_as;
    let recognised = document.recognised;
    let names = words::CHOICES.iter().map(|&(dialect, name)| match dialect {
        None => format!("{name} ({})", words::dialect(recognised)),
        Some(_) => name.to_owned(),
    });
    let chosen = words::CHOICES.iter().position(|&(dialect, _)| dialect == chosen).unwrap_or_default();
    choice("read-as", names, chosen, onchange)
}
