//! Which labels count. Paragraph labels are almost a perfect counter (13,317 of 13,567 measured labels are the one
//! before plus one), so a number's place in the sequence tells a label from a number that wrapping brought to the
//! start of a line, and repairs a label that lost its anchor.

use super::label::Label;

/// A label that may count, with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Index of its row.
    pub row: usize,
    /// The label.
    pub label: Label,
    /// Whether a paragraph can begin here: behind a blank line, a heading, or the end of a sentence.
    pub at_break: bool,
    /// Whether the line above is so short that its writer broke it, as that of a title or of `END SUMMARY` is.
    pub below_short: bool,
}

impl Candidate {
    /// Whether it can only begin a portion: numbers that wrapping brought to a line's start have no mark behind them.
    fn begins_portion(&self) -> bool {
        self.label.marked && self.at_break
    }
}

/// A label that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Accepted {
    /// Index of its row.
    pub row: usize,
    /// Length of the label.
    pub len: usize,
    /// The paragraph's number; `None` where the label is one but its number cannot be.
    pub number: Option<u32>,
    /// 0 for the telegram's own count, 1 for a list or telegram inside the text.
    pub depth: u8,
    /// What is notable about it.
    pub finding: Option<Finding>,
}

impl Accepted {
    fn own(candidate: &Candidate, number: Option<u32>, depth: u8, finding: Option<Finding>) -> Self {
        Self { row: candidate.row, len: candidate.label.len, number, depth, finding }
    }
}

/// What is notable about a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Read without the digit that its anchor left.
    Repaired,
    /// The number before it stands again.
    Repeated,
    /// Numbers are missing before it.
    Skipped,
    /// It is lower than the one before it.
    Backwards,
}

/// A gap of one to four is a lost label (92 measured); more is a number from the text.
const WIDEST_GAP: u32 = 5;
/// How many candidates ahead a doubtful label is compared with.
const LOOKAHEAD: usize = 12;

/// The labels that count among `candidates`, and the rows of anchored ones that do not. `anchors` says whether the
/// copy had anchors at all, so that digits may be left of them; `later`, that paragraphs come before the first.
pub(crate) fn sequence(candidates: &[Candidate], anchors: bool, later: bool) -> (Vec<Accepted>, Vec<usize>) {
    let first = candidates.iter().find(|candidate| later && candidate.at_break).map_or(1, |first| first.label.number);
    let mut counter = Counter {
        next: first,
        inner: None,
        anchors: anchors || begins_mangled(candidates),
        marks: candidates.iter().filter(|candidate| candidate.label.marked).count() > candidates.len() / 2,
        brackets: candidates.first().is_some_and(|first| first.label.bracketed),
    };
    let mut accepted = Vec::with_capacity(candidates.len());
    let mut rejected = Vec::new();
    let mut rest = candidates;
    while let [candidate, ahead @ ..] = rest {
        rest = ahead;
        match counter.accept(candidate, ahead.get(..LOOKAHEAD).unwrap_or(ahead)) {
            Some(label) => accepted.push(label),
            None if candidate.label.anchored => rejected.push(candidate.row),
            None => {}
        }
    }
    (accepted, rejected)
}

/// A copy that lost every anchor counts 11, 12, 13 …
fn begins_mangled(candidates: &[Candidate]) -> bool {
    let first =
        candidates.iter().filter(|candidate| candidate.at_break).take(2).map(|candidate| candidate.label.number);
    first.eq([11, 12])
}

/// The number that follows.
fn after(number: u32) -> u32 {
    number.saturating_add(1)
}

struct Counter {
    /// The next number of the telegram's own count.
    next: u32,
    /// The next number of a list inside the text.
    inner: Option<u32>,
    /// Whether digits may be left of lost anchors.
    anchors: bool,
    /// Whether the telegram marks its paragraphs.
    marks: bool,
    /// Whether the telegram's own labels have a bracket for the full stop.
    brackets: bool,
}

