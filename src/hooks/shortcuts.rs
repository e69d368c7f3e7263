//! Shortcuts of one key each. The reader can switch them off (WCAG 2.1.4), and none is heard where letters are typed.

use super::{Desk, use_keys};
use crate::platform;
use crate::reading::places::Place;
use crate::state::{Action, Tab, ViewAction};
use yew::prelude::*;

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the paragraph after the one that has the keyboard, or before it.
    Paragraph { back: bool },
    /// To a panel beside the inspector, by its id.
    Panel(&'static str),
    /// To a panel of the inspector.
    Tab(Tab),
    /// To the find bar.
    Find,
    /// To the list of these keys.
    Keys,
}

/// Every key, what it does, and where it leads.
pub const SHORTCUTS: [(&str, &str, Way); 12] = [
    ("n", "Next paragraph", Way::Paragraph { back: false }),
    ("p", "Previous paragraph", Way::Paragraph { back: true }),
    ("s", "Summary", Way::Panel("summary")),
    ("c", "Comment", Way::Panel("comment")),
    ("h", "Header", Way::Panel("header")),
    ("b", "Body", Way::Panel("body")),
    ("k", "Checks", Way::Tab(Tab::Checks)),
    ("r", "References", Way::Tab(Tab::References)),
    ("g", "Glossary", Way::Tab(Tab::Glossary)),
    ("o", "Source", Way::Tab(Tab::Source)),
    ("f", "Find", Way::Find),
    ("?", "This list", Way::Keys),
];

/// Hears the keys of an open document.
#[hook]
pub fn use_shortcuts(desk: &Desk) {
    let desk = desk.clone();
    let press = Callback::from(move |event: KeyboardEvent| {
        let key = platform::single_key(&event);
        let way = SHORTCUTS.iter().find(|(name, ..)| key.as_deref() == Some(name)).map(|&(.., way)| way);
        match way {
            Some(Way::Paragraph { back }) => step(&desk, back),
            Some(Way::Panel(id)) => desk.reveal_panel(id),
            Some(Way::Tab(tab)) => {
                desk.open_tab(tab);
                desk.reveal_panel(tab.id());
            }
            Some(Way::Find) => desk.store.emit(Action::Find(true)),
            // The list is there without a document, too.
            Some(Way::Keys) | None => return,
        }
        event.prevent_default();
    });
    use_keys((), press);
}

/// To the next paragraph; where none has the keyboard, to the first that is in view.
fn step(desk: &Desk, back: bool) {
    let to = match (platform::paragraph_with_focus(), back) {
        (None, _) => platform::paragraph_in_view(),
        (Some(at), true) => at.checked_sub(1),
        (Some(at), false) => at.checked_add(1),
    };
    if let Some(to) = to {
        desk.view.emit(ViewAction::Reach(to));
        desk.reveal(Place::Paragraph(to));
    }
}
