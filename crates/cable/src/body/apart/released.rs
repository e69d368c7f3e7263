//! The last paragraph of a message, which says who released it, behind the words of the one above in its row:
//! `…AT THE OLD QUAY. 7.`, and `RELEASED BY VADM ROE` behind it or on the row below.

use super::next_inside::{next_inside, number_behind};
use crate::row::Row;
use crate::words::head;
use memchr::memmem;

/// `BY` ends within this many bytes behind `RELEASED`: only a line end with blanks around it stands between.
const MOST_BLANKS: usize = 16;

/// Where the next number of the count begins inside `rows` with `RELEASED BY` behind it.
pub(in crate::body) fn released_inside(text: &str, rows: &[Row]) -> Vec<u32> {
    next_inside(text, rows, stops, |row, stop, count| {
        let (before, number) = number_behind(row.get(..stop)?)?;
        (Some(number) == count.next()).then_some((before.len(), number))
    })
}

/// The places of full stops in front of `RELEASED BY`.
fn stops(text: &str) -> Vec<usize> {
    const RELEASED: &str = "RELEASED";
    let stop = |at: usize| {
        let (above, released) = text.split_at_checked(at)?;
        let behind = released.get(RELEASED.len()..)?;
        let is_by =
            behind.starts_with([' ', '\n', '\r']) && head(behind, MOST_BLANKS).trim_ascii_start().starts_with("BY");
        let stop = above.trim_ascii_end().strip_suffix('.')?;
        is_by.then_some(stop.len())
    };
    memmem::find_iter(text.as_bytes(), RELEASED).filter_map(stop).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        crate::body::apart::check(released_inside, text, expected);
    }

    #[test]
    fn last_paragraphs() {
        check("1. BOATS 2. RELEASED BY ROE.", &["1. BOATS", "2. RELEASED BY ROE."]);
        check("1. BOATS 2.  \nRELEASED BY ROE.", &["1. BOATS", "2.", "RELEASED BY ROE."]);
        check("1. BOATS 2.  RELEASED \nBY ROE.", &["1. BOATS", "2.  RELEASED", "BY ROE."]);
        check("1. BOATS 3. RELEASED BY ROE.", &["1. BOATS 3. RELEASED BY ROE."]);
        check("1. BOATS\n2. RELEASED BY ROE.", &["1. BOATS", "2. RELEASED BY ROE."]);
        check("1. ROPES OF 2. RELEASED BOATS.", &["1. ROPES OF 2. RELEASED BOATS."]);
        check("RELEASED BY ROE.", &["RELEASED BY ROE."]);
    }
}
