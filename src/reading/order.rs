//! What stands first in a text.

/// The indices of places, in the order of the text: by where they begin, then by the second key, then as they were
/// given. One sort for all, because each kind of thing that is sorted adds its own to the program.
pub fn order(keys: impl Iterator<Item = (usize, usize)>) -> impl Iterator<Item = usize> {
    let mut keys: Vec<(usize, usize, usize)> =
        keys.enumerate().map(|(index, (start, then))| (start, then, index)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(.., index)| index)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_places_stay_as_they_were() {
        let keys = [(5, 0), (1, 9), (1, 2), (5, 0)];
        assert_eq!(order(keys.into_iter()).collect::<Vec<_>>(), [2, 1, 0, 3]);
    }
}
