//! Summary and Comment: the sections of their kind, wherever they stand in the body.

use super::panel::Panel;
use super::prose::Prose;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::reading::plain::{self, by_paragraph, sections_of};
use cable::{Role, Span};
use std::rc::Rc;
use yew::prelude::*;

/// Parts of one panel that are shown; telegrams with more than a few do not occur.
const SHOWN: usize = 100;

#[derive(PartialEq, Properties)]
pub struct SectionPanelProps {
    pub document: Rc<Document>,
    /// Its name.
    pub name: &'static str,
    /// The kind of its sections.
    pub role: Role,
    /// What it says without one.
    pub without: &'static str,
}

/// The panel.
#[component]
pub fn SectionPanel(props: &SectionPanelProps) -> Html {
    let SectionPanelProps { document, name, role, without } = props;
    let (name, role) = (*name, *role);
    let sections = sections_of(&document.cable, role);
    let parts: Vec<_> = sections.flat_map(|section| by_paragraph(&document.cable, section)).take(SHOWN).collect();
    if parts.is_empty() {
        return html! { <Panel {name}><p class="remark">{ *without }</p></Panel> };
    }
    let text = {
        let document = document.clone();
        Callback::from(move |()| plain::sections(&document.cable, document.text(), role))
    };
    let aside = from_paragraphs(document, &parts);
    let controls = parts.iter().flat_map(|(_, pieces)| pieces).copied().reduce(Span::cover);
    let controls = controls.map(|span| html! { <ShowSource {name} {span} /> }).unwrap_or_default();
    html! {
        <Panel {name} {text} {aside} {controls}>
            for (_, pieces) in parts {
                <Prose document={document.clone()} {pieces} />
            }
        </Panel>
    }
}

/// `paragraph 5`, `paragraphs 1–3`, where the paragraphs have numbers.
fn from_paragraphs(document: &Document, parts: &[(Option<usize>, Vec<Span>)]) -> Option<AttrValue> {
    let number = |part: &(Option<usize>, Vec<Span>)| document.cable.paragraphs.get(part.0?)?.number;
    let (first, last) = (number(parts.first()?)?, number(parts.last()?)?);
    Some(if first == last { format!("paragraph {first}") } else { format!("paragraphs {first}–{last}") }.into())
}

#[derive(PartialEq, Properties)]
struct ShowSourceProps {
    name: &'static str,
    span: Span,
}

#[component]
fn ShowSource(props: &ShowSourceProps) -> Html {
    let desk = use_desk();
    let span = props.span;
    let onclick = Callback::from(move |_: MouseEvent| desk.choose(span));
    html! {
        <button type="button" class="quiet-button" {onclick} aria-label={format!("Show source of {}", props.name)}>
            { "Show source" }
        </button>
    }
}
