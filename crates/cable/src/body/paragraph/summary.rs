//! A summary below the last row of a header that was torn off.

use super::Builder;
use crate::body::above;
use crate::wrap;

/// What opens a summary in a text in capitals.
const OPENINGS: [&str; 2] = ["SUMMARY:", "BEGIN SUMMARY:"];

/// What closes it, in so many rows.
const CLOSING: &str = "END SUMMARY";
const LONGEST: usize = 48;

impl Builder<'_> {
    /// Whether a row begins a summary that is closed below, where the writer broke the line above and no sentence ends
    /// there: behind one the words open a section anyway.
    pub(super) fn is_summary(&self, index: usize, line: &str) -> bool {
        let opens = OPENINGS.iter().any(|opening| line.starts_with(opening));
        let is_torn = |above: &str| above.ends_with(char::is_alphanumeric) && wrap::is_broken(above, line);
        let below_torn = || above(self.rows, index).is_some_and(|above| is_torn(above.span.of(self.text)));
        let mut below = self.rows.iter().skip(index).take(LONGEST);
        opens && below_torn() && below.any(|row| row.span.of(self.text).contains(CLOSING))
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, paragraphs: usize, sections: usize) {
        let cable = crate::parse(text);
        assert_eq!((cable.paragraphs.len(), cable.sections.len()), (paragraphs, sections), "{text}");
    }

    #[test]
    fn summaries() {
        const SUMMARY: &str = "SUMMARY: THE FERRIES OF TARSIS ARE TIED UP AGAIN.\nEND SUMMARY.\n1. ROPES ARE SOLD.";
        check(&format!("C) LYDDA 0590\n{SUMMARY}"), 3, 1);
        check(&format!("C) LYDDA 0590\nBEGIN {SUMMARY}"), 3, 1);
        check("C) LYDDA 0590\nSUMMARY: THE FERRIES OF TARSIS ARE TIED UP AGAIN.", 1, 0);
        check("THE MINISTER OF TARSIS HAS GIVEN US THIS SHORT\nSUMMARY: IT IS SHUT. END SUMMARY.", 1, 1);
        check(&format!("THIS IS REPEATED.\n{SUMMARY}"), 2, 1);
        check("THE REST IS THE\nSUMMARY: IT IS SHUT. END SUMMARY.", 1, 1);
        check("1. ROE GAVE A PAPER\nSUMMARY: IT IS SHUT. END SUMMARY.", 1, 1);
    }
}
