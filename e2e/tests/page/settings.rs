//! How the page is read: theme, column, size, typeface, keys; kept only if asked for.

use crate::runner::{Group, Wants, tests};
use e2e::page::Key;
use e2e::{Artefact, Page, Result};
use serde_json::{Value, json};

pub const GROUP: Group = Group {
    name: "settings",
    browser: Wants::Own,
    tests: tests![
        each_changes_what_it_says: [Preferences],
        nothing_is_kept_unless_asked,
        kept_settings_come_before_the_first_paint: [ScriptBefore],
        what_is_not_known_is_ignored,
        a_full_storage_loses_nothing,
        files_share_their_storage,
        keys_lead_through_the_text,
        keys_pass_over_what_is_hidden,
        keys_are_listed,
        keys_leave_typing_alone,
        keys_can_be_switched_off,
    ],
};

/// The name that the settings are kept under.
const NAME: &str = "cable-viewer.settings";
const KEEP: &str = "Keep these settings on this computer";

/// Chooses a value of a setting from the list, as a person does.
async fn set(page: &Page, setting: &str, value: &str) -> Result {
    const CHOOSE: &str = "
        const [list, value] = arguments;
        list.selectedIndex = [...list.options].findIndex(option => option.textContent === value);
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let list = page.labelled(setting).await?.to_json()?;
    page.run(CHOOSE, &[list, value.into()]).await
}

async fn opened(page: &Page) -> Result {
    page.open_example().await?;
    page.click("Settings").await
}

async fn each_changes_what_it_says(page: Page) -> Result {
    const LOOK: &str = "
        const prose = document.querySelector('#body .paragraph:not(:has(.folded)) .prose'), look = getComputedStyle(prose);
        const paper = getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number);
        return { light: paper[0] > 128, width: prose.getBoundingClientRect().width, size: parseFloat(look.fontSize), face: look.fontFamily }";
    const NAMES: &str = "
        const { options, value } = arguments[0];
        return [...options].map(option => option.textContent).join() + ': ' + value";
    opened(&page).await?;
    for (setting, names) in [("Column", "Narrow,Medium,Wide: Medium"), ("Size", "Small,Medium,Large,Larger: Medium")] {
        let list = page.labelled(setting).await?.to_json()?;
        assert_eq!(page.run::<String>(NAMES, &[list]).await?, names);
    }
    let look = async || page.run::<Value>(LOOK, &[]).await;
    for (system, theme, light) in [("light", "Dark", false), ("dark", "Light", true), ("dark", "As the system", false)]
    {
        page.browser.set_preferences(&[("prefers-color-scheme", system)]).await?;
        set(&page, "Theme", theme).await?;
        assert_eq!(look().await?["light"], json!(light), "{theme} on a {system} system");
    }
    let number = async |what: &str| Ok::<_, Box<dyn std::error::Error + Send + Sync>>(look().await?[what].as_f64());
    let medium = number("width").await?;
    set(&page, "Column", "Narrow").await?;
    assert!(number("width").await? < medium);
    set(&page, "Column", "Wide").await?;
    assert!(number("width").await? > medium);
    let medium = number("size").await?;
    for (size, larger) in [("Small", false), ("Large", true), ("Larger", true)] {
        set(&page, "Size", size).await?;
        assert_eq!(number("size").await? > medium, larger, "{size}");
    }
    let serif = look().await?["face"].clone();
    set(&page, "Typeface", "Sans serif").await?;
    assert_ne!(look().await?["face"], serif);
    set(&page, "Typeface", "Serif").await?;
    assert_eq!(look().await?["face"], serif);
    Ok(())
}

/// What the browser keeps for the page, with names.
async fn kept(page: &Page) -> Result<Vec<(String, String)>> {
    page.run("return Object.entries(localStorage)", &[]).await
}

async fn theme(page: &Page) -> Result<Option<String>> {
    page.run("return document.documentElement.dataset.theme ?? null", &[]).await
}

async fn nothing_is_kept_unless_asked(page: Page) -> Result {
    opened(&page).await?;
    set(&page, "Theme", "Dark").await?;
    assert_eq!(kept(&page).await?, []);
    page.browser.refresh().await?;
    page.ready().await?;
    assert_eq!(theme(&page).await?, None);
    opened(&page).await?;
    set(&page, "Theme", "Dark").await?;
    set(&page, "Size", "Large").await?;
    page.click(KEEP).await?;
    assert_eq!(kept(&page).await?, [(NAME.to_owned(), "theme=dark size=large".to_owned())], "the settings alone");
    set(&page, "Size", "Medium").await?;
    assert_eq!(kept(&page).await?, [(NAME.to_owned(), "theme=dark".to_owned())]);
    page.click(KEEP).await?;
    assert_eq!(kept(&page).await?, []);
    assert_eq!(theme(&page).await?.as_deref(), Some("dark"), "until the page is closed");
    Ok(())
}

