//! What has the keyboard, and which part of the page is seen.

use super::{address, document, element, root, root_data, set_root_data, window};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlInputElement, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Moves the keyboard to an element. One that cannot have it by itself, such as a paragraph, needs `tabindex="-1"`.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The attribute that holds the id of what led to the source.
const WAY: &str = "way";

/// The id of the element that was clicked, or of the nearest one around it.
pub fn id_around(event: &MouseEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<Element>().ok()?.closest("[id]").ok()??.id())
}

/// Notes what led to the source.
pub fn note_way(id: &str) {
    set_root_data(WAY, Some(id));
}

/// Moves the keyboard to what led to the source.
pub fn focus_way_back() {
    focus(&root_data(WAY).unwrap_or_default());
}

/// Moves the keyboard to an element if the element that had it goes away when the page is drawn.
pub fn catch_focus(id: &'static str) {
    Timeout::new(0, move || {
        if document().and_then(|document| document.active_element()).is_none_or(|active| active.tag_name() == "BODY") {
            focus(id);
        }
    })
    .forget();
}

/// Moves the keyboard to the first visible place of a term; returns whether there is one.
pub fn focus_term(index: usize) -> bool {
    let place = format!("main [data-term~=\"{index}\"]:not([hidden] *, details:not([open]) *)");
    let Some(found) = document().and_then(|document| document.query_selector(&place).ok()?) else { return false };
    leave(&found);
    found.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

/// Called before the page moves to an element. Unless that is beside what is read now, this makes a step, so that the
/// browser's Back leads to what is read now.
pub fn leave_for(id: &str) {
    if let Some(element) = element(id) {
        leave(&element);
    }
}

fn leave(element: &Element) {
    let height = root().map_or(0, |root| root.client_height());
    let is_here = match is_inspected(element) {
        true => has_inspector_beside(),
        false => (0.0..f64::from(height)).contains(&element.get_bounding_client_rect().top()),
    };
    if !is_here {
        address::push_step();
    }
}

fn is_inspected(element: &Element) -> bool {
    element.closest(".inspector").is_ok_and(|inspector| inspector.is_some())
}

/// Returns whether an element has the keyboard.
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

/// Shows an element that is hidden. The next drawing of the page shows it too.
pub fn unhide(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.remove_attribute("hidden");
    }
}

/// Returns whether the content of an element is folded.
pub fn is_folded(id: &str) -> bool {
    element(id)
        .is_some_and(|element| element.query_selector("details:not([open])").is_ok_and(|folded| folded.is_some()))
}

/// Shows a dialog, which keeps the keyboard until it is closed.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|e| e.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the keyboard goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|e| e.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// The paragraph, counted from 0, that has the keyboard or contains the element that has it.
pub fn paragraph_with_focus() -> Option<usize> {
    paragraph_number(&document()?.active_element()?.closest(".paragraph").ok()??)
}

/// The first paragraph that begins on the screen.
pub fn paragraph_in_view() -> Option<usize> {
    let all = document()?.query_selector_all(".paragraph").ok()?;
    let paragraphs = (0..all.length()).filter_map(|n| all.get(n)?.dyn_into::<Element>().ok());
    let begins = |paragraph: &Element| paragraph.get_bounding_client_rect().top() >= 0.0;
    paragraph_number(&paragraphs.into_iter().find(begins)?)
}

/// The first paragraph that begins on the screen, once the title above the text is out of sight.
pub fn paragraph_being_read() -> Option<usize> {
    let title = document()?.query_selector("main h1").ok()??;
    (title.get_bounding_client_rect().bottom() < 0.0).then(paragraph_in_view)?
}

/// Reads the number from the id of its element: see `reading/places.rs`.
fn paragraph_number(paragraph: &Element) -> Option<usize> {
    paragraph.id().strip_prefix("paragraph-")?.parse::<usize>().ok()?.checked_sub(1)
}

/// Scrolls an element into the middle of its panel, as little as possible. An element longer than the screen is
/// scrolled to its beginning; one beside the text, which stays where it is, only into sight. The style sheet says
/// whether the scrolling is smooth.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        let is_long = element.client_height() > root().map_or(0, |root| root.client_height());
        let options = ScrollIntoViewOptions::new();
        options.set_block(match is_long {
            _ if is_inspected(&element) && has_inspector_beside() => ScrollLogicalPosition::Nearest,
            true => ScrollLogicalPosition::Start,
            false => ScrollLogicalPosition::Center,
        });
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Brings an element to the top of the screen, for targets that begin there.
pub fn show_from(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Returns whether the screen has room for only one column, as in the style sheets.
pub fn is_narrow() -> bool {
    matches("(width < 45rem)")
}

/// Returns whether the inspector is beside the text, as in the style sheets.
pub fn has_inspector_beside() -> bool {
    matches("(width >= 75rem)")
}

/// Asks a media query. The screen's width in pixels would force a layout in the middle of drawing.
fn matches(query: &str) -> bool {
    let asked = window().and_then(|window| window.match_media(query).ok()?);
    asked.is_some_and(|asked| asked.matches())
}

/// Shows the page from its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
