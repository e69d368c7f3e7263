//! Handles with verbs, for components.
//!
//! - `cards.rs`: the cards of a library, read in the background
//! - `desk.rs`: what can be done with the open document, without knowing any state
//! - `held.rs`: things held while something stays as it is
//! - `hits.rs`: the marks of the hits, and the current hit
//! - `keys.rs`: keys that are pressed anywhere on the page
//! - `printing.rs`: while the page is printed, nothing in it is folded
//! - `shortcuts.rs`: shortcuts of one key
//! - `taking.rs`: the open telegram to the clipboard or into a file
//! - `near.rs`: long lists of which only the parts near the screen are drawn
//! - `more.rs`: lists shown a part at a time
//! - `search.rs`: a search in the background
//! - `steps.rs`: work in the background, step by step
//! - `fragment.rs`: what follows the `#` in the page's address

mod cards;
mod desk;
mod fragment;
mod held;
mod hits;
mod keys;
mod more;
mod near;
mod printing;
mod search;
mod shortcuts;
mod steps;
mod taking;

pub use cards::{Cards, use_cards};
pub use desk::Desk;
pub use fragment::{turn_to, use_fragment};
pub use held::use_held;
pub use hits::{Stand, use_marks, use_shown_hit};
pub use keys::use_keys;
pub use more::{More, use_more};
pub use near::use_near;
pub use printing::use_printing;
pub use search::{Asked, use_search};
pub use shortcuts::{SHORTCUTS, Way, use_shortcuts, way};
pub use steps::in_steps;
pub use taking::{copying, said, saving, saving_page};
