//! Reading settings: theme, column, size, typeface, keys, and whether these are kept.

use super::choice::choice;
use super::keys::{KEYS_ID, keys};
use crate::hooks::{Way, use_keys, way};
use crate::platform;
use crate::state::settings::{SETTINGS, Setting, are_kept, keep};
use crate::storage::Denied;
use yew::prelude::*;

const DRAWER_ID: &str = "reading-settings";
const BUTTON_ID: &str = "reading-settings-button";
const ALONE: &str = "Nothing is kept unless you tick this.";
const DENIED: &str = "This browser keeps nothing for this page: its storage is switched off or full. The settings hold \
                      until the page is closed.";
const KEPT: &str = "The settings are kept on this computer, and nothing else.";
/// Origins separate what pages keep; files have none.
const SHARED: &str = "All files that this browser opens from the disk share one storage: another page opened from a file \
                      could read these settings, and change them.";

/// The button, and the drawer that it opens.
#[component]
pub fn ReadingSettings() -> Html {
    let open = use_state_eq(|| false);
    // What is kept stands in the page, and nowhere else: this only draws it anew.
    let outcome = use_state(|| Ok(()));
    use_keys(
        (),
        Callback::from(|event: KeyboardEvent| {
            if way(&event) == Some(Way::Keys) {
                event.prevent_default();
                platform::show_dialog(KEYS_ID);
            }
        }),
    );
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
                platform::focus(BUTTON_ID);
            }
        })
    };
    let row = |setting: &'static Setting| {
        let outcome = outcome.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Some(chosen) = platform::chosen(&event) {
                outcome.set(setting.choose(chosen));
            }
        });
        html! {
            <p>
                <label for={setting.name}>{ setting.label }</label>
                { choice(setting.name, setting.values.iter().map(|&(_, name)| name.to_owned()), setting.chosen(), onchange) }
            </p>
        }
    };
    let checked = are_kept();
    let sentence = match *outcome {
        Err(Denied) => DENIED,
        Ok(()) if checked => KEPT,
        Ok(()) => ALONE,
    };
    let onchange = {
        let outcome = outcome.clone();
        Callback::from(move |event: Event| {
            outcome.set(keep(platform::is_ticked(&event)));
            platform::tick(&event, are_kept());
        })
    };
    html! {
        <>
            <button type="button" class="button" id={BUTTON_ID} aria-expanded={open.to_string()} aria-controls={DRAWER_ID}
                onclick={toggle}>
                { "Settings" }
            </button>
            <div class="reading-settings" id={DRAWER_ID} hidden={!*open} {onkeydown}>
                { for SETTINGS.iter().map(row) }
                <p class="keep">
                    <label><input type="checkbox" {checked} {onchange} />{ "Keep these settings on this computer" }</label>
                </p>
                <p>
                    <button type="button" class="button" onclick={|_: MouseEvent| platform::show_dialog(KEYS_ID)}>{ "List of keys" }</button>
                </p>
                <p class="remark" role="status">
                    { sentence }
                    if platform::is_file() {
                        { " " }{ SHARED }
                    }
                </p>
            </div>
            { keys() }
        </>
    }
}
