//! The export of every text against the JSON Schema, by a third-party validator. The validator is an example of the
//! parser's crate, so that it is not built just to open the page.

use super::Outcome;
use crate::process;
use cable::export::{PartOf, record};
use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::process::{Command, Stdio};

/// The validator's result for each text: its name, and the first thing that is not valid.
pub fn check(texts: &[(String, String)]) -> Result<Vec<(&str, Outcome)>, String> {
    let mut lines = Vec::new();
    let mut of_line = Vec::new();
    for (index, (name, text)) in texts.iter().enumerate() {
        let reading = cable::read(text);
        let of = reading.cables.len();
        for (part, cable) in (1..).zip(&reading.cables) {
            serde_json::to_writer(&mut lines, &record(&reading.text, cable, name, PartOf { index: part, of }))
                .map_err(|error| format!("{name}: {error}"))?;
            lines.push(b'\n');
            of_line.push(index);
        }
    }
    let found = validate(&lines)?;
    let number = |line: &str| line.split_once(": ")?.0.parse::<usize>().ok();
    let mut wrong: HashMap<usize, &str> = HashMap::new();
    for line in found.lines() {
        let text = number(line).and_then(|number| of_line.get(number.checked_sub(1)?));
        wrong.entry(*text.ok_or_else(|| format!("the validator: {line}"))?).or_insert(line);
    }
    let outcome = |index: usize| wrong.get(&index).map_or(Outcome::Right, |line| Outcome::Wrong((*line).to_owned()));
    Ok(texts.iter().enumerate().map(|(index, (name, _))| (name.as_str(), outcome(index))).collect())
}

/// The validator's output for JSON lines.
fn validate(lines: &[u8]) -> Result<String, String> {
    let mut command: Command = process::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "cable", "--example", "validate"]);
    let failed = |error: std::io::Error| format!("the validator does not run: {error}");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    let stdin = child.stdin.take().ok_or("the validator has no input")?;
    // Written in a thread of its own, beside the reading of the output, so that neither waits for the other.
    let output = std::thread::scope(|scope| {
        let writer = scope.spawn(move || BufWriter::new(stdin).write_all(lines));
        let output = child.wait_with_output();
        let written = writer.join().unwrap_or(Ok(()));
        output.and_then(|output| written.map(|()| output))
    });
    let output = output.map_err(failed)?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() || !printed.is_empty() {
        true => Ok(printed),
        false => Err("the validator failed".to_owned()),
    }
}
