//! Items of an outline inside a row of a message: between `B.` and `D.`, which begin rows, `C.` stands where a copy
//! joined it to the words above it.

use crate::body::count::{Style, item_label, label, single_part};
use crate::prose::cites;
use crate::row::Row;
use memchr::memmem;

/// An item that begins a row.
struct Item {
    style: Style,
    value: u32,
    /// Its row.
    row: usize,
}

/// Where an item that is the only one missing between two others begins inside `rows`.
pub(in crate::body) fn items_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let mut places = Vec::new();
    let mut open: Vec<Item> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let words = row.span.of(text);
        if label::read(words).is_some() {
            open.clear();
        } else if let Some((style, value)) = single_part(words) {
            // The next item closes what lies below the one before.
            let known = open.iter().position(|item| item.style == style).unwrap_or(open.len());
            if let Some(above) = open.get(known).filter(|above| value.checked_sub(above.value) == Some(2)) {
                let between = rows.get(above.row..index).unwrap_or_default();
                places.extend(inside(text, between, &item_label(style, value.saturating_sub(1))));
            }
            open.truncate(known);
            open.push(Item { style, value, row: index });
        }
    }
    places.sort_unstable();
    places
}

/// Where `label` stands first inside one of `rows` with two blanks and a capital behind it. `REF C.` is no label.
fn inside(text: &str, rows: &[Row], label: &str) -> Option<u32> {
    let mark = format!(" {label}  ");
    let inside = |row: &Row| {
        let words = row.span.of(text);
        let mut found = memmem::find_iter(words.as_bytes(), &mark);
        let at = found.find(|at| {
            let behind = words.get(at.saturating_add(mark.len())..).unwrap_or_default();
            behind.trim_start().starts_with(char::is_uppercase) && !words.get(..*at).is_some_and(cites)
        });
        Some(row.span.offset(at?))
    };
    rows.iter().find_map(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        crate::body::apart::check(items_inside, text, expected);
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
