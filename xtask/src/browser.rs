//! The browsers that the page's tests drive, and their drivers: those on PATH, otherwise Debian's packages, and for
//! Firefox a geckodriver from the crates registry.

use crate::Outcome;
use crate::process::{self, command, on_path};
use crate::tools::Tools;
use std::path::PathBuf;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox, from the ESR channel or another.
    Firefox,
    /// WebKitGTK's MiniBrowser, on a virtual screen.
    WebKit,
}

/// An engine's browser and the program that drives it.
pub struct Browser {
    /// The engine.
    pub engine: Engine,
    /// The program that shows the page.
    pub browser: PathBuf,
    /// The program that speaks WebDriver for it.
    pub driver: PathBuf,
    /// Xvfb, where the browser needs a screen.
    pub screen: Option<PathBuf>,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
    /// The engines in which everything has to pass.
    pub const GATES: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// Its name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engines that a person asks for: `all`, or names separated by commas.
    pub fn named(words: &str) -> Result<Vec<Self>, String> {
        if words == "all" {
            return Ok(Self::ALL.into());
        }
        let named = |word| Self::ALL.into_iter().find(|engine| engine.name() == word);
        words.split(',').map(|word| named(word).ok_or_else(|| format!("`{word}` is no engine: {}", names()))).collect()
    }

    /// Its parts, as named in a step of the set-up.
    pub const fn parts(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium and chromedriver",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK's MiniBrowser, WebKitWebDriver and Xvfb",
        }
    }

    /// The names of its Debian packages. Without a font the page would be laid out with no widths.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-liberation"],
            Self::Firefox => &["firefox-esr", "fonts-liberation"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-liberation"],
        }
    }

    /// The program that shows the page, where it is installed.
    pub fn browser(self) -> Option<PathBuf> {
        let on_path = |names: &[&str]| names.iter().find_map(|name| on_path(name));
        match self {
            Self::Chromium => on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
            Self::Firefox => on_path(&["firefox-esr", "firefox"]),
            Self::WebKit => mini_browser(),
        }
    }

    /// The browser with its driver and screen; `None` where one is missing. Whether geckodriver is there is not
    /// checked.
    pub fn find(self, tools: &Tools) -> Option<Browser> {
        let driver = match self {
            Self::Chromium => on_path("chromedriver")?,
            Self::Firefox => tools.geckodriver.join("bin/geckodriver"),
            Self::WebKit => on_path("WebKitWebDriver")?,
        };
        let screen = if self == Self::WebKit { Some(on_path("Xvfb")?) } else { None };
        Some(Browser { engine: self, browser: self.browser()?, driver, screen })
    }

    /// Installs Debian's packages: as root, otherwise with a sudo that asks nothing.
    pub fn install(self) -> Outcome {
        if on_path("apt-get").is_none() {
            return Err(self.missing());
        }
        let sudo = if process::output(command("id").arg("-u")).as_deref() == Some("0") {
            false
        } else if process::output(command("sudo").args(["-n", "true"])).is_some() {
            true
        } else {
            return Err(self.missing());
        };
        let apt = |arguments: &[&str]| {
            let mut apt = if sudo { command("sudo") } else { command("env") };
            apt.args(sudo.then_some("-n")).args(sudo.then_some("env"));
            apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments);
            process::run(&mut apt, &self.missing())
        };
        apt(&["update"])?;
        apt(&[["install", "--yes", "--no-install-recommends"].as_slice(), self.packages()].concat())
    }

    /// The message for a machine on which it cannot be installed from here.
    pub fn missing(self) -> String {
        format!(
            "the tests need {}, and they could not be installed from here: run `sudo apt-get install {}`, or what does \
             the same on your system, and then `cargo xtask test`",
            self.parts(),
            self.packages().join(" ")
        )
    }
}

/// The engines' names in a sentence.
fn names() -> String {
    Engine::ALL.map(Engine::name).join(", ") + " or all"
}

/// Finds the MiniBrowser beside WebKitGTK's library, in a folder for the machine's architecture and library version.
fn mini_browser() -> Option<PathBuf> {
    let folders = [format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH), String::from("/usr/libexec")];
    let libraries = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let files = folders.iter().flat_map(|folder| libraries.map(|library| format!("{folder}/{library}/MiniBrowser")));
    files.map(PathBuf::from).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_named_with_commas() {
        let named = |words| Engine::named(words).map(|engines| engines.iter().map(|e| e.name()).collect::<Vec<_>>());
        assert_eq!(named("firefox,chromium"), Ok(vec!["firefox", "chromium"]));
        assert_eq!(named("all"), Ok(vec!["chromium", "firefox", "webkit"]));
        assert_eq!(named("lynx"), Err(String::from("`lynx` is no engine: chromium, firefox, webkit or all")));
    }
}
