//! Everything works without a pointer: each control is reached, seen, marked and named, and does what it says.

use crate::runner::{Group, Wants, tests};
use e2e::media::Screen;
use e2e::page::{Focus, Key};
use e2e::{Page, Result, STATES};
use serde_json::Value;
use std::collections::BTreeSet;

pub const GROUP: Group = Group {
    name: "keyboard",
    browser: Wants::Any,
    tests: tests![
        tab_reaches_everything: [Offline],
        tab_reaches_everything_at_400_percent: [Offline, NarrowScreen],
        the_skip_link_skips,
        enter_opens_the_example,
        arrows_move_between_tabs,
        escape_puts_the_ways_in_away,
        focus_is_never_lost,
    ],
};

/// Numbers every element that a pointer could use, in an open dialog or otherwise in the page. Only one of a group of
/// tabs is a stop, and the arrow keys reach the others.
const NUMBER: &str = "
    const modal = document.querySelector('dialog[open]');
    const all = [...(modal ?? document).querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex=\"0\"]')];
    const usable = all.filter(e => e.type === 'file' || e.checkVisibility()).filter(e => !e.closest('[hidden], [inert]'))
        .filter(e => e.getAttribute('role') !== 'tab' || e.tabIndex === 0);
    const told = usable.map(e => e.outerHTML.slice(0, 200));
    usable.forEach((e, index) => { e.dataset.stop = index });
    return told";

/// Presses Tab from the beginning until the keyboard has come around; every control must have had it. Controls `met` in
/// another state need no second check of name and mark.
async fn reaches_everything(page: &Page, met: &mut BTreeSet<String>) -> Result {
    // Starts from the beginning, since Firefox goes on from the caret. This also removes what is offered for a
    // selection.
    page.run::<()>("document.activeElement.blur(); window.getSelection().collapse(document.body, 0)", &[]).await?;
    page.still().await?;
    let usable: Vec<String> = page.run(NUMBER, &[]).await?;
    let mut reached = BTreeSet::new();
    // An element that scrolls by itself is a stop, too.
    for _ in 0..usable.len() * 2 + 4 {
        page.press(Key::Tab).await?;
        let Some(stop) = page.run::<Option<String>>("return document.activeElement.dataset.stop ?? null", &[]).await?
        else {
            continue;
        };
        let html = stop.parse().ok().and_then(|stop: usize| usable.get(stop)).cloned().unwrap_or_default();
        if !reached.insert(stop) {
            break;
        }
        page.focus_is_seen().await.map_err(|error| format!("{html}: {error}"))?;
        if met.insert(html) {
            let Focus { element, marked, role, name, .. } = page.focus().await?;
            // A summary tells a screen reader that it unfolds; ARIA has no role for it (HTML-AAM), and Firefox gives
            // none.
            let has_role = !role.is_empty() || element == "summary";
            assert!(has_role && !name.trim().is_empty(), "{element} has the role {role:?}, the name {name:?}");
            assert!(marked, "{role} {name:?} is not marked when it has the keyboard");
        }
    }
    let missed: Vec<_> = usable
        .iter()
        .enumerate()
        .filter(|(index, _)| !reached.contains(&index.to_string()))
        .map(|(_, html)| html)
        .collect();
    if usable.is_empty() || !missed.is_empty() {
        return Err(format!("of {} things to use Tab does not reach {missed:#?}", usable.len()).into());
    }
    Ok(())
}

async fn tab_reaches_everything(page: Page) -> Result {
    let mut met = BTreeSet::new();
    for state in STATES {
        page.browser.refresh().await?;
        page.browser.give_page_the_keyboard().await?;
        page.ready().await?;
        page.enter(state).await?;
        reaches_everything(&page, &mut met).await.map_err(|error| format!("{}: {error}", state.name))?;
    }
    Ok(())
}

/// WCAG 2.4.11 at 400 % zoom, where sticky parts could hide the element with the keyboard.
async fn tab_reaches_everything_at_400_percent(page: Page) -> Result {
    page.browser.set_screen(Screen { width: 320, height: 256 }).await?;
    tab_reaches_everything(page).await
}

async fn the_skip_link_skips(page: Page) -> Result {
    page.open_example().await?;
    page.run::<()>("document.activeElement.blur(); window.getSelection().removeAllRanges()", &[]).await?;
    page.run::<()>("document.querySelector('a').focus()", &[]).await?;
    let link = page.focus().await?;
    assert_eq!((link.role.as_str(), link.name.as_str()), ("link", "Skip to the text"));
    page.focus_is_seen().await?;
    page.press(Key::Enter).await?;
    page.until("the text has the keyboard", HAS, &["main".into()]).await?;
    // The keyboard goes on from there, not from the top.
    page.press(Key::Tab).await?;
    let inside: bool = page.run("return document.activeElement.closest('main') !== null", &[]).await?;
    assert!(inside);
    assert_eq!(page.browser.current_url().await?.as_str().split('#').next(), page.address.split('#').next());
    Ok(())
}

const HAS: &str = "return document.activeElement.id === arguments[0]";

async fn enter_opens_the_example(page: Page) -> Result {
    for _ in 0..20 {
        page.press(Key::Tab).await?;
        if page.focus().await?.name == "Open the example" {
            page.press(Key::Enter).await?;
            page.until("it is open", "return document.querySelector('footer') !== null", &[]).await?;
            return page.until("its text has the keyboard", HAS, &["main".into()]).await;
        }
    }
    Err("Tab does not reach the example".into())
}

async fn arrows_move_between_tabs(page: Page) -> Result {
    const OPEN: &str = "
        const tab = document.querySelector('[role=tab][aria-selected=true]');
        const panel = document.getElementById(tab.getAttribute('aria-controls'));
        const shown = [...document.querySelectorAll('[role=tabpanel]')].filter(e => e.checkVisibility());
        return tab.textContent === arguments[0] && document.activeElement === tab && shown.length === 1 && shown[0] === panel
            && panel.querySelector('h2').textContent === arguments[0]";
    page.open_example().await?;
    page.click("Checks").await?;
    let ways = [
        (Key::Right, "References"),
        (Key::Right, "Glossary"),
        (Key::Right, "Source"),
        (Key::Right, "Checks"),
        (Key::Left, "Source"),
        (Key::Home, "Checks"),
        (Key::End, "Source"),
    ];
    for (key, tab) in ways {
        page.press(key).await?;
        page.until(&format!("{tab} is open"), OPEN, &[tab.into()]).await?;
    }
    Ok(())
}

async fn escape_puts_the_ways_in_away(page: Page) -> Result {
    const SHOWN: &str = "return document.querySelector('form textarea').checkVisibility() === arguments[0]";
    const HOLDS: &str = "return document.querySelector('form textarea').value === arguments[0]";
    page.open_example().await?;
    page.click("Open").await?;
    page.until("the ways in are there", SHOWN, &[true.into()]).await?;
    page.type_into_field("SUBJECT: HALF").await?;
    page.press(Key::Escape).await?;
    page.until("the ways in are gone", SHOWN, &[false.into()]).await?;
    assert_eq!(page.focus().await?.name, "Open", "the keyboard is back where it came from");
    page.click("Open").await?;
    page.until("what was typed is there", HOLDS, &["SUBJECT: HALF".into()]).await?;
    // Text pasted beside typed text goes into the field.
    page.run::<()>("document.activeElement.blur()", &[]).await?;
    page.paste("SUBJECT: ANOTHER").await?;
    page.until("another text is open", "return document.querySelector('h1').textContent === 'ANOTHER'", &[]).await?;
    page.until("the field is empty", HOLDS, &["".into()]).await
}

/// A control may disappear when it is used. The keyboard then goes to a place in the page and is never lost.
async fn focus_is_never_lost(page: Page) -> Result {
    const SOMEWHERE: &str =
        "return document.activeElement !== document.body && document.activeElement.checkVisibility()";
    const FOCUS: &str = "arguments[0].focus()";
    page.open_example().await?;
    page.paste("SUBJECT: THE SECOND").await?;
    page.until("it is open", "return document.querySelector('h1').textContent === 'THE SECOND'", &[]).await?;
    page.drop_file("empty.txt", b"").await?;
    page.until("it is refused", "return document.querySelector('[role=alert]') !== null", &[]).await?;
    for name in ["Dismiss", "Back", "Close"] {
        let control: Value = page.control(name).await?.to_json()?;
        page.run::<()>(FOCUS, &[control]).await?;
        page.press(Key::Enter).await?;
        page.until(&format!("the keyboard is somewhere after {name}"), SOMEWHERE, &[]).await?;
    }
    Ok(())
}
