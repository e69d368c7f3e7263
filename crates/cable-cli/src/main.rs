//! The command `cable`: turns diplomatic telegrams into JSON, text, Markdown, tables or citations, and checks them.
//!
//! - `arguments`: what can be asked for, and the words that explain it
//! - `input/`: files, folders, archives and standard input, as pieces of text that begin with telegrams
//! - `work`: pieces handed to many threads, results back in order
//! - `output/`: what each command writes about a piece
//! - `outcome`: the result of a run, and the exit code
//! - `progress`: a line on a terminal during long runs

mod arguments;
mod input;
mod outcome;
mod output;
mod progress;
mod work;

use arguments::{Arguments, Command, Input};
use clap::{CommandFactory, Parser, error::ErrorKind};
use input::{Piece, Unreadable};
use outcome::Outcome;
use output::{Output, Written};
use progress::Progress;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let strict = matches!(command, Command::Check { strict: true, .. });
    let (input, output) = match command {
        Command::Completions { shell } => return completions(shell),
        Command::Json { input, lines } => (input, Output::Json { lines }),
        Command::Text { input } => (input, Output::Text),
        Command::Markdown { input } => (input, Output::Markdown),
        Command::Csv { input } => (input, Output::Csv),
        Command::Cite { input, style } => (input, Output::Cite { style }),
        Command::Check { input, level, .. } => {
            let styled = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            (input, Output::Check { level, styled })
        }
        Command::Tags { input, with_cable } => (input, Output::Tags { with_cable }),
        Command::Refs { input, with_cable } => (input, Output::Refs { with_cable }),
    };
    run(&input.files(), input.dialect, &output).code(strict)
}

/// Prints the completion script. It is made in memory, because its library panics if a writer fails, such as a pipe
/// whose reader has left.
fn completions(shell: clap_complete::Shell) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "cable", &mut script);
    let mut outcome = Outcome::default();
    if let Err(error) = io::stdout().write_all(&script) {
        outcome.stop(&error);
    }
    outcome.code(false)
}

impl Input {
    /// The files that were named, or standard input if none was and it is no terminal.
    fn files(&self) -> Vec<PathBuf> {
        if !self.files.is_empty() {
            return self.files.clone();
        }
        if io::stdin().is_terminal() {
            let mut command = Arguments::command();
            command.error(ErrorKind::MissingRequiredArgument, "name a file or folder, or - for standard input").exit();
        }
        vec![PathBuf::from("-")]
    }
}

/// What goes to a worker: a piece, or a sentence that must keep its place in the order.
enum Job {
    Piece(Piece),
    Complaint(Unreadable),
}

/// Writes what `output` asks for, for every telegram of every file.
fn run(files: &[PathBuf], dialect: Option<cable::Dialect>, output: &Output) -> Outcome {
    let progress = Progress::new(files);
    let mut outcome = Outcome::default();
    let mut out = io::stdout().lock();
    let work = |job: Job| match job {
        Job::Piece(piece) => Ok((piece.bytes(), output.write(&piece, dialect))),
        Job::Complaint(why) => Err(why),
    };
    let produce = |give: &mut dyn FnMut(Job) -> bool| {
        for file in files {
            let mut give_piece = |piece: Result<Piece, Unreadable>| match piece {
                Ok(piece) => give(Job::Piece(piece)),
                Err(why) => give(Job::Complaint(why)),
            };
            if !input::read(file, &mut give_piece) {
                return;
            }
        }
    };
    let is_terminal = out.is_terminal();
    let [before, between, behind] = output.around();
    let mut begun = false;
    let consume = |result: Result<(usize, Written), Unreadable>| match result {
        Ok((bytes, written)) => {
            outcome.add(&written.counts);
            progress.advance(bytes, written.counts.telegrams);
            if written.bytes.is_empty() {
                return true;
            }
            let front = if std::mem::replace(&mut begun, true) { between } else { before };
            let bytes = if is_terminal { output.shown(written.bytes) } else { written.bytes };
            match out.write_all(front.as_bytes()).and_then(|()| out.write_all(&bytes)) {
                Ok(()) => true,
                Err(error) => {
                    outcome.stop(&error);
                    false
                }
            }
        }
        Err(why) => {
            progress.pause(|| outcome.fail(&why.to_string()));
            true
        }
    };
    work::in_order(produce, work, consume);
    progress.finish();
    // The output is a document of the style even without a telegram.
    let end = if begun { behind.to_owned() } else { [before, behind].concat() };
    if let Err(error) = out.write_all(end.as_bytes()).and_then(|()| out.flush()) {
        outcome.stop(&error);
    }
    if matches!(output, Output::Check { .. }) {
        outcome::say(&outcome.summary());
    }
    outcome
}
