//! What `src/marks.js` marks and brings into view.

use super::tell_script;
use js_sys::{Array, Uint32Array};
use wasm_bindgen::JsValue;

/// Has hits marked where they are: seven numbers for each, as `find::marks` gives them. For hits outside of the
/// paragraphs' prose, `spots` says by their numbers where the page shows them.
pub fn mark_found(numbers: &[u32], spots: impl Iterator<Item = (usize, Spot)>) {
    let spots: Array = spots.map(|(number, spot)| spot.told(number as f64)).collect();
    tell_script("cable-viewer:found", &Array::of2(&Uint32Array::from(numbers), &spots));
}

/// The place of a hit outside of the paragraphs' prose.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The ids of the elements that show it.
    pub ids: Vec<String>,
    /// The text that they show.
    pub text: String,
    /// Where the hit begins and ends in that text, in UTF-16 units.
    pub at: [u32; 2],
}

impl Spot {
    /// As `src/marks.js` takes it, behind the number of its hit.
    fn told(&self, number: f64) -> Array {
        let Spot { ids, text, at: [from, to] } = self;
        let ids: Array = ids.iter().map(|id| JsValue::from_str(id)).collect();
        Array::of5(&number.into(), &ids, &text.into(), &(*from).into(), &(*to).into())
    }
}

/// Has a hit brought into view and marked as the current one, in its spot where it is outside of prose; `None` unmarks
/// it.
pub fn show_found(number: Option<usize>, spot: Option<&Spot>) {
    let number = number.map_or(-1.0, |number| number as f64);
    let detail = spot.map_or_else(|| Array::of1(&number.into()), |spot| spot.told(number));
    tell_script("cable-viewer:here", &detail);
}

/// Has a paragraph, counted from 0, shown, and the quoted part of its prose marked, in UTF-16 units; `None` unmarks it.
pub fn show_quoted(at: Option<(usize, [u32; 2])>) {
    let numbers = at.map_or_else(Vec::new, |(paragraph, [from, to])| vec![paragraph as u32 + 1, from, to]);
    tell_script("cable-viewer:quoted", &Uint32Array::from(&*numbers));
}

/// Has what was chosen in Source held in view until everything around it, whose height is a guess at first, is drawn.
pub fn keep_in_view(id: &str) {
    tell_script("cable-viewer:chosen", &id.into());
}
