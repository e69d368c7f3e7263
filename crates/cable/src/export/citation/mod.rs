//! Citations of a telegram, for people and for programs.
//!
//! - `source`: what a citation says about a telegram: who wrote to whom, when, under which number, where it is kept
//! - `party`: posts and offices, named as citations name them
//! - `notes`: a note in the form of the National Archives, *Foreign Relations* and the Chicago Manual of Style
//! - `bibtex`, `ris`, `csl`: records that reference managers import
//! - `embedded`: what a reference manager reads in a page
//! - `quotation`: words of a telegram with their citation
//!
//! They say what the telegram says. Only a telegram of 1973-79 gets a place where it is kept, because those copies are
//! the Archives' own; of any other copy only the reader knows where it came from.

mod bibtex;
mod csl;
mod embedded;
mod notes;
mod party;
mod quotation;
mod ris;
mod source;

pub use embedded::embedded;
pub use quotation::quotation;

use crate::Cable;
use source::Source;

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// A note as the National Archives ask for it.
    Nara,
    /// Heading and source note as in *Foreign Relations of the United States*.
    Frus,
    /// A note by the Chicago Manual of Style, 17th edition.
    Chicago,
    /// An entry for BibTeX and BibLaTeX.
    Bibtex,
    /// A record in RIS.
    Ris,
    /// An item in CSL-JSON.
    CslJson,
}

impl Style {
    /// Every style.
    pub const ALL: [Style; 6] = [Style::Nara, Style::Frus, Style::Chicago, Style::Bibtex, Style::Ris, Style::CslJson];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Style::Nara => "nara",
            Style::Frus => "frus",
            Style::Chicago => "chicago",
            Style::Bibtex => "bibtex",
            Style::Ris => "ris",
            Style::CslJson => "csl-json",
        }
    }

    /// What stands before the first, between two and behind the last of several citations, to make a document of the
    /// style.
    pub const fn around(self) -> [&'static str; 3] {
        match self {
            Style::Nara | Style::Frus | Style::Chicago => ["", "\n", "\n"],
            Style::Bibtex => ["", "\n", ""],
            Style::Ris => ["", "", ""],
            Style::CslJson => ["[\n", ",\n", "\n]\n"],
        }
    }
}

/// The citation of `cable`, which was parsed from `text`. `file` is the name of the file that held it, used if the text
/// has neither a subject nor a number.
///
/// ```
/// use cable::export::{Style, cite};
///
/// let text = "R 101200Z JUN 09\nFM AMEMBASSY MUSCAT\nTO SECSTATE WASHDC\n\nUNCLAS MUSCAT 000417\n\nSUBJECT: ROPES\n\n1. New.\n";
/// let note = cite(text, &cable::parse(text), "ropes.txt", Style::Nara);
/// assert_eq!(note, "Embassy Muscat to Department of State, Telegram 417, June 10, 2009, 09MUSCAT417.");
/// ```
pub fn cite(text: &str, cable: &Cable, file: &str, style: Style) -> String {
    let source = Source::of(text, cable, file);
    match style {
        Style::Nara => notes::nara(&source, ""),
        Style::Frus => notes::frus(&source),
        Style::Chicago => notes::chicago(&source),
        Style::Bibtex => bibtex::entry(&source),
        Style::Ris => ris::record(&source),
        Style::CslJson => csl::item(&source),
    }
}
