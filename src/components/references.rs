//! References: the messages and documents that the telegram refers to.

use super::button::{Says, made, quiet_named};
use super::element::{element, worded};
use super::panel::{Frame, remark};
use super::show_more::show_more;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::{Desk, use_more};
use crate::reading::places::Place;
use crate::reading::{plain, words};
use crate::state::{Panel, Tab};
use cable::{Field, Reference};
use std::rc::Rc;
use yew::prelude::*;

/// The number of references shown at once.
const SHOWN_AT_ONCE: usize = 500;
/// The most paragraphs listed for one reference.
const CITED: usize = 20;

#[derive(PartialEq, Properties)]
pub struct ReferencesProps {
    pub document: Rc<Document>,
    /// Whether it is known what else is open and can be offered.
    pub is_listed: bool,
    pub desk: Desk,
}

/// The panel.
#[component]
pub fn References(props: &ReferencesProps) -> Html {
    let ReferencesProps { document, desk, .. } = props;
    let references = &document.cable.references;
    let more = use_more("references-heading", references.len(), SHOWN_AT_ONCE);
    if references.is_empty() {
        return Frame::of(Panel::Tab(Tab::References)).around(remark("This telegram refers to no other."));
    }
    let text = document.clone();
    let copy = desk.copying("References", move || plain::references(&text.cable));
    let shown = references.iter().enumerate().take(more.shown);
    Frame::of(Panel::Tab(Tab::References)).copy(copy).around(html! {
        <>
            { element("ul", "references", shown.map(|(index, field)| one(document, index, field, desk)).collect()) }
            { show_more(&more, "references") }
        </>
    })
}

fn one(document: &Rc<Document>, index: usize, field: &Field<Reference>, desk: &Desk) -> Html {
    let reference = &field.value;
    let number = reference.number.as_ref().and_then(|number| number.canonical());
    let kind = words::reference_kind(reference.kind);
    let says = Says { id: Some(Place::Reference(index).id().into()), ..Says::leads_to_source() };
    let content = html! {
        <>
            { element("span", "reference-label", shown(reference.label.as_deref().unwrap_or("–"))) }
            { element("span", "entry-value", shown(number.as_deref().unwrap_or(&reference.text))) }
            if let Some(kind) = kind {
                { worded("span", "entry-note", kind) }
            }
            if number.is_some() {
                { element("span", "entry-written", shown(&reference.text)) }
            }
        </>
    };
    let lead = made("entry reference", content, says, desk.choosing(field.raw));
    element("li", "", Html::from_iter([lead, offers(document, index, reference, number, desk)]))
}

/// What can be done with a reference: go to where the text names it, open its telegram if it is here, copy its number.
fn offers(document: &Rc<Document>, index: usize, reference: &Reference, number: Option<String>, desk: &Desk) -> Html {
    let cited = document.cited.get(index).map_or(&[][..], Vec::as_slice);
    let telegram = number.as_deref().and_then(|number| document.library.with_number(number));
    if cited.is_empty() && telegram.is_none() && number.is_none() {
        return html! {};
    }
    let link = |&paragraph: &usize| {
        let number = document.cable.paragraphs.get(paragraph).and_then(|paragraph| paragraph.number);
        let (name, label) = match number {
            Some(number) => (format!("¶{number}"), format!("¶{number}, where it is named")),
            None => ("¶".to_owned(), "¶ without a number, where it is named".to_owned()),
        };
        html! { <a href={format!("#{}", document.address(paragraph, None))} aria-label={label}>{ name }</a> }
    };
    let citation = number.as_ref().zip(reference.number.as_ref().and_then(words::citation));
    let citation = citation.map(|(number, citation)| (format!("Copy citation of {number}"), citation));
    let rest = cited.len().saturating_sub(CITED);
    let copy_number = |number: String| {
        quiet_named("Copy number", format!("Copy number {number}"), desk.copying("Number", move || number.clone()))
    };
    html! {
        <p class="reference-offers">
            if !cited.is_empty() {
                <span class="cited">{ "in" }{ for cited.iter().take(CITED).map(link) }</span>
            }
            if rest > 0 {
                { worded("span", "", format!("and {rest} more")) }
            }
            if let Some(telegram) = telegram.filter(|&telegram| telegram != document.place) {
                <a href={format!("#{}", telegram + 1)}>{ "Open it here" }</a>
            }
            if let Some(number) = number {
                { copy_number(number) }
            }
            if let Some((label, citation)) = citation {
                { quiet_named("Copy citation", label, desk.copying("Citation", move || citation.clone())) }
            }
        </p>
    }
}
