//! Status line: which text this is and how it was read.

use super::choice::choice;
use super::element::{element, pair, text};
use super::report::report;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform;
use crate::reading::words::{CHOICES, dialect, hexadecimal, thousands};
use std::rc::Rc;
use yew::prelude::*;

/// The line at the foot of the page.
pub fn status_line(document: &Rc<Document>, desk: &Desk) -> Html {
    let opened = &document.opened;
    html! {
        <footer class="status-line">
            <dl>
                { pair(text("File"), "", shown(&opened.name)) }
                if !opened.within.is_empty() {
                    { pair(text("In"), "", shown(&opened.within)) }
                }
                { pair(text("Size"), "", text(thousands(opened.bytes) + " bytes")) }
                { pair(text("Encoding"), "", text(opened.encoding.to_string())) }
                { pair(text("Line ends"), "", text(opened.line_ends.to_string())) }
                { pair(text("SHA-256"), "digest", text(hexadecimal(&opened.sha256))) }
                // Otherwise the choice says it.
                if document.read_as.is_some() {
                    { pair(text("Recognised"), "", text(dialect(document.recognised))) }
                }
                { pair(html! { <label for="read-as">{ "Read as" }</label> }, "", read_as(document, desk)) }
            </dl>
            if let Some(sentence) = opened.sentence() {
                { element("p", "", shown(&sentence)) }
            }
            { report(Some(document), &desk.store) }
        </footer>
    }
}

/// Which rules the text is read by: the page's choice, or the reader's for as long as the text is open.
fn read_as(document: &Document, desk: &Desk) -> Html {
    let desk = desk.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some((chosen, _)) = platform::chosen(&event).and_then(|chosen| CHOICES.get(chosen)) {
            desk.read_as(*chosen);
        }
    });
    let chosen = document.read_as;
    let recognised = document.recognised;
    let names = CHOICES.iter().map(|&(chosen, name)| match chosen {
        None => format!("{name} ({})", dialect(recognised)),
        Some(_) => name.to_owned(),
    });
    let chosen = CHOICES.iter().position(|&(choice, _)| choice == chosen).unwrap_or_default();
    choice("read-as", names.collect(), chosen, onchange)
}
