//! WebKitGTK: WebKitWebDriver and the MiniBrowser, which needs a screen, if only a virtual one. It knows only the
//! standard.

use super::Need;
use crate::driver::{Display, Driver, Port};
use crate::media::Screen;
use crate::settings::Installed;
use crate::{Result, Storage};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::sleep;

/// How long a window may take to get its size.
const PATIENCE: Duration = Duration::from_secs(5);

/// What its driver can do. The MiniBrowser's own bar keeps the window wider than a phone.
pub(super) const CAN: &[Need] = &[Need::TrustedTypes];

/// Starts a new browser, on a screen of its own.
pub(crate) async fn start(installed: &Installed, storage: Storage) -> Result<(WebDriver, Driver)> {
    if storage == Storage::Refused {
        return Err("the MiniBrowser cannot refuse storage".into());
    }
    let screen = installed.screen.as_deref().ok_or("WebKitGTK wants a screen: CABLE_XVFB names none")?;
    let display = Display::start(screen)?;
    let address = display.address();
    // As root its sandbox does not start; the page that it shows is the project's own.
    let environment = [("DISPLAY", address.as_str()), ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")];
    let driver = Driver::start(&installed.driver, &[], &environment, Port::Chosen)?.with(display);
    let mut wanted = Capabilities::new();
    let browser = json!({ "binary": installed.browser.to_string_lossy(), "args": ["--automation"] });
    wanted.set("webkitgtk:browserOptions", browser)?;
    let web = WebDriver::new(driver.address(), wanted).await?;
    set_screen(&web, None).await?;
    Ok((web, driver))
}

/// Resizes the window until the part left to the page has the size.
pub(crate) async fn set_screen(web: &WebDriver, screen: Option<Screen>) -> Result {
    let Screen { width, height } = screen.unwrap_or(crate::media::DESK);
    web.set_window_rect(0, 0, width, height).await?;
    let [inner_width, inner_height]: [u32; 2] = inner(web).await?;
    web.set_window_rect(0, 0, 2 * width - inner_width.min(2 * width), 2 * height - inner_height.min(2 * height))
        .await?;
    // The window has its size some frames before the page does.
    let began = Instant::now();
    loop {
        match inner(web).await? {
            size if size == [width, height] => return Ok(()),
            [w, h] if began.elapsed() > PATIENCE => {
                return Err(format!("the MiniBrowser gives the page {w} by {h} pixels, not {width} by {height}").into());
            }
            _ => sleep(Duration::from_millis(20)).await,
        }
    }
}

async fn inner(web: &WebDriver) -> Result<[u32; 2]> {
    Ok(web.execute("return [innerWidth, innerHeight]", Vec::new()).await?.convert()?)
}

/// Records the errors that reach the window, from the page's start on.
pub(crate) async fn listen(web: &WebDriver) -> Result {
    const LISTEN: &str = "
        if (window.errorsSeen) return;
        window.errorsSeen = [];
        const keep = (event) => window.errorsSeen.push(String(event.message || event.reason || event.violatedDirective));
        for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) addEventListener(type, keep)";
    web.execute(LISTEN, Vec::new()).await?;
    Ok(())
}

pub(crate) async fn errors(web: &WebDriver) -> Result<Vec<String>> {
    Ok(web.execute("return window.errorsSeen.splice(0)", Vec::new()).await?.convert()?)
}
