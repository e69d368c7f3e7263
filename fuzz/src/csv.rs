use crate::hold::{hold, hold_reading, leads_back};
use cable::decode::csv::Scanner;

/// Any bulk dump: the ends of rows do not depend on how the bytes come, and every offset leads back into the dump.
pub fn csv(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    dump(&input);
    // The dump's own columns, so that what is inside counts.
    let body = input.replace('\\', "\\\\").replace('"', "\\\"");
    let columns = "\"1\",\"6/2/2009 11:30\",\"09TARSIS417\",\"Embassy Tarsis\",\"CONFIDENTIAL\",\"\"";
    dump(&format!("{columns},\"R 021130Z JUN 09\nFM AMEMBASSY TARSIS\",\"{body}\"\n"));
}

fn dump(input: &str) {
    let whole = ends(input, input.len());
    for size in [1, 7] {
        assert!(ends(input, size) == whole, "rows end elsewhere in pieces of {size}");
    }
    let reading = cable::read(input);
    hold(&reading.text);
    hold_reading(&reading);
    leads_back(input, &reading);
}

/// Where rows end in an input that comes in pieces of `size` bytes.
fn ends(input: &str, size: usize) -> Vec<usize> {
    let mut scanner = Scanner::default();
    let mut ends = Vec::new();
    let mut at = 0;
    for piece in input.as_bytes().chunks(size.max(1)) {
        let mut rest = piece;
        while let Some(len) = scanner.row_end(rest) {
            ends.push(at + piece.len() - rest.len() + len);
            rest = &rest[len..];
        }
        at += piece.len();
    }
    ends
}
