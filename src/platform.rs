//! The browser, as little of it as the page needs. With `intake/` and `storage/` the only place that names web-sys.
//!
//! There is no network, no navigation and no storage in here, and nothing that takes HTML.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, JSON, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
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

/// The number in the field that an event is about.
pub fn number(event: &web_sys::Event) -> Option<usize> {
    typed(event)?.parse().ok()
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

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Says in `<html data-state>` that the page can be used.
pub fn set_ready() {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-state", "ready");
    }
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

/// Puts text on the clipboard; whether the browser let us. It needs a click or a key press before it.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = window().map(|w| w.navigator().clipboard()) else { return false };
    // A page served without TLS has none, although its type says that it cannot be missing.
    clipboard.is_object() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Moves the keyboard to an element; one that cannot have it, such as a paragraph, wants `tabindex="-1"`.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether an element has the keyboard.
pub fn has_focus(id: &str) -> bool {
    document().and_then(|d| d.active_element()).is_some_and(|element| element.id() == id)
}

/// Moves the keyboard to a field and selects what it holds.
pub fn select_field(id: &str) {
    if let Some(field) = element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Has hits marked where they stand: seven numbers for each, as `find::marks` gives them.
pub fn mark_found(numbers: &[u32]) {
    tell_script("cable-viewer:found", &Uint32Array::from(numbers));
}

/// Has a hit brought into view and marked as the one that is looked at; none unmarks it.
pub fn show_found(number: Option<usize>) {
    tell_script("cable-viewer:here", &number.map_or(-1.0, |number| number as f64).into());
}

/// Scrolls as little as brings an element into the middle of its panel. The style sheet says whether smoothly.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Shows the page from its beginning.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
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

/// Says when printing begins (`true`) and has ended, until the listeners are dropped.
pub fn on_print(says: Callback<bool>) -> Option<[EventListener; 2]> {
    let window = window()?;
    let listen = |name: &'static str, begins: bool| {
        let says = says.clone();
        EventListener::new(window.as_ref(), name, move |_| says.emit(begins))
    };
    Some([listen("beforeprint", true), listen("afterprint", false)])
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

/// A moment in the reader's own time zone and manner of writing, its zone named: "12 Mar 2007, 11:35 CET". `None`
/// where the reader's clock showed UTC then.
pub fn local_time(unix_milliseconds: f64) -> Option<String> {
    const FORM: &str = r#"{"year":"numeric","month":"short","day":"numeric","hour":"2-digit","minute":"2-digit","timeZoneName":"short"}"#;
    let options = JSON::parse(FORM).unwrap_or(JsValue::UNDEFINED);
    let moment = Date::new(&unix_milliseconds.into());
    (moment.get_timezone_offset() != 0.0).then(|| moment.to_locale_string("default", &options).into())
}
