//! Residue of the web page that a copy was made from: anchors in front of labels, and links around codes.

/// A link `[text](target)` as an HTML-to-Markdown converter leaves it.
pub(crate) struct Link<'a> {
    /// The text between the brackets.
    pub text: &'a str,
    /// Length of the whole link.
    pub len: usize,
}

/// Reads the link at the start of `line`, which begins with `[`. Its target holds no white space, so that bracketed
/// prose with a parenthesis behind it stays prose.
pub(crate) fn link(line: &str) -> Option<Link<'_>> {
    let inside = line.strip_prefix('[')?;
    let (text, behind) = inside.split_at_checked(inside.bytes().position(|byte| matches!(byte, b'[' | b']'))?)?;
    let target = behind.strip_prefix("](")?;
    // A bracket ends the search, so that a run of openings is read once and not again for each of them.
    let end = target.find(|c: char| matches!(c, ')' | '(' | '[') || c.is_whitespace())?;
    let behind = target.get(end..)?.strip_prefix(')')?;
    Some(Link { text, len: line.len().saturating_sub(behind.len()) })
}

/// Length of the anchor in front of a label: `¶`, the `[1](#)` that a converter made of it, or the U+FFFD that a
/// wrong encoding made of it; 0 where there is none.
pub(crate) fn anchor(line: &str) -> usize {
    let len = match line.as_bytes().first() {
        Some(0xC2) if line.starts_with('¶') => '¶'.len_utf8(),
        Some(0xEF) if line.starts_with('\u{FFFD}') => '\u{FFFD}'.len_utf8(),
        Some(b'[') => match link(line) {
            Some(Link { text: "1" | "¶", len }) => len,
            _ => 0,
        },
        _ => 0,
    };
    match line.as_bytes().get(len..) {
        Some([next, ..]) if next.is_ascii_alphanumeric() => len,
        // `¶ 1. Text`
        Some([b' ', rest @ ..]) if len == '¶'.len_utf8() && begins_label(rest) => len.saturating_add(1),
        _ => 0,
    }
}

/// Whether a number of at most four digits and its full stop begin here.
fn begins_label(text: &[u8]) -> bool {
    let digits = text.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0 && text.get(digits) == Some(&b'.')
}

/// `line` without the anchor that it ends with.
pub(crate) fn without_anchor_behind(line: &str) -> &str {
    const LONGEST: usize = 24;
    if let Some(before) = line.strip_suffix(['¶', '\u{FFFD}']) {
        return before;
    }
    let start = || line.bytes().rev().take(LONGEST).position(|byte| byte == b'[').filter(|_| line.ends_with(')'));
    let (before, written) =
        match start().and_then(|len| line.split_at_checked(line.len().checked_sub(len)?.checked_sub(1)?)) {
            Some(parts) => parts,
            None => return line,
        };
    match link(written) {
        Some(Link { text: "1" | "¶", len }) if len == written.len() => before,
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors() {
        for (line, len) in [
            ("¶1. Text", 2),
            ("¶B. TARSIS 12", 2),
            ("[1](#)2. Text", 6),
            ("[¶](#par2)2. Text", 11),
            ("\u{FFFD}3. Text", 3),
            ("¶ alone", 0),
            ("¶ 12. Text", 3),
            ("¶ 12 above", 0),
            ("[PHUM](#) [PREL](#)", 0),
            ("1. Text", 0),
            ("", 0),
        ] {
            assert_eq!(anchor(line), len, "{line}");
        }
    }

    #[test]
    fn anchors_behind() {
        for (line, before) in [
            ("text ¶", "text "),
            ("text \u{FFFD}", "text "),
            ("text [1](#)", "text "),
            ("text [¶](#par12)", "text "),
            ("text [PREL](#)", "text [PREL](#)"),
            ("text (a)", "text (a)"),
            ("[", "["),
            ("", ""),
        ] {
            assert_eq!(without_anchor_behind(line), before, "{line}");
        }
    }

    #[test]
    fn links() {
        let text = |line| link(line).map(|found| (found.text, found.len));
        assert_eq!(text("[PHUM](#) [PREL](#)"), Some(("PHUM", 9)));
        assert_eq!(text("[SOURCE REMOVED] (a note)"), None);
        assert_eq!(text("[unclosed](#"), None);
        assert_eq!(text("[[1](#)"), None);
        assert_eq!(text("["), None);
    }
}
