//! Titles of parts of the text.
//!
//! | file | what it knows |
//! |---|---|
//! | `heading.rs` | which rows are titles |
//! | `ruled.rs` | those with a line of dashes |
//! | `alone.rs` | those without any; `above_label.rs`: those above the label of a paragraph |
//! | `words.rs` | which words can be a title |
//! | `value.rs` | what looks like one and is the end of the paragraph above |

mod above_label;
mod alone;
mod heading;
mod ruled;
mod value;
mod words;

pub(crate) use heading::is_rule;
pub(super) use heading::{Heading, headings, is_labelled};
pub(super) use value::is_beside_table;
pub(crate) use words::is_known;
pub(super) use words::{
    FEWEST_SIGNS, behind_mark, between_signs, is_name, is_title, reads_like_ruled_title, without_mark,
};
