//! Source: the text byte for byte, coloured by what each part is, with each part a way back to its field.

use super::button::{quiet_named, switch};
use super::panel::Frame;
use super::paragraph::level_class;
use super::source_group::{CHOSEN_ID, SourceGroup};
use crate::document::Document;
use crate::hooks::{Desk, use_near};
use crate::platform::{self, near::Scrolled};
use crate::state::{Goal, Panel, Tab, View, ViewAction};
use cable::Span;
use std::rc::Rc;
use yew::prelude::*;

/// Up to this many groups of lines are all drawn: about a megabyte.
const DRAWN_AT_ONCE: usize = 32;

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
    let groups = &document.groups;
    let chosen = view.chosen.value;
    let near = use_near(groups.len(), DRAWN_AT_ONCE, Scrolled::List, ());
    let is_long = groups.len() > DRAWN_AT_ONCE;

    use_effect_with(view.chosen, move |chosen| {
        if chosen.value.is_some() {
            platform::leave_for(CHOSEN_ID);
            platform::show(CHOSEN_ID);
            platform::focus(CHOSEN_ID);
            if is_long {
                platform::keep_in_view(CHOSEN_ID);
            }
        }
    });

    let follow = Callback::from(cloned!([document, desk], move |at: u32| {
        if let Some(place) = document.places().at(at) {
            desk.lead_to(Goal::Place(place));
        }
    }));
    let onclick = Callback::from(cloned!([follow], move |event: MouseEvent| {
        // A click that ends a selection chooses nothing.
        if let Some(at) = platform::source_offset(&event).filter(|_| !platform::selection::has_selection()) {
            follow.emit(at);
        }
    }));
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(at) = (event.key() == "Enter").then(|| platform::source_offset(&event)).flatten() {
            event.prevent_default();
            follow.emit(at);
        }
    });
    let wrap = view.wrap;
    let text = document.clone();
    let copy = desk.copying("Source", move || text.written(text.cable.span).to_owned());
    let level = document.cable.classification.as_ref().map(|mark| level_class(mark.value.level));
    let class = classes!("source", wrap.then_some("wrapped"), level);
    let group = |(part, &group): (usize, &Span)| {
        let chosen = chosen.filter(|chosen| chosen.start < group.end && group.start < chosen.end);
        let is_drawn = near.draws(part) || chosen.is_some();
        html! { <SourceGroup key={part} {document} {group} {part} {is_drawn} {chosen} /> }
    };
    Frame::of(Panel::Tab(Tab::Source)).copy(copy).controls(controls(desk, view)).around(html! {
        <pre {class} tabindex="0" role="group" aria-label="The text as it came" ref={near.list.clone()}
            {onclick} {onkeydown}>
            { for groups.iter().enumerate().map(group) }
        </pre>
    })
}

/// The way back to the tab that was open before, and whether long lines are wrapped.
fn controls(desk: &Desk, view: &View) -> Html {
    let wrap = view.wrap;
    let back = view.came_from.map(|tab| {
        let name = ["Back to ", tab.name()].concat();
        quiet_named(name.clone(), name, Callback::from(cloned!([desk], move |_| desk.go_back(tab))))
    });
    let toggle = cloned!([desk], move |_| desk.view.emit(ViewAction::Wrap(!wrap)));
    html! { <>{ back }{ switch("Wrap lines", wrap, Callback::from(toggle)) }</> }
}
