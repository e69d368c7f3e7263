//! What the reader has selected.

use super::{element, window};
use std::ops::Range;

/// Where the text that is selected in an element's prose begins and ends there, in units of UTF-16.
pub fn within(id: &str) -> Option<Range<u32>> {
    let prose = element(id)?.query_selector(".prose").ok()??;
    let selection = window()?.get_selection().ok()?.filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let (first, last) = (range.start_container().ok()?, range.end_container().ok()?);
    if !prose.contains(Some(&first)) || !prose.contains(Some(&last)) {
        return None;
    }
    let before = range.clone_range();
    before.set_start(&prose, 0).ok()?;
    before.set_end(&first, range.start_offset().ok()?).ok()?;
    let begins = before.to_string().length();
    Some(begins..begins + range.to_string().length())
}
