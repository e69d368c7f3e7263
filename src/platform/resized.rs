//! Elements whose size changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches until it is dropped.
pub struct Resized {
    observer: ResizeObserver,
    _then: Closure<dyn FnMut(Array)>,
}

impl Resized {
    /// Calls back with the first size of each element, and with every later one.
    pub fn watch<'a>(
        elements: impl IntoIterator<Item = &'a Element>,
        mut then: impl FnMut() + 'static,
    ) -> Option<Self> {
        let then = Closure::<dyn FnMut(Array)>::new(move |_: Array| then());
        let observer = ResizeObserver::new(then.as_ref().unchecked_ref()).ok()?;
        elements.into_iter().for_each(|element| observer.observe(element));
        Some(Self { observer, _then: then })
    }
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
