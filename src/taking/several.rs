//! Telegrams of a list in one form, one after another in one file.

use super::Form;
use crate::library::Library;
use std::rc::Rc;

/// The number of bytes written before the page gets to listen.
const STRETCH: usize = 1 << 19;

/// Telegrams that are being written. Its items, joined, are the file.
pub struct Several {
    library: Rc<Library>,
    places: Rc<Vec<usize>>,
    form: Form,
    written: usize,
}

impl Several {
    /// The telegrams at these places of a library, in this order.
    pub fn new(library: Rc<Library>, places: Rc<Vec<usize>>, form: Form) -> Self {
        Self { library, places, form, written: 0 }
    }

    /// How many are written.
    pub fn written(&self) -> usize {
        self.written
    }

    /// A name for the file.
    pub fn file_name(&self) -> String {
        self.form.file_name_of(self.places.len())
    }
}

impl Iterator for Several {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let [before, between, behind] = self.form.around();
        let mut text = String::new();
        while let Some(&place) = self.places.get(self.written).filter(|_| text.len() < STRETCH) {
            text.push_str(if self.written == 0 { before } else { between });
            let (telegrams, index) = self.library.at(place);
            text.push_str(&self.form.one(telegrams, index, &telegrams.cable(index, None)));
            self.written += 1;
            if self.written == self.places.len() {
                text.push_str(behind);
            }
        }
        (!text.is_empty()).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::library;

    fn written(form: Form, places: &[usize]) -> String {
        let two = include_str!("../../crates/cable/fixtures/two-telegrams.txt");
        Several::new(library(&[two, include_str!("../example.txt")]), Rc::new(places.to_vec()), form).collect()
    }

    #[test]
    fn several_are_one_file_of_the_form() {
        let records: Vec<serde_json::Value> = serde_json::from_str(&written(Form::Json, &[2, 0])).unwrap_or_default();
        let numbers: Vec<_> = records.iter().filter_map(|record| record.get("mrn")?.as_str()).collect();
        assert_eq!(numbers, ["07PORTCALDER412", "09CEDARBAY61"]);
        let table = written(Form::Csv, &[0, 1, 2]);
        assert_eq!(table.matches("file,part,dialect").count(), 1);
        assert_eq!(table.matches("Typed text,").count(), 3, "{table}");
        assert_eq!(written(Form::Markdown, &[0, 1, 2]).matches("\n\n---\n\n").count(), 2);
        assert_eq!(written(Form::Text, &[]), "");
    }

    #[test]
    fn one_is_the_same_as_alone_but_for_json() {
        let alone = crate::document::tests::document(include_str!("../example.txt"));
        for form in Form::ALL.into_iter().filter(|&form| form != Form::Json) {
            assert_eq!(written(form, &[2]), form.of(&alone), "{}", form.name());
        }
    }
}
