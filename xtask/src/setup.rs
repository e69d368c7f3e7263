//! Installs the tools that are missing, reports progress, and skips what is there.

use crate::Outcome;
use crate::browser::{Browser, Engine};
use crate::process::{self, command, on_path};
use crate::tools::{self, GECKODRIVER, TRUNK, Tools};
use std::fs;
use std::path::{Path, PathBuf};

/// One part of the set-up.
struct Step {
    name: String,
    /// The sentence printed before an installation that takes long.
    patience: &'static str,
    there: Box<dyn Fn(&Tools) -> bool>,
    install: Box<dyn Fn(&Tools) -> Outcome>,
}

/// Everything that builds the page.
pub fn for_build() -> Result<Tools, String> {
    let tools = Tools::locate()?;
    carry_out(&steps_for_build(&tools), &tools)?;
    Ok(tools)
}

/// Everything that builds the page and tests it in these engines.
pub fn for_tests(engines: &[Engine]) -> Result<(Tools, Vec<Browser>), String> {
    let tools = Tools::locate()?;
    let mut steps = steps_for_build(&tools);
    for &engine in engines {
        steps.push(Step {
            name: String::from(engine.parts()),
            patience: "",
            there: Box::new(move |tools| engine.find(tools).is_some()),
            install: Box::new(move |_| engine.install()),
        });
        steps.extend((engine == Engine::Firefox).then(step_for_geckodriver));
    }
    carry_out(&steps, &tools)?;
    let find = |engine: &Engine| engine.find(&tools).ok_or_else(|| engine.missing());
    let browsers = engines.iter().map(find).collect::<Result<_, _>>()?;
    Ok((tools, browsers))
}

fn step_for_geckodriver() -> Step {
    Step {
        name: format!("geckodriver {GECKODRIVER}"),
        patience: " (about 2 minutes on two cores, once)",
        there: Box::new(|tools| tools::installed(&tools.geckodriver)),
        install: Box::new(|tools| cargo_install("geckodriver", GECKODRIVER, true, &tools.geckodriver)),
    }
}

fn steps_for_build(tools: &Tools) -> Vec<Step> {
    vec![
        Step {
            name: String::from("Rust's wasm32 target"),
            patience: "",
            there: Box::new(|_| wasm_target_there()),
            install: Box::new(|_| add_wasm_target()),
        },
        Step {
            name: format!("Trunk {TRUNK}"),
            patience: " (about 2 minutes on two cores, once)",
            there: Box::new(|tools| tools::installed(&tools.trunk)),
            install: Box::new(|tools| cargo_install("trunk", TRUNK, true, &tools.trunk)),
        },
        Step {
            name: format!("wasm-bindgen-cli {}", tools.bindgen_version),
            patience: " (about a minute on two cores, once)",
            there: Box::new(|tools| tools::installed(&tools.bindgen)),
            // The crate's own lock file can name a version that the registry does not have.
            install: Box::new(|tools| cargo_install("wasm-bindgen-cli", &tools.bindgen_version, false, &tools.bindgen)),
        },
        Step {
            name: String::from("wasm-opt, terser and axe-core"),
            patience: "",
            there: Box::new(|tools| tools::installed(&tools.npm)),
            install: Box::new(|tools| npm_install(&tools.npm)),
        },
        Step {
            name: String::from("the crates of Cargo.lock"),
            patience: "",
            there: Box::new(|_| crates_there()),
            install: Box::new(|_| fetch_crates()),
        },
    ]
}

fn carry_out(steps: &[Step], tools: &Tools) -> Outcome {
    for (index, step) in steps.iter().enumerate() {
        let place = format!("[{}/{}] {}", index + 1, steps.len(), step.name);
        if (step.there)(tools) {
            eprintln!("{place}: there");
        } else {
            eprintln!("{place}: installing{}", step.patience);
            (step.install)(tools)?;
        }
    }
    Ok(())
}

