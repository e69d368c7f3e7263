//! What a run came to: what was found, what could not be read, and the exit code.

use crate::output::{self, Counts};
use std::io::{self, Write};
use std::process::ExitCode;

/// What a run came to.
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

    /// Something could not be read or written.
    pub fn fail(&mut self, why: &str) {
        self.failed = true;
        say(why);
    }

    /// Output has ended. A reader that has seen enough (`| head`) is no error.
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

/// Says something on standard error; that it is closed is no reason to stop.
pub fn say(what: &str) {
    let _ = writeln!(io::stderr(), "cable: {}", output::one_line(what));
}
