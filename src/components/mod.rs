//! The parts of the page. Where one has a style sheet, that has the same name in `styles/components/`.
//!
//! - around the document: `toolbar`, `export_panel`, `library`, `find_bar`, `ways_in`, `empty_page`, `notices`,
//!   `status_line`, `reading_settings`, `keys`, `report`; `save_listed` is in `library`
//! - the document: `reader` lays out `masthead` with `kind`, `section_panel` (Summary, Comment), `header_panel`, `body`
//!   and `inspector`, which holds `checks`, `references`, `glossary` and `source`; `quoting` copies words of it
//! - around its text: `portion_filter`, `outline`
//! - parts of these: `panel`, `element`, `button`, `paragraph`, `prose`, `term`, `source_group`, `hidden_line`, `hits`,
//!   `show_more`, `shown`, `choice`
//!
//! Only parts with state, or with much that need not be rendered again, are components; everything else is a function
//! that returns `Html`, because each component adds some 4 KB to the program.

mod body;
mod button;
mod checks;
mod choice;
mod element;
mod empty_page;
mod export_panel;
mod find_bar;
mod glossary;
mod header_panel;
mod hidden_line;
mod hits;
mod inspector;
mod keys;
mod kind;
mod library;
mod masthead;
mod notices;
mod outline;
mod panel;
mod paragraph;
mod portion_filter;
mod prose;
mod quoting;
mod reader;
mod reading_settings;
mod references;
mod report;
mod save_listed;
mod section_panel;
mod show_more;
mod shown;
mod source;
mod source_group;
mod status_line;
mod term;
mod toolbar;
mod ways_in;

pub use empty_page::empty_page;
pub use library::LibraryPanel;
pub use notices::{drop_hint, live_region, progress_notice, refusal_notice};
pub use reader::Reader;
pub use term::CARD_ID;
pub use toolbar::toolbar;
pub use ways_in::WaysIn;
