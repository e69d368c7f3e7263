//! What the text was recognised as, and by which rules it is read.

use super::choice::choice;
use super::element::worded;
use crate::document::Document;
use crate::hooks::Desk;
use crate::platform;
use crate::reading::words::{CHOICES, dialect};
use cable::Dialect;
use yew::prelude::*;

/// The line that says both, or first why the text is not taken for a telegram.
pub fn kind(document: &Document, desk: &Desk) -> Html {
    let (class, said) = match document.no_telegram() {
        Some(why) => ("remark", why.to_owned()),
        None if document.recognised == Dialect::Unknown => ("recognised", "Not recognised as a telegram".to_owned()),
        None => ("recognised", ["Recognised as ", dialect(document.recognised)].concat()),
    };
    html! {
        <p class="kind">
            { worded("span", class, said) }
            <span><label for="read-as">{ "Read as" }</label>{ " " }{ read_as(document, desk) }</span>
        </p>
    }
}

/// Which rules the text is read by: the page's choice or the reader's, which lasts while the text is open.
fn read_as(document: &Document, desk: &Desk) -> Html {
    let onchange = Callback::from(cloned!([desk], move |event: Event| {
        if let Some((chosen, _)) = platform::chosen(&event).and_then(|chosen| CHOICES.get(chosen)) {
            desk.read_as(*chosen);
        }
    }));
    let names = CHOICES.iter().map(|&(_, name)| name.to_owned());
    let chosen = CHOICES.iter().position(|&(choice, _)| choice == document.read_as).unwrap_or_default();
    choice("read-as", names.collect(), chosen, onchange)
}
