//! While the page is printed, nothing of it is folded.

use super::use_held;
use crate::platform;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Whether the page is being printed. What is drawn for it is drawn before the browser goes on.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state_eq(bool::default);
    let state = printing.clone();
    use_held((), move |()| {
        platform::on_print(Callback::from(move |begins| {
            state.set(begins);
            // Behind what is drawn, which is folded too, and in the same turn: the browser does not wait for an effect.
            spawn_local(async move { platform::unfold(begins) });
        }))
    });
    *printing
}
