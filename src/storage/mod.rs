//! What stays on this computer: the reading settings, if the reader asks for that, and nothing else.
//!
//! This is the only place that names the browser's storage. `src/start.js` reads what is kept before the first paint.

use web_sys::Storage;

/// The name that the settings are kept under; `src/start.js` has it, too.
const NAME: &str = "cable-viewer.settings";

/// The browser keeps nothing for the page: storage is switched off, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied;

/// Keeps these settings instead of those kept before.
pub fn keep(settings: &str) -> Result<(), Denied> {
    storage().and_then(|storage| storage.set_item(NAME, settings).ok()).ok_or(Denied)
}

/// Removes what is kept. Where there is no storage, nothing was kept.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}

#[expect(clippy::disallowed_methods, reason = "settings alone, and only where the reader asks for it: SECURITY.md")]
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
