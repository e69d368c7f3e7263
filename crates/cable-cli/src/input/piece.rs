//! A stretch of an input with the telegrams in it.

use cable::decode::{self, OffsetMap, csv};
use cable::export::{PartOf, Record, Style, cite, record};
use cable::{Cable, Dialect, Span};
use std::ops::Range;
use std::sync::Arc;

/// The names of an input.
pub struct File {
    /// Base name; `-` for standard input.
    pub name: String,
    /// The name in sentences for people.
    pub shown: String,
    /// Whether it was asked for by name; a folder can hold things other than telegrams.
    pub named: bool,
}

/// The unit of work.
pub struct Piece {
    pub file: Arc<File>,
    /// The stretch of the input, as text.
    pub input: Arc<String>,
    /// How many lines of the input stand in front of it.
    pub lines_before: usize,
    /// How many telegrams stand in front of it.
    pub telegrams_before: usize,
    /// How many telegrams the input holds, if that is known.
    pub of: Option<usize>,
    /// How many bytes of text stand in front of it, if it is read as a stream.
    pub text_before: u32,
    pub content: Content,
}

/// The telegrams of a piece.
pub enum Content {
    /// The telegrams of the piece's text, or of the text it was decoded to.
    Telegrams(Vec<cable::Telegram>, Option<Arc<decode::Decoded>>),
    /// Some rows of the bulk dump.
    Rows(Arc<csv::Decoded>, Range<usize>),
}

/// One telegram, as it is handed to an output.
pub struct Telegram<'a> {
    /// The text that its spans refer to.
    pub text: &'a str,
    /// From offsets of that text to those of the piece's input, if they differ.
    pub map: Option<&'a OffsetMap>,
    pub cable: Cable,
    piece: &'a Piece,
    index: usize,
}

impl Piece {
    /// Bytes of the input, for the progress.
    pub fn bytes(&self) -> usize {
        match &self.content {
            Content::Telegrams(telegrams, _) => telegrams.iter().map(|found| found.span.len() as usize).sum(),
            Content::Rows(decoded, range) => rows(decoded, range).iter().map(|row| row.source.len() as usize).sum(),
        }
    }

    /// Parses its telegrams one after the other.
    pub fn each(&self, dialect: Option<Dialect>, mut give: impl FnMut(&Telegram)) {
        let mut index = self.telegrams_before;
        let mut give = |text: &str, map: Option<&OffsetMap>, cable: Cable| {
            index = index.saturating_add(1);
            give(&Telegram { text, map, cable, piece: self, index });
        };
        match &self.content {
            Content::Telegrams(telegrams, None) => {
                for found in telegrams {
                    give(&self.input, None, cable::read_telegram(&self.input, found, dialect));
                }
            }
            Content::Telegrams(telegrams, Some(decoded)) => {
                for found in telegrams {
                    give(&decoded.text, Some(&decoded.map), decoded.cable(found, dialect));
                }
            }
            Content::Rows(decoded, range) => {
                for row in rows(decoded, range) {
                    give(&decoded.text, Some(&decoded.map), decoded.cable(row, dialect));
                }
            }
        }
    }
}

fn rows<'a>(decoded: &'a csv::Decoded, range: &Range<usize>) -> &'a [csv::Row] {
    decoded.rows.get(range.clone()).unwrap_or_default()
}

impl Telegram<'_> {
    /// The name of its file.
    pub fn file(&self) -> &str {
        &self.piece.file.name
    }

    /// Its record of the export schema.
    pub fn record(&self) -> Record {
        let index = self.index;
        let record = |of| record(self.text, &self.cable, self.file(), PartOf { index, of });
        match self.piece.of {
            Some(of) => record(of),
            None => record(index).streamed(self.piece.text_before),
        }
    }

    /// Its citation.
    pub fn citation(&self, style: Style) -> String {
        cite(self.text, &self.cable, self.file(), style)
    }

    /// The place in the piece's input of a place in the text.
    pub fn source(&self, span: Span) -> Span {
        self.map.map_or(span, |map| map.source(span))
    }
}
