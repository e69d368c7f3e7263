//! Which parts of a long list are near what is seen of it.

use super::{document, has_selection};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::{Callback, NodeRef};

/// How far from what is seen a part is near: a screen and a half, so that it is drawn before it is reached.
const MARGIN: &str = "150% 0%";

/// Watches until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _notice: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Watches the children of an element, parts with their number in `data-part`, and tells which come near and which
/// leave. One with the keyboard or with selected text in it does not leave. `scrolls`: the element is scrolled itself,
/// not the page.
pub fn watch(list: &NodeRef, scrolls: bool, notice: Callback<Vec<(usize, bool)>>) -> Option<Watch> {
    let list = list.cast::<Element>()?;
    let notice = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        let parts = entries.filter_map(|entry| {
            let (part, comes) = (entry.target(), entry.is_intersecting());
            let number = part.get_attribute("data-part")?.parse().ok()?;
            (comes || !is_in_use(&part)).then_some((number, comes))
        });
        notice.emit(parts.collect());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    if scrolls {
        options.set_root(Some(&list));
    }
    let observer = IntersectionObserver::new_with_options(notice.as_ref().unchecked_ref(), &options).ok()?;
    let mut part = list.first_element_child();
    while let Some(element) = part {
        observer.observe(&element);
        part = element.next_element_sibling();
    }
    Some(Watch { observer, _notice: notice })
}

fn is_in_use(part: &Element) -> bool {
    has_selection() || document().and_then(|d| d.active_element()).is_some_and(|active| part.contains(Some(&active)))
}
