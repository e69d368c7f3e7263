//! What each command writes of a piece.
//!
//! - `check`: findings as frames around the place in the source
//! - `table`: TAGS and references, columns separated by tabs

mod check;
mod table;

use crate::input::Piece;
use cable::{Dialect, Severity, export};
use serde_json::to_writer;

/// What is wanted.
pub enum Output {
    Json { lines: bool },
    Text { visible: bool },
    Markdown { visible: bool },
    Check { level: Severity, styled: bool },
    Tags { with_cable: bool },
    Refs { with_cable: bool },
}

/// What a piece gave.
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
    /// Takes a piece apart and writes its telegrams.
    pub fn write(&self, piece: &Piece, dialect: Option<Dialect>) -> Written {
        let mut written = Written::default();
        let mut frames = check::Frames::new(piece);
        let is_first = piece.telegrams_before == 0;
        piece.each(dialect, |telegram| {
            let out = &mut written.bytes;
            let begun = !is_first || written.counts.telegrams > 0;
            match *self {
                Output::Json { lines } => json(out, &telegram.record(), lines),
                Output::Text { visible } => {
                    separated(out, begun.then_some("\u{C}\n"), &export::plain(&telegram.record()), visible);
                }
                Output::Markdown { visible } => {
                    separated(out, begun.then_some("\n---\n\n"), &export::markdown(&telegram.record()), visible);
                }
                Output::Check { level, styled } => frames.write(telegram, level, styled, out, &mut written.counts),
                Output::Tags { with_cable } => table::tags(&telegram.record(), with_cable, out),
                Output::Refs { with_cable } => table::references(&telegram.record(), with_cable, out),
            }
            written.counts.telegrams = written.counts.telegrams.saturating_add(1);
        });
        written
    }
}

/// Writing to memory does not fail, and a record has no keys that JSON cannot write.
fn json(out: &mut Vec<u8>, record: &export::Record, lines: bool) {
    let _ = if lines { to_writer(&mut *out, record) } else { serde_json::to_writer_pretty(&mut *out, record) };
    out.push(b'\n');
}

fn separated(out: &mut Vec<u8>, separator: Option<&str>, document: &str, is_terminal: bool) {
    out.extend_from_slice(separator.unwrap_or_default().as_bytes());
    match is_terminal {
        true => out.extend_from_slice(visible(document).as_bytes()),
        false => out.extend_from_slice(document.as_bytes()),
    }
}

/// Text without what would command a terminal.
pub fn visible(text: &str) -> String {
    let commands = |c: char| {
        c.is_control() && c != '\n' && c != '\t'
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if commands(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
