//! The count of paragraph labels: whether the next one belongs to it, to a list inside the text, or to nothing.

use super::sequence::{Accepted, Candidate, Finding};

/// A gap of one to four is a lost label (92 measured); more is a number from the text.
const WIDEST_GAP: u32 = 5;

/// The number that follows.
fn after(number: u32) -> u32 {
    number.saturating_add(1)
}

/// Where the count stands, and what it knows of the telegram's labels.
pub(super) struct Counter {
    /// The next number of the telegram's own count.
    next: u32,
    /// The next number of a list inside the text.
    inner: Option<u32>,
    /// Whether digits may be left of lost anchors.
    anchors: bool,
    /// Whether the telegram marks its paragraphs.
    marks: bool,
    /// Whether the telegram's own labels have a bracket in place of the full stop.
    brackets: bool,
    /// Where the count may start again.
    restart: Option<Restart>,
}

/// A marked 1 below a heading, from which the marked labels count up to the last one of the text, so that nothing goes
/// back to a count above it.
struct Restart {
    row: usize,
    /// The last number.
    last: u32,
}

impl Restart {
    fn find(candidates: &[Candidate]) -> Option<Self> {
        let mut behind = candidates.iter().rev().filter(|candidate| candidate.label.marked).peekable();
        let last = behind.peek()?.label.number;
        let mut due = last;
        let mut counts = behind.take_while(|candidate| {
            let counts = candidate.label.number == due && candidate.begins_portion() && !candidate.label.bracketed;
            due = due.saturating_sub(1);
            counts
        });
        let first = counts.find(|candidate| candidate.label.number == 1).filter(|first| first.below_heading)?;
        Some(Self { row: first.row, last })
    }
}

impl Counter {
    /// Creates a counter in front of the first of `candidates`, which may be number `first`.
    pub fn new(first: u32, anchors: bool, candidates: &[Candidate]) -> Self {
        Self {
            next: first,
            inner: None,
            anchors,
            marks: candidates.iter().filter(|candidate| candidate.label.marked).count() > candidates.len() / 2,
            brackets: candidates.first().is_some_and(|first| first.label.bracketed),
            restart: Restart::find(candidates),
        }
    }

    /// Returns what a label counts as, if it counts, given those `ahead`.
    pub fn accept(&mut self, candidate: &Candidate, ahead: &[Candidate]) -> Option<Accepted> {
        let label = candidate.label;
        if label.number == 0 || candidate.only_due && label.number != self.next {
            return None;
        }
        if self.lost_digit(candidate, ahead) {
            let number = self.next;
            (self.inner, self.next) = (None, after(number));
            return Some(Accepted::own(candidate, Some(number), 0, Some(Finding::Repaired)));
        }
        let repaired = label.without_anchor.filter(|_| self.anchors && !label.anchored && label.number != self.next);
        let is_nearer = |number: u32| number.abs_diff(self.next) < label.number.abs_diff(self.next);
        let reading = match repaired {
            // A marked label counts wherever it stands, and then the nearer of the two numbers is its own.
            Some(number)
                if (self.is_near(number) || label.marked && is_nearer(number)) && !self.is_near(label.number) =>
            {
                number
            }
            _ => label.number,
        };
        let was_repaired = reading != label.number;
        let missing = reading.saturating_sub(self.next);
        let begins = candidate.at_break || label.marked;
        let finding = if reading == self.next && self.inner != Some(reading) {
            // A number in running text can be the right one by chance: then the true label comes later.
            let first = reading == 1 && self.comes(2, ahead);
            let may_begin = label.anchored || candidate.below_short || first;
            if !begins && (!may_begin || self.comes(reading, ahead)) {
                return None;
            }
            None
        } else if reading == self.next {
            if self.is_item(candidate, ahead) {
                return Some(self.accept_item(candidate, reading));
            }
            None
        } else if begins && self.inner == Some(reading) && self.is_item(candidate, ahead) {
            return Some(self.accept_item(candidate, reading));
        } else if !begins || was_repaired && !label.marked && !candidate.at_break {
            return None;
        } else if (1..=WIDEST_GAP).contains(&missing) {
            // Where the number that is due still comes, this one is from the text.
            if self.comes(self.next, ahead) || self.marks && !label.marked && !label.anchored {
                return self.misplaced(candidate, reading, ahead);
            }
            (self.next > 1 || reading > 1).then_some(Finding::Skipped)
        } else if missing > 0 {
            return self.beyond(candidate, reading, ahead);
        } else if self.restarts(candidate) {
            // The paragraphs go on from here: those above were counted before the text began.
            self.inner = None;
            self.next = after(reading);
            return Some(Accepted::own(candidate, Some(reading), 0, Some(Finding::Repeated)));
        } else if reading == 1 || self.inner == Some(reading) {
            let is_list = self.is_list(candidate, ahead) || candidate.begins_portion();
            return is_list.then(|| self.accept_item(candidate, reading));
        } else if after(reading) == self.next {
            (label.anchored || label.marked || candidate.at_break && !self.marks).then_some(())?;
            Some(Finding::Repeated)
        } else {
            (label.marked || label.anchored && !self.marks).then_some(())?;
            let goes_on = self.comes(after(reading), ahead.get(..1).unwrap_or_default());
            let number = Some(reading);
            if goes_on {
                self.next = after(reading);
            }
            return Some(Accepted::own(candidate, number, 0, Some(Finding::Backwards)));
        };
        self.inner = None;
        self.next = self.next.max(after(reading));
        let finding = if was_repaired { Some(Finding::Repaired) } else { finding };
        Some(Accepted::own(candidate, Some(reading), 0, finding))
    }

