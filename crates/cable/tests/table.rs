//! Rows of the table against a reader of RFC 4180, and against the export.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

mod common;

use cable::export::{CSV_HEADER, PartOf, csv_row, record};
use common::{fixtures, records};
use serde_json::Value;
use std::collections::BTreeMap;

/// The rows of a table, each as its values by the names of their columns.
fn read(table: &str) -> Vec<BTreeMap<String, String>> {
    assert!(table.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn row(text: &str) -> BTreeMap<String, String> {
    let part = PartOf { index: 1, of: 1 };
    let record = record(text, &cable::parse(text), "telegram.txt", part);
    read(&(CSV_HEADER.to_owned() + &csv_row(&record))).remove(0)
}

/// A value of the export as a cell: text, number or code, or a list of such.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

fn listed(values: &Value, key: &str) -> String {
    values.as_array().unwrap().iter().map(|value| cell(&value[key])).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_value_of_the_export_is_in_its_column() {
    for fixture in fixtures() {
        let reading = cable::read(&fixture.text);
        let of = reading.cables.len();
        let lines = reading.cables.iter().enumerate().map(|(index, cable)| {
            csv_row(&record(&reading.text, cable, &fixture.name, PartOf { index: index + 1, of }))
        });
        let rows = read(&(CSV_HEADER.to_owned() + &lines.collect::<String>()));
        let records = records(&fixture);
        assert_eq!(rows.len(), records.len(), "a telegram is a row: {}", fixture.name);
        for (row, json) in rows.iter().zip(records) {
            let same = |column: &str, value: String| assert_eq!(row[column], value, "{column} of {}", fixture.name);
            for key in [
                "file",
                "dialect",
                "mrn",
                "post",
                "number",
                "date",
                "captions",
                "passing",
                "subject",
                "summary",
                "comment",
                "signature",
                "classification_reasons",
            ] {
                same(key, cell(&json[key]));
            }
            same("part", cell(&json["part"]["index"]));
            same("precedence", cell(&json["precedence"]["action"]));
            same("precedence_info", cell(&json["precedence"]["info"]));
            for key in ["start", "routed_to", "originator", "station_serial", "filed", "security", "signals"] {
                same(key, cell(&json["transmission"][key]));
            }
            same("station_section", cell(&json["transmission"]["section"]));
            same("from", cell(&json["from"]["name"]));
            same("from_routing", cell(&json["from"]["routing"]));
            for key in ["to", "info", "exempt"] {
                same(key, listed(&json[key], "name"));
            }
            same("classification", cell(&json["classification"]["level"]));
            same("caveats", cell(&json["classification"]["caveats"]));
            same("section", cell(&json["section_count"]["number"]));
            same("sections", cell(&json["section_count"]["of"]));
            same("executive_order", cell(&json["executive_order"]["order"]));
            same("declassify_on", cell(&json["executive_order"]["declassify_on"]));
            same("instruction", cell(&json["executive_order"]["instruction"]));
            same("tags", listed(&json["tags"], "code"));
            same("subject_mark", cell(&json["subject_mark"]["text"]));
            same("classified_by", listed(&json["classified_by"], "name"));
            same("paragraphs", json["paragraphs"].as_array().unwrap().len().to_string());
            same("diagnostics", listed(&json["diagnostics"], "code"));
        }
    }
}

#[test]
fn a_cell_can_hold_anything() {
    let row = row("FM AMEMBASSY TARSIS\nSUBJECT: \"ROPES\", NEW; AND\tOLD\n\n1. Summary: One, \"two\". End summary.\n");
    assert_eq!(row["subject"], "\"ROPES\", NEW; AND OLD");
    assert_eq!(row["summary"], "One, \"two\".");
}

/// The writer of a telegram cannot put a formula into a spreadsheet.
#[test]
fn no_cell_is_a_formula() {
    for subject in ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\",\"A, B\")"] {
        let row = row(&format!("FM AMEMBASSY TARSIS\nSUBJECT: {subject}\n\n1. One.\n"));
        assert_eq!(row["subject"], format!("'{subject}"));
    }
    assert_eq!(row("FM AMEMBASSY TARSIS\nSUBJECT: A=B\n\n1. One.\n")["subject"], "A=B");
}
