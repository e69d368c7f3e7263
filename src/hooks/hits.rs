//! What is found, on the page: its marks, and the hit that is looked at.

use super::desk::Desk;
use super::search::{Asked, Search};
use crate::components::TITLE_ID;
use crate::document::Document;
use crate::find::{Found, Hit, Index, marks};
use crate::platform;
use crate::reading::places::{Place, heading_id};
use crate::state::{Tab, ViewAction};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds: less than that passes between two keys of a word.
const TYPING: u32 = 250;

/// Where the page shows a hit.
#[derive(Clone, PartialEq)]
pub struct Stand {
    /// The paragraph that it is shown in or above.
    pub paragraph: Option<usize>,
    /// The tab that it is shown in.
    tab: Option<Tab>,
    /// The elements that show it, apart from prose and Source, and its words in them.
    ids: String,
    words: String,
    /// How often the words stand there before it.
    nth: usize,
}

impl Stand {
    /// Of hit `at`.
    pub fn of(index: &Index, found: &Found, at: usize, document: &Document) -> Option<Self> {
        let hit = found.hits.get(at)?;
        let unit = index.unit(hit)?;
        let prose = Self { paragraph: unit.paragraph, tab: None, ids: String::new(), words: String::new(), nth: 0 };
        if unit.paragraph.is_some() {
            return Some(prose);
        }
        let span = unit.logical.source(hit.at.clone());
        let place = document.places().at(span.start);
        let (paragraph, tab, ids) = match place {
            Some(Place::Paragraph(below)) if document.is_in_heading(below, span) => {
                (Some(below), None, heading_id(below))
            }
            Some(Place::Paragraph(_)) | None => return Some(Self { tab: Some(Tab::Source), ..prose }),
            Some(Place::Reference(_)) => (None, Some(Tab::References), place?.id()),
            Some(_) if document.is_in_title(span) => (None, None, [TITLE_ID, " ", &place?.id()].concat()),
            Some(_) => (None, None, place?.id()),
        };
        let words = unit.logical.text().get(hit.at.clone())?;
        let before = found.hits.iter().take(at).rev().take_while(|other| other.unit == hit.unit);
        let is_same = |other: &&Hit| {
            let start = unit.logical.source(other.at.clone()).start;
            let others = unit.logical.text().get(other.at.clone());
            document.places().at(start) == place && others.is_some_and(|others| others.eq_ignore_ascii_case(words))
        };
        Some(Self { paragraph, tab, ids, words: words.to_owned(), nth: before.filter(is_same).count() })
    }
}

/// Marks what is found, as it comes.
#[hook]
pub fn use_marks(asked: &Asked, running: &Search) {
    let (document, search) = (asked.document.clone(), running.clone());
    use_effect_with((asked.clone(), running.news), move |_| {
        let (index, found) = (search.index(), search.found());
        platform::mark_found(&marks(&index, &found, document.text(), &document.groups));
    });
}

/// Shows hit `at`, which stands `here`, once more after each of the `steps`. One that was `gone` to is shown sooner than
/// one that was only typed for.
#[hook]
pub fn use_shown_hit(desk: &Desk, asked: &Asked, at: Option<usize>, here: Option<Stand>, steps: u32, gone: bool) {
    let desk = desk.clone();
    let (query, manner, open) = (asked.query.clone(), asked.manner, asked.open);
    use_effect_with((query, manner, at, steps, open, here), move |(_, _, at, _, _, here)| {
        let at = *at;
        if let Some(paragraph) = here.as_ref().and_then(|here| here.paragraph) {
            desk.view.emit(ViewAction::Reach(paragraph));
        }
        let tab = here.as_ref().and_then(|here| here.tab);
        let here = here.clone();
        let show = move || match &here {
            Some(Stand { ids, words, nth, .. }) => platform::show_found(at, ids, words, *nth),
            None => platform::show_found(at, "", "", 0),
        };
        show();
        // Drawing Source takes longer than a key may, so one who types on does not wait for it.
        let pause = if gone { platform::NOTICED } else { TYPING };
        let opening = tab.map(|tab| {
            Timeout::new(pause, move || {
                desk.open_tab(tab);
                show();
            })
        });
        move || drop(opening)
    });
}
