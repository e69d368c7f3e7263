//! What follows the `#` in the page's address. The rest of the address is only read, for links to copy, and never
//! changed: nothing in here can leave the page.

use super::{document, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, History};
use yew::Callback;

/// The page's address with this behind its `#`, as a link to copy.
pub fn link(fragment: &str) -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    [page, "#", fragment].concat()
}

/// What follows the `#`; empty where there is nothing.
pub fn fragment() -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    address.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

/// Puts this behind the `#`, as a step that the browser's Back undoes. It leads into the same text.
pub fn push_fragment(fragment: &str) {
    push(Some(&["#", fragment].concat()));
}

/// Makes a step that the browser's Back undoes: it shows again what is on the screen now.
pub fn push_step() {
    push(None);
}

fn push(address: Option<&str>) {
    if let Some(history) = history() {
        let text = history.state().unwrap_or_default();
        let _ = history.push_state_with_url(&text, "", address);
    }
}

/// Replaces what follows the `#`, and notes that it leads into the text of this number.
pub fn claim_fragment(wanted: &str, text: u32) {
    let address = (fragment() != wanted).then(|| ["#", wanted].concat());
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&text.into(), "", address.as_deref());
    }
}

/// Reports what follows the `#` after a link, Back, Forward or the reader has led there; a link is reported again even
/// if the address is that already. An address noted as leading into another text leads nowhere in this one.
pub fn on_fragment(text: u32, led: Callback<String>) -> Option<[EventListener; 2]> {
    let again = led.clone();
    Some([
        EventListener::new(window()?.as_ref(), "hashchange", move |_| {
            let noted = history().and_then(|history| history.state().ok()?.as_f64());
            if noted.is_none_or(|noted| noted == f64::from(text)) {
                claim_fragment(&fragment(), text);
                led.emit(fragment());
            }
        }),
        EventListener::new(document()?.as_ref(), "click", move |event| {
            if let Some(fragment) = followed(event).filter(|followed| *followed == fragment()) {
                again.emit(fragment);
            }
        }),
    ])
}

/// What follows the `#` in the link that a click follows.
fn followed(click: &Event) -> Option<String> {
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#']").ok()??;
    link.get_attribute("href").filter(|_| !click.default_prevented())?.strip_prefix('#').map(str::to_owned)
}

fn history() -> Option<History> {
    window()?.history().ok()
}
