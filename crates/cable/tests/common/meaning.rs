//! What a telegram means, apart from where it stands and what was repaired: the same under every nuisance.

use cable::export::{PartOf, record};
use serde_json::Value;

/// Keys for places, for the kind of copy and for repairs.
const OF_THE_COPY: [&str; 7] = ["dialect", "part", "span", "spans", "label", "diagnostics", "file"];

/// The export of every telegram of a text, without what belongs to the copy.
pub fn meaning(text: &str) -> Vec<Value> {
    let reading = cable::read(text);
    let cables = &reading.cables;
    let of = cables.len();
    let records = cables.iter().enumerate().map(|(i, cable)| {
        let record = record(&reading.text, cable, "-", PartOf { index: i + 1, of });
        without_copy(serde_json::to_value(record).unwrap_or_default())
    });
    records.collect()
}

/// Removes what belongs to the copy. Paragraph labels do, the letters of references do not: both are called `label`.
fn without_copy(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let is_reference = fields.contains_key("mrn") && fields.contains_key("label");
            let keep = |key: &str| !OF_THE_COPY.contains(&key) || key == "label" && is_reference;
            let kept = fields.into_iter().filter(|(key, _)| keep(key));
            Value::Object(kept.map(|(key, value)| (key, without_copy(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_copy).collect()),
        other => other,
    }
}

/// Checks that `got` has everything of `expected`: it may have more keys, but no more items. An error names the first
/// difference.
pub fn contains(got: &Value, expected: &Value) -> Result<(), String> {
    match (got, expected) {
        (Value::Object(got), Value::Object(expected)) => expected.iter().try_for_each(|(key, expected)| {
            let got = got.get(key).ok_or_else(|| format!("{key} is missing"))?;
            contains(got, expected).map_err(|difference| format!("{key}: {difference}"))
        }),
        (Value::Array(got), Value::Array(expected)) if got.len() == expected.len() => {
            got.iter().zip(expected).try_for_each(|(got, expected)| contains(got, expected))
        }
        _ if got == expected => Ok(()),
        _ => Err(format!("\nexpected {expected}\ngot      {got}")),
    }
}
