//! Running prose with its marks.

use super::button::quiet;
use super::element::{element, text, worded};
use super::shown::shown;
use super::term::term;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform;
use crate::reading::inline::{Block, Inline, head};
use crate::reading::places::Place;
use crate::reading::spots::Loss;
use crate::reading::words;
use crate::state::Goal;
use cable::Span;
use std::rc::Rc;
use yew::prelude::*;

/// The longest prose shown at once, in bytes: some 20 pages. The longest paragraphs of real telegrams have two.
const SHOWN_AT_ONCE: usize = 60_000;
const VERY_LONG: &str = "This text is very long; its beginning is shown. ";

#[derive(PartialEq, Properties)]
pub struct ProseProps {
    pub document: Rc<Document>,
    pub desk: Desk,
    /// The pieces of the source that it is made of.
    pub pieces: Vec<Span>,
    /// The paragraph that they are in, by which a quotation is cited.
    pub paragraph: Option<usize>,
}

/// A block of prose.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let shows_all = use_state_eq(bool::default);
    let limit = if *shows_all { usize::MAX } else { SHOWN_AT_ONCE };
    let (items, is_cut) = head(&props.document.prose(&props.pieces), limit);
    let show_all = Callback::from(move |_: MouseEvent| {
        shows_all.set(true);
        platform::catch_focus("main");
    });
    let begins = props.paragraph.and_then(|paragraph| props.document.begins_in(paragraph, &props.pieces));
    html! {
        <>
            <p
                class="prose"
                data-paragraph={props.paragraph.map(|index| index.to_string())}
                data-begins={begins.map(|units| units.to_string())}
            >
                { for items.iter().map(|inline| item(inline, &props.desk)) }
            </p>
            if is_cut {
                { element("p", "show-more", Html::from_iter([text(VERY_LONG), quiet("Show all of it", show_all)])) }
            }
        </>
    }
}

fn item(inline: &Inline, desk: &Desk) -> Html {
    match inline {
        Inline::Text(text) => shown(text),
        Inline::Gap => worded("span", "gap", "\n"),
        Inline::PageBreak { page, .. } => {
            let label = page.map_or_else(|| "page break".to_owned(), |page| format!("page {page}"));
            quiet_mark(label.clone(), label, "A page of the print ended here")
        }
        Inline::Reference(text, index) => {
            let place = Place::Reference(*index);
            let onclick = Callback::from(cloned!([desk], move |event: MouseEvent| {
                event.prevent_default();
                desk.lead_to(Goal::Place(place));
            }));
            html! { <a class="reference-link" href={format!("#{}", place.id())} {onclick}>{ shown(text) }</a> }
        }
        Inline::Term(text, index) => term(text, *index),
        Inline::Loss(text, loss) => html! {
            <>
                <span class={classes!("loss", (*loss == Loss::Apostrophe).then_some("loss-comma"))}
                    title={loss.meaning()}>
                    { shown(text) }
                </span>
                { quiet_mark(loss.mark().to_owned(), loss.said().to_owned(), loss.meaning()) }
            </>
        },
        Inline::Block(block, items) => {
            let (class, role, label) = match block {
                Block::Aside(role) => ("aside", "note", words::role(*role)),
                Block::Within(role) => ("within", "note", words::role(*role)),
                Block::Table => ("table", "group", "Table"),
            };
            // A block that is wider than the page can be scrolled with the keyboard as well.
            let tabindex = (*block == Block::Table).then_some("0");
            html! {
                <span {class} {role} aria-label={label} {tabindex}>
                    { for items.iter().map(|inline| item(inline, desk)) }
                </span>
            }
        }
    }
}

/// A word of the page's own in running text. As generated content it is skipped by selecting, copying and finding.
fn quiet_mark(word: String, label: String, meaning: &'static str) -> Html {
    html! { <span class="quiet-mark" role="img" aria-label={label} title={meaning} data-label={word}></span> }
}
