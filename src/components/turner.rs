//! Turner: which of several telegrams of one text is shown, and the ways to the others.

use super::choice::choice;
use crate::document::Document;
use crate::platform;
use crate::reading::words::thousands;
use crate::state::Action;
use yew::prelude::*;

/// Telegrams up to which they are listed; of more, one is asked for by its number.
const LISTED: usize = 200;

/// The line above the telegram; nothing where it is the only one.
pub fn turner(document: &Document, act: &Callback<Action>) -> Html {
    let (index, count) = (document.index, document.telegrams.count());
    if count < 2 {
        return html! {};
    }
    // At the ends the buttons stay, because what has the keyboard must not go away.
    let step = |name: &'static str, to: Option<usize>| {
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                act.emit(Action::Turn(to));
            }
        });
        let disabled = to.is_none().then_some("true");
        html! { <button type="button" class="button" aria-disabled={disabled} {onclick}>{ name }</button> }
    };
    let turn = |read: fn(&Event) -> Option<usize>| {
        let act = act.clone();
        Callback::from(move |event: Event| {
            if let Some(index) = read(&event) {
                act.emit(Action::Turn(index));
            }
        })
    };
    let which = if count <= LISTED {
        choice("telegram", (0..count).map(|one| document.telegrams.label(one)), index, turn(platform::chosen))
    } else {
        let onchange = turn(|event| platform::number(event)?.checked_sub(1));
        let (value, max) = ((index + 1).to_string(), count.to_string());
        html! { <input type="number" id="telegram" min="1" {max} {value} {onchange} /> }
    };
    html! {
        <nav class="turner" aria-label="Telegrams of this text">
            { step("Previous", index.checked_sub(1)) }
            <label for="telegram">{ "Telegram" }</label>
            { which }
            <span>{ format!("of {}", thousands(count as u64)) }</span>
            { step("Next", Some(index + 1).filter(|&next| next < count)) }
        </nav>
    }
}
