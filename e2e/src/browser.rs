//! One browser, and settings for it beyond those of WebDriver. What a test has set is undone before the next.

use crate::driver::Driver;
use crate::engine::{Engine, Need, chromium, firefox, webkit};
use crate::media::Screen;
use crate::settings::Installed;
use crate::{Result, Storage};
use std::mem::take;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use thirtyfour::WebDriver;

/// A browser. It closes when its last handle is dropped.
#[derive(Clone, Debug)]
pub struct Browser(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    engine: Engine,
    // The session ends before its driver.
    web: WebDriver,
    wire: Option<firefox::Wire>,
    told: Mutex<Told>,
    _driver: Driver,
}

/// What has to be undone.
#[derive(Debug, Default)]
struct Told {
    screen: bool,
    preferences: bool,
    time_zone: bool,
    no_script: bool,
    before: Vec<String>,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.0.web
    }
}

impl Browser {
    pub(crate) async fn start(installed: &Installed, storage: Storage) -> Result<Self> {
        let engine = installed.engine;
        let (web, _driver, wire) = match engine {
            Engine::Chromium => chromium::start(installed, storage).await.map(|(web, driver)| (web, driver, None))?,
            Engine::Firefox => {
                firefox::start(installed, storage).await.map(|(w, driver, wire)| (w, driver, Some(wire)))?
            }
            Engine::WebKit => webkit::start(installed, storage).await.map(|(web, driver)| (web, driver, None))?,
        };
        Ok(Self(Arc::new(Inner { engine, web, wire, told: Mutex::default(), _driver })))
    }

    /// Its engine.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Closes it.
    pub async fn close(self) -> Result {
        Ok(self.0.web.clone().quit().await?)
    }

    /// Gives the page the keyboard, which Tab may have moved to the browser's own controls. In Firefox a driver's click
    /// does not bring it back, as a person's does.
    pub async fn give_page_the_keyboard(&self) -> Result {
        Ok(self.switch_to_window(self.window().await?).await?)
    }

    /// Gives the browser a screen.
    pub async fn set_screen(&self, screen: Screen) -> Result {
        self.told(|told| told.screen = true);
        self.give_screen(Some(screen)).await
    }

    async fn give_screen(&self, screen: Option<Screen>) -> Result {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.set_screen(screen).await,
            (Engine::WebKit, _) => webkit::set_screen(self, screen).await,
            _ => chromium::set_screen(self, screen).await,
        }
    }

    /// Sets the person's preferences, as media features and their values: `prefers-color-scheme`, `dark`; also the
    /// `medium`, `print`. Those not named are the system's.
    pub async fn set_preferences(&self, features: &[(&str, &str)]) -> Result {
        self.told(|told| told.preferences = true);
        match self.engine() {
            Engine::Chromium => chromium::set_preferences(self, features).await,
            Engine::Firefox => firefox::set_preferences(self, features).await,
            Engine::WebKit => self.cannot(Need::Preferences),
        }
    }

    /// Sets the person's clock to a time zone, by its name.
    pub async fn set_time_zone(&self, zone: &str) -> Result {
        self.told(|told| told.time_zone = true);
        self.give_time_zone(Some(zone)).await
    }

    async fn give_time_zone(&self, zone: Option<&str>) -> Result {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.set_time_zone(zone).await,
            (Engine::WebKit, _) => self.cannot(Need::TimeZone),
            _ => chromium::set_time_zone(self, zone).await,
        }
    }

    /// Switches scripts off, from the next visit on.
    pub async fn switch_scripts_off(&self) -> Result {
        self.told(|told| told.no_script = true);
        self.set_scripting(false).await
    }

    async fn set_scripting(&self, on: bool) -> Result {
        match self.engine() {
            Engine::Chromium => chromium::set_scripting(self, on).await,
            Engine::Firefox => firefox::set_scripting(self, on).await,
            Engine::WebKit => self.cannot(Need::NoScript),
        }
    }

    /// Runs a script before those of each page opened from now on.
    pub async fn run_before(&self, script: &str) -> Result {
        let added = match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.add_script_before(script).await?,
            (Engine::WebKit, _) => return self.cannot(Need::ScriptBefore),
            _ => chromium::add_script_before(self, script).await?,
        };
        self.told(|told| told.before.push(added));
        Ok(())
    }

    /// Stops running scripts before those of the page.
    pub async fn run_nothing_before(&self) -> Result {
        for script in self.told(|told| take(&mut told.before)) {
            match &self.0.wire {
                Some(wire) => wire.remove_script_before(&script).await?,
                None => chromium::remove_script_before(self, &script).await?,
            }
        }
        Ok(())
    }

    /// Undoes everything that these methods have set.
    pub async fn restore(&self) -> Result {
        self.run_nothing_before().await?;
        let Told { screen, preferences, time_zone, no_script, .. } = self.told(take);
        if screen {
            self.give_screen(None).await?;
        }
        if preferences {
            self.set_preferences(&[]).await?;
        }
        if time_zone {
            self.give_time_zone(None).await?;
        }
        if no_script {
            self.set_scripting(true).await?;
        }
        self.told(take);
        Ok(())
    }

    /// Prints the page into a file, as PDF.
    pub async fn print(&self) -> Result<Vec<u8>> {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.print().await,
            (Engine::WebKit, _) => self.cannot(Need::Printing),
            _ => chromium::print(self).await,
        }
    }

    /// The errors on the console since the visit began, or since this was last called. Where the driver does not report
    /// them, the errors that reached the page's window since the start.
    pub(crate) async fn errors(&self) -> Result<Vec<String>> {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.errors().await,
            (Engine::WebKit, _) => webkit::errors(self).await,
            _ => chromium::errors(self).await,
        }
    }

    /// The addresses requested since the visit began, or since this was last called.
    pub(crate) async fn requests(&self) -> Result<Vec<String>> {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.requests().await,
            (Engine::WebKit, _) => self.cannot(Need::Requests),
            _ => chromium::requests(self).await,
        }
    }

    pub(crate) async fn forget_logs(&self) -> Result {
        match (self.engine(), &self.0.wire) {
            (_, Some(wire)) => wire.forget_logs().await,
            (Engine::WebKit, _) => Ok(()),
            _ => chromium::forget_logs(self).await,
        }
    }

    /// Starts listening for errors, where the driver does not report them.
    pub(crate) async fn listen(&self) -> Result {
        if self.engine() == Engine::WebKit { webkit::listen(self).await } else { Ok(()) }
    }

    fn told<T>(&self, change: impl FnOnce(&mut Told) -> T) -> T {
        change(&mut self.0.told.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn cannot<T>(&self, need: Need) -> Result<T> {
        Err(format!("there is no {need} in {}: the test has to name it as what it needs", self.engine().name()).into())
    }
}
