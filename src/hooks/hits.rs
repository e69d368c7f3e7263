//! The hits on the page: their marks, and the current one.

use super::desk::Desk;
use super::held::use_held;
use super::search::{Asked, Search};
use crate::document::Document;
use crate::find::{Found, Index, marks};
use crate::fresh::Fresh;
use crate::platform::{self, Spot};
use crate::reading::places::{Place, TITLE_ID, heading_id};
use crate::reading::words::LONGEST_TITLE;
use crate::state::{Tab, ViewAction};
use cable::{Logical, Span};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds. Less than that passes between two keys of a word.
const TYPING: u32 = 250;

/// The number of hits outside of the paragraphs that are marked besides the current one: more than fit in sight.
const SPOTS: usize = 200;

/// Where the page shows a hit.
#[derive(Clone, Default, PartialEq)]
pub struct Stand {
    /// The paragraph that it is shown in or above.
    pub paragraph: Option<usize>,
    /// The tab that it is shown in.
    tab: Option<Tab>,
    /// Its place, where that is outside of prose and Source.
    spot: Option<Spot>,
}

impl Stand {
    /// Where hit `at` is shown. Outside of the paragraphs, a hit that nothing else shows is shown in Source, such as
    /// one in a field's label, which the page puts in words of its own.
    pub fn of(index: &Index, found: &Found, at: usize, document: &Document) -> Option<Self> {
        let hit = found.hits.get(at)?;
        let unit = index.unit(hit)?;
        if unit.paragraph.is_some() {
            return Some(Self { paragraph: unit.paragraph, ..Self::default() });
        }
        let in_source = || Self { tab: Some(Tab::Source), ..Self::default() };
        Some(Self::outside(unit.logical.source(hit.at.clone()), document).unwrap_or_else(in_source))
    }

    fn outside(hit: Span, document: &Document) -> Option<Self> {
        let place = document.places().at(hit.start)?;
        let (shown, paragraph, ids) = match place {
            Place::Paragraph(below) => {
                let heading = &document.cable.paragraphs.get(below)?.heading;
                (heading.iter().copied().reduce(Span::cover)?, Some(below), vec![heading_id(below)])
            }
            _ => (document.span_of(place)?, None, vec![place.id()]),
        };
        let logical = Logical::prose(document.text(), &[shown]);
        let text = logical.text();
        // The edge of a hit, found by a byte of it.
        let units = |byte: u32, edge: u32| {
            let (run, span) = logical.runs().find(|(_, span)| span.contains_offset(byte))?;
            let before = text.get(..run.start + (edge - span.start) as usize)?;
            Some(before.encode_utf16().count() as u32)
        };
        let at = [units(hit.start, hit.start)?, units(hit.end.checked_sub(1)?, hit.end)?];
        let is_title = document.cable.subject.as_ref().is_some_and(|subject| subject.raw == shown);
        let title = (is_title && text.chars().count() <= LONGEST_TITLE).then(|| TITLE_ID.to_owned());
        let ids: Vec<String> =
            title.into_iter().chain(ids.into_iter().filter(|_| document.shows(place, text))).collect();
        let tab = matches!(place, Place::Reference(_)).then_some(Tab::References);
        (!ids.is_empty()).then(|| Self { paragraph, tab, spot: Some(Spot { ids, text: text.to_owned(), at }) })
    }
}

/// Marks the hits as they come.
#[hook]
pub fn use_marks(asked: &Asked, running: &Search) {
    let (document, search) = (asked.document.clone(), running.clone());
    use_effect_with((asked.clone(), running.news), move |_| {
        let (index, found) = (search.index(), search.found());
        let outside = found.hits.iter().enumerate().filter_map(|(at, hit)| {
            let unit = index.unit(hit).filter(|unit| unit.paragraph.is_none())?;
            Some((at, unit.logical.source(hit.at.clone())))
        });
        let spots = outside.take(SPOTS).filter_map(|(at, span)| Some((at, Stand::outside(span, &document)?.spot?)));
        platform::mark_found(&marks(&index, &found, document.text(), &document.groups), spots);
    });
}

/// Shows hit `at`, which is at `here`, each time it is `gone` to. That is faster than for a hit only typed for.
#[hook]
pub fn use_shown_hit(desk: &Desk, asked: &Asked, at: Option<usize>, here: Option<Stand>, gone: Fresh<Option<usize>>) {
    let desk = desk.clone();
    let (query, manner, open) = (asked.query.clone(), asked.manner, asked.open);
    use_held((query, manner, at, gone, open, here), move |&(_, _, at, gone, _, ref here)| {
        if let Some(paragraph) = here.as_ref().and_then(|here| here.paragraph) {
            desk.view.emit(ViewAction::Reach(paragraph));
        }
        let tab = here.as_ref().and_then(|here| here.tab);
        let here = here.clone();
        let show = move || platform::show_found(at, here.as_ref().and_then(|here| here.spot.as_ref()));
        show();
        // Drawing Source takes longer than a key may, so a reader who types on does not have to wait for it.
        let pause = if gone.value.is_some() { platform::NOTICED } else { TYPING };
        tab.map(|tab| {
            Timeout::new(pause, move || {
                desk.open_tab(tab);
                show();
            })
        })
    });
}
