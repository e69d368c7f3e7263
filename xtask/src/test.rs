//! `cargo xtask test`: everything that has to pass, in the order in which a mistake is cheapest to find.

use crate::browser::{Browser, Engine};
use crate::process::{cargo, root};
use crate::tools::Tools;
use crate::{Outcome, budgets, corpus, folders, imports, pack, process, setup, visit, web};
use std::process::Command;
use std::time::Instant;

/// The real telegrams, if they are beside the checkout.
const CORPUS: &str = "../shared";

/// The part that builds what the later ones test.
const PAGE: &str = "page";

struct Part {
    name: &'static str,
    run: fn(&Tools, &[Browser]) -> Outcome,
}

const PARTS: &[Part] = &[
    Part { name: "format", run: |_, _| call(cargo().args(["fmt", "--all", "--check"])) },
    Part { name: "lints", run: |_, _| lints() },
    Part { name: PAGE, run: |_, _| page() },
    Part { name: "budgets", run: |_, _| budgets::weigh() },
    Part { name: "imports", run: |_, _| imports::check() },
    Part { name: "folders", run: |_, _| folders::check() },
    Part {
        name: "tests",
        run: |_, _| call(cargo().args(["test", "--locked", "--workspace", "--exclude", "e2e", "--no-fail-fast"])),
    },
    Part { name: "corpus", run: |_, _| telegrams() },
    Part { name: "browser", run: in_browser },
];

/// Sets up what is missing and runs every part, even after one fails. It stops only where there is no page to test.
pub fn run(arguments: &[&str]) -> Outcome {
    let engines = match arguments {
        [] => Engine::GATES.into(),
        ["--engines", names] => Engine::named(names)?,
        _ => return Err(String::from("`test` takes only --engines NAMES")),
    };
    let began = Instant::now();
    let (tools, browsers) = setup::for_tests(&engines)?;
    let mut failed = Vec::new();
    for (index, part) in PARTS.iter().enumerate() {
        eprintln!("\n== {} ({} of {}), at {} s", part.name, index + 1, PARTS.len(), began.elapsed().as_secs());
        if let Err(error) = (part.run)(&tools, &browsers) {
            eprintln!("{} does not pass: {error}", part.name);
            failed.push(part.name);
            if part.name == PAGE {
                break;
            }
        }
    }
    let seconds = began.elapsed().as_secs();
    if failed.is_empty() {
        println!("\nall {} parts pass, in {seconds} s", PARTS.len());
        return Ok(());
    }
    Err(format!("not all parts pass: {} (in {seconds} s)", failed.join(", ")))
}

fn call(command: &mut Command) -> Outcome {
    let line = command.get_args().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join(" ");
    process::run(command, &format!("`cargo {line}` fails"))
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

fn in_browser(tools: &Tools, browsers: &[Browser]) -> Outcome {
    call(visit::command(tools, browsers).args(["test", "--locked", "--package", "e2e"]))
}
