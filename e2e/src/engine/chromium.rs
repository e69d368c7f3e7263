//! Chromium: chromedriver, and DevTools commands for what WebDriver does not have.

use crate::driver::{Driver, Port};
use crate::media::Screen;
use crate::settings::Installed;
use crate::{Result, Storage};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// The logs that the browser keeps for its driver.
const LOGS: [&str; 2] = ["browser", "performance"];

/// Flags for a browser without a screen, and without background activity that would disturb.
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

/// Starts a new browser, which logs its console and its network. chromedriver makes its profile and removes it.
pub(crate) async fn start(installed: &Installed, storage: Storage) -> Result<(WebDriver, Driver)> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&installed.browser.to_string_lossy())?;
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    if storage == Storage::Refused {
        let prefs = json!({ "profile.default_content_setting_values.cookies": 2 });
        wanted.add_experimental_option("prefs", prefs)?;
    }
    for log in LOGS {
        wanted.set_logging_prefs(log, LoggingPrefsLogLevel::All)?;
    }
    let driver = Driver::start(&installed.driver, &["--log-level=SEVERE"], &[], Port::Said("successfully on port "))?;
    Ok((WebDriver::new(driver.address(), wanted).await?, driver))
}

async fn command(web: &WebDriver, name: &str, parameters: Value) -> Result<Value> {
    Ok(web.cdp().send_raw(name, parameters).await?)
}

pub(crate) async fn set_screen(web: &WebDriver, screen: Option<Screen>) -> Result {
    match screen {
        Some(Screen { width, height }) => {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            command(web, "Emulation.setDeviceMetricsOverride", metrics).await?
        }
        None => command(web, "Emulation.clearDeviceMetricsOverride", json!({})).await?,
    };
    Ok(())
}

pub(crate) async fn set_preferences(web: &WebDriver, features: &[(&str, &str)]) -> Result {
    let (medium, features): (Vec<_>, Vec<_>) = features.iter().partition(|(name, _)| *name == "medium");
    let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    let medium = medium.first().map_or("", |(_, medium)| medium);
    command(web, "Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await?;
    Ok(())
}

/// Sets the time zone; with `None`, the machine's.
pub(crate) async fn set_time_zone(web: &WebDriver, zone: Option<&str>) -> Result {
    let parameters = json!({ "timezoneId": zone.unwrap_or_default() });
    command(web, "Emulation.setTimezoneOverride", parameters).await.map(drop)
}

pub(crate) async fn set_scripting(web: &WebDriver, on: bool) -> Result {
    command(web, "Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await?;
    Ok(())
}

/// Adds a script, and returns the name by which it is removed.
pub(crate) async fn add_script_before(web: &WebDriver, script: &str) -> Result<String> {
    let added = command(web, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(added["identifier"].as_str().ok_or("the script has no name")?.to_owned())
}

pub(crate) async fn remove_script_before(web: &WebDriver, script: &str) -> Result {
    command(web, "Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script })).await?;
    Ok(())
}

pub(crate) async fn print(web: &WebDriver) -> Result<Vec<u8>> {
    let printed = command(web, "Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
    Ok(BASE64.decode(printed["data"].as_str().unwrap_or_default())?)
}

pub(crate) async fn errors(web: &WebDriver) -> Result<Vec<String>> {
    let entries = web.browser_log().await?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}

pub(crate) async fn requests(web: &WebDriver) -> Result<Vec<String>> {
    let mut addresses = Vec::new();
    for entry in web.get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message)?;
        let (method, parameters) = (&event["message"]["method"], &event["message"]["params"]);
        let address = match method.as_str() {
            Some("Network.requestWillBeSent") => &parameters["request"]["url"],
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => &parameters["url"],
            _ => continue,
        };
        addresses.extend(address.as_str().map(str::to_owned));
    }
    Ok(addresses)
}

pub(crate) async fn forget_logs(web: &WebDriver) -> Result {
    for log in LOGS {
        web.get_log(log).await?;
    }
    Ok(())
}
