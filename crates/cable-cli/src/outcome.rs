//! The result of a run: what was found, what could not be read, and the exit code.

use crate::output::{self, Counts};
use std::io::{self, Write};
use std::process::ExitCode;

/// The result of a run.
#[derive(Default)]
pub struct Outcome {
    counts: Counts,
    /// Whether something could not be read or written.
    failed: bool,
}

impl Outcome {
    pub fn add(&mut self, counts: &Counts) {
        self.counts.add(counts);
    }

    /// Notes that something could not be read or written, and says why.
    pub fn fail(&mut self, why: &str) {
        self.failed = true;
        say(why);
    }

    /// Notes that output has ended. A reader that has seen enough (`| head`) is no error.
    pub fn stop(&mut self, error: &io::Error) {
        if error.kind() != io::ErrorKind::BrokenPipe {
            self.fail(&format!("standard output: {error}"));
        }
    }

    pub fn code(&self, strict: bool) -> ExitCode {
        match (self.failed, strict && self.counts.warnings > 0) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::from(1),
            (false, false) => ExitCode::SUCCESS,
        }
    }

    pub fn summary(&self) -> String {
        let Counts { telegrams, warnings, repairs, infos } = self.counts;
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        format!(
            "{}, {} and {} in {}",
            count(warnings, "warning"),
            count(repairs, "repair"),
            count(infos, "info"),
            count(telegrams, "telegram")
        )
    }
}

/// Prints a sentence on standard error; it is no reason to stop if that is closed.
pub fn say(what: &str) {
    let _ = writeln!(io::stderr(), "cable: {}", output::one_line(what));
}
