//! Long lists shown a part at a time: ten thousand rows in the page cost a second and more to paint.

use super::use_printing;
use yew::prelude::*;

/// How much of a list is shown.
#[derive(Clone, PartialEq)]
pub struct More {
    /// How many of its items.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// Shows as many again.
    pub show: Callback<MouseEvent>,
}

/// Shows the first `step` of `total` items, at least as many as reach `needed`, and `step` more when asked; on paper all.
#[hook]
pub fn use_more(total: usize, step: usize, needed: usize) -> More {
    let asked = use_state_eq(|| step);
    let all = if use_printing() { total } else { 0 };
    let shown = (*asked).max(needed).max(all).min(total);
    let show = Callback::from(move |_| asked.set(shown + step));
    More { shown, total, show }
}