    /// Whether the label of a portion is the number that is due with one digit lost, and the next label follows the due
    /// number. The 1 below a colon and the next item of a list are no such numbers: a list counts as well.
    fn lost_digit(&self, candidate: &Candidate, ahead: &[Candidate]) -> bool {
        let is_due = |place: u32| {
            let (above, below) = (self.next.checked_div(place), self.next.checked_rem(place));
            let left = above.zip(below).map(|(above, below)| (above / 10).saturating_mul(place).saturating_add(below));
            left == Some(candidate.label.number)
        };
        self.next >= 10
            && candidate.label.number < self.next
            && !(candidate.announced && candidate.label.number == 1)
            && self.inner != Some(candidate.label.number)
            && candidate.begins_portion()
            && ahead.first().is_some_and(|next| next.begins_portion() && next.label.number == after(self.next))
            && [1, 10, 100].into_iter().any(is_due)
    }

    /// A label far beyond the count: an extract can begin anywhere.
    fn beyond(&mut self, candidate: &Candidate, reading: u32, ahead: &[Candidate]) -> Option<Accepted> {
        let number = candidate.label.number;
        let goes_on = self.comes(after(number), ahead.get(..1).unwrap_or_default());
        if self.next == 1 && candidate.at_break && candidate.label.anchored && goes_on {
            self.next = after(number);
            return Some(Accepted::own(candidate, Some(number), 0, Some(Finding::Skipped)));
        }
        self.misplaced(candidate, reading, ahead)
    }

    /// Accepts a label that is out of the count but begins a portion; otherwise its text would pass under the mark of
    /// the portion above. Its number counts where the count does not go on without it.
    fn misplaced(&mut self, candidate: &Candidate, reading: u32, ahead: &[Candidate]) -> Option<Accepted> {
        candidate.begins_portion().then(|| {
            let counts = |number| ahead.iter().any(|next| next.label.number == number && next.begins_portion());
            let is_between = counts(self.next);
            let begins_list = ahead.first().is_some_and(|next| next.label.number == 1);
            let second = after(self.next);
            let is_mistyped = reading != second && counts(second)
                || !self.is_near(reading) && !begins_list && self.comes(second, ahead);
            let number = Some(reading).filter(|_| !is_between && !is_mistyped);
            self.next = match number {
                Some(number) => after(number),
                None if is_between => self.next,
                None => after(self.next),
            };
            Accepted::own(candidate, number, 0, Some(Finding::Skipped))
        })
    }

    /// Whether the telegram's own count starts again here and reaches the number that is due. A list inside the text
    /// has no marks of its own, and the count of a text quoted behind the last paragraph stays below that number.
    fn restarts(&self, candidate: &Candidate) -> bool {
        let reaches = |restart: &Restart| restart.row == candidate.row && restart.last >= self.next;
        self.marks && self.restart.as_ref().is_some_and(reaches)
    }

    fn is_near(&self, number: u32) -> bool {
        after(number) >= self.next && number.saturating_sub(self.next) <= WIDEST_GAP && number > 0
    }

    /// Whether `number` stands among the next candidates before the count has gone past it.
    fn comes(&self, number: u32, ahead: &[Candidate]) -> bool {
        ahead
            .iter()
            .take_while(|candidate| candidate.label.number <= number.saturating_mul(10).saturating_add(100))
            .any(|candidate| {
                let label = candidate.label;
                let read =
                    label.number == number || self.anchors && !label.anchored && label.without_anchor == Some(number);
                read && (candidate.at_break || label.marked)
            })
    }

    /// Whether a number that both counts wait for is an item of the inner list.
    fn is_item(&self, candidate: &Candidate, ahead: &[Candidate]) -> bool {
        if candidate.label.bracketed && !self.brackets {
            return true;
        }
        if self.marks {
            return !candidate.label.marked;
        }
        self.comes(self.next, ahead)
    }

    /// Whether a 1, or the next number of a list inside the text, is an item: it is anchored, a list is open, or the
    /// number after it comes ahead.
    fn is_list(&self, candidate: &Candidate, ahead: &[Candidate]) -> bool {
        candidate.label.anchored || self.inner.is_some() || self.comes(after(candidate.label.number), ahead)
    }

    fn accept_item(&mut self, candidate: &Candidate, number: u32) -> Accepted {
        self.inner = Some(after(number));
        Accepted::own(candidate, Some(number), 1, None)
    }
}
