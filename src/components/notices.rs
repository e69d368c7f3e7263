//! What the page says of itself: refusals, what a screen reader is told, where to drop.

use super::shown::shown;
use crate::state::Announcement;
use yew::prelude::*;

/// Something was not opened: what, why, and what to do.
pub fn refusal_notice(sentence: &str, ondismiss: Callback<MouseEvent>) -> Html {
    html! {
        <div class="refusal" role="alert">
            <p>{ shown(sentence) }</p>
            <button type="button" class="button" onclick={ondismiss}>{ "Dismiss" }</button>
        </div>
    }
}

/// What was done, said by a screen reader, or that something is being read. Its key makes the same sentence news again.
pub fn live_region(announcement: &Announcement, busy: bool) -> Html {
    let Announcement { number, text, seen } = announcement;
    html! {
        <div class="live-region" role="status">
            if busy {
                <p>{ "Reading …" }</p>
            } else if !text.is_empty() {
                <p key={*number} class={(!seen).then_some("visually-hidden")}>{ shown(text) }</p>
            }
        </div>
    }
}

/// Says that a drop will be taken.
pub fn drop_hint() -> Html {
    html! { <div class="drop-hint" aria-hidden="true"><p>{ "Drop it anywhere to open it" }</p></div> }
}
