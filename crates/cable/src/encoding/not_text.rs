//! What cannot be read as text: the sentence that says so, and what a reader can do.

use std::fmt;

/// Why bytes are no text. Its `Display` follows a file's name and says what the file is; [`NotText::remedy`] says what
/// a reader of the page can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotText {
    /// 0 bytes.
    Empty,
    /// White space and NULs only.
    Blank,
    /// A file of another kind.
    Other(Kind),
}

/// A kind of file that is no text, recognised by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named as their formats are")]
pub enum Kind {
    Png,
    Jpeg,
    Gif,
    Webp,
    Tiff,
    Bmp,
    Pdf,
    /// A Word document of 2007 or later (.docx).
    Word,
    /// A document, message or sheet of older Office programs (.doc, .msg, .xls), an OLE compound file.
    Ole,
    OpenDocument,
    /// An electronic book.
    Epub,
    /// Rich Text Format. Its bytes are ASCII, and its markup would be taken for the telegram.
    Rtf,
    Zip,
    Gzip,
    /// A packed file of another kind: 7z, RAR, bzip2, xz, Zstandard.
    Packed,
    /// A film or sound of the MPEG-4 family, or a telephone's picture (HEIC).
    Media,
    /// No known signature, but control codes that no text has.
    Unknown,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotText::Empty => f.write_str("is empty: 0 bytes"),
            NotText::Blank => f.write_str("holds only characters that show nothing"),
            NotText::Other(kind) => write!(f, "is {}, not text", kind.name()),
        }
    }
}

impl NotText {
    /// What to do instead, where a file is chosen or a text pasted.
    pub fn remedy(self) -> &'static str {
        match self {
            NotText::Empty | NotText::Blank => "There is nothing to read; choose another file.",
            NotText::Other(kind) => kind.remedy(),
        }
    }
}

impl Kind {
    /// What it is, with its article.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Png => "a picture (PNG)",
            Kind::Jpeg => "a picture (JPEG)",
            Kind::Gif => "a picture (GIF)",
            Kind::Webp => "a picture (WebP)",
            Kind::Tiff => "a picture (TIFF)",
            Kind::Bmp => "a picture (BMP)",
            Kind::Pdf => "a PDF document",
            Kind::Word => "a Word document",
            Kind::Ole => "an Office document or message of the older kind",
            Kind::OpenDocument => "an OpenDocument file",
            Kind::Epub => "an electronic book (EPUB)",
            Kind::Rtf => "a Rich Text document (RTF)",
            Kind::Zip => "a ZIP archive",
            Kind::Gzip => "a gzip archive",
            Kind::Packed => "a packed archive",
            Kind::Media => "a film, sound or picture",
            Kind::Unknown => "a binary file of an unknown kind",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Kind::Png | Kind::Jpeg | Kind::Gif | Kind::Webp | Kind::Tiff | Kind::Bmp | Kind::Media => {
                "Recognise the text in it with another program, and paste that."
            }
            Kind::Pdf => "Open it in a PDF reader, copy the telegram's text and paste it here.",
            Kind::Epub => "Open it in an e-book reader, copy the telegram's text and paste it here.",
            Kind::Word | Kind::Ole | Kind::OpenDocument | Kind::Rtf => {
                "Open it where it was written, and copy its text here or save it as plain text."
            }
            Kind::Zip | Kind::Gzip | Kind::Packed => "Unpack it, and open the text file inside.",
            Kind::Unknown => "Choose a text file (.txt, .md, .html), or paste the telegram's text.",
        }
    }
}
