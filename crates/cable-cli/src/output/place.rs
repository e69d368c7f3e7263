//! An offset as people count it.

use memchr::{memchr_iter, memrchr};

/// A place of the input: lines and characters from 1.
#[derive(Clone, Copy)]
pub struct Place {
    pub offset: usize,
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// The start of a piece that `lines_before` lines stand in front of.
    pub fn start(lines_before: usize) -> Self {
        Self { offset: 0, line: lines_before.saturating_add(1), column: 1 }
    }

    /// The place of a later offset in the same input.
    pub fn on(self, bytes: &[u8], offset: usize) -> Self {
        let offset = offset.min(bytes.len());
        let between = bytes.get(self.offset..offset).unwrap_or_default();
        let lines = memchr_iter(b'\n', between).count();
        let (row, column) = match memrchr(b'\n', between) {
            Some(end) => (between.get(end..).unwrap_or_default(), 0),
            None => (between, self.column),
        };
        // The further bytes of a character begin with the bits 10.
        let characters = row.iter().filter(|&byte| byte & 0xC0 != 0x80).count();
        Self { offset, line: self.line.saturating_add(lines), column: column.saturating_add(characters) }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn places_are_counted_on_from_each_other() {
        let text = "caf\u{e9} R\n\nx\u{301}y";
        let mut place = Place::start(7);
        let mut got = Vec::new();
        for (offset, _) in text.char_indices() {
            place = place.on(text.as_bytes(), offset);
            got.push((place.line, place.column));
        }
        assert_eq!(got, [(8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 6), (8, 7), (9, 1), (10, 1), (10, 2), (10, 3)]);
    }
}
