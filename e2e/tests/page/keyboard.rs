//! Everything without a pointer: each thing to use is reached, seen, marked and named, and does what it says.

use crate::runner::{Group, Wants, tests};
use e2e::page::{Focus, Key};
use e2e::{Page, Result};
use serde_json::Value;
use std::collections::BTreeSet;

pub const GROUP: Group = Group {
    name: "keyboard",
    browser: Wants::Any,
    tests: tests![
        tab_reaches_everything_on_the_empty_page,
        tab_reaches_everything_of_a_telegram,
        the_skip_link_skips,
        enter_opens_the_example,
        arrows_move_between_tabs,
        escape_puts_the_ways_in_away,
        focus_is_never_lost,
    ],
};

/// Numbers every element that a pointer could use, and gives how many there are. Of a group of tabs one is a stop, and
/// the arrows reach the others.
const NUMBER: &str = "
    const all = [...document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex=\"0\"]')];
    const usable = all.filter(e => e.type === 'file' || e.checkVisibility()).filter(e => !e.closest('[hidden]'))
        .filter(e => e.getAttribute('role') !== 'tab' || e.tabIndex === 0);
    usable.forEach((e, index) => { e.dataset.stop = index });
    return usable.map(e => e.outerHTML.slice(0, 120))";

/// Presses Tab from the beginning until the keyboard has come around; every thing to use must have had it.
async fn reaches_everything(page: &Page) -> Result {
    let usable: Vec<String> = page.run(NUMBER, &[]).await?;
    page.run::<()>("document.activeElement.blur(); window.getSelection().removeAllRanges()", &[]).await?;
    let mut reached = BTreeSet::new();
    for _ in 0..usable.len() * 2 {
        page.press(Key::Tab).await?;
        let Some(stop) = page.run::<Option<String>>("return document.activeElement.dataset.stop ?? null", &[]).await?
        else {
            continue;
        };
        if !reached.insert(stop) {
            break;
        }
        let Focus { element, marked, role, name, .. } = page.focus().await?;
        assert!(!name.trim().is_empty() && !role.is_empty(), "{element} has the role {role:?} and the name {name:?}");
        page.focus_is_seen().await.map_err(|error| format!("{role} {name:?}: {error}"))?;
        assert!(marked, "{role} {name:?} is marked when it has the keyboard");
    }
    let missed: Vec<_> = usable
        .iter()
        .enumerate()
        .filter(|(index, _)| !reached.contains(&index.to_string()))
        .map(|(_, html)| html)
        .collect();
    assert!(usable.len() >= 5, "there is something to reach: {usable:?}");
    assert_eq!(missed, Vec::<&String>::new());
    Ok(())
}

async fn tab_reaches_everything_on_the_empty_page(page: Page) -> Result {
    reaches_everything(&page).await
}

async fn tab_reaches_everything_of_a_telegram(page: Page) -> Result {
    page.open_example().await?;
    page.click("Open").await?;
    for tab in ["Checks", "References", "Glossary", "Source"] {
        page.click(tab).await?;
        reaches_everything(&page).await?;
    }
    Ok(())
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
    // It goes on from there, not from the top.
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
    const SHOWN: &str = "return document.querySelectorAll('form textarea').length === arguments[0]";
    page.open_example().await?;
    page.click("Open").await?;
    page.until("the ways in are there", SHOWN, &[1.into()]).await?;
    page.press(Key::Escape).await?;
    page.until("the ways in are gone", SHOWN, &[0.into()]).await?;
    assert_eq!(page.focus().await?.name, "Open", "the keyboard is back where it came from");
    Ok(())
}

/// What had the keyboard goes away with what it did; the keyboard goes to a place in the page, never to none.
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
