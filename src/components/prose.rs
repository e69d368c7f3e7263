//! Running prose with its marks.

use super::shown::shown;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::reading::inline::{Inline, head};
use crate::reading::places::Place;
use crate::reading::words;
use cable::Span;
use std::rc::Rc;
use yew::prelude::*;

/// Longest prose that is shown at once, in bytes: some 20 pages. The longest paragraphs of real telegrams have two.
const SHOWN_AT_ONCE: usize = 60_000;

#[derive(PartialEq, Properties)]
pub struct ProseProps {
    pub document: Rc<Document>,
    /// The pieces of the source that it is made of.
    pub pieces: Vec<Span>,
}

/// A block of prose.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let all = use_state_eq(|| false);
    let items = use_memo((props.document.clone(), props.pieces.clone()), |(document, pieces)| document.prose(pieces));
    let limit = if *all { usize::MAX } else { SHOWN_AT_ONCE };
    let (items, is_cut) = head(&items, limit);
    let show_all = Callback::from(move |_: MouseEvent| all.set(true));
    html! {
        <>
            <p class="prose">{ for items.iter().map(item) }</p>
            if is_cut {
                <p class="show-more">
                    { "This text is very long; its beginning is shown." }
                    <button type="button" class="quiet-button" onclick={show_all}>{ "Show all of it" }</button>
                </p>
            }
        </>
    }
}

fn item(item: &Inline) -> Html {
    match item {
        Inline::Text(text) => shown(text),
        Inline::PageBreak { page, .. } => {
            let label = page.map_or_else(|| "page break".to_owned(), |page| format!("page {page}"));
            html! { <span class="page-break" role="img" aria-label={label.clone()} data-label={label}></span> }
        }
        Inline::Reference(text, index) => html! { <ReferenceLink text={text.clone()} index={*index} /> },
        Inline::Redaction(text) => {
            html! { <span class="redaction" title="Taken out before this copy was published">{ text }</span> }
        }
        Inline::Aside(role, items) => html! {
            <span class="aside" role="note" aria-label={words::role(*role)}>{ for items.iter().map(self::item) }</span>
        },
    }
}

#[derive(PartialEq, Properties)]
struct ReferenceLinkProps {
    text: AttrValue,
    index: usize,
}

#[component]
fn ReferenceLink(props: &ReferenceLinkProps) -> Html {
    let desk = use_desk();
    let place = Place::Reference(props.index);
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        desk.reveal(place);
    });
    html! { <a class="reference-link" href={format!("#{}", place.id())} {onclick}>{ props.text.clone() }</a> }
}
