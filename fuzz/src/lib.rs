//! What every input must satisfy. A target takes any bytes and panics if something does not hold. The fuzzer looks for
//! such bytes, and `tests/replay.rs` runs the inputs it found interesting as plain tests.
//!
//! - `parse`: any text
//! - `bytes`: any file
//! - `fields`: any values in the fields of an otherwise sound telegram
//! - `html`: any saved page
//! - `csv`: any bulk dump
//! - `hold`: the assertions that they share
//!
//! The parts of hostile texts:
//!
//! - `literals`: the words that the parser looks for
//! - `mutate`: inputs made of other inputs
//! - `random`: numbers that are the same on every machine

mod bytes;
mod csv;
mod fields;
mod hold;
mod html;
pub mod literals;
pub mod mutate;
mod parse;
pub mod random;

pub use bytes::bytes;
pub use csv::csv;
pub use fields::fields;
pub use html::html;
pub use parse::parse;

/// Takes any bytes; panics if something does not hold.
pub type Target = fn(&[u8]);

/// Every target and its name, which is also that of its corpus.
pub const TARGETS: &[(&str, Target)] =
    &[("parse", parse), ("bytes", bytes), ("fields", fields), ("html", html), ("csv", csv)];
