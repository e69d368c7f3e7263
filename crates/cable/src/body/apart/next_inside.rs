//! Paragraphs that begin inside a row, by their label, which is the next number of the count.

use crate::Span;
use crate::body::count::label;
use crate::markup::without_anchor_behind;
use crate::row::Row;

/// The count of the paragraphs. Labels are read only when a number is asked for, because few rows hold what can be the
/// next one.
pub(super) struct Count<'a> {
    text: &'a str,
    /// The last number that is known, and the rows behind it.
    number: Option<u32>,
    unread: Vec<Span>,
}

impl<'a> Count<'a> {
    fn new(text: &'a str, rows: usize) -> Self {
        Self { text, number: None, unread: Vec::with_capacity(rows) }
    }

    /// The number after that of the last row with a label.
    pub fn next(&mut self) -> Option<u32> {
        while let Some(row) = self.unread.pop() {
            if let Some(label) = label::read(row.of(self.text)) {
                self.set(label.number);
            }
        }
        self.number.map(|number| number.saturating_add(1))
    }

    fn set(&mut self, number: u32) {
        self.number = Some(number);
        self.unread.clear();
    }
}

/// Where each next number begins inside `rows`. For each of the `places` found in their text, `label` says where in the
/// row such a number begins and which it is, if there is one.
pub(super) fn next_inside(
    text: &str,
    rows: &[Row],
    places: fn(&str) -> Vec<usize>,
    label: fn(&str, usize, &mut Count) -> Option<(usize, u32)>,
) -> Vec<u32> {
    let mut found = Vec::new();
    let whole = whole(rows);
    let mut places = places(whole.of(text)).into_iter().map(|at| whole.offset(at)).peekable();
    let mut count = Count::new(text, rows.len());
    for row in rows {
        let mut rest = row.span;
        count.unread.push(rest);
        while let Some(place) = places.next_if(|place| *place < rest.end) {
            let into = place.checked_sub(rest.start);
            let label = into.and_then(|into| label(rest.of(text), into as usize, &mut count));
            let Some((at, number)) = label else { continue };
            rest = rest.split_at(at).1;
            found.push(rest.start);
            count.set(number);
        }
    }
    found
}

/// The number at the end of a row, and what stands in front of it.
pub(super) fn number_behind(row: &str) -> Option<(&str, u32)> {
    let before = row.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = row.get(before.len()..)?.parse().ok()?;
    let before = without_anchor_behind(before);
    before.ends_with(' ').then_some((before, number))
}

/// The span from the first row to the last.
pub(super) fn whole(rows: &[Row]) -> Span {
    rows.first().zip(rows.last()).map_or(Span::default(), |(first, last)| first.span.cover(last.span))
}
