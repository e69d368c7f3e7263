//! A start that fails says why, and a program that stops hands the text back.

use crate::panels::fixture;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::page::Key;
use e2e::{Artefact, Page, Result, server};
use std::fs;
use std::path::{Path, PathBuf};

pub const GROUP: Group = Group {
    name: "failure",
    browser: Wants::Any,
    tests: tests![
        a_failed_start_says_why: [ScriptBefore],
        a_panic_hands_the_text_back,
        without_a_clipboard_the_text_is_selected,
        a_trap_is_noticed,
        without_script: [NoScript],
        a_part_that_does_not_come: [Served],
        a_changed_file_says_so: [Offline],
        beside_no_server,
        a_text_is_read_without_the_program: [ScriptBefore],
        after_a_panic_the_text_is_read_as_it_stands,
        a_report_of_a_panic,
        a_report_of_what_is_open,
        a_report_of_a_refusal,
    ],
};

/// What a browser lacks or a program does before the page starts, and what the page says then.
const CAUSES: [(&str, &str); 5] = [
    ("delete globalThis.WebAssembly", "no WebAssembly"),
    ("CSS.supports = () => false", "Chrome or Edge from 123"),
    ("delete globalThis.fetch; delete globalThis.DecompressionStream", "too old"),
    (
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('damaged'))",
        "the file is damaged",
    ),
    (
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new TypeError('no program'))",
        "could not be loaded or started",
    ),
];

async fn a_failed_start_says_why(page: Page) -> Result {
    for (before, words) in CAUSES {
        page.browser.run_before(before).await?;
        page.browser.refresh().await?;
        page.failed().await.map_err(|error| format!("{before}: {error}"))?;
        let said: String = page.run("return document.querySelector('[role=alertdialog]').innerText", &[]).await?;
        assert!(said.contains("The page could not start") && said.contains(words), "{before}: {said}");
        assert!(said.contains("Reload") && !said.contains("Copy text"), "there is no text yet: {said}");
        page.browser.run_nothing_before().await?;
    }
    page.click("Reload").await?;
    page.ready().await
}

/// The server withholds the program or the loader; only an error of the window reports that.
async fn a_part_that_does_not_come(page: Page) -> Result {
    for (part, words) in [("wasm", "could not be loaded or started"), ("served", "could not be loaded")] {
        page.browser.goto(server::without(&page.address, part)).await?;
        page.failed().await.map_err(|error| format!("{part}: {error}"))?;
        let said: String = page.run("return document.querySelector('[role=alertdialog]').innerText", &[]).await?;
        assert!(said.contains(words), "{part}: {said}");
    }
    Ok(())
}

/// Stops the program as its panic hook would, with the example open.
async fn stop(page: &Page) -> Result {
    page.open_example().await?;
    page.run::<()>("document.dispatchEvent(new CustomEvent('cable-viewer:panic', { detail: 'src/x.rs:7' }))", &[])
        .await?;
    page.failed().await?;
    let said: String = page.run("return document.querySelector('[role=alertdialog]').innerText", &[]).await?;
    assert!(said.contains("The page has stopped") && said.contains("src/x.rs:7"), "{said}");
    assert!(said.contains("Nothing was sent") && said.contains("The text is still here"), "{said}");
    Ok(())
}

async fn a_panic_hands_the_text_back(page: Page) -> Result {
    stop(&page).await?;
    assert_eq!(page.focus().await?.name, "Copy text");
    page.press(Key::Enter).await?;
    page.until("it is copied", "return document.body.innerText.includes('Copied.')", &[]).await?;
    page.click("Reload").await?;
    page.ready().await?;
    // What was copied can be pasted again.
    page.press_with(Key::Control, 'v').await?;
    page.shows(EXAMPLE.as_bytes()).await
}

