//! axe-core finds nothing: WCAG 2.0 to 2.2, A and AA, in every state of the page and every way of looking at it.

use crate::runner::{Group, Wants, tests};
use e2e::media::{DESK, NARROW, PHONE, Screen};
use e2e::states::{ON_PAPER, PAPER};
use e2e::{Page, Result, STATES};
use serde::Deserialize;
use std::{env, fs};

pub const GROUP: Group = Group {
    name: "accessibility",
    browser: Wants::Any,
    tests: tests![
        axe_finds_nothing: [Offline, NarrowScreen, Preferences],
        axe_finds_nothing_in_more_contrast: [Offline, Contrast],
        axe_finds_nothing_on_paper: [Offline, Preferences],
        axe_finds_what_is_wrong,
        nothing_lies_outside_a_landmark,
        states_are_seen_without_colours: [Preferences],
    ],
};

/// A way of looking at the page: a name, a screen and the person's preferences.
struct Manner(&'static str, Screen, &'static [(&'static str, &'static str)]);

const MANNERS: [Manner; 5] = [
    Manner("light", DESK, &[("prefers-color-scheme", "light")]),
    Manner("dark", DESK, &[("prefers-color-scheme", "dark")]),
    Manner("forced colours", DESK, &[("forced-colors", "active")]),
    Manner("phone", PHONE, &[("prefers-color-scheme", "light")]),
    Manner("320 px", NARROW, &[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]),
];

/// Ways that cannot be set in every engine.
const MORE_CONTRAST: [Manner; 2] = [
    Manner("more contrast", DESK, &[("prefers-color-scheme", "light"), ("prefers-contrast", "more")]),
    Manner("more contrast, dark", DESK, &[("prefers-color-scheme", "dark"), ("prefers-contrast", "more")]),
];

/// Something that axe found wrong.
#[derive(Debug, Deserialize)]
struct Violation {
    rule: String,
    told: Vec<String>,
}

/// The violations that axe finds on the page as it is now.
async fn violations(page: &Page) -> Result<Vec<Violation>> {
    const RUN: &str = "
        const done = arguments[0];
        // Forced colours are those of the person's system, and scripts are not told them.
        const forced = matchMedia('(forced-colors: active)').matches;
        // Nothing is pressed on paper.
        const paper = matchMedia('print').matches;
        const rules = { 'color-contrast': { enabled: !forced }, 'target-size': { enabled: !paper } };
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

/// Checks that the page, as it is now, has none.
async fn passes(page: &Page, what: &str) -> Result {
    let found = violations(page).await?;
    let told: Vec<_> = found.iter().flat_map(|found| [&found.rule].into_iter().chain(&found.told)).collect();
    assert!(told.is_empty(), "{what}: {told:#?}");
    Ok(())
}

/// Gives what is off the screen the colours that it has on the screen. An engine may put that off until then.
async fn draw_all(page: &Page) -> Result {
    const DRAW: &str = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important }');
        document.adoptedStyleSheets.push(sheet)";
    page.run(DRAW, &[]).await
}

async fn axe_finds_nothing(page: Page) -> Result {
    each_state_passes(page, &MANNERS).await
}

async fn axe_finds_nothing_in_more_contrast(page: Page) -> Result {
    each_state_passes(page, &MORE_CONTRAST).await
}

async fn each_state_passes(page: Page, manners: &[Manner]) -> Result {
    for state in STATES {
        page.browser.refresh().await?;
        page.ready().await?;
        page.browser.set_screen(DESK).await?;
        page.enter(state).await?;
        draw_all(&page).await?;
        for &Manner(manner, screen, preferences) in manners {
            page.browser.set_screen(screen).await?;
            page.browser.set_preferences(preferences).await?;
            page.still().await?;
            // A target that the sticky bar covers now is not too small for it. The wheel event ends holding a hit in
            // view.
            page.run::<()>("dispatchEvent(new WheelEvent('wheel')); scrollTo({ top: 0, behavior: 'instant' })", &[])
                .await?;
            passes(&page, &format!("{}, {manner}", state.name)).await?;
        }
    }
    Ok(())
}

/// The printed page is checked as a PDF of it would reach a screen reader. A dark page is printed, too.
async fn axe_finds_nothing_on_paper(page: Page) -> Result {
    page.enter(&ON_PAPER).await?;
    draw_all(&page).await?;
    for scheme in ["light", "dark"] {
        page.browser.set_preferences(&[PAPER, ("prefers-color-scheme", scheme)]).await?;
        page.still().await?;
        passes(&page, &format!("paper, {scheme}")).await?;
    }
    Ok(())
}

/// Faults put into the page are found, otherwise finding nothing would prove nothing.
async fn axe_finds_what_is_wrong(page: Page) -> Result {
    const SPOIL: &str = "
        document.documentElement.removeAttribute('lang');
        const button = document.createElement('button');
        const faint = document.createElement('p');
        faint.textContent = 'faint';
        faint.style.color = '#eee';
        faint.style.background = '#fff';
        const small = ['a', 'b'].map(name => Object.assign(document.createElement('button'), { textContent: name }));
        small.forEach(({ style }, index) => {
            style.cssText = `all: initial; position: fixed; top: ${9 * index}px; left: 0; width: 9px; height: 9px; z-index: 99`;
        });
        document.getElementById('main').append(button, faint, ...small)";
    page.run::<()>(SPOIL, &[]).await?;
    let rules: Vec<String> = violations(&page).await?.into_iter().map(|found| found.rule).collect();
    for rule in ["html-has-lang", "button-name", "color-contrast", "target-size"] {
        assert!(rules.iter().any(|found| found == rule), "{rule} in {rules:?}");
    }
    Ok(())
}

/// Where colours are forced, a pressed or current control has a line that the others do not have.
async fn states_are_seen_without_colours(page: Page) -> Result {
    const DIFFER: &str = "
        const [on, off] = [...arguments].map(selector => {
            const style = getComputedStyle(document.querySelector(selector));
            return style.borderInlineStartStyle + style.borderInlineStartWidth + style.textDecorationLine;
        });
        return on !== off";
    const PAIRS: [[&str; 2]; 3] = [
        [".button[aria-pressed=true]", ".button[aria-pressed=false]"],
        [".find-hit[aria-current]", ".find-hit:not([aria-current])"],
        ["#library .is-shown", "#library tr:not(.is-shown)"],
    ];
    page.browser.set_preferences(&[("forced-colors", "active")]).await?;
    page.enter(STATES.iter().find(|state| state.name == "library").ok_or("there is no library")?).await?;
    page.open_find().await?;
    page.click("List all").await?;
    page.labelled("Find in this text").await?.send_keys("the").await?;
    page.until("hits are listed", "return document.querySelectorAll('.find-hit').length > 1", &[]).await?;
    for [on, off] in PAIRS {
        assert!(page.run::<bool>(DIFFER, &[on.into(), off.into()]).await?, "{on} looks like {off}");
    }
    Ok(())
}

/// A reader who moves by landmarks and headings finds everything: the panels by name, in a main part, under headings
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
