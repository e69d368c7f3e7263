//! The cards of a library, read in the background.

use crate::library::Library;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

/// How far the reading of cards is.
#[derive(Clone, PartialEq)]
pub struct Cards {
    /// How many are read.
    pub read: usize,
    /// Whether the reader has stopped it.
    pub stopped: bool,
    /// Stops it, or lets it go on.
    pub switch: Callback<MouseEvent>,
}

/// Reads the cards of a library a few at a time, so that the page can be used meanwhile.
#[hook]
pub fn use_cards(library: &Rc<Library>) -> Cards {
    let read = use_state_eq(|| 0);
    let stopped = use_state_eq(|| false);
    let (count, is_stopped) = (*read, *stopped);
    use_effect_with((library.clone(), is_stopped), move |(library, is_stopped)| {
        let wanted = Rc::new(Cell::new(!is_stopped));
        let (library, reads) = (library.clone(), wanted.clone());
        spawn_local(async move {
            while reads.get() {
                let more = library.read_cards();
                read.set(library.cards().len());
                if !more {
                    break;
                }
                sleep(Duration::ZERO).await;
            }
        });
        move || wanted.set(false)
    });
    let switch = Callback::from(move |_| stopped.set(!is_stopped));
    Cards { read: count, stopped: is_stopped, switch }
}
