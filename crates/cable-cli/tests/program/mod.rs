//! The program under test, and a telegram for it.
#![allow(dead_code, reason = "not every test needs all of it")]

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

pub const TELEGRAM: &str = "\
VZCZCXRO0412
RR RUEHQX
DE RUEHQW #0017 0321200
ZNR UUUUU ZZH
R 011200Z FEB 08
FM AMEMBASSY ALDERPORT
TO RUEHC/SECSTATE WASHDC 0101

UNCLAS ALDERPORT 000017

SIPDIS

E.O. 12958: N/A
TAGS: PREL, ECON
SUBJECT: THE MARKET OPENS AGAIN

¶1. (U) The caf\u{e9} on the quay opens again in March.

BIRCHWOOD
";

pub fn cable(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cable"));
    command.current_dir(folder).args(arguments);
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    cable(folder, arguments).output().unwrap()
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

pub fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub fn files(output: &Output) -> Vec<String> {
    lines(output).iter().map(|record| record["file"].as_str().unwrap().to_owned()).collect()
}

/// Runs it on `input` from a pipe. The input is written while the output is read, so that neither waits.
pub fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = cable(Path::new("."), arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    })
}

/// The telegram with another number and minute.
pub fn numbered(number: u32) -> String {
    let minute = number % 60;
    TELEGRAM
        .replace("#0017", &format!("#{number:04}"))
        .replace("000017", &format!("{number:06}"))
        .replace("0321200", &format!("03212{minute:02}"))
        .replace("011200Z", &format!("0112{minute:02}Z"))
}
