//! The built page in a real browser: what the tests in `tests/page/`, the bench and the pictures (`src/bin/`) share.
//!
//! - [`settings`]: where the page, the browsers and their drivers are
//! - [`engine`]: Chromium, Firefox and WebKitGTK, and what each of their drivers can do
//! - [`driver`]: the processes behind a browser
//! - [`browser`]: one browser, and its settings
//! - [`server`]: `dist/` under a sub-path of a local web server
//! - [`stage`]: the server and the settings, set up once
//! - [`page`]: verbs for what a person does with the page, and what is seen then
//! - [`picture`]: pictures that are kept and compared
//! - [`media`]: the screens of a desk, a tablet and a phone
//! - [`states`]: the states of the page that are checked as a whole

pub mod browser;
pub mod driver;
pub mod engine;
pub mod media;
pub mod page;
pub mod picture;
pub mod server;
pub mod settings;
pub mod stage;
pub mod states;

pub use browser::Browser;
pub use engine::{Engine, Need};
pub use page::Page;
pub use settings::Settings;
pub use stage::{Artefact, Stage, Storage};
pub use states::{STATES, State};

/// Errors are reported, never handled.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
