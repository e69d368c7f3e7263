//! Finding words in the text as it was meant: across line ends, divided words, page markers and residue.
//!
//! - `fold.rs`: letters without their marks and cases, so that what is alike is equal
//! - `terms.rs`: what the reader asks for, several at once
//! - `index.rs`: the text in units of logical text, and the hits in them
//! - `looking.rs`: what the reader asks for, and which hit is looked at
//! - `marks.rs`: where hits stand on the page, in the units of its scripts

mod fold;
mod index;
mod looking;
mod marks;
mod terms;

pub use fold::Folded;
pub use index::{Found, Hit, Index, Manner, Query};
pub use looking::Looking;
pub use marks::marks;
pub use terms::{MOST_TERMS, query, terms};
