//! The cards of a library, read in the background.

use super::{in_steps, use_held};
use crate::library::Library;
use std::rc::Rc;
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
    let drawn = use_state_eq(usize::default);
    let stopped = use_state_eq(bool::default);
    let is_stopped = *stopped;
    let read = library.as_ref().map_or(0, |library| library.cards().len());
    let of = library.as_ref().map_or(0, |library| library.cards_in_all());
    use_effect_with(library.clone(), cloned!([stopped], move |_| stopped.set(false)));
    use_held((library, is_stopped), move |(library, is_stopped)| {
        let read = move |library: Rc<Library>| {
            in_steps(Callback::from(move |()| {
                let more = library.read_cards();
                drawn.set(library.cards().len());
                more
            }))
        };
        library.clone().filter(|_| !is_stopped).map(read)
    });
    let switch = Callback::from(move |_| stopped.set(!is_stopped));
    Cards { read, of, stopped: is_stopped, switch }
}
