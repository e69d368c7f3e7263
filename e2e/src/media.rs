//! Screens and preferences that the browser is told to have.

use crate::{Browser, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;

/// A screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// From edge to edge.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A desk's screen.
pub const DESK: Screen = Screen { width: 1440, height: 900 };
/// A tablet, upright.
pub const TABLET: Screen = Screen { width: 820, height: 1180 };
/// A phone.
pub const PHONE: Screen = Screen { width: 390, height: 844 };
/// What a screen of 1280 pixels leaves at 400 % zoom (WCAG 1.4.10).
pub const NARROW: Screen = Screen { width: 320, height: 640 };

impl Browser {
    /// Gives the browser a screen.
    pub async fn set_screen(&self, screen: Screen) -> Result {
        let Screen { width, height } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Prints the page into a file, as PDF.
    pub async fn print(&self) -> Result<Vec<u8>> {
        let printed = self.cdp().send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
        Ok(BASE64.decode(printed["data"].as_str().unwrap_or_default())?)
    }

    /// Gives the person preferences, as media features and their values: `prefers-color-scheme`, `dark`.
    pub async fn set_preferences(&self, features: &[(&str, &str)]) -> Result {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }
}
