//! Parses US diplomatic telegrams ("cables"): text in, plain data out.
//!
//! A parse never fails. A [`Cable`] holds no text: every value comes with the [`Span`] of bytes that it was read from.
//! Whatever was repaired or contradicts itself is a [`Diagnostic`] with its place, and what cannot be read is left out.
//!
//! # One telegram
//!
//! ```
//! let text = "\
//! R 101200Z JUN 09
//! FM AMEMBASSY TARSIS
//! TO RUEHC/SECSTATE WASHDC 4711
//!
//! C O N F I D E N T I A L TARSIS 000417
//!
//! E.O. 12958: DECL: 06/09/2019
//! TAGS: PREL, PREL
//! SUBJECT: GOATS ON
//! THE QUAY
//!
//! ¶1. (C) The goats are on the quay.
//!
//! LOAM
//! ";
//! let cable = cable::parse(text);
//! assert_eq!(cable.mrn().as_deref(), Some("09TARSIS417"));
//!
//! // What a field means, and what was written.
//! let subject = cable.subject.as_ref().unwrap();
//! assert_eq!(subject.value, "GOATS ON THE QUAY");
//! assert_eq!(subject.raw.of(text), "GOATS ON\nTHE QUAY");
//!
//! // Prose is read from the text by the spans of a paragraph.
//! let paragraph = &cable.paragraphs[0];
//! assert_eq!(paragraph.number, Some(1));
//! let prose = cable::Logical::prose(text, &paragraph.pieces);
//! assert!(prose.text().ends_with("The goats are on the quay."));
//!
//! // Repairs have a code, a place and a sentence.
//! let repair = cable.diagnostics.iter().find(|found| found.code.name() == "tag-repeated").unwrap();
//! assert_eq!(repair.span.of(text), "PREL");
//! assert_eq!(repair.message(), "A TAGS code is repeated and counts once. PREL");
//! ```
//!
//! # Several telegrams, pages and the bulk dump
//!
//! [`cables`] gives every telegram of a text. [`read`] takes saved web pages and the bulk dump too, and [`encoding`]
//! turns bytes into text.
//!
//! ```
//! let telegram = |number: u32| {
//!     format!("R 1012{number}Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 0000{number}\n\n\
//!              E.O. 12958: N/A\nTAGS: ECON\nSUBJECT: ROPES\n\n1. The ropes are new.\n\n")
//! };
//! let joined = telegram(17) + &telegram(18);
//! let numbers: Vec<_> = cable::cables(&joined).filter_map(|cable| cable.mrn()).collect();
//! assert_eq!(numbers, ["09TARSIS17", "09TARSIS18"]);
//! ```
//!
//! # By the rules of one dialect
//!
//! ```
//! use cable::Dialect;
//!
//! let text = "No telegram, but a note about one.\n";
//! assert_eq!(cable::parse(text).dialect, Dialect::Unknown);
//! let forced = cable::cables_as(text, Some(Dialect::Navy)).next().unwrap();
//! assert_eq!(forced.dialect, Dialect::Navy);
//! ```
//!
//! # JSON
//!
//! ```
//! use cable::export::{PartOf, record};
//!
//! let text = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES\n\n1. They are new.\n";
//! let record = record(text, &cable::parse(text), "09TARSIS417.txt", PartOf { index: 1, of: 1 });
//! let json = serde_json::to_value(&record)?;
//! assert_eq!(json["schema"], "cable/1");
//! assert_eq!(json["date"], "2009-06-10T12:00:00Z");
//! assert_eq!(json["classification"]["level"], "unclassified");
//! # Ok::<(), serde_json::Error>(())
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice, clippy::arithmetic_side_effects))]

mod body;
mod cable;
mod check;
mod date;
pub mod decode;
mod diagnostic;
mod dialect;
pub mod encoding;
mod envelope;
pub mod export;
pub mod glossary;
pub mod guarantee;
mod heading;
mod hyphen;
mod interruption;
mod item;
mod known;
mod line;
mod logical;
mod mark;
mod markup;
mod misspelt;
mod overlay;
mod parse;
mod part;
mod prose;
mod redaction;
mod row;
mod rules;
mod sort;
mod span;
mod split;
mod table;
mod telegram_name;
mod words;
mod wrap;
mod zone;

pub use cable::*;
pub use check::is_lost_apostrophe;
pub use date::{Date, DateTime};
pub use decode::{Reading, read, read_as};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use logical::Logical;
pub use mark::{Level, Mark, title_mark};
pub use part::{Part, PartKind};
pub use sort::sort_by_place;
pub use span::Span;
pub use split::Telegram;
pub use table::tables;
pub use wrap::line_ends;

/// Every telegram of a text, in order; their spans tile the text. A text without a telegram gives one of
/// [`Dialect::Unknown`] that covers it all.
///
/// Texts longer than 4 GiB are read up to there, because a [`Span`] reaches no further.
pub fn cables(text: &str) -> impl Iterator<Item = Cable> + '_ {
    cables_as(text, None)
}

/// Every telegram of a text, as [`cables`] gives them, but read by the rules of `dialect`; `None` recognises the
/// dialect of each.
///
/// By the rules of [`Dialect::Unknown`] a text is only body.
pub fn cables_as(text: &str, dialect: Option<Dialect>) -> impl Iterator<Item = Cable> + '_ {
    split::telegrams(text, whole(text)).into_iter().map(move |found| parse::telegram(text, found, dialect, None))
}

/// Finds the telegrams of a text without reading them: [`read_telegram`] does that, one at a time and in any order.
pub fn telegrams(text: &str) -> Vec<Telegram> {
    split::telegrams(text, whole(text))
}

/// Finds the telegrams of a stretch of a text. The last of them may go on behind the stretch; read on from its start.
pub fn telegrams_within(text: &str, stretch: Span) -> Vec<Telegram> {
    split::telegrams(text, stretch)
}

/// Reads one of the [`telegrams`] of a text; `dialect` as for [`cables_as`].
pub fn read_telegram(text: &str, telegram: &Telegram, dialect: Option<Dialect>) -> Cable {
    parse::telegram(text, telegram.clone(), dialect, None)
}

/// Reads the text as one telegram, even where it holds several.
pub fn parse(text: &str) -> Cable {
    parse::telegram(text, split::Telegram::filling(whole(text)), None, None)
}

fn whole(text: &str) -> Span {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    Span::new(0, end as u32)
}
