//! A record as a row of a table (RFC 4180): every single value, and lists joined. Of the prose it has what is one text:
//! summary and comment.
//!
//! Spreadsheets take a value for a formula if it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and the
//! telegram's writer chose the value. Such a value gets an apostrophe in front, which makes it text to a spreadsheet.

use super::Record;
use crate::{Addressee, Level, Precedence};

/// Makes the header and the row of the table, so that each column stands once: its name, and what writes its value.
macro_rules! columns {
    ($record:ident $line:ident $mark:ident $order:ident;
     $first:literal => $write:expr; $($name:literal => $more:expr;)*) => {
        /// The line with the names of the columns.
        pub const CSV_HEADER: &str = concat!($first, $(",", $name,)* "\r\n");

        /// The line of one telegram.
        ///
        /// ```
        /// use cable::export::{CSV_HEADER, PartOf, csv_row, record};
        ///
        /// let text = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES, \"NEW\"\n\n1. They are new.\n";
        /// let record = record(text, &cable::parse(text), "ropes.txt", PartOf { index: 1, of: 1 });
        /// assert!(CSV_HEADER.starts_with("file,part,dialect,mrn,"));
        /// assert!(csv_row(&record).contains(",\"ROPES, \"\"NEW\"\"\","));
        /// ```
        pub fn csv_row($record: &Record) -> String {
            let mut $line = Line::default();
            let ($mark, $order) = ($record.classification.as_ref(), $record.executive_order.as_ref());
            $write;
            $($more;)*
            $line.end()
        }
    };
}

columns! {
    record line mark order;
    "file" => line.value(&record.file);
    "part" => line.number(u32::try_from(record.part.index).ok());
    "dialect" => line.value(record.dialect.name());
    "mrn" => line.text(&record.mrn);
    "post" => line.text(&record.post);
    "number" => line.number(record.number);
    "date" => line.value(&record.date.map(|date| date.to_string()).unwrap_or_default());
    "precedence" => line.value(record.precedence.map(|pair| pair.action.name()).unwrap_or_default());
    "precedence_info" =>
        line.value(record.precedence.and_then(|pair| pair.info).map(Precedence::name).unwrap_or_default());
    "start" => line.text(&record.transmission.start);
    "routed_to" => line.texts(&record.transmission.routed_to);
    "originator" => line.text(&record.transmission.originator);
    "station_serial" => line.number(record.transmission.station_serial);
    "station_section" => line.number(record.transmission.section);
    "filed" => line.value(&record.transmission.filed.map(|filed| filed.to_string()).unwrap_or_default());
    "security" => line.value(record.transmission.security.map(Level::name).unwrap_or_default());
    "signals" => line.texts(&record.transmission.signals);
    "from" => line.value(record.from.as_ref().map(|from| from.name.as_str()).unwrap_or_default());
    "from_routing" => line.value(record.from.as_ref().and_then(|from| from.routing.as_deref()).unwrap_or_default());
    "to" => line.names(&record.to);
    "info" => line.names(&record.info);
    "exempt" => line.names(&record.exempt);
    "classification" => line.value(mark.map(|mark| mark.level.name()).unwrap_or_default());
    "caveats" => line.texts(mark.map(|mark| mark.caveats.as_slice()).unwrap_or_default());
    "section" => line.number(record.section_count.map(|count| count.number.into()));
    "sections" => line.number(record.section_count.map(|count| count.of.into()));
    "captions" => line.texts(&record.captions);
    "passing" => line.texts(&record.passing);
    "executive_order" => line.value(order.and_then(|order| order.order.as_deref()).unwrap_or_default());
    "declassify_on" =>
        line.value(&order.and_then(|order| order.declassify_on).map(|day| day.to_string()).unwrap_or_default());
    "instruction" => line.value(order.and_then(|order| order.instruction.as_deref()).unwrap_or_default());
    "tags" => line.list(&mut record.tags.iter().map(|tag| tag.code.as_str()));
    "subject" => line.text(&record.subject);
    "subject_mark" =>
        line.value(record.subject_mark.as_ref().and_then(|mark| mark.text.as_deref()).unwrap_or_default());
    "references" => line.list(&mut record.references.iter().map(|one| one.mrn.as_ref().unwrap_or(&one.text).as_str()));
    "classified_by" => line.list(&mut record.classified_by.iter().map(|person| person.name.as_str()));
    "classification_reasons" => line.texts(&record.classification_reasons);
    "summary" => line.text(&record.summary);
    "comment" => line.text(&record.comment);
    "paragraphs" => line.number(u32::try_from(record.paragraphs.len()).ok());
    "signature" => line.texts(&record.signature);
    "diagnostics" => line.list(&mut record.diagnostics.iter().map(|found| found.code));
}

/// A line that is written value by value.
#[derive(Default)]
struct Line(String);

impl Line {
    fn value(&mut self, value: &str) {
        let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let value = if is_formula { ["'", value].concat() } else { value.to_owned() };
        if value.contains(['"', ',', '\r', '\n']) {
            self.0.push_str(&["\"", &value.replace('"', "\"\""), "\""].concat());
        } else {
            self.0.push_str(&value);
        }
        self.0.push(',');
    }

    fn text(&mut self, value: &Option<String>) {
        self.value(value.as_deref().unwrap_or_default());
    }

    fn number(&mut self, value: Option<u32>) {
        self.value(&value.map(|number| number.to_string()).unwrap_or_default());
    }

    fn texts(&mut self, values: &[String]) {
        self.list(&mut values.iter().map(String::as_str));
    }

    fn names(&mut self, addressees: &[Addressee]) {
        self.list(&mut addressees.iter().map(|to| to.name.as_str()));
    }

    fn list(&mut self, values: &mut dyn Iterator<Item = &str>) {
        self.value(&values.collect::<Vec<_>>().join("; "));
    }

    /// The line with its end in place of the last comma.
    fn end(mut self) -> String {
        self.0.pop();
        self.0 + "\r\n"
    }
}
