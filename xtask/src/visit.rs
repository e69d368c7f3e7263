//! Programs that drive the built page in a browser: its tests, its bench and its pictures, all in `e2e/`.

use crate::browser::Browser;
use crate::process::{self, cargo};
use crate::tools::Tools;
use crate::{Outcome, pack, setup, web};
use std::process::Command;

/// A cargo command that knows where the page, the browser and its driver are.
pub fn command(tools: &Tools, browser: &Browser) -> Command {
    let mut command = cargo();
    command.env("CABLE_DIST", web::dist()).env("CABLE_AXE", tools.axe());
    command.env("CABLE_CHROMIUM", &browser.chromium).env("CABLE_CHROMEDRIVER", &browser.driver);
    command
}

/// Measures how long the offline file takes to open and to show a telegram.
pub fn figures() -> Outcome {
    run("page-bench", &[])
}

/// Takes pictures of the page on three screens, light and dark.
pub fn shots(folder: &str) -> Outcome {
    let here = std::env::current_dir().map_err(|error| format!("there is no current folder: {error}"))?;
    run("shots", &[&here.join(folder).to_string_lossy()])
}

fn run(program: &str, arguments: &[&str]) -> Outcome {
    let (tools, browser) = setup::for_tests()?;
    web::build()?;
    pack::pack()?;
    let mut command = command(&tools, &browser);
    command.args(["run", "--quiet", "--locked", "--package", "e2e", "--bin", program, "--"]).args(arguments);
    process::run(&mut command, &format!("`{program}` fails"))
}
