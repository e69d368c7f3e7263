//! While the page is printed, nothing in it is folded.

use super::use_held;
use crate::platform;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Returns whether the page is being printed. What printing needs is drawn before the browser goes on.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state_eq(bool::default);
    let state = printing.clone();
    use_held((), move |()| {
        platform::on_print(Callback::from(move |begins| {
            state.set(begins);
            // After drawing, as new parts may be folded, and in the same turn: the browser does not wait for effects.
            spawn_local(async move { platform::unfold(begins) });
        }))
    });
    *printing
}
