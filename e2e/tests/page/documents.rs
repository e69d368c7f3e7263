//! A second text replaces the first, which stays one step back; closing forgets both.

use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::{Page, Result};
use serde_json::Value;

pub const GROUP: Group = Group {
    name: "documents",
    browser: Wants::Any,
    tests: tests![one_step_back, each_begins_afresh, closing_forgets, closing_forgets_after_a_step_back],
};

const FIRST: &str = "FM AMEMBASSY PORT CALDER\nSUBJECT: QUINCE\n1. (U) The first harvest.";
const SECOND: &str = "FM AMEMBASSY PORT CALDER\nSUBJECT: MEDLAR\n1. (U) The second harvest.";

async fn one_step_back(page: Page) -> Result {
    page.paste(FIRST).await?;
    page.shows(FIRST.as_bytes()).await?;
    page.paste(SECOND).await?;
    page.shows(SECOND.as_bytes()).await?;
    assert_eq!(page.seen().await?.title, "MEDLAR");
    page.click("Back").await?;
    page.shows(FIRST.as_bytes()).await?;
    assert_eq!(page.seen().await?.title, "QUINCE");
    // Back once more leads forward: looking loses nothing.
    page.click("Back").await?;
    page.shows(SECOND.as_bytes()).await
}

/// Another text begins at its top, with nothing chosen in it, and with the keyboard there.
async fn each_begins_afresh(page: Page) -> Result {
    page.open_example().await?;
    page.click("Source").await?;
    page.run::<()>("window.scrollTo(0, 10000)", &[]).await?;
    page.paste(FIRST).await?;
    page.shows(FIRST.as_bytes()).await?;
    page.until("it is at its top", "return scrollY === 0 && document.activeElement.id === 'main'", &[]).await?;
    let chosen: bool = page.run("return document.querySelector('.chosen') === null", &[]).await?;
    assert!(chosen, "nothing is chosen");
    Ok(())
}

/// Which of these words remain: in the document, its title and fields, the address, or the state of the history.
async fn left_of(page: &Page, words: &[&str]) -> Result<Vec<String>> {
    const LEFT: &str = "
        const fields = [...document.querySelectorAll('input, textarea')].map(e => e.value).join();
        const all = document.documentElement.outerHTML + document.title + fields + location.href + JSON.stringify(history.state);
        return [...arguments].filter(word => all.includes(word))";
    let words: Vec<Value> = words.iter().map(|&word| word.into()).collect();
    page.run(LEFT, &words).await
}

async fn closing_forgets(page: Page) -> Result {
    page.open_example().await?;
    page.paste(FIRST).await?;
    page.shows(FIRST.as_bytes()).await?;
    let words = ["QUINCE", "first harvest", "Everly-Quist", "HARBOR MASTER"];
    assert!(EXAMPLE.contains(words[2]) && EXAMPLE.contains(words[3]));
    assert!(!left_of(&page, &words).await?.is_empty(), "they can be found while they are open");
    page.click("Close").await?;
    closed(&page).await?;
    assert_eq!(left_of(&page, &words).await?, Vec::<String>::new());
    Ok(())
}

async fn closing_forgets_after_a_step_back(page: Page) -> Result {
    page.open_typed(FIRST).await?;
    page.shows(FIRST.as_bytes()).await?;
    page.paste(SECOND).await?;
    page.shows(SECOND.as_bytes()).await?;
    page.click("Back").await?;
    page.shows(FIRST.as_bytes()).await?;
    page.click("Close").await?;
    closed(&page).await?;
    assert_eq!(left_of(&page, &["QUINCE", "MEDLAR"]).await?, Vec::<String>::new());
    // The start script does not have it either: its notice offers no text.
    page.run::<()>("document.dispatchEvent(new CustomEvent('cable-viewer:panic', { detail: 'test' }))", &[]).await?;
    page.failed().await?;
    page.click("Reload").await?;
    page.ready().await
}

async fn closed(page: &Page) -> Result {
    page.until(
        "it is closed",
        "return document.querySelector('form textarea') !== null && !document.querySelector('footer')",
        &[],
    )
    .await
}
