//! What the page says of itself: refusals, what a screen reader is told, where to drop.

use super::shown::shown;
use crate::state::Announcement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RefusalNoticeProps {
    /// What was not opened, why, and what to do.
    pub sentence: AttrValue,
    pub ondismiss: Callback<MouseEvent>,
}

/// Something was not opened.
#[component]
pub fn RefusalNotice(props: &RefusalNoticeProps) -> Html {
    html! {
        <div class="refusal" role="alert">
            <p>{ shown(&props.sentence) }</p>
            <button type="button" class="button" onclick={props.ondismiss.clone()}>{ "Dismiss" }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct LiveRegionProps {
    pub announcement: Announcement,
}

/// What was done, seen for a moment and said by a screen reader. Its key makes the same sentence news again.
#[component]
pub fn LiveRegion(props: &LiveRegionProps) -> Html {
    let Announcement { number, text, seen } = &props.announcement;
    html! {
        <div class="live-region" role="status">
            if !text.is_empty() {
                <p key={*number} class={(!seen).then_some("visually-hidden")}>{ shown(text) }</p>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct DropHintProps {
    /// Something that can be dropped is over the page.
    pub active: bool,
}

/// Says that a drop will be taken.
#[component]
pub fn DropHint(props: &DropHintProps) -> Html {
    html! {
        if props.active {
            <div class="drop-hint" aria-hidden="true"><p>{ "Drop it anywhere to open it" }</p></div>
        }
    }
}
