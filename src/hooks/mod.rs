//! Handles with verbs, for components.
//!
//! - `desk.rs`: what can be done with the open document, without knowing any state
//! - `keys.rs`: keys that are pressed anywhere on the page
//! - `more.rs`: long lists shown a part at a time

mod desk;
mod keys;
mod more;

pub use desk::Desk;
pub use keys::use_keys;
pub use more::{More, use_more};
