//! Toolbar: the page's name, what is open, and the ways to open, search and export.

use super::button::{Says, made};
use super::element::{element, text, worded};
use super::export_panel::export_panel;
use super::find_bar;
use super::keys::keys;
use super::reading_settings::ReadingSettings;
use super::shown::shown;
use crate::document::Document;
use crate::platform;
use crate::reading::{visible, words};
use crate::state::{Action, Drawer, Store};
use yew::prelude::*;

/// The line at the top of the page, with the open drawer below it; `ways_in` is one of the drawers.
pub fn toolbar(store: &Store, act: &Callback<Action>, ways_in: Html) -> Html {
    let button = |name: Html, says: Says, action: Action| {
        made("button", name, says, Callback::from(cloned!([act], move |_| act.emit(action.clone()))))
    };
    let drawn = store.drawer;
    let drawer = |drawer: Drawer, name: &'static str| {
        let is_open = drawn == Some(drawer);
        let (id, opens) = (Some(drawer.button_id().into()), Some((drawer.id(), is_open)));
        button(text(name), Says { id, opens, ..Says::default() }, Action::Draw((!is_open).then_some(drawer)))
    };
    let back = |to: &Document| {
        let title = ["Back to ", &visible::spelled(&to.opened.name)].concat();
        button(text("Back"), titled(title), Action::Back)
    };
    let count = store.document.as_ref().map_or(1, |document| document.library.count());
    let close = match count {
        1 => "Close".to_owned(),
        _ => ["Close all ", &words::thousands(count as u64)].concat(),
    };
    let forgets = titled("Forgets this text and the one before it");
    let put_away = Callback::from(cloned!([act], move |event: KeyboardEvent| {
        if let Some(drawn) = drawn.filter(|_| event.key() == "Escape") {
            act.emit(Action::Draw(None));
            platform::focus(drawn.button_id());
        }
    }));
    html! {
        <>
            <header onkeydown={put_away}>
                <div class="toolbar">
                    { worded("p", "app-name", "Cable Viewer") }
                    if let Some(document) = &store.document {
                        { element("p", "open-name", shown(&document.opened.name)) }
                        <div class="toolbar-buttons">
                            if let Some(previous) = &store.previous {
                                { back(previous) }
                            }
                            { find(store.finding, act) }
                            { drawer(Drawer::Export, "Export") }
                            { drawer(Drawer::WaysIn, "Open") }
                            { button(text(close), forgets, Action::Close) }
                        </div>
                    }
                    { drawer(Drawer::Settings, "Settings") }
                    <ReadingSettings is_open={drawn == Some(Drawer::Settings)} />
                    { worded("p", "promise-short", "Sends nothing") }
                </div>
                { ways_in }
                { export_panel(store.document.as_ref().filter(|_| drawn == Some(Drawer::Export)), act) }
            </header>
            { keys() }
        </>
    }
}

/// The button that shows the find bar or puts it away.
fn find(finding: bool, act: &Callback<Action>) -> Html {
    let opens = Some((find_bar::BAR_ID, finding));
    let says = Says { id: Some("find-button".into()), opens, ..titled("Ctrl+F") };
    let onclick = cloned!([act], move |_| {
        if !finding {
            find_bar::take_keyboard();
        }
        act.emit(Action::Find(!finding));
    });
    made("button", text("Find"), says, Callback::from(onclick))
}

fn titled(title: impl Into<AttrValue>) -> Says {
    Says { title: Some(title.into()), ..Says::default() }
}
