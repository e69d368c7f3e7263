//! What several tests share.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]
#![allow(dead_code, reason = "not every test needs all of it")]

pub mod meaning;
pub mod telegram;

use cable::export::{PartOf, record};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A telegram of our own invention.
pub struct Fixture {
    pub name: String,
    pub text: String,
}

impl Fixture {
    pub fn export_path(&self) -> PathBuf {
        folder().join(&self.name).with_extension("json")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// All fixtures, in the order of their names, and the example of the page.
pub fn fixtures() -> Vec<Fixture> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| is_fixture(path)).collect();
    paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/example.txt"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| Fixture { name: name(path), text: fs::read_to_string(path).unwrap() }).collect()
}

fn is_fixture(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["txt", "html", "csv"].iter().any(|known| extension == *known))
}

/// Every telegram of a fixture as the schema has it.
pub fn records(fixture: &Fixture) -> Vec<Value> {
    let reading = cable::read(&fixture.text);
    let of = reading.cables.len();
    let records = reading.cables.iter().enumerate().map(|(i, cable)| {
        serde_json::to_value(record(&reading.text, cable, &fixture.name, PartOf { index: i + 1, of })).unwrap()
    });
    records.collect()
}

/// The same as the command line prints it.
pub fn export(fixture: &Fixture) -> String {
    let reading = cable::read(&fixture.text);
    let of = reading.cables.len();
    let printed = reading.cables.iter().enumerate().map(|(i, cable)| {
        let record = record(&reading.text, cable, &fixture.name, PartOf { index: i + 1, of });
        serde_json::to_string_pretty(&record).unwrap() + "\n"
    });
    printed.collect()
}
