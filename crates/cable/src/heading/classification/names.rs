//! The names of the levels.

use crate::Level;
use crate::misspelt::letter_set;

/// A name of a level.
pub(super) struct LevelName {
    pub name: &'static str,
    pub level: Level,
    letters: u32,
}

/// A level and a caveat in one name.
pub(super) const SENSITIVE_BUT_UNCLASSIFIED: &str = "SENSITIVE BUT UNCLASSIFIED";

/// How many letters of a name can be wrong.
pub(super) const WRONG_LETTERS: usize = 2;

/// All names; longer ones come before those they begin with.
pub(super) static LEVELS: [LevelName; 9] = [
    LevelName::new(SENSITIVE_BUT_UNCLASSIFIED, Level::Unclassified),
    LevelName::new("LIMITED OFFICIAL USE", Level::LimitedOfficialUse),
    LevelName::new("CONFIDENTIAL", Level::Confidential),
    LevelName::new("UNCLASSIFIED", Level::Unclassified),
    LevelName::new("LIMOFFUSE", Level::LimitedOfficialUse),
    LevelName::new("TOP SECRET", Level::TopSecret),
    LevelName::new("SECRET", Level::Secret),
    LevelName::new("UNCLAS", Level::Unclassified),
    LevelName::new("LOU", Level::LimitedOfficialUse),
];

impl LevelName {
    const fn new(name: &'static str, level: Level) -> Self {
        Self { name, level, letters: letter_set(name) }
    }

    /// How many of the name's letters can be wrong; short names resemble too many words.
    pub fn most_wrong(&self) -> usize {
        WRONG_LETTERS.min(self.name.len() / 6)
    }

    /// Whether a set of letters holds nearly all of the name's. Each wrong letter removes at most one, so most words
    /// need not be compared letter by letter.
    pub fn is_nearly_in(&self, written: u32) -> bool {
        let most = self.most_wrong();
        most > 0 && (self.letters & !written).count_ones() as usize <= most
    }
}
