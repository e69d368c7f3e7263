//! Rows that hold the beginning of another: a copy, a wrap or a page break joined them, and each gets a row of its own.
//! Each file says at which places of the text the others begin, and [`row::apart`](crate::row::apart) cuts there.
//!
//! | file | what it takes out of a row |
//! |---|---|
//! | `joined.rs` | a paragraph whose label has a mark, and captions that a page break printed again |
//! | `missing.rs` | a paragraph without a mark, whose number is missing |
//! | `missing_item.rs` | an item of an outline whose letter is missing |
//! | `released.rs` | the last paragraph of a message, which says who released it |
//! | `glued_title.rs` | the title of the rows below |
//! | `torn_label.rs` | the label of the row below, whose mark a wrap tore from it: it joins that row |
//! | `next_inside.rs` | shared: where the next number of the count begins |

mod glued_title;
mod joined;
mod missing;
mod missing_item;
mod next_inside;
mod released;
mod torn_label;

pub(super) use glued_title::{are_capitals, titles_inside};
pub(super) use joined::{captions_inside, message_inside, names_caption, paragraphs_inside};
pub(super) use missing::missing_inside;
pub(super) use missing_item::items_inside;
pub(super) use released::released_inside;
pub(super) use torn_label::labels_below;

#[cfg(test)]
#[track_caller]
fn check(inside: crate::row::Inside, text: &str, expected: &[&str]) {
    let rows = crate::row::rows(text, crate::Span::new(0, text.len() as u32), &[]);
    let apart = crate::row::apart(text, rows, inside, crate::row::Gap::Blank);
    let found: Vec<_> = apart.iter().map(|row| row.span.of(text)).collect();
    assert_eq!(found, expected, "{text}");
}
