//! Saving the telegrams that the library lists: the form to save them in, and how far it is.

use super::button::{Says, made};
use super::choice::choice;
use super::element::text;
use crate::hooks::{in_steps, said};
use crate::library::Library;
use crate::platform;
use crate::reading::words::thousands;
use crate::state::Action;
use crate::taking::{Form, Several};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SaveListedProps {
    pub library: Rc<Library>,
    /// The telegrams that are listed, in the order of the list.
    pub places: Rc<Vec<usize>>,
    /// Whether the list is complete.
    pub is_whole: bool,
    /// To the store.
    pub act: Callback<Action>,
}

/// The line below the one that narrows the list. The browser holds what is written, as program memory never shrinks.
#[component]
pub fn SaveListed(props: &SaveListedProps) -> Html {
    let SaveListedProps { library, places, is_whole, act } = props;
    let form = use_state_eq(usize::default);
    let written = use_state_eq(|| None::<(usize, usize)>);
    let steps = use_mut_ref(|| None);
    let choose = Callback::from(cloned!([form], move |event: Event| {
        form.set(platform::chosen(&event).unwrap_or_default());
    }));
    let press = {
        let (library, places, act) = (library.clone(), places.clone(), act.clone());
        let (form, written) = (Form::ALL.get(*form).copied().unwrap_or(Form::Json), written.clone());
        let steps = steps.clone();
        Callback::from(move |_: MouseEvent| {
            if steps.take().is_some() {
                written.set(None);
                return act.emit(Action::Announce("Saving stopped.".to_owned()));
            }
            if places.is_empty() {
                return;
            }
            let (several, texts) = (RefCell::new(Several::new(library.clone(), places.clone(), form)), Array::new());
            // Once the page lets go of the work, nothing is saved.
            let ended = Rc::downgrade(&steps);
            let (act, written, of) = (act.clone(), written.clone(), places.len());
            written.set(Some((0, of)));
            *steps.borrow_mut() = Some(in_steps(Callback::from(move |()| {
                let mut several = several.borrow_mut();
                if let Some(text) = several.next() {
                    texts.push(&text.into());
                    written.set(Some((several.written(), of)));
                    return true;
                }
                if let Some(ended) = ended.upgrade() {
                    ended.take();
                }
                written.set(None);
                let name = several.file_name();
                let taken = platform::save(&name, form.media_type(), &texts);
                act.emit(Action::Announce(said(taken, &name)));
                false
            })));
        })
    };
    let name = if written.is_some() { "Stop saving" } else { "Save listed" };
    let says = Says { disabled: places.is_empty() && written.is_none(), ..Says::default() };
    let names = Form::ALL.iter().map(|form| form.name().to_owned());
    html! {
        <p class="library-tools">
            <label for="save-listed">
                { if *is_whole { "Save what is listed as" } else { "Save what is listed so far as" } }
            </label>
            { choice("save-listed", names.collect(), *form, choose) }
            { made("button", text(name), says, press) }
            if let Some((written, of)) = *written {
                <progress aria-label="Telegrams written" value={written.to_string()} max={of.to_string()} />
                { [&*thousands(written as u64), " of ", &thousands(of as u64)].concat() }
            }
        </p>
    }
}
