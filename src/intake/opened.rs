//! What came in.

use super::names::joined;
use super::{Encoding, LineEnds, MAX_BYTES, Reason};
use cable::encoding::{self, Decoded, NotText};

/// How a text came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Text or a file from the clipboard.
    Paste,
    /// Text or a file dropped on the page.
    Drop,
    /// A file chosen with the file picker.
    Pick,
    /// Text typed into the field of the empty page.
    Typed,
    /// The telegram that is built into the page.
    Example,
    /// The text that the page was saved with.
    Enclosed,
}

/// A text that came in, decoded and ready for the parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The file's name, or a substitute for one ("Pasted text").
    pub name: String,
    /// The folder or archive that it came from, with its path there; empty where it came by itself.
    pub within: String,
    /// The text, without a byte order mark. Everything else is unchanged, NULs and line ends included.
    pub text: String,
    /// The size before decoding.
    pub bytes: u64,
    /// SHA-256 of the bytes before decoding, or of the text in UTF-8 where it came as text.
    pub sha256: [u8; 32],
    /// How the bytes were read.
    pub encoding: Encoding,
    /// How many places were not valid in the encoding and were read as U+FFFD.
    pub replaced: u32,
    /// How its lines end.
    pub line_ends: LineEnds,
    /// How it came in.
    pub way: Way,
}

impl Way {
    /// The substitute for the name of a text that has none.
    pub fn name(self) -> &'static str {
        match self {
            Way::Paste => "Pasted text",
            Way::Drop => "Dropped text",
            Way::Pick => "Chosen text",
            Way::Typed => "Typed text",
            Way::Example => "Example",
            Way::Enclosed => "Saved text",
        }
    }

    /// Where a text was expected, for the sentence that says there was none.
    pub fn source(self) -> &'static str {
        match self {
            Way::Paste => "The clipboard",
            Way::Drop => "What was dropped",
            Way::Pick => "The selection",
            Way::Typed => "The text field",
            Way::Example => "The example",
            Way::Enclosed => "The saved page",
        }
    }
}

impl Opened {
    /// Makes a text of the bytes of a file, with their SHA-256.
    pub(super) fn from_bytes(
        way: Way,
        within: &str,
        name: &str,
        bytes: Vec<u8>,
        sha256: [u8; 32],
    ) -> Result<Opened, Reason> {
        let size = bytes.len() as u64;
        within_limit(size)?;
        let decoded = encoding::decode(bytes).map_err(Reason::NotText)?;
        Ok(Opened { within: within.to_owned(), ..Opened::new(way, name, size, sha256, decoded) })
    }

    /// Takes text from the clipboard, a drop or the text field.
    pub(super) fn from_text(way: Way, text: String, sha256: [u8; 32]) -> Result<Opened, Reason> {
        let size = text.len() as u64;
        within_limit(size)?;
        match encoding::take(text) {
            Ok(decoded) => Ok(Opened::new(way, way.name(), size, sha256, decoded)),
            Err(NotText::Empty | NotText::Blank) => Err(Reason::Nothing),
            Err(other) => Err(Reason::NotText(other)),
        }
    }

    fn new(way: Way, name: &str, bytes: u64, sha256: [u8; 32], decoded: Decoded) -> Opened {
        let Decoded { text, encoding, replaced } = decoded;
        let line_ends = LineEnds::of(&text);
        let (name, within) = (name.to_owned(), String::new());
        Opened { name, within, text, bytes, sha256, encoding, replaced, line_ends, way }
    }

    /// Its name with its folder or archive, which tells it from others that came with it.
    pub fn path(&self) -> String {
        joined(&self.within, &self.name)
    }

    /// What the reader should know about how it was opened: how many characters were replaced.
    pub fn sentence(&self) -> Option<String> {
        match self.replaced {
            0 => None,
            1 => Some(format!("One place in it is not valid {} and is shown as \u{FFFD}.", self.encoding)),
            n => Some(format!("{n} places in it are not valid {} and are shown as \u{FFFD}.", self.encoding)),
        }
    }
}

/// Checks the size, before a file is read and again on what was read.
pub(super) fn within_limit(bytes: u64) -> Result<(), Reason> {
    if bytes > MAX_BYTES { Err(Reason::TooLarge { bytes }) } else { Ok(()) }
}
