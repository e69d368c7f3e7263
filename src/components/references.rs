//! References: what the telegram refers to.

use super::panel::{Panel, remark};
use super::show_more::show_more;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::{Desk, use_more};
use crate::reading::places::Place;
use crate::reading::{plain, words};
use crate::state::Action;
use cable::{Field, Reference, ReferenceKind};
use std::rc::Rc;
use yew::prelude::*;

/// References shown at once.
const SHOWN_AT_ONCE: usize = 500;

#[derive(PartialEq, Properties)]
pub struct ReferencesProps {
    pub document: Rc<Document>,
    pub desk: Desk,
}

/// The panel.
#[component]
pub fn References(props: &ReferencesProps) -> Html {
    let ReferencesProps { document, desk } = props;
    let references = &document.cable.references;
    let more = use_more(references.len(), SHOWN_AT_ONCE, 0);
    if references.is_empty() {
        return Panel::new("References").around(remark("This telegram refers to no other."));
    }
    let text = document.clone();
    let copy = desk.copying("References", move || plain::references(&text.cable));
    let shown = references.iter().take(more.shown).enumerate();
    Panel::new("References").copy(copy).around(html! {
        <>
            <ul class="references">{ for shown.map(|(index, field)| one(document, field, index, desk)) }</ul>
            { show_more(&more, more.shown, references.len(), "references") }
        </>
    })
}

fn one(document: &Document, field: &Field<Reference>, index: usize, desk: &Desk) -> Html {
    let reference = &field.value;
    let number = reference.number.as_ref().and_then(|number| number.canonical());
    let kind = (reference.kind != ReferenceKind::Cable).then(|| words::reference_kind(reference.kind));
    let loaded = number.as_deref().and_then(|number| document.library.with_number(number));
    html! {
        <li>
            <button type="button" class="entry reference" id={Place::Reference(index).id()} title="Show in the source"
                onclick={desk.choosing(field.raw)}>
                <span class="reference-label">{ shown(reference.label.as_deref().unwrap_or("–")) }</span>
                <span class="entry-value">{ shown(number.as_deref().unwrap_or(&reference.text)) }</span>
                if let Some(kind) = kind {
                    <span class="entry-note">{ kind }</span>
                }
                if number.is_some() {
                    <span class="entry-written">{ shown(&reference.text) }</span>
                }
            </button>
            if let Some(place) = loaded.filter(|&place| place != document.place) {
                <button type="button" class="quiet-button" onclick={desk.store.reform(move |_: MouseEvent| Action::Turn(place))}>
                    { "Open it here" }
                </button>
            }
        </li>
    }
}
