//! Some lines of the source, laid out only when they come near the screen.

use super::shown::shown;
use crate::document::Document;
use crate::reading::source::{self, Run, class, lines_before, runs};
use cable::Span;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the first run of the chosen stretch.
pub const CHOSEN_ID: &str = "chosen-source";

#[derive(PartialEq, Properties)]
pub struct SourceGroupProps {
    pub document: Rc<Document>,
    /// The bytes that it shows.
    pub group: Span,
    /// Its number among the groups.
    pub part: usize,
    /// Whether its lines are drawn.
    pub is_drawn: bool,
    /// The chosen stretch, where it reaches into this group.
    #[prop_or_default]
    pub chosen: Option<Span>,
    /// Whether it is shown without colours and links.
    #[prop_or_default]
    pub plain: bool,
}

/// The lines.
#[component]
pub fn SourceGroup(props: &SourceGroupProps) -> Html {
    let SourceGroupProps { document, group, part, is_drawn, chosen, plain } = props;
    let part = part.to_string();
    if !is_drawn {
        return html! { <div class="source-group undrawn" data-part={part}></div> };
    }
    if *plain {
        return html! { <div class="source-group" data-part={part}>{ shown(document.written(*group)) }</div> };
    }
    let begins = chosen.map(|chosen| chosen.start).filter(|start| *start >= group.start);
    let runs = runs(*group, &document.cable.parts, document.places(), *chosen);
    let mut line = lines_before(document.text(), document.cable.span, group.start);
    html! {
        <div class="source-group" data-part={part}>
            { for runs.into_iter().map(|run| one(document, run, begins == Some(run.span.start), &mut line)) }
        </div>
    }
}

/// A run. The keyboard reaches those that begin a place; a click on any of them is followed (see `source.rs`).
fn one(document: &Document, run: Run, begins: bool, line: &mut usize) -> Html {
    let mut written = Vec::new();
    let mut rest = run.span;
    while !rest.is_empty() {
        let (begins_line, words) = source::line(document.text(), document.cable.span, rest);
        if begins_line {
            *line += 1;
            // The style sheet draws the number: it is not text that can be selected, copied or found.
            written.push(html! { <span class="line" data-line={line.to_string()}></span> });
        }
        written.push(shown(document.written(words)));
        rest.start = words.end;
    }
    let leads = run.place.is_some() && (run.first || (run.chosen && begins));
    let role = leads.then_some("link");
    let tabindex = if leads { Some("0") } else { begins.then_some("-1") };
    let class = classes!(class(run.kind), run.place.map(|_| "leads"), run.chosen.then_some("chosen"));
    let id = begins.then_some(CHOSEN_ID);
    let at = run.span.start.to_string();
    html! { <span {class} {id} {role} {tabindex} data-at={at}>{ for written }</span> }
}
