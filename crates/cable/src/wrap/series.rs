//! Labels that only the rows around them show to be those of items: `(ii)` behind `(i)`, `3B.` behind `3A.`, and Word's
//! bullet `o`.

use crate::item;
use crate::known::last_word;
use crate::words::{first_is, has_small, is_number, slice};

/// The series of Word's bullets, and that of `Q:` and `A:`.
const BULLET: &str = "o";
const SPEAKER: &str = "Q";

/// A label: what it has in common with the others of its series, and its place among them. Bullets are all alike.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label<'a> {
    series: &'a str,
    place: usize,
    /// Whether a bracket or a stop shows that it is a label.
    marked: bool,
}

impl<'a> Label<'a> {
    /// The label that a row begins with.
    pub fn of(row: &'a str) -> Option<Self> {
        match row.as_bytes() {
            [b'o', b' ', b'A'..=b'Z', ..] => Some(Self { series: BULLET, place: 0, marked: false }),
            [b'Q' | b'A', b':', b' ', ..] => Some(Self { series: SPEAKER, place: 0, marked: true }),
            [b'(', b'i' | b'v' | b'x' | b'I' | b'V' | b'X', ..] => {
                let (number, _) = row.get(1..)?.split_once(") ")?;
                Some(Self { series: "(", place: item::roman(number)?, marked: true })
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
        let marked = bare.len() < label.len();
        // In capitals nothing shows that one begins.
        let is_sentence = || first_is(behind, u8::is_ascii_uppercase) && has_small(behind);
        (digits < 3 && (marked || is_sentence())).then_some(Self { series, place, marked })
    }

    /// Whether a series can begin with it below this row.
    pub fn is_first(self, above: &str) -> bool {
        self.place == 0 && self.may_stand_below(above)
    }

    /// Whether it comes right behind another, below a row that ends an item. Bullets and speakers have no order, and
    /// one can stand right below another.
    pub fn follows(self, other: Self, above: &str) -> bool {
        let is_bullet = matches!(self.series, BULLET | SPEAKER);
        let is_below = || Label::of(above).is_some_and(|above| above.series == self.series);
        self.series == other.series
            && Some(self.place) == other.place.checked_add(usize::from(!is_bullet))
            && (self.may_stand_below(above) || is_bullet && is_below())
    }

    /// Whether a row ends what stands in front of the label; only a label with a mark stands behind a comma.
    fn may_stand_below(self, above: &str) -> bool {
        let goes_on = || above.ends_with(',') || matches!(last_word(above), "and" | "or");
        above.is_empty() || above.ends_with(['.', ';', ':', '?', '!', ')']) || self.marked && goes_on()
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
            "THE BOATS OF THE TOWN IN THAT YEAR WERE\n1.1 MILLION TONS, IN THE NEXT ONE THEY WERE,\n1.2 MILLION TONS.",
            "THE ROPES OF THE TOWN ARE ALL STORED IN BAY\n3A AND ITS BOATS ARE, AS HE SAYS, IN THE BAY,\n3B AND NO OTHER.",
            "It is so, como disse\no Alder da Lydda no porto. Assim,\no Birch da Tarsis no porto.",
            "The harbour master has seen the rows (i) and\n(ii) and he says that all of them are short.",
        ] {
            check(text, &text.replace('\n', " "));
        }
    }
}
