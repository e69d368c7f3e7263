//! The served page as an app: it opens without its server, and a new version is offered and never forced.

use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use e2e::server::Server;
use e2e::{Artefact, Page, Result, Settings};
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use tempfile::TempDir;

pub const GROUP: Group = Group {
    name: "app",
    browser: Wants::Own,
    tests: tests![
        it_opens_without_its_server: [Served],
        a_new_version_is_offered_and_taken_on_a_click: [Served],
        over_an_open_text_it_asks_first: [Served],
        another_tab_goes_on: [Served],
        the_offline_file_is_at_hand,
        it_can_be_installed: [Served, DevTools],
        a_file_has_no_manifest: [Offline],
        what_a_file_cannot_be,
    ],
};

/// A server of its own, whose page can become another version.
struct Deployed {
    folder: TempDir,
    server: Server,
}

impl Deployed {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        for entry in fs::read_dir(Settings::from_environment()?.dist)? {
            let entry = entry?;
            fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
        }
        let server = Server::start(folder.path().to_owned()).await?;
        Ok(Self { folder, server })
    }

    /// Goes there, and waits until the browser keeps the page.
    async fn visit(&self, page: &Page) -> Result {
        page.browser.goto(&self.server.address).await?;
        page.ready().await?;
        page.until("the page is kept", "return 'cached' in document.documentElement.dataset", &[]).await
    }

    /// Replaces the old version by a new one, with another title and all that follows from it.
    fn renew(&self) -> Result {
        let folder = self.folder.path();
        let index = fs::read_to_string(folder.join("index.html"))?;
        let worker = fs::read_to_string(folder.join("service-worker.js"))?;
        let version = index.split("name=\"version\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let version = version.ok_or("the page names no version")?;
        let next = format!("{version}.next");
        let renewed =
            index.replace(version, &next).replace("<title>Cable Viewer</title>", "<title>The next one</title>");
        assert!(renewed.contains("The next one"));
        let worker =
            worker.replace(version, &next).replace(&integrity(index.as_bytes()), &integrity(renewed.as_bytes()));
        assert!(worker.contains(&integrity(renewed.as_bytes())), "the worker lists the page by its digest");
        fs::write(folder.join("index.html"), renewed)?;
        fs::write(folder.join("service-worker.js"), worker)?;
        Ok(())
    }
}

fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(file)))
}

async fn title(page: &Page) -> Result<String> {
    Ok(page.browser.title().await?)
}

/// Acts as if the reader came back to the tab.
async fn look_again(page: &Page) -> Result {
    page.run("document.dispatchEvent(new Event('visibilitychange'))", &[]).await
}

async fn is_offered(page: &Page) -> Result {
    page.until("the new version is offered", "return document.querySelector('.update button') !== null", &[]).await
}

async fn it_opens_without_its_server(page: Page) -> Result {
    let deployed = Deployed::new().await?;
    deployed.visit(&page).await?;
    deployed.server.stop().await;
    // A reload as by a person: geckodriver's own bypasses what the browser keeps.
    page.run::<()>("window.before = true; location.reload()", &[]).await?;
    page.until("it is loaded anew", "return !window.before", &[]).await?;
    page.ready().await?;
    page.open_example().await?;
    page.shows(EXAMPLE.as_bytes()).await?;
    page.paste("FM AMEMBASSY PORT CALDER\nSUBJECT: QUINCE\n1. (U) The harvest.").await?;
    page.until("it is open", "return document.querySelector('h1').textContent === 'QUINCE'", &[]).await
}

async fn a_new_version_is_offered_and_taken_on_a_click(page: Page) -> Result {
    let deployed = Deployed::new().await?;
    deployed.visit(&page).await?;
    deployed.renew()?;
    look_again(&page).await?;
    is_offered(&page).await?;
    assert_eq!(title(&page).await?, "Cable Viewer", "and not taken");
    page.click("Later").await?;
    page.until("the offer is gone", "return document.querySelector('.update') === null", &[]).await?;
    // A second page is offered it, too. Its server does not answer, so it is shown from the kept version.
    page.run::<()>("window.before = true", &[]).await?;
    let address = deployed.server.address.clone();
    deployed.server.stop().await;
    page.browser.goto(&address).await?;
    page.ready().await?;
    assert_eq!(title(&page).await?, "Cable Viewer", "the old version is kept as long as nobody asks for the new one");
    is_offered(&page).await?;
    page.click("Reload").await?;
    page.until("the new version is there", "return document.title === 'The next one'", &[]).await?;
    page.ready().await?;
    assert!(page.run::<bool>("return document.querySelector('.update') === null", &[]).await?);
    Ok(())
}

