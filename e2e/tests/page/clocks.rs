//! Local times: at the post, and at the reader's place.

use crate::glossary::{TEXT, opened};
use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use e2e::{Engine, Page, Result};
use serde_json::json;
use std::fs;
use std::path::Path;

pub const GROUP: Group = Group {
    name: "clocks",
    browser: Wants::Any,
    tests: tests![
        three_clocks: [TimeZone],
        every_zone_is_known,
        an_unknown_zone_has_no_clock,
    ],
};

async fn three_clocks(page: Page) -> Result {
    const LINE: &str = "return [...document.querySelector('.reference-line').children].map(e => e.textContent)";
    let far = TEXT.replace("000417", "000418").replace("160544Z", "162144Z");
    let nowhere = TEXT.replace("MUSCAT", "TARSIS");
    for (zone, text, expected) in [
        ("UTC", TEXT, &["16 April 2008, 05:44 UTC", "09:44 at Muscat"][..]),
        ("Europe/Berlin", TEXT, &["16 April 2008, 05:44 UTC", "09:44 at Muscat", "07:44 CEST on your clock"]),
        (
            "America/New_York",
            &far,
            &["16 April 2008, 21:44 UTC", "17 April 2008, 01:44 at Muscat", "17:44 GMT-4 on your clock"],
        ),
        ("UTC", &nowhere, &["16 April 2008, 05:44 UTC"]),
    ] {
        page.browser.set_time_zone(zone).await?;
        opened(&page, text).await?;
        let line: Vec<String> = page.run(LINE, &[]).await?;
        assert_eq!(&line[..line.len() - 1], expected, "{zone}");
        page.click("Close").await?;
    }
    Ok(())
}

/// Time zones that are too new for an engine; README says so.
const fn too_young(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::WebKit => &["America/Ciudad_Juarez"],
        Engine::Chromium | Engine::Firefox => &[],
    }
}

/// The browser knows every time zone in the table of posts.
async fn every_zone_is_known(page: Page) -> Result {
    const UNKNOWN: &str = "
        return arguments[0].filter(timeZone => {
            try { return !new Intl.DateTimeFormat('en', { timeZone }); } catch { return true; }
        })";
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/cable/data/posts.tsv");
    let table = fs::read_to_string(table)?;
    let zones: Vec<&str> =
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(5)).collect();
    assert!(zones.len() > 200);
    let mut unknown: Vec<String> = page.run(UNKNOWN, &[json!(zones)]).await?;
    unknown.retain(|zone| !too_young(page.browser.engine()).contains(&zone.as_str()));
    assert_eq!(unknown, Vec::<String>::new());
    Ok(())
}

/// For a post whose time zone the browser does not know, the page gives no local time, but all the rest.
async fn an_unknown_zone_has_no_clock(page: Page) -> Result {
    const OTHER: &str = "
        document.addEventListener('cable-viewer:clock', ({ detail }) => {
            if (detail[1]) detail[1] = 'Nowhere/At_All';
        }, true)";
    page.run::<()>(OTHER, &[]).await?;
    opened(&page, TEXT).await?;
    let line: String = page.run("return document.querySelector('.reference-line').textContent", &[]).await?;
    assert!(line.contains("05:44 UTC") && !line.contains("at Muscat"), "{line}");
    Expected::of(TEXT, "")?.check(&page.seen().await?);
    Ok(())
}
