//! Source: the text byte for byte, coloured by what each part is, each part a way back to its field.

use super::panel::Panel;
use super::paragraph::level_class;
use super::show_more::show_more;
use super::source_group::{CHOSEN_ID, SourceGroup};
use crate::document::Document;
use crate::hooks::{Desk, use_more};
use crate::platform;
use crate::reading::source;
use crate::state::{View, ViewAction};
use std::rc::Rc;
use yew::prelude::*;

/// Groups of lines shown at once: about a megabyte.
const SHOWN_AT_ONCE: usize = 128;

#[derive(PartialEq, Properties)]
pub struct SourceProps {
    pub document: Rc<Document>,
    pub desk: Desk,
    pub view: View,
}

/// The panel.
#[component]
pub fn Source(props: &SourceProps) -> Html {
    let SourceProps { document, desk, view } = props;
    let groups = use_memo(document.clone(), |document| source::groups(document.text(), document.cable.span));
    let chosen = view.chosen.map(|chosen| chosen.span);
    let needed = chosen.map_or(0, |chosen| groups.partition_point(|group| group.start < chosen.end));
    let more = use_more(groups.len(), SHOWN_AT_ONCE, needed);

    use_effect_with(view.chosen, |chosen| {
        if chosen.is_some() {
            platform::show(CHOSEN_ID);
            platform::focus(CHOSEN_ID);
        }
    });

    let follow = {
        let (document, desk) = (document.clone(), desk.clone());
        Callback::from(move |at: u32| {
            if let Some(place) = document.places().at(at) {
                desk.reveal(place);
            }
        })
    };
    let onclick = {
        let follow = follow.clone();
        Callback::from(move |event: MouseEvent| {
            // A click that ends a selection is no choice.
            if let Some(at) = platform::source_offset(&event).filter(|_| !platform::has_selection()) {
                follow.emit(at);
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(at) = (event.key() == "Enter").then(|| platform::source_offset(&event)).flatten() {
            event.prevent_default();
            follow.emit(at);
        }
    });
    let wrap = view.wrap;
    let toggle = {
        let view = desk.view.clone();
        Callback::from(move |_: MouseEvent| view.emit(ViewAction::Wrap(!wrap)))
    };
    let controls = html! {
        <button type="button" class="quiet-button" aria-pressed={wrap.to_string()} onclick={toggle}>{ "Wrap lines" }</button>
    };
    let text = document.clone();
    let copy = desk.copying("Source", move || text.written(text.cable.span).to_owned());
    let level = document.cable.classification.as_ref().map(|mark| level_class(mark.value.level));
    let class = classes!("source", wrap.then_some("wrapped"), level);
    let groups = &groups[..more.shown];
    let stretch = document.cable.span;
    let end = groups.last().map_or(0, |group| group.end - stretch.start);
    Panel::new("Source").copy(copy).controls(controls).around(html! {
        <>
            <pre {class} tabindex="0" aria-label="The text as it came" {onclick} {onkeydown}>
                for &group in groups {
                    <SourceGroup key={group.start} {document} {group}
                        chosen={chosen.filter(|chosen| chosen.start < group.end && group.start < chosen.end)} />
                }
            </pre>
            { show_more(&more, end as usize, stretch.len() as usize, "bytes") }
        </>
    })
}
