//! What `src/marks.js` marks and brings into view.

use super::tell_script;
use js_sys::{Array, Uint32Array};

/// Has hits marked where they stand: seven numbers for each, as `find::marks` gives them.
pub fn mark_found(numbers: &[u32]) {
    tell_script("cable-viewer:found", &Uint32Array::from(numbers));
}

/// Has a hit brought into view and marked as the one that is looked at; none unmarks it. One outside of the paragraphs is
/// marked in the elements with these ids, parted by blanks, where its words stand for the time `nth`, counted from 0.
pub fn show_found(number: Option<usize>, ids: &str, words: &str, nth: usize) {
    let number = number.map_or(-1.0, |number| number as f64);
    let detail = Array::of4(&number.into(), &ids.into(), &words.into(), &(nth as f64).into());
    tell_script("cable-viewer:here", &detail);
}

/// Has a paragraph, counted from 0, brought into view, and what is quoted of its prose marked, in units of UTF-16;
/// nothing unmarks it.
pub fn show_quoted(at: Option<(usize, [u32; 2])>) {
    let numbers = at.map_or_else(Vec::new, |(paragraph, [from, to])| vec![paragraph as u32 + 1, from, to]);
    tell_script("cable-viewer:quoted", &Uint32Array::from(&*numbers));
}

/// Has what was chosen in Source held in view until all around it is drawn, whose height is a guess before.
pub fn keep_in_view(id: &str) {
    tell_script("cable-viewer:chosen", &id.into());
}
