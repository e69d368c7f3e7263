//! What codes mean, in the era of the telegram that has them, and how well that is known.
//!
//! The tables are data files in `crates/cable/data`; the build turns them into sorted constants.
//!
//! | file | what it holds |
//! |---|---|
//! | `term.rs` | one lookup for every code |
//! | `uses.rs` | the terms that a telegram uses, with their places |
//! | `table.rs` | how a table lies in the program |
//! | `tag.rs`, `caption.rs`, `station.rs` | what is asked about TAGS, captions and names of posts |

mod caption;
mod station;
mod table;
mod tag;
mod term;
mod uses;

pub(crate) use caption::{captions, captions_of};
pub(crate) use station::{PostKind, is_misprint, is_post, known_post, named_post, post};
pub use tag::tag;
pub(crate) use tag::tag_kind;
pub use term::{Term, TermKind, term, time_zone};
pub use uses::{TermUse, terms};

use table::Table;

/// How well a meaning is sourced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Read in a document of the issuing authority.
    Official,
    /// Read in the National Archives' notes on the telegrams of 1973-79.
    Archive1970s,
    /// In common use; no published source seen.
    Unconfirmed,
    /// The code occurs; its meaning is not known.
    Unknown,
}

impl Confidence {
    /// Its name in exports and data files, lower-case kebab.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Archive1970s => "archive-1973-79",
            Self::Unconfirmed => "unconfirmed",
            Self::Unknown => "unknown",
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/glossary.rs"));
