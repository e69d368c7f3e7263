//! The card that says what a term means, right where the term is: under the pointer, at the keyboard, or where a finger
//! taps.
//!
//! One card serves the page. The attribute `data-term` names entries of the glossary, and the card is filled with
//! copies of them on demand. It can be dismissed with Escape, stays while the pointer is on it, and goes when the
//! reader leaves (WCAG 1.4.13). The first tap on a term shows the card; the second does what the term otherwise does.
//! The same holds for clicks where the glossary is not beside the text: the card says the same without leading away.

use crate::components::CARD_ID;
use crate::platform;
use crate::reading::glossary::entry_id;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;

const TERMS: &str = "[data-term]";
/// To a screen reader the card is the description of the term.
const DESCRIBED: &str = "aria-describedby";
/// The milliseconds that the pointer has to get from the term to the card.
const GRACE: u32 = 300;
/// The pixels between the card and the edge of the page.
const EDGE: i32 = 8;

/// Shows the card where it is asked for, until the listeners are dropped. `open` is called with the number of a term
/// that was pressed.
pub fn listen(open: Callback<usize>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let card = Rc::new(RefCell::new(Card {
        document: document.clone(),
        open,
        at: None,
        touched: false,
        kept: false,
        pointer: None,
        leaving: None,
    }));
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = |kind: &'static str| {
        EventListener::new_with_options(&document, kind, options, cloned!([card], move |event| heard(&card, event)))
    };
    let mut listeners = Vec::from(["pointermove", "pointerdown", "focusin", "keydown", "click"].map(listener));
    // On a screen of another size it would be in another place.
    let resized = move |_: &Event| {
        if let Ok(mut card) = card.try_borrow_mut() {
            card.hide();
        }
    };
    listeners.push(EventListener::new(&window, "resize", resized));
    listeners
}

struct Card {
    document: Document,
    open: Callback<usize>,
    /// The term that it explains while it is shown.
    at: Option<Element>,
    /// Whether the last press was a finger's.
    touched: bool,
    /// Whether a click keeps it, wherever the pointer goes.
    kept: bool,
    /// Where in the window the pointer was last.
    pointer: Option<(i32, i32)>,
    leaving: Option<Timeout>,
}

fn heard(card: &Rc<RefCell<Card>>, event: &Event) {
    let Ok(mut this) = card.try_borrow_mut() else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = |what: &str| target.as_ref().and_then(|target| target.closest(what).ok().flatten());
    let (term, on_term) = (within(TERMS), within(".term").is_some());
    match event.type_().as_str() {
        "pointerdown" => this.pressed(event, term),
        "pointermove" => this.moved(event, term, within(".term-card").is_some(), card),
        "focusin" => this.focused(term),
        "keydown" => this.keyed(event, term, on_term),
        _ => this.clicked(event, term, on_term),
    }
}

fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

impl Card {
    fn pressed(&mut self, event: &Event, term: Option<Element>) {
        self.touched = is_touch(event);
        if self.touched && term.is_none() {
            self.hide();
        }
    }

    fn moved(&mut self, event: &Event, term: Option<Element>, on_card: bool, card: &Rc<RefCell<Self>>) {
        // Something that the page scrolls under a resting pointer is not asked for: the card would cover what the
        // keyboard reaches. WebKit reports such scrolling as a move.
        if is_touch(event) || !self.moves(event) {
            return;
        }
        if term.is_none() && !on_card {
            return self.leave(card.clone());
        }
        self.leaving = None;
        if let Some(term) = term.filter(|term| !self.explains(term)) {
            self.show(term);
        }
    }

    fn focused(&mut self, term: Option<Element>) {
        match term {
            Some(term) if term.matches(":focus-visible") == Ok(true) => self.show(term),
            Some(term) if self.explains(&term) => {}
            _ => self.hide(),
        }
    }

