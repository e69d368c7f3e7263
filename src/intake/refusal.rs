//! What did not come in, with a sentence that says what it is and what to do.

use super::zip::Problem;
use super::{MAX_FILES, MAX_SIZE, MAX_TOTAL_SIZE};
use crate::reading::words::{count, thousands};
use cable::encoding::NotText;
use std::fmt;

/// The most refusals told in full; of the others only the number is told.
const TOLD: usize = 3;

/// Something that could not be opened. Its `Display` is what the reader sees; what was open stays open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file's name with its folder or archive, or a substitute for one ("The pasted text").
    pub name: String,
    /// Why it was not opened.
    pub reason: Reason,
}

impl Refusal {
    /// The sentence without the name, which may reveal what is in the file.
    pub fn nameless(&self) -> String {
        Self { name: "The file".to_owned(), reason: self.reason }.to_string()
    }
}

/// Why something was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The clipboard, the drop or the selection holds neither text nor a file.
    Nothing,
    /// Larger than [`super::MAX_BYTES`]; not read.
    TooLarge {
        /// The size as the browser or the archive states it.
        bytes: u64,
    },
    /// Larger than [`super::MAX_BYTES`] once unpacked; not read to its end.
    Unpacks,
    /// The browser could not read the file: it was moved since, or permission is missing.
    Unreadable,
    /// Read, and not text.
    NotText(NotText),
    /// An archive, or a file in it, that cannot be unpacked.
    Packed(Problem),
    /// A folder without files. When the page is opened from the disk, Chromium shows it nothing of a dropped folder.
    NoFiles,
    /// The first that was left out, because too much came together.
    LeftOut {
        /// How many were left out after it.
        others: usize,
    },
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
            Reason::Unpacks => {
                write!(f, "{name} holds more than {MAX_SIZE} when unpacked, the limit, and was not opened. ")?;
                f.write_str("Unpack it, cut it into smaller files and open one of them.")
            }
            Reason::Unreadable => {
                write!(f, "{name} could not be read: it may have been moved since, or be locked. Choose it again.")
            }
            Reason::NotText(why) => write!(f, "{name} {why}. {}", why.remedy()),
            Reason::Packed(problem) => packed(f, name, problem),
            Reason::NoFiles => write!(
                f,
                "{name} holds no files, or none that this browser shows to the page. Try “Choose a folder”, or choose the text files themselves."
            ),
            Reason::LeftOut { others } => {
                let others = match others {
                    0 => " was".to_owned(),
                    n => format!(" and {} were", count(n, "file after it", "files after it")),
                };
                let files = thousands(MAX_FILES as u64);
                write!(f, "{name}{others} left out: up to {files} files and {MAX_TOTAL_SIZE} are opened together. ")?;
                f.write_str("Open what was left out by itself.")
            }
        }
    }
}

fn packed(f: &mut fmt::Formatter<'_>, name: &str, problem: Problem) -> fmt::Result {
    match problem {
        Problem::Damaged => write!(
            f,
            "{name} cannot be unpacked: it is damaged, cut off, or several archives in one. Get it again, or unpack it with another program."
        ),
        Problem::Encrypted => write!(f, "{name} is locked with a password. Unpack it with the program that locked it."),
        Problem::Method(method) => write!(
            f,
            "{name} is packed by a method that browsers do not know (number {method}). Unpack it with another program."
        ),
        Problem::Zip64 => write!(
            f,
            "{name} is packed in the form for very large archives (ZIP64), which is not read here. Unpack it with another program."
        ),
        Problem::Parts => write!(f, "{name} is one part of an archive in several. Unpack it with another program."),
        Problem::Files(files) => write!(
            f,
            "{name} holds {} files; the limit is {}. Unpack it, and open some of them.",
            thousands(files as u64),
            thousands(MAX_FILES as u64)
        ),
        Problem::Empty => {
            write!(f, "{name} is an archive without a file in it. Get it again, or choose the text files themselves.")
        }
        Problem::Office => write!(
            f,
            "{name} is an Office document, not text. Open it where it was written, and copy its text here or save it as plain text."
        ),
    }
}

/// The sentence for several refusals.
pub fn sentence(refused: &[Refusal]) -> String {
    let told: Vec<String> = refused.iter().take(TOLD).map(Refusal::to_string).collect();
    let more = match refused.len().saturating_sub(TOLD) {
        0 => String::new(),
        more => format!("\n{} not opened either.", count(more, "other file was", "other files were")),
    };
    told.join("\n") + &more
}
