//! What the find bar says about the hits: how many there are, the colour of each term, and a list of all hits.

use super::button::{Says, made};
use super::element::{element, worded};
use super::show_more::show_more;
use super::shown::shown;
use crate::document::Document;
use crate::find::{COLOURS, Found, Hit, Index};
use crate::hooks::More;
use crate::reading::overlay::Map;
use crate::reading::words;
use cable::Paragraph;
use yew::prelude::*;

/// Id of the list of all hits.
pub const LIST_ID: &str = "all-hits";
/// The most hits listed at once.
pub const LISTED: usize = 100;
/// Letters of context on each side of a listed hit.
const CONTEXT: usize = 48;

/// `3 of 12`, and how many of them are in hidden paragraphs; empty where nothing is asked for.
pub fn count(found: &Found, terms: &[String], at: Option<usize>, around: &str, hidden: usize) -> String {
    if terms.is_empty() {
        return String::new();
    }
    let count = found.hits.len();
    let Some(at) = at else {
        let is_phrase = matches!(terms, [term] if term.contains(' '));
        let none = if is_phrase {
            "No hits. To look for words that are not next to each other, separate them with commas."
        } else {
            "No hits"
        };
        return if found.is_done { none } else { "Searching …" }.to_owned();
    };
    let of = if found.is_cut { " of more than " } else { " of " };
    let so_far = if found.is_done { "" } else { " so far" };
    let hidden = match hidden {
        0 => String::new(),
        _ => [" · ", &words::thousands(hidden as u64), " in hidden paragraphs"].concat(),
    };
    [&words::thousands(at as u64 + 1), of, &words::thousands(count as u64), so_far, &hidden, around].concat()
}

/// Several terms, each in its colour and with its number of hits.
pub fn legend(found: &Found, terms: &[String]) -> Html {
    let mut shares = vec![0; terms.len()];
    for hit in &found.hits {
        if let Some(share) = shares.get_mut(hit.term) {
            *share += 1;
        }
    }
    html! {
        <ul class="find-terms">
            for (number, (term, share)) in terms.iter().zip(shares).enumerate() {
                <li>
                    { element("mark", colour(number), shown(term)) }
                    { [" ", &words::thousands(share)].concat() }
                </li>
            }
        </ul>
    }
}

/// The first hits, each a way to its place; `here` is the current one.
pub fn list(
    index: &Index,
    found: &Found,
    document: &Document,
    here: Option<usize>,
    more: &More,
    go: Callback<usize>,
) -> Html {
    html! {
        <ol id={LIST_ID} class="find-list" tabindex="0" aria-label="All hits">
            for (number, hit) in found.hits.iter().enumerate().take(more.shown) {
                { listed(index, hit, document, Some(number) == here, go.reform(move |_| number)) }
            }
            if more.shown < more.total {
                { element("li", "", show_more(more, "hits")) }
            }
        </ol>
    }
}

fn listed(index: &Index, hit: &Hit, document: &Document, is_here: bool, onclick: Callback<MouseEvent>) -> Html {
    let Some(unit) = index.unit(hit) else { return html! {} };
    let paragraph = unit.paragraph;
    let mut within = 0..unit.logical.text().len();
    if paragraph.is_none() {
        // Above the text, each field is a text by itself.
        let field = document.places().around(unit.logical.source(hit.at.clone()));
        let map = Map::new(&unit.logical);
        within = map.after(field.start)..map.before(field.end);
    }
    let Some([dots, before, words, after, more]) = index.context(hit, within, CONTEXT) else { return html! {} };
    let number = paragraph.and_then(|index| document.cable.paragraphs.get(index)?.number);
    let place = match (number, paragraph) {
        (Some(number), _) => ["¶ ", &number.to_string()].concat(),
        (None, Some(_)) => "¶".to_owned(),
        (None, None) => outside(index, hit, document),
    };
    let hit = element("mark", colour(hit.term), shown(words));
    let excerpt =
        element("span", "", Html::from_iter([shown(&[dots, before].concat()), hit, shown(&[after, more].concat())]));
    let content = Html::from_iter([worded("span", "find-place", place), excerpt]);
    element("li", "", made("entry find-hit", content, Says { current: is_here, ..Says::default() }, onclick))
}

/// Names what holds a hit outside of the paragraphs: the header, a heading, or what closes the telegram.
fn outside(index: &Index, hit: &Hit, document: &Document) -> String {
    let start = index.unit(hit).map_or(0, |unit| unit.logical.source(hit.at.clone()).start);
    let paragraphs = &document.cable.paragraphs;
    let is_above = |paragraph: &Paragraph| paragraph.pieces.first().is_none_or(|first| first.start <= start);
    let above = paragraphs.partition_point(is_above);
    let is_headed = |below: &Paragraph| below.heading.first().is_some_and(|heading| heading.start <= start);
    match paragraphs.get(above) {
        Some(below) if above > 0 || is_headed(below) => match below.number {
            Some(number) => format!("Above ¶ {number}"),
            None => "Above ¶".to_owned(),
        },
        None if above > 0 => "End".to_owned(),
        _ => "Header".to_owned(),
    }
}

/// The class that gives a term its colour.
fn colour(term: usize) -> &'static str {
    const NAMES: [&str; COLOURS] =
        ["found-1", "found-2", "found-3", "found-4", "found-5", "found-6", "found-7", "found-8"];
    NAMES.get(term % COLOURS).copied().unwrap_or_default()
}
