//! The browser, as little of it as the page needs. With `intake/` and `storage/` the only place that names web-sys.
//!
//! There is no network, no navigation and no storage in here, and nothing that takes HTML.
//!
//! - `platform/address.rs`: what stands behind the `#` of the page's address
//! - `platform/near.rs`: which parts of a long list are near what is seen of it
//! - `platform/selection.rs`: what the reader has selected
//! - `platform/view.rs`: what has the keyboard, and what of the page is seen

pub mod address;
pub mod near;
pub mod selection;
mod view;

pub use view::{
    close_dialog, focus, focus_term, has_focus, is_narrow, paragraph_in_view, paragraph_with_focus, scroll_to_top,
    select_field, show, show_dialog,
};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Promise, Uint8Array, Uint32Array};
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    Window,
};
use yew::Callback;

/// Milliseconds after which what was to be shown has been painted, so that work which stops the page can begin.
pub const NOTICED: u32 = 50;

/// Which option of the `<select>` that an event is about was chosen.
pub fn chosen(event: &web_sys::Event) -> Option<usize> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    usize::try_from(select.selected_index()).ok()
}

/// What the field holds that an event is about.
pub fn typed(event: &web_sys::Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Whether the box is ticked that an event is about.
pub fn is_ticked(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.checked())
}

/// Ticks the box that an event is about, or not.
pub fn tick(event: &web_sys::Event, ticked: bool) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(ticked);
    }
}

/// The key of a shortcut that is one key; `None` where these are off, where a modifier is held, and where the key is
/// typed or chooses something.
pub fn single_key(event: &KeyboardEvent) -> Option<String> {
    const TAKES_KEYS: &str = "input, textarea, select, dialog";
    let taken = event.target()?.dyn_ref::<Element>().and_then(|target| target.closest(TAKES_KEYS).ok()?).is_some();
    let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
    (!taken && !held && root_data("keys").is_none()).then(|| event.key())
}

/// Listens for keys, wherever the keyboard is, until the listener is dropped.
pub fn on_key(press: Callback<KeyboardEvent>) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(document()?.as_ref(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            press.emit(event.clone());
        }
    }))
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Says in `<html data-state>` that the page can be used.
pub fn set_ready() {
    set_root_data("state", Some("ready"));
}

/// Tells those elements that a selector finds how high an element is: in pixels, as a custom property.
pub fn tell_height(id: &str, property: &str, whom: &str) {
    let shown = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let told = document().and_then(|document| document.query_selector_all(whom).ok());
    let (Some(shown), Some(told)) = (shown, told) else { return };
    let height = format!("{}px", shown.offset_height());
    for told in (0..told.length()).filter_map(|at| told.get(at)?.dyn_into::<HtmlElement>().ok()) {
        let _ = told.style().set_property(property, &height);
    }
}

/// What `<html>` has in an attribute `data-…`.
pub fn root_data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&["data-", name].concat())
}

/// Sets such an attribute, or takes it away.
pub fn set_root_data(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let name = ["data-", name].concat();
        let _ = match value {
            Some(value) => root.set_attribute(&name, value),
            None => root.remove_attribute(&name),
        };
    }
}

/// Whether the page was opened from the disk.
pub fn is_file() -> bool {
    document().and_then(|d| d.url().ok()).is_some_and(|address| address.starts_with("file:"))
}

/// Which version of the page this is, as its files say.
pub fn version() -> String {
    let meta = document().and_then(|d| d.query_selector("meta[name=version]").ok()?);
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// How the browser names itself.
pub fn browser() -> String {
    window().and_then(|w| w.navigator().user_agent().ok()).unwrap_or_default()
}

/// Whether the box of this name is ticked.
pub fn holds_tick(id: &str) -> bool {
    element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()).is_some_and(|box_| box_.checked())
}

