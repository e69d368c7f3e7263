//! The hook that the app calls, and its handle.

use super::gather::{Gathered, Source, gather};
use super::listen::{Arrival, list_of, listen};
use super::names::is_hidden;
use super::watch::{Progress, Watch};
use super::{Refusal, Way};
use crate::hooks::use_held;
use crate::library::{Library, sorted};
use crate::platform;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The number of bytes from which reading a text takes so long that the page says so first.
const LONG: usize = 512 * 1024;

/// What a component can do with the ways in, and what it shows while reading.
#[derive(Clone, PartialEq)]
pub struct IntakeHandle {
    /// Something that could be dropped is over the page.
    pub drag_active: bool,
    /// Something is being read.
    pub busy: bool,
    /// How far the reading is, where it takes long.
    pub progress: Option<Progress>,
    /// Breaks the reading off; what is open stays open.
    pub stop: Callback<()>,
    arrive: Callback<Arrival>,
}

impl IntakeHandle {
    /// For `onchange` of an `<input type="file">`: reads the chosen files, and empties the input, so that they can be
    /// chosen again.
    pub fn pick(&self) -> Callback<Event> {
        let arrive = self.arrive.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut files = input.files().map(|files| list_of(&files)).unwrap_or_default();
            input.set_value("");
            if input.webkitdirectory() {
                // A browser gives a folder's files in no particular order, hidden ones included.
                let names = files.iter().enumerate().map(|(index, file)| (file.name(), index));
                let names = names.filter(|(name, _)| !is_hidden(name)).collect();
                files = sorted(names).into_iter().filter_map(|index| files.get(index).cloned()).collect();
            }
            if !files.is_empty() {
                arrive.emit(Arrival::Sources(Way::Pick, files.into_iter().map(Source::File).collect()));
            }
        })
    }

    /// Opens a text: typed into the field, or the example.
    pub fn open_text(&self, way: Way, text: String) {
        self.arrive.emit(Arrival::Sources(way, vec![Source::Text(text)]));
    }
}

/// Listens on the whole window, and returns the handle for the rest. Called once.
///
/// Whatever can be opened of all that came in together becomes one library. What cannot is refused, after `on_opened`.
/// Anything that comes in during a reading replaces it.
#[hook]
pub fn use_intake(on_opened: Callback<Rc<Library>>, on_refused: Callback<Vec<Refusal>>) -> IntakeHandle {
    let drag_active = use_state_eq(bool::default);
    let busy = use_state_eq(bool::default);
    let progress = use_state_eq(|| None);
    let turn = use_memo((), |()| Cell::new(0u32));
    // The listeners are made once and use the callbacks of the last render.
    let callbacks = use_mut_ref(|| (on_opened.clone(), on_refused.clone()));
    callbacks.replace((on_opened, on_refused));

    let settle = {
        let (busy, progress) = (busy.setter(), progress.setter());
        use_callback((), move |is_busy: bool, ()| {
            busy.set(is_busy);
            progress.set(None);
        })
    };
    let arrive = {
        let (drag_active, tell) = (drag_active.setter(), progress.setter());
        let (turn, settle) = (Rc::clone(&turn), settle.clone());
        use_callback((), move |arrival: Arrival, ()| {
            let (way, sources) = match arrival {
                Arrival::Drag(over) => return drag_active.set(over),
                Arrival::Sources(way, sources) => (way, sources),
            };
            let tell = tell.clone();
            let watch = Watch::begin(Rc::clone(&turn), Callback::from(move |progress| tell.set(Some(progress))));
            // A short text is open before anything could be said about it.
            let is_short = sources.iter().all(|source| matches!(source, Source::Text(text) if text.len() <= LONG));
            settle.emit(!is_short);
            let (callbacks, settle) = (callbacks.clone(), settle.clone());
            let work = async move {
                let gathered = gather(way, sources, &watch).await;
                if watch.goes_on() {
                    settle.emit(false);
                    let (on_opened, on_refused) = callbacks.borrow().clone();
                    deliver(gathered, &on_opened, &on_refused);
                }
            };
            if is_short {
                spawn_local(work);
            } else {
                Timeout::new(platform::NOTICED, move || spawn_local(work)).forget();
            }
        })
    };
    let stop = use_callback((), move |(), ()| {
        turn.set(turn.get().wrapping_add(1));
        settle.emit(false);
    });
    use_held(arrive.clone(), |arrive| listen(arrive.clone()));
    let (drag_active, busy, progress) = (*drag_active, *busy, (*progress).clone());
    IntakeHandle { drag_active, busy, progress, stop, arrive }
}

fn deliver(gathered: Gathered, on_opened: &Callback<Rc<Library>>, on_refused: &Callback<Vec<Refusal>>) {
    let Gathered { texts, refused } = gathered;
    if let Some(library) = Library::of(texts) {
        on_opened.emit(Rc::new(library));
    }
    if !refused.is_empty() {
        on_refused.emit(refused);
    }
}
