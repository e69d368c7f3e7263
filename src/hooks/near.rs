//! Long lists of which only the parts near the screen are drawn: ten thousand rows take a second and more to paint.

use super::{use_held, use_printing};
use crate::platform::near::{self, Scrolled};
use yew::prelude::*;

/// The number of parts drawn before it is known which are near.
const FIRST: usize = 2;

/// Which parts of a list are drawn.
pub struct Near {
    /// The list, whose children are its parts.
    pub list: NodeRef,
    /// The parts near the screen, some ten.
    parts: UseStateHandle<Vec<usize>>,
    is_long: bool,
    /// Whether the page is being printed, for which all parts are drawn.
    printing: bool,
}

impl Near {
    /// Returns whether this part is drawn.
    pub fn draws(&self, part: usize) -> bool {
        !self.is_long || self.printing || self.parts.contains(&part)
    }
}

/// Draws a list of `total` parts: all of them up to `at_once`, otherwise those near the screen. New `state`, new parts.
#[hook]
pub fn use_near<T: PartialEq + 'static>(total: usize, at_once: usize, scrolled: Scrolled, state: T) -> Near {
    let list = use_node_ref();
    let printing = use_printing();
    let parts = use_state_eq(|| (0..FIRST).collect::<Vec<usize>>());
    let is_long = total > at_once;
    let watch = cloned!([list, parts], move |&(is_long, ..): &(bool, usize, T)| {
        let drawn = (*parts).clone();
        let draw = Callback::from(move |near| parts.set(near));
        is_long.then(|| near::watch(&list, scrolled, drawn, draw))
    });
    use_held((is_long, total, state), watch);
    Near { list, parts, is_long, printing }
}
