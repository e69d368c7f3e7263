//! Values that are news each time they are set, even to the same value.

/// A value with a count of how often it was set: setting the same value again gives something unequal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fresh<T> {
    /// Identifies this setting, as the key of what shows it.
    pub number: u32,
    /// What was set last.
    pub value: T,
}

impl<T> Fresh<T> {
    /// The next setting.
    pub fn then(&self, value: T) -> Self {
        Self { number: self.number.wrapping_add(1), value }
    }
}
