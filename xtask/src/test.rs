//! `cargo xtask test`: everything that has to pass, in the order in which a mistake is cheapest to find.

use crate::browser::Browser;
use crate::process::{cargo, root};
use crate::tools::Tools;
use crate::{Outcome, budgets, corpus, imports, pack, process, setup, web};
use std::process::Command;
use std::time::Instant;

/// The real telegrams, where they lie beside the checkout.
const CORPUS: &str = "../shared";

struct Part {
    name: &'static str,
    run: fn(&Tools, &Browser) -> Outcome,
}

const PARTS: &[Part] = &[
    Part { name: "format", run: |_, _| call(cargo().args(["fmt", "--all", "--check"])) },
    Part { name: "lints", run: |_, _| lints() },
    Part { name: "page", run: |_, _| page() },
    Part { name: "budgets", run: |_, _| budgets::weigh() },
    Part { name: "imports", run: |_, _| imports::check() },
    Part { name: "tests", run: |_, _| call(cargo().args(["test", "--locked", "--workspace", "--exclude", "e2e"])) },
    Part { name: "corpus", run: |_, _| telegrams() },
    Part { name: "browser", run: in_browser },
];

/// Sets up what is missing and runs every part; a part that fails is the last.
pub fn run(arguments: &[&str]) -> Outcome {
    if !arguments.is_empty() {
        return Err(String::from("`test` takes no arguments"));
    }
    let began = Instant::now();
    let (tools, browser) = setup::for_tests()?;
    for (index, part) in PARTS.iter().enumerate() {
        eprintln!("\n== {} ({} of {}), {} s", part.name, index + 1, PARTS.len(), began.elapsed().as_secs());
        (part.run)(&tools, &browser).map_err(|error| format!("{} does not pass: {error}", part.name))?;
    }
    println!("\nall {} parts pass, in {} s", PARTS.len(), began.elapsed().as_secs());
    Ok(())
}

fn call(command: &mut Command) -> Outcome {
    let line = command.get_args().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join(" ");
    process::run(command, &format!("`cargo {line}`"))
}

fn lints() -> Outcome {
    call(cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    let page = ["clippy", "--locked", "--package", "cable-viewer", "--target", "wasm32-unknown-unknown"];
    call(cargo().args(page).args(["--", "-D", "warnings"]))
}

fn page() -> Outcome {
    web::build()?;
    pack::pack().map(drop)
}

fn telegrams() -> Outcome {
    let folder = root().join(CORPUS);
    if folder.join("corpus").is_dir() {
        return corpus::run(&folder, None);
    }
    println!("{CORPUS} is not there: the real telegrams are not read");
    Ok(())
}

fn in_browser(tools: &Tools, browser: &Browser) -> Outcome {
    let mut tests = cargo();
    tests.args(["test", "--locked", "--package", "e2e"]);
    tests.env("CABLE_DIST", web::dist()).env("CABLE_AXE", tools.axe());
    tests.env("CABLE_CHROMIUM", &browser.chromium).env("CABLE_CHROMEDRIVER", &browser.driver);
    call(&mut tests)
}