/// Gives the start script a copy of what is open, so that a panic cannot lose it. Called before the text is parsed.
pub fn hold_text(text: &str) {
    tell_script("cable-viewer:hold", &text.into());
}

/// Makes the start script forget the text: closed means forgotten.
pub fn release_text() {
    tell_script("cable-viewer:hold", &JsValue::NULL);
}

/// From here on a panic leaves a notice with the text, painted by the start script: this program is dead by then.
///
/// The notice names the place only: a panic's message can hold content, and is told in debug builds alone. Yew's own
/// hook would replace one that is set behind its back.
pub fn install_panic_notice() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let told = match info.location() {
            _ if cfg!(debug_assertions) => info.to_string(),
            Some(at) => format!("{}:{}", in_crate(at.file()), at.line()),
            None => String::new(),
        };
        tell_script("cable-viewer:panic", &told.into());
    }));
}

/// A source file's path without the folders of the machine that built the page.
fn in_crate(file: &str) -> &str {
    file.split_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/')).map_or(file, |(_, path)| path)
}

/// Tells a script of the page something, as agreed at its head; whether it answered.
fn tell_script(name: &str, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    init.set_cancelable(true);
    let (Some(document), Ok(event)) = (document(), CustomEvent::new_with_event_init_dict(name, &init)) else {
        return false;
    };
    document.dispatch_event(&event) == Ok(false)
}

/// What became of packed bytes.
pub enum Unpacked {
    /// The bytes that were packed.
    Bytes(Vec<u8>),
    /// There are more of them than may be.
    TooMuch,
    /// They cannot be unpacked.
    Damaged,
}

