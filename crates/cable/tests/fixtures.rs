//! Every file of `fixtures/`, and the example that the page opens, against the export kept beside it.
//!
//! `UPDATE=1 cargo test -p cable --test fixtures` writes the exports anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

mod common;

use cable::Dialect;
use common::{Fixture, export, fixtures};
use std::fs;

#[test]
fn every_fixture_gives_its_export() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut differing = Vec::new();
    for fixture in fixtures() {
        let got = export(&fixture);
        let path = fixture.export_path();
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == got {
            continue;
        }
        if update {
            fs::write(&path, got).unwrap();
        } else {
            differing.push(format!("{}\n{}", path.display(), first_difference(&expected, &got)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The first line that differs, with what it should be.
fn first_difference(expected: &str, got: &str) -> String {
    let same = expected.lines().zip(got.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(nothing)").trim().to_owned();
    format!("line {}\nexpected {}\ngot      {}", same + 1, line(expected), line(got))
}

#[test]
fn every_fixture_keeps_the_guarantees() {
    for Fixture { name, text, .. } in fixtures() {
        let reading = cable::read(&text);
        assert_eq!(cable::guarantee::violations(&reading.text, &reading.cables), Vec::<String>::new(), "{name}");
        assert_eq!(reading.cables, cable::read(&text).cables, "{name} gives another result the second time");
    }
}

#[test]
fn every_fixture_can_be_read_as_every_dialect() {
    for Fixture { name, text, .. } in fixtures() {
        for dialect in Dialect::ALL {
            let reading = cable::read_as(&text, Some(dialect));
            let violations = cable::guarantee::violations(&reading.text, &reading.cables);
            assert_eq!(violations, Vec::<String>::new(), "{name} as {}", dialect.name());
            assert!(reading.cables.iter().all(|cable| cable.dialect == dialect), "{name} as {}", dialect.name());
        }
    }
}

#[test]
fn a_dialect_is_named_as_in_the_export() {
    for dialect in Dialect::ALL {
        assert_eq!(serde_json::to_value(dialect).unwrap(), dialect.name());
    }
}
