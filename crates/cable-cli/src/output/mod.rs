//! What each command writes about a piece.
//!
//! - `check`: findings as frames around the place in the source
//! - `place`: an offset as people count it
//! - `table`: TAGS and references, columns separated by tabs
//! - `terminal`: text without anything that would command a terminal

mod check;
mod place;
mod table;
mod terminal;

pub use terminal::one_line;

use crate::input::Piece;
use cable::export::Style;
use cable::{Dialect, Severity, export};
use serde_json::to_writer;

/// What a command writes.
pub enum Output {
    Json { lines: bool },
    Text,
    Markdown,
    Csv,
    Cite { style: Style },
    Check { level: Severity, styled: bool },
    Tags { with_cable: bool },
    Refs { with_cable: bool },
}

/// What was written for a piece.
#[derive(Default)]
pub struct Written {
    pub bytes: Vec<u8>,
    pub counts: Counts,
}

/// How many telegrams and findings there were.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub telegrams: usize,
    pub warnings: usize,
    pub repairs: usize,
    pub infos: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.telegrams = self.telegrams.saturating_add(other.telegrams);
        self.warnings = self.warnings.saturating_add(other.warnings);
        self.repairs = self.repairs.saturating_add(other.repairs);
        self.infos = self.infos.saturating_add(other.infos);
    }
}

impl Output {
    /// What stands before the first telegram, between two and behind the last.
    pub fn around(&self) -> [&'static str; 3] {
        match *self {
            Output::Text => ["", "\u{C}\n", ""],
            Output::Markdown => ["", "\n---\n\n", ""],
            Output::Csv => [export::CSV_HEADER, "", ""],
            Output::Cite { style } => style.around(),
            _ => [""; 3],
        }
    }

    /// Parses a piece and writes its telegrams.
    pub fn write(&self, piece: &Piece, dialect: Option<Dialect>) -> Written {
        let mut written = Written::default();
        let mut frames = check::Frames::new(piece);
        let [_, between, _] = self.around();
        piece.each(dialect, |telegram| {
            let out = &mut written.bytes;
            if written.counts.telegrams > 0 {
                out.extend_from_slice(between.as_bytes());
            }
            match *self {
                Output::Json { lines } => json(out, &telegram.record(), lines),
                Output::Text => out.extend_from_slice(export::plain(&telegram.record()).as_bytes()),
                Output::Markdown => out.extend_from_slice(export::markdown(&telegram.record()).as_bytes()),
                Output::Csv => out.extend_from_slice(export::csv_row(&telegram.record()).as_bytes()),
                Output::Cite { style } => out.extend_from_slice(telegram.citation(style).as_bytes()),
                Output::Check { level, styled } => frames.write(telegram, level, styled, out, &mut written.counts),
                Output::Tags { with_cable } => table::tags(telegram, with_cable, out),
                Output::Refs { with_cable } => table::references(telegram, with_cable, out),
            }
            written.counts.telegrams = written.counts.telegrams.saturating_add(1);
        });
        written
    }

    /// What was written, made safe for a terminal. Frames are filtered as they are made, because they have colours of
    /// their own.
    pub fn shown(&self, written: Vec<u8>) -> Vec<u8> {
        let filter = match self {
            Output::Check { .. } => return written,
            Output::Json { .. } => terminal::visible_json,
            _ => terminal::visible,
        };
        filter(&String::from_utf8_lossy(&written)).into_bytes()
    }
}

/// Writes a record as JSON. Writing to memory does not fail, and a record has no keys that JSON cannot write.
fn json(out: &mut Vec<u8>, record: &export::Record, lines: bool) {
    let _ = if lines { to_writer(&mut *out, record) } else { serde_json::to_writer_pretty(&mut *out, record) };
    out.push(b'\n');
}
