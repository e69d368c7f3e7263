//! A code or abbreviation that the glossary explains: a card says what it means (`term_card.rs`), and pressing it leads
//! to its entry.

use super::shown::shown;
use yew::prelude::*;

/// Id of the card.
pub const CARD_ID: &str = "term-card";

/// The term. It is not a `<button>`, which some browsers leave out of a selection, nor a link, which is a reference
/// here.
pub fn term(text: &str, index: usize) -> Html {
    html! {
        <span class="term" role="button" tabindex="0" data-term={index.to_string()}>
            { shown(text) }
        </span>
    }
}

/// The card, which is filled with entries of the glossary on demand.
pub fn term_card() -> Html {
    html! { <div class="term-card" role="tooltip" id={CARD_ID} hidden=true><dl class="terms"></dl></div> }
}
