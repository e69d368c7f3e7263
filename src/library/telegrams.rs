//! The telegrams of a text: where they are, each parsed when it is shown.

use crate::intake::Opened;
use cable::decode::{self, csv};
use cable::export::is_export;
use cable::{Cable, Dialect, Span, Telegram};
use std::rc::Rc;

/// The bytes of text that are scanned at once.
const STRETCH: usize = 1 << 20;

/// A text with every telegram in it.
#[derive(Debug)]
pub struct Telegrams {
    /// How it came in. Its text is the one that was read; for a saved page that is the markup.
    pub opened: Rc<Opened>,
    /// Whether it is the JSON that the page and the command export. That looks like a telegram, but is not one.
    pub is_export: bool,
    found: Found,
}

/// The text that was parsed, to which every span refers, and where its telegrams are.
#[derive(Debug)]
enum Found {
    /// The text that was read.
    Text(Vec<Telegram>),
    /// The content of a saved page, or of a copy without what other programs added.
    Decoded(decode::Decoded, Vec<Telegram>),
    /// The content of the rows of the bulk dump.
    Rows(csv::Decoded),
}

impl Telegrams {
    /// Finds all of them at once.
    pub fn of(opened: Opened) -> Self {
        let mut finder = Finder::new(opened);
        while finder.step().is_some() {}
        finder.finish()
    }

    /// The text that every span refers to.
    pub fn text(&self) -> &str {
        match &self.found {
            Found::Text(_) => &self.opened.text,
            Found::Decoded(decoded, _) => &decoded.text,
            Found::Rows(decoded) => &decoded.text,
        }
    }

    /// How many there are, at least one.
    pub fn count(&self) -> usize {
        match &self.found {
            Found::Text(telegrams) | Found::Decoded(_, telegrams) => telegrams.len(),
            Found::Rows(decoded) => decoded.rows.len(),
        }
        .max(1)
    }

    /// Parses the telegram at `index` by the rules of a dialect; with `None` its own is recognised.
    pub fn cable(&self, index: usize, dialect: Option<Dialect>) -> Cable {
        let dialect = dialect.or(self.is_export.then_some(Dialect::Unknown));
        let cable = match &self.found {
            Found::Text(telegrams) => {
                telegrams.get(index).map(|found| cable::read_telegram(self.text(), found, dialect))
            }
            Found::Decoded(decoded, telegrams) => telegrams.get(index).map(|found| decoded.cable(found, dialect)),
            Found::Rows(decoded) => decoded.rows.get(index).map(|row| decoded.cable(row, dialect)),
        };
        cable.unwrap_or_else(|| cable::parse(""))
    }
}

/// Finds the telegrams of a text in steps, so that a long text does not block the page for long.
pub struct Finder {
    opened: Opened,
    state: State,
}

enum State {
    /// Nothing done yet. The text may have to be decoded, which is done at once.
    Begun {
        width: usize,
    },
    /// A text, scanned up to `at`, `width` bytes at a time.
    Text {
        found: Vec<Telegram>,
        at: usize,
        width: usize,
    },
    Rows(csv::Decoder),
    Done(Found),
}

impl Finder {
    /// Begins with a text.
    pub fn new(opened: Opened) -> Self {
        Self::with_width(opened, STRETCH)
    }

    fn with_width(opened: Opened, width: usize) -> Self {
        let state = match csv::is_csv(&opened.text) {
            true => State::Rows(csv::Decoder::default()),
            false => State::Begun { width },
        };
        Self { opened, state }
    }

    /// Goes one step further; returns how many bytes of the text have been scanned, or `None` when it is done.
    pub fn step(&mut self) -> Option<usize> {
        let text = &self.opened.text;
        match &mut self.state {
            State::Done(_) => return None,
            State::Begun { width } => {
                let Some(decoded) = decode::decode(text) else {
                    self.state = State::Text { found: Vec::new(), at: 0, width: *width };
                    return Some(0);
                };
                let telegrams = cable::telegrams(&decoded.text);
                self.state = State::Done(Found::Decoded(decoded, telegrams));
            }
            State::Rows(decoder) => {
                if decoder.read(text, STRETCH) {
                    return Some(decoder.bytes());
                }
                self.state = State::Done(Found::Rows(std::mem::take(&mut decoder.decoded)));
            }
            State::Text { found, at, width } => {
                let end = line_end(text, at.saturating_add(*width));
                found.extend(cable::telegrams_within(text, Span::new(*at as u32, end as u32)));
                if end < text.len() {
                    // The last one may go on behind this stretch. If it fills the stretch, the next one is longer.
                    let last = found.pop().map_or(*at, |last| last.span.start as usize);
                    *width = if last == *at { width.saturating_mul(2) } else { (*width).max(STRETCH / 2) };
                    *at = last;
                    return Some(last);
                }
                self.state = State::Done(Found::Text(std::mem::take(found)));
            }
        }
        Some(text.len())
    }

    /// What was found.
    pub fn finish(self) -> Telegrams {
        let found = match self.state {
            State::Done(found) => found,
            State::Text { found, .. } => Found::Text(found),
            State::Begun { .. } => Found::Text(Vec::new()),
            State::Rows(decoder) => Found::Rows(decoder.decoded),
        };
        Telegrams { is_export: is_export(&self.opened.text), opened: Rc::new(self.opened), found }
    }
}

/// The end of the line that holds `at`, or of the text.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    match rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        Some(end) if rest.get(end..end + 2) == Some(b"\r\n") => at + end + 2,
        Some(end) => at + end + 1,
        None => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::opened;

    /// Every fixture of the parser that needs no decoding, one behind the other.
    fn joined() -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/cable/fixtures");
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let texts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
        let texts = texts.filter_map(|path| std::fs::read_to_string(path).ok());
        texts.filter(|text| decode::decode(text).is_none()).collect()
    }

    #[test]
    fn the_width_of_a_stretch_changes_nothing() {
        let text = joined();
        let whole = cable::telegrams(&text);
        assert!(whole.len() > 20, "{}", whole.len());
        for width in [1, 100, 5_000, 40_000, text.len()] {
            let mut finder = Finder::with_width(opened(&text), width);
            while finder.step().is_some() {}
            let Found::Text(found) = finder.finish().found else { unreachable!("it is text") };
            assert!(found == whole, "{width}");
        }
    }

    #[test]
    fn lines_end_where_they_end() {
        for (text, at, end) in
            [("a\r\nb", 0, 3), ("a\nb", 0, 2), ("a\rb", 0, 2), ("ab", 1, 2), ("ab", 9, 2), ("a\r\nb", 2, 3)]
        {
            assert_eq!(line_end(text, at), end, "{text:?} at {at}");
        }
    }
}