    fn keyed(&mut self, event: &Event, term: Option<Element>, on_term: bool) {
        match event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).as_deref() {
            Some("Escape") if self.at.is_some() => {
                event.stop_propagation();
                self.hide();
            }
            Some("Enter" | " ") if on_term => {
                event.prevent_default();
                self.lead_from(term);
            }
            _ => {}
        }
    }

    fn clicked(&mut self, event: &Event, term: Option<Element>, on_term: bool) {
        let is_shown = term.as_ref().is_some_and(|term| self.explains(term));
        match term {
            Some(term) if self.touched && !is_shown => {
                event.prevent_default();
                event.stop_propagation();
                self.show(term);
            }
            Some(term) if on_term => {
                if self.touched || is_shown && self.kept || platform::has_inspector_beside() {
                    return self.lead_from(Some(term));
                }
                if !is_shown {
                    self.show(term);
                }
                self.kept = true;
            }
            _ => self.hide(),
        }
    }

    /// Returns whether it is shown for this term.
    fn explains(&self, term: &Element) -> bool {
        self.at.as_ref() == Some(term)
    }

    fn show(&mut self, term: Element) {
        self.hide();
        if self.fill(&term).is_some() {
            let _ = term.set_attribute(DESCRIBED, CARD_ID);
            self.at = Some(term);
        }
    }

    /// Copies the entries of a term into the card and puts it below the term, or above where there is no room below.
    fn fill(&self, term: &Element) -> Option<()> {
        let card = self.element()?;
        let list = card.first_element_child()?;
        list.set_text_content(None);
        for number in numbers(term) {
            let Some(entry) = self.document.get_element_by_id(&entry_id(number)) else { continue };
            let copy: Element = entry.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
            // The card contains no controls: it goes when the keyboard leaves the term.
            copy.last_element_child()?.remove();
            copy.remove_attribute("id").ok()?;
            copy.remove_attribute("tabindex").ok()?;
            list.append_child(&copy).ok()?;
        }
        card.set_hidden(false);
        let (root, at, size) =
            (self.document.document_element()?, term.get_bounding_client_rect(), card.get_bounding_client_rect());
        let (width, height) = (size.width() as i32, size.height() as i32);
        let left = (at.left() as i32).min(root.client_width() - width - EDGE).max(EDGE);
        let (above, below) = (at.top() as i32 - height, at.bottom() as i32);
        let top = if below + height > root.client_height() && above > 0 { above } else { below };
        let place = |side: &str, at: i32| card.style().set_property(side, &(at.to_string() + "px"));
        place("left", left + root.scroll_left()).ok()?;
        place("top", top + root.scroll_top()).ok()
    }

    /// Returns whether the pointer is elsewhere than before.
    fn moves(&mut self, event: &Event) -> bool {
        let now = event.dyn_ref::<PointerEvent>().map(|event| (event.client_x(), event.client_y()));
        std::mem::replace(&mut self.pointer, now) != now
    }

    fn hide(&mut self) {
        (self.leaving, self.kept) = (None, false);
        if let (Some(term), Some(card)) = (self.at.take(), self.element()) {
            card.set_hidden(true);
            let _ = term.remove_attribute(DESCRIBED);
        }
    }

    fn element(&self) -> Option<HtmlElement> {
        self.document.get_element_by_id(CARD_ID)?.dyn_into().ok()
    }

    /// Hides the card unless the pointer or the keyboard gets to it in time.
    fn leave(&mut self, card: Rc<RefCell<Self>>) {
        if self.at.is_none() || self.kept || self.leaving.is_some() {
            return;
        }
        let hide = move || {
            if let Ok(mut card) = card.try_borrow_mut() {
                card.leaving = None;
                let has_focus = |at: &Element| at.matches(":focus-visible") == Ok(true);
                if !card.at.as_ref().is_some_and(has_focus) {
                    card.hide();
                }
            }
        };
        self.leaving = Some(Timeout::new(GRACE, hide));
    }

    /// Leads to the glossary.
    fn lead_from(&mut self, term: Option<Element>) {
        self.hide();
        if let Some(number) = term.and_then(|term| numbers(&term).next()) {
            self.open.emit(number);
        }
    }
}

/// The entries of the glossary that an element names.
fn numbers(term: &Element) -> impl Iterator<Item = usize> {
    let numbers = term.get_attribute("data-term").unwrap_or_default();
    let numbers: Vec<usize> = numbers.split(' ').filter_map(|number| number.parse().ok()).collect();
    numbers.into_iter()
}
