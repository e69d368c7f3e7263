//! Runs each test in every engine, on both artefacts. Tests share browsers, one per thread, but no page: each begins
//! with a new visit, and the page keeps nothing between visits. What a test has set in the browser is undone after it.
//!
//! A test that needs more than every engine's driver can do says so, `tests![a, b: [Preferences]]`; where it is not
//! run, the list at the end says why.

use e2e::{Artefact, Browser, Engine, Need, Page, Result, Settings, Stage, Storage};
use libtest_mimic::{Arguments, Failed, Trial};
use std::ops::Deref;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::Runtime;

/// A test on a page that has just started.
pub struct Test {
    /// Its name.
    pub name: &'static str,
    /// What it needs of an engine's driver, or the form of the page that it needs.
    pub needs: &'static [Need],
    /// Its function.
    pub run: Run,
}

/// A test's function.
type Run = fn(Page) -> Pin<Box<dyn Future<Output = Result> + Send>>;

/// The tests of one subject.
pub struct Group {
    /// Its name, in front of those of its tests.
    pub name: &'static str,
    /// The browser that it needs.
    pub browser: Wants,
    /// Its tests.
    pub tests: &'static [Test],
}

/// The browser that a group needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// One that other tests used.
    Any,
    /// One of its own, because the tests keep something in it, or set something that is not undone.
    Own,
    /// One of its own, which refuses storage.
    WithoutStorage,
}

/// `tests![a, b: [Preferences]]`: async functions by name, with what they need.
macro_rules! tests {
    ($($name:ident $(: [$($need:ident),* $(,)?])?),* $(,)?) => {
        &[$($crate::runner::Test {
            name: stringify!($name),
            needs: &[$($(e2e::Need::$need),*)?],
            run: |page| Box::pin($name(page)),
        }),*]
    };
}
pub(crate) use tests;

/// A test in one engine, on one artefact.
struct Case {
    name: String,
    engine: Engine,
    artefact: Artefact,
    wants: Wants,
    run: Run,
}

struct House {
    stage: Stage,
    idle: Mutex<Vec<Browser>>,
    runtime: Runtime,
}

/// Runs the tests that the arguments ask for.
pub fn run(groups: &'static [Group]) -> ExitCode {
    let arguments = Arguments::from_args();
    let house = match set_up() {
        Ok(house) => Arc::new(house),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let engines: Vec<Engine> = house.stage.settings.engines.iter().map(|installed| installed.engine).collect();
    let mut trials = Vec::new();
    let mut not_run = Vec::new();
    for engine in engines {
        for (group, test) in groups.iter().flat_map(|group| group.tests.iter().map(move |test| (group, test))) {
            if let Some(need) = group.needs(test).find(|&need| !engine.can(need)) {
                not_run.push(format!("{}::{} in {}: there is no {need}", group.name, test.name, engine.name()));
                continue;
            }
            let suits = |artefact: &Artefact| test.needs.iter().all(|&need| artefact.suits(need));
            for artefact in Artefact::ALL.into_iter().filter(suits) {
                let house = house.clone();
                let name = format!("{}::{} ({}, {})", group.name, test.name, engine.name(), artefact.name());
                let case = Case { name: name.clone(), engine, artefact, wants: group.browser, run: test.run };
                trials.push(Trial::test(name, move || house.try_out(&case)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !not_run.is_empty() && arguments.filter.is_none() {
        println!("not run, because the engine's driver cannot:\n  {}\n", not_run.join("\n  "));
    }
    house.close();
    conclusion.exit_code()
}

fn set_up() -> Result<House> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let stage = runtime.block_on(Stage::set_up(Settings::from_environment()?))?;
    Ok(House { stage, idle: Mutex::default(), runtime })
}

impl Group {
    fn needs(&self, test: &'static Test) -> impl Iterator<Item = Need> {
        let refused = (self.browser == Wants::WithoutStorage).then_some(Need::StorageRefused);
        refused.into_iter().chain(test.needs.iter().copied())
    }
}

impl House {
    fn try_out(&self, case: &Case) -> std::result::Result<(), Failed> {
        self.runtime.block_on(async {
            let mut outcome = self.attempt(case).await;
            if outcome.as_ref().is_err_and(|error| is_silence(&**error)) {
                eprintln!("{}: the browser answers no more; once again in another", case.name);
                outcome = self.attempt(case).await;
            }
            Ok(outcome?)
        })
    }

    async fn attempt(&self, case: &Case) -> Result {
        let browser = self.browser(case.engine, case.wants).await?;
        let page = self.stage.visit(&browser, case.artefact).await?;
        let outcome = match tokio::spawn((case.run)(page)).await {
            Ok(outcome) => outcome,
            Err(_) => Err("an assertion does not hold, see above".into()),
        };
        match outcome {
            Err(error) if is_silence(&*error) => Err(error),
            Err(error) => {
                let picture = picture(&case.name);
                let taken = browser.screenshot(&picture).await.map(|()| format!("\na picture: {}", picture.display()));
                let error = error.to_string();
                // The rest is addresses within the driver.
                let error = error.split("Stacktrace:").next().unwrap_or_default().trim_end();
                browser.close().await?;
                Err(format!("{error}{}", taken.unwrap_or_default()).into())
            }
            Ok(()) if case.wants == Wants::Any => {
                browser.restore().await?;
                self.idle().push(browser);
                Ok(())
            }
            Ok(()) => browser.close().await,
        }
    }

    async fn browser(&self, engine: Engine, wants: Wants) -> Result<Browser> {
        let storage = if wants == Wants::WithoutStorage { Storage::Refused } else { Storage::Allowed };
        let idle = match wants {
            Wants::Any => self.take_idle(engine),
            Wants::Own | Wants::WithoutStorage => None,
        };
        match idle {
            Some(browser) => Ok(browser),
            None => self.stage.browser_of(engine, storage).await,
        }
    }

    fn take_idle(&self, engine: Engine) -> Option<Browser> {
        let mut idle = self.idle();
        let place = idle.iter().position(|browser| browser.engine() == engine)?;
        Some(idle.swap_remove(place))
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Browsers end before this program does.
    fn close(&self) {
        for browser in self.idle().drain(..) {
            if let Err(error) = self.runtime.block_on(browser.close()) {
                eprintln!("a browser does not close: {error}");
            }
        }
    }
}

/// Returns whether the browser or its driver has ended, or no longer answers. Only if this happens twice does it say
/// anything about the page: on a busy machine it happens by itself.
fn is_silence(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<WebDriverError>().map(Deref::deref);
    matches!(error, Some(WebDriverErrorInner::HttpError(_) | WebDriverErrorInner::RequestFailed(_)))
}

/// The path for the picture of a page on which a test failed.
fn picture(name: &str) -> PathBuf {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name + ".png")
}
