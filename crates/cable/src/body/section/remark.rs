//! Paragraphs about the telegram itself: who classified, cleared or coordinated it, and that it asks for action. They
//! belong to no section.

use crate::body::ending;
use crate::known::is_among;
use crate::words::{head, one_line};
use crate::{Paragraph, Span};

/// The first sentence of such a paragraph is no longer than this.
const LONGEST: usize = 160;

/// What a telegram calls itself.
const TELEGRAM: &str = "cable message report request telegram";

/// Whether a paragraph is such a remark, or only the invitation to a web site.
pub(super) fn is_remark(text: &str, paragraph: &Paragraph) -> bool {
    let alone = |whole: &Span| whole.len() as usize <= LONGEST && ending::is_invitation_alone(whole.of(text));
    paragraph.pieces.first().is_some_and(|first| says(first.of(text)))
        || matches!(paragraph.pieces.as_slice(), [whole] if alone(whole))
}

fn says(prose: &str) -> bool {
    let prose = one_line(head(prose, LONGEST)).to_ascii_lowercase();
    if prose.starts_with("classified by ") || prose.contains("minimize considered") {
        return true;
    }
    if !prose.contains("this") {
        return false;
    }
    let words: Vec<&str> = prose.split([' ', '.', ',']).filter(|word| !word.is_empty()).collect();
    matches!(words.as_slice(), ["this", "is", "an", "action", what, ..] if is_among(what, TELEGRAM))
        || (0..words.len()).any(|at| is_cleared(&words, at))
}

/// Whether the words at a place are `this cable`, and those beside them say that it was cleared: `this cable has been
/// cleared`, `cleared on this cable`.
fn is_cleared(words: &[&str], at: usize) -> bool {
    let cleared = |word: Option<&&str>| {
        word.is_some_and(|word| ["cleared", "coordinated"].iter().any(|cleared| word.starts_with(cleared)))
    };
    let (before, behind) = words.split_at_checked(at).unwrap_or_default();
    let ["this", what, behind @ ..] = behind else { return false };
    let is_auxiliary = |word: &&&str| matches!(**word, "has" | "had" | "was" | "is" | "not" | "been");
    let joins = |word: &&&str| matches!(**word, "on" | "the" | "text" | "of");
    is_among(what, TELEGRAM)
        && (cleared(behind.iter().find(|word| !is_auxiliary(word)))
            || cleared(before.iter().rev().find(|word| !joins(word))))
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
        for prose in [
            "This cable is about lamps.",
            "The quay was cleared of lamps.",
            "According to this report the police cleared the quay.",
            "This is an action that few expected.",
            "Lamps are minimized.",
        ] {
            assert!(!says(prose), "{prose}");
        }
    }
}
