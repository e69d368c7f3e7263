//! What did not come in, with a sentence that says what it is and what to do.

use super::MAX_SIZE;
use cable::encoding::NotText;
use std::fmt;

/// Something that could not be opened. Shown to the reader by its `Display`; what was open stays open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file's name, or what stands for one ("The pasted text").
    pub name: String,
    /// Why it was not opened.
    pub reason: Reason,
}

/// Why something was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The clipboard, the drop or the selection holds neither text nor a file.
    Nothing,
    /// Larger than [`super::MAX_BYTES`]; not read.
    TooLarge {
        /// The size as the browser states it.
        bytes: u64,
    },
    /// The browser could not read the file: a folder, a file since moved, no permission.
    Unreadable,
    /// Read, and not text.
    NotText(NotText),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.reason {
            Reason::Nothing => {
                write!(f, "{name} holds nothing to read. Copy the text of a telegram, or choose a text file.")
            }
            Reason::TooLarge { bytes } => {
                let size = bytes.div_ceil(1024 * 1024);
                write!(f, "{name} has {size} MB; the limit is {MAX_SIZE}, and it was not read. ")?;
                f.write_str("Cut it into smaller files and open one of them.")
            }
            Reason::Unreadable => {
                write!(f, "{name} could not be read: it may be a folder, or moved since. Choose the file itself.")
            }
            Reason::NotText(why) => write!(f, "{name} {why}"),
        }
    }
}
