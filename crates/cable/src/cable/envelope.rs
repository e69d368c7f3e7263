//! What the format lines of a telegram say.

use super::Field;
use crate::DateTime;
use serde::Serialize;

/// Format lines 1 to 4.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transmission {
    /// Start of transmission (`VZCZCXRO0321`).
    pub start: Option<Field<String>>,
    /// Routing indicators of format line 2: relay copies, which are neither TO nor INFO.
    pub routed_to: Vec<Field<String>>,
    /// Routing indicator of the originating station.
    pub originator: Option<Field<String>>,
    /// Station serial number.
    pub station_serial: Option<Field<u32>>,
    /// Section number behind the serial (`#0417/01`).
    pub section: Option<Field<u32>>,
    /// Day of the year and time of filing. The year comes from the date-time group.
    pub filed: Option<Field<Filing>>,
    /// Classification that the security line repeats (`ZNY CCCCC`).
    pub security: Option<Field<crate::Level>>,
    /// Operating signals of the security line (`ZZH`).
    pub signals: Vec<Field<String>>,
}

/// When a message was handed in for transmission: what format line 3 says and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filing {
    /// Day of the year, 1 to 366, as written.
    pub day: u16,
    /// The minute; `None` without a date-time group to take the year from.
    pub at: Option<DateTime>,
}

/// Urgency of a telegram or of one delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precedence {
    /// R
    Routine,
    /// P
    Priority,
    /// O
    Immediate,
    /// Immediate, and the post is to be woken for it.
    NiactImmediate,
    /// Z
    Flash,
}

impl Precedence {
    /// Its name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Precedence::Routine => "routine",
            Precedence::Priority => "priority",
            Precedence::Immediate => "immediate",
            Precedence::NiactImmediate => "niact-immediate",
            Precedence::Flash => "flash",
        }
    }
}

/// Precedence for action and, where it differs, for information addressees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrecedencePair {
    /// For action addressees.
    pub action: Precedence,
    /// For information addressees, where given apart.
    pub info: Option<Precedence>,
}

/// One addressee: a plain-language address designator, with what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Addressee {
    /// Routing indicator (`RUEHC`), as written here or, for the originator, in format line 3.
    pub routing: Option<String>,
    /// Plain-language address designator (`SECSTATE WASHDC`).
    pub name: String,
    /// Precedence for this delivery.
    pub precedence: Option<Precedence>,
    /// Message continuity number, or a range of them, as written.
    pub serial: Option<String>,
}
