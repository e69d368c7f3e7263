//! What stands behind the `#` of the page's address.

use crate::platform::address;
use crate::state::Action;
use yew::prelude::*;

/// Shows another of the telegrams that came in together, as a step that the browser's Back takes back.
pub fn turn_to(place: usize, act: &Callback<Action>) {
    address::push_fragment(&(place + 1).to_string());
    act.emit(Action::Turn(place));
}

/// Shows what the address leads to: when it changes, and when a text is opened where none was open. A text that takes
/// the place of another begins afresh, and the address with it.
#[hook]
pub fn use_fragment(opening: u32, is_open: bool, act: &Callback<Action>) {
    let was_open = use_mut_ref(|| false);
    {
        let act = act.clone();
        use_effect_with(opening, move |_| {
            let was_open = was_open.replace(is_open);
            match (was_open, is_open) {
                (false, true) if address::fragment().is_empty() => {}
                (false, true) => act.emit(Action::GoTo(address::fragment())),
                (true, _) => address::clear_fragment(),
                (false, false) => {}
            }
        });
    }
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = address::on_fragment(Callback::from(move |fragment| act.emit(Action::GoTo(fragment))));
        move || drop(listener)
    });
}
