use crate::hold::hold;
use cable::Span;

/// Any saved page: every offset of the decoded text leads back into the page, in order and between characters.
pub fn html(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    page(&input);
    // The archive's own shape, where what is inside counts and not how the page begins.
    page(&format!("<html><code><pre>{input}</pre></code>"));
}

fn page(page: &str) {
    let reading = cable::read(page);
    hold(&reading.text);
    let Some(map) = reading.map else {
        assert!(reading.text == page, "a text that is no page was changed");
        return;
    };
    let mut last = 0;
    for (start, c) in reading.text.char_indices() {
        let end = start + c.len_utf8();
        let source = map.source(Span::new(start as u32, end as u32));
        assert!(source.start >= last, "{start} leads back behind its predecessor");
        assert!(page.get(source.start as usize..source.end as usize).is_some(), "{start} leads out of the page");
        last = source.start;
    }
}
