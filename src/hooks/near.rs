//! Long lists of which only the parts near the screen are drawn: ten thousand rows in the page cost a second and more
//! to paint.

use super::use_printing;
use crate::platform::near;
use std::rc::Rc;
use yew::prelude::*;

/// Parts that are drawn before it is known which are near.
const FIRST: usize = 4;

/// Which parts of a list are drawn.
pub struct Near {
    /// The list, whose children have their numbers in `data-part`.
    pub list: NodeRef,
    parts: UseReducerHandle<Parts>,
    is_long: bool,
    /// Whether the page is being printed, which draws all.
    printing: bool,
}

impl Near {
    /// Whether this part is drawn.
    pub fn draws(&self, part: usize) -> bool {
        !self.is_long || self.printing || self.parts.near.contains(&part)
    }
}

/// The parts near the screen, some ten.
#[derive(PartialEq)]
struct Parts {
    near: Vec<usize>,
}

impl Reducible for Parts {
    /// Parts that come near, and that leave.
    type Action = Vec<(usize, bool)>;

    fn reduce(self: Rc<Self>, moved: Self::Action) -> Rc<Self> {
        let mut near = self.near.clone();
        for (part, comes) in moved {
            let at = near.iter().position(|&near| near == part);
            match (at, comes) {
                (None, true) => near.push(part),
                (Some(at), false) => drop(near.swap_remove(at)),
                _ => {}
            }
        }
        Rc::new(Self { near })
    }
}

/// Draws a list of `total` parts: all of them up to `at_once`, of a longer one those near the screen. `scrolls`: the
/// list is scrolled itself. `state` is what changes which parts there are.
#[hook]
pub fn use_near<T: PartialEq + 'static>(total: usize, at_once: usize, scrolls: bool, state: T) -> Near {
    let list = use_node_ref();
    let printing = use_printing();
    let parts = use_reducer_eq(|| Parts { near: (0..FIRST).collect() });
    let is_long = total > at_once;
    {
        let (list, change) = (list.clone(), parts.dispatcher());
        use_effect_with((is_long, total, state), move |&(is_long, ..)| {
            let watching =
                is_long.then(|| near::watch(&list, scrolls, Callback::from(move |moved| change.dispatch(moved))));
            move || drop(watching)
        });
    }
    Near { list, parts, is_long, printing }
}
