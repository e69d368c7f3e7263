//! Header: every field of the transmission and text headers, what it means and what was written.

use super::element::{element, worded};
use super::panel::{Frame, remark};
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::places::Place;
use crate::reading::rows::{Entry, LISTED, LONGEST, Row};
use crate::reading::{plain, words};
use crate::state::Panel;
use std::rc::Rc;
use yew::prelude::*;

/// The panel.
pub fn header_panel(document: &Rc<Document>, desk: &Desk) -> Html {
    if document.rows.is_empty() {
        return Frame::of(Panel::Header).around(remark("No header was found in this text."));
    }
    let text = document.clone();
    let copy = desk.copying("Header", move || plain::header(&text.rows));
    Frame::of(Panel::Header).copy(copy).around(html! {
        { element("dl", "rows", document.rows.iter().map(|terms| row(terms, document, desk)).collect()) }
    })
}

fn row(row: &Row, document: &Document, desk: &Desk) -> Html {
    let class = classes!("row", row.inline.then_some("row-inline"), row.is_short().then_some("row-short"));
    let rest = row.entries.len().saturating_sub(LISTED);
    html! {
        <div {class}>
            { worded("dt", "", row.term) }
            { for row.entries.iter().take(LISTED).map(|value| entry(value, document, desk)) }
            if rest > 0 {
                { worded("dd", "remark", format!("and {rest} more; all stand in Source")) }
            }
        </div>
    }
}

fn entry(entry: &Entry, document: &Document, desk: &Desk) -> Html {
    let terms = document.terms(entry.span);
    let id = Place::Entry(entry.index).id();
    html! {
        <dd>
            <button type="button" class="entry" {id} title={terms.is_none().then_some("Show in the source")}
                onclick={desk.choosing(entry.span)} data-term={terms}>
                if let Some(label) = &entry.label {
                    { element("span", "entry-label", shown(label)) }
                }
                { element("span", "entry-value", shown(&words::shortened(&entry.value, LONGEST.0))) }
                <span class="entry-small">
                    if let Some(note) = &entry.note {
                        { element("span", "entry-note", shown(note)) }
                    }
                    if let Some(written) = &entry.written {
                        { element("span", "entry-written", shown(&words::shortened(written, LONGEST.1))) }
                    }
                </span>
            </button>
        </dd>
    }
}
