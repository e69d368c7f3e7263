//! Values that an export cut off with dots, in a copy of a telegram in front of the whole.

use crate::{Field, Span};

const CUT: &str = "...";

/// Whether a copy was cut off inside a value or behind it: `REF: TARSIS 1...`. The field of a copy below counts.
pub(super) fn is_cut(text: &str, raw: Span) -> bool {
    raw.of(text).ends_with(CUT) || behind(text, raw).starts_with(CUT)
}

/// Whether a subject, perhaps with the dots on the next row, is the beginning of the `whole` one.
pub(super) fn is_cut_subject(text: &str, subject: &Field<String>, whole: &str) -> bool {
    let words = subject.value.trim_end_matches(CUT).trim_end();
    let is_cut = subject.value.ends_with(CUT) || behind(text, subject.raw).trim_ascii_start().starts_with(CUT);
    is_cut && whole.trim_start().starts_with(words)
}

fn behind(text: &str, raw: Span) -> &str {
    text.get(raw.end as usize..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_cut_subject;
    use crate::{Field, Span};

    #[track_caller]
    fn check(text: &str, subject: &str, whole: &str, expected: bool) {
        let raw = Span::new(0, subject.len() as u32);
        let subject = Field { label: Span::default(), raw, value: subject.to_owned() };
        assert_eq!(is_cut_subject(text, &subject, whole), expected, "{text}");
    }

    #[test]
    fn subjects() {
        check("LAMPS OF...", "LAMPS OF...", "LAMPS OF THE QUAY", true);
        check("LAMPS OF\n...\n", "LAMPS OF", "LAMPS OF THE QUAY", true);
        check("LAMPS OF\n\n1. It is...", "LAMPS OF", "LAMPS OF THE QUAY", false);
        check("LAMPS OF...", "LAMPS OF...", "ROPES", false);
    }
}
