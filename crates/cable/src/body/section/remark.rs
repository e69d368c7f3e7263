//! Paragraphs about the telegram itself: who classified, cleared or coordinated it, and that it asks for action. They
//! belong to no section.

use crate::Paragraph;
use crate::words::{head, one_line};

/// How such a paragraph begins.
const BEGINNINGS: [&str; 2] = ["classified by", "this is an action"];

/// Its first sentence is no longer.
const LONGEST: usize = 160;

/// Whether a paragraph is one.
pub(super) fn is_remark(text: &str, paragraph: &Paragraph) -> bool {
    paragraph.pieces.first().is_some_and(|first| says(first.of(text)))
}

fn says(prose: &str) -> bool {
    let words = one_line(head(prose, LONGEST)).to_ascii_lowercase();
    let has = |any: &[&str]| any.iter().any(|one| words.contains(one));
    BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
        || has(&["minimize considered"])
        || has(&["this cable", "this message", "this telegram", "this report"]) && has(&["cleared", "coordinated"])
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn remarks() {
        for prose in [
            "This cable was cleared by the Consulate in Lydda.",
            "Ambassador Roe has cleared this\nmessage.",
            "Consulate Lydda coordinated this report with Embassy Tarsis.",
            "TARSIS MINIMIZE CONSIDERED.",
            "Classified by Charge Ann Loam.",
            "This is an action request. Please see paragraph 7.",
        ] {
            assert!(says(prose), "{prose}");
        }
        for prose in ["This cable is about lamps.", "The quay was cleared of lamps.", "Lamps are minimized."] {
            assert!(!says(prose), "{prose}");
        }
    }
}
