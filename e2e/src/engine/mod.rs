//! The engines that the page is tested in, and what each of their drivers can do.
//!
//! - `mod.rs`: their names, and the needs of a test that not every engine's driver meets
//! - `bidi.rs`: WebDriver BiDi
//! - `chromium.rs`, `firefox.rs`, `webkit.rs`: how such a browser is started, and set up beyond the standards

mod bidi;
pub(crate) mod chromium;
pub(crate) mod firefox;
pub(crate) mod webkit;

use std::fmt;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, driven by chromedriver and its DevTools commands.
    Chromium,
    /// Firefox, driven by geckodriver, WebDriver BiDi and the browser's own context.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver with the standard's commands.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in a list of tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Returns whether its driver can do what a test needs.
    pub fn can(self, need: Need) -> bool {
        match self {
            _ if matches!(need, Need::Served | Need::Offline) => true,
            Self::Chromium => true,
            Self::Firefox => firefox::CAN.contains(&need),
            Self::WebKit => webkit::CAN.contains(&need),
        }
    }
}

/// What a test may need beyond a page, a pointer and a keyboard. A test names it: `tests![a, b: [Preferences]]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The page from a server.
    Served,
    /// The offline file, opened from the disk.
    Offline,
    /// Chromium's DevTools commands.
    DevTools,
    /// A screen as narrow as a phone.
    NarrowScreen,
    /// The person's preferences: dark, forced colours, less motion.
    Preferences,
    /// The preference for more contrast.
    Contrast,
    /// A script that runs before those of the page.
    ScriptBefore,
    /// A clock in another time zone.
    TimeZone,
    /// Scripts switched off.
    NoScript,
    /// A list of the page's requests.
    Requests,
    /// A browser that refuses storage.
    StorageRefused,
    /// The accessibility tree, as a screen reader gets it.
    Tree,
    /// A page printed to PDF.
    Printing,
    /// The margin boxes of CSS, which contain the page numbers.
    MarginBoxes,
    /// Trusted Types: text is refused where markup or a script is expected.
    TrustedTypes,
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Served => "page on a server",
            Self::Offline => "page from the disk",
            Self::DevTools => "command of Chromium's DevTools",
            Self::NarrowScreen => "screen as narrow as a phone",
            Self::Preferences => "manner of setting a person's preferences",
            Self::Contrast => "manner of setting a person's preference for contrast",
            Self::ScriptBefore => "script before those of the page",
            Self::TimeZone => "clock in another time zone",
            Self::NoScript => "switch for scripts",
            Self::Requests => "list of requests",
            Self::StorageRefused => "browser that refuses storage",
            Self::Tree => "accessibility tree",
            Self::Printing => "printing to PDF",
            Self::MarginBoxes => "number in a page's margin",
            Self::TrustedTypes => "Trusted Types",
        })
    }
}
