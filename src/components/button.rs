//! Buttons, all made in one place: each one written out adds some four hundred bytes to the program.

use super::element::text;
use yew::prelude::*;

/// What a button says besides its content.
#[derive(Default)]
pub struct Says {
    /// Its id.
    pub id: Option<AttrValue>,
    /// Its name, where other buttons carry the same word.
    pub label: Option<String>,
    /// A sentence shown when the pointer rests on it.
    pub title: Option<AttrValue>,
    /// Whether it is disabled. It stays on the page, because the element with the keyboard must not go away.
    pub disabled: bool,
    /// Whether it is pressed.
    pub pressed: Option<bool>,
    /// Whether it leads to what is already shown.
    pub current: bool,
    /// The id of what it shows or puts away, and whether that is shown now.
    pub opens: Option<(&'static str, bool)>,
}

impl Says {
    /// Says that the button leads to the source.
    pub fn leads_to_source() -> Self {
        Self { title: Some("Show in the source".into()), ..Self::default() }
    }
}

/// A button.
pub fn button(name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    made("button", text(name), Says::default(), onclick)
}

/// A button that is an underlined word.
pub fn quiet(name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    made("quiet-button", text(name), Says::default(), onclick)
}

/// An underlined word among several equal ones; `label` is its name.
pub fn quiet_named(name: impl Into<AttrValue>, label: String, onclick: Callback<MouseEvent>) -> Html {
    made("quiet-button", text(name), Says { label: Some(label), ..Says::default() }, onclick)
}

/// A button that shows whether it is pressed.
pub fn switch(name: &'static str, is_on: bool, onclick: Callback<MouseEvent>) -> Html {
    made("button", text(name), Says { pressed: Some(is_on), ..Says::default() }, onclick)
}

/// A button of this class around its content, with all that it says.
pub fn made(class: impl Into<Classes>, content: Html, says: Says, onclick: Callback<MouseEvent>) -> Html {
    let Says { id, label, title, disabled, pressed, current, opens } = says;
    let class: Classes = class.into();
    let word = |is: bool| if is { "true" } else { "false" };
    html! {
        <button type="button" {class} {onclick} {title} {id} aria-label={label} aria-pressed={pressed.map(word)}
            aria-disabled={disabled.then_some("true")} aria-current={current.then_some("true")}
            aria-controls={opens.map(|(controls, _)| controls)}
            aria-expanded={opens.map(|(_, is_open)| word(is_open))}>
            { content }
        </button>
    }
}
