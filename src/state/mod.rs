//! What the page knows, changed by named actions alone.
//!
//! - `at.rs`: what the page's address leads to
//! - `drawer.rs`: what is drawn out below the toolbar
//! - `goal.rs`: what the reader is led to
//! - `panel.rs`: the panels of the page, and which of them are tabs
//! - `settings.rs`: how the reader likes to read
//! - `store.rs`: the open document, the one before it, refusals, what is announced
//! - `view.rs`: what is chosen in the open document, and how it is looked at

mod at;
mod drawer;
mod goal;
mod panel;
pub mod settings;
mod store;
mod view;

pub use at::At;
pub use drawer::Drawer;
pub use goal::Goal;
pub use panel::{Panel, Tab};
pub use store::{Action, Announcement, Store};
pub use view::{View, ViewAction};
