//! The forms in which open telegrams are copied and saved, each a text for the clipboard or a file.
//!
//! - `several.rs`: telegrams of a list in one form

mod several;

pub use several::Several;

use crate::document::Document;
use crate::library::Telegrams;
use cable::Cable;
use cable::export::{self, PartOf, Style};

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The export, schema `cable/1`.
    Json,
    /// A Markdown document.
    Markdown,
    /// Plain text, laid out.
    Text,
    /// A row of a table, below a row with the names of its columns.
    Csv,
    /// A citation.
    Citation(Style),
}

impl Form {
    /// Every form, in the order in which the page offers them.
    pub const ALL: [Form; 10] = [
        Form::Json,
        Form::Markdown,
        Form::Text,
        Form::Csv,
        Form::Citation(Style::Nara),
        Form::Citation(Style::Frus),
        Form::Citation(Style::Chicago),
        Form::Citation(Style::Bibtex),
        Form::Citation(Style::Ris),
        Form::Citation(Style::CslJson),
    ];

    /// Its name for the reader.
    pub const fn name(self) -> &'static str {
        self.described().0
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        self.described().2
    }

    /// Its name, file extension and media type.
    const fn described(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Form::Json => ("JSON", ".json", "application/json"),
            Form::Markdown => ("Markdown", ".md", "text/markdown"),
            Form::Text => ("Plain text", ".txt", "text/plain"),
            Form::Csv => ("CSV", ".csv", "text/csv"),
            Form::Citation(Style::Nara) => ("National Archives note", ".nara.txt", "text/plain"),
            Form::Citation(Style::Frus) => ("Foreign Relations note", ".frus.txt", "text/plain"),
            Form::Citation(Style::Chicago) => ("Chicago note", ".chicago.txt", "text/plain"),
            Form::Citation(Style::Bibtex) => ("BibTeX", ".bib", "application/x-bibtex"),
            Form::Citation(Style::Ris) => ("RIS", ".ris", "application/x-research-info-systems"),
            Form::Citation(Style::CslJson) => ("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json"),
        }
    }

    /// A name for the file that a document is saved as.
    pub fn file_name(self, document: &Document) -> String {
        document.stem() + self.described().1
    }

    /// A name for the file that this many telegrams are saved as.
    fn file_name_of(self, count: usize) -> String {
        [&count.to_string(), "-telegrams", self.described().1].concat()
    }

    /// The telegram that is shown, in this form.
    pub fn of(self, document: &Document) -> String {
        let one = self.one(&document.telegrams, document.index, &document.cable);
        match self {
            Form::Csv | Form::Citation(_) => {
                let [before, _, behind] = self.around();
                [before, &one, behind].concat()
            }
            _ => one,
        }
    }

    /// A telegram of a text, without what `around` puts around one or several.
    fn one(self, telegrams: &Telegrams, index: usize, cable: &Cable) -> String {
        let (text, file) = (telegrams.text(), &*telegrams.opened.name);
        let record = || export::record(text, cable, file, PartOf { index: index + 1, of: telegrams.count() });
        match self {
            // Writing to memory fails only for maps with unusual keys, and the record has none.
            Form::Json => serde_json::to_string_pretty(&record()).map(|json| json + "\n").unwrap_or_default(),
            Form::Markdown => export::markdown(&record()),
            Form::Text => export::plain(&record()),
            Form::Csv => export::csv_row(&record()),
            Form::Citation(style) => export::cite(text, cable, file, style),
        }
    }

    /// The texts before the first, between two and behind the last of several telegrams.
    fn around(self) -> [&'static str; 3] {
        match self {
            Form::Json => ["[\n", ",\n", "]\n"],
            Form::Markdown => ["", "\n---\n\n", ""],
            Form::Text => ["", "\n========\n\n", ""],
            Form::Csv => [export::CSV_HEADER, "", ""],
            Form::Citation(style) => style.around(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::document;

    #[test]
    fn each_form_is_a_file_of_its_own() {
        let document = document(include_str!("example.txt"));
        let mut names: Vec<String> = Form::ALL.iter().map(|form| form.file_name(&document)).collect();
        assert_eq!(names[0], "07PORTCALDER412.json");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), Form::ALL.len());
        for form in Form::ALL {
            assert!(form.of(&document).ends_with('\n'), "{}", form.name());
        }
    }

    #[test]
    fn what_is_no_telegram_is_taken_away_under_its_file_s_name() {
        let document = document("milk\nbread\n");
        assert_eq!(Form::Text.file_name(&document), "Typed text.txt");
        assert_eq!(Form::Citation(Style::Nara).of(&document), "Telegram, Typed text.\n");
    }
}
