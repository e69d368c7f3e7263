//! Handles with verbs, for components.
//!
//! - `desk.rs`: what a component can have done without knowing any state
//! - `more.rs`: long lists shown a part at a time

mod desk;
mod more;

pub use desk::{Desk, use_desk};
pub use more::{More, use_more};
