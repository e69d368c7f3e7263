//! Paragraphs without a mark inside a row of a copy that joined its lines: `…of the old quay. 4. The line…`. Only the
//! count proves them: a number that is missing between two labels stands between them.

use crate::body::count::label;
use crate::mark::is_marked;
use crate::prose::ends_sentence;
use crate::row::Row;
use crate::wrap;
use memchr::memmem;

/// If the numbers of two labels are further apart, it is not these labels that were lost.
const MOST: u32 = 8;

/// Returns `rows` cut in front of the numbers that are missing between the labels of two of them.
pub(in crate::body) fn missing_apart(text: &str, rows: Vec<Row>) -> Vec<Row> {
    if rows.iter().all(|row| is_wrapped(*row)) {
        return rows;
    }
    let mut apart: Vec<Row> = Vec::with_capacity(rows.len());
    let mut last: Option<(usize, u32)> = None;
    for row in rows {
        if let Some(label) = label::read(row.span.of(text)) {
            if let Some((from, number)) = last
                && (2..=MOST).contains(&label.number.saturating_sub(number))
            {
                let above = apart.split_off(from);
                split(text, &above, number, label.number, &mut apart);
            }
            last = Some((apart.len(), label.number));
        }
        apart.push(row);
    }
    apart
}

/// Whether a row is no longer than a wrapped line, so that no other is joined to it.
fn is_wrapped(row: Row) -> bool {
    row.span.len() as usize <= wrap::LONGEST_WRAPPED
}

/// Adds the rows from paragraph `first` up to the one labelled `end` to `apart`, cut in front of the numbers between.
fn split(text: &str, rows: &[Row], first: u32, end: u32, apart: &mut Vec<Row>) {
    let mut number = first.saturating_add(1);
    for row in rows {
        let mut row = *row;
        while number < end
            && !is_wrapped(row)
            && let Some(at) = inside(row.span.of(text), number)
        {
            let (above, below) = row.parted(text, at);
            apart.push(above);
            row = below;
            number = number.saturating_add(1);
        }
        apart.push(row);
    }
}

/// Where the label of paragraph `number` stands inside a row, behind the end of a sentence and in front of a capital,
/// or without its full stop in front of a mark. If the number before it stands in the row as well, both are items of a
/// list.
fn inside(row: &str, number: u32) -> Option<usize> {
    let find = |number: u32| {
        let label = format!(" {number}");
        memmem::find_iter(row.as_bytes(), &label).find(|at| {
            let (above, label) = row.split_at_checked(at.saturating_add(label.len())).unwrap_or_default();
            let is_label = match label.strip_prefix(". ") {
                Some(behind) => behind.trim_start().starts_with(char::is_uppercase),
                None => label.starts_with(" (") && is_marked(label.trim_start()) && is_begun(label),
            };
            let above = above.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
            is_label && ends_sentence(above)
        })
    };
    let at = find(number)?;
    find(number.saturating_sub(1)).is_none().then(|| at.saturating_add(1))
}

/// Whether a capital stands behind a mark.
fn is_begun(mark: &str) -> bool {
    mark.split_once(')').is_some_and(|(_, behind)| behind.trim_start().starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, row};

    const PROSE: &str = "The harbour master has closed the old quay, and nobody can say when the boats will come back.";

    fn check(text: &str, expected: &[&str]) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found: Vec<_> = missing_apart(text, rows).iter().map(|row| row.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_that_are_missing() {
        let row = |number: u32| format!("{number}. {PROSE}");
        let [first, second, third, fourth] = [1, 2, 3, 4].map(row);
        let first = first.as_str();
        check(&format!("{first} {second} {third}\n{fourth}"), &[first, &second, &third, &fourth]);
        check(&format!("{first}  {second}\n{third}"), &[first, &second, &third]);
        check(&format!("{first} End Note.] {second}\n{third}"), &[&format!("{first} End Note.]"), &second, &third]);
        check(&format!("{first} 2 (C) Rain.\n{third}"), &[first, "2 (C) Rain.", &third]);
        check(&format!("{first} {third}\n{second}"), &[&format!("{first} {third}"), &second]);
        check(&format!("{first} {second}"), &[&format!("{first} {second}")]);
    }

    #[test]
    fn numbers_in_prose() {
        for above in [
            format!("1. {PROSE} See No. 2. It is shut."),
            format!("1. {PROSE} They come at 2. It is shut."),
            format!("1. {PROSE} 1. Rain. 2. Wind."),
            format!("1. {PROSE} It rose. 2.5 feet."),
            format!("1. {PROSE} Ropes cost 2 (C) and more."),
            format!("1. {PROSE} It rose. 2 (the quay) did not."),
            format!("1. {PROSE} See Roe. 2 (b) is of no use."),
            "1. It is shut. 2. It is open.".to_owned(),
        ] {
            check(&format!("{above}\n3. Rain."), &[&above, "3. Rain."]);
        }
    }
}
