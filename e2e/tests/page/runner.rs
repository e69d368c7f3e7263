//! Runs each test on both artefacts. Tests share browsers, one a thread, but no page: each begins with a new visit,
//! and the page keeps nothing between visits. A browser that a test may have changed is not used again.

use e2e::{Artefact, Browser, Page, Result, Settings, Stage, Storage};
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Runtime;

/// A test: what is done on a page that has just started.
pub type Test = fn(Page) -> Pin<Box<dyn Future<Output = Result> + Send>>;

/// The tests of one concept.
pub struct Group {
    /// Its name, in front of theirs.
    pub name: &'static str,
    /// The browser that it wants.
    pub browser: Wants,
    /// Its tests by name.
    pub tests: &'static [(&'static str, Test)],
}

/// Which browser a group wants.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// One that other tests used.
    Any,
    /// One of its own, because it tells it to be another.
    Own,
    /// One of its own, which refuses storage.
    WithoutStorage,
}

/// `tests![a, b]`: async functions by their names.
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        &[$((stringify!($name), |page| Box::pin($name(page)))),*]
    };
}
pub(crate) use tests;

struct House {
    stage: Stage,
    idle: Mutex<Vec<Browser>>,
    runtime: Runtime,
}

/// Runs what the arguments ask for.
pub fn run(groups: &'static [Group]) -> ExitCode {
    let arguments = Arguments::from_args();
    let house = match set_up() {
        Ok(house) => Arc::new(house),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut trials = Vec::new();
    for group in groups {
        for &(name, test) in group.tests {
            for artefact in Artefact::ALL {
                let house = house.clone();
                let full = format!("{}::{name} ({})", group.name, artefact.name());
                let shot = full.clone();
                trials.push(Trial::test(full, move || house.try_out(group.browser, artefact, test, &shot)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Browsers close before their driver does.
    house.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    drop(house);
    conclusion.exit_code()
}

fn set_up() -> Result<House> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let stage = runtime.block_on(Stage::set_up(Settings::from_environment()?))?;
    Ok(House { stage, idle: Mutex::default(), runtime })
}

impl House {
    fn try_out(&self, wants: Wants, artefact: Artefact, test: Test, name: &str) -> std::result::Result<(), Failed> {
        self.runtime.block_on(async {
            let browser = self.browser(wants).await?;
            let page = self.stage.visit(&browser, artefact).await?;
            let outcome = match tokio::spawn(test(page)).await {
                Ok(outcome) => outcome,
                Err(_) => Err("an assertion does not hold, see above".into()),
            };
            if let Err(error) = outcome {
                let picture = picture(name);
                let taken = browser.screenshot(&picture).await.map(|()| format!("\na picture: {}", picture.display()));
                let error = error.to_string();
                // What follows are addresses within the driver.
                let error = error.split("Stacktrace:").next().unwrap_or_default().trim_end();
                return Err(format!("{error}{}", taken.unwrap_or_default()).into());
            }
            if wants == Wants::Any {
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
            } else {
                browser.close().await?;
            }
            Ok(())
        })
    }

    async fn browser(&self, wants: Wants) -> Result<Browser> {
        match wants {
            Wants::Any => {
                let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
                match idle {
                    Some(browser) => Ok(browser),
                    None => self.stage.browser(Storage::Allowed).await,
                }
            }
            Wants::Own => self.stage.browser(Storage::Allowed).await,
            Wants::WithoutStorage => self.stage.browser(Storage::Blocked).await,
        }
    }
}

/// Where the picture of a page is kept on which a test failed.
fn picture(name: &str) -> PathBuf {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name + ".png")
}
