//! Handles with verbs, for components.
//!
//! - `cards.rs`: the cards of a library, read in the background
//! - `desk.rs`: what can be done with the open document, without knowing any state
//! - `keys.rs`: keys that are pressed anywhere on the page
//! - `more.rs`: long lists shown a part at a time
//! - `printing.rs`: while the page is printed, nothing of it is folded
//! - `shortcuts.rs`: shortcuts of one key
//! - `taking.rs`: the open telegram to the clipboard or into a file

mod cards;
mod desk;
mod keys;
mod more;
mod printing;
mod shortcuts;
mod taking;

pub use cards::{Cards, use_cards};
pub use desk::Desk;
pub use keys::use_keys;
pub use more::{More, use_more};
pub use printing::use_printing;
pub use shortcuts::{SHORTCUTS, use_shortcuts};
pub use taking::{copying, saving, saving_page};
