//! Control characters as symbols: a text must not be able to hide, reverse or break what a reader sees.

/// A stretch of a text: plain, or one character that would take effect instead of being seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Shown as it is.
    Plain(&'a str),
    /// Shown as [`symbol`]; the slice holds this one character.
    Control(&'a str, char),
}

/// Cuts a text into stretches that give it back when joined. A CR in front of a LF is an ordinary line end.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut out = Vec::new();
    let mut plain_from = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let in_line_end = c == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
        if !acts(c) || in_line_end {
            continue;
        }
        if plain_from < at {
            out.push(Stretch::Plain(&text[plain_from..at]));
        }
        plain_from = at + c.len_utf8();
        out.push(Stretch::Control(&text[at..plain_from], c));
    }
    if plain_from < text.len() {
        out.push(Stretch::Plain(&text[plain_from..]));
    }
    out
}

/// The text with a symbol in place of each such character, for attributes, which cannot contain elements.
pub fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for stretch in stretches(text) {
        match stretch {
            Stretch::Plain(plain) => out.push_str(plain),
            Stretch::Control(_, c) => out.push_str(&symbol(c)),
        }
    }
    out
}

/// The symbol of a control character: its name in ASCII, or its code point. Pictures of control characters would be
/// shorter, but few fonts have them.
pub fn symbol(c: char) -> String {
    const ASCII: [&str; 32] = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ];
    let code = u32::from(c);
    match ASCII.get(code as usize) {
        Some(name) => (*name).to_owned(),
        None if c == '\x7f' => "DEL".to_owned(),
        None => format!("U+{code:04X}"),
    }
}

/// Returns whether a character is a control: of Unicode's categories Cc and Cf, the two separators that break lines, or
/// one ignored by default, which can hide in a word (fillers, joiners and variation selectors). Tab and line feed do
/// not count here.
fn acts(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => true,
        // Soft hyphen, Arabic letter mark, zero-width and bidirectional controls, separators, invisible operators.
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => true,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => {
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_one_stretch() {
        assert_eq!(stretches("FM AMEMBASSY\tX\nTO Y\r\n¶1."), [Stretch::Plain("FM AMEMBASSY\tX\nTO Y\r\n¶1.")]);
        assert_eq!(stretches(""), []);
    }

    #[test]
    fn an_override_stands_alone() {
        assert_eq!(
            stretches("a\u{202e}b"),
            [Stretch::Plain("a"), Stretch::Control("\u{202e}", '\u{202e}'), Stretch::Plain("b")]
        );
    }

    #[test]
    fn what_would_hide_in_a_word_is_shown() {
        assert_eq!(spelled("la\u{200b}mp\u{3164}\u{fe0f}\u{34f}"), "laU+200BmpU+3164U+FE0FU+034F");
        assert_eq!(
            spelled("Tarsis \u{5e0}\u{5d5}\u{5e8} caf\u{e9} e\u{301}"),
            "Tarsis \u{5e0}\u{5d5}\u{5e8} caf\u{e9} e\u{301}"
        );
    }

    #[test]
    fn a_lone_carriage_return_is_shown() {
        assert_eq!(spelled("one\rtwo"), "oneCRtwo");
        assert_eq!(spelled("one\r"), "oneCR");
    }

    #[test]
    fn stretches_give_the_text_back() {
        let text = "\0\u{feff}x\u{2066}y\r\n\u{85}\r";
        let joined: String = stretches(text)
            .into_iter()
            .map(|stretch| match stretch {
                Stretch::Plain(s) | Stretch::Control(s, _) => s,
            })
            .collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn symbols_are_names_or_code_points() {
        assert_eq!(symbol('\0'), "NUL");
        assert_eq!(symbol('\x7f'), "DEL");
        assert_eq!(symbol('\u{202e}'), "U+202E");
    }
}
