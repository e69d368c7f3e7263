//! The assertions that targets share.

use cable::export::{PartOf, record};
use cable::{Cable, Reading, Span, guarantee};

/// Asserts that the telegrams of `text` keep every guarantee, come out the same twice, and can be exported.
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

/// Asserts that the telegrams of a reading keep every guarantee.
pub fn hold_reading(reading: &Reading) {
    keep_guarantees(&reading.text, &reading.cables);
}

/// Asserts that every offset of the parsed text leads back into the input, in order and between characters.
pub fn leads_back(input: &str, reading: &Reading) {
    let Some(map) = &reading.map else {
        assert!(reading.text == input, "a text that needs no decoding was changed");
        return;
    };
    let mut last = 0;
    for (start, c) in reading.text.char_indices() {
        let end = start + c.len_utf8();
        let source = map.source(Span::new(start as u32, end as u32));
        assert!(source.start >= last, "{start} leads back behind its predecessor");
        assert!(input.get(source.start as usize..source.end as usize).is_some(), "{start} leads out of the input");
        last = source.start;
    }
}

fn keep_guarantees(text: &str, cables: &[Cable]) {
    let violations = guarantee::violations(text, cables);
    assert!(violations.is_empty(), "{violations:#?}");
    let parts = cables.iter().flat_map(|cable| &cable.parts).map(|part| part.span.of(text));
    assert!(parts.collect::<String>() == text, "the parts together are not the text");
}

/// Asserts that the record is written as JSON, and that no prose is longer than its source.
fn exports(text: &str, cable: &Cable, part: PartOf) {
    let record = record(text, cable, "09TARSIS417.txt", part);
    let written = serde_json::to_string(&record);
    assert!(written.is_ok_and(|json| json.starts_with("{\"schema\":\"cable/1\"")), "the record cannot be written");
    for paragraph in &record.paragraphs {
        let source: usize = paragraph.spans.iter().map(|span| span.len() as usize + 1).sum();
        assert!(paragraph.text.len() <= source, "prose is longer than its source: {:?}", paragraph.text);
    }
}
