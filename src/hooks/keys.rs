//! Keys that are pressed anywhere on the page.

use super::use_held;
use crate::platform;
use yew::prelude::*;

/// Passes every key to `press`, which depends on `state`.
#[hook]
pub fn use_keys<T: PartialEq + 'static>(state: T, press: Callback<KeyboardEvent>) {
    use_held(state, move |_| platform::on_key(press));
}
