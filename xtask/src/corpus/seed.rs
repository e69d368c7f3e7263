//! The example telegram against its whole export; spans, messages and meanings of TAGS are not compared.

use super::{Outcome, read};
use cable::export::{PartOf, record};
use serde_json::Value;
use std::path::Path;

const NOT_COMPARED: &[&str] = &["part", "span", "spans", "message", "diagnostics", "meaning", "confidence"];

/// Compares the export of the one text in `folder` with `expected.json` beside it.
pub fn compare(folder: &Path) -> Result<Outcome, String> {
    let expected: Value = serde_json::from_str(&read(&folder.join("expected.json"))?)
        .map_err(|error| format!("expected.json: {error}"))?;
    let file = expected["file"].as_str().unwrap_or_default();
    let text = read(&folder.join(file))?;
    let cables: Vec<_> = cable::cables(&text).collect();
    let [cable] = cables.as_slice() else { return Ok(Outcome::Wrong(format!("{} telegrams", cables.len()))) };
    let record = record(&text, cable, file, PartOf { index: 1, of: 1 });
    let got = serde_json::to_value(&record).map_err(|error| error.to_string())?;
    let mut differences = String::new();
    walk("", &without_places(expected), &without_places(got), &mut differences);
    Ok(if differences.is_empty() { Outcome::Right } else { Outcome::Wrong(differences) })
}

fn without_places(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(key, _)| !NOT_COMPARED.contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key, without_places(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_places).collect()),
        other => other,
    }
}

fn walk(path: &str, expected: &Value, got: &Value, out: &mut String) {
    match (expected, got) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(*key)));
            for key in keys {
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => walk(&format!("{path}.{key}"), a, b, out),
                    (a, _) => {
                        *out += &format!("{path}.{key}: {}\n", if a.is_some() { "missing" } else { "unknown key" })
                    }
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                walk(&format!("{path}[{i}]"), a, b, out);
            }
        }
        _ if expected == got => {}
        _ => *out += &format!("{path}\nexpected {expected}\ngot      {got}\n"),
    }
}
