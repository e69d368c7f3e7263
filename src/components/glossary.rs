//! Glossary: what the codes and abbreviations of this telegram mean, and how sure that is.

use super::button::quiet_named;
use super::element::{element, worded};
use super::panel::{Frame, remark};
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::glossary::{Entry, GROUPS, UNCONFIRMED, WHAT_IS_UNCONFIRMED, entry_id};
use crate::reading::{plain, words};
use crate::state::{Panel, Tab};
use std::rc::Rc;
use yew::prelude::*;

/// The most terms listed below one heading; real telegrams have some dozens in all.
const LISTED: usize = 500;

/// The panel.
pub fn glossary(document: &Rc<Document>, desk: &Desk) -> Html {
    let entries = &document.glossary.entries;
    if entries.is_empty() {
        return Frame::of(Panel::Tab(Tab::Glossary))
            .around(remark("This text uses no code or abbreviation that is explained here."));
    }
    let copied = document.clone();
    let copy = desk.copying("Glossary", move || plain::glossary(&copied.glossary.entries));
    let has_unsure = entries.iter().any(|entry| entry.note.ends_with(UNCONFIRMED));
    let aside = words::count(entries.len(), "term", "terms");
    let groups = GROUPS.iter().map(|(heading, kinds)| {
        let of_group = |(_, entry): &(usize, &Entry)| kinds.contains(&entry.kind);
        let mut listed = entries.iter().enumerate().filter(of_group).take(LISTED).peekable();
        html! {
            if listed.peek().is_some() {
                { worded("h3", "terms-heading", *heading) }
                { element("dl", "terms", listed.map(|(index, term)| one(index, term, desk)).collect()) }
            }
        }
    });
    Frame::of(Panel::Tab(Tab::Glossary)).aside(Some(aside)).copy(copy).around(html! {
        <>
            if has_unsure {
                { worded("p", "terms-heading", WHAT_IS_UNCONFIRMED) }
            }
            { for groups }
        </>
    })
}

/// An entry. The card shows a copy of it without its last part.
fn one(index: usize, entry: &Entry, desk: &Desk) -> Html {
    let label = [&entry.places, ", show the first place of ", &entry.code].concat();
    let note = if entry.note == UNCONFIRMED { "term-note term-unsure" } else { "term-note" };
    let (desk, first) = (desk.clone(), entry.first);
    let onclick = Callback::from(move |_: MouseEvent| desk.reveal_term(index, first));
    html! {
        <div class="term-entry" id={entry_id(index)} tabindex="-1">
            { element("dt", "", shown(&entry.code)) }
            { worded("dd", "", entry.meaning.clone()) }
            { worded("dd", note, entry.note.clone()) }
            { element("dd", "term-count", quiet_named(entry.places.clone(), label, onclick)) }
        </div>
    }
}
