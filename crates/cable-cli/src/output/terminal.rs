//! Text without what would command a terminal.

use std::fmt::Write;

/// Removes what would command a terminal. A carriage return in front of a line feed stays, because tables have it.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let ends_line = c == '\r' && rest.peek() == Some(&'\n');
        shown.push(if commands(c) && !ends_line { char::REPLACEMENT_CHARACTER } else { c });
    }
    shown
}

/// Like `visible`, for JSON, whose meaning stays: only strings can hold such characters, and there they are escaped.
pub fn visible_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        if commands(c) {
            // Writing to memory does not fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Like `visible`, but keeps a name or a sentence on one line, so that nobody can name a file to write lines that look
/// like ours.
pub fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().map(|c| if commands(c) || breaks(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Like `visible`, for a rendered frame, whose own colours stay: its renderer has replaced the escapes in the text.
pub fn visible_frame(frame: &str) -> String {
    frame.chars().map(|c| if commands(c) && c != '\u{1B}' { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Whether a character is a control code that does not lay out text, or changes the direction of writing.
fn commands(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t' | '\u{C}')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_is_replaced() {
        assert_eq!(visible("a\u{1B}[31m\u{9B}\u{202E}b\tc\u{C}\n"), "a\u{FFFD}[31m\u{FFFD}\u{FFFD}b\tc\u{C}\n");
        assert_eq!(visible("a,b\r\nc\rd\r"), "a,b\r\nc\u{FFFD}d\u{FFFD}");
        assert_eq!(one_line("a\n\tb\u{85}\u{2028}\u{1B}"), "a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(visible_frame("\u{1B}[1m\u{9B}"), "\u{1B}[1m\u{FFFD}");
    }

    #[test]
    fn json_stays_the_same_json() -> serde_json::Result<()> {
        let value = serde_json::json!({ "text": "a\u{1B}\u{7F}\u{9B}\u{202E}\r\n\t\u{E9}" });
        let shown = visible_json(&serde_json::to_string_pretty(&value)?);
        assert!(!shown.contains(['\u{7F}', '\u{9B}', '\u{202E}']), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown)?, value);
        Ok(())
    }
}
