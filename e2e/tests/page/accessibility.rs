//! axe-core finds nothing: WCAG 2.0 to 2.2, A and AA, in every state of the page and every manner of looking at it.

use crate::panels::fixture;
use crate::runner::{Group, Wants, tests};
use e2e::media::{DESK, NARROW, PHONE, Screen};
use e2e::page::Key;
use e2e::{Page, Result};
use serde::Deserialize;
use std::{env, fs};

pub const GROUP: Group = Group {
    name: "accessibility",
    browser: Wants::Own,
    tests: tests![axe_finds_nothing, axe_finds_what_is_wrong, nothing_lies_outside_a_landmark],
};

/// A manner of looking: a name, a screen and what the person prefers.
struct Manner(&'static str, Screen, &'static [(&'static str, &'static str)]);

const MANNERS: [Manner; 5] = [
    Manner("light", DESK, &[("prefers-color-scheme", "light")]),
    Manner("dark", DESK, &[("prefers-color-scheme", "dark")]),
    Manner("forced colours", DESK, &[("forced-colors", "active")]),
    Manner("phone", PHONE, &[("prefers-color-scheme", "light"), ("prefers-contrast", "more")]),
    Manner("320 px", NARROW, &[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]),
];

/// Something that axe found wrong.
#[derive(Debug, Deserialize)]
struct Violation {
    rule: String,
    told: Vec<String>,
}

/// What axe finds wrong on the page as it is now.
async fn violations(page: &Page) -> Result<Vec<Violation>> {
    const RUN: &str = "
        const done = arguments[0];
        // Forced colours are those of the person's system, and scripts are not told them.
        const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
        const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
        axe.run(document, { runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'] }).then(
            ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
                rule: id, told: [help].concat(nodes.map(node => node.html + ' ' + node.failureSummary)),
            }))),
            (error) => done([{ rule: 'axe itself', told: [String(error)] }]))";
    if !page.run::<bool>("return typeof axe === 'object'", &[]).await? {
        let script = fs::read_to_string(env::var("CABLE_AXE")?)?;
        page.run::<()>(&script, &[]).await?;
    }
    page.run_async(RUN, &[]).await
}

/// Holds the page as it is now to axe.
async fn finds_nothing(page: &Page, manner: &str, state: &str) -> Result {
    const STILL: &str = "return document.getAnimations().every(animation => animation.playState !== 'running')";
    page.until("nothing moves", STILL, &[]).await?;
    let found = violations(page).await?;
    let told: Vec<_> = found.iter().flat_map(|found| [&found.rule].into_iter().chain(&found.told)).collect();
    assert!(told.is_empty(), "{state}, {manner}: {told:#?}");
    Ok(())
}

async fn axe_finds_nothing(page: Page) -> Result {
    let (_, other) = fixture("no-telegram.txt")?;
    let (_, two) = fixture("two-telegrams.txt")?;
    for Manner(manner, screen, preferences) in MANNERS {
        page.browser.set_screen(screen).await?;
        page.browser.set_preferences(preferences).await?;
        page.browser.refresh().await?;
        page.ready().await?;
        finds_nothing(&page, manner, "the empty page").await?;
        page.open_example().await?;
        for tab in ["Checks", "References", "Glossary", "Source"] {
            page.click(tab).await?;
            finds_nothing(&page, manner, &format!("the example at {tab}")).await?;
        }
        page.click("Settings").await?;
        finds_nothing(&page, manner, "the reading settings").await?;
        page.click("List of keys").await?;
        finds_nothing(&page, manner, "the list of keys").await?;
        page.click("Close keys").await?;
        page.press(Key::Tab).await?;
        page.run::<()>("document.querySelector('.tag-line .term').focus()", &[]).await?;
        page.until("the card is there", "return document.querySelector('[role=tooltip]').checkVisibility()", &[])
            .await?;
        finds_nothing(&page, manner, "a card").await?;
        page.press(Key::Escape).await?;
        page.click("Settings").await?;
        page.click("Find").await?;
        page.labelled("Find in this text").await?.send_keys("the, lighthouse").await?;
        page.click("List all").await?;
        finds_nothing(&page, manner, "the find bar with its list").await?;
        page.click("Close find").await?;
        page.click("Export").await?;
        const SELECT: &str = "getSelection().selectAllChildren(document.querySelector('#summary .prose'))";
        page.run::<()>(SELECT, &[]).await?;
        page.until("a quotation is offered", "return document.querySelector('.quoting') !== null", &[]).await?;
        finds_nothing(&page, manner, "the ways out, and a quotation").await?;
        page.click("Export").await?;
        page.click("Show source of Comment").await?;
        page.click("Open").await?;
        page.drop_file("empty.txt", b"").await?;
        page.until("it is refused", "return document.querySelector('[role=alert]') !== null", &[]).await?;
        finds_nothing(&page, manner, "a refusal, and the ways in over the example").await?;
        page.paste(&other).await?;
        page.shows(other.as_bytes()).await?;
        finds_nothing(&page, manner, "a text that is no telegram").await?;
        page.paste(&two).await?;
        page.shows(two.as_bytes()).await?;
        page.run::<()>("document.querySelector('.report').open = true", &[]).await?;
        finds_nothing(&page, manner, "the list of two telegrams, and a report").await?;
        page.run::<()>("document.dispatchEvent(new CustomEvent('cable-viewer:panic', { detail: 'x.rs:1' }))", &[])
            .await?;
        page.failed().await?;
        finds_nothing(&page, manner, "the notice after a panic").await?;
    }
    Ok(())
}

/// A page with faults in it is found out, or finding nothing proves nothing.
async fn axe_finds_what_is_wrong(page: Page) -> Result {
    const SPOIL: &str = "
        document.documentElement.removeAttribute('lang');
        const button = document.createElement('button');
        const faint = document.createElement('p');
        faint.textContent = 'faint';
        faint.style.color = '#eee';
        faint.style.background = '#fff';
        document.getElementById('main').append(button, faint)";
    page.run::<()>(SPOIL, &[]).await?;
    let rules: Vec<String> = violations(&page).await?.into_iter().map(|found| found.rule).collect();
    for rule in ["html-has-lang", "button-name", "color-contrast"] {
        assert!(rules.iter().any(|found| found == rule), "{rule} in {rules:?}");
    }
    Ok(())
}

/// Someone who moves by landmarks and headings finds everything: the panels by name, in a main part, under headings
/// that skip no level.
async fn nothing_lies_outside_a_landmark(page: Page) -> Result {
    const LEVELS: &str =
        "return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => Number(e.localName[1]))";
    const COUNT: &str = "return arguments[0].map(name => document.querySelectorAll(name).length)";
    page.open_example().await?;
    let levels: Vec<u32> = page.run(LEVELS, &[]).await?;
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    let landmarks = ["main", "body > header, body > * > header", "footer", "h1"];
    let counts: Vec<u32> = page.run(COUNT, &[landmarks.as_slice().into()]).await?;
    assert_eq!((counts[0], counts[2], counts[3]), (1, 1, 1));
    Ok(())
}
