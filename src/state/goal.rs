//! Places that the reader is led to.

use super::{Panel, Tab};
use crate::reading::glossary::entry_id;
use crate::reading::places::Place;

/// A thing on the page that is brought into view and gets the keyboard, which marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A field, paragraph or the like of the telegram.
    Place(Place),
    /// A paragraph, counted from 0, and the start and end of the quoted part of its prose, in UTF-16 units.
    Quotation(usize, [u32; 2]),
    /// A panel.
    Panel(Panel),
    /// The entry of a term in the glossary, counted from 0.
    Term(usize),
}

impl Goal {
    /// The id of its element.
    pub fn id(self) -> String {
        match self {
            Goal::Place(place) => place.id(),
            Goal::Quotation(paragraph, _) => Place::Paragraph(paragraph).id(),
            Goal::Panel(panel) => panel.heading_id(),
            Goal::Term(index) => entry_id(index),
        }
    }

    /// The tab that it is in.
    pub fn tab(self) -> Option<Tab> {
        match self {
            Goal::Place(Place::Reference(_)) => Some(Tab::References),
            Goal::Panel(Panel::Tab(tab)) => Some(tab),
            Goal::Term(_) => Some(Tab::Glossary),
            _ => None,
        }
    }

    /// The paragraph, where it is one.
    pub fn paragraph(self) -> Option<usize> {
        match self {
            Goal::Place(Place::Paragraph(paragraph)) | Goal::Quotation(paragraph, _) => Some(paragraph),
            _ => None,
        }
    }
}
