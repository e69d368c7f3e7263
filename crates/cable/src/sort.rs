//! Sorting by place in a text.

/// Sorts things by three keys; those with all three alike stay in their order.
///
/// One sort serves all types, because each type that a sort is made for adds its own copy to the program, some 3 KB of
/// wasm.
pub fn sort_by_place<T>(things: &mut Vec<T>, place: impl Fn(&T) -> [u32; 3]) {
    if things.is_sorted_by_key(&place) {
        return;
    }
    let keyed = |(thing, index): (&T, u32)| {
        let [first, second, third] = place(thing);
        [first, second, third, index]
    };
    let mut keys: Vec<[u32; 4]> = things.iter().zip(0..).map(keyed).collect();
    keys.sort_unstable();
    let mut taken: Vec<Option<T>> = things.drain(..).map(Some).collect();
    things.extend(keys.iter().filter_map(|&[.., index]| taken.get_mut(index as usize)?.take()));
}

#[cfg(test)]
mod tests {
    use super::sort_by_place;

    #[test]
    fn equal_places_stay_as_they_were() {
        let mut things = vec![(5, 0, 'a'), (1, 9, 'b'), (1, 2, 'c'), (5, 0, 'd')];
        sort_by_place(&mut things, |&(first, second, _)| [first, second, 0]);
        assert_eq!(things.iter().map(|thing| thing.2).collect::<String>(), "cbad");
    }
}
