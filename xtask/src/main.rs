//! The project's commands: `cargo xtask COMMAND`. Run without one, it lists them.
//!
//! - `base94`: the program as text in the offline file
//! - `browser`: finds or installs the browsers that the page's tests drive
//! - `budgets`: what the page may weigh
//! - `corpus`: the parser on real telegrams
//! - `csp`: the content security policy of the offline file
//! - `folders`: checks that the page names no folder of the machine that built it
//! - `fuzz`: looks for inputs that break the parser
//! - `glue`: what is cut from the glue that wasm-bindgen writes, and its short names
//! - `html`: tags of the built page, found and rewritten
//! - `imports`: what the built scripts may not reach
//! - `launch`: opens a file in the default browser
//! - `manifest`: name and icons of the installed page
//! - `names`: the short names by which the glue and the program know each other
//! - `pack`: `dist/` as one file that needs no server
//! - `process`: child processes
//! - `scripts`: the scripts without comments and indentation
//! - `setup`: installs the tools, and reports progress
//! - `styles`: the style sheets without comments and indentation
//! - `test`: everything that has to pass
//! - `tools`: which tools, in which version, and where they are
//! - `visit`: programs that drive the built page in a browser
//! - `web`: `dist/` for a web server, and the development server
//! - `worker`: the service worker of the page for a web server

mod base94;
mod browser;
mod budgets;
mod corpus;
mod csp;
mod folders;
mod fuzz;
mod glue;
mod html;
mod imports;
mod launch;
mod manifest;
mod names;
mod pack;
mod process;
mod scripts;
mod setup;
mod styles;
mod test;
mod tools;
mod visit;
mod web;
mod worker;

use std::path::Path;
use std::process::ExitCode;

/// The result of a command: nothing, or a message that says what is wrong and what helps.
type Outcome = Result<(), String>;

struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[&str]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "open",
        arguments: "[--no-launch]",
        about: "set up, build and pack, then open the offline file",
        run: open,
    },
    Command {
        name: "test",
        arguments: "[--engines NAMES]",
        about: "set up and run everything that has to pass; in chromium,firefox or all",
        run: test::run,
    },
    Command { name: "serve", arguments: "[PORT]", about: "development server; rebuilds after a change", run: serve },
    Command { name: "build", arguments: "", about: "dist/ for a web server", run: build },
    Command { name: "pack", arguments: "", about: "dist/cable-viewer.html, one file for file://", run: pack },
    Command { name: "budgets", arguments: "", about: "weigh the built page", run: budgets },
    Command { name: "imports", arguments: "", about: "list what the built page calls of the browser", run: imports },
    Command { name: "setup", arguments: "", about: "install every tool and browser that `test` needs", run: setup },
    Command {
        name: "figures",
        arguments: "",
        about: "measure how fast the page opens and shows, and the parser in it",
        run: figures,
    },
    Command {
        name: "shots",
        arguments: "DIR|--check|--accept",
        about: "pictures of the page, to look at, or compared with those that are kept",
        run: shots,
    },
    Command {
        name: "corpus",
        arguments: "DIR [MEASURE]",
        about: "hold the parser to the real telegrams in DIR; list those that fail MEASURE",
        run: corpus,
    },
    Command {
        name: "fuzz",
        arguments: "TARGET SECONDS",
        about: "look for inputs that break the parser: fuzz/README.md",
        run: fuzz,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    };
    if matches!(*name, "help" | "--help" | "-h") {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let outcome = match COMMANDS.iter().find(|command| command.name == *name) {
        Some(command) => (command.run)(rest),
        None => Err(format!("there is no command `{name}`\n\n{}", usage())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("cargo xtask COMMAND\n\n");
    for Command { name, arguments, about, .. } in COMMANDS {
        text += &format!("  {:<22} {about}\n", format!("{name} {arguments}"));
    }
    text
}

fn open(arguments: &[&str]) -> Outcome {
    let launch = match arguments {
        [] => true,
        ["--no-launch"] => false,
        _ => return Err(String::from("`open` takes only --no-launch")),
    };
    setup::for_build()?;
    web::build()?;
    let file = pack::pack()?;
    if launch { launch::in_browser(&file) } else { Ok(()) }
}

fn build(arguments: &[&str]) -> Outcome {
    nothing("build", arguments)?;
    setup::for_build()?;
    web::build()
}

fn pack(arguments: &[&str]) -> Outcome {
    build(arguments)?;
    pack::pack().map(drop)
}

fn budgets(arguments: &[&str]) -> Outcome {
    pack(arguments)?;
    budgets::weigh()
}

fn imports(arguments: &[&str]) -> Outcome {
    pack(arguments)?;
    imports::list()?;
    imports::check()?;
    folders::check()
}

fn figures(arguments: &[&str]) -> Outcome {
    nothing("figures", arguments)?;
    visit::figures()
}

fn shots(arguments: &[&str]) -> Outcome {
    match arguments {
        [what] => visit::shots(what),
        _ => Err(String::from("`shots` takes the folder for the pictures, or --check, or --accept")),
    }
}

fn serve(arguments: &[&str]) -> Outcome {
    let port = match arguments {
        [] => 8080,
        [port] => port.parse().map_err(|_| format!("`{port}` is no port number"))?,
        _ => return Err(String::from("`serve` takes a port number at most")),
    };
    setup::for_build()?;
    web::serve(port)
}

fn setup(arguments: &[&str]) -> Outcome {
    nothing("setup", arguments)?;
    setup::for_tests(&browser::Engine::GATES).map(drop)
}

fn corpus(arguments: &[&str]) -> Outcome {
    match arguments {
        [folder] => corpus::run(Path::new(folder), None),
        [folder, measure] => corpus::run(Path::new(folder), Some(measure)),
        _ => Err(String::from("`corpus` takes the folder that holds the telegrams, and a measure to list")),
    }
}

fn fuzz(arguments: &[&str]) -> Outcome {
    let [target, seconds] = arguments else { return Err(String::from("`fuzz` takes a target and seconds")) };
    fuzz::fuzz(target, seconds.parse().map_err(|_| format!("`{seconds}` is no number of seconds"))?)
}

fn nothing(command: &str, arguments: &[&str]) -> Outcome {
    if arguments.is_empty() { Ok(()) } else { Err(format!("`{command}` takes no arguments")) }
}
