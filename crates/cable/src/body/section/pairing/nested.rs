//! Quoted texts inside each other: `BEGIN TEXT: … BEGIN TALKING POINTS: … END TALKING POINTS. … END TEXT.`

use super::super::extent::Open;
use super::{LONGEST_TITLE, Pairing};
use crate::words::head;
use crate::{Form, Paragraph, Role, Span};

impl Pairing<'_> {
    /// Whether the quoted text that is open at `outer` can lie around one that `at` opens in paragraph `from`. Without
    /// closing words of its own behind that one, it ends here. At most one lies around another.
    pub(super) fn nests(&mut self, outer: usize, at: Span, from: usize) -> bool {
        let is_inside = self.open.iter().any(|open| open.around.is_some());
        let Some(open) = self.open.get_mut(outer).filter(|_| !is_inside) else { return false };
        let nests = open.kind == Role::Text && open.form == Form::Inline && open.sure;
        if nests {
            (open.around, open.end) = (Some(at), open.end.min(at.start));
            open.before.get_or_insert(from);
        }
        nests
    }

    /// Whether a section without closing words belongs to the quoted text around it, which paragraph `from` opens: it
    /// stands in that paragraph, or in one that is not the telegram's own.
    pub(super) fn is_quoted(&self, open: &Open, from: usize) -> bool {
        let is_own = |own: &Paragraph| own.number.is_some() && own.depth == 0;
        let is_below = || !self.paragraphs.get(open.from).is_some_and(is_own);
        open.kind != Role::Text && open.form == Form::Inline && (open.from == from || is_below())
    }

    /// Whether `closer` can close a section. One around another is closed only with a word that stands in its own
    /// opening words and not in those of the other.
    pub(super) fn may_close(&self, open: &Open, closer: Span) -> bool {
        // An article or a preposition names nothing.
        const LONGEST_SMALL: usize = 3;
        let Some(inner) = open.around else { return true };
        let words = |span: Span| {
            let title = head(span.of(self.text), LONGEST_TITLE);
            title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).skip(1)
        };
        let has = |span: Span, word: &str| words(span).any(|other| other.eq_ignore_ascii_case(word));
        words(closer).any(|word| word.len() > LONGEST_SMALL && has(open.opener, word) && !has(inner, word))
    }
}

/// Whether closing words go on with `FOR LYDDA ONLY`: they end a part of a quoted text, unless such words opened it.
pub(super) fn ends_part(text: &str, closer: Span) -> bool {
    let behind = text.get(closer.end as usize..).map_or("", |behind| head(behind, LONGEST_TITLE));
    behind.trim_start().get(..4).is_some_and(|word| word.eq_ignore_ascii_case("for ")) && names_one(behind)
}

/// Whether the words up to a dash are for somebody only: `FOR LYDDA ONLY`.
pub(super) fn names_one(words: &str) -> bool {
    let mut title = words.split_ascii_whitespace().take_while(|word| *word != "--");
    title.any(|word| word.trim_end_matches([':', '.', ')']).eq_ignore_ascii_case("only"))
}

#[cfg(test)]
mod tests {
    use crate::body::section::tests::prose;

    #[test]
    fn inside_each_other() {
        for (text, expected) in [
            (
                "¶1. (C) Begin text: Summary: The boats are shut. Comment: Ropes. End text.\n\n¶2. (C) Hens.",
                &["Summary: The boats are shut. Comment: Ropes."][..],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. (Comment: Ropes.) End text.",
                &["The boats are shut. (Comment: Ropes.)", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Comment: Ropes. End comment. End text.",
                &["The boats are shut. Comment: Ropes. End comment.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: Boats.\n\n¶2. (C) Comment: Ropes.\n\n¶3. (C) Begin points: Hens. End text.",
                &["Boats.", "Ropes.", "Hens."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Begin quote: Ropes. End quote. Goats.\n\n¶2. (C) Hens. [End text.]",
                &["The boats are shut. Begin quote: Ropes. End quote. Goats. Hens.", "Ropes."],
            ),
            (
                "¶1. (C) BEGIN POINTS: The boats are shut. BEGIN OLD TEXT: Ropes. END OLD TEXT. Goats.",
                &["The boats are shut.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Begin text: Ropes. End text. Goats. End text.",
                &["The boats are shut.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text of letter: The boats are shut. Begin points: Ropes. End points. Goats. End of points.",
                &["The boats are shut.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut. Begin quote: Ropes. End text. Goats.",
                &["The boats are shut.", "Ropes."],
            ),
            (
                "¶1. (C) Begin text: The boats are shut.\n\n¶2. (C) Begin points: Ropes. End points.\n\n¶3. (C) Goats.\n\n¶4. (C) The text of the reply follows: Hens. End text.",
                &["The boats are shut.", "Ropes.", "Hens."],
            ),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }
}
