//! A line on a terminal during long runs: how far it is, how many telegrams, how fast.

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Shorter runs show no line.
const SHORT: Duration = Duration::from_secs(1);

/// The line if the amount to read is known, and if it is not.
const BAR: &str = "{bar:30} {percent:>3}%  {msg}, {eta} left";
const LINE: &str = "{spinner} {msg}";

pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    /// Whether a person sees it, and does not see the output in the same place.
    wanted: bool,
    bytes: Cell<u64>,
    telegrams: Cell<u64>,
}

impl Progress {
    pub fn new(files: &[PathBuf]) -> Self {
        let total = files.iter().map(|file| size(file)).sum();
        Self {
            bar: line(total, ProgressDrawTarget::hidden()),
            start: Instant::now(),
            wanted: io::stderr().is_terminal() && !io::stdout().is_terminal(),
            bytes: Cell::new(0),
            telegrams: Cell::new(0),
        }
    }

    pub fn advance(&self, bytes: usize, telegrams: usize) {
        let taken = self.start.elapsed();
        self.bytes.set(self.bytes.get().saturating_add(bytes as u64));
        self.telegrams.set(self.telegrams.get().saturating_add(telegrams as u64));
        if !self.wanted || taken < SHORT {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        show(&self.bar, self.bytes.get(), self.telegrams.get(), taken);
    }

    /// Does something else on standard error while the line is hidden.
    pub fn pause(&self, what: impl FnOnce()) {
        self.bar.suspend(what);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// The amount to read, if a file's size gives it: packed files, folders and pipes do not.
fn size(file: &Path) -> Option<u64> {
    let ends = |ending: &str| file.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    let is_packed = ends("gz") || ends("zip");
    let found = file.metadata().ok().filter(|found| found.is_file() && !is_packed)?;
    Some(found.len())
}

fn line(total: Option<u64>, target: ProgressDrawTarget) -> ProgressBar {
    let style = ProgressStyle::with_template(if total.is_some() { BAR } else { LINE });
    let bar = ProgressBar::with_draw_target(total, target);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

fn show(bar: &ProgressBar, bytes: u64, telegrams: u64, taken: Duration) {
    let rate = HumanBytes((bytes as f64 / taken.as_secs_f64()) as u64);
    bar.set_message(format!("{} telegrams in {}, {rate}/s", HumanCount(telegrams), HumanBytes(bytes)));
    bar.set_position(bytes);
    bar.tick();
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    /// Checks what a person sees after half of two megabytes.
    fn check(total: Option<u64>, expected: &str) {
        let terminal = InMemoryTerm::new(4, 120);
        let bar = line(total, ProgressDrawTarget::term_like(Box::new(terminal.clone())));
        show(&bar, 1 << 20, 1234, Duration::from_secs(2));
        assert!(terminal.contents().contains(expected), "{}", terminal.contents());
    }

    #[test]
    fn the_line_says_how_far_it_is() {
        check(Some(2 << 20), " 50%  1,234 telegrams in 1.00 MiB, 512.00 KiB/s");
        check(None, " 1,234 telegrams in 1.00 MiB, 512.00 KiB/s");
    }
}
