//! Report: what helps to fix a fault, to be copied. It contains nothing of a text and no file name, unless the reader
//! asks for that, and it is sent nowhere.

use super::button::button;
use super::element::worded;
use crate::document::Document;
use crate::hooks::copying;
use crate::intake::Refusal;
use crate::platform;
use crate::reading::words;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

const NOT_SENT: &str = "Nothing is sent. Copy these lines, say what went wrong, and give both to whoever gave you \
                        this page.";

/// Id of the box that puts the text into the report.
const WITH_TEXT: &str = "report-with-text";

/// The lines, folded until somebody wants them.
pub fn report(document: Option<&Rc<Document>>, act: &Callback<Action>) -> Html {
    let lines = lines(document.map(Rc::as_ref));
    let (with_text, said) = (document.cloned(), lines.clone());
    let copy = copying(act, "Report", move || match &with_text {
        Some(document) if platform::holds_tick(WITH_TEXT) => {
            format!("{said}\n{}", document.written(document.cable.span))
        }
        _ => said.clone(),
    });
    html! {
        <details class="report">
            { worded("summary", "", "Report a problem") }
            { worded("p", "", NOT_SENT) }
            { worded("pre", "", lines) }
            <p class="report-buttons">
                { button("Copy report", copy) }
                if document.is_some() {
                    <label>
                        <input type="checkbox" id={WITH_TEXT} />
                        { " with the text of this telegram" }
                    </label>
                }
            </p>
        </details>
    }
}

/// A click handler that copies a report of what was not opened.
pub fn copying_refusals(refused: &[Refusal], act: &Callback<Action>) -> Callback<MouseEvent> {
    let said: String = refused.iter().map(|refusal| format!("Not opened: {}\n", refusal.nameless())).collect();
    copying(act, "Report", move || lines(None) + &said)
}

fn lines(document: Option<&Document>) -> String {
    let place = if platform::is_file() { "from the disk" } else { "served" };
    let mut lines = format!("Cable Viewer {}, {place}\nBrowser: {}\n", platform::version(), platform::browser());
    if let Some(document) = document {
        lines.push_str(&about(document));
    }
    lines
}

/// What the page made of a telegram, in sizes and kinds.
fn about(document: &Document) -> String {
    let Document { opened, cable, recognised, read_as, library, place, .. } = document;
    let chosen = read_as.map_or("automatic", words::dialect);
    format!(
        "Recognised: {}; read as: {chosen}\nText: {} bytes, {}, {}; telegram {} of {}, {} bytes\nParagraphs: {}, \
         references: {}, diagnostics: {}\n",
        words::dialect(*recognised),
        opened.bytes,
        opened.encoding,
        opened.line_ends,
        place + 1,
        library.count(),
        cable.span.len(),
        cable.paragraphs.len(),
        cable.references.len(),
        cable.diagnostics.len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::document;

    #[test]
    fn it_tells_sizes_and_nothing_of_the_text() {
        let text = include_str!("../example.txt");
        let told = about(&document(text));
        assert_eq!(
            told,
            "Recognised: Cablegate text with Markdown residue; read as: automatic\n\
             Text: 4121 bytes, UTF-8, LF; telegram 1 of 1, 4121 bytes\nParagraphs: 5, references: 2, diagnostics: 6\n"
        );
        assert!(!text.lines().any(|line| line.len() > 5 && told.contains(line)));
    }
}
