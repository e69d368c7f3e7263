//! The end of a list that is only partly shown.

use super::button::quiet;
use super::element::{element, text};
use crate::hooks::More;
use crate::reading::words::thousands;
use yew::prelude::*;

/// Says how much is shown, with a button for more. Empty where all of it is.
pub fn show_more(more: &More, what: &str) -> Html {
    let More { shown, total, show } = more;
    if shown >= total {
        return html! {};
    }
    let sentence = format!("Shown: the first {} of {} {what}. ", thousands(*shown as u64), thousands(*total as u64));
    element("p", "show-more", Html::from_iter([text(sentence), quiet("Show more", show.clone())]))
}
