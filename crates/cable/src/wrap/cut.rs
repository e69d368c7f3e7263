//! Blank lines that stand inside a sentence, as page breaks and scans leave them.

use super::{WIDTH, blank_lines, first_word};
use crate::item;
use crate::prose::{ends_with_closing_words, is_capitalised, is_unfinished};
use crate::redaction::is_redacted;
use crate::words::{has_small, head, is_number};
use std::ops::Range;

/// Whether the blank lines of `gap`, between two lines, cut a sentence: the first line ends without a closing mark, and
/// either the second goes on in lower case or its first word had no room on the first.
pub(crate) fn is_cut(above: &str, below: &str, gap: &str) -> bool {
    let open = above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '&' | '/'));
    // Two strokes end a set of a message.
    let open = open && !above.ends_with("//");
    open && !ends_with_closing_words(above)
        && !item::is_below(above, below)
        && item::anchored_letter(below).is_none()
        && !is_appointment(below)
        && (!is_field(above, below) || is_unfinished(above))
        && (below.starts_with(char::is_lowercase) || above.len().saturating_add(first_word(below)) >= WIDTH)
        && !(blank_lines(gap) > 1 && is_capital_title(above, below))
}

/// Whether a row in capitals below prose is a title, which the writer sets apart with several blank lines. The end of a
/// sentence has a full stop, and redacted words are no title.
fn is_capital_title(above: &str, below: &str) -> bool {
    let is_title = below.starts_with(char::is_uppercase) && !below.ends_with(['.', ',']) && !is_redacted(below);
    is_title && !has_small(below) && has_small(above) && !is_unfinished(above)
}

/// Whether a line is an entry of a schedule, `1430 Meeting at the quay`. Its time is a whole five minutes, which rules
/// out most years.
fn is_appointment(line: &str) -> bool {
    let number = |digits: Range<usize>| line.get(digits)?.parse::<u32>().ok();
    let is_time =
        number(0..2).is_some_and(|hour| hour < 24) && number(2..4).is_some_and(|minute| minute < 60 && minute % 5 == 0);
    let behind = line.get(4..).unwrap_or_default();
    is_time
        && (behind.starts_with('-') || behind.trim_start().starts_with(char::is_uppercase) && behind.starts_with(' '))
}

/// Whether a line begins with a field of a list of particulars: `Education: the school of Lydda`, `Other Posts:`. Below
/// a title `Step 1:` is one, too, while `Resolution 1701:` goes on with a sentence.
fn is_field(above: &str, line: &str) -> bool {
    /// The name of a field has at most this many bytes.
    const LONGEST: usize = 24;
    let name = head(line, LONGEST).split_once(':').map_or("", |(name, _)| name);
    let is_title = || has_small(above) && is_capitalised(above);
    let is_word = |word: &str| word.starts_with(char::is_uppercase) || word.len() < 3 && is_number(word) && is_title();
    name.starts_with(char::is_uppercase) && name.split(' ').all(is_word)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(above: &str, below: &str, gap: &str, expected: bool) {
        assert_eq!(super::is_cut(above, below, gap), expected, "{above} / {below}");
    }

    #[test]
    fn blank_lines_that_cut() {
        for (above, below, expected) in [
            ("the harbour master said that he would close the", "quay in May", true),
            ("the harbour master will close the quay. END SUMMARY", "THE QUAY", false),
            ("AND OF THE ROPES OF THE OLD HARBOUR (ROTOH) AND BOATS//", "if you want more", false),
            ("the harbour master said that he would write a note", "to the minister", true),
            ("the harbour master has not been at the quay since the spring of", "2004 and will not be", true),
            ("The harbour master's school of ropes, boats and nets in Lydda", "Work: He was", false),
            ("The harbour master's school of ropes, boats and nets in the", "Town: He was", true),
            ("Principles for the Mending of the Ropes of the Old Harbours", "Step 1: Talks", false),
            ("the harbour master of Lydda keeps to what stands in the UN Security Council", "Resolution 17: It", true),
            ("Principles of the Harbour of Lydda and of the Security Council", "Resolution 1701: It", true),
            ("the harbour master said that the Ministry finished its Five-Year Plan", "Phase 2: boats", true),
            ("THE HARBOUR MASTER SPOKE FOR ALL THE DELEGATES OF THE OLD GROUP", "GROUP 77: THEY", true),
            ("the harbour master said that he would mend all ropes, boats in", "May 2004: there", true),
            ("the harbour master has said that the boats leave the quay daily", "14: the last", true),
            ("1200 Luncheon that the harbour master gives for the delegation", "1430 Visit of the quay", false),
        ] {
            check(above, below, "\n\n", expected);
        }
    }

    #[test]
    fn several_blank_lines_that_cut() {
        const ABOVE: &str = "the harbour master said that he would close the boats there";
        check(ABOVE, "Lydda in May", "\n\n\n", true);
        check(ABOVE, "the quay in May", "\n\n\n", true);
        check(ABOVE, "THE OLD QUAY", "\n\n\n", false);
        check(ABOVE, "THE OLD QUAY", "\n\n", true);
        check(ABOVE, "BRIEFING", "\n\n\n", false);
        check(ABOVE, "XXXXXXXXXXXX", "\n\n\n", true);
        check(ABOVE, "OLD QUAY.", "\n\n\n", true);
        check("the harbour master said that he would close the boats of", "THE OLD QUAY", "\n\n\n", true);
    }
}
