//! What came in.

use super::{Encoding, LineEnds};

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
    /// The telegram that the page carries with it.
    Example,
}

/// A text that came in, decoded and ready for the parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The file's name, or what stands for one ("Pasted text").
    pub name: String,
    /// The text, without a byte order mark; everything else is as it was, NULs and line ends included.
    pub text: String,
    /// Size before decoding.
    pub bytes: u64,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// How many places were no character of the encoding and read as U+FFFD.
    pub replaced: u32,
    /// How its lines end.
    pub line_ends: LineEnds,
    /// How it came in.
    pub way: Way,
    /// How many files came with it and were left unopened.
    pub left_out: usize,
}

impl Opened {
    /// What the reader should know about how it was opened: files left out, characters replaced.
    pub fn sentence(&self) -> Option<String> {
        let left_out = match self.left_out {
            0 => None,
            1 => Some("Another file came with it and was not opened: the page shows one telegram at a time.".into()),
            n => Some(format!("{n} other files came with it and were not opened: the page shows one telegram at a time.")),
        };
        let replaced = match self.replaced {
            0 => None,
            1 => Some(format!("One place was not valid {} and is shown as \u{FFFD}.", self.encoding)),
            n => Some(format!("{n} places were not valid {} and are shown as \u{FFFD}.", self.encoding)),
        };
        match (left_out, replaced) {
            (Some(a), Some(b)) => Some(format!("{a} {b}")),
            (a, b) => a.or(b),
        }
    }
}
