//! Printing, for which everything is unfolded.

use super::{document, window};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};
use yew::Callback;

/// Prints, once pending changes have been drawn.
pub fn print() {
    Timeout::new(0, || {
        if let Some(window) = window() {
            let _ = window.print();
        }
    })
    .forget();
}

/// Tells when printing begins (`true`) and ends, as `src/printing.js` reports it, until the listener is dropped.
pub fn on_print(says: Callback<bool>) -> Option<EventListener> {
    Some(EventListener::new(document()?.as_ref(), "cable-viewer:print", move |event| {
        says.emit(event.dyn_ref::<CustomEvent>().is_some_and(|event| event.detail().is_truthy()));
    }))
}

/// Opens what is folded, or folds it again. What the reader opened stays open.
pub fn unfold(opens: bool) {
    let (from, to) = if opens { ("details:not([open])", "data-printed") } else { ("details[data-printed]", "open") };
    let Some(found) = document().and_then(|document| document.query_selector_all(from).ok()) else { return };
    for element in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok()) {
        let _ = match opens {
            true => element.set_attribute("open", "").and_then(|()| element.set_attribute(to, "")),
            false => element.remove_attribute(to).and_then(|()| element.remove_attribute("data-printed")),
        };
    }
}
