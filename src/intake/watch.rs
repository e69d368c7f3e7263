//! The progress of slow work, and the way to break it off.

use js_sys::Date;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use yew::Callback;
use yew::platform::time::sleep;

/// The milliseconds of work after which the page gets to draw and to listen.
const BREATH: f64 = 40.0;
/// The milliseconds after which work is slow enough for its progress to be shown.
const SLOW: f64 = 300.0;

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is read.
    pub name: String,
    /// How much of it is done.
    pub done: u64,
    /// How much there is in all; `None` where that is not known yet.
    pub of: Option<u64>,
    /// Whether these numbers are files; otherwise they are bytes.
    pub files: bool,
}

/// Watches over one piece of work.
pub(super) struct Watch {
    /// The number of the work that is wanted. Any other number than its own calls this work off.
    turn: Rc<Cell<u32>>,
    mine: u32,
    tell: Callback<Progress>,
    began: f64,
    breathed: Cell<f64>,
}

impl Watch {
    /// Starts watching new work, and calls off the work before it.
    pub fn begin(turn: Rc<Cell<u32>>, tell: Callback<Progress>) -> Self {
        let mine = turn.get().wrapping_add(1);
        turn.set(mine);
        let now = Date::now();
        Self { turn, mine, tell, began: now, breathed: Cell::new(now) }
    }

    /// Returns whether the work is still wanted.
    pub fn goes_on(&self) -> bool {
        self.turn.get() == self.mine
    }

    /// Lets the page draw and listen if the work has gone on for a while. Returns whether the work is still wanted.
    pub async fn breathe(&self, progress: impl FnOnce() -> Progress) -> bool {
        let now = Date::now();
        if now - self.breathed.get() > BREATH && self.goes_on() {
            if now - self.began > SLOW {
                self.tell.emit(progress());
            }
            sleep(Duration::ZERO).await;
            self.breathed.set(Date::now());
        }
        self.goes_on()
    }
}
