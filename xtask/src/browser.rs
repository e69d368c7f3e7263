//! The browser that the page's tests drive, and its driver: those on PATH, else Debian's packages.

use crate::Outcome;
use crate::process::{self, command, on_path};
use std::path::PathBuf;

/// A browser and the program that drives it.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// Speaks WebDriver for it.
    pub driver: PathBuf,
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What Debian calls them. Without a font the page would be laid out with no widths.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-liberation"];

/// The browser and driver on PATH.
pub fn find() -> Option<Browser> {
    Some(Browser { chromium: NAMES.into_iter().find_map(on_path)?, driver: on_path("chromedriver")? })
}

/// Installs Debian's packages: as root, else with a sudo that asks nothing.
pub fn install() -> Outcome {
    if on_path("apt-get").is_none() {
        return Err(missing());
    }
    let sudo = if process::output(command("id").arg("-u")).as_deref() == Some("0") {
        false
    } else if process::output(command("sudo").args(["-n", "true"])).is_some() {
        true
    } else {
        return Err(missing());
    };
    let apt = |arguments: &[&str]| {
        let mut apt = if sudo { command("sudo") } else { command("env") };
        apt.args(sudo.then_some("-n")).args(sudo.then_some("env"));
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments);
        process::run(&mut apt, &missing())
    };
    apt(&["update"])?;
    apt(&[["install", "--yes", "--no-install-recommends"].as_slice(), &PACKAGES].concat())
}

/// The sentence for a machine on which the browser cannot be installed from here.
pub fn missing() -> String {
    format!(
        "the tests need Chromium (or Chrome) and chromedriver on PATH, and they could not be installed from here: run \
         `sudo apt-get install {}`, or what does the same on your system, and then `cargo xtask test`",
        PACKAGES.join(" ")
    )
}
