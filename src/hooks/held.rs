//! Things held while something stays as it is: listeners, and work in the background.

use yew::prelude::*;

/// Holds what `take` returns until the next `state`, or until the component goes. Dropping it ends it.
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
