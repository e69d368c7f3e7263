//! What is on the page.

use super::Page;
use crate::Result;
use serde::Deserialize;

/// The page's texts, each under its meaning for a reader.
#[derive(Clone, Debug, Deserialize)]
pub struct Seen {
    /// The first heading.
    pub title: String,
    /// The classification band.
    pub band: String,
    /// The names of the panels in the order of the document.
    pub panels: Vec<String>,
    /// The rows of Header.
    pub header: Vec<Row>,
    /// The parts of Summary.
    pub summary: Vec<String>,
    /// The parts of Comment.
    pub comment: Vec<String>,
    /// The paragraphs of Body.
    pub body: Vec<Paragraph>,
    /// The names under the text.
    pub signature: Vec<String>,
    /// References: the number where there is one, otherwise the words.
    pub references: Vec<String>,
    /// The findings of Checks.
    pub checks: Vec<Finding>,
    /// The text of Source.
    pub source: String,
    /// The terms and values of the status line.
    pub status: Vec<(String, String)>,
    /// What the page says about something that it did not open.
    pub alert: String,
}

/// A term of the header with its values.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Row {
    /// The field.
    pub term: String,
    /// Its meaning.
    pub values: Vec<String>,
}

/// A paragraph of the body.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Paragraph {
    /// The number in the margin.
    pub number: String,
    /// The portion mark without its brackets.
    pub mark: Option<String>,
    /// Its prose.
    pub text: String,
}

/// A finding of Checks.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Finding {
    /// `Holds: …`, `Repaired: …`.
    pub sentence: String,
    /// The labels of its buttons.
    pub spots: Vec<String>,
}

impl Seen {
    /// A value of the status line.
    pub fn status(&self, term: &str) -> &str {
        self.status.iter().find(|(name, _)| name == term).map_or("", |(_, value)| value)
    }
}

impl Page {
    /// What is on the page now.
    pub async fn seen(&self) -> Result<Seen> {
        self.run(include_str!("seen.js"), &[]).await
    }
}
