//! Toolbar: the page's name, what is open, and the ways to something else and out.

use super::button::{Says, made};
use super::export_panel::export_panel;
use super::find_bar;
use super::keys::keys;
use super::reading_settings::ReadingSettings;
use super::shown::shown;
use crate::document::Document;
use crate::platform;
use crate::reading::visible;
use crate::state::{Action, Drawer, Store};
use yew::prelude::*;

/// The line at the top of the page, and below it what is drawn out; `ways_in` is one of these.
pub fn toolbar(store: &Store, act: &Callback<Action>, ways_in: Html) -> Html {
    let button = |name: &'static str, says: Says, action: Action| {
        let act = act.clone();
        made("button", name, says, Callback::from(move |_| act.emit(action.clone())))
    };
    let titled = |title: AttrValue| Says { title: Some(title), ..Says::default() };
    let drawn = store.drawer;
    let drawer = |drawer: Drawer, name: &'static str| {
        let is_open = drawn == Some(drawer);
        let opens = Some((drawer.button_id(), drawer.id(), is_open));
        button(name, Says { opens, ..Says::default() }, Action::Draw((!is_open).then_some(drawer)))
    };
    let back = |to: &Document| {
        let title = ["Back to ", &visible::spelled(&to.opened.name)].concat();
        button("Back", titled(title.into()), Action::Back)
    };
    let finding = store.finding;
    let find = Says { opens: Some(("find-button", find_bar::BAR_ID, finding)), ..titled("Ctrl+F".into()) };
    let find_or_not = {
        let act = act.clone();
        Callback::from(move |_| {
            if !finding {
                find_bar::take_keyboard();
            }
            act.emit(Action::Find(!finding));
        })
    };
    let close = titled("Forgets this text and the one before it".into());
    let put_away = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(drawn) = drawn.filter(|_| event.key() == "Escape") {
                act.emit(Action::Draw(None));
                platform::focus(drawn.button_id());
            }
        })
    };
    html! {
        <>
            <header onkeydown={put_away}>
                <div class="toolbar">
                    <p class="app-name">{ "Cable Viewer" }</p>
                    if let Some(document) = &store.document {
                        <p class="open-name">{ shown(&document.opened.name) }</p>
                        <div class="toolbar-buttons">
                            if let Some(previous) = &store.previous {
                                { back(previous) }
                            }
                            { made("button", "Find", find, find_or_not) }
                            { drawer(Drawer::Export, "Export") }
                            { drawer(Drawer::WaysIn, "Open") }
                            { button("Close", close, Action::Close) }
                        </div>
                    }
                    { drawer(Drawer::Settings, "Settings") }
                    <ReadingSettings is_open={drawn == Some(Drawer::Settings)} />
                    <p class="promise-short">{ "Sends nothing" }</p>
                </div>
                { ways_in }
                { export_panel(store.document.as_ref().filter(|_| drawn == Some(Drawer::Export)), act) }
            </header>
            { keys() }
        </>
    }
}
