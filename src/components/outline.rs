//! Outline: headings and named parts, each a link to its first paragraph.

use super::element::{element, worded};
use super::shown::shown;
use crate::document::Document;
use crate::platform;
use crate::reading::outline::Entry;
use yew::prelude::*;

/// The most entries listed.
const LISTED: usize = 500;

/// The outline, folded where the screen is narrow. A text of one part has none.
pub fn outline(document: &Document) -> Html {
    let entries = &document.outline;
    if entries.is_empty() {
        return html! {};
    }
    let link = |entry: &Entry| {
        let number = document.cable.paragraphs.get(entry.paragraph).and_then(|paragraph| paragraph.number);
        let number = number.map_or_else(|| "·".to_owned(), |number| number.to_string());
        html! {
            <li>
                <a href={format!("#{}", document.address(entry.paragraph, None))}>
                    { worded("span", "outline-number", number) }
                    { element("bdi", "", shown(&entry.title)) }
                </a>
            </li>
        }
    };
    let rest = entries.len().saturating_sub(LISTED);
    html! {
        <nav class="outline" aria-label="Outline">
            <details open={!platform::is_narrow()}>
                { worded("summary", "", "Outline") }
                <ol>
                    { for entries.iter().take(LISTED).map(link) }
                    if rest > 0 {
                        { worded("li", "remark", format!("and {rest} more")) }
                    }
                </ol>
            </details>
        </nav>
    }
}
