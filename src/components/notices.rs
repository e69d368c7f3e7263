//! What the page says about itself: refusals, what a screen reader is told, where to drop.

use super::button::button;
use super::element::element;
use super::report::copying_refusals;
use super::shown::shown;
use crate::fresh::Fresh;
use crate::intake::{self, IntakeHandle, Progress};
use crate::platform;
use crate::reading::words::thousands;
use crate::state::{Action, Announcement, Store};
use yew::prelude::*;

/// The number of files found in a folder between two announcements to a screen reader.
const MILESTONE: u64 = 1_000;

/// What was not opened, why, and what to do. Its key makes the same refusal news again.
pub fn refusal_notice(store: &Store, act: &Callback<Action>, ondismiss: Callback<MouseEvent>) -> Html {
    let Fresh { number, value: refused } = &store.refused;
    if refused.is_empty() {
        return html! {};
    }
    html! {
        <div class="refusal" role="alert" key={*number}>
            { element("p", "", shown(&intake::sentence(refused))) }
            <div class="refusal-buttons">
                { button("Dismiss", ondismiss) }
                { button("Copy report", copying_refusals(refused, act)) }
            </div>
        </div>
    }
}

/// How far a long reading is, with a button to break it off.
pub fn progress_notice(intake: &IntakeHandle) -> Html {
    let Some(Progress { name, done, of, files }) = &intake.progress else { return html! {} };
    let far = match (files, of) {
        (true, Some(of)) => format!(": {} of {} files", thousands(*done), thousands(*of)),
        (false, Some(of)) => format!(": {} %", done * 100 / (*of).max(1)),
        (_, None) => format!(": {} files found so far", thousands(*done)),
    };
    let stop = intake.stop.clone();
    let cancel = Callback::from(move |_: MouseEvent| {
        stop.emit(());
        platform::catch_focus("main");
    });
    html! {
        <section class="progress-notice" aria-label="Reading">
            <p>{ "Reading " }{ shown(name) }{ far }</p>
            <progress aria-label="Read" value={of.map(|_| done.to_string())} max={of.map(|of| of.to_string())} />
            { button("Cancel", cancel) }
        </section>
    }
}

/// What was done, or that something is being read, for a screen reader. Its key makes the same sentence news again.
pub fn live_region(announcement: &Fresh<Announcement>, intake: &IntakeHandle) -> Html {
    let Fresh { number, value: Announcement { text, seen } } = announcement;
    // Announcing every file would never end.
    let walked = intake.progress.as_ref().filter(|progress| progress.of.is_none());
    let found = walked.map(|progress| progress.done / MILESTONE * MILESTONE).filter(|&found| found > 0);
    html! {
        <div class="live-region" role="status">
            if intake.busy {
                <p key="busy">
                    { "Reading …" }
                    if let Some(found) = found {
                        <span class="visually-hidden">{ " " }{ thousands(found) }{ " files found so far" }</span>
                    }
                </p>
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
