//! Labels that only the rows around them show to be those of items: `(ii)` behind `(i)`, `3B.` behind `3A.`, and Word's
//! bullet `o`.

use crate::item;
use crate::known::last_word;
use crate::words::{first_is, is_number, slice};

/// A label: what it has in common with the others of its series, and its place among them. Bullets are all alike.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label<'a> {
    series: &'a str,
    place: usize,
}

impl<'a> Label<'a> {
    /// The label that a row begins with.
    pub fn of(row: &'a str) -> Option<Self> {
        match row.as_bytes() {
            [b'o', b' ', b'A'..=b'Z', ..] | [b'Q' | b'A', b':', b' ', ..] => Some(Self { series: "", place: 0 }),
            [b'(', b'i' | b'v' | b'x' | b'I' | b'V' | b'X', ..] => {
                let (number, _) = row.get(1..)?.split_once(") ")?;
                Some(Self { series: "(", place: item::roman(number)? })
            }
            [b'0'..=b'9', ..] => Self::compound(row),
            _ => None,
        }
    }

    /// `3A.`, `3.a` or `3.1`. Without a stop behind it, a sentence must begin there.
    fn compound(row: &'a str) -> Option<Self> {
        let (label, behind) = row.split_once(' ')?;
        let bare = label.trim_end_matches(['.', ')']);
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let series = slice(bare, ..digits.saturating_add(usize::from(slice(bare, digits..).starts_with('.'))));
        let last = slice(bare, series.len()..);
        let place = match last.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?),
            _ if is_number(last) && last.len() < 3 => last.parse::<usize>().ok()?.checked_sub(1)?,
            _ => return None,
        };
        let is_label = digits < 3 && (bare.len() < label.len() || first_is(behind, u8::is_ascii_uppercase));
        is_label.then_some(Self { series, place })
    }

    /// Whether a series can begin with it.
    pub fn is_first(self) -> bool {
        self.place == 0
    }

    /// Whether it comes right behind another, below a row that ends an item. A bullet is one below another.
    pub fn follows(self, other: Self, above: &str) -> bool {
        let ends = above.ends_with(['.', ',', ';', ':', '?', '!', ')']) || matches!(last_word(above), "and" | "or");
        let is_bullet = self.series.is_empty();
        self.series == other.series
            && Some(self.place) == other.place.checked_add(usize::from(!is_bullet))
            && (ends || is_bullet && Label::of(above).is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::logical::tests::check;

    #[test]
    fn labels_in_their_order() {
        let above = "He has asked us for all of these things:\n";
        for labels in [
            ["3A.", "3B."],
            ["3A", "3B"],
            ["3.a", "3.b"],
            ["3.1", "3.2"],
            ["3.1.", "3.2."],
            ["(i)", "(ii)"],
            ["o", "o"],
            ["Q:", "A:"],
        ] {
            let [first, second] = labels;
            let text = format!(
                "{above}{first} The boats of the town are to come to the quay.\n{second} Ropes are to be mended."
            );
            check(&text, &text);
        }
        for text in [
            "He has asked for two things by noon, namely\n(ii) The boats and for the ropes of the town.",
            "It has grown by no more than this in a year,\n3.1 percent at the old quay of Lydda, and by\n3.2 percent at the new quay.",
            "It has grown by no more than this in a year,\n3A Street is where the boats are now and where\n3B Street ends.",
            "He reads what is said of it each day in his\no Alder of Lydda, and has the ropes mended.",
            "The harbour master has seen the rows (i) and\n(ii) and he says that all of them are short.",
        ] {
            check(text, &text.replace('\n', " "));
        }
    }
}
