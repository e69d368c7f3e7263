//! Paste and drag on the whole window.
//!
//! The page always takes a drop from outside, because the browser would leave the page for the dropped file. A text
//! field keeps what is pasted or dropped into it; the page's own field does so only once something is typed in it.

use super::gather::Source;
use super::{FIELD_ID, Way};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, FileSystemEntry, HtmlTextAreaElement,
};
use yew::Callback;

/// What happens on the window.
pub(super) enum Arrival {
    /// Whether something that can be dropped is over the page.
    Drag(bool),
    /// Something came in: a text, which may be empty, or files.
    Sources(Way, Vec<Source>),
}

/// Listens until the listeners are dropped.
pub(super) fn listen(arrive: Callback<Arrival>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let on = |name: &'static str, handle: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
        EventListener::new_with_options(&window, name, options, move |event| handle(event))
    };
    // A selection dragged within the page does not come in.
    let own = Rc::new(Cell::new(false));
    let (starts, ends, over, dropped) = (own.clone(), own.clone(), own.clone(), own);
    let (paste, enter, leave) = (arrive.clone(), arrive.clone(), arrive.clone());
    vec![
        on("paste", Box::new(move |event| on_paste(event, &paste))),
        on("dragstart", Box::new(move |_| starts.set(true))),
        on("dragend", Box::new(move |_| ends.set(false))),
        on("dragover", Box::new(move |event| on_drag_over(event, over.get(), &enter))),
        on("dragleave", Box::new(move |event| on_drag_leave(event, &leave))),
        on("drop", Box::new(move |event| on_drop(event, dropped.take(), &arrive))),
    ]
}

fn on_paste(event: &Event, arrive: &Callback<Arrival>) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let (text, files) = (text_of(&data), files_of(&data));
    if in_field(event) && !text.is_empty() {
        return;
    }
    event.prevent_default();
    // Office programs put a picture of the text beside the text; file managers put the file's name beside the file.
    let pictures_only = files.iter().all(|file| file.type_().starts_with("image/"));
    let folders = folders_of(&data);
    let text_first = folders.is_empty() && (files.is_empty() || (pictures_only && !text.is_empty()));
    arrive.emit(Arrival::Sources(
        Way::Paste,
        if text_first { vec![Source::Text(text)] } else { sources(folders, files) },
    ));
}

fn on_drag_over(event: &Event, own: bool, arrive: &Callback<Arrival>) {
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
    if (own || in_field(event)) && !holds_files(&data) {
        return;
    }
    event.prevent_default();
    data.set_drop_effect("copy");
    arrive.emit(Arrival::Drag(true));
}

fn on_drag_leave(event: &Event, arrive: &Callback<Arrival>) {
    // A move between two elements of the page has a related target; a move out of the window has none.
    if event.dyn_ref::<DragEvent>().is_some_and(|drag| drag.related_target().is_none()) {
        arrive.emit(Arrival::Drag(false));
    }
}

fn on_drop(event: &Event, own: bool, arrive: &Callback<Arrival>) {
    arrive.emit(Arrival::Drag(false));
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
    if in_field(event) && !holds_files(&data) {
        return;
    }
    event.prevent_default();
    // The dragged element can disappear without a `dragend`. Files never come from the page itself.
    if own && !holds_files(&data) {
        return;
    }
    let (files, folders) = (files_of(&data), folders_of(&data));
    let is_text = files.is_empty() && folders.is_empty();
    let found = if is_text { vec![Source::Text(text_of(&data))] } else { sources(folders, files) };
    arrive.emit(Arrival::Sources(Way::Drop, found));
}

/// Returns whether an event belongs to a text field that keeps what comes into it.
fn in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = target.and_then(|element| element.closest("input[type=search], textarea, [contenteditable]").ok()?);
    field.is_some_and(|field| {
        field.id() != FIELD_ID || field.dyn_into::<HtmlTextAreaElement>().is_ok_and(|own| !own.value().is_empty())
    })
}

fn holds_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// The text of a clipboard or a drop.
fn text_of(data: &DataTransfer) -> String {
    data.get_data("text/plain").unwrap_or_default()
}

fn files_of(data: &DataTransfer) -> Vec<File> {
    data.files().map(|list| list_of(&list)).unwrap_or_default()
}

/// All files and folders, in order, where at least one is a folder, which cannot be read as a file.
fn folders_of(data: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = data.items();
    let entries: Vec<FileSystemEntry> =
        (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok()?).collect();
    if entries.iter().any(FileSystemEntry::is_directory) { entries } else { Vec::new() }
}

fn sources(entries: Vec<FileSystemEntry>, files: Vec<File>) -> Vec<Source> {
    match entries.is_empty() {
        true => files.into_iter().map(Source::File).collect(),
        false => entries.into_iter().map(Source::Entry).collect(),
    }
}

/// A file list as a vector: the list is emptied when its event is over.
pub(super) fn list_of(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.item(at)).collect()
}
