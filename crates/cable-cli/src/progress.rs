//! A line on a terminal while it takes long: how much was read, how fast, how many telegrams.

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget};
use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// What takes less has no line.
const SHORT: Duration = Duration::from_secs(1);

pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    /// Whether there is a person to see it, who does not see the output in the same place.
    wanted: bool,
    bytes: Cell<u64>,
    telegrams: Cell<u64>,
}

impl Progress {
    pub fn new() -> Self {
        Self {
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
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
        let rate = self.bytes.get() as f64 / taken.as_secs_f64();
        let (read, telegrams) = (HumanBytes(self.bytes.get()), HumanCount(self.telegrams.get()));
        self.bar.set_message(format!("{telegrams} telegrams in {read}, {}/s", HumanBytes(rate as u64)));
        self.bar.tick();
    }

    /// Does something else on standard error, with the line out of its way.
    pub fn pause(&self, what: impl FnOnce()) {
        self.bar.suspend(what);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
