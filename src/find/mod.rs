//! Finding words in the text as it was meant: across line ends, divided words, page markers and residue.
//!
//! - `fold.rs`: letters without diacritics and case, so that what looks the same is equal
//! - `terms.rs`: what the reader asks for, several terms at once
//! - `index.rs`: the text in units of logical text, and the hits in them
//! - `looking.rs`: what the reader asks for, and the current hit
//! - `marks.rs`: where hits are on the page, in the units of its scripts

mod fold;
mod index;
mod looking;
mod marks;
mod terms;

pub use fold::Folded;
pub use index::{Found, Hit, Index, Manner, Query};
pub use looking::Looking;
pub use marks::{COLOURS, marks};
pub use terms::{query, terms};
