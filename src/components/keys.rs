//! The list of keys, as a dialog of the browser's own, which keeps the keyboard inside and gives it back.

use super::button::button;
use super::element::{element, pair, text, worded};
use super::panel::remark;
use crate::hooks::SHORTCUTS;
use crate::platform;
use yew::prelude::*;

/// Id of the dialog.
pub const KEYS_ID: &str = "list-of-keys";

/// What other keys do.
const OTHERS: [(&str, &str); 5] = [
    ("Ctrl+F, Cmd+F", "Find; again, the browser's own find"),
    ("Enter, Shift+Enter", "In Find: next and previous hit"),
    ("F3, Shift+F3", "Next and previous hit"),
    ("Ctrl+V, Cmd+V", "Open what was copied"),
    ("Escape", "Put away a card, Find, Open, Export, Settings, this list"),
];

/// The dialog.
pub fn keys() -> Html {
    let row = |key: &'static str, does: &'static str| pair(worded("kbd", "", key), "", text(does));
    html! {
        <dialog id={KEYS_ID} class="keys" aria-labelledby="keys-heading">
            // This is no heading element: it would come before the page's first.
            <p id="keys-heading" class="keys-title">{ "Keys" }</p>
            { element("dl", "keys-list", SHORTCUTS.iter().map(|&(key, does, _)| row(key, does)).collect()) }
            { element("dl", "keys-list keys-held", OTHERS.iter().map(|&(key, does)| row(key, does)).collect()) }
            { remark("Single keys can be switched off under Settings.") }
            { button("Close keys", Callback::from(|_| platform::close_dialog(KEYS_ID))) }
        </dialog>
    }
}
