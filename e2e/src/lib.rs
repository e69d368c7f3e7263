//! The built page in a real browser: what the tests in `tests/page/`, the bench and the pictures (`src/bin/`) share.
//!
//! - [`settings`]: where the page, the browser and its driver lie
//! - [`driver`]: the chromedriver process
//! - [`server`]: `dist/` under a sub-path of a local web server
//! - [`stage`]: all of these, set up once, and the browsers
//! - [`page`]: verbs for what a person does with the page, and what is seen then
//! - [`media`]: screens and preferences that the browser is told to have

pub mod driver;
pub mod media;
pub mod page;
pub mod server;
pub mod settings;
pub mod stage;

pub use page::Page;
pub use settings::Settings;
pub use stage::{Artefact, Browser, Stage, Storage};

/// What can go wrong is told, never handled.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
