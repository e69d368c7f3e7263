//! A visit to the page.
//!
//! - `mod.rs`: scripts, waiting, and what the browser logged
//! - `ways_in.rs`: how a text comes in
//! - `hands.rs`: pointer and keyboard
//! - `seen.rs`: what is on the page, collected by `seen.js`

mod hands;
mod seen;
mod ways_in;

pub use hands::Focus;
pub use seen::{Finding, Paragraph, Row, Seen};
pub use thirtyfour::Key;

use crate::{Artefact, Browser, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::{Duration, Instant};

/// The page in a browser.
#[derive(Clone, Debug)]
pub struct Page {
    /// The browser that shows it.
    pub browser: Browser,
    /// The form in which it is shown.
    pub artefact: Artefact,
    /// Its address.
    pub address: String,
}

/// How long something may take to happen. This is enough for a busy machine, since no test is about speed.
const PATIENCE: Duration = Duration::from_secs(30);
/// The time between two checks whether it has happened.
const GLANCE: Duration = Duration::from_millis(15);

impl Page {
    pub(crate) fn new(browser: Browser, artefact: Artefact, address: String) -> Self {
        Self { browser, artefact, address }
    }

    /// Waits until the page says that it can be used.
    pub async fn ready(&self) -> Result {
        self.reaches("ready").await?;
        self.browser.listen().await
    }

    /// Waits until the page says that it has failed.
    pub async fn failed(&self) -> Result {
        self.reaches("failed").await
    }

    async fn reaches(&self, state: &str) -> Result {
        let script = "return document.documentElement.dataset.state === arguments[0]";
        self.until(&format!("the page is {state}"), script, &[state.into()]).await
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        Ok(self.browser.execute(script, arguments).await?.convert()?)
    }

    /// Runs the body of a function in the page. Its last argument is called with the result when that is there.
    pub async fn run_async<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        Ok(self.browser.execute_async(script, arguments).await?.convert()?)
    }

    /// Waits until a script returns true; `what` says what is waited for.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) -> Result {
        let began = Instant::now();
        // Firefox answers with nothing where a new page has interrupted the script.
        while !self.run::<Option<bool>>(script, arguments).await?.unwrap_or(false) {
            if began.elapsed() > PATIENCE {
                let text: String = self.run("return document.body.innerText.slice(0, 600)", &[]).await?;
                return Err(format!("waited in vain until {what}; the page says:\n{text}").into());
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits until the program has done what follows from a drawing. It moves the keyboard and adds listeners a few
    /// tasks later, so that the page may paint first. A driver, unlike a person, is quick enough to do something in
    /// between.
    pub async fn settled(&self) -> Result {
        const SETTLED: &str = "
            const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.run_async(SETTLED, &[]).await
    }

    /// The errors on the console since the visit began, or since this was last called.
    pub async fn errors(&self) -> Result<Vec<String>> {
        self.browser.errors().await
    }

    /// The addresses requested since the visit began, or since this was last called: network, disk, the page's own
    /// memory.
    pub async fn requests(&self) -> Result<Vec<String>> {
        self.browser.requests().await
    }
}
