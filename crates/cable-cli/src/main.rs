//! The command `cable`: diplomatic telegrams in, JSON out.
//!
//! - `input`: files, folders and standard input, as named texts
//! - `json`: texts as records of the export schema

mod input;
mod json;

use clap::{Parser, Subcommand};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Takes US diplomatic telegrams apart.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print each telegram as JSON (schema cable/1).
    ///
    /// Reads plain text and saved web pages in UTF-8, UTF-16 or Windows-1252. A file that cannot be read is reported on
    /// standard error; the others are printed, and the exit code is 1.
    Json {
        /// Print one line for each telegram instead of indented objects.
        #[arg(long)]
        lines: bool,
        /// Files, folders (all texts below them, in the order of their names), or - for standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    let Command::Json { lines, files } = Arguments::parse().command;
    let mut out = BufWriter::new(io::stdout().lock());
    match run(&files, lines, &mut out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has seen enough (`cable json . | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("standard output: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Prints every telegram of every file; whether all of them could be read.
fn run(files: &[PathBuf], lines: bool, out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    for source in files.iter().flat_map(|file| input::sources(file)) {
        match source.and_then(|source| input::read(&source)) {
            Ok(Some(input)) => json::write(&input, lines, out)?,
            Ok(None) => {}
            Err(error) => {
                all_read = false;
                complain(&error.to_string());
            }
        }
    }
    out.flush()?;
    Ok(all_read)
}

/// Says what went wrong; a closed standard error is no reason to stop.
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "cable: {what}");
}
