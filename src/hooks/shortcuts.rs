//! Shortcuts of one key each. The reader can switch them off (WCAG 2.1.4), and they do nothing where letters are typed.

use super::{Desk, use_keys};
use crate::document::Document;
use crate::platform;
use crate::reading::places::Place;
use crate::reading::portions::Portions;
use crate::state::{Goal, Panel, Tab};
use std::rc::Rc;
use yew::prelude::*;

/// Where a shortcut leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the paragraph after or before the one that has the keyboard.
    Paragraph { back: bool },
    /// To the telegram after or before the one that is shown, as Library lists them.
    Telegram { back: bool },
    /// To a panel.
    Panel(Panel),
    /// To the find bar.
    Find,
    /// To the list of these keys.
    Keys,
}

/// Every key, what it does, and where it leads.
pub const SHORTCUTS: [(&str, &str, Way); 14] = [
    ("n", "Next paragraph", Way::Paragraph { back: false }),
    ("p", "Previous paragraph", Way::Paragraph { back: true }),
    (".", "Next telegram", Way::Telegram { back: false }),
    (",", "Previous telegram", Way::Telegram { back: true }),
    ("s", "Summary", Way::Panel(Panel::Summary)),
    ("c", "Comment", Way::Panel(Panel::Comment)),
    ("h", "Header", Way::Panel(Panel::Header)),
    ("b", "Body", Way::Panel(Panel::Body)),
    ("k", "Checks", Way::Panel(Panel::Tab(Tab::Checks))),
    ("r", "References", Way::Panel(Panel::Tab(Tab::References))),
    ("g", "Glossary", Way::Panel(Panel::Tab(Tab::Glossary))),
    ("o", "Source", Way::Panel(Panel::Tab(Tab::Source))),
    ("f", "Find", Way::Find),
    ("?", "This list", Way::Keys),
];

/// Returns where a pressed key leads.
pub fn way(event: &KeyboardEvent) -> Option<Way> {
    let key = platform::single_key(event)?;
    SHORTCUTS.iter().find(|(name, ..)| *name == key).map(|&(.., way)| way)
}

/// Listens for the keys of an open document. They pass over the `hidden` portions.
#[hook]
pub fn use_shortcuts(document: &Rc<Document>, desk: &Desk, hidden: Portions) {
    let state = (document.clone(), hidden);
    let (document, desk) = (document.clone(), desk.clone());
    let press = Callback::from(move |event: KeyboardEvent| {
        match way(&event) {
            Some(Way::Paragraph { back }) => step(&document, &desk, hidden, back),
            Some(Way::Panel(panel)) => desk.lead_to(Goal::Panel(panel)),
            // Library and the find bar have listeners of their own, and the list of keys is there without a document.
            Some(Way::Telegram { .. } | Way::Find | Way::Keys) | None => return,
        }
        event.prevent_default();
    });
    use_keys(state, press);
}

/// Goes to the next paragraph that is shown; where none has the keyboard, to the first in view.
fn step(document: &Document, desk: &Desk, hidden: Portions, back: bool) {
    let filter = document.filter(hidden, None);
    let is_shown = |index: &usize| !filter.hides(*index);
    let to = match (platform::paragraph_with_focus(), back) {
        (None, _) => platform::paragraph_in_view(),
        (Some(at), true) => (0..at).rev().find(is_shown),
        (Some(at), false) => (at + 1..document.cable.paragraphs.len()).find(is_shown),
    };
    if let Some(to) = to {
        desk.lead_to(Goal::Place(Place::Paragraph(to)));
    }
}
