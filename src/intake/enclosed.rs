//! The text that a saved page brought with it.

use super::{Opened, Way};
use crate::library::{Library, Telegrams};
use crate::platform;
use sha2::{Digest, Sha256};
use std::rc::Rc;

/// The text, where this page was saved with one. Like every text, it is held before it is parsed.
pub fn enclosed() -> Option<Rc<Library>> {
    let (name, text) = platform::enclosed()?;
    platform::hold_text(&text);
    let digest = Sha256::digest(text.as_bytes()).into();
    let opened = Opened { name, ..Opened::from_text(Way::Enclosed, text, digest).ok()? };
    Library::of(vec![Rc::new(Telegrams::of(opened))]).map(Rc::new)
}
