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
    /// How many there are to read.
    pub of: usize,
    /// Whether the reader has stopped it.
    pub stopped: bool,
    /// Stops it, or lets it go on.
    pub switch: Callback<MouseEvent>,
}

/// Reads the cards of a library a few at a time, so that the page can be used meanwhile. Where only one telegram is
/// open nothing is listed.
#[hook]
pub fn use_cards(library: Option<Rc<Library>>) -> Cards {
    let library = library.filter(|library| library.count() > 1);
    let drawn = use_state_eq(|| 0);
    let stopped = use_state_eq(|| false);
    let is_stopped = *stopped;
    let read = library.as_ref().map_or(0, |library| library.cards().len());
    let of = library.as_ref().map_or(0, |library| library.cards_in_all());
    {
        let stopped = stopped.setter();
        use_effect_with(library.clone(), move |_| stopped.set(false));
    }
    use_effect_with((library, is_stopped), move |(library, is_stopped)| {
        let wanted = Rc::new(Cell::new(!is_stopped));
        let (library, reads) = (library.clone(), wanted.clone());
        spawn_local(async move {
            while let Some(library) = library.as_ref().filter(|_| reads.get()) {
                let more = library.read_cards();
                drawn.set(library.cards().len());
                if !more {
                    break;
                }
                sleep(Duration::ZERO).await;
            }
        });
        move || wanted.set(false)
    });
    let switch = Callback::from(move |_| stopped.set(!is_stopped));
    Cards { read, of, stopped: is_stopped, switch }
}
