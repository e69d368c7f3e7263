//! Toolbar: the page's name, what is open, and the ways to something else.

use super::shown::shown;
use crate::document::Document;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// The open document.
    pub document: Option<Rc<Document>>,
    /// The one before it.
    pub previous: Option<Rc<Document>>,
    /// Whether the ways in are shown.
    pub ways_in: bool,
    /// To the store.
    pub store: Callback<Action>,
    /// The ways in, where they are shown.
    #[prop_or_default]
    pub children: Html,
}

/// The line at the top of the page.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let act = |action: fn(bool) -> Action| {
        let (store, ways_in) = (props.store.clone(), props.ways_in);
        Callback::from(move |_: MouseEvent| store.emit(action(ways_in)))
    };
    html! {
        <header>
        <div class="toolbar">
            <p class="app-name">{ "Cable Viewer" }</p>
            if let Some(document) = &props.document {
                <p class="open-name">{ shown(&document.opened.name) }</p>
                <div class="toolbar-buttons">
                    if let Some(previous) = &props.previous {
                        <button type="button" class="button" title={format!("Back to {}", previous.opened.name)} onclick={act(|_| Action::Back)}>
                            { "Back" }
                        </button>
                    }
                    <button type="button" class="button" aria-expanded={props.ways_in.to_string()} aria-controls="ways-in"
                        onclick={act(|shown| Action::ShowWaysIn(!shown))}>
                        { "Open" }
                    </button>
                    <button type="button" class="button" title="Forgets this text and the one before it" onclick={act(|_| Action::Close)}>
                        { "Close" }
                    </button>
                </div>
            }
            <p class="promise-short">{ "Sends nothing" }</p>
        </div>
        { props.children.clone() }
        </header>
    }
}
