//! Status line: which text this is and how it came in.

use super::element::{element, pair, text};
use super::report::report;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::words::{hexadecimal, thousands};
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
            </dl>
            if let Some(sentence) = opened.sentence() {
                { element("p", "", shown(&sentence)) }
            }
            { report(Some(document), &desk.store) }
        </footer>
    }
}
