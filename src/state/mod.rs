//! What the page knows, changed only by named actions.
//!
//! - `at.rs`: the target of the page's address
//! - `drawer.rs`: the drawers below the toolbar
//! - `goal.rs`: places that the reader is led to
//! - `panel.rs`: the panels of the page, and which of them are tabs
//! - `settings.rs`: the reading settings
//! - `store.rs`: the open document, the one before it, refusals, announcements
//! - `view.rs`: what is chosen in the open document, and how it is viewed

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
