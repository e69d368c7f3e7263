//! The count of paragraph labels: whether the next one belongs to it, to a list inside the text, or to nothing.

use super::candidate::Candidate;
use super::restart::Restart;
use super::sequence::{Accepted, Finding};
use std::cmp::Ordering;

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

/// What a label is in the count.
enum Verdict {
    /// A paragraph's number, which the count goes on from; a list inside the text has ended.
    Counts { number: u32, finding: Option<Finding> },
    /// The first number of a count that starts again.
    Restarts { number: u32 },
    /// The number of an item in a list inside the text.
    Item { number: u32 },
    /// The label of a paragraph out of the order, behind which the number `due` comes next. `number` is `None` where its
    /// own cannot be right.
    Stray { number: Option<u32>, finding: Finding, due: u32 },
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
        let (number, depth, finding) = match self.verdict(candidate, ahead)? {
            Verdict::Counts { number, finding } => {
                (self.next, self.inner) = (self.next.max(after(number)), None);
                (Some(number), 0, finding)
            }
            Verdict::Restarts { number } => {
                (self.next, self.inner) = (after(number), None);
                (Some(number), 0, Some(Finding::Repeated))
            }
            Verdict::Item { number } => {
                self.inner = Some(after(number));
                (Some(number), 1, None)
            }
            Verdict::Stray { number, finding, due } => {
                self.next = due;
                (number, 0, Some(finding))
            }
        };
        Some(Accepted { row: candidate.row, len: candidate.label.len, number, depth, finding })
    }

    /// What a label is in the count; `None` where it does not count.
    fn verdict(&self, candidate: &Candidate, ahead: &[Candidate]) -> Option<Verdict> {
        let label = candidate.label;
        if label.number == 0 || candidate.only_due && label.number != self.next {
            return None;
        }
        if self.lost_digit(candidate, ahead) {
            return Some(Verdict::Counts { number: self.next, finding: Some(Finding::Repaired) });
        }
        let number = self.reading(candidate);
        let repaired = Some(Finding::Repaired).filter(|_| number != label.number);
        let counts = |finding| Verdict::Counts { number, finding: repaired.or(finding) };
        let is_of_list = self.inner == Some(number);
        let is_item = || is_of_list && self.is_item(candidate, ahead);
        match number.cmp(&self.next) {
            Ordering::Equal if is_item() => Some(Verdict::Item { number }),
            Ordering::Equal => (is_of_list || self.may_be_due(candidate, number, ahead)).then(|| counts(None)),
            _ if !candidate.begins() => None,
            _ if is_item() => Some(Verdict::Item { number }),
            Ordering::Greater if number.saturating_sub(self.next) > WIDEST_GAP => self.beyond(candidate, number, ahead),
            Ordering::Greater => match self.may_be_ahead(candidate, ahead) {
                true => Some(counts(Some(Finding::Skipped))),
                false => self.misplaced(candidate, number, ahead),
            },
            // The paragraphs go on from here: those above were counted before the text began.
            Ordering::Less if self.restarts(candidate) => Some(Verdict::Restarts { number }),
            Ordering::Less if number == 1 || is_of_list => {
                let is_list = self.is_list(candidate, ahead) || candidate.begins_portion();
                is_list.then_some(Verdict::Item { number })
            }
            Ordering::Less if after(number) == self.next => {
                let repeats = label.anchored || label.marked || candidate.at_break && !self.marks;
                repeats.then(|| counts(Some(Finding::Repeated)))
            }
            Ordering::Less => {
                let goes_on = self.comes(after(number), ahead.get(..1).unwrap_or_default());
                let due = if goes_on { after(number) } else { self.next };
                let is_own = label.marked || label.anchored && !self.marks;
                is_own.then_some(Verdict::Stray { number: Some(number), finding: Finding::Backwards, due })
            }
        }
    }

    /// The number that a label is read as: digits in front of it can be left of a lost anchor.
    fn reading(&self, candidate: &Candidate) -> u32 {
        let label = candidate.label;
        let is_nearer = |number: u32| number.abs_diff(self.next) < label.number.abs_diff(self.next);
        // A marked label counts wherever it stands, and then the nearer of the two numbers is its own.
        let is_own = |number: &u32| self.is_near(*number) || label.marked && is_nearer(*number);
        let may_be_left = self.anchors && !label.anchored && !self.is_near(label.number);
        label.without_anchor.filter(|number| may_be_left && is_own(number)).unwrap_or(label.number)
    }

    /// Whether a label with the number that is due is the paragraph's. A number in running text can be the right one by
    /// chance: then the true label comes later.
    fn may_be_due(&self, candidate: &Candidate, number: u32, ahead: &[Candidate]) -> bool {
        let is_first = || number == 1 && self.comes(2, ahead);
        let may_begin = || candidate.label.anchored || candidate.below_short || is_first();
        candidate.begins() || may_begin() && !self.comes(number, ahead)
    }

    /// Whether a label not far ahead of the count is the paragraph's. Where the number that is due still comes, it is
    /// from the text. One without a mark counts among others with marks below a heading, if the next has a higher number.
    fn may_be_ahead(&self, candidate: &Candidate, ahead: &[Candidate]) -> bool {
        let label = candidate.label;
        let is_above = |next: &Candidate| next.begins_portion() && next.label.number > label.number;
        let is_between = || candidate.below_heading && !label.bracketed && ahead.first().is_some_and(is_above);
        let is_like_others = !self.marks || label.marked || label.anchored;
        (is_like_others || is_between()) && !self.comes(self.next, ahead)
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
    fn beyond(&self, candidate: &Candidate, reading: u32, ahead: &[Candidate]) -> Option<Verdict> {
        let number = candidate.label.number;
        let goes_on = || self.comes(after(number), ahead.get(..1).unwrap_or_default());
        match self.next == 1 && candidate.at_break && candidate.label.anchored && goes_on() {
            true => Some(Verdict::Stray { number: Some(number), finding: Finding::Skipped, due: after(number) }),
            false => self.misplaced(candidate, reading, ahead),
        }
    }

    /// A label that is out of the count but begins a portion; otherwise its text would pass under the mark of the
    /// portion above. Its number counts where the count does not go on without it.
    fn misplaced(&self, candidate: &Candidate, reading: u32, ahead: &[Candidate]) -> Option<Verdict> {
        let counts = |number| ahead.iter().any(|next| next.label.number == number && next.begins_portion());
        let is_between = counts(self.next);
        let begins_list = ahead.first().is_some_and(|next| next.label.number == 1);
        let second = after(self.next);
        let is_mistyped =
            reading != second && counts(second) || !self.is_near(reading) && !begins_list && self.comes(second, ahead);
        let (number, due) = match (is_between, is_mistyped) {
            (true, _) => (None, self.next),
            (false, true) => (None, second),
            (false, false) => (Some(reading), after(reading)),
        };
        candidate.begins_portion().then_some(Verdict::Stray { number, finding: Finding::Skipped, due })
    }

    /// Whether the telegram's own count starts again here and reaches the number that is due. A list inside the text
    /// has no marks of its own, and the count of a text quoted behind the last paragraph stays below that number.
    fn restarts(&self, candidate: &Candidate) -> bool {
        self.marks && self.restart.as_ref().is_some_and(|restart| restart.is_at(candidate, self.next))
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
}
