//! Reading settings: theme, column, size, typeface, keys, and whether they are kept.

use super::button::button;
use super::choice::choice;
use super::element::element;
use super::keys::KEYS_ID;
use crate::hooks::{Way, use_keys, way};
use crate::platform;
use crate::state::Drawer;
use crate::state::settings::{SETTINGS, Setting, are_kept, keep};
use crate::storage::Denied;
use yew::prelude::*;

const ALONE: &str = "Nothing is kept unless you tick this.";
const DENIED: &str = "This browser keeps nothing for this page: its storage is switched off or full. The settings hold \
                      until the page is closed.";
const KEPT: &str = "The settings are kept on this computer, and nothing else.";
/// Pages of different origins have separate storage; files from the disk have no origin.
const SHARED: &str = "All files that this browser opens from the disk share one storage: another page opened from a \
                      file could read these settings, and change them.";

#[derive(PartialEq, Properties)]
pub struct ReadingSettingsProps {
    pub is_open: bool,
}

/// The drawer. It also listens for the key that opens the list of keys, since it is on every page.
#[component]
pub fn ReadingSettings(props: &ReadingSettingsProps) -> Html {
    // The settings are held in the page and nowhere else: this state only draws them anew.
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
    let row = |setting: &'static Setting| {
        let onchange = Callback::from(cloned!([outcome], move |event: Event| {
            if let Some(chosen) = platform::chosen(&event) {
                outcome.set(setting.choose(chosen));
            }
        }));
        let names = setting.values.iter().map(|&(_, name)| name.to_owned());
        html! {
            <p>
                <label for={setting.name}>{ setting.label }</label>
                { choice(setting.name, names.collect(), setting.chosen(), onchange) }
            </p>
        }
    };
    let checked = are_kept();
    let sentence = match *outcome {
        Err(Denied) => DENIED,
        Ok(()) if checked => KEPT,
        Ok(()) => ALONE,
    };
    let onchange = Callback::from(cloned!([outcome], move |event: Event| {
        outcome.set(keep(platform::is_ticked(&event)));
        platform::tick(&event, are_kept());
    }));
    html! {
        <div class="reading-settings" id={Drawer::Settings.id()} hidden={!props.is_open}>
            { for SETTINGS.iter().map(row) }
            <p class="keep">
                <label><input type="checkbox" {checked} {onchange} />{ "Keep these settings on this computer" }</label>
            </p>
            { element("p", "", button("List of keys", Callback::from(|_| platform::show_dialog(KEYS_ID)))) }
            <p class="remark" role="status">
                { sentence }
                if platform::is_file() {
                    { " " }{ SHARED }
                }
            </p>
        </div>
    }
}
