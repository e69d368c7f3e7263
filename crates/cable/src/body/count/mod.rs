//! Labels of paragraphs and items, and which of them count.
//!
//! | file | what it answers |
//! |---|---|
//! | `label.rs` | what a label is: `1.`, `¶1.`; `answer.rs`: that of an answer, `18A.` |
//! | `candidate.rs` | which rows may begin a paragraph |
//! | `due.rs` | which damaged labels are ones where their number is due |
//! | `sequence.rs` | which labels count; `counter.rs`: whether one goes on with the count, and what number it had |
//! | `restart.rs` | where the count starts again |
//! | `outline.rs` | which labels are those of items below a paragraph: `A.`, `(1)` |
//! | `line_break.rs` | who began a line, its writer or the wrapping |

mod answer;
mod candidate;
mod counter;
mod due;
pub(super) mod label;
mod line_break;
mod outline;
mod restart;
mod sequence;

pub(super) use answer::answer_label;
pub(super) use candidate::{bracketed, candidates};
pub(super) use line_break::LineBreaks;
pub(super) use outline::{Style, item_label, single_part, with_items};
pub(super) use sequence::{Accepted, Finding, sequence};
