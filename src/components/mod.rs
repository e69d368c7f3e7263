//! What stands on the page. One component a file, with a stylesheet of the same name in `styles/components/`.
//!
//! - around the document: `toolbar`, `ways_in`, `empty_page`, `notices`, `status_line`
//! - the document: `reader` lays out `masthead`, `section_panel` (Summary, Comment), `header_panel`, `body` and
//!   `inspector`, which holds `checks`, `references` and `source`
//! - parts of these: `panel`, `paragraph`, `prose`, `source_group`, `show_more`, `shown`

mod body;
mod checks;
mod empty_page;
mod header_panel;
mod inspector;
mod masthead;
mod notices;
mod panel;
mod paragraph;
mod prose;
mod reader;
mod references;
mod section_panel;
mod show_more;
mod shown;
mod source;
mod source_group;
mod status_line;
mod toolbar;
mod ways_in;

pub use empty_page::EmptyPage;
pub use notices::{DropHint, LiveRegion, RefusalNotice};
pub use reader::Reader;
pub use toolbar::Toolbar;
pub use ways_in::WaysIn;