async fn without_a_clipboard_the_text_is_selected(page: Page) -> Result {
    page.run::<()>("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]).await?;
    stop(&page).await?;
    page.click("Copy text").await?;
    let selected: String = page
        .run("const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)", &[])
        .await?;
    assert_eq!(selected, EXAMPLE);
    Ok(())
}

/// Something that ends the program without a panic reaches the window as an error.
async fn a_trap_is_noticed(page: Page) -> Result {
    page.open_example().await?;
    const TRAP: &str =
        "dispatchEvent(new ErrorEvent('error', { error: new window.WebAssembly.RuntimeError('unreachable') }))";
    page.run::<()>(TRAP, &[]).await?;
    page.failed().await?;
    let said: String = page.run("return document.querySelector('[role=alertdialog]').innerText", &[]).await?;
    assert!(said.contains("The page has stopped") && said.contains("unreachable"), "{said}");
    Ok(())
}

/// With scripts switched off, the page says that it is a program.
async fn without_script(page: Page) -> Result {
    page.browser.switch_scripts_off().await?;
    page.browser.refresh().await?;
    let body = page.one("body").await?.text().await?;
    assert!(body.contains("JavaScript is switched off"), "{body}");
    Ok(())
}

/// The folder of the offline file.
fn folder(page: &Page) -> Result<PathBuf> {
    let folder = page.address.strip_prefix("file://").and_then(|path| Path::new(path).parent());
    Ok(folder.ok_or("the page is no file")?.to_owned())
}

/// Waits for the sentence that needs no script.
async fn says_without_script(page: &Page) -> Result {
    const SAYS: &str = "
        const sentence = document.querySelector('.not-started');
        return sentence.checkVisibility({ visibilityProperty: true }) && sentence.innerText.includes('has not started')";
    page.until("it says that it has not started", SAYS, &[]).await
}

/// Each script of the offline file in turn is changed by a blank, which the policy refuses.
async fn a_changed_file_says_so(page: Page) -> Result {
    let whole = fs::read_to_string(folder(&page)?.join("cable-viewer.html"))?;
    let changed = tempfile::Builder::new().suffix(".html").tempfile()?;
    for (script, words) in [
        ("start", None),
        ("program", Some("could not be loaded or started")),
        ("glue", Some("the file is not as it was made")),
        ("loader", Some("the file is not as it was made")),
    ] {
        let begins = whole.find(&format!("<script id=\"{script}\"")).ok_or("no such script")?;
        let end = begins + whole[begins..].find("</script>").ok_or("a script without an end")?;
        let (before, after) = whole.split_at(end);
        // A blank behind the program need not be noticed, so a part of it is cut off as well.
        let before = if script == "program" { &before[..end - 400] } else { before };
        fs::write(changed.path(), [before, " ", after].concat())?;
        page.browser.goto(format!("file://{}", changed.path().display())).await?;
        let Some(words) = words else {
            says_without_script(&page).await?;
            continue;
        };
        page.failed().await?;
        let said: String = page.run("return document.querySelector('[role=alertdialog]').innerText", &[]).await?;
        assert!(said.contains(words), "{script}: {said}");
    }
    Ok(())
}

/// The files for a web server, opened from the disk, name the file that works there.
async fn beside_no_server(page: Page) -> Result {
    if page.artefact == Artefact::Offline {
        page.browser.goto(format!("file://{}", folder(&page)?.join("index.html").display())).await?;
        says_without_script(&page).await?;
        let body = page.one("body").await?.text().await?;
        assert!(body.contains("cable-viewer.html"), "{body}");
        return Ok(());
    }
    // Once the page has started, the sentence is gone.
    assert!(page.run::<bool>("return document.querySelector('.not-started') === null", &[]).await?);
    Ok(())
}

/// Where the program cannot run, a file is still shown as it is.
async fn a_text_is_read_without_the_program(page: Page) -> Result {
    page.browser.run_before("delete globalThis.WebAssembly").await?;
    page.browser.refresh().await?;
    page.failed().await?;
    let (path, text) = fixture("sections.txt")?;
    page.pick(&[&path]).await?;
    let script = "return document.querySelector('.failure-text').value === arguments[0]";
    page.until("the text is shown", script, &[text.into()]).await
}

async fn after_a_panic_the_text_is_read_as_it_stands(page: Page) -> Result {
    stop(&page).await?;
    page.click("Read as plain text").await?;
    let shown: String = page.run("return document.activeElement.value", &[]).await?;
    assert_eq!(shown, EXAMPLE);
    Ok(())
}

/// Keeps copied text where the test finds it.
const KEEP: &str = "navigator.clipboard.writeText = async (text) => { window.copied = text }";

/// Copies a report, and returns it.
async fn report(page: &Page, within: &str) -> Result<String> {
    page.run::<()>("window.copied = null", &[]).await?;
    page.within(within, "Copy report").await?.click().await?;
    page.until("it is copied", "return window.copied !== null", &[]).await?;
    page.run("return window.copied", &[]).await
}

/// Words of the example that no report holds unless it is asked to.
const CONTENT: &str = "HARBOR MASTER";

async fn a_report_of_a_panic(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    stop(&page).await?;
    let told = report(&page, ".failure").await?;
    for words in ["Cable Viewer 0.", "Browser: Mozilla", "The page has stopped", "src/x.rs:7", "characters"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains(CONTENT), "{told}");
    page.one(".failure-with-text").await?.click().await?;
    assert!(report(&page, ".failure").await?.ends_with(&format!("\n\n{EXAMPLE}\n")));
    Ok(())
}

async fn a_report_of_what_is_open(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    page.drop_file("harbor.txt", EXAMPLE.as_bytes()).await?;
    page.shows(EXAMPLE.as_bytes()).await?;
    page.click("Report a problem").await?;
    let told = report(&page, "footer").await?;
    let place = if page.artefact == Artefact::Served { ", served" } else { ", from the disk" };
    for words in ["Cable Viewer 0.", place, "Browser: Mozilla", "Recognised: ", "4121 bytes, UTF-8, LF"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains(CONTENT) && !told.contains("harbor.txt"), "{told}");
    let shown: String = page.run("return document.querySelector('.report pre').textContent", &[]).await?;
    assert_eq!(shown, told, "what is copied is what is shown");
    page.labelled("with the text of this telegram").await?.click().await?;
    assert!(report(&page, "footer").await?.ends_with(EXAMPLE));
    Ok(())
}

async fn a_report_of_a_refusal(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    page.drop_file("secret-name.png", b"\x89PNG\r\n\x1A\n").await?;
    page.until("it is refused", "return document.querySelector('[role=alert]') !== null", &[]).await?;
    let told = report(&page, "[role=alert]").await?;
    assert!(told.contains("Not opened: The file is a picture (PNG)") && !told.contains("secret-name"), "{told}");
    Ok(())
}
