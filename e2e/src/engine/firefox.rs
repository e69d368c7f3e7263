//! Firefox: geckodriver, WebDriver BiDi for what the page does and is made to do, and the browser's own context for the
//! person's preferences.

use super::Need;
use super::bidi::{Bidi, Event};
use crate::driver::{Driver, Port};
use crate::media::Screen;
use crate::settings::Installed;
use crate::{Result, Storage};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hyper::Method;
use serde_json::{Value, json};
use std::mem::take;
use std::sync::{Mutex, MutexGuard, PoisonError};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{CapabilitiesHelper, DesiredCapabilities, RequestData, SessionId, WebDriver};

/// What it and its drivers can do. No command returns the accessibility tree, and no style sheet numbers pages.
pub(super) const CAN: &[Need] = &[
    Need::NarrowScreen,
    Need::Preferences,
    Need::ScriptBefore,
    Need::TimeZone,
    Need::NoScript,
    Need::Printing,
    Need::Requests,
    Need::StorageRefused,
    Need::TrustedTypes,
];

/// The connection over which Firefox sends events.
#[derive(Debug)]
pub(crate) struct Wire {
    bidi: Bidi,
    /// The only tab.
    tab: String,
    told: Mutex<Told>,
}

/// The events that have been sent, and not yet fetched.
#[derive(Debug, Default)]
struct Told {
    errors: Vec<String>,
    requests: Vec<String>,
}

/// The events that are listened to.
const LOG: &str = "log.entryAdded";
const REQUEST: &str = "network.beforeRequestSent";

/// Starts a new browser, without the recommended preferences: they would relax what it allows a page from the disk.
pub(crate) async fn start(installed: &Installed, storage: Storage) -> Result<(WebDriver, Driver, Wire)> {
    let mut wanted = DesiredCapabilities::firefox();
    let mut prefs = json!({
        "remote.prefs.recommended": false,
        // The recommended preference that lets the driver choose files.
        "dom.file.createInChild": true,
        // No background activity that would disturb: these begin some minutes after the start.
        "app.normandy.enabled": false,
        "browser.region.update.enabled": false,
        "browser.safebrowsing.blockedURIs.enabled": false,
        "browser.safebrowsing.downloads.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.safebrowsing.update.enabled": false,
        "browser.search.update": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
    });
    if storage == Storage::Refused {
        prefs["network.cookie.cookieBehavior"] = json!(2);
    }
    let options = json!({
        "binary": installed.browser.to_string_lossy(),
        "args": ["-headless", "--width=1440", "--height=986"],
        "prefs": prefs,
    });
    wanted.set("moz:firefoxOptions", options)?;
    wanted.enable_bidi()?;
    let arguments = ["--websocket-port=0", "--allow-system-access", "--log=info"];
    let driver = Driver::start(&installed.driver, &arguments, &[], Port::Said("Listening on 127.0.0.1:"))?;
    let web = WebDriver::new(driver.address(), wanted).await?;
    let address = web.capabilities().get("webSocketUrl").and_then(Value::as_str).ok_or("Firefox has no BiDi")?;
    let bidi = Bidi::connect(address).await?;
    let tab = bidi.send("browsingContext.getTree", json!({ "maxDepth": 0 })).await?["contexts"][0]["context"].take();
    let tab = tab.as_str().ok_or("Firefox has no tab")?.to_owned();
    bidi.send("session.subscribe", json!({ "events": [LOG, REQUEST] })).await?;
    Ok((web, driver, Wire { bidi, tab, told: Mutex::default() }))
}

impl Wire {
    pub(crate) async fn set_screen(&self, screen: Option<Screen>) -> Result {
        let viewport = screen.map(|Screen { width, height }| json!({ "width": width, "height": height }));
        let parameters = json!({ "context": self.tab, "viewport": viewport, "devicePixelRatio": null });
        self.bidi.send("browsingContext.setViewport", parameters).await?;
        Ok(())
    }

