//! One paragraph of the body, with its number and portion mark in the margin.

use super::prose::Prose;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::places::Place;
use crate::reading::{visible, words};
use cable::{Level, Mark, Paragraph, Role};
use std::rc::Rc;
use yew::prelude::*;

/// The paragraph at `index`. One that stands in Summary or Comment is folded to a line.
pub fn paragraph(document: &Rc<Document>, desk: &Desk, index: usize) -> Html {
    let Some(paragraph) = document.cable.paragraphs.get(index) else { return html! {} };
    let heading: Vec<&str> = paragraph.heading.iter().map(|&line| document.written(line).trim()).collect();
    let prose = html! { <Prose document={document} {desk} pieces={paragraph.pieces.clone()} paragraph={index} /> };
    let class = if paragraph.depth > 0 { "paragraph paragraph-inner" } else { "paragraph" };
    html! {
        <>
            if !heading.is_empty() {
                <h3 class="body-heading">{ shown(&heading.join(" ")) }</h3>
            }
            <div {class} id={Place::Paragraph(index).id()} tabindex="-1">
                { number(document, desk, paragraph, index) }
                if let Some(mark) = &paragraph.mark {
                    { portion(&mark.value) }
                }
                if let Some(panel) = shown_above(paragraph) {
                    <details class="paragraph-text folded">
                        <summary>{ panel }</summary>
                        { prose }
                    </details>
                } else {
                    <div class="paragraph-text">{ prose }</div>
                }
            </div>
        </>
    }
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

/// Its number, which shows its source; a damaged label says how it was written.
fn number(document: &Document, desk: &Desk, paragraph: &Paragraph, index: usize) -> Html {
    let name = match paragraph.number {
        Some(number) => format!("Paragraph {number}"),
        None => "Unnumbered paragraph".to_owned(),
    };
    let onclick = document.span_of(Place::Paragraph(index)).map(|span| desk.choosing(span));
    let written = document.is_repaired(paragraph.label).then(|| {
        let written = visible::spelled(document.written(paragraph.label).trim());
        format!("written {written}")
    });
    let (class, label) = match &written {
        Some(written) => ("paragraph-number repaired", format!("{name}, {written}: show its source")),
        None => ("paragraph-number", format!("{name}: show its source")),
    };
    html! {
        <button type="button" {class} aria-label={label} title={written} {onclick}>
            { paragraph.number.map_or_else(|| "·".to_owned(), |number| number.to_string()) }
        </button>
    }
}

/// A portion mark, in the colour of its level.
fn portion(mark: &Mark) -> Html {
    let text = mark.text.as_deref().unwrap_or_default();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    html! {
        <span class={classes!("portion", level_class(mark.level))} title={words::level(mark.level)}>{ shown(text) }</span>
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
