//! Pictures of every state of the page on three screens, light and dark. Run by `cargo xtask shots`:
//!
//! - with a folder, they are put there, in the fonts of this machine: to be looked at after a change, and for the
//!   README
//! - with `--check`, they are taken in fonts that every machine can have, reduced, and compared with those in
//!   `e2e/pictures`; those that differ are put into `target/shots`
//! - with `--accept`, they replace those in `e2e/pictures`

use e2e::media::{DESK, PHONE, Screen, TABLET};
use e2e::picture::Picture;
use e2e::states::{ON_PAPER, PAPER};
use e2e::{Artefact, Page, Result, STATES, Settings, Stage, State, Storage};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The pictures that are kept.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pictures");
/// Where pictures that differ from them are put.
const DIFFERING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/shots");

/// What is done with the pictures.
enum Use {
    Keep(PathBuf),
    Check,
    Accept,
}

fn main() -> ExitCode {
    let what = match std::env::args().nth(1).as_deref() {
        Some("--check") => Use::Check,
        Some("--accept") => Use::Accept,
        Some(folder) if !folder.starts_with('-') => Use::Keep(folder.into()),
        _ => {
            eprintln!("error: name the folder for the pictures, or --check, or --accept");
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    match runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(take_all(&what))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn take_all(what: &Use) -> Result {
    let folder = match what {
        Use::Keep(folder) => folder.clone(),
        Use::Check | Use::Accept => DIFFERING.into(),
    };
    fs::create_dir_all(&folder)?;
    let stage = Stage::set_up(Settings::from_environment()?).await?;
    let browser = stage.browser(Storage::Allowed).await?;
    let page = stage.visit(&browser, Artefact::Offline).await?;
    browser.set_time_zone("Europe/Berlin").await?;
    let (mut count, mut differing) = (0, Vec::new());
    for screen in [DESK, TABLET, PHONE] {
        for scheme in ["light", "dark"] {
            for state in STATES.iter().chain([&ON_PAPER]) {
                let name = format!("{}-{}x{}-{scheme}.png", state.name, screen.width, screen.height);
                let path = folder.join(&name);
                count += 1;
                take(&page, state, (screen, scheme), matches!(what, Use::Keep(_)), &path).await?;
                if !is_kept(what, &path, &Path::new(KEPT).join(&name))? {
                    differing.push(name);
                }
            }
        }
    }
    browser.close().await?;
    if differing.is_empty() {
        println!("{count} pictures");
        return Ok(());
    }
    Err(format!("not as in {KEPT}, see {DIFFERING}: {}", differing.join(", ")).into())
}

/// Takes one picture.
async fn take(page: &Page, state: &State, (screen, scheme): (Screen, &str), own_fonts: bool, path: &Path) -> Result {
    const PIN: &str = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root { --serif: \"Liberation Serif\"; --sans: \"Liberation Sans\"; --mono: \"Liberation Mono\" }');
        document.adoptedStyleSheets.push(sheet)";
    let preferences = [("prefers-color-scheme", scheme), PAPER];
    let on_paper = state.name == ON_PAPER.name;
    page.browser.set_preferences(&preferences[..1]).await?;
    page.browser.set_screen(screen).await?;
    page.browser.refresh().await?;
    page.ready().await?;
    if !own_fonts {
        page.run::<()>(PIN, &[]).await?;
    }
    page.enter(state).await?;
    page.browser.set_preferences(&preferences[..1 + usize::from(on_paper)]).await?;
    page.still().await?;
    Ok(page.browser.screenshot(path).await?)
}

/// Returns whether a picture is equal to the kept one, after accepting it if asked to. One that differs is not removed.
fn is_kept(what: &Use, path: &Path, kept: &Path) -> Result<bool> {
    if let Use::Keep(_) = what {
        return Ok(true);
    }
    let now = Picture::read(path)?.reduced();
    let is_same = kept.exists() && !Picture::read(kept)?.differs(&now);
    let accepts = matches!(what, Use::Accept);
    if accepts && !is_same {
        now.write(kept)?;
    }
    if accepts || is_same {
        fs::remove_file(path)?;
    }
    Ok(accepts || is_same)
}
