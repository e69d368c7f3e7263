//! What is found, on the page: its marks, and the hit that is looked at.

use super::desk::Desk;
use super::search::{Asked, Search};
use crate::components::TITLE_ID;
use crate::document::Document;
use crate::find::{Found, Hit, Index, marks};
use crate::platform;
use crate::reading::places::{Place, heading_id};
use crate::state::{Tab, ViewAction};
use cable::Span;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds: less than that passes between two keys of a word.
const TYPING: u32 = 250;

/// Where the page shows a hit.
#[derive(Clone, Default, PartialEq)]
pub struct Stand {
    /// The paragraph that it is shown in or above.
    pub paragraph: Option<usize>,
    /// The tab that it is shown in.
    tab: Option<Tab>,
    /// The elements that show it, apart from prose and Source.
    ids: String,
    /// What they show there.
    words: String,
    /// How often the words stand in them before it.
    nth: usize,
}

impl Stand {
    /// Of hit `at`.
    pub fn of(index: &Index, found: &Found, at: usize, document: &Document) -> Option<Self> {
        let hit = found.hits.get(at)?;
        let unit = index.unit(hit)?;
        if unit.paragraph.is_some() {
            return Some(Self { paragraph: unit.paragraph, ..Self::default() });
        }
        let span = |hit: &Hit| unit.logical.source(hit.at.clone());
        let words = |hit: &Hit| unit.logical.text().get(hit.at.clone()).unwrap_or_default();
        let Some((shown, stand)) = Self::outside(span(hit), document) else {
            return Some(Self { tab: Some(Tab::Source), ..Self::default() });
        };
        let before = found.hits.iter().take(at).rev().take_while(|other| other.unit == hit.unit);
        let before = before.take_while(|other| shown.contains(span(other)));
        let nth = before.filter(|other| words(other).eq_ignore_ascii_case(words(hit))).count();
        Some(Self { words: words(hit).to_owned(), nth, ..stand })
    }

    /// Outside of the paragraphs: what is shown of the text around a place, and where; `None` where Source alone shows it,
    /// as what a field is called in the text, which the page says in words of its own.
    fn outside(span: Span, document: &Document) -> Option<(Span, Self)> {
        let place = document.places().at(span.start)?;
        if let Place::Paragraph(below) = place {
            let heading = &document.cable.paragraphs.get(below)?.heading;
            let shown = heading.iter().copied().reduce(Span::cover).filter(|heading| heading.contains(span))?;
            return Some((shown, Self { paragraph: Some(below), ids: heading_id(below), ..Self::default() }));
        }
        let shown = document.span_of(place).filter(|field| field.contains(span))?;
        let is_title = document.cable.subject.as_ref().is_some_and(|subject| subject.raw == shown);
        let title = if is_title { TITLE_ID } else { "" };
        let tab = matches!(place, Place::Reference(_)).then_some(Tab::References);
        Some((shown, Self { tab, ids: [title, " ", &place.id()].concat(), ..Self::default() }))
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
