//! Long lists shown a part at a time: ten thousand rows take a second and more to paint.

use super::use_printing;
use crate::platform;
use yew::prelude::*;

/// How much of a list is shown.
#[derive(Clone, PartialEq)]
pub struct More {
    /// How many of its items are shown.
    pub shown: usize,
    /// How many items there are.
    pub total: usize,
    /// Shows `step` more.
    pub show: Callback<MouseEvent>,
}

/// Shows the first `step` of `total` items, and `step` more when asked; on paper, all of them. With the last of them
/// the button goes away and the keyboard moves to the list `id`.
#[hook]
pub fn use_more(id: &'static str, total: usize, step: usize) -> More {
    let asked = use_state_eq(|| step);
    let all = if use_printing() { total } else { 0 };
    let shown = (*asked).max(all).min(total);
    let show = Callback::from(move |_| {
        asked.set(shown + step);
        platform::catch_focus(id);
    });
    More { shown, total, show }
}
