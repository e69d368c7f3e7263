//! Buttons with a word on them, made in one place: each that is written out is some four hundred bytes of the program.

use yew::prelude::*;

/// What a button says beside its word.
#[derive(Default)]
pub struct Says {
    /// Its name, where others have the same word on them.
    pub label: Option<String>,
    /// A sentence for those who rest on it.
    pub title: Option<AttrValue>,
    /// Whether it is pressed.
    pub pressed: Option<bool>,
    /// Its id, the id of what it shows or puts away, and whether that is shown.
    pub opens: Option<(&'static str, &'static str, bool)>,
}

/// A button.
pub fn button(name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    made("button", name, Says::default(), onclick)
}

/// One that is an underlined word.
pub fn quiet(name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    made("quiet-button", name, Says::default(), onclick)
}

/// One of several underlined words that are the same: `label` is its name.
pub fn quiet_named(name: &'static str, label: String, onclick: Callback<MouseEvent>) -> Html {
    made("quiet-button", name, Says { label: Some(label), ..Says::default() }, onclick)
}

/// An underlined word that is pressed or not.
pub fn switch(name: &'static str, is_on: bool, onclick: Callback<MouseEvent>) -> Html {
    made("quiet-button", name, Says { pressed: Some(is_on), ..Says::default() }, onclick)
}

/// A button of this class and all that it says.
pub fn made(class: &'static str, name: &'static str, says: Says, onclick: Callback<MouseEvent>) -> Html {
    let Says { label, title, pressed, opens } = says;
    let word = |is: bool| if is { "true" } else { "false" };
    html! {
        <button type="button" {class} {onclick} {title} aria-label={label} aria-pressed={pressed.map(word)}
            id={opens.map(|(id, ..)| id)} aria-controls={opens.map(|(_, controls, _)| controls)}
            aria-expanded={opens.map(|(.., is_open)| word(is_open))}>
            { name }
        </button>
    }
}