async fn kept_settings_come_before_the_first_paint(page: Page) -> Result {
    const WATCH: &str = "
        new MutationObserver((_, observer) => {
            if (!document.body) return;
            window.first = { ...document.documentElement.dataset };
            observer.disconnect();
        }).observe(document, { childList: true, subtree: true })";
    opened(&page).await?;
    set(&page, "Theme", "Dark").await?;
    set(&page, "Column", "Wide").await?;
    page.click(KEEP).await?;
    page.browser.run_before(WATCH).await?;
    page.browser.refresh().await?;
    page.ready().await?;
    let first: Value = page.run("return window.first", &[]).await?;
    assert_eq!(
        (&first["theme"], &first["width"], &first["state"]),
        (&json!("dark"), &json!("wide"), &json!("starting"))
    );
    opened(&page).await?;
    let shown: (bool, String) = page
        .run(
            "return [arguments[0].checked, arguments[1].selectedOptions[0].textContent]",
            &[page.labelled(KEEP).await?.to_json()?, page.labelled("Theme").await?.to_json()?],
        )
        .await?;
    assert_eq!(shown, (true, "Dark".to_owned()), "the settings show what holds");
    Ok(())
}

async fn what_is_not_known_is_ignored(page: Page) -> Result {
    const KEEP: &str = "localStorage.setItem(arguments[0], arguments[1])";
    for (written, attributes) in [
        ("theme=neon state=failed onclick=x width=wide  =", vec!["kept", "state", "width"]),
        ("", vec!["kept", "state"]),
        ("theme=dark=light\u{0}", vec!["kept", "state"]),
    ] {
        page.run::<()>(KEEP, &[NAME.into(), written.into()]).await?;
        page.browser.refresh().await?;
        page.ready().await?;
        let mut set: Vec<String> = page.run("return Object.keys(document.documentElement.dataset)", &[]).await?;
        // The service worker sets this when it has kept the page.
        set.retain(|name| name != "cached");
        set.sort();
        assert_eq!(set, attributes, "{written:?}");
    }
    Ok(())
}

/// The page says so, and the settings still hold.
async fn a_full_storage_loses_nothing(page: Page) -> Result {
    const FULL: &str = "
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    page.run::<()>(FULL, &[]).await?;
    opened(&page).await?;
    set(&page, "Theme", "Dark").await?;
    denied(&page).await
}

