//! What stands behind the `#` of the page's address. The rest of the address is read for links to copy and never
//! changed: nothing in here can leave the page.

use super::{document, window};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::Callback;

/// The page's address with this behind its `#`, as a link to copy.
pub fn link(fragment: &str) -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    [page, "#", fragment].concat()
}

/// What stands behind the `#`; nothing is an empty text.
pub fn fragment() -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    address.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

/// Puts this behind the `#`, as a step that the browser's Back takes back.
pub fn push_fragment(fragment: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&["#", fragment].concat()));
    }
}

/// Takes away what stands behind the `#`, where anything does.
pub fn clear_fragment() {
    if let Some(history) = window().and_then(|window| window.history().ok()).filter(|_| !fragment().is_empty()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#"));
    }
}

/// Says what stands behind the `#` after a link, Back, Forward or the reader has changed it.
pub fn on_fragment(changed: Callback<String>) -> Option<EventListener> {
    Some(EventListener::new(window()?.as_ref(), "hashchange", move |_| changed.emit(fragment())))
}
