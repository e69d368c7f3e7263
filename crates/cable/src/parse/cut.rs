//! Values that an export cut off with dots, in an incomplete copy of a telegram in front of the whole.

use crate::words::head;
use crate::{Field, Span};

const CUT: &str = "...";

/// Whether a copy was cut off inside a value or behind it: `REF: TARSIS 1...`. The same field of a later copy then
/// counts.
pub(super) fn is_cut(text: &str, raw: Span) -> bool {
    raw.of(text).ends_with(CUT) || behind(text, raw).starts_with(CUT)
}

/// Whether a subject that was cut off is the beginning of the `whole` one. Its dots can be on the next row.
pub(super) fn is_cut_subject(text: &str, subject: &Field<String>, whole: &str) -> bool {
    let whole = whole.trim_start();
    // Dots joined to a word can have cut it short.
    if let Some(words) = subject.value.strip_suffix(CUT) {
        return whole.starts_with(words.strip_suffix('.').unwrap_or(words).trim_end());
    }
    let rest = whole.strip_prefix(subject.value.as_str()).filter(|_| dots_below(text, subject.raw));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether the row below a value has only dots.
fn dots_below(text: &str, raw: Span) -> bool {
    /// The most bytes read: only a few blanks stand beside the dots.
    const MOST: usize = 16;
    const BLANKS: [char; 2] = [' ', '\t'];
    let near = head(behind(text, raw), MOST).trim_start_matches(BLANKS);
    let below = near.strip_prefix("\r\n").or_else(|| near.strip_prefix(['\n', '\r']));
    let dots = below.and_then(|below| below.trim_start_matches(BLANKS).strip_prefix(CUT));
    dots.is_some_and(|dots| dots.trim_start_matches('.').trim_start_matches(BLANKS).starts_with(['\n', '\r']))
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
        check("LAMPS OF....", "LAMPS OF....", "LAMPS OF THE QUAY", true);
        check("LAMPS OF T...", "LAMPS OF T...", "LAMPS OF THE QUAY", true);
        check("LAMP \r\n ... \n", "LAMP", "LAMPS OF THE QUAY", false);
        check("LAMPS OF\r...\r", "LAMPS OF", "LAMPS OF THE QUAY", true);
        check("LAMPS OF\r\n...\r\n", "LAMPS OF", "LAMPS OF THE QUAY", true);
        check("LAMPS OF\n\n...\n", "LAMPS OF", "LAMPS OF THE QUAY", false);
        check("LAMPS OF\n...Text\n", "LAMPS OF", "LAMPS OF THE QUAY", false);
        check("LAMPS OF\n\n1. It is...", "LAMPS OF", "LAMPS OF THE QUAY", false);
        check("LAMPS OF...", "LAMPS OF...", "ROPES", false);
    }
}
