//! What codes mean, for the era of the telegram that they stand in, and how well that is known.
//!
//! The tables are data files in `crates/cable/data`; the build turns them into sorted constants.
//!
//! | file | what it holds |
//! |---|---|
//! | `tag.rs` | TAGS |
//! | `caption.rs` | handling captions |
//! | `station.rs` | other names of posts in reference lines |

mod caption;
mod station;
mod tag;

pub(crate) use caption::captions;
pub use caption::{CaptionMeaning, caption};
pub(crate) use station::post;
pub use tag::{TagMeaning, tag};

use crate::TagKind;
use caption::CaptionRow;
use tag::TagRow;

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