/// Asks to keep the settings where the browser keeps nothing: a sentence appears, and nothing is lost.
pub async fn denied(page: &Page) -> Result {
    page.click(KEEP).await?;
    const SAYS: &str = "
        const said = document.querySelector('#reading-settings [role=status]').textContent;
        return said.includes('keeps nothing for this page') && said.includes('until the page is closed')";
    page.until("the page says that nothing is kept", SAYS, &[]).await?;
    let ticked: bool = page.run("return arguments[0].checked", &[page.labelled(KEEP).await?.to_json()?]).await?;
    assert!(!ticked, "what is not kept is not ticked");
    assert_eq!(theme(page).await?.as_deref(), Some("dark"));
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn files_share_their_storage(page: Page) -> Result {
    opened(&page).await?;
    let said: String = page.run("return document.querySelector('#reading-settings').textContent", &[]).await?;
    assert_eq!(said.contains("All files that this browser opens from the disk"), page.artefact == Artefact::Offline);
    Ok(())
}

/// Types a letter where the keyboard is.
async fn type_key(page: &Page, key: &str) -> Result {
    page.browser.action_chain().send_keys(key).perform().await?;
    Ok(())
}

const HAS: &str = "return document.activeElement.id === arguments[0]";

async fn keys_lead_through_the_text(page: Page) -> Result {
    page.open_example().await?;
    for (key, id) in [
        ("s", "summary-heading"),
        ("c", "comment-heading"),
        ("h", "header-heading"),
        ("k", "checks-heading"),
        ("r", "references-heading"),
        ("g", "glossary-heading"),
        ("o", "source-heading"),
        ("n", "paragraph-1"),
        ("n", "paragraph-2"),
        ("n", "paragraph-3"),
        ("p", "paragraph-2"),
        ("f", "find-field"),
    ] {
        type_key(&page, key).await?;
        page.until(&format!("{key} leads to {id}"), HAS, &[id.into()]).await?;
        page.focus_is_seen().await?;
    }
    // The bar is already open.
    page.run::<()>("document.getElementById('main').focus()", &[]).await?;
    type_key(&page, "f").await?;
    page.until("f leads back to the bar", HAS, &["find-field".into()]).await
}

/// Keys that lead on do not show anything that the reader has hidden.
async fn keys_pass_over_what_is_hidden(page: Page) -> Result {
    page.paste("SUBJECT: A LAMP\n\n1. (U) One.\n\n2. (S) Two.\n\n3. (U) Three.\n").await?;
    page.until("it is open", "return document.querySelector('h1').textContent === 'A LAMP'", &[]).await?;
    page.within(".portion-filter", "S 1").await?.click().await?;
    page.settled().await?;
    page.run::<()>("document.getElementById('paragraph-1').focus()", &[]).await?;
    for (key, id) in [("n", "paragraph-3"), ("n", "paragraph-3"), ("p", "paragraph-1")] {
        type_key(&page, key).await?;
        page.until(&format!("{key} leads to {id}"), HAS, &[id.into()]).await?;
    }
    let hidden: bool = page.run("return document.getElementById('paragraph-2') === null", &[]).await?;
    assert!(hidden, "what is hidden stays so");
    Ok(())
}

async fn keys_are_listed(page: Page) -> Result {
    const SHOWN: &str = "return document.querySelector('dialog').checkVisibility() === arguments[0]";
    for way in ["?", "the button"] {
        match way {
            "?" => {
                page.run::<()>("document.querySelector('.toolbar button').focus()", &[]).await?;
                type_key(&page, "?").await?;
            }
            _ => {
                page.click("Settings").await?;
                page.click("List of keys").await?;
            }
        }
        page.until("the list is shown", SHOWN, &[true.into()]).await?;
        let inside: bool = page.run("return document.activeElement.closest('dialog') !== null", &[]).await?;
        assert!(inside, "the list has the keyboard");
        page.press_with(Key::Control, 'f').await?;
        let is_quiet: bool = page.run("return document.querySelector('.find-bar:not([hidden])') === null", &[]).await?;
        assert!(is_quiet, "the page behind it hears no key");
        page.press(Key::Escape).await?;
        page.until("the list is gone", SHOWN, &[false.into()]).await?;
        let focus = page.focus().await?.name;
        assert_eq!(focus, if way == "?" { "Settings" } else { "List of keys" }, "it goes back to where it was");
    }
    page.click("List of keys").await?;
    page.click("Close keys").await?;
    page.until("the list is gone", SHOWN, &[false.into()]).await
}

async fn keys_leave_typing_alone(page: Page) -> Result {
    page.open_example().await?;
    page.settled().await?;
    // However fast a reader types after the key that opens Find, the field gets it.
    type_key(&page, "fscan?").await?;
    page.until("the field holds it", "return document.getElementById('find-field').value === 'scan?'", &[]).await?;
    page.until("the field has the keyboard", HAS, &["find-field".into()]).await?;
    page.click("Settings").await?;
    let theme = page.labelled("Theme").await?;
    page.run::<()>("arguments[0].focus()", &[theme.to_json()?]).await?;
    type_key(&page, "s").await?;
    page.until("the list has the keyboard", HAS, &["theme".into()]).await?;
    // With a modifier held down it is another shortcut.
    page.run::<()>("document.getElementById('main').focus()", &[]).await?;
    page.press_with(Key::Alt, 's').await?;
    page.until("the text has the keyboard", HAS, &["main".into()]).await
}

async fn keys_can_be_switched_off(page: Page) -> Result {
    opened(&page).await?;
    set(&page, "Single-key shortcuts", "Off").await?;
    page.run::<()>("document.getElementById('main').focus()", &[]).await?;
    for key in ["s", "n", "g", "?"] {
        type_key(&page, key).await?;
        assert!(page.run::<bool>(HAS, &["main".into()]).await?, "{key} does nothing");
    }
    set(&page, "Single-key shortcuts", "On").await?;
    page.run::<()>("document.getElementById('main').focus()", &[]).await?;
    type_key(&page, "s").await?;
    page.until("they are on again", HAS, &["summary-heading".into()]).await
}
