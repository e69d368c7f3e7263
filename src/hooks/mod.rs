//! Handles with verbs, for components.
//!
//! - `desk.rs`: what can be done with the open document, without knowing any state
//! - `more.rs`: long lists shown a part at a time

mod desk;
mod more;

pub use desk::Desk;
pub use more::{More, use_more};