/// Unpacks bytes by a format of the browser's, through its script: up to `most` bytes.
pub async fn unpack(packed: &[u8], format: &str, most: u64) -> Unpacked {
    let promise = Promise::new(&mut |done, _| {
        let packed = Uint8Array::from(packed);
        let detail = Array::of4(&packed, &format.into(), &(most as f64).into(), &done);
        if !tell_script("cable-viewer:unpack", &detail) {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    match JsFuture::from(promise).await.map(JsCast::dyn_into::<Uint8Array>) {
        Ok(Ok(bytes)) => Unpacked::Bytes(bytes.to_vec()),
        Ok(Err(number)) if number.is_null() => Unpacked::TooMuch,
        _ => Unpacked::Damaged,
    }
}

/// Puts text on the clipboard; whether the browser let us. It needs a click or a key press before it.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = window().map(|w| w.navigator().clipboard()) else { return false };
    // A page served without TLS has none, although its type says that it cannot be missing.
    clipboard.is_object() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Has hits marked where they stand: seven numbers for each, as `find::marks` gives them.
pub fn mark_found(numbers: &[u32]) {
    tell_script("cable-viewer:found", &Uint32Array::from(numbers));
}

/// Has a hit brought into view and marked as the one that is looked at; none unmarks it.
pub fn show_found(number: Option<usize>) {
    tell_script("cable-viewer:here", &number.map_or(-1.0, |number| number as f64).into());
}

/// Has a paragraph, counted from 0, brought into view, and what is quoted of its prose marked, in units of UTF-16;
/// nothing unmarks it.
pub fn show_quoted(at: Option<(usize, Range<u32>)>) {
    let numbers = at.map_or_else(Vec::new, |(paragraph, units)| vec![paragraph as u32 + 1, units.start, units.end]);
    tell_script("cable-viewer:quoted", &Uint32Array::from(&*numbers));
}

/// Has what was chosen in Source held in view until all around it is drawn, whose height is a guess before.
pub fn keep_in_view(id: &str) {
    tell_script("cable-viewer:chosen", &id.into());
}

/// Where in the source the element stands that an event came from, by its `data-at`.
pub fn source_offset(event: &web_sys::Event) -> Option<u32> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

/// Whether the reader has selected text.
pub fn has_selection() -> bool {
    window().and_then(|w| w.get_selection().ok()?).is_some_and(|selection| !selection.is_collapsed())
}

/// Offers a text as a file to keep, through the start script: the program itself can click nothing, since a click on
/// a link can navigate. `None` where the browser refused.
pub fn save(name: &str, mime: &str, text: &str) -> Option<()> {
    let taken = tell_script("cable-viewer:save", &Array::of3(&name.into(), &mime.into(), &text.into()));
    taken.then_some(())
}

/// Whether the page can save itself with a text in it: a script of it says so.
pub fn can_save_page() -> bool {
    tell_script("cable-viewer:page", &JsValue::NULL)
}

/// Offers the page itself as a file to keep, with a text in it, which it shows when it is opened. `None` where the
/// browser refused.
pub fn save_page(file: &str, name: &str, text: &str) -> Option<()> {
    tell_script("cable-viewer:page", &Array::of3(&file.into(), &name.into(), &text.into())).then_some(())
}

/// Name and text of what this page was saved with. They are handed over once.
pub fn enclosed() -> Option<(String, String)> {
    let given = Array::new();
    tell_script("cable-viewer:enclosed", &given);
    Some((given.get(0).as_string()?, given.get(1).as_string()?))
}

/// The words that are selected, as stretches of prose, each with the paragraph that it stands in.
pub fn selected_prose() -> Vec<(Option<usize>, String)> {
    let selected = Array::new();
    tell_script("cable-viewer:selected", &selected);
    let stretch = |pair: Array| {
        let index = pair.get(0).as_string().and_then(|index| index.parse().ok());
        Some((index, pair.get(1).as_string()?))
    };
    selected.iter().filter_map(|pair| stretch(pair.dyn_into().ok()?)).collect()
}

/// Listens for another selection until the listener is dropped.
pub fn on_selection(mut changed: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(document()?.as_ref(), "selectionchange", move |_| changed()))
}

/// Prints, after what is on its way has been drawn.
pub fn print() {
    Timeout::new(0, || {
        if let Some(window) = window() {
            let _ = window.print();
        }
    })
    .forget();
}

/// Says when printing begins (`true`) and has ended, as `src/printing.js` tells it, until the listener is dropped.
pub fn on_print(says: Callback<bool>) -> Option<EventListener> {
    Some(EventListener::new(document()?.as_ref(), "cable-viewer:print", move |event| {
        says.emit(event.dyn_ref::<CustomEvent>().is_some_and(|event| event.detail().is_truthy()));
    }))
}

/// Opens what is folded, or folds it again; what the reader has opened stays open.
pub fn unfold(opens: bool) {
    let (from, to) = if opens { ("details:not([open])", "data-printed") } else { ("details[data-printed]", "open") };
    let Some(found) = document().and_then(|document| document.query_selector_all(from).ok()) else { return };
    for element in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok()) {
        let _ = match opens {
            true => element.set_attribute("open", "").and_then(|()| element.set_attribute(to, "")),
            false => element.remove_attribute(to).and_then(|()| element.remove_attribute("data-printed")),
        };
    }
}

/// Where a page says what it is to programs.
pub fn head() -> Option<Element> {
    Some(document()?.head()?.into())
}

/// The time, in milliseconds.
pub fn now() -> f64 {
    Date::now()
}

/// What a clock showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// `12 March 2007`
    pub day: String,
    /// `11:35`
    pub minute: String,
    /// `CET`
    pub zone: String,
}

/// What a clock showed at a moment in a time zone of the IANA database, by the browser's own tables; without one, the
/// reader's clock. `None` where the browser does not know the zone.
pub fn clock(unix_milliseconds: f64, zone: Option<&str>) -> Option<Clock> {
    let told = Array::of2(&unix_milliseconds.into(), &zone.into());
    tell_script("cable-viewer:clock", &told);
    let said = |at: u32| told.get(at).as_string();
    Some(Clock { day: said(2)?, minute: said(3)?, zone: said(4)? })
}
