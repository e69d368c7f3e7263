//! `cargo xtask`: what builds, serves, packs and tests the viewer.

mod corpus;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["corpus", folder] => corpus::run(Path::new(folder), None),
        ["corpus", folder, "--list", measure] => corpus::run(Path::new(folder), Some(measure)),
        _ => Err("usage: cargo xtask corpus FOLDER [--list MEASURE]".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
