//! Rows that hold the beginning of another: a copy, a wrap or a page break joined them, and each gets a row of its own.
//!
//! | file | what it takes out of a row |
//! |---|---|
//! | `joined.rs` | a paragraph whose label has a mark, and captions that a page break printed again |
//! | `missing.rs` | a paragraph without a mark, whose number is missing |
//! | `missing_item.rs` | an item of an outline whose letter is missing |
//! | `released.rs` | the last paragraph of a message, which says who released it |
//! | `glued_title.rs` | the title of the rows below |
//! | `torn_label.rs` | the label of the row below, whose mark a wrap tore from it |
//! | `next_apart.rs` | shared: takes rows apart in front of the next number of the count |

mod glued_title;
mod joined;
mod missing;
mod missing_item;
mod next_apart;
mod released;
mod torn_label;

pub(super) use glued_title::titles_apart;
pub(super) use joined::{captions_apart, message_apart, names_caption, paragraphs_apart};
pub(super) use missing::missing_apart;
pub(super) use missing_item::items_apart;
pub(super) use released::released_apart;
pub(super) use torn_label::labels_below;
