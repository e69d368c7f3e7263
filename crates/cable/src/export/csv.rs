//! A record as a row of a table (RFC 4180): every value that is one, and lists joined. Prose is in it as far as it is one
//! text, summary and comment.
//!
//! Spreadsheets take a value for a formula that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and whoever
//! wrote the telegram chose it: such a value has an apostrophe in front, which spreadsheets show as no more than text.

use super::Record;
use crate::{Addressee, Level, Mark, Precedence};

/// Stands between the values of a list.
const BETWEEN: &str = "; ";

/// A column's name, and what it holds.
type Column = (&'static str, fn(&Record) -> String);

const COLUMNS: [Column; 42] = [
    ("file", |r| r.file.clone()),
    ("part", |r| r.part.index.to_string()),
    ("dialect", |r| r.dialect.name().to_owned()),
    ("mrn", |r| text(&r.mrn)),
    ("post", |r| text(&r.post)),
    ("number", |r| shown(r.number)),
    ("date", |r| shown(r.date)),
    ("precedence", |r| named(r.precedence.map(|pair| pair.action), Precedence::name)),
    ("precedence_info", |r| named(r.precedence.and_then(|pair| pair.info), Precedence::name)),
    ("start", |r| text(&r.transmission.start)),
    ("routed_to", |r| r.transmission.routed_to.join(BETWEEN)),
    ("originator", |r| text(&r.transmission.originator)),
    ("station_serial", |r| shown(r.transmission.station_serial)),
    ("station_section", |r| shown(r.transmission.section)),
    ("filed", |r| shown(r.transmission.filed)),
    ("security", |r| named(r.transmission.security, Level::name)),
    ("signals", |r| r.transmission.signals.join(BETWEEN)),
    ("from", |r| r.from.as_ref().map(|from| from.name.clone()).unwrap_or_default()),
    ("from_routing", |r| r.from.as_ref().and_then(|from| from.routing.clone()).unwrap_or_default()),
    ("to", |r| names(&r.to)),
    ("info", |r| names(&r.info)),
    ("exempt", |r| names(&r.exempt)),
    ("classification", |r| named(r.classification.as_ref().map(|mark| mark.level), Level::name)),
    ("caveats", |r| r.classification.as_ref().map(|mark| mark.caveats.join(BETWEEN)).unwrap_or_default()),
    ("section", |r| shown(r.section_count.map(|count| count.number))),
    ("sections", |r| shown(r.section_count.map(|count| count.of))),
    ("captions", |r| r.captions.join(BETWEEN)),
    ("passing", |r| r.passing.join(BETWEEN)),
    ("executive_order", |r| text(&r.executive_order.as_ref().and_then(|order| order.order.clone()))),
    ("declassify_on", |r| shown(r.executive_order.as_ref().and_then(|order| order.declassify_on))),
    ("instruction", |r| text(&r.executive_order.as_ref().and_then(|order| order.instruction.clone()))),
    ("tags", |r| joined(&r.tags, |tag| tag.code.clone())),
    ("subject", |r| text(&r.subject)),
    ("subject_mark", |r| written(&r.subject_mark)),
    ("references", |r| {
        joined(&r.references, |reference| reference.mrn.clone().unwrap_or_else(|| reference.text.clone()))
    }),
    ("classified_by", |r| joined(&r.classified_by, |person| person.name.clone())),
    ("classification_reasons", |r| r.classification_reasons.join(BETWEEN)),
    ("summary", |r| text(&r.summary)),
    ("comment", |r| text(&r.comment)),
    ("paragraphs", |r| r.paragraphs.len().to_string()),
    ("signature", |r| r.signature.join(BETWEEN)),
    ("diagnostics", |r| joined(&r.diagnostics, |found| found.code.to_owned())),
];

/// The line with the names of the columns.
pub fn csv_header() -> String {
    line(COLUMNS.iter().map(|(name, _)| (*name).to_owned()))
}

/// The line of one telegram.
///
/// ```
/// use cable::export::{PartOf, csv_header, csv_row, record};
///
/// let text = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES, \"NEW\"\n\n1. They are new.\n";
/// let record = record(text, &cable::parse(text), "ropes.txt", PartOf { index: 1, of: 1 });
/// assert!(csv_header().starts_with("file,part,dialect,mrn,"));
/// assert!(csv_row(&record).contains(",\"ROPES, \"\"NEW\"\"\","));
/// ```
pub fn csv_row(record: &Record) -> String {
    line(COLUMNS.iter().map(|(_, value)| value(record)))
}

fn line(values: impl Iterator<Item = String>) -> String {
    values.map(escaped).collect::<Vec<_>>().join(",") + "\r\n"
}

fn escaped(mut value: String) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        value.insert(0, '\'');
    }
    let is_quoted = value.contains(['"', ',', '\r', '\n']);
    if is_quoted { ["\"", &value.replace('"', "\"\""), "\""].concat() } else { value }
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn named<T>(value: Option<T>, name: fn(T) -> &'static str) -> String {
    value.map(name).unwrap_or_default().to_owned()
}

fn names(addressees: &[Addressee]) -> String {
    joined(addressees, |to| to.name.clone())
}

fn written(mark: &Option<Mark>) -> String {
    mark.as_ref().and_then(|mark| mark.text.clone()).unwrap_or_default()
}

fn joined<T>(values: &[T], name: fn(&T) -> String) -> String {
    values.iter().map(name).collect::<Vec<_>>().join(BETWEEN)
}
