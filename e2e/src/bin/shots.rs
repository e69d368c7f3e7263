//! Pictures of the page, empty, with the example, its glossary and the reading settings, finding words in it, and with a
//! list of telegrams, on three screens, light and dark, into a folder: those that one looks at after a change, and the
//! README's. Run by `cargo xtask shots DIR`.

use e2e::media::{DESK, PHONE, Screen, TABLET};
use e2e::{Artefact, Result, Settings, Stage, Storage};
use std::path::PathBuf;
use std::process::ExitCode;

/// Two telegrams in a text.
const TWO: &str = include_str!("../../../crates/cable/fixtures/two-telegrams.txt");

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("error: name the folder for the pictures");
        return ExitCode::FAILURE;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    match runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(take(folder))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn take(folder: PathBuf) -> Result {
    std::fs::create_dir_all(&folder)?;
    let stage = Stage::set_up(Settings::from_environment()?).await?;
    let browser = stage.browser(Storage::Allowed).await?;
    for Screen { width, height } in [DESK, TABLET, PHONE] {
        browser.set_screen(Screen { width, height }).await?;
        for scheme in ["light", "dark"] {
            browser.set_preferences(&[("prefers-color-scheme", scheme)]).await?;
            let page = stage.visit(&browser, Artefact::Offline).await?;
            let name = |state: &str| folder.join(format!("{state}-{width}x{height}-{scheme}.png"));
            browser.screenshot(&name("empty")).await?;
            page.open_example().await?;
            browser.screenshot(&name("example")).await?;
            page.click("Glossary").await?;
            page.click("Settings").await?;
            browser.screenshot(&name("glossary")).await?;
            page.click("Settings").await?;
            page.click("Find").await?;
            page.labelled("Find in this text").await?.send_keys("lighthouse, harbor master").await?;
            page.click("List all").await?;
            browser.screenshot(&name("find")).await?;
            page.paste(&TWO.repeat(20)).await?;
            page.until("the list is there", "return document.querySelector('#library tbody tr') !== null", &[]).await?;
            browser.screenshot(&name("library")).await?;
        }
    }
    browser.close().await?;
    println!("30 pictures in {}", folder.display());
    Ok(())
}
