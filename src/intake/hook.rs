//! The hook that the app calls, and its handle.

use super::{Opened, Refusal, Way};
use yew::prelude::*;

/// What a component can do with the ways in, and what it shows meanwhile.
#[derive(Clone, PartialEq)]
pub struct IntakeHandle {
    /// Something that could be dropped is over the page.
    pub drag_active: bool,
    /// A file is being read.
    pub busy: bool,
    pick: Callback<Event>,
    text: Callback<(Way, String)>,
}

impl IntakeHandle {
    /// For `onchange` of an `<input type="file">`: reads what was chosen, and empties the input so that the same
    /// file can be chosen again.
    pub fn pick(&self) -> Callback<Event> {
        self.pick.clone()
    }

    /// Opens a text: typed into the field, or the example.
    pub fn open_text(&self, way: Way, text: String) {
        self.text.emit((way, text));
    }
}
