//! Quoted texts inside each other: `BEGIN TEXT: … BEGIN TALKING POINTS: … END TALKING POINTS. … END TEXT.`

use super::super::extent::{Open, end_of};
use super::{LONGEST_TITLE, Pairing};
use crate::words::head;
use crate::{Form, Role, Span};

impl Pairing<'_> {
    /// Whether the quoted text that is open at `outer` can lie around one that `at` opens in paragraph `from`: it ends
    /// there for now. One lies around another, no more.
    pub(super) fn nests(&mut self, outer: usize, at: Span, from: usize) -> bool {
        let is_inside = self.open.iter().any(|open| open.around);
        let Some(open) = self.open.get_mut(outer).filter(|_| !is_inside) else { return false };
        let nests = open.kind == Role::Text && open.form == Form::Inline && open.sure;
        if nests {
            (open.around, open.end) = (true, open.end.min(at.start));
            open.before.get_or_insert(from);
        }
        nests
    }

    /// Goes on with the quoted text around `inner`, which `closer` closes in paragraph `to`, if the closing words name the
    /// inner one alone; else the text around has ended where the inner one began.
    pub(super) fn go_on_around(&mut self, inner: &Open, closer: Span, to: usize) {
        let Some(outer) = self.open.pop_if(|outer| outer.around && outer.kind == inner.kind) else { return };
        if !self.names_inner(&outer, inner, closer) {
            self.finish(outer, None, to);
            return;
        }
        // Without closing words of its own it goes on in its paragraph alone.
        let within = self.paragraphs.get(outer.from).filter(|_| outer.from == to);
        let goes_on = match within {
            Some(paragraph) => Open { end: end_of(paragraph), before: None, around: false, ..outer },
            None => outer,
        };
        self.open.push(goes_on);
    }

    /// Whether a word of `closer` stands in the words that open `inner`, and not in those that open `outer`.
    fn names_inner(&self, outer: &Open, inner: &Open, closer: Span) -> bool {
        let words = |span: Span| {
            let title = head(span.of(self.text), LONGEST_TITLE);
            title.split(|c: char| !c.is_alphanumeric()).skip(1).filter(|word| !word.is_empty())
        };
        let has = |span: Span, word: &str| words(span).any(|other| other.eq_ignore_ascii_case(word));
        words(closer).any(|word| has(inner.opener, word) && !has(outer.opener, word))
    }
}

#[cfg(test)]
mod tests {
    use crate::body::section::tests::prose;

    #[test]
    fn inside_each_other() {
        for (text, expected) in [
            (
                "¶1. (C) BEGIN POINTS: The boats are shut. BEGIN OLD TEXT: Ropes. END OLD TEXT. Goats.",
                &["The boats are shut. BEGIN OLD TEXT: Ropes. END OLD TEXT. Goats.", "Ropes."][..],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Begin quote: Ropes. End quote. Goats.\n\n¶2. (C) Hens. End text.",
                &["The boats are shut. Begin quote: Ropes. End quote. Goats. Hens.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Begin text: Ropes. End text. Goats.",
                &["The boats are shut.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut.\n\n¶2. (C) Begin quote: Ropes. End quote.\n\n¶3. (C) Goats.",
                &["The boats are shut.", "Ropes."],
            ),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }
}
