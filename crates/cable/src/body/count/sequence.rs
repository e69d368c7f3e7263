//! Which labels count. Paragraph labels are almost a perfect counter (13,317 of 13,567 measured labels are the one
//! before plus one), so a number's place in the sequence tells a label from a number that wrapping brought to the
//! start of a line, and repairs a label that lost its anchor.

use super::candidate::Candidate;
use super::counter::Counter;

/// A label that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Accepted {
    /// Index of its row.
    pub row: usize,
    /// Length of the label.
    pub len: usize,
    /// The paragraph's number; `None` where the label counts but its number cannot be right.
    pub number: Option<u32>,
    /// 0 for the telegram's own count, 1 for a list or telegram inside the text.
    pub depth: u8,
    /// What is notable about it.
    pub finding: Option<Finding>,
}

/// What is notable about a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Read without the digit that its anchor left, or with one that was lost.
    Repaired,
    /// It repeats the number before it.
    Repeated,
    /// Numbers are missing before it.
    Skipped,
    /// It is lower than the one before it.
    Backwards,
}

/// How many candidates ahead a doubtful label is compared with.
const LOOKAHEAD: usize = 12;

/// The labels that count among `candidates`, and the rows of anchored ones that do not. `anchors` says whether the
/// copy had anchors at all, so that digits may be left of them; `later`, that paragraphs come before the first.
pub(crate) fn sequence(candidates: &[Candidate], anchors: bool, later: bool) -> (Vec<Accepted>, Vec<usize>) {
    let may_be_first = |candidate: &&Candidate| later && candidate.at_break && candidate.label.number > 0;
    let first = candidates.iter().find(may_be_first).map_or(1, |first| first.label.number);
    let mut counter = Counter::new(first, anchors || begins_mangled(candidates), candidates);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::count::label;

    /// Labels as written, each at a break, but for those with `~` and, below a short line, `_`; what comes out, nested
    /// numbers in brackets.
    fn check(labels: &str, expected: &str) {
        let candidates: Vec<Candidate> = labels
            .split(' ')
            .enumerate()
            .filter_map(|(row, line)| {
                let (at_break, below_short) = (!line.contains(['~', '_']), line.contains('_'));
                let announced = line.contains(':');
                Some(Candidate {
                    row,
                    label: label::read(line)?,
                    at_break,
                    below_heading: true,
                    announced,
                    only_due: false,
                    wants_next: false,
                    below_short,
                })
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
        check("¶10.(C) ¶11.(C) ¶1.(C) ¶13.(C)", "10 11 12 13");
        check("¶10.(C) ¶11.(C) ¶1.(C): ¶13.(C)", "10 11 (1) 13");
        check("¶10.(C) ¶11.(C) ¶1.(C) ¶2.(C) ¶13.(C)", "10 11 (1) (2) 13");
        check("¶10.(C) ¶11.(C) ¶2.(C) ¶13.(C)", "10 11 12 13");
        check("¶10.(C) ¶11.(C) ¶1.(C) ¶2.(C) ¶12.(C)", "10 11 (1) (2) 12");
        check("¶10.(C) ¶11.(C) ¶3.(C) ¶13.(C)", "10 11 3 13");
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
        check("1.(C) 3. 5.(C) 6.(C)", "1 3 5 6");
        check("1.(C) 3. 2.(C) 3.(C)", "1 2 3");
        check("1.(C) 3. 3.(C) 4.(C)", "1 3 4");
    }

    #[test]
    fn keeps_lists_apart() {
        check("¶1.(C) ¶2.(C) ¶1. ¶2. ¶3. ¶3.(C) ¶4.(C)", "1 2 (1) (2) (3) 3 4");
        check("¶1.(C) ¶2.(C) ¶1. ¶2. ¶3. ¶4. ¶5. ¶3.(C)", "1 2 (1) (2) (3) (4) (5) 3");
        check("¶1.(C) ¶1. ¶2. ¶2.(C) ¶3.(C)", "1 (1) (2) 2 3");
        check("¶1.(C) 1)(S) 2)(S) 3)(S) 1)(S) 2)(S) ¶2.(C)", "1 (1) (2) (3) (1) (2) 2");
        check("1)(C) 2)(C) 3)(C)", "1 2 3");
    }

    #[test]
    fn starts_again() {
        check("¶1.(U) ¶2.(U) ¶1.(C) ¶2.(C) ¶3.(C) ¶2010. ¶4.(C)", "1 2 1 2 3 4");
        check("¶1.(U) ¶2.(U) ¶1.(C) ¶2.(C) ¶3.(C) ¶3.(C) ¶4.(C)", "1 2 (1) (2) 3 3 4");
        check("¶1.(C) ¶2.(C) ¶3.(C) ¶1.(C) ¶2.(C)", "1 2 3 (1) (2)");
    }
}
