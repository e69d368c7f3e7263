//! What the reader has selected.

use super::{document, element, tell_script, window};
use gloo::events::EventListener;
use js_sys::Array;
use std::ops::Range;
use wasm_bindgen::JsCast;

/// Where the selected text in an element's prose begins and ends, in UTF-16 units.
pub fn within(id: &str) -> Option<Range<u32>> {
    let prose = element(id)?.query_selector(".prose").ok()??;
    let selection = window()?.get_selection().ok()?.filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let (first, last) = (range.start_container().ok()?, range.end_container().ok()?);
    if !prose.contains(Some(&first)) || !prose.contains(Some(&last)) {
        return None;
    }
    let before = range.clone_range();
    before.set_start(&prose, 0).ok()?;
    before.set_end(&first, range.start_offset().ok()?).ok()?;
    let begins = before.to_string().length();
    Some(begins..begins + range.to_string().length())
}

/// Returns whether the reader has selected text.
pub fn has_selection() -> bool {
    window().and_then(|w| w.get_selection().ok()?).is_some_and(|selection| !selection.is_collapsed())
}

/// The selected words, as stretches of prose, each with the paragraph that it is in.
pub fn prose() -> Vec<(Option<usize>, String)> {
    let selected = Array::new();
    tell_script("cable-viewer:selected", &selected);
    let stretch = |pair: Array| {
        let index = pair.get(0).as_string().and_then(|index| index.parse().ok());
        Some((index, pair.get(1).as_string()?))
    };
    selected.iter().filter_map(|pair| stretch(pair.dyn_into().ok()?)).collect()
}

/// Listens for changes of the selection until the listener is dropped.
pub fn on_change(mut changed: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(document()?.as_ref(), "selectionchange", move |_| changed()))
}
