//! Masthead: how it was marked, what it is about, from whom to whom, when.

use super::paragraph::level_class;
use super::shown::shown;
use crate::document::Document;
use crate::platform;
use crate::reading::words;
use std::rc::Rc;
use yew::prelude::*;

/// Characters of a subject that are shown; the whole of it stands in Source.
const LONGEST_TITLE: usize = 400;
/// TAGS listed.
const LISTED: usize = 40;

#[derive(PartialEq, Properties)]
pub struct MastheadProps {
    pub document: Rc<Document>,
}

/// The classification band: what the text was marked, not what it is today.
#[component]
pub fn Band(props: &MastheadProps) -> Html {
    let Some(field) = &props.document.cable.classification else {
        return html! { <p class="band band-unmarked">{ "No classification marking found" }</p> };
    };
    let mark = &field.value;
    let caveats: String = mark.caveats.iter().flat_map(|caveat| [" // ", caveat]).collect();
    html! {
        <p class={classes!("band", level_class(mark.level))}>
            <span class="band-lead">{ "Marked " }</span>
            <strong class="band-word">{ words::level(mark.level).to_uppercase() }{ shown(&caveats) }</strong>
        </p>
    }
}

/// The subject with what belongs to it.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let document = &props.document;
    let cable = &document.cable;
    let number = cable.reference_number.as_ref().map(|field| {
        let number = &field.value;
        number.canonical().unwrap_or_else(|| format!("{} {}", number.post, number.number))
    });
    let title = match (&cable.subject, &number) {
        (Some(subject), _) if !subject.value.trim().is_empty() => words::shortened(&subject.value, LONGEST_TITLE),
        (_, Some(number)) => format!("{number}, without a subject line"),
        _ => document.opened.name.clone(),
    };
    html! {
        <header class="masthead">
            <h1 class="subject">{ shown(&title) }</h1>
            <Route document={document.clone()} />
            <p class="reference-line">
                if let Some(at) = cable.date.as_ref().and_then(|date| date.value) {
                    <time datetime={at.to_string()}>{ words::minute(at) }</time>
                    if let Some(own) = platform::local_time(words::unix_milliseconds(at)) {
                        <span class="own-time">{ format!("{own} on your clock") }</span>
                    }
                }
                if let Some(number) = number {
                    <span class="number">{ shown(&number) }</span>
                }
            </p>
            if !cable.tags.is_empty() {
                <ul class="tag-line" aria-label="TAGS">
                    for tag in cable.tags.iter().take(LISTED) {
                        <li>{ shown(&tag.value.code) }</li>
                    }
                </ul>
            }
        </header>
    }
}

/// From whom to whom.
#[component]
fn Route(props: &MastheadProps) -> Html {
    let cable = &props.document.cable;
    let name = |to: &cable::Addressee| {
        shown(if to.name.is_empty() { to.routing.as_deref().unwrap_or_default() } else { &to.name })
    };
    let others = cable.to.len().saturating_sub(1) + cable.info.len();
    if cable.from.is_none() && cable.to.is_empty() {
        return html! {};
    }
    html! {
        <p class="route">
            if let Some(from) = &cable.from {
                <strong>{ name(&from.value) }</strong>
            }
            if let Some(to) = cable.to.first() {
                { " to " }
                <strong>{ name(&to.value) }</strong>
            }
            if others > 0 {
                { format!(" and {}", words::count(others, "other", "others")) }
            }
        </p>
    }
}
