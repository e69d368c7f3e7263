//! Programs that drive the built page in a browser: its tests, its bench and its pictures, all in `e2e/`.

use crate::browser::{Browser, Engine};
use crate::process::{self, cargo};
use crate::tools::Tools;
use crate::{Outcome, pack, setup, web};
use std::process::Command;

/// A cargo command that knows where the page, the browsers and their drivers are.
pub fn command(tools: &Tools, browsers: &[Browser]) -> Command {
    let mut command = cargo();
    command.env("CABLE_DIST", web::dist()).env("CABLE_AXE", tools.axe());
    for Browser { engine, browser, driver, screen } in browsers {
        let (name, driver_name) = match engine {
            Engine::Chromium => ("CABLE_CHROMIUM", "CABLE_CHROMEDRIVER"),
            Engine::Firefox => ("CABLE_FIREFOX", "CABLE_GECKODRIVER"),
            Engine::WebKit => ("CABLE_WEBKIT", "CABLE_WEBKITDRIVER"),
        };
        command.env(name, browser).env(driver_name, driver);
        command.envs(screen.iter().map(|screen| ("CABLE_XVFB", screen)));
    }
    command
}

/// Measures how long the offline file takes to open and to show a telegram, and how fast the parser is in the browser.
pub fn figures() -> Outcome {
    run("page-bench", &[])?;
    // One module as in the page, built for size, and one as fast as the compiler makes it.
    let modules = ["page", "release"].map(module).into_iter().collect::<Result<Vec<_>, _>>()?;
    run("parse-bench", &modules.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Builds the parser by itself as a module for browsers, in this profile and with the page's compiler flags.
fn module(profile: &str) -> Result<String, String> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let folder = process::root().join("target/figures");
    let build = ["build", "--quiet", "--locked", "--package", "cable-metered", "--target", TARGET];
    let mut cargo = cargo();
    cargo.args(build).args(["--profile", profile, "--target-dir"]).arg(&folder);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", web::flags().join("\u{1f}"));
    process::run(&mut cargo, "the parser's module cannot be built")?;
    Ok(folder.join(TARGET).join(profile).join("cable_metered.wasm").display().to_string())
}

/// Takes pictures of the page on three screens, light and dark. `what` is their folder, or an option of the program.
pub fn shots(what: &str) -> Outcome {
    let here = std::env::current_dir().map_err(|error| format!("there is no current folder: {error}"))?;
    let what = if what.starts_with('-') { what.into() } else { here.join(what).display().to_string() };
    run("shots", &[&what])
}

fn run(program: &str, arguments: &[&str]) -> Outcome {
    let (tools, browsers) = setup::for_tests(&[Engine::Chromium])?;
    web::build()?;
    pack::pack()?;
    let mut command = command(&tools, &browsers);
    command.args(["run", "--quiet", "--locked", "--package", "e2e", "--bin", program, "--"]).args(arguments);
    process::run(&mut command, &format!("`{program}` fails"))
}
