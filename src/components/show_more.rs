//! The end of a list that is shown in part.

use crate::hooks::More;
use crate::reading::words::thousands;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ShowMoreProps {
    pub more: More,
    /// What is counted, in the plural.
    pub what: &'static str,
}

/// Says how much is shown, with a button for more. Nothing where all of it is.
#[component]
pub fn ShowMore(props: &ShowMoreProps) -> Html {
    let More { shown, total, show } = &props.more;
    if shown >= total {
        return html! {};
    }
    let sentence =
        format!("Shown: the first {} of {} {}.", thousands(*shown as u64), thousands(*total as u64), props.what);
    html! {
        <p class="show-more">
            { sentence }
            <button type="button" class="quiet-button" onclick={show}>{ "Show more" }</button>
        </p>
    }
}
