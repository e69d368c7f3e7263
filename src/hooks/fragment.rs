//! What follows the `#` in the page's address.

use super::use_held;
use crate::platform::address;
use crate::state::Action;
use yew::prelude::*;

/// Shows another of the telegrams that came in together, and in it what is sought. The browser's Back undoes this step.
pub fn turn_to(place: usize, sought: String, act: &Callback<Action>) {
    address::push_fragment(&(place + 1).to_string());
    act.emit(Action::Turn(place, sought));
}

/// Shows what the address leads to: when it changes, and when a text is opened where none was open. When a text
/// replaces another, both the view and the address start afresh. `place` is the telegram that is shown, if there is
/// one.
#[hook]
pub fn use_fragment(opening: u32, place: Option<usize>, act: &Callback<Action>) {
    let was_open = use_mut_ref(|| false);
    let claim = cloned!([act], move |&opening: &u32| {
        let was_open = was_open.replace(place.is_some());
        let led = Some(address::fragment()).filter(|fragment| !was_open && !fragment.is_empty());
        match led {
            Some(led) => {
                address::claim_fragment(&led, opening);
                if place.is_some() {
                    act.emit(Action::GoTo(led));
                }
            }
            None => {
                let further = place.filter(|&place| place > 0).map(|place| (place + 1).to_string());
                address::claim_fragment(&further.unwrap_or_default(), opening);
            }
        }
    });
    use_effect_with(opening, claim);
    use_held((opening, act.clone()), |(opening, act)| {
        address::on_fragment(*opening, Callback::from(cloned!([act], move |led| act.emit(Action::GoTo(led)))))
    });
}
