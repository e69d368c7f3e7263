//! Texts as records of the export schema.

use crate::input::Input;
use cable::export::{PartOf, record};
use std::io::{self, Write};

/// Prints each telegram of a text: one line each, or indented.
pub fn write(input: &Input, lines: bool, out: &mut impl Write) -> io::Result<()> {
    let reading = cable::read(&input.text);
    let of = reading.cables.len();
    for (i, cable) in reading.cables.iter().enumerate() {
        let record = record(&reading.text, cable, &input.name, PartOf { index: i + 1, of });
        if lines {
            serde_json::to_writer(&mut *out, &record)?;
        } else {
            serde_json::to_writer_pretty(&mut *out, &record)?;
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}
