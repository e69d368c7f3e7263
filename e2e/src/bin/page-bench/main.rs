//! Measures the offline file: the time from opening it to a usable page, from a paste to the panels on the screen, from
//! a large dump to its first telegram and its whole list, and with long texts. Prints medians with the limits and the
//! goals; run by `cargo xtask figures`.

mod long;

use e2e::{Artefact, Page, Result, Settings, Stage, Storage};
use serde_json::json;
use std::process::ExitCode;
use std::time::Duration;

/// How often each is measured, after one run that is not counted.
const RUNS: usize = 25;
/// A telegram of five paragraphs and an irregular header.
const EXAMPLE: &str = include_str!("../../../../src/example.txt");

/// Calls back when the next frame has been painted, which is between the callbacks of that frame and the next task.
const PAINTED: &str = "
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    });";

/// Records the page's clock, which starts with the navigation, at the moment when the page can be used.
const USABLE: &str = "
    new MutationObserver((_, observer) => {
        if (document.documentElement?.dataset.state !== 'ready') return;
        observer.disconnect();
        painted(() => { globalThis.usable = performance.now() });
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] })";

/// Pastes a text, and gives the time until the panels are painted.
const PASTE: &str = "
    const [text, done] = arguments;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    requestAnimationFrame(() => {
        const began = performance.now();
        new MutationObserver((_, observer) => {
            if (!document.querySelector('#source pre')) return;
            observer.disconnect();
            painted(() => done(performance.now() - began));
        }).observe(document.body, { subtree: true, childList: true });
        document.body.dispatchEvent(event);
    })";

/// Drops a dump of many rows. Gives the time until its first telegram is shown, the time until all are listed, and the
/// longest time for which the page did not listen.
const DUMP: &str = "
    const [row, count, done] = arguments;
    let longest = 0, opened = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([row.repeat(count)], 'dump.csv'));
    const began = performance.now();
    const look = () => {
        opened ||= document.querySelector('#source pre') ? performance.now() - began : 0;
        const listed = document.querySelector('#library [role=status]')?.textContent;
        if (opened && listed === count.toLocaleString('en') + ' listed') done([opened, performance.now() - began, longest]);
        else setTimeout(look, 20);
    };
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    look()";
/// The size of the dump in megabytes.
const MEGABYTES: usize = 60;

fn main() -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return told(&error),
    };
    match runtime.block_on(measure()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => told(&*error),
    }
}

fn told(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::FAILURE
}

async fn measure() -> Result {
    let stage = Stage::set_up(Settings::from_environment()?).await?;
    let browser = stage.browser(Storage::Allowed).await?;
    let before = json!({ "source": format!("{{{PAINTED}{USABLE}}}") });
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", before).await?;
    let paste = [PAINTED, PASTE].concat();
    let (mut usable, mut panels) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let page = stage.visit(&browser, Artefact::Offline).await?;
        let times = (opened(&page).await?, page.run_async::<f64>(&paste, &[EXAMPLE.into()]).await?);
        if run > 0 {
            usable.push(times.0);
            panels.push(times.1);
        }
    }
    let page = stage.visit(&browser, Artefact::Offline).await?;
    browser.set_script_timeout(Duration::from_secs(300)).await?;
    let row = row(EXAMPLE);
    let count = (MEGABYTES << 20) / row.len();
    let [first, list, longest] = page.run_async::<[f64; 3]>(DUMP, &[row.into(), count.into()]).await?;
    println!(
        "dump of {MEGABYTES} MB, {count} telegrams: the first shown after {first:.0} ms, all listed after {list:.0} ms"
    );
    println!("longest time that the page did not listen meanwhile: {longest:.0} ms");
    println!("medians of {RUNS} runs, offline file");
    say("file opened to usable", usable, 250, 120);
    say("paste to panels painted", panels, 50, 16);
    long::measure(&stage, &browser).await?;
    browser.close().await
}

/// A row of the bulk dump.
fn row(telegram: &str) -> String {
    let escaped = telegram.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"1\",\"6/2/2009 11:30\",\"09TARSIS417\",\"Embassy Tarsis\",\"CONFIDENTIAL\",\"\",\"\",\"{escaped}\"\n")
}

async fn opened(page: &Page) -> Result<f64> {
    page.until("it is painted", "return globalThis.usable !== undefined", &[]).await?;
    page.run("return usable", &[]).await
}

fn say(what: &str, mut times: Vec<f64>, limit: u32, goal: u32) {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get(times.len() * part / 20).copied().unwrap_or_default();
    println!(
        "{what:<24} {:6.1} ms (of 20: 1st {:.1}, 19th {:.1}), limit {limit} ms, goal {goal} ms",
        at(10),
        at(1),
        at(18)
    );
}
