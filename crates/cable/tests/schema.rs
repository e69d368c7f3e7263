//! The JSON Schema of the export: the file in `schema/`, the types and real exports must agree.
//!
//! `UPDATE=1 cargo test -p cable --test schema` writes the file anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

mod common;

use cable::export::Record;
use common::{fixtures, records};
use schemars::generate::SchemaSettings;
use serde_json::Value;
use std::fs;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/cable-1.json");

/// The schema for records as written: with nulls, never with missing keys.
fn schema_of_types() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Record>().into()
}

#[test]
fn the_file_says_what_the_types_say() {
    let schema = serde_json::to_string_pretty(&schema_of_types()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FILE, &schema).unwrap();
    }
    assert_eq!(fs::read_to_string(FILE).unwrap(), schema);
}

#[test]
fn every_export_is_valid() {
    let validator = jsonschema::validator_for(&schema_of_types()).unwrap();
    for fixture in fixtures() {
        for record in records(&fixture) {
            let errors: Vec<String> =
                validator.iter_errors(&record).map(|error| format!("{}: {error}", error.instance_path)).collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", fixture.name);
        }
    }
}

#[test]
fn a_record_with_something_else_is_not_valid() {
    let validator = jsonschema::validator_for(&schema_of_types()).unwrap();
    let fixture = fixtures().remove(0);
    let record = records(&fixture).remove(0);
    assert!(validator.is_valid(&record));
    let changed = |key: &str, value: Value| {
        let mut record = record.clone();
        record[key] = value;
        record
    };
    assert!(!validator.is_valid(&changed("dialect", Value::from("martian"))));
    assert!(!validator.is_valid(&changed("number", Value::from("twelve"))));
    assert!(!validator.is_valid(&changed("surplus", Value::Null)));
    let mut short = record.clone();
    short.as_object_mut().unwrap().remove("summary");
    assert!(!validator.is_valid(&short));
}
