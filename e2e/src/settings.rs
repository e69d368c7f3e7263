//! Where the page, the browser and its driver lie: in environment variables, which `cargo xtask` sets.

use crate::Result;
use std::env;
use std::path::PathBuf;

/// The built page, and the programs that show and examine it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `dist/`, sealed and packed: `CABLE_DIST`.
    pub dist: PathBuf,
    /// axe-core's script: `CABLE_AXE`.
    pub axe: PathBuf,
    /// Chromium or Chrome: `CABLE_CHROMIUM`.
    pub chromium: PathBuf,
    /// chromedriver: `CABLE_CHROMEDRIVER`.
    pub driver: PathBuf,
}

impl Settings {
    /// What the environment says. What it does not say is an error: nothing may pass by not being tested.
    pub fn from_environment() -> Result<Self> {
        let path = |name: &str| {
            let value = env::var_os(name).map(PathBuf::from);
            value.filter(|path| path.exists()).ok_or_else(|| {
                format!(
                    "{name} names nothing that is there: run `cargo xtask test`, which builds the page, finds a browser \
                     and says where they are"
                )
            })
        };
        Ok(Self {
            dist: path("CABLE_DIST")?.canonicalize()?,
            axe: path("CABLE_AXE")?,
            chromium: path("CABLE_CHROMIUM")?,
            driver: path("CABLE_CHROMEDRIVER")?,
        })
    }
}
