//! Measures how fast the parser takes texts apart in the browser: each given module, on the corpus as one text and on
//! the example. Run by `cargo xtask figures`, which builds the modules. The corpus is the parser's fixtures, or with
//! `CABLE_CORPUS=FOLDER` every `.txt` below that folder.

use e2e::{Result, Settings, Stage, Storage};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// The telegram that the page opens as its example.
const EXAMPLE: &str = include_str!("../../../src/example.txt");

/// Gives the milliseconds that a text takes, as the median of some rounds. A browser's clock is coarse, so a round
/// reads a short text many times. The first round gives the browser's second compiler time to run.
const MEASURE: &str = "
    const [module, text, done] = arguments;
    const bytes = new TextEncoder().encode(text);
    WebAssembly.instantiate(new Uint8Array(module)).then(({ instance: { exports } }) => {
        const at = exports.room(bytes.length);
        new Uint8Array(exports.memory.buffer).set(bytes, at);
        const times = Math.ceil(8e6 / bytes.length);
        const rounds = [];
        for (let round = 0; round < 10; round++) {
            const began = performance.now();
            for (let time = 0; time < times; time++) exports.parse();
            rounds.push((performance.now() - began) / times);
        }
        done(rounds.slice(1).sort((a, b) => a - b)[4]);
    })";

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
    let folder = env::var_os("CABLE_CORPUS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/cable/fixtures"));
    let mut texts = Vec::new();
    collect(&folder, &mut texts)?;
    let joined = texts.join("\n\n");
    let stage = Stage::set_up(Settings::from_environment()?).await?;
    println!("medians of 9 rounds, the parser as a module of its own");
    for module in env::args_os().skip(1) {
        let wasm = fs::read(&module)?;
        // Each module has a browser of its own, so that nothing is compiled or collected from the one before.
        let browser = stage.browser(Storage::Allowed).await?;
        browser.goto("about:blank").await?;
        println!("{}, {} KB", Path::new(&module).display(), wasm.len() / 1000);
        for (what, text) in [("corpus joined", joined.as_str()), ("example", EXAMPLE)] {
            let taken: f64 = browser.execute_async(MEASURE, [json!(wasm), json!(text)]).await?.convert()?;
            let (bytes, speed) = (text.len(), text.len() as f64 / taken / 1000.0);
            println!("{what:<24} {:10.1} µs for {bytes} bytes, {speed:.0} MB/s", taken * 1000.0);
        }
        browser.close().await?;
    }
    Ok(())
}

fn collect(folder: &Path, texts: &mut Vec<String>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(String::from_utf8_lossy(&fs::read(&path)?).into_owned());
        }
    }
    Ok(())
}
