//! The browser, as little of it as the page needs. Only this module, `intake/`, `storage/` and `term_card.rs` name
//! web-sys.
//!
//! There is no network, no navigation and no storage in here, and nothing that takes HTML.
//!
//! - `platform/address.rs`: what follows the `#` in the page's address
//! - `platform/fields.rs`: what was chosen, typed, ticked or pressed
//! - `platform/files.rs`: packed bytes that come in, and files that are offered to be saved
//! - `platform/marks.rs`: what is marked and brought into view
//! - `platform/near.rs`: which parts of a long list are near what is seen of it
//! - `platform/printing.rs`: printing, for which everything is unfolded
//! - `platform/resized.rs`: elements whose size changes
//! - `platform/selection.rs`: what the reader has selected
//! - `platform/view.rs`: what has the keyboard, and which part of the page is seen

pub mod address;
mod fields;
mod files;
mod marks;
pub mod near;
mod printing;
mod resized;
pub mod selection;
mod view;

pub use fields::{chosen, holds_tick, is_ticked, on_key, single_key, tick, typed};
pub use files::{Unpacked, can_save_page, enclosed, save, save_page, unpack};
pub use marks::{Spot, keep_in_view, mark_found, show_found, show_quoted};
pub use printing::{on_print, print, unfold};
use resized::Resized;
pub use view::{
    catch_focus, close_dialog, focus, focus_term, focus_way_back, has_focus, has_inspector_beside, id_around,
    is_folded, is_narrow, leave_for, note_way, paragraph_being_read, paragraph_in_view, paragraph_with_focus,
    scroll_to_top, select_field, show, show_dialog, show_from, unhide,
};

use js_sys::{Array, Date, Promise};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, HtmlElement, Window};
use yew::platform::time::sleep;

/// Milliseconds after which a change has been painted, so that work that blocks the page can begin.
pub const NOTICED: u32 = 50;

/// Milliseconds without a frame after which the page counts as not visible.
const UNSEEN: i32 = 250;

/// Waits until a change has been painted: for the next frame, and its end. A page that is not visible has no frames.
pub async fn painted() {
    let frame = Promise::new(&mut |then, _| {
        let Some(window) = window() else { return };
        let _ = window.request_animation_frame(&then);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&then, UNSEEN);
    });
    let _ = JsFuture::from(frame).await;
    sleep(Duration::ZERO).await;
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

/// Tells the elements that a selector finds how high an element is, in pixels, as a custom property, until the returned
/// value is dropped.
pub fn tell_height(id: &str, property: &'static str, whom: &'static str) -> Option<Resized> {
    let shown: HtmlElement = element(id)?.dyn_into().ok()?;
    let told = shown.clone();
    Resized::watch([shown.as_ref()], move || {
        let height = format!("{}px", told.offset_height());
        let Some(all) = document().and_then(|document| document.query_selector_all(whom).ok()) else { return };
        for each in (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok()) {
            let _ = each.style().set_property(property, &height);
        }
    })
}

/// The value of an attribute `data-…` of `<html>`.
pub fn root_data(name: &str) -> Option<String> {
    root()?.get_attribute(&["data-", name].concat())
}

/// Sets such an attribute, or removes it.
pub fn set_root_data(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let name = ["data-", name].concat();
        let _ = match value {
            Some(value) => root.set_attribute(&name, value),
            None => root.remove_attribute(&name),
        };
    }
}

/// Returns whether the page was opened from the disk.
pub fn is_file() -> bool {
    document().and_then(|d| d.url().ok()).is_some_and(|address| address.starts_with("file:"))
}

/// Which version of the page this is, as its files say.
pub fn version() -> String {
    let meta = document().and_then(|d| d.query_selector("meta[name=version]").ok()?);
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// The browser's name for itself.
pub fn browser() -> String {
    window().and_then(|w| w.navigator().user_agent().ok()).unwrap_or_default()
}

/// Gives the start script a copy of the open text, so that a panic cannot lose it. Called before the text is parsed.
pub fn hold_text(text: &str) {
    tell_script("cable-viewer:hold", &text.into());
}

/// Makes the start script forget the text: closed means forgotten.
pub fn release_text() {
    tell_script("cable-viewer:hold", &JsValue::NULL);
}

/// Makes a panic leave a notice with the text. The start script paints it, because this program is dead by then.
///
/// The notice names only the place: a panic's message can hold content, and is shown only in debug builds. Yew's own
/// hook would silently replace one that is set any other way.
pub fn install_panic_notice() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let told = match info.location() {
            _ if cfg!(debug_assertions) => info.to_string(),
            Some(at) => format!("{}:{}", at.file(), at.line()),
            None => String::new(),
        };
        tell_script("cable-viewer:panic", &told.into());
    }));
}

/// Tells a script of the page something, in the form documented at the script's head. Returns whether it answered.
fn tell_script(name: &str, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    init.set_cancelable(true);
    let (Some(document), Ok(event)) = (document(), CustomEvent::new_with_event_init_dict(name, &init)) else {
        return false;
    };
    document.dispatch_event(&event) == Ok(false)
}

/// Puts text on the clipboard; returns whether the browser allowed it. It must follow a click or a key press.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = window().map(|w| w.navigator().clipboard()) else { return false };
    // A page served without TLS has no clipboard, although its type says that it cannot be missing.
    match clipboard.is_object() {
        true => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        false => tell_script("cable-viewer:copy", &text.into()),
    }
}

/// The place in the source of the element that an event came from, by its `data-at`.
pub fn source_offset(event: &web_sys::Event) -> Option<u32> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

/// The `<head>`, where a page describes itself to programs.
pub fn head() -> Option<Element> {
    Some(document()?.head()?.into())
}

/// The time, in milliseconds.
pub fn now() -> f64 {
    Date::now()
}

/// The reading of a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// `12 March 2007`
    pub day: String,
    /// `11:35`
    pub minute: String,
    /// `CET`
    pub zone: String,
}

/// The reading of a clock at a moment in a time zone of the IANA database, by the browser's own tables; without a time
/// zone, the reader's clock. `None` where the browser does not know the zone.
pub fn clock(unix_milliseconds: f64, zone: Option<&str>) -> Option<Clock> {
    let told = Array::of2(&unix_milliseconds.into(), &zone.into());
    tell_script("cable-viewer:clock", &told);
    let said = |at: u32| told.get(at).as_string();
    Some(Clock { day: said(2)?, minute: said(3)?, zone: said(4)? })
}
