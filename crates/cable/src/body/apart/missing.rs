//! Paragraphs without a mark inside a row of a copy that joined its lines: `…of the old quay. 4. The line…`. Only the
//! count proves them: a number that is missing between two labels stands between them.

use crate::body::count::label;
use crate::mark::is_marked;
use crate::prose::ends_sentence;
use crate::row::Row;
use crate::{Span, wrap};
use memchr::memmem;

/// If the numbers of two labels are further apart, it is not these labels that were lost. More can be missing than
/// where only one label is known.
const MOST: u32 = 8;

/// Where the numbers that are missing between the labels of two rows begin inside those from the first on.
pub(in crate::body) fn missing_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    let mut places = Vec::new();
    if rows.iter().all(|row| is_wrapped(row.span)) {
        return places;
    }
    let mut last: Option<(usize, u32)> = None;
    for (index, row) in rows.iter().enumerate() {
        let Some(label) = label::read(row.span.of(text)) else { continue };
        if let Some((from, number)) = last.replace((index, label.number))
            && (2..=MOST).contains(&label.number.saturating_sub(number))
        {
            find(text, rows.get(from..index).unwrap_or_default(), number, label.number, &mut places);
        }
    }
    places
}

/// Whether a row is no longer than a wrapped line, so that no other is joined to it.
fn is_wrapped(row: Span) -> bool {
    row.len() as usize <= wrap::LONGEST_WRAPPED
}

/// Adds to `places` where the numbers between `first` and `end` begin inside the rows between their labels.
fn find(text: &str, rows: &[Row], first: u32, end: u32, places: &mut Vec<u32>) {
    let mut number = first.saturating_add(1);
    for row in rows {
        let mut rest = row.span;
        while number < end
            && !is_wrapped(rest)
            && let Some(at) = inside(rest.of(text), number)
        {
            rest = rest.split_at(at).1;
            places.push(rest.start);
            number = number.saturating_add(1);
        }
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

    const PROSE: &str = "The harbour master has closed the old quay, and nobody can say when the boats will come back.";

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        crate::body::apart::check(missing_inside, text, expected);
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
