//! Quoting: a button that is shown while words of the telegram are selected.

use super::button::button;
use super::element::element;
use crate::document::Document;
use crate::hooks::{Desk, use_held};
use crate::platform::selection;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct QuotingProps {
    pub document: Rc<Document>,
    pub desk: Desk,
}

/// The button.
#[component]
pub fn Quoting(props: &QuotingProps) -> Html {
    let selects = use_state_eq(bool::default);
    use_held(
        (),
        cloned!([selects], move |()| selection::on_change(move || selects.set(!selection::prose().is_empty()))),
    );
    if !*selects {
        return html! {};
    }
    let document = props.document.clone();
    let copy = props.desk.copying("Quotation", move || quotation(&document));
    html! {
        { element("p", "quoting", button("Copy quotation", copy)) }
    }
}

/// The selected words with their citation. Paragraphs selected one after the other stay separate paragraphs.
fn quotation(document: &Document) -> String {
    let (mut words, mut paragraphs) = (Vec::new(), Vec::new());
    for (index, text) in selection::prose() {
        paragraphs.extend(index);
        words.push(text);
    }
    document.quotation(&words.join("\n\n"), &paragraphs)
}
