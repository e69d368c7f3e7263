//! What the page says of itself: refusals, what a screen reader is told, where to drop.

use super::report::copying_refusals;
use super::shown::shown;
use crate::intake::{self, IntakeHandle, Progress};
use crate::platform;
use crate::reading::words::thousands;
use crate::state::{Action, Announcement, Store};
use yew::prelude::*;

/// What was not opened: why, and what to do.
/// Its key makes the same refusal news again.
pub fn refusal_notice(store: &Store, act: &Callback<Action>, ondismiss: Callback<MouseEvent>) -> Html {
    let Store { refused, refusals, .. } = store;
    if refused.is_empty() {
        return html! {};
    }
    html! {
        <div class="refusal" role="alert" key={*refusals}>
            <p>{ shown(&intake::sentence(refused)) }</p>
            <div class="refusal-buttons">
                <button type="button" class="button" onclick={ondismiss}>{ "Dismiss" }</button>
                <button type="button" class="quiet-button" onclick={copying_refusals(refused, act)}>{ "Copy report" }</button>
            </div>
        </div>
    }
}

/// How far a long reading is, with the way to break it off.
pub fn progress_notice(intake: &IntakeHandle) -> Html {
    let Some(Progress { name, done, of, files }) = &intake.progress else { return html! {} };
    let far = match files {
        true => format!(": {} of {} files", thousands(*done), thousands(*of)),
        false => format!(": {} %", done * 100 / (*of).max(1)),
    };
    let stop = intake.stop.clone();
    let cancel = Callback::from(move |_: MouseEvent| {
        stop.emit(());
        platform::catch_focus("main");
    });
    html! {
        <section class="progress-notice" aria-label="Reading">
            <p>{ "Reading " }{ shown(name) }{ far }</p>
            <progress aria-label="Read" value={done.to_string()} max={of.to_string()} />
            <button type="button" class="button" onclick={cancel}>{ "Cancel" }</button>
        </section>
    }
}

/// What was done, said by a screen reader, or that something is being read. Its key makes the same sentence news again.
pub fn live_region(announcement: &Announcement, busy: bool) -> Html {
    let Announcement { number, text, seen } = announcement;
    html! {
        <div class="live-region" role="status">
            if busy {
                <p key="busy">{ "Reading …" }</p>
            }
            if !text.is_empty() {
                <p key={*number} class={(!seen).then_some("visually-hidden")}>{ shown(text) }</p>
            }
        </div>
    }
}

/// Says that a drop will be taken.
pub fn drop_hint() -> Html {
    html! { <div class="drop-hint" aria-hidden="true"><p>{ "Drop it anywhere to open it" }</p></div> }
}
