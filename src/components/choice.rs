//! One of several, chosen from a list of the browser's own.

use yew::prelude::*;

/// The list; its label names it by `id`.
pub fn choice(id: &'static str, names: Vec<String>, chosen: usize, onchange: Callback<Event>) -> Html {
    html! {
        <select {id} {onchange}>
            for (index, name) in names.into_iter().enumerate() {
                // A new element where that changes: what a reader has chosen before, an attribute chooses no more.
                <option key={format!("{index}{}", index == chosen)} selected={index == chosen}>{ name }</option>
            }
        </select>
    }
}
