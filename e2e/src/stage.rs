//! What every visit to the page needs: the server, the driver, and browsers that begin with an empty profile each.

use crate::driver::Driver;
use crate::server::Server;
use crate::{Page, Result, Settings};
use serde_json::json;
use std::ops::Deref;
use std::path::Path;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// The two forms in which the page is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefact {
    /// `dist/` on a web server.
    Served,
    /// `dist/cable-viewer.html`, opened from the disk.
    Offline,
}

impl Artefact {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Served, Self::Offline];

    /// Its name in a list of tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Served => "served",
            Self::Offline => "offline",
        }
    }
}

/// Whether the browser lets a page keep anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As browsers do.
    Allowed,
    /// As a careful person sets it: cookies and all storage refused.
    Blocked,
}

/// Server and driver, set up once.
#[derive(Debug)]
pub struct Stage {
    /// Where everything lies.
    pub settings: Settings,
    driver: Driver,
    server: Server,
}

/// One browser; it is closed with this value.
#[derive(Clone, Debug)]
pub struct Browser(WebDriver);

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.0
    }
}

impl Browser {
    /// Closes it.
    pub async fn close(self) -> Result {
        Ok(self.0.quit().await?)
    }
}

/// What the browser did, as it tells its driver.
const LOGS: [&str; 2] = ["browser", "performance"];

/// A browser without a screen, and without errands of its own that would disturb.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1440,900",
];

impl Stage {
    /// Starts the server and the driver.
    pub async fn set_up(settings: Settings) -> Result<Self> {
        let server = Server::start(settings.dist.clone()).await?;
        let driver = Driver::start(&settings.driver)?;
        Ok(Self { settings, driver, server })
    }

    /// Where a browser finds the page.
    pub fn address(&self, artefact: Artefact) -> String {
        match artefact {
            Artefact::Served => self.server.address.clone(),
            Artefact::Offline => file_address(&self.settings.dist.join("cable-viewer.html")),
        }
    }

    /// A new browser, which keeps the logs of its console and its network. chromedriver makes its profile and
    /// removes it.
    pub async fn browser(&self, storage: Storage) -> Result<Browser> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&self.settings.chromium.to_string_lossy())?;
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        if storage == Storage::Blocked {
            let prefs = json!({ "profile.default_content_setting_values.cookies": 2 });
            wanted.add_experimental_option("prefs", prefs)?;
        }
        for log in LOGS {
            wanted.set_logging_prefs(log, LoggingPrefsLogLevel::All)?;
        }
        Ok(Browser(WebDriver::new(self.driver.address(), wanted).await?))
    }

    /// Opens the page and waits until it has started.
    pub async fn visit(&self, browser: &Browser, artefact: Artefact) -> Result<Page> {
        let page = self.call(browser, artefact).await?;
        page.ready().await?;
        Ok(page)
    }

    /// Opens the page, whether or not it starts.
    pub async fn call(&self, browser: &Browser, artefact: Artefact) -> Result<Page> {
        // Nothing of the last visit may be left, in the logs either.
        browser.goto("about:blank").await?;
        for log in LOGS {
            browser.get_log(log).await?;
        }
        let address = self.address(artefact);
        browser.goto(address.clone()).await?;
        Ok(Page::new(browser.clone(), artefact, address))
    }
}

/// A path as a `file:` address.
fn file_address(path: &Path) -> String {
    let mut address = String::from("file://");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => address.push(byte.into()),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_blanks_is_an_address() {
        assert_eq!(file_address(Path::new("/home/a b/dist/x.html")), "file:///home/a%20b/dist/x.html");
    }
}