impl Counter {
    fn accept(&mut self, candidate: &Candidate, ahead: &[Candidate]) -> Option<Accepted> {
        let label = candidate.label;
        if label.number == 0 {
            return None;
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

    /// A label that is out of the count and begins a portion all the same: else its text would pass under the mark of
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

    /// Whether a 1, or the next item of a list inside the text, is one: unmarked where the telegram marks its
    /// paragraphs, or the outer count goes on behind it.
    fn is_list(&self, candidate: &Candidate, ahead: &[Candidate]) -> bool {
        candidate.label.anchored || self.inner.is_some() || self.comes(after(candidate.label.number), ahead)
    }

    fn accept_item(&mut self, candidate: &Candidate, number: u32) -> Accepted {
        self.inner = Some(after(number));
        Accepted::own(candidate, Some(number), 1, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::label;

    /// Labels as written, each at a break, but for those with `~` and, below a short line, `_`; what comes out, nested
    /// numbers in brackets.
    fn check(labels: &str, expected: &str) {
        let candidates: Vec<Candidate> = labels
            .split(' ')
            .enumerate()
            .filter_map(|(row, line)| {
                let (at_break, below_short) = (!line.contains(['~', '_']), line.contains('_'));
                Some(Candidate { row, label: label::read(line)?, at_break, below_short })
            })
            .collect();
        let (accepted, _) = sequence(&candidates, labels.contains('¶') || labels.contains("](#)"), false);
        let shown: Vec<String> = accepted
            .iter()
            .map(|label| match (label.depth, label.number) {
                (_, None) => "?".to_owned(),
                (0, Some(number)) => number.to_string(),
                (_, Some(number)) => format!("({number})"),
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{labels}");
    }

    #[test]
    fn counts() {
        check("¶1. ¶2. ¶3.", "1 2 3");
        check("1. 2. 3.", "1 2 3");
        check("¶2. ¶3.", "2 3");
        check("1.(~ 2. 3.", "1 2 3");
        check("1.(~ 1. 2.", "1 2");
        check("1.(~ 3.", "3");
        check("1. 2.(~ 3.", "1 3");
        check("1. 2.(_ 3.", "1 2 3");
        check("1. 2.(_ 2. 3.", "1 2 3");
        check("1. 3.(_", "1");
        check("¶1. ¶2. ¶5. ¶6.", "1 2 5 6");
        check("¶1. ¶2. ¶2. ¶3.", "1 2 2 3");
    }

    #[test]
    fn repairs_lost_anchors() {
        check("[1](#)1. [1](#)2. [1](#)3. 14. 15.", "1 2 3 4 5");
        check("[1](#)8. [1](#)9.", "8 9");
        check("¶1998. ¶1.", "1");
        check("¶1. ¶2. ¶3. ¶4. ¶5. ¶6. ¶7. ¶8. 19. 110. 111.", "1 2 3 4 5 6 7 8 9 10 11");
        check("¶1. ¶2. ¶3. ¶4. ¶5. ¶6. ¶7. ¶8. ¶9. ¶10. 11. 12. 13. 14.", "1 2 3 4 5 6 7 8 9 10 11 12 13 14");
        check("11. 12. 13.", "1 2 3");
        check("1. 2. 3. 14.", "1 2 3");
    }

    #[test]
    fn leaves_numbers_of_the_text() {
        check("¶1. ¶2. ¶2007. ¶3.", "1 2 3");
        check("¶1. ¶2. ¶4. ¶3. ¶4.", "1 2 3 4");
        check("¶1. ¶2. ¶30. ¶3.", "1 2 3");
    }

    #[test]
    fn portions_never_pass_under_the_mark_above() {
        check("¶1.(C) ¶2.(C) ¶10.(S) ¶11.(S)", "1 2 10 11");
        check("1.(C) 2.(C) 20.(S)", "1 2 20");
        check("¶1.(C) ¶2.(C) 136.(S) 137.(S)", "1 2 36 37");
        check("¶1.(C) ¶2.(C) ¶30.(S) ¶3.(C) ¶4.(C)", "1 2 ? 3 4");
        check("¶1.(C) ¶2.(C) ¶5.(S) ¶3.(C) ¶4.(C)", "1 2 ? 3 4");
        check("¶1.(C) ¶2.(C) ¶30.(S) ¶4.(C) ¶5.(C)", "1 2 ? 4 5");
        check("¶1.(C) ¶2.(C) ¶10.(S) ¶1. ¶2. ¶3. ¶4. ¶11.(S)", "1 2 10 (1) (2) (3) (4) 11");
        check("¶28.(C) ¶29.(C) 17.(S)", "28 29 17");
        check("1.(C) 2.(C) 3.(C) 1.(S)", "1 2 3 (1)");
        check("¶1.(C) ¶2.(C) ¶4.(S) ¶5.(S) 13. ¶6.(S)", "1 2 4 5 6");
        check("¶1.(C) ¶2.(C) ¶10.(S)~ ¶3.(C)", "1 2 3");
    }

    #[test]
    fn keeps_lists_apart() {
        check("¶1.(C) ¶2.(C) ¶1. ¶2. ¶3. ¶3.(C) ¶4.(C)", "1 2 (1) (2) (3) 3 4");
        check("¶1.(C) ¶2.(C) ¶1. ¶2. ¶3. ¶4. ¶5. ¶3.(C)", "1 2 (1) (2) (3) (4) (5) 3");
        check("¶1.(C) ¶1. ¶2. ¶2.(C) ¶3.(C)", "1 (1) (2) 2 3");
        check("¶1.(C) 1)(S) 2)(S) 3)(S) 1)(S) 2)(S) ¶2.(C)", "1 (1) (2) (3) (1) (2) 2");
        check("1)(C) 2)(C) 3)(C)", "1 2 3");
    }
}
