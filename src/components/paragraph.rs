//! One paragraph of the body, with its number and portion mark in the margin.

use super::prose::Prose;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::reading::places::Place;
use crate::reading::{visible, words};
use cable::{Level, Mark, Paragraph, Role};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct BodyParagraphProps {
    pub document: Rc<Document>,
    /// Its index among the paragraphs.
    pub index: usize,
}

/// A paragraph. One that stands in Summary or Comment is folded to a line.
#[component]
pub fn BodyParagraph(props: &BodyParagraphProps) -> Html {
    let Some(paragraph) = props.document.cable.paragraphs.get(props.index) else { return html! {} };
    let heading: Vec<&str> = paragraph.heading.iter().map(|&line| props.document.written(line).trim()).collect();
    let prose = html! { <Prose document={props.document.clone()} pieces={paragraph.pieces.clone()} /> };
    html! {
        <>
            if !heading.is_empty() {
                <h3 class="body-heading">{ shown(&heading.join(" ")) }</h3>
            }
            <div class={classes!("paragraph", (paragraph.depth > 0).then_some("paragraph-inner"))} id={Place::Paragraph(props.index).id()} tabindex="-1">
                <Number document={props.document.clone()} index={props.index} />
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
#[component]
fn Number(props: &BodyParagraphProps) -> Html {
    let desk = use_desk();
    let place = Place::Paragraph(props.index);
    let document = &props.document;
    let Some(paragraph) = document.cable.paragraphs.get(props.index) else { return html! {} };
    let name =
        paragraph.number.map_or_else(|| "Unnumbered paragraph".to_owned(), |number| format!("Paragraph {number}"));
    let onclick = document.span_of(place).map(|span| Callback::from(move |_: MouseEvent| desk.choose(span)));
    let written = document.is_repaired(paragraph.label).then(|| {
        let written = visible::spelled(document.written(paragraph.label).trim());
        format!("written {written}")
    });
    let label = match &written {
        Some(written) => format!("{name}, {written}: show its source"),
        None => format!("{name}: show its source"),
    };
    let repaired = written.is_some().then_some("repaired");
    html! {
        <button type="button" class={classes!("paragraph-number", repaired)} aria-label={label} title={written} {onclick}>
            { paragraph.number.map_or_else(|| "·".to_owned(), |number| number.to_string()) }
        </button>
    }
}

/// A portion mark, in the colour of its level.
fn portion(mark: &Mark) -> Html {
    let text = mark.text.as_deref().unwrap_or_default();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    html! { <span class={classes!("portion", level_class(mark.level))} title={words::level(mark.level)}>{ shown(text) }</span> }
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
