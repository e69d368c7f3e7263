//! A browser that refuses storage: the page needs none, and says so where it is asked to keep something.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::settings;
use crate::ways_in::EXAMPLE;
use e2e::{Artefact, Page, Result};

pub const GROUP: Group = Group {
    name: "storage",
    browser: Wants::WithoutStorage,
    tests: tests![blocked_is_no_hindrance, keeping_is_denied],
};

const REFUSED: &str = "try { localStorage.length; return false } catch { return true }";

async fn blocked_is_no_hindrance(page: Page) -> Result {
    if page.artefact == Artefact::Served {
        assert!(page.run::<bool>(REFUSED, &[]).await?, "the browser refuses storage, or this proves nothing");
    }
    page.open_example().await?;
    Expected::of(EXAMPLE, "Example")?.check(&page.seen().await?);
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

/// Files keep nothing either where storage is refused. In Chromium they can, and the sentence does not appear.
async fn keeping_is_denied(page: Page) -> Result {
    page.open_example().await?;
    page.click("Settings").await?;
    let theme = page.labelled("Theme").await?.to_json()?;
    let dark = "arguments[0].selectedIndex = 2; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
    page.run::<()>(dark, &[theme]).await?;
    if page.run::<bool>(REFUSED, &[]).await? { settings::denied(&page).await } else { Ok(()) }
}