async fn over_an_open_text_it_asks_first(page: Page) -> Result {
    let deployed = Deployed::new().await?;
    deployed.visit(&page).await?;
    page.open_example().await?;
    deployed.renew()?;
    look_again(&page).await?;
    is_offered(&page).await?;
    page.click("Reload").await?;
    let script = "return document.querySelector('.update').textContent.includes('Reloading closes what is open')";
    page.until("it asks", script, &[]).await?;
    page.shows(EXAMPLE.as_bytes()).await?;
    assert_eq!(title(&page).await?, "Cable Viewer");
    page.click("Close it and reload").await?;
    page.until("the new version is there", "return document.title === 'The next one'", &[]).await?;
    page.ready().await
}

/// When one tab takes the new version, another tab does not lose what is open there.
async fn another_tab_goes_on(page: Page) -> Result {
    let deployed = Deployed::new().await?;
    deployed.visit(&page).await?;
    page.open_example().await?;
    let first = page.browser.window().await?;
    let second = page.browser.new_tab().await?;
    page.browser.switch_to_window(second).await?;
    deployed.visit(&page).await?;
    deployed.renew()?;
    look_again(&page).await?;
    is_offered(&page).await?;
    page.click("Reload").await?;
    page.until("the new version is there", "return document.title === 'The next one'", &[]).await?;
    page.browser.close_window().await?;
    page.browser.switch_to_window(first).await?;
    page.shows(EXAMPLE.as_bytes()).await?;
    assert_eq!(title(&page).await?, "Cable Viewer");
    page.click("Source").await?;
    page.click("Close").await
}

async fn the_offline_file_is_at_hand(page: Page) -> Result {
    const ASK: &str = "
        const done = arguments[0];
        const hexadecimal = (digest) => [...new Uint8Array(digest)].map(b => b.toString(16).padStart(2, '0')).join('');
        const detail = (file) => crypto.subtle.digest('SHA-256', file).then(digest => done(hexadecimal(digest)));
        if (document.dispatchEvent(new CustomEvent('cable-viewer:file', { cancelable: true, detail }))) done('nobody')";
    if page.artefact == Artefact::Offline {
        assert_eq!(page.run_async::<String>(ASK, &[]).await?, "nobody");
        return Ok(());
    }
    let deployed = Deployed::new().await?;
    deployed.visit(&page).await?;
    let file = fs::read(deployed.folder.path().join("cable-viewer.html"))?;
    let digest: String = Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect();
    page.until("the worker is this page's", "return navigator.serviceWorker.controller !== null", &[]).await?;
    assert_eq!(page.run_async::<String>(ASK, &[]).await?, digest);
    Ok(())
}

/// The browser accepts the manifest with its icons.
async fn it_can_be_installed(page: Page) -> Result {
    let manifest = page.browser.cdp().send_raw("Page.getAppManifest", serde_json::json!({})).await?;
    assert_eq!(manifest["errors"], serde_json::json!([]));
    let manifest: serde_json::Value = serde_json::from_str(manifest["data"].as_str().unwrap_or_default())?;
    let icons = manifest["icons"].as_array().ok_or("there are icons")?;
    // The page's policy allows no other icons.
    assert!(icons.iter().all(|icon| icon["src"].as_str().is_some_and(|src| src.starts_with("data:image/png"))));
    for sizes in ["192x192", "512x512"] {
        assert!(icons.iter().any(|icon| icon["sizes"] == sizes && icon["type"] == "image/png"), "{sizes}");
    }
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_file_has_no_manifest(page: Page) -> Result {
    assert!(page.run::<bool>("return document.querySelector('link[rel=manifest]') === null", &[]).await?);
    Ok(())
}

/// The page says whether the browser keeps it, or it is a file.
async fn what_a_file_cannot_be(page: Page) -> Result {
    if page.artefact == Artefact::Served {
        page.until("the page is kept", "return 'cached' in document.documentElement.dataset", &[]).await?;
    }
    let said: String = page.run("return document.getElementById('main').innerText", &[]).await?;
    let (kept, file) = ("opens without its server", "cannot be installed");
    assert_eq!(
        (said.contains(kept), said.contains(file)),
        match page.artefact {
            Artefact::Served => (true, false),
            Artefact::Offline => (false, true),
        },
        "{said}"
    );
    Ok(())
}
