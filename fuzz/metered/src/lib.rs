//! The parser as a WebAssembly module. An interpreter that counts instructions runs it, so work is a number: the same
//! on every machine, with the standard library's share in it. A browser runs it to measure its speed.

use cable::export::{PartOf, record};
use std::cell::RefCell;

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a text of `len` bytes; its address.
#[unsafe(no_mangle)]
pub extern "C" fn room(len: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.resize(len, b' ');
        text.as_mut_ptr()
    })
}

/// Takes the text apart; the number of parts of all its telegrams.
#[unsafe(no_mangle)]
pub extern "C" fn parse() -> usize {
    TEXT.with_borrow(|text| {
        let text = str::from_utf8(text).unwrap_or_default();
        cable::cables(text).map(|cable| cable.parts.len()).sum()
    })
}

/// Reads the text and writes its telegrams as JSON; the number of bytes written.
#[unsafe(no_mangle)]
pub extern "C" fn export() -> usize {
    TEXT.with_borrow(|text| {
        let text = String::from_utf8_lossy(text);
        let reading = cable::read(&text);
        let of = reading.cables.len();
        let records = reading.cables.iter().enumerate().map(|(i, cable)| {
            let record = record(&reading.text, cable, "09TARSIS417.txt", PartOf { index: i + 1, of });
            serde_json::to_vec(&record).map_or(0, |json| json.len())
        });
        records.sum()
    })
}
