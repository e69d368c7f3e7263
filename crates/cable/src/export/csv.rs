//! A record as a row of a table (RFC 4180): every single value, and lists joined. Of the prose it has what is one text:
//! summary and comment.
//!
//! Spreadsheets take a value for a formula if it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and the
//! telegram's writer chose the value. Such a value gets an apostrophe in front, which makes it text to a spreadsheet.

use super::Record;
use crate::{Addressee, Level, Precedence};

/// The line with the names of the columns.
pub const CSV_HEADER: &str = "file,part,dialect,mrn,post,number,date,precedence,precedence_info,start,routed_to,originator,\
                              station_serial,station_section,filed,security,signals,from,from_routing,to,info,exempt,\
                              classification,caveats,section,sections,captions,passing,executive_order,declassify_on,\
                              instruction,tags,subject,subject_mark,references,classified_by,classification_reasons,\
                              summary,comment,paragraphs,signature,diagnostics\r\n";

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
pub fn csv_row(record: &Record) -> String {
    let mut line = Line::default();
    let transmission = &record.transmission;
    let (mark, order) = (record.classification.as_ref(), record.executive_order.as_ref());
    line.value(&record.file);
    line.number(u32::try_from(record.part.index).ok());
    line.value(record.dialect.name());
    line.text(&record.mrn);
    line.text(&record.post);
    line.number(record.number);
    line.value(&record.date.map(|date| date.to_string()).unwrap_or_default());
    line.value(record.precedence.map(|pair| pair.action.name()).unwrap_or_default());
    line.value(record.precedence.and_then(|pair| pair.info).map(Precedence::name).unwrap_or_default());
    line.text(&transmission.start);
    line.texts(&transmission.routed_to);
    line.text(&transmission.originator);
    line.number(transmission.station_serial);
    line.number(transmission.section);
    line.value(&transmission.filed.map(|filed| filed.to_string()).unwrap_or_default());
    line.value(transmission.security.map(Level::name).unwrap_or_default());
    line.texts(&transmission.signals);
    line.value(record.from.as_ref().map(|from| from.name.as_str()).unwrap_or_default());
    line.value(record.from.as_ref().and_then(|from| from.routing.as_deref()).unwrap_or_default());
    line.names(&record.to);
    line.names(&record.info);
    line.names(&record.exempt);
    line.value(mark.map(|mark| mark.level.name()).unwrap_or_default());
    line.texts(mark.map(|mark| mark.caveats.as_slice()).unwrap_or_default());
    line.number(record.section_count.map(|count| count.number.into()));
    line.number(record.section_count.map(|count| count.of.into()));
    line.texts(&record.captions);
    line.texts(&record.passing);
    line.value(order.and_then(|order| order.order.as_deref()).unwrap_or_default());
    line.value(&order.and_then(|order| order.declassify_on).map(|day| day.to_string()).unwrap_or_default());
    line.value(order.and_then(|order| order.instruction.as_deref()).unwrap_or_default());
    line.list(&mut record.tags.iter().map(|tag| tag.code.as_str()));
    line.text(&record.subject);
    line.value(record.subject_mark.as_ref().and_then(|mark| mark.text.as_deref()).unwrap_or_default());
    line.list(
        &mut record.references.iter().map(|reference| reference.mrn.as_ref().unwrap_or(&reference.text).as_str()),
    );
    line.list(&mut record.classified_by.iter().map(|person| person.name.as_str()));
    line.texts(&record.classification_reasons);
    line.text(&record.summary);
    line.text(&record.comment);
    line.number(u32::try_from(record.paragraphs.len()).ok());
    line.texts(&record.signature);
    line.list(&mut record.diagnostics.iter().map(|found| found.code));
    line.end()
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
