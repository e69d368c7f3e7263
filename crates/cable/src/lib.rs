//! Parses US diplomatic telegrams ("cables"): text in, plain data out.

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
mod line;
mod logical;
mod mark;
mod markup;
mod name;
mod order;
mod parse;
mod part;
mod row;
mod span;
mod split;
mod words;
mod wrap;
mod zone;

pub use cable::*;
pub use date::{Date, DateTime};
pub use decode::{Reading, read, read_as};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use logical::Logical;
pub use mark::{Level, Mark};
pub use order::sort_by_place;
pub use part::{Part, PartKind};
pub use span::Span;
pub use split::Telegram;

/// Every telegram of a text, in order; their spans tile the text. A text without a telegram gives one of
/// [`Dialect::Unknown`] that covers it all.
///
/// Texts longer than 4 GiB are read up to there, because a [`Span`] reaches no further.
pub fn cables(text: &str) -> impl Iterator<Item = Cable> + '_ {
    cables_as(text, None)
}

/// As [`cables`], read by the rules of `dialect`; `None` recognises it, a telegram at a time.
///
/// By the rules of [`Dialect::Unknown`] a text is body and no more.
pub fn cables_as(text: &str, dialect: Option<Dialect>) -> impl Iterator<Item = Cable> + '_ {
    split::telegrams(text, whole(text)).into_iter().map(move |found| parse::telegram(text, found, dialect))
}

/// Where the telegrams of a text are, without reading them: [`read_telegram`] does that, one at a time and in any order.
pub fn telegrams(text: &str) -> Vec<Telegram> {
    split::telegrams(text, whole(text))
}

/// Reads one of the [`telegrams`] of a text; `dialect` as for [`cables_as`].
pub fn read_telegram(text: &str, telegram: &Telegram, dialect: Option<Dialect>) -> Cable {
    parse::telegram(text, telegram.clone(), dialect)
}

/// The text as one telegram, also where it holds several.
pub fn parse(text: &str) -> Cable {
    parse::telegram(text, split::Telegram::filling(whole(text)), None)
}

fn whole(text: &str) -> Span {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(0, end as u32)
}
