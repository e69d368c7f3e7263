//! Where the page, the browsers and their drivers are, from environment variables that `cargo xtask` sets.

use crate::Result;
use crate::engine::Engine;
use std::env;
use std::path::PathBuf;

/// The built page, and the programs that show and examine it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `dist/`, sealed and packed: `CABLE_DIST`.
    pub dist: PathBuf,
    /// axe-core's script: `CABLE_AXE`.
    pub axe: PathBuf,
    /// The engines to use, at least one.
    pub engines: Vec<Installed>,
}

/// A browser, and what drives it.
#[derive(Clone, Debug)]
pub struct Installed {
    /// The engine.
    pub engine: Engine,
    /// `CABLE_CHROMIUM`, `CABLE_FIREFOX`, `CABLE_WEBKIT`: an engine whose variable is set is used.
    pub browser: PathBuf,
    /// `CABLE_CHROMEDRIVER`, `CABLE_GECKODRIVER`, `CABLE_WEBKITDRIVER`.
    pub driver: PathBuf,
    /// `CABLE_XVFB`, the virtual screen that WebKitGTK wants.
    pub screen: Option<PathBuf>,
}

impl Engine {
    const fn variables(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CABLE_CHROMIUM", "CABLE_CHROMEDRIVER"),
            Self::Firefox => ("CABLE_FIREFOX", "CABLE_GECKODRIVER"),
            Self::WebKit => ("CABLE_WEBKIT", "CABLE_WEBKITDRIVER"),
        }
    }
}

impl Settings {
    /// Reads the environment. A missing variable is an error: nothing may pass by not being tested.
    pub fn from_environment() -> Result<Self> {
        let mut engines = Vec::new();
        for engine in Engine::ALL {
            let (browser, driver) = engine.variables();
            if env::var_os(browser).is_some() {
                let (browser, driver) = (path(browser)?, path(driver)?);
                let screen = (engine == Engine::WebKit).then(|| path("CABLE_XVFB")).transpose()?;
                engines.push(Installed { engine, browser, driver, screen });
            }
        }
        if engines.is_empty() {
            return Err(missing("CABLE_CHROMIUM").into());
        }
        Ok(Self { dist: path("CABLE_DIST")?.canonicalize()?, axe: path("CABLE_AXE")?, engines })
    }
}

fn path(name: &str) -> Result<PathBuf> {
    let value = env::var_os(name).map(PathBuf::from);
    Ok(value.filter(|path| path.exists()).ok_or_else(|| missing(name))?)
}

fn missing(name: &str) -> String {
    format!(
        "{name} names nothing that is there: run `cargo xtask test`, which builds the page, finds the browsers and says \
         where they are"
    )
}
