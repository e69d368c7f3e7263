//! What every visit to the page needs: the server, and browsers that each begin with an empty profile.

use crate::engine::{Engine, Need};
use crate::server::Server;
use crate::{Browser, Page, Result, Settings};
use std::path::Path;

/// The two forms in which the page is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefact {
    /// `dist/` on a web server.
    Served,
    /// `dist/cable-viewer.html`, opened from the disk.
    Offline,
}

impl Artefact {
    /// Both forms.
    pub const ALL: [Self; 2] = [Self::Served, Self::Offline];

    /// Returns whether it is the form that a test needs.
    pub fn suits(self, need: Need) -> bool {
        match need {
            Need::Served => self == Self::Served,
            Need::Offline => self == Self::Offline,
            _ => true,
        }
    }

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
    /// As browsers do by default.
    Allowed,
    /// As a careful person sets it: cookies and all storage refused.
    Refused,
}

/// The server, set up once, and the paths.
#[derive(Debug)]
pub struct Stage {
    /// The paths of the page and the programs.
    pub settings: Settings,
    server: Server,
}

impl Stage {
    /// Starts the server.
    pub async fn set_up(settings: Settings) -> Result<Self> {
        let server = Server::start(settings.dist.clone()).await?;
        Ok(Self { settings, server })
    }

    /// The address at which a browser finds the page.
    pub fn address(&self, artefact: Artefact) -> String {
        match artefact {
            Artefact::Served => self.server.address.clone(),
            Artefact::Offline => file_address(&self.settings.dist.join("cable-viewer.html")),
        }
    }

    /// A new browser of an engine, with an empty profile.
    pub async fn browser_of(&self, engine: Engine, storage: Storage) -> Result<Browser> {
        let installed = self.settings.engines.iter().find(|installed| installed.engine == engine);
        let installed = installed.ok_or_else(|| format!("{} is not among the engines", engine.name()))?;
        Browser::start(installed, storage).await
    }

    /// A new Chromium.
    pub async fn browser(&self, storage: Storage) -> Result<Browser> {
        self.browser_of(Engine::Chromium, storage).await
    }

    /// Opens the page and waits until it has started.
    pub async fn visit(&self, browser: &Browser, artefact: Artefact) -> Result<Page> {
        let page = self.call(browser, artefact).await?;
        page.ready().await?;
        Ok(page)
    }

    /// Opens the page, whether or not it starts.
    pub async fn call(&self, browser: &Browser, artefact: Artefact) -> Result<Page> {
        // Nothing of the last visit may remain, not in the logs either.
        browser.goto("about:blank").await?;
        browser.give_page_the_keyboard().await?;
        browser.forget_logs().await?;
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
