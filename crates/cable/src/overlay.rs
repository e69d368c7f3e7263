//! What lies over the text: `interruption/`, `split/` and `dialect/` find it, and rows are cut around it.

use crate::Span;

/// A stretch that interrupts the text without being part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interruption {
    /// What it is.
    pub kind: InterruptionKind,
    /// Its bytes, without the white space around them.
    pub span: Span,
    /// Where it names the telegram by post and number.
    pub numbered: Option<Span>,
    /// The telegram's number, where it gives one.
    pub number: Option<u32>,
    /// The page that it begins, where it is a page line.
    pub page: Option<u16>,
    /// The section that it stands in, and how many there are, where it says.
    pub section: Option<(u16, u16)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InterruptionKind {
    /// `TARSIS 00000417  002 OF 002`, `PAGE 02 TARSIS 04321 01 OF 03 171200Z`
    PageMarker,
    /// A classification printed at the head or foot of a page.
    Banner,
    /// The header of a later section, or of the same telegram sent again.
    SectionHeader,
    /// The line that a joined file has in front of a telegram.
    Separator,
    /// Who released the text, and when.
    Stamp,
    /// A line of the archive's system where text was lost.
    Lost,
}

impl Interruption {
    /// One that names neither telegram nor section.
    pub fn between(kind: InterruptionKind, span: Span) -> Self {
        Self { kind, span, numbered: None, number: None, page: None, section: None }
    }

    /// Whether it is a page line, which begins a page, and not a marker that counts sections.
    pub fn is_page_line(&self) -> bool {
        self.page.is_some()
    }
}
