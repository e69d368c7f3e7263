//! What is held while something stays as it is: listeners, and work that goes on.

use yew::prelude::*;

/// Holds what `take` gives until the next `state`, or until the component goes; dropping it ends it.
#[hook]
pub fn use_held<T, F, H>(state: T, take: F)
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> H + 'static,
    H: 'static,
{
    use_effect_with(state, move |state| {
        let held = take(state);
        move || drop(held)
    });
}
