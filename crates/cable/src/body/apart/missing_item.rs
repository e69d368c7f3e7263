//! Items of an outline inside a row of a message: between `B.` and `D.`, which begin rows, `C.` stands where a copy
//! joined it to the words above it.

use crate::body::count::{Style, item_label, label, single_part};
use crate::prose::cites;
use crate::row::{self, Gap, Row};
use memchr::memmem;

/// An item that begins a row.
struct Item {
    style: Style,
    value: u32,
    /// Its row.
    row: usize,
}

/// Returns `rows` cut in front of an item that is the only one missing between two others.
pub(in crate::body) fn items_apart(text: &str, rows: Vec<Row>) -> Vec<Row> {
    let mut apart: Vec<Row> = Vec::with_capacity(rows.len());
    let mut open: Vec<Item> = Vec::new();
    for row in rows {
        let words = row.span.of(text);
        if label::read(words).is_some() {
            open.clear();
        } else if let Some((style, value)) = single_part(words) {
            // The next item closes what lies below the one before.
            let known = open.iter().position(|item| item.style == style).unwrap_or(open.len());
            if let Some(above) = open.get(known).filter(|above| value.checked_sub(above.value) == Some(2)) {
                split(text, &mut apart, above.row, &item_label(style, value.saturating_sub(1)));
            }
            open.truncate(known);
            open.push(Item { style, value, row: apart.len() });
        }
        apart.push(row);
    }
    apart
}

/// Cuts the first row from `from` on in which `label` stands with two blanks and a capital behind it. `REF C.` is no
/// label.
fn split(text: &str, rows: &mut Vec<Row>, from: usize, label: &str) {
    let mark = format!(" {label}  ");
    let inside = |row: &Row| {
        let words = row.span.of(text);
        memmem::find_iter(words.as_bytes(), &mark).find(|at| {
            let behind = words.get(at.saturating_add(mark.len())..).unwrap_or_default();
            behind.trim_start().starts_with(char::is_uppercase) && !words.get(..*at).is_some_and(cites)
        })
    };
    let found = rows.iter().enumerate().skip(from).find_map(|(index, row)| Some((index, inside(row)?)));
    if let Some((index, at)) = found {
        row::part(text, rows, index, at, Gap::Blank);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, row};

    fn check(text: &str, expected: &[&str]) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found: Vec<_> = items_apart(text, rows).iter().map(|row| row.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn items_that_are_missing() {
        check("B. ROPES\nBOATS C.  LAMPS\nD. OARS", &["B. ROPES", "BOATS", "C.  LAMPS", "D. OARS"]);
        check("(1) ROPES (2)  LAMPS\n(3) OARS", &["(1) ROPES", "(2)  LAMPS", "(3) OARS"]);
        check("B. ROPES C. LAMPS\nD. OARS", &["B. ROPES C. LAMPS", "D. OARS"]);
        check("B. ROPES C.  LAMPS\n2. OARS\nD. SAILS", &["B. ROPES C.  LAMPS", "2. OARS", "D. SAILS"]);
        check("B. ROPES C.  LAMPS\nE. OARS", &["B. ROPES C.  LAMPS", "E. OARS"]);
        check("B. PER REF C.  LAMPS\nD. OARS", &["B. PER REF C.  LAMPS", "D. OARS"]);
        check("B. OF C.  lamps\nD. OARS", &["B. OF C.  lamps", "D. OARS"]);
    }
}
