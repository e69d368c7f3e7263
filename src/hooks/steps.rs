//! Work in the background, step by step.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use yew::Callback;
use yew::platform::spawn_local;
use yew::platform::time::sleep;

/// Work that is given up when this is dropped.
pub struct Steps(Rc<Cell<bool>>);

impl Drop for Steps {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// Takes one step after another until one returns that it was the last. Between two steps the page can draw and listen.
pub fn in_steps(step: Callback<(), bool>) -> Steps {
    let wanted = Rc::new(Cell::new(true));
    let steps = Steps(wanted.clone());
    spawn_local(async move {
        while wanted.get() && step.emit(()) {
            sleep(Duration::ZERO).await;
        }
    });
    steps
}
