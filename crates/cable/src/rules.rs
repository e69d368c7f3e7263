//! What a dialect decides besides the zones.

use crate::Dialect;
use std::ops::RangeInclusive;

/// What a dialect decides besides the zones.
pub(crate) struct Rules {
    /// Whether it is a message: its paragraphs have an outline, nobody signs below them, and it has a series number in
    /// place of the Department's number and TAGS.
    pub message: bool,
    /// Whether the archive added to the text, in front of it, in it and behind it.
    pub archived: bool,
    /// Whether it is a print: it need not have format lines, and its page lines, also those that a converter joined to
    /// the text, have the classification.
    pub printed: bool,
    /// The years that its telegrams are from.
    pub years: RangeInclusive<u16>,
}

/// The years of the electronic files, which are all that the archive keeps.
pub(crate) const ARCHIVED_YEARS: RangeInclusive<u16> = 1973..=1979;

const PLAIN: Rules = Rules { message: false, archived: false, printed: false, years: 0..=u16::MAX };

static TELEGRAM: Rules = PLAIN;
static NARA: Rules = Rules { archived: true, years: ARCHIVED_YEARS, ..PLAIN };
static LABELLED: Rules = Rules { printed: true, ..PLAIN };
static NAVY: Rules = Rules { message: true, ..PLAIN };

impl Dialect {
    /// What this dialect decides.
    pub(crate) fn rules(self) -> &'static Rules {
        match self {
            Dialect::Nara1970s => &NARA,
            Dialect::Labelled => &LABELLED,
            Dialect::Navy => &NAVY,
            _ => &TELEGRAM,
        }
    }
}
