//! What the panels show, computed from a [`cable::Cable`] without a page: plain data in, plain data out.
//!
//! - `visible.rs`: control characters as symbols, so that they are shown and not obeyed
//! - `words.rs`: levels, precedences, roles, dates and dialects in plain words
//! - `rows.rs`: the header as a list of fields, what they mean and what was written
//! - `spots.rs`: references, redactions and damaged characters in running text
//! - `overlay.rs`: page breaks, notes, references, losses and terms in their places in the prose
//! - `inline.rs`: running prose in pieces, with what is marked in it
//! - `glossary.rs`: the terms that the telegram uses, what they mean and where they are
//! - `cited.rs`: where references are named
//! - `address.rs`: addresses of paragraphs and their characters, for links
//! - `outline.rs`: headings and named parts
//! - `portions.rs`: which portions a reader wants to see
//! - `findings.rs`: self-checks and diagnostics as sentences
//! - `places.rs`: which field or paragraph a byte of the source belongs to
//! - `source.rs`: the source in groups of lines, cut by part, place and selection
//! - `plain.rs`: panels as plain text, for Copy

pub mod address;
pub mod cited;
pub mod findings;
pub mod glossary;
pub mod inline;
pub mod outline;
pub mod overlay;
pub mod places;
pub mod plain;
pub mod portions;
pub mod rows;
pub mod source;
pub mod spots;
pub mod visible;
pub mod words;
