//! A landmark with a visible heading: the frame of every panel.

use crate::hooks::use_desk;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// Its name, which is all that its heading says.
    pub name: &'static str,
    /// A count or the like beside the heading.
    #[prop_or_default]
    pub aside: Option<AttrValue>,
    /// Gives the panel's text; without it there is nothing to copy.
    #[prop_or_default]
    pub text: Option<Callback<(), String>>,
    /// More controls beside Copy.
    #[prop_or_default]
    pub controls: Html,
    pub children: Html,
}

/// A section of the page, named by its heading.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let desk = use_desk();
    let name = props.name;
    let id = name.to_ascii_lowercase();
    let heading = format!("{id}-heading");
    let copy = props.text.clone().map(|text| {
        let onclick = Callback::from(move |_: MouseEvent| desk.copy(name, text.emit(())));
        html! {
            <button type="button" class="quiet-button" {onclick} aria-label={format!("Copy {name}")}>{ "Copy" }</button>
        }
    });
    html! {
        <section class={classes!("panel", format!("panel-{id}"))} id={id.clone()} aria-labelledby={heading.clone()}>
            <div class="panel-head">
                <h2 class="panel-name" id={heading}>{ name }</h2>
                if let Some(aside) = &props.aside {
                    <span class="panel-aside">{ aside }</span>
                }
                <span class="panel-controls">
                    { props.controls.clone() }
                    { copy }
                </span>
            </div>
            { props.children.clone() }
        </section>
    }
}
