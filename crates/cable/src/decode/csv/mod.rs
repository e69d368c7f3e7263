//! The bulk dump: rows of eight quoted columns, of which the last two are a telegram's header and body.
//!
//! Quote `"`, escape `\`, line ends inside quotes; a doubled quote and a row of column names are read too. What a row
//! says about its telegram fills no field, except the year of a number without one: the text counts, and a diagnostic
//! says where the two differ.
//!
//! - `scan`: where rows end, in input that comes in pieces
//! - `row`: the columns of a row, and the telegram in it

mod row;
mod scan;
#[cfg(test)]
mod tests;

pub use row::Row;
pub use scan::Scanner;

use super::{OffsetMap, differs};
use crate::telegram_name::TelegramName;
use crate::words::starts_with_any_case;
use crate::{Cable, Dialect, Span, split};

/// The telegrams of the rows in sequence, and the way back.
#[derive(Clone, Debug, Default)]
pub struct Decoded {
    /// The telegrams' texts.
    pub text: String,
    /// From the offsets of the text to those of the input.
    pub map: OffsetMap,
    /// The rows, in order, each with the telegram's place in `text`.
    pub rows: Vec<Row>,
}

/// Whether a text is such a dump: its first row, or the one behind a row of column names, has eight columns with a
/// date and a reference number among them. Looks no further than those rows.
pub fn is_csv(input: &str) -> bool {
    let input = crate::whole(input).of(input);
    let mut records = records(input).filter(|record| !record.of(input).trim_ascii().is_empty());
    let Some(first) = records.next().filter(|record| may_begin(record.of(input))) else { return false };
    row::is_row(input, first)
        || row::is_names(input, first) && records.next().is_some_and(|record| row::is_row(input, record))
}

/// A quick test that excludes nearly every other text: a dump's row has its first six columns on one line.
fn may_begin(record: &str) -> bool {
    let start = record.trim_start_matches(['\u{FEFF}', ' ', '\r', '\n']);
    let line = start.split(['\r', '\n']).next().unwrap_or_default();
    start.starts_with(['"', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) && line.matches(',').count() >= 6
        || starts_with_any_case(start, "id,")
}

/// Takes rows apart. Anything but a row of eight columns is kept as it stands, so that nothing is lost.
pub fn decode(input: &str) -> Decoded {
    let mut decoder = Decoder::default();
    while decoder.read(input, usize::MAX) {}
    decoder.decoded
}

/// Takes the rows of one input apart, some at a time.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    /// The rows that were read.
    pub decoded: Decoded,
    at: usize,
}

impl Decoder {
    /// Reads rows until at least `bytes` more of the input are read. Returns whether there are more.
    pub fn read(&mut self, input: &str, bytes: usize) -> bool {
        let input = crate::whole(input).of(input);
        let wanted = self.at.saturating_add(bytes).min(input.len());
        for record in records_from(input, self.at) {
            let is_blank = record.of(input).trim_ascii().is_empty();
            if !is_blank && (record.start > 0 || !row::is_names(input, record)) {
                row::read(input, record, &mut self.decoded);
            }
            self.at = record.end as usize;
            if self.at >= wanted {
                break;
            }
        }
        self.at < input.len()
    }

    /// How many bytes of the input were read.
    pub fn bytes(&self) -> usize {
        self.at
    }
}

impl Decoded {
    /// The telegrams, one a row; `dialect` as for [`crate::cables_as`].
    pub fn cables(&self, dialect: Option<Dialect>) -> impl Iterator<Item = Cable> + '_ {
        self.rows.iter().map(move |row| self.cable(row, dialect))
    }

    /// The telegram of one row.
    pub fn cable(&self, row: &Row, dialect: Option<Dialect>) -> Cable {
        let [_, date, number, _, level, _] = &row.says;
        let found = split::uncut(&self.text, row.span);
        let mut cable = crate::parse::telegram(&self.text, found, dialect, TelegramName::read(number));
        differs::note(&differs::Said { place: "row", number, date, level }, &mut cable);
        cable
    }
}

/// The rows of a whole input, line ends included.
fn records(input: &str) -> impl Iterator<Item = Span> + '_ {
    records_from(input, 0)
}

/// The rows from the one that begins at `at`.
fn records_from(input: &str, mut at: usize) -> impl Iterator<Item = Span> + '_ {
    let bytes = input.as_bytes();
    let mut scanner = Scanner::default();
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        at = scanner.row_end(rest).map_or(bytes.len(), |len| start.saturating_add(len));
        Some(Span::new(start as u32, at as u32))
    })
}
