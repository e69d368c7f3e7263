//! The ways in: a text field, a file picker and the example.

use super::button::button;
use crate::intake::{self, IntakeHandle, MAX_SIZE, Way};
use crate::platform;
use yew::prelude::*;

const EXAMPLE: &str = include_str!("../example.txt");

#[derive(PartialEq, Properties)]
pub struct WaysInProps {
    pub intake: IntakeHandle,
}

/// The field with its buttons.
#[component]
pub fn WaysIn(props: &WaysInProps) -> Html {
    let intake = &props.intake;
    let typed = use_state_eq(String::new);
    let oninput = Callback::from(cloned!([typed], move |event: InputEvent| {
        typed.set(platform::typed(&event).unwrap_or_default());
    }));
    let open = Callback::from(cloned!([intake], move |event: SubmitEvent| {
        event.prevent_default();
        intake.open_text(Way::Typed, (*typed).clone());
    }));
    let example = Callback::from(cloned!([intake], move |_: MouseEvent| {
        intake.open_text(Way::Example, EXAMPLE.to_owned());
    }));
    html! {
        <form class="ways-in" onsubmit={open} aria-busy={intake.busy.to_string()}>
            <label class="ways-in-label" for={intake::FIELD_ID}>{ "Text of a telegram" }</label>
            <textarea id={intake::FIELD_ID} rows="7" spellcheck="false" autocomplete="off" {oninput}
                aria-describedby="ways-in-hint" />
            <p class="ways-in-hint" id="ways-in-hint">
                { "What you paste opens at once, here or anywhere on the page; files can be dropped anywhere. " }
                { format!("Plain text, Markdown, saved web pages or rows of the bulk dump, also as .zip or .gz, up to \
                           {MAX_SIZE} each.") }
            </p>
            <p class="ways-in-buttons">
                <button type="submit" class="button button-first">{ "Open" }</button>
                <label class="button file-button">
                    { "Choose files" }
                    <input type="file" class="file-input" multiple=true onchange={intake.pick()} />
                </label>
                <label class="button file-button">
                    { "Choose a folder" }
                    <input type="file" class="file-input" webkitdirectory=true onchange={intake.pick()} />
                </label>
                { button("Open the example", example) }
            </p>
        </form>
    }
}
