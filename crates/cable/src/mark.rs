//! Classification levels and marks.

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
    /// Its name in exports.
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
    /// Caveats, upper case, as written (`NOFORN`, `REL TO USA, FVEY`).
    pub caveats: Vec<String>,
    /// As written; `None` where the level had to be taken from the security line.
    pub text: Option<String>,
}
