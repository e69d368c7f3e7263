//! Holds exports to the JSON Schema beside them, by a validator that others wrote: `cable json --lines FOLDER |
//! cargo run -p cable --example validate`. Prints what is not valid, a line each with its number, and exits with 1.

use serde_json::Value;
use std::error::Error;
use std::io::{self, BufRead};
use std::process::ExitCode;

const SCHEMA: &str = include_str!("../schema/cable-1.json");

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let schema: Value = serde_json::from_str(SCHEMA)?;
    let validator = jsonschema::validator_for(&schema)?;
    let mut code = ExitCode::SUCCESS;
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let record = serde_json::from_str(&line?)?;
        for error in validator.iter_errors(&record) {
            println!("{number}: {}: {error}", error.instance_path);
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}
