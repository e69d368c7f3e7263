//! Fields and keys: what an event says was chosen, typed, ticked or pressed.

use super::{document, element, root_data};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::Callback;

/// The index of the chosen option of the `<select>` that an event is about.
pub fn chosen(event: &web_sys::Event) -> Option<usize> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    usize::try_from(select.selected_index()).ok()
}

/// The content of the field that an event is about.
pub fn typed(event: &web_sys::Event) -> Option<String> {
    let field = event.target()?;
    let long = field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    long.or_else(|| field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
}

/// Returns whether the box that an event is about is ticked.
pub fn is_ticked(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.checked())
}

/// Ticks or unticks the box that an event is about.
pub fn tick(event: &web_sys::Event, ticked: bool) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(ticked);
    }
}

/// Returns whether the box with this id is ticked.
pub fn holds_tick(id: &str) -> bool {
    element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()).is_some_and(|box_| box_.checked())
}

/// The key of a one-key shortcut; `None` where these are off, a modifier is held, or the key types or chooses
/// something.
pub fn single_key(event: &KeyboardEvent) -> Option<String> {
    const TAKES_KEYS: &str = "input, textarea, select";
    let taken = event.target()?.dyn_ref::<Element>().and_then(|target| target.closest(TAKES_KEYS).ok()?).is_some();
    let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
    (!taken && !held && root_data("keys").is_none()).then(|| event.key())
}

/// Listens for keys, wherever the keyboard is, until the listener is dropped. While a dialog is open there are none.
pub fn on_key(press: Callback<KeyboardEvent>) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(document()?.as_ref(), "keydown", options, move |event| {
        let is_behind = || document().and_then(|page| page.query_selector("dialog[open]").ok()?).is_some();
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|_| !is_behind()) {
            press.emit(event.clone());
        }
    }))
}
