//! References: what the telegram refers to.

use super::panel::Panel;
use super::show_more::ShowMore;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::{use_desk, use_more};
use crate::reading::places::Place;
use crate::reading::{plain, words};
use cable::ReferenceKind;
use std::rc::Rc;
use yew::prelude::*;

/// References shown at once.
const SHOWN_AT_ONCE: usize = 500;

#[derive(PartialEq, Properties)]
pub struct ReferencesProps {
    pub document: Rc<Document>,
}

/// The panel.
#[component]
pub fn References(props: &ReferencesProps) -> Html {
    let document = &props.document;
    let total = document.cable.references.len();
    let more = use_more(total, SHOWN_AT_ONCE, 0);
    if total == 0 {
        return html! {
            <Panel name="References"><p class="remark">{ "This telegram refers to no other." }</p></Panel>
        };
    }
    let text = {
        let document = document.clone();
        Callback::from(move |()| plain::references(&document.cable))
    };
    html! {
        <Panel name="References" {text}>
            <ul class="references">
                for index in 0..more.shown {
                    <li><One document={document.clone()} {index} /></li>
                }
            </ul>
            <ShowMore {more} what="references" />
        </Panel>
    }
}

#[derive(PartialEq, Properties)]
struct OneProps {
    document: Rc<Document>,
    index: usize,
}

#[component]
fn One(props: &OneProps) -> Html {
    let desk = use_desk();
    let Some(field) = props.document.cable.references.get(props.index) else { return html! {} };
    let reference = &field.value;
    let span = field.raw;
    let onclick = Callback::from(move |_: MouseEvent| desk.choose(span));
    let number = reference.number.as_ref().and_then(|number| number.canonical());
    let kind = (reference.kind != ReferenceKind::Cable).then(|| words::reference_kind(reference.kind));
    html! {
        <button type="button" class="entry reference" id={Place::Reference(props.index).id()} title="Show in the source" {onclick}>
            <span class="reference-label">{ shown(reference.label.as_deref().unwrap_or("–")) }</span>
            <span class="entry-value">{ shown(number.as_deref().unwrap_or(&reference.text)) }</span>
            if let Some(kind) = kind {
                <span class="entry-note">{ kind }</span>
            }
            if number.is_some() {
                <span class="entry-written">{ shown(&reference.text) }</span>
            }
        </button>
    }
}
