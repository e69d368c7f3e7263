//! The assertions that targets share.

use cable::export::{PartOf, record};
use cable::{Cable, guarantee};

/// The telegrams of `text` keep every guarantee, come out the same twice, and can be exported.
pub fn hold(text: &str) {
    let cables: Vec<Cable> = cable::cables(text).collect();
    keep_guarantees(text, &cables);
    assert!(cable::cables(text).eq(cables.iter().cloned()), "a second parse gives another result");
    let whole = cable::parse(text);
    keep_guarantees(text, std::slice::from_ref(&whole));
    for (i, cable) in cables.iter().enumerate() {
        exports(text, cable, PartOf { index: i + 1, of: cables.len() });
    }
}

fn keep_guarantees(text: &str, cables: &[Cable]) {
    let violations = guarantee::violations(text, cables);
    assert!(violations.is_empty(), "{violations:#?}");
    let parts = cables.iter().flat_map(|cable| &cable.parts).map(|part| part.span.of(text));
    assert!(parts.collect::<String>() == text, "the parts together are not the text");
}

/// The record is written as JSON, and prose is never longer than what it came from.
fn exports(text: &str, cable: &Cable, part: PartOf) {
    let record = record(text, cable, "09TARSIS417.txt", part);
    let written = serde_json::to_string(&record);
    assert!(written.is_ok_and(|json| json.starts_with("{\"schema\":\"cable/1\"")), "the record cannot be written");
    for paragraph in &record.paragraphs {
        let source: usize = paragraph.spans.iter().map(|span| span.len() as usize + 1).sum();
        assert!(paragraph.text.len() <= source, "prose is longer than its source: {:?}", paragraph.text);
    }
}
