//! Where the count of paragraphs can start again.

use super::candidate::Candidate;

/// A marked 1 below a heading, from which the marked labels count up to the last one of the text, so that nothing goes
/// back to a count above it.
pub(super) struct Restart {
    row: usize,
    /// The last number.
    last: u32,
}

impl Restart {
    /// The last place among `candidates` where the count can start again.
    pub fn find(candidates: &[Candidate]) -> Option<Self> {
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

    /// Whether the count starts again at this candidate, and reaches the number that is due.
    pub fn is_at(&self, candidate: &Candidate, due: u32) -> bool {
        self.row == candidate.row && self.last >= due
    }
}
