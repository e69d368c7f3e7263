//! The hook that the app calls, and its handle.

use super::listen::{Arrival, list_of, listen};
use super::{Opened, Refusal, Way, read};
use crate::platform;
use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Bytes from which on reading a text takes so long that the page says so first.
const LONG: usize = 512 * 1024;

/// What a component can do with the ways in, and what it shows meanwhile.
#[derive(Clone, PartialEq)]
pub struct IntakeHandle {
    /// Something that could be dropped is over the page.
    pub drag_active: bool,
    /// A file is being read.
    pub busy: bool,
    arrive: Callback<Arrival>,
}

impl IntakeHandle {
    /// For `onchange` of an `<input type="file">`: reads what was chosen, and empties the input so that the same
    /// file can be chosen again.
    pub fn pick(&self) -> Callback<Event> {
        let arrive = self.arrive.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let files = input.files().map(|files| list_of(&files)).unwrap_or_default();
            input.set_value("");
            if !files.is_empty() {
                arrive.emit(Arrival::Files(Way::Pick, files));
            }
        })
    }

    /// Opens a text: typed into the field, or the example.
    pub fn open_text(&self, way: Way, text: String) {
        self.arrive.emit(Arrival::Text(way, text));
    }
}

/// What the text field of an input event now holds.
pub fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default()
}

/// Listens on the whole window, and gives the handle for the rest. Called once.
///
/// Of several files the first that can be opened is, and [`Opened::left_out`] counts those after it; `on_refused`
/// is called for each one before it, after `on_opened`. What comes in while a file is read takes its place.
#[hook]
pub fn use_intake(on_opened: Callback<Opened>, on_refused: Callback<Refusal>) -> IntakeHandle {
    let drag_active = use_state_eq(|| false);
    let busy = use_state_eq(|| false);
    let turn = use_mut_ref(|| 0u32);
    // The listeners are made once and see the callbacks of the last render.
    let callbacks = use_mut_ref(|| (on_opened.clone(), on_refused.clone()));
    callbacks.replace((on_opened, on_refused));

    let arrive = {
        let (drag_active, busy) = (drag_active.clone(), busy.clone());
        use_callback((), move |arrival: Arrival, ()| {
            let (callbacks, turn, busy, says_busy) = (callbacks.clone(), turn.clone(), busy.clone(), busy.clone());
            if let Arrival::Drag(over) = arrival {
                return drag_active.set(over);
            }
            *turn.borrow_mut() += 1;
            let mine = *turn.borrow();
            let arrived = move |(opened, refused)| {
                if *turn.borrow() == mine {
                    busy.set(false);
                    deliver(&callbacks.borrow().clone(), opened, refused);
                }
            };
            let (way, files) = match arrival {
                Arrival::Text(way, text) => {
                    let is_long = text.len() > LONG;
                    says_busy.set(is_long);
                    let open = move || arrived(opened(way, text));
                    if is_long {
                        Timeout::new(platform::NOTICED, open).forget();
                    } else {
                        open();
                    }
                    return;
                }
                Arrival::Files(way, files) => (way, files),
                Arrival::Drag(_) => return,
            };
            says_busy.set(true);
            spawn_local(async move { arrived(read::first_of(way, files).await) });
        })
    };
    use_effect_with(arrive.clone(), |arrive| {
        let listeners = listen(arrive.clone());
        move || drop(listeners)
    });
    IntakeHandle { drag_active: *drag_active, busy: *busy, arrive }
}

/// A text as what came in, or what is said of it.
fn opened(way: Way, text: String) -> (Option<Opened>, Vec<Refusal>) {
    match Opened::from_text(way, text) {
        Ok(opened) => (Some(opened), vec![]),
        Err(reason) => (None, vec![Refusal { name: way.source().to_owned(), reason }]),
    }
}

/// Hands on what came in. The start script has the text before the parser does.
fn deliver(callbacks: &(Callback<Opened>, Callback<Refusal>), opened: Option<Opened>, refused: Vec<Refusal>) {
    if let Some(opened) = opened {
        platform::hold_text(&opened.text);
        callbacks.0.emit(opened);
    }
    for refusal in refused {
        callbacks.1.emit(refusal);
    }
}
