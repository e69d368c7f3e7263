//! What is news each time, also where it is the same as before.

/// A value that counts how often one was set: the same one set again is not equal to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fresh<T> {
    /// Tells it from the others, as the key of what shows it.
    pub number: u32,
    /// What was set last.
    pub value: T,
}

impl<T> Fresh<T> {
    /// The next one.
    pub fn then(&self, value: T) -> Self {
        Self { number: self.number.wrapping_add(1), value }
    }
}
