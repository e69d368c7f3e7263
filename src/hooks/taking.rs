//! Click handlers that put the open telegram on the clipboard or into a file, and say so.

use crate::document::Document;
use crate::platform;
use crate::state::Action;
use crate::taking::Form;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Puts a text on the clipboard. The text is made only then.
pub fn copying(
    act: &Callback<Action>,
    what: &'static str,
    text: impl Fn() -> String + 'static,
) -> Callback<MouseEvent> {
    on_click(act.clone(), what, Box::new(text))
}

/// All texts share one callback and one future: one for each way to copy would add six kilobytes to the program.
fn on_click(act: Callback<Action>, what: &'static str, text: Box<dyn Fn() -> String>) -> Callback<MouseEvent> {
    Callback::from(move |_| copy(act.clone(), what, text()))
}

/// Where nothing is shown that could be copied, the clipboard keeps its content.
fn copy(act: Callback<Action>, what: &'static str, text: String) {
    if text.is_empty() {
        return act.emit(Action::Announce(format!("Nothing was copied: all of {what} is hidden.")));
    }
    spawn_local(async move {
        let said = match platform::copy(&text).await {
            true => format!("{what} copied."),
            false => {
                format!("The browser did not allow copying {what}. Under Export, everything can be saved as well.")
            }
        };
        act.emit(Action::Announce(said));
    });
}

/// Offers the telegram in one of its forms as a file to keep.
pub fn saving(act: &Callback<Action>, document: &Rc<Document>, form: Form) -> Callback<MouseEvent> {
    let (act, document) = (act.clone(), document.clone());
    Callback::from(move |_| {
        let name = form.file_name(&document);
        let taken = platform::save(&name, form.media_type(), &form.of(&document).into());
        act.emit(Action::Announce(said(taken, &name)));
    })
}

/// Offers the viewer with the text in it as a file to keep.
pub fn saving_page(act: &Callback<Action>, document: &Rc<Document>) -> Callback<MouseEvent> {
    let (act, document) = (act.clone(), document.clone());
    Callback::from(move |_| {
        let name = document.stem() + ".html";
        let taken = platform::save_page(&name, &document.opened.name, &document.opened.text);
        act.emit(Action::Announce(said(taken, &name)));
    })
}

/// What became of a file that the browser was asked to save.
pub fn said(taken: Option<()>, name: &str) -> String {
    match taken {
        Some(()) => format!("Given to the browser to save as {name}."),
        None => "The browser did not allow saving. Copy it instead.".to_owned(),
    }
}
