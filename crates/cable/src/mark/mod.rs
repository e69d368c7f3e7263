//! Classification levels and marks: `portion_mark` reads the marks in front of paragraphs and subjects, `caveat` the words
//! that can follow a level, `misprint` the marks that only a number in front shows.

mod caveat;
mod misprint;
mod portion_mark;

pub(crate) use caveat::{all_caveats, caveats, is_caveat};
pub(crate) use misprint::misprinted;
pub use portion_mark::title_mark;
pub(crate) use portion_mark::{is_marked, mark_in_row, marks_entire_text, portion_mark};

use serde::Serialize;

/// Level of classification, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// UNCLASSIFIED
    Unclassified,
    /// LIMITED OFFICIAL USE, in use until 1995.
    LimitedOfficialUse,
    /// CONFIDENTIAL
    Confidential,
    /// SECRET
    Secret,
    /// TOP SECRET
    TopSecret,
}

impl Level {
    /// The level's name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Unclassified => "unclassified",
            Level::LimitedOfficialUse => "limited-official-use",
            Level::Confidential => "confidential",
            Level::Secret => "secret",
            Level::TopSecret => "top-secret",
        }
    }
}

/// A classification or portion mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mark {
    /// The level.
    pub level: Level,
    /// The caveats, in upper case (`NOFORN`, `REL TO USA, FVEY`).
    pub caveats: Vec<String>,
    /// The mark as written; `None` if the level was taken from the security line.
    pub text: Option<String>,
}
