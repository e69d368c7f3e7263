//! While the page is printed, nothing of it is folded.

use crate::platform;
use yew::prelude::*;

/// Whether the page is being printed. What is drawn for it is drawn before the browser goes on.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let state = printing.clone();
    use_effect_with((), move |()| {
        let listeners = platform::on_print(Callback::from(move |begins| state.set(begins)));
        move || drop(listeners)
    });
    *printing
}