    pub(crate) async fn set_time_zone(&self, zone: Option<&str>) -> Result {
        let parameters = json!({ "contexts": [self.tab], "timezone": zone });
        self.bidi.send("emulation.setTimezoneOverride", parameters).await.map(drop)
    }

    pub(crate) async fn print(&self) -> Result<Vec<u8>> {
        let printed = self.bidi.send("browsingContext.print", json!({ "context": self.tab })).await?;
        Ok(BASE64.decode(printed["data"].as_str().unwrap_or_default())?)
    }

    pub(crate) async fn add_script_before(&self, script: &str) -> Result<String> {
        let added = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
        let added = self.bidi.send("script.addPreloadScript", added).await?;
        Ok(added["script"].as_str().ok_or("the script has no name")?.to_owned())
    }

    pub(crate) async fn remove_script_before(&self, script: &str) -> Result {
        self.bidi.send("script.removePreloadScript", json!({ "script": script })).await?;
        Ok(())
    }

    pub(crate) async fn errors(&self) -> Result<Vec<String>> {
        Ok(take(&mut self.gathered().await?.errors))
    }

    pub(crate) async fn requests(&self) -> Result<Vec<String>> {
        Ok(take(&mut self.gathered().await?.requests))
    }

    pub(crate) async fn forget_logs(&self) -> Result {
        *self.gathered().await? = Told::default();
        Ok(())
    }

    async fn gathered(&self) -> Result<MutexGuard<'_, Told>> {
        let events = self.bidi.told().await?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        for Event { method, parameters } in events {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            match method.as_str() {
                LOG if parameters["level"] == "error" => told.errors.push(text(&parameters["text"])),
                REQUEST => told.requests.push(text(&parameters["request"]["url"])),
                _ => {}
            }
        }
        Ok(told)
    }
}

/// The name of a preference in the browser's own context.
fn overridden(feature: &str) -> Result<&'static str> {
    match feature {
        "prefers-color-scheme" => Ok("prefersColorSchemeOverride"),
        "prefers-reduced-motion" => Ok("prefersReducedMotionOverride"),
        "forced-colors" => Ok("forcedColorsOverride"),
        "medium" => Ok("mediumOverride"),
        _ => Err(format!("Firefox cannot be told {feature}").into()),
    }
}

/// Each of them, with the value that leaves it to the system.
const OVERRIDES: [(&str, &str); 4] = [
    ("prefersColorSchemeOverride", "none"),
    ("prefersReducedMotionOverride", "none"),
    ("forcedColorsOverride", "none"),
    ("mediumOverride", ""),
];

/// Sets preferences. Those not named go back to the system's.
pub(crate) async fn set_preferences(web: &WebDriver, features: &[(&str, &str)]) -> Result {
    const SET: &str = "
        const context = gBrowser.selectedBrowser.browsingContext;
        for (const [name, value] of arguments[0]) context[name] = value";
    let mut values: Vec<(&str, &str)> = OVERRIDES.into();
    for &(feature, value) in features {
        values.push((overridden(feature)?, value));
    }
    in_the_browser(web, SET, json!(values)).await
}

pub(crate) async fn set_scripting(web: &WebDriver, on: bool) -> Result {
    const SET: &str = "gBrowser.selectedBrowser.browsingContext.allowJavascript = arguments[0]";
    in_the_browser(web, SET, json!(on)).await
}

/// Runs a script in the browser itself.
async fn in_the_browser(web: &WebDriver, script: &str, argument: Value) -> Result {
    web.handle().cmd(Context("chrome")).await?;
    let outcome = web.execute(script, vec![argument]).await;
    web.handle().cmd(Context("content")).await?;
    outcome?;
    Ok(())
}

/// The geckodriver command that sets the context of the scripts that follow.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(Method::POST, format!("session/{session}/moz/context"));
        request.add_body(json!({ "context": self.0 }))
    }
}