fn wasm_target_there() -> bool {
    let folder =
        process::output(command("rustc").args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn add_wasm_target() -> Outcome {
    if on_path("rustup").is_none() {
        return Err(String::from(
            "rustup is not on PATH, so the wasm32 target cannot be added: install rustup (or your distribution's \
             standard library for wasm32-unknown-unknown) and run `cargo xtask setup`",
        ));
    }
    process::run(
        command("rustup").args(["target", "add", "wasm32-unknown-unknown"]),
        "the wasm32 target could not be added; when there is a network, run `rustup target add \
         wasm32-unknown-unknown`",
    )
}

/// Compiles a command into its folder, without optimization and debug information: the tools run for a second, and
/// optimizing would take many minutes.
fn cargo_install(package: &str, version: &str, locked: bool, folder: &Path) -> Outcome {
    into_folder(folder, |partial| {
        let objects = partial.join("target");
        let mut cargo = process::cargo();
        cargo.args(["install", "--debug", "--version", version, package]);
        cargo.args(locked.then_some("--locked"));
        cargo.arg("--root").arg(partial).arg("--target-dir").arg(&objects);
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("RUSTFLAGS");
        // The folder is in front of PATH only for child processes, which keeps cargo from advising to put it there.
        cargo.env("PATH", prepend(&partial.join("bin"))?);
        process::run(
            &mut cargo,
            &format!(
                "{package} {version} could not be installed: it needs the crates registry and a C compiler (on Debian \
                 `apt-get install build-essential`); what there is so far is kept; then run `cargo xtask setup`"
            ),
        )?;
        match fs::remove_dir_all(&objects) {
            Err(error) if objects.exists() => Err(format!("cannot clear {}: {error}", objects.display())),
            _ => Ok(()),
        }
    })
}

fn npm_install(folder: &Path) -> Outcome {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if process::output(command(npm).arg("--version")).is_none() {
        return Err(String::from(
            "npm is not there or does not run: install Node 18 or later (on Debian `apt-get install nodejs npm`) and run \
             `cargo xtask setup`",
        ));
    }
    into_folder(folder, |partial| {
        for (name, text) in tools::npm_manifests() {
            fs::write(partial.join(name), text)
                .map_err(|error| format!("cannot write into {}: {error}", partial.display()))?;
        }
        process::run(
            command(npm)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(partial),
            "wasm-opt, terser and axe-core could not be installed; when npm's registry can be reached, run `cargo xtask setup`",
        )
    })
}

/// Installs into a folder beside the given one, and renames it at the end. A half-finished installation never counts,
/// and the next run continues it.
fn into_folder(folder: &Path, install: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let mut partial = folder.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    fs::create_dir_all(&partial).map_err(|error| {
        format!(
            "cannot write into the cache folder {}: {error}; set XDG_CACHE_HOME to one that you may write to",
            partial.display()
        )
    })?;
    install(&partial)?;
    match fs::rename(&partial, folder) {
        Err(error) if !folder.is_dir() => Err(format!("cannot name {}: {error}", folder.display())),
        // Another checkout may have been faster.
        _ => Ok(()),
    }
}

fn prepend(folder: &Path) -> Result<std::ffi::OsString, String> {
    let person = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(folder.to_owned()).chain(std::env::split_paths(&person)))
        .map_err(|error| format!("{} cannot stand in PATH: {error}", folder.display()))
}

/// Trunk reads the metadata of all crates, including those for other systems, and then builds without the network.
fn crates_there() -> bool {
    process::output(process::cargo().args(["metadata", "--locked", "--offline", "--quiet", "--format-version=1"]))
        .is_some()
}

fn fetch_crates() -> Outcome {
    process::run(
        process::cargo().args(["fetch", "--locked"]),
        "the crates of Cargo.lock could not be fetched; when there is a network, run `cargo fetch --locked`",
    )
}
