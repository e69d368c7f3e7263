//! One paragraph of the body, with its number and portion mark in the margin.

use super::button::quiet;
use super::element::{element, worded};
use super::prose::Prose;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform::{address, selection};
use crate::reading::address::{in_units, to_characters};
use crate::reading::places::Place;
use crate::reading::{visible, words};
use cable::{Level, Mark, Paragraph, Role};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The longest portion mark, in letters, that the margin has room for.
const IN_MARGIN: usize = 6;

/// How a paragraph is shown.
#[derive(Clone, Copy)]
pub struct Manner {
    /// The stretch that a link marks in it, in UTF-16 units, from and to. A link that led here also offers what can be
    /// done with the paragraph.
    pub at: Option<[u32; 2]>,
    /// Whether it is shown although others of its mark are hidden.
    pub all_the_same: bool,
}

/// The paragraph at `index`. One that is in Summary or Comment is folded to a line.
pub fn paragraph(document: &Rc<Document>, desk: &Desk, index: usize, manner: Manner) -> Html {
    let Some(paragraph) = document.cable.paragraphs.get(index) else { return html! {} };
    let prose = html! { <Prose document={document} {desk} pieces={paragraph.pieces.clone()} paragraph={index} /> };
    let class = classes!("paragraph", (paragraph.depth > 0).then_some("paragraph-inner"), manner.at.map(|_| "at"));
    html! {
        <div {class} id={Place::Paragraph(index).id()} tabindex="-1">
            { number(document, paragraph, index) }
            if let Some(mark) = &paragraph.mark {
                { portion(&mark.value) }
            }
            if let Some(panel) = shown_above(paragraph) {
                <details class="paragraph-text folded">
                    { worded("summary", "", panel) }
                    { prose }
                </details>
            } else {
                { element("div", "paragraph-text", prose) }
            }
            if manner.all_the_same {
                { worded("p", "paragraph-tools", "This paragraph is in a hidden portion; it is shown because a link or a search led to it.") }
            }
            if let Some(marked) = manner.at {
                { tools(document, desk, index, marked) }
            }
        </div>
    }
}

/// What can be done with a paragraph, or with a passage of it.
fn tools(document: &Rc<Document>, desk: &Desk, index: usize, marked: [u32; 2]) -> Html {
    let source = document.span_of(Place::Paragraph(index)).map(|span| desk.choosing(span)).unwrap_or_default();
    let text = document.clone();
    let link = desk.copying("Link", move || {
        let characters = passage(index, marked).map(|units| to_characters(&text.logical(index), units));
        address::link(&text.address(index, characters))
    });
    let text = document.clone();
    let quotation = desk.copying("Quotation", move || {
        let whole = text.logical(index);
        let words = passage(index, marked).map_or(&*whole, |units| in_units(&whole, units));
        text.quotation(words, &[index])
    });
    // The press would end the selection before the click.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <p class="paragraph-tools" {onmousedown}>
            { quiet("Show source", source) }
            { quiet("Copy link", link) }
            { quiet("Copy with citation", quotation) }
        </p>
    }
}

/// The selected words of a paragraph, otherwise those that the link has marked.
fn passage(index: usize, [from, to]: [u32; 2]) -> Option<Range<u32>> {
    selection::within(&Place::Paragraph(index).id()).or((from < to).then_some(from..to))
}

/// The panel that shows the paragraph as well.
fn shown_above(paragraph: &Paragraph) -> Option<&'static str> {
    match paragraph.role? {
        Role::Summary => Some("Summary, as above"),
        Role::Comment => Some("Comment, as above"),
        Role::SummaryAndComment => Some("Summary and comment, as above"),
        _ => None,
    }
}

/// Its number, which is a link to it; a damaged label says how it was written.
fn number(document: &Document, paragraph: &Paragraph, index: usize) -> Html {
    let designation = paragraph.designation(document.text());
    let designation = designation.as_deref().map(|written| visible::spelled(written.trim_end_matches('.')));
    let label = match &designation {
        Some(designation) => format!("Paragraph {designation}"),
        None => "Unnumbered paragraph".to_owned(),
    };
    let written = document.is_repaired(paragraph.label).then(|| {
        let written = visible::spelled(document.written(paragraph.label).trim());
        format!("written {written}")
    });
    let class = if written.is_some() { "paragraph-number repaired" } else { "paragraph-number" };
    html! {
        <a {class} href={format!("#{}", document.address(index, None))} aria-label={label} title={written}>
            { designation.unwrap_or_else(|| "·".to_owned()) }
        </a>
    }
}

/// A portion mark in the colour of its level: in the margin, or above the text where it is too long for the margin.
fn portion(mark: &Mark) -> Html {
    let text = mark.text.as_deref().unwrap_or_default().trim_end_matches('.');
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let place = if text.len() > IN_MARGIN { "portion-long" } else { "portion-short" };
    html! {
        <span class={classes!("portion", place, level_class(mark.level))} title={words::level(mark.level)}>
            { shown(text) }
        </span>
    }
}

/// The class that gives a level its colour.
pub fn level_class(level: Level) -> &'static str {
    match level {
        Level::Unclassified => "level-unclassified",
        Level::LimitedOfficialUse => "level-limited",
        Level::Confidential => "level-confidential",
        Level::Secret => "level-secret",
        Level::TopSecret => "level-top-secret",
    }
}
