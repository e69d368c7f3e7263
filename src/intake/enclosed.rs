//! The text that a saved page brought with it.

use super::{Opened, Way};
use crate::platform;

/// The text, where this page was saved with one. It is held before it is parsed, as every text is.
pub fn enclosed() -> Option<Opened> {
    let (name, text) = platform::enclosed()?;
    platform::hold_text(&text);
    Some(Opened { name, ..Opened::from_text(Way::Enclosed, text).ok()? })
}
