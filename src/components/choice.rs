//! A choice of one among several, in the browser's own list.

use yew::prelude::*;

/// The list. Its label refers to it by `id`.
pub fn choice(id: &'static str, names: Vec<String>, chosen: usize, onchange: Callback<Event>) -> Html {
    html! {
        <select {id} {onchange}>
            for (index, name) in names.into_iter().enumerate() {
                // A new element when its selection changes: after the reader has chosen, the attribute selects nothing.
                <option key={format!("{index}{}", index == chosen)} selected={index == chosen}>{ name }</option>
            }
        </select>
    }
}
