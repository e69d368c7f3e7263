//! What a reference manager reads in a page: `<meta>` elements by Highwire Press's names, which Zotero's translator
//! "Embedded Metadata" and Mendeley read.
//!
//! For Zotero an institution makes the item a report. An author is left out on purpose: Zotero splits any author into a
//! first and a last name, and an embassy has neither. The institution is the office that wrote.

use super::source::Source;
use crate::Cable;

/// Names and contents, for a telegram that was parsed from `text` out of `file`.
pub fn embedded(text: &str, cable: &Cable, file: &str) -> Vec<(&'static str, String)> {
    let source = Source::of(text, cable, file);
    let metadata = [
        ("citation_title", Some(source.title().to_owned())),
        ("citation_technical_report_institution", source.author()),
        ("citation_technical_report_number", source.mrn.clone()),
        ("citation_date", source.date.map(|date| date.to_string())),
        ("citation_keywords", Some(source.tags.join("; ")).filter(|tags| !tags.is_empty())),
    ];
    metadata.into_iter().filter_map(|(name, content)| Some((name, content?))).collect()
}
